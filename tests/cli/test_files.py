import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from itadmin.services.reading import ListQuery
from itadmin.services.workspace import open_reading

HOLD = """\
import sys
from pathlib import Path
from itadmin.services.clock import real_surroundings
from itadmin.services.workspace import open_workspace
workspace = open_workspace(Path(sys.argv[1]), real_surroundings())
workspace.records.add("systems", {"name": "Lagt till i fönstret"})
print("open", flush=True)
sys.stdin.read()
workspace.close()
"""

READING = (
    ["list", "systems", "FILE"], ["list", "agreements", "FILE", "--format", "json", "--as-of", "2026-01-01"],
    ["show", "systems", "FILE", "Lifecare"], ["show", "systems", "FILE", "Lifecare", "--history"],
    ["digest", "FILE"], ["check", "FILE"], ["backup", "FILE"],
)  # fmt: skip
WRITING = (
    ["add", "systems", "FILE", "name=x"], ["set", "systems", "FILE", "Lifecare", "note=x"],
    ["delete", "systems", "FILE", "Lifecare"], ["undo", "FILE"],
)  # fmt: skip


def put(words: list[str], path: Path) -> list[str]:
    return [str(path) if word == "FILE" else word for word in words]


def state(path: Path) -> tuple[str, int, int]:
    """What may not change when a file is read."""
    found = path.stat()
    return hashlib.sha256(path.read_bytes()).hexdigest(), found.st_mtime_ns, found.st_size


