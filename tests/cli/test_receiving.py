"""`receive`: previews, what is taken in, what is refused, and what scripts are told."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from itadmin.storage.sharing import reader
from itadmin.storage.sharing.child import answer

KEYS = {"file", "sender", "version", "new", "changed", "unchanged", "removed", "problems", "applied"}
PHRASE = "abborre adress affisch agenda akvarium album"


@pytest.fixture(autouse=True)
def _read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read files in this process: another one takes some tenths of a second each time."""
    monkeypatch.setattr(reader, "_asked", lambda request: answer(BytesIO(request)))


@pytest.fixture
def neighbour(tmp_path: Path, done: Any) -> Path:
    """Färgelanda's register, with one system."""
    path = tmp_path / "1439.itadmin"
    done("new", path, "--organisation", "1439")
    done("add", "systems", path, "name=Treserva")
    return path


@pytest.fixture
def shared(tmp_path: Path, neighbour: Path, done: Any) -> Callable[..., Path]:
    """A share file of what Färgelanda has now."""

    def made(name: str = "delat", *arguments: object) -> Path:
        out = tmp_path / f"{name}.itdelning"
        done("share", neighbour, "--out", out, *arguments)
        return out

    return made


def test_a_preview_writes_nothing(done: Any, register: Path, shared: Callable[..., Path]) -> None:
    before, file = register.read_bytes(), shared()
    told = done("receive", register, file).out
    assert "delat.itdelning: Färgelanda kommun, nummer 1, " in told
    assert "Nya: 2   Ändrade: 0   Oförändrade: 0   Borttagna: 0" in told
    assert "Inget är skrivet. Lägg till --apply för att ta emot." in told
    assert register.read_bytes() == before
    (line,) = done("receive", register, file, "--format", "json").json
    assert line.keys() >= KEYS
    assert (line["sender"], line["new"], line["applied"], line["trust"]) == ("1439", 2, False, "unconfirmed")


def test_what_is_received_is_there_and_is_undone_as_one_step(
    done: Any, register: Path, neighbour: Path, shared: Callable[..., Path]
) -> None:
    before = done("digest", register).out
    (line,) = done("receive", register, shared(), "--apply", "--format", "json").json
    assert (line["applied"], line["problems"]) == (True, [])
    assert [row["name"] for row in done("list", "systems", register, "--all-owners", "--format", "json").json] == [
        "Treserva"
    ]
    assert done("list", "systems", register, "--format", "json").json == []
    theirs = done("digest", neighbour, "--owner", "1439", "--profile", "grannar").out
    assert done("digest", register, "--owner", "1439").out == theirs
    assert done("undo", register).out == "Ångrade: Tog emot från Färgelanda kommun.\n"
    assert done("digest", register).out == before


def test_files_come_in_any_order_and_twice(
    done: Any, register: Path, neighbour: Path, shared: Callable[..., Path]
) -> None:
    old = shared("gammal")
    done("add", "systems", neighbour, "name=Evolution")
    new = shared("ny")
    lines = done("receive", register, new, old, "--apply", "--format", "json").json
    assert [line["applied"] for line in lines] == [True, False]
    (again,) = done("receive", register, new, "--apply", "--format", "json").json
    assert (again["applied"], again["standing"], again["unchanged"]) == (False, "samma", 3)
    assert "En nyare fil från samma avsändare är redan mottagen." in done("receive", register, old).out


def test_the_same_file_twice_is_said_to_be_the_same(
    done: Any, register: Path, neighbour: Path, shared: Callable[..., Path]
) -> None:
    one = shared("en")
    lines = done("receive", register, one, one, "--apply", "--format", "json").json
    assert [(line["applied"], line["standing"]) for line in lines] == [(True, "nyare"), (False, "samma")]


def test_some_refused_is_1_and_all_refused_is_3(cli: Any, register: Path, shared: Callable[..., Path]) -> None:
    whole = shared()
    broken = whole.with_name("trasig.itdelning")
    broken.write_bytes(whole.read_bytes()[:-1])
    some = cli("receive", register, broken, whole, "--apply", "--format", "json")
    assert (some.status, [line["applied"] for line in some.json]) == (1, [False, True])
    assert some.json[0]["problems"][0]["reason"] == some.error.strip()
    assert "Be Färgelanda kommun att skicka den igen." in some.error
    before = register.read_bytes()
    every = cli("receive", register, broken, register, "--apply")
    assert (every.status, every.out, len(every.error.splitlines())) == (3, "", 2)
    assert register.read_bytes() == before


def test_a_password_is_read_from_a_file(cli: Any, done: Any, register: Path, shared: Callable[..., Path]) -> None:
    password = register.with_name("losen.txt")
    password.write_text(PHRASE + "\n", encoding="utf-8")
    file = shared("last", "--password-file", password)
    assert cli("receive", register, file).status == 3
    assert "Nya: 2" in done("receive", register, file, "--password-file", password).out


def test_a_changed_key_is_refused_until_its_fingerprint_is_trusted(
    cli: Any, done: Any, register: Path, tmp_path: Path, shared: Callable[..., Path]
) -> None:
    done("receive", register, shared(), "--apply")
    other, out = tmp_path / "ny.itadmin", tmp_path / "ny.itdelning"
    done("new", other, "--organisation", "1439")
    done("share", other, "--out", out)
    refused = cli("receive", register, out, "--apply")
    assert refused.status == 3
    assert "annan nyckel" in refused.error
    fingerprint = refused.error.rpartition(": ")[2].strip().removesuffix(".")
    (line,) = cli("receive", register, out, "--apply", "--trust", fingerprint, "--format", "json").json
    assert (line["applied"], line["fingerprint"]) == (True, fingerprint)


def test_large_removals_are_remarked_on(
    cli: Any, done: Any, register: Path, neighbour: Path, shared: Callable[..., Path]
) -> None:
    done("receive", register, shared("ett"), "--apply")
    done("delete", "systems", neighbour, "Treserva")
    answer = cli("receive", register, shared("tva"), "--apply")
    assert (answer.status, answer.error) == (0, "1 av 2 uppgifter från Färgelanda kommun tas bort. Stämmer det?\n")
    assert "Borttagna: 1" in answer.out
