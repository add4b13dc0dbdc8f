"""Making share files."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError
from itadmin.domain.share_versions import version_at
from itadmin.domain.sharing import PROFILES
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.sharing import sending as module
from itadmin.services.sharing.outgoing import Outgoing
from itadmin.services.sharing.sending import Made, Sending
from itadmin.services.workspace import Workspace
from itadmin.storage.sharing.envelope import opened
from itadmin.storage.sharing.manifest import Manifest
from itadmin.storage.sharing.reader import read_share
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.sent import SentFile, note, signing_key
from itadmin.storage.sharing.signing import fingerprint

PHRASE = "sol ek bäck tåg moln sten"
Out, Send = Callable[..., Outgoing], Callable[..., Made]


@pytest.fixture
def manifest(tmp_path: Path) -> Callable[..., Manifest]:
    return lambda name="bengtsfors.itdelning": opened((tmp_path / name).read_bytes()).manifest


@pytest.fixture
def system(workspace: Workspace) -> None:
    workspace.records.add("systems", {"name": "Treserva"})


@pytest.mark.usefixtures("system")
def test_a_neighbour_can_read_it(send: Send, tmp_path: Path, out: Out, clock: Any) -> None:
    made = send()
    staged = read_share((tmp_path / "bengtsfors.itdelning").read_bytes())
    said = staged.manifest
    assert (said.sender.id, said.sender.code, said.sender.name) == (
        municipality_id("1460"),
        "1460",
        "Bengtsfors kommun",
    )
    assert (said.number, said.previous, said.created) == (1, None, clock.moment)
    assert (said.profile_key, said.profile_name) == ("grannar", "Grannar")
    assert said.version.digest == out().digest == made.sent.digest
    assert dict(staged.counts) == {"systems": 1, "organisations": 1}
    assert staged.number_of_troubles == 0
    assert fingerprint(said.public_key) == made.fingerprint


def test_each_file_is_newer_and_knows_the_one_before(send: Send, manifest: Callable[..., Manifest], clock: Any) -> None:
    send(name="1.itdelning")
    clock.move(days=-400)
    send(name="2.itdelning")
    first, second = manifest("1.itdelning"), manifest("2.itdelning")
    assert second.version.is_newer_than(first.version)
    assert second.version.clock == first.version.clock + 1
    assert (second.number, second.previous) == (2, first.version)
    assert second.public_key == first.public_key


def test_a_file_of_ones_own_that_has_been_seen_counts(
    workspace: Workspace, send: Send, manifest: Callable[..., Manifest], clock: Any
) -> None:
    ahead = version_at(int(clock.moment.timestamp() * 1000)) * 2
    at = workspace.around.stamp()
    with workspace.file.writing() as connection:
        note(connection, SentFile(at, "", 7, ahead, "ab" * 32, "grannar", "Grannar", "x", made_here=False))
    send()
    assert manifest().number == 8
    assert manifest().version.clock == ahead + 1
    assert manifest().previous.digest == "ab" * 32


def test_what_was_sent_is_noted_newest_first(send: Send, sending: Sending, clock: Any) -> None:
    assert sending.history() == []
    send(name="1.itdelning")
    clock.move(hours=1)
    made = send(PROFILES["itchefsgruppen"], name="2.itdelning")
    newest, first = sending.history()
    assert newest == made.sent
    assert (newest.number, newest.profile, newest.file_name, newest.who) == (
        2,
        "itchefsgruppen",
        "2.itdelning",
        "Kim Berg",
    )
    assert (first.number, first.made_here) == (1, True)


def test_it_is_no_step_that_could_be_undone(send: Send, sending: Sending, workspace: Workspace) -> None:
    workspace.records.add("systems", {"name": "Treserva"})
    before = workspace.undo.state()
    send()
    assert workspace.undo.state() == before
    workspace.undo.undo()
    assert sending.history()


def test_the_fingerprint_is_there_from_the_first_file_on(send: Send, sending: Sending) -> None:
    assert sending.fingerprint() == ""
    made = send()
    assert sending.fingerprint() == made.fingerprint == send().fingerprint


def test_with_a_password_it_is_saved_as_that_makes_it(
    send: Send, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "protect", lambda content, password: password.encode() + content)
    monkeypatch.setattr(module, "unprotect", lambda content, password: content.removeprefix(password.encode()))
    send(password=PHRASE)
    content = (tmp_path / "bengtsfors.itdelning").read_bytes()
    assert read_share(content.removeprefix(PHRASE.encode())).manifest.sender.code == "1460"


def test_what_the_reader_refuses_is_not_saved(
    send: Send, sending: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise RefusedError("no")

    monkeypatch.setattr(module, "read_share", refuse)
    with pytest.raises(KnownError, match="klarade inte kontrollen"):
        send()
    assert sending.history() == []
    assert not list(tmp_path.glob("*.itdelning*"))


@pytest.mark.usefixtures("system")
def test_what_lacks_something_is_not_saved(
    sending: Sending, out: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register_bytes = module.register_bytes
    monkeypatch.setattr(
        module, "register_bytes", lambda content: register_bytes((table, rows[1:]) for table, rows in content)
    )
    with pytest.raises(KnownError, match="klarade inte kontrollen"):
        sending.make(tmp_path / "x.itdelning", out())
    assert not (tmp_path / "x.itdelning").exists()


@pytest.mark.usefixtures("system")
def test_what_the_reader_counts_otherwise_is_not_saved(
    send: Send, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "read_share", lambda *told: replace(read_share(*told), counts={"systems": 1}))
    with pytest.raises(KnownError, match="klarade inte kontrollen"):
        send()
    assert not list(tmp_path.glob("*.itdelning*"))


def test_what_cannot_be_written_is_not_noted(sending: Sending, out: Out, tmp_path: Path, workspace: Workspace) -> None:
    for place in (tmp_path, workspace.path):
        with pytest.raises(KnownError):
            sending.make(place, out())
    assert sending.history() == []
    with workspace.file.reading() as connection:
        assert signing_key(connection)


def test_a_disk_that_gives_back_something_else_is_told_of(
    send: Send, sending: Sending, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "read_bytes", lambda _: b"")
    with pytest.raises(KnownError, match="blev inte hel"):
        send()
    assert sending.history() == []


def test_a_file_that_is_too_large_says_what_to_do(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itadmin.storage.sharing.container.LARGEST", 1000)
    with pytest.raises(KnownError, match="får inte plats"):
        send()


def test_who_asks_for_it_to_stop_gets_no_file(sending: Sending, out: Out, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        sending.make(tmp_path / "x.itdelning", out(), progress=progress)
    assert sending.history() == []
    assert not (tmp_path / "x.itdelning").exists()


def test_it_may_take_the_place_of_an_earlier_one(send: Send, manifest: Callable[..., Manifest]) -> None:
    send()
    send()
    assert manifest().number == 2


def test_a_password_that_does_not_fit_afterwards_is_told_of(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "protect", lambda content, _: content)
    with pytest.raises(KnownError, match="klarade inte kontrollen"):
        send(password=PHRASE)
    monkeypatch.setattr(module, "unprotect", lambda *_: b"")
    with pytest.raises(KnownError, match="klarade inte kontrollen"):
        send(password=PHRASE)


def test_a_password_that_receivers_could_not_try_says_what_to_do(
    send: Send, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    costly = b"age-encryption.org/v1\n-> scrypt GixTkc7+InSPLzPNGU6cFw 21\n"
    monkeypatch.setattr(module, "protect", lambda *_: costly)
    with pytest.raises(KnownError, match="spara filen utan lösenord"):
        send(password=PHRASE)
    assert list(tmp_path.glob("*.itdelning")) == []


def test_what_is_invented_says_so(
    send: Send, manifest: Callable[..., Manifest], workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    send()
    assert not manifest().sample
    monkeypatch.setattr(workspace.file, "info", replace(workspace.file.info, sample=True))
    send(name="ovning.itdelning")
    assert manifest("ovning.itdelning").sample