@pytest.fixture
def held(filled: Path) -> Iterator[Path]:
    """A register that another process has open and has written to."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, filled],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"open\n"
    yield filled
    process.communicate(b"")
    assert process.returncode == 0


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_reading_changes_not_a_byte(words: list[str], done: Any, filled: Path) -> None:
    os.utime(filled, ns=(1_700_000_000_000_000_000, 1_700_000_000_000_000_000))
    before = state(filled)
    done(*put(words, filled))
    assert state(filled) == before


def test_reading_works_and_writing_does_not_while_somebody_has_the_file(done: Any, cli: Any, held: Path) -> None:
    before = state(held)
    for words in READING:
        done(*put(words, held))
    assert "Lagt till i fönstret" in done("list", "systems", held).out
    copy = next((held.parent / "bengtsfors-sakerhetskopior").iterdir())
    for words in (*WRITING, ["restore", "FILE", str(copy)]):
        answer = cli(*put(words, held))
        assert (answer.status, answer.raw) == (3, b"")
        assert answer.error.startswith("Filen bengtsfors.itadmin är redan öppen")
        assert answer.error.count("\n") == 1
    assert state(held) == before


def test_the_message_says_who_has_the_file(cli: Any, held: Path) -> None:
    note = held.with_name(f".{held.name}.open").read_text(encoding="utf-8").splitlines()[0]
    assert note
    assert note in cli("undo", held).error


@pytest.mark.parametrize(
    ("code", "name", "found"),
    [
        ("1460", "", "Bengtsfors kommun"),
        ("1438", "Dals-Ed", "Dals-Ed"),
        ("0180", "Stockholms stad", "Stockholms stad"),
        ("556036-0793", "Förbundet", "Förbundet"),
    ],
)
def test_new_makes_a_register_for_an_organisation(code: str, name: str, found: str, done: Any, tmp_path: Path) -> None:
    path = tmp_path / "mapp" / "register"
    assert done("new", path, "--organisation", code, *(["--name", name] if name else [])).out.startswith("Registret ")
    (row,) = done("list", "organisations", path, "--format", "json").json
    assert (row["name"], row["owner"]) == (found, code.replace("-", ""))
    assert done("list", "systems", path, "--format", "json").json == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--organisation", "9999"],
            "Kommunkoden 9999 är okänd för programmet. Ange också kommunens namn med --name.",
        ),
        (["--organisation", "212000-1844"], "”212000-1844” är varken kommunkod eller organisationsnummer."),
        (["--organisation", "Bengtsfors"], "”Bengtsfors” är varken"),
        (["--organisation", "556036-0793"], "Ange också organisationens namn med --name."),
    ],
)
def test_new_needs_to_know_whose_it_is(arguments: list[str], sentence: str, cli: Any, tmp_path: Path) -> None:
    answer = cli("new", tmp_path / "a.itadmin", *arguments)
    assert (answer.status, answer.raw) == (3, b"")
    assert answer.error.startswith(sentence)
    assert not list(tmp_path.iterdir())


def test_new_may_begin_with_the_usual_systems_which_count_nowhere(cli: Any, done: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.itadmin"
    done("new", path, "--organisation", "1460", "--starter")
    with closing(open_reading(path, date(2026, 11, 22))) as reading:
        assert len(reading.keys("systems", ListQuery(proposals=True))) >= 120
    assert done("list", "systems", path, "--format", "json").json == []
    undone = cli("undo", path)
    assert (undone.status, undone.error.strip()) == (3, "Det finns inget att ångra.")


def test_new_never_replaces(cli: Any, filled: Path) -> None:
    before = state(filled)
    answer = cli("new", filled, "--organisation", "1460")
    assert answer.status == 3
    assert "finns redan" in answer.error
    assert state(filled) == before


def test_a_backup_can_take_the_registers_place(done: Any, filled: Path, tmp_path: Path) -> None:
    whole = done("digest", filled).out
    done("backup", filled, "--to", tmp_path / "kopior")
    (copy,) = (tmp_path / "kopior").iterdir()
    assert done("digest", copy).out == whole
    done("delete", "systems", filled, "Ale")
    answer = done("restore", filled, copy)
    assert done("digest", filled).out == whole
    kept = Path(answer.out.splitlines()[1].removeprefix("Filen som stod där ligger i ").removesuffix("."))
    assert done("digest", kept).out != whole


def test_a_backup_restores_a_file_that_is_gone(done: Any, filled: Path, tmp_path: Path) -> None:
    whole = done("digest", filled).out
    done("backup", filled, "--to", tmp_path / "kopior")
    (copy,) = (tmp_path / "kopior").iterdir()
    filled.unlink()
    assert len(done("restore", filled, copy).out.splitlines()) == 1
    assert done("digest", filled).out == whole


def test_a_strangers_backup_is_refused(cli: Any, done: Any, filled: Path, tmp_path: Path) -> None:
    done("new", tmp_path / "annan.itadmin", "--organisation", "1438")
    before = state(filled)
    answer = cli("restore", filled, tmp_path / "annan.itadmin")
    assert answer.status == 3
    assert "ett annat register" in answer.error
    assert state(filled) == before


def test_check_lists_damage(done: Any, cli: Any, filled: Path, tmp_path: Path) -> None:
    assert done("check", filled).out == "Filen bengtsfors.itadmin är hel.\n"
    broken = tmp_path / "skadad.itadmin"
    shutil.copy(filled, broken)
    content = bytearray(broken.read_bytes())
    for page in range(4, len(content) // 4096, 3):
        content[page * 4096 : page * 4096 + 200] = bytes(200)
    broken.write_bytes(content)
    before = state(broken)
    answer = cli("check", broken)
    assert (answer.status, answer.error) == (1, "")
    first, *faults = answer.out.splitlines()
    assert first == "Filen skadad.itadmin är skadad. Återställ den senaste säkerhetskopian."
    assert faults
    assert all(line.startswith("  Databasens egna ord: ") for line in faults)
    assert state(broken) == before


def test_check_of_a_cut_file_is_damage_too(cli: Any, filled: Path) -> None:
    filled.write_bytes(filled.read_bytes()[:50_000])
    assert cli("check", filled).status == 1


def test_a_damaged_file_is_restored(done: Any, filled: Path, tmp_path: Path) -> None:
    whole = done("digest", filled).out
    done("backup", filled, "--to", tmp_path / "kopior")
    (copy,) = (tmp_path / "kopior").iterdir()
    filled.write_bytes(filled.read_bytes()[:50_000])
    done("restore", filled, copy)
    assert done("digest", filled).out == whole
