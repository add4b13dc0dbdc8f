"""Share files as they come: read whole, or refused with a sentence that says whom to ask."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from itadmin.domain.problems import KnownError
from itadmin.services.receiving.parcels import (
    Parcel,
    PasswordNeededError,
    RefusedShareError,
    parcel_of,
    read_parcel,
)
from itadmin.storage.sharing import manifest, protection
from itadmin.storage.sharing.signing import fingerprint, public_key

PHRASE = "blå båt nio katt sten väg"


@pytest.fixture
def content(kommun: Callable[[str], Any]) -> bytes:
    sender = kommun("1439")
    sender.add("systems", name="Treserva", user_count=7)
    shared: bytes = sender.share()
    return shared


def test_a_file_is_read_from_disk(content: bytes, tmp_path: Path, kommun: Callable[[str], Any]) -> None:
    path = tmp_path / "fargelanda.itdelning"
    path.write_bytes(content)
    parcel = read_parcel(path)
    assert (parcel.file_name, parcel.sender_name) == ("fargelanda.itdelning", "Kommun 1439")
    assert parcel.counts == {"systems": 1, "organisations": 1}
    assert parcel.fingerprint == fingerprint(public_key(kommun("1439").key))
    assert (parcel.problems, parcel.number_of_problems) == ((), 0)
    assert parcel.made_on == kommun("1439").now


def test_a_file_with_a_password_needs_it(content: bytes) -> None:
    protected = protection.protect(content, PHRASE)
    assert parcel_of("x", protected, password=PHRASE).staged.content == content
    with pytest.raises(PasswordNeededError, match="har lösenord"):
        parcel_of("x", protected)
    with pytest.raises(PasswordNeededError, match="öppnar inte"):
        parcel_of("x", protected, password=PHRASE[:-1])
    costly = protected.replace(b" 18\n", b" 24\n", 1) if b" 18\n" in protected else b"age-encryption.org/v1\n-> x\n"
    with pytest.raises(RefusedShareError):
        parcel_of("x", costly, password=PHRASE)


def test_a_damaged_file_names_the_sender_to_ask(content: bytes) -> None:
    broken = content[:-200] + bytes(1) + content[-199:]
    with pytest.raises(RefusedShareError, match=r"Filen x är skadad .* Be Kommun 1439 att skicka den igen\."):
        parcel_of("x", broken)


def test_a_file_of_a_later_version_says_that_this_one_is_too_old(
    content: bytes, kommun: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "FORMAT", 2)
    later = kommun("1439").share()
    monkeypatch.undo()
    with pytest.raises(
        RefusedShareError, match=r"Filen x är gjord med en nyare version av itadmin .* Uppdatera itadmin"
    ):
        parcel_of("x", later)


@pytest.mark.parametrize("cut", [0, 1, 30, 43, 44, 200, 2000])
def test_a_cut_file_is_told_so_whatever_is_left(content: bytes, cut: int) -> None:
    with pytest.raises(RefusedShareError, match="Be avsändaren"):
        parcel_of("x", content[:cut])


@pytest.mark.parametrize("other", [b"", b"Hej!", b"SQLite format 3\0" + bytes(5000), b"%PDF-1.7"])
def test_another_file_is_told_to_be_another(other: bytes) -> None:
    with pytest.raises(RefusedShareError, match=r"Filen x är ingen delningsfil"):
        parcel_of("x", other)


def test_what_cannot_be_read_at_all_is_told_so(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "saknas.itdelning"):
        with pytest.raises(KnownError):
            read_parcel(path)


@pytest.mark.skipif(os.name != "posix", reason="no such files here")
def test_a_pipe_is_no_file_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ror")
    with pytest.raises(KnownError, match="är ingen fil"):
        read_parcel(tmp_path / "ror")


def test_a_clock_that_is_far_ahead_is_noticed(kommun: Callable[[str], Any], parcel: Callable[[bytes], Parcel]) -> None:
    sender, receiver = kommun("1438"), kommun("1460")
    sender.wait(23 * 3600)
    assert not parcel(sender.share()).is_ahead_of(receiver.now)
    sender.wait(2 * 3600)
    assert parcel(sender.share()).is_ahead_of(receiver.now)
