"""What the world may hand to the command line: each gets one Swedish sentence, and the file stays as it was."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

TEXT = "Räksmörgås på <b>en</b> & \"två\" 'tre' %s {x} 🙂👩‍👩‍👧 日本 – … "


def not_ours(path: Path) -> None:
    path.write_text("Det här är ett brev.\n" * 100, encoding="utf-8")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def other_database(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 20] = b"\xa5" * (4096 * 17)
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])


def newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=9999")
    connection.close()


def gone(path: Path) -> None:
    path.unlink()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


SPOILT = (
    (not_ours, "ingen registerfil"),
    (empty, "ingen registerfil"),
    (other_database, "ett annat program"),
    (damaged, "skadad"),
    (cut, "skadad"),
    (newer, "nyare version"),
    (gone, "finns inte"),
    (folder, "är en mapp"),
)
COMMANDS = (
    ["list", "systems", "FILE"],
    ["show", "systems", "FILE", "Lifecare"],
    ["list", "systems", "FILE", "--as-of", "2026-01-01"],
    ["digest", "FILE"],
    ["backup", "FILE"],
    ["add", "systems", "FILE", "name=x"],
    ["set", "systems", "FILE", "Lifecare", "note=x"],
    ["delete", "systems", "FILE", "Lifecare"],
    ["undo", "FILE"],
    ["check", "FILE"],
    ["restore", "WHOLE", "FILE"],
)


def state(path: Path) -> bytes | str:
    return path.read_bytes() if path.is_file() else f"{path.exists()} {path.is_dir()}"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(("spoil", "sentence"), SPOILT, ids=lambda value: getattr(value, "__name__", ""))
def test_a_file_that_cannot_be_used_is_told_and_left_alone(
    spoil: Callable[[Path], None], sentence: str, words: list[str], cli: Any, filled: Path
) -> None:
    whole = Path(shutil.copy(filled, filled.with_name("hel.itadmin")))
    spoil(filled)
    before, whole_before = state(filled), state(whole)
    answer = cli(*({"FILE": filled, "WHOLE": whole}.get(word, word) for word in words))
    if words[0] == "check" and sentence == "skadad":
        assert answer.status == 1
    else:
        assert (answer.status, answer.raw) == (3, b"")
        assert sentence in answer.error
        assert answer.error.count("\n") == 1
    assert (state(filled), state(whole)) == (before, whole_before)
    assert not [path for path in filled.parent.iterdir() if path.name.endswith((".tmp", ".open", "-journal"))]


@pytest.fixture
def public(filled: Path) -> Iterator[Path]:
    """A register in a folder that every user of the machine may look into."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(shutil.copy(filled, folder))
        path.chmod(0o444)
        yield path


AS_NOBODY = """\
import os, sys
from itadmin.__main__ import main
spare, *arguments = sys.argv[1:]
assert main(["undo", spare]) == 0
if os.geteuid() == 0:
    os.setuid(65534)
sys.exit(main(arguments))
"""
"""Everything is loaded by a first command, since nobody may not be allowed to read where Python lies."""


@pytest.mark.skipif(os.name != "posix", reason="users and rights of POSIX systems")
@pytest.mark.parametrize("own_folder", [False, True])
def test_a_file_that_may_not_be_written_is_told(own_folder: bool, public: Path, filled: Path) -> None:
    if own_folder and os.geteuid() == 0:
        os.chown(public.parent, 65534, 65534)
    elif not own_folder:
        public.parent.chmod(0o555)
    before = state(public)
    answer = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, filled, "add", "systems", public, "name=x"],
        capture_output=True, check=False, timeout=60, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    public.parent.chmod(0o755)
    assert answer.returncode == 3
    assert answer.stderr.decode().startswith("Filen bengtsfors.itadmin är skrivskyddad.")
    assert answer.stderr.count(b"\n") == 1
    assert state(public) == before


