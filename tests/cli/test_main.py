import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from itadmin import __main__ as entry
from itadmin import __version__
from itadmin.cli.commands import COMMANDS
from itadmin.cli.context import Context, Programs
from itadmin.cli.main import run
from itadmin.cli.output import Output
from itadmin.services.clock import real_surroundings

DOCS = Path(__file__).resolve().parents[2] / "docs" / "command-line.md"
LIGHT = "import sys; from itadmin.__main__ import main; status = main(sys.argv[1:]); "
HEAVY = "print([name for name in ('reportlab', 'alembic', 'PySide6', 'pypdfium2') if name in sys.modules])"


BUFFERED = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": ""}


def process(*arguments: object, environment: dict[str, str] | None = None, code: str = "") -> Any:
    """Run the program in a process of its own."""
    program = [sys.executable, *(["-c", code] if code else ["-m", "itadmin"])]
    return subprocess.run(
        [*program, *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=60,
        env={**BUFFERED, **(environment or {})},
    )


class Above:
    """The programs above the command line, which only note that they were started."""

    def __init__(self) -> None:
        self.started: list[Any] = []

    def note(self, *what: Any) -> int:
        self.started.append(what)
        return 0

    def run(self, *arguments: str) -> tuple[int, str]:
        error = io.StringIO()
        programs = Programs(self.note, self.note, self.note)
        status = run(arguments, Context(Output(io.StringIO(), error), real_surroundings(), programs))
        return status, error.getvalue()


@pytest.mark.parametrize("arguments", [[], ["bengtsfors.itadmin"], ["mapp/bengtsfors"]])
def test_without_a_command_the_window_opens(arguments: list[str]) -> None:
    above = Above()
    assert above.run(*arguments) == (0, "")
    assert above.started == [(tuple(arguments),)]


def test_a_file_that_is_there_opens_whatever_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "register").touch()
    monkeypatch.chdir(tmp_path)
    above = Above()
    assert above.run("register") == (0, "")
    assert above.started == [(("register",),)]


def test_what_lies_above_gets_its_arguments(tmp_path: Path) -> None:
    above = Above()
    assert above.run("self-test") == (0, "")
    assert above.run("self-test", "--out", str(tmp_path)) == (0, "")
    assert above.run("screenshots", "bilder", "a.itadmin") == (0, "")
    assert above.started == [(None,), (tmp_path,), (Path("bilder"), Path("a.itadmin"))]


def test_parts_above_load_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str, Sequence[Any]]] = []

    def late(module: str, function: str) -> Any:
        return lambda *arguments: asked.append((module, function, arguments)) or 0

    monkeypatch.setattr(entry, "_late", late)
    assert entry.main(["a.itadmin"]) == entry.main(["self-test"]) == entry.main(["screenshots", "b", "a"]) == 0
    assert asked == [
        ("itadmin.app", "main", (["a.itadmin"],)),
        ("itadmin.self_test", "self_test", (None,)),
        ("itadmin.self_test", "screenshots", (Path("b"), Path("a"))),
    ]


@pytest.mark.parametrize("word", ["lst", "--zzz", "", "-x"])
def test_a_word_that_is_no_command_is_wrong_usage(word: str) -> None:
    above = Above()
    status, error = above.run(word)
    if word:
        assert (status, above.started) == (2, [])
        assert error.startswith(f"Kommandot {word} finns inte. Kommandona är: demo, new, list, show, add")
        assert error.count("\n") == 1


def test_help_tells_every_command(done: Any) -> None:
    for flag in ("-h", "--help"):
        text = done(flag).out
        assert all(f"  {name} " in text and command.summary in text for name, command in COMMANDS.items())


def test_the_version_is_told(done: Any) -> None:
    assert done("--version").out == f"itadmin {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_in_swedish(name: str, done: Any) -> None:
    text = done(name, "--help").out
    assert text.startswith(f"Så här: itadmin {name} ")
    assert COMMANDS[name].summary in " ".join(text.split())
    assert not any(word in text.lower() for word in ("usage:", "options:", "positional", "show this help", "default"))
    for item in COMMANDS[name].arguments:
        assert item.names[0] in text or item.settings["metavar"] in text
        written = item.names[0] if item.is_option else item.settings["metavar"]
        assert written in COMMANDS[name].usage


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_handbook(name: str) -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert f"itadmin {name}" in text
    for item in COMMANDS[name].arguments:
        assert not item.is_option or item.names[0] in text


def test_the_handbook_names_no_command_that_is_not_there() -> None:
    words = [line.split("itadmin ", 1)[1].split()[0] for line in DOCS.read_text(encoding="utf-8").splitlines()
             if line.startswith("| `itadmin ")]  # fmt: skip
    assert {word.strip("`|") for word in words} - set(COMMANDS) == {"[FIL]"}


@pytest.mark.parametrize("command", ["list", "show", "digest", "check", "backup", "new", "add", "set", "undo"])
def test_only_papers_and_windows_load_what_is_slow(command: str, filled: Path, tmp_path: Path) -> None:
    arguments: dict[str, list[object]] = {
        "list": ["systems", filled],
        "show": ["systems", filled, "Ale"],
        "new": [tmp_path / "ny.itadmin", "--organisation", "1438"],
        "add": ["systems", filled, "name=Nytt"],
        "set": ["systems", filled, "Ale", "note=x"],
    }
    answer = process(command, *arguments.get(command, [filled]), code=LIGHT + HEAVY)
    assert answer.stdout.decode().splitlines()[-1] == "[]", answer.stderr


@pytest.mark.parametrize("environment", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "POSIX"}])
def test_answers_are_utf8_whatever_the_locale(environment: dict[str, str], filled: Path) -> None:
    found = process("list", "systems", filled, "--where", "name=Ärendehanteraren", "--format", "json",
                    environment=environment)  # fmt: skip
    assert (found.returncode, found.stderr) == (0, b"")
    assert "Ärendehanteraren".encode() in found.stdout
    assert json.loads(found.stdout.decode("utf-8"))[0]["lifecycle_label"] == "Planerad"
    unknown = process("list", "system", filled, environment=environment)
    assert (unknown.returncode, unknown.stdout) == (2, b"")
    assert "Registren är" in unknown.stderr.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX systems")
def test_a_reader_who_leaves_is_no_trouble(filled: Path) -> None:
    command = [sys.executable, "-m", "itadmin", "list", "systems", filled, "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=BUFFERED) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        assert started.stderr.read() == b""
        assert started.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_an_answer_that_finds_no_room_is_told(filled: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        answer = subprocess.run(
            [sys.executable, "-m", "itadmin", "list", "systems", filled],
            stdout=full, stderr=subprocess.PIPE, check=False, timeout=60,
            env=BUFFERED,
        )  # fmt: skip
    assert answer.returncode == 3
    assert answer.stderr.decode() == "Det gick inte att skriva ut svaret. Är disken full?\n"


def test_breaking_off_is_told_and_is_no_success(monkeypatch: pytest.MonkeyPatch, cli: Any, filled: Path) -> None:
    def interrupted(*_arguments: Any) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("itadmin.cli.digest.show_digest", interrupted)
    answer = cli("digest", filled)
    assert (answer.status, answer.error) == (3, "Avbrutet.\n")