@pytest.mark.parametrize("field", ["name", "short_name", "purpose", "note"])
def test_text_of_any_kind_is_kept_or_refused_whole(field: str, cli: Any, filled: Path) -> None:
    words = ["name=Nytt"] if field != "name" else []
    answer = cli("add", "systems", filled, *words, f"{field}={TEXT}")
    assert (answer.status, answer.error) == (0, "")
    shown = cli("show", "systems", filled, answer.out.strip())
    assert shown.json[field] == TEXT.strip()
    assert TEXT.split(maxsplit=1)[0].encode() in shown.raw


@pytest.mark.parametrize("value", ["a\x00b", "a\x1b[31mb", "a\u202eb", "a\udcffb", "a\ufeffb"])
def test_control_characters_are_taken_away_and_told(value: str, cli: Any, filled: Path) -> None:
    answer = cli("set", "systems", filled, "Ale", f"note={value}", "name=Ale")
    assert (answer.status, answer.error) == (0, "Osynliga styrtecken togs bort ur Anteckning.\n")
    assert cli("show", "systems", filled, "Ale").json["note"].replace("[31m", "") == "ab"


def test_control_characters_in_rows_are_told(cli: Any, filled: Path) -> None:
    value = 'signatories=[{"party": "systemagare", "position": "Social\\u0007chef"}]'
    answer = cli("set", "agreements", filled, "Driftavtal Lifecare", value)
    assert (answer.status, answer.error) == (0, "Osynliga styrtecken togs bort ur Undertecknas av.\n")
    assert cli("show", "agreements", filled, "Driftavtal Lifecare").json["signatories"][0]["position"] == "Socialchef"


def test_a_hundred_thousand_characters_fit_where_text_is_long(cli: Any, filled: Path) -> None:
    text = "Å" * 99_999 + "Ö"
    assert cli("set", "systems", filled, "Ale", f"note={text}").status == 0
    assert cli("show", "systems", filled, "Ale").json["note"] == text
    before = state(filled)
    answer = cli("set", "systems", filled, "Ale", f"name={text}")
    assert (answer.status, answer.raw) == (3, b"")
    assert answer.error.startswith("Namn")
    assert "högst 300" in answer.error
    assert len(answer.error) < 200
    assert state(filled) == before


@pytest.mark.parametrize(
    ("register", "values", "part"),
    [
        ("agreements", ["title=A", "starts_on=2026-05-01", "first_term_ends_on=2026-04-01"], ""),
        ("roles", ["system=Ale", "kind=systemagare", "function=X", "starts_on=2026-05-01", "ends_on=2026-04-01"],
         "före sin första dag"),
        ("systems", ["name=A", "in_operation_since=2020", "planned_retirement=2019"], "före driftstarten"),
        ("organisations", ["name=A", "organisation_number=212000-1844"], "Kontrollsiffran stämmer inte"),
        ("organisations", ["name=A", "organisation_number=12"], "tio siffror"),
        ("organisations", ["name=A", "municipality_code=146"], "fyra siffror"),
    ],
)  # fmt: skip
def test_what_does_not_hold_together_is_refused_whole(
    register: str, values: list[str], part: str, cli: Any, filled: Path
) -> None:
    before = state(filled)
    answer = cli("add", register, filled, *values)
    assert (answer.status, answer.raw) == (3, b"")
    assert part in answer.error
    assert answer.error.count("\n") == 1
    assert state(filled) == before


@pytest.mark.parametrize("word", ["Å" * 100_000, "\x1b[31m", "a\nb", "' OR 1=1 --", '"*', "\udcff"])
def test_odd_words_name_nothing_and_are_told_in_one_line(word: str, cli: Any, filled: Path) -> None:
    before = state(filled)
    for arguments in (
        ["list", word, filled],
        ["list", "systems", filled, "--where", word],
        ["list", "systems", filled, "--where", f"supplier={word}"],
        ["show", "systems", filled, word],
        ["set", "systems", filled, "Ale", word],
        [word],
        ["list", "systems", filled, "--on", word],
        ["digest", filled, "--owner", word],
    ):
        answer = cli(*arguments)
        assert (answer.status in (2, 3), answer.raw) == (True, b"")
        assert answer.error.count("\n") == 1
        assert "\x1b" not in answer.error
        assert len(answer.error) < 2500
    assert state(filled) == before
