"""Window and command line on one register: the steps of `kommandoraden.feature`."""

import io
import shlex
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.__main__ import main

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("kommandoraden.feature")

_PAPER = 'document operations_agreement {fil} --record "Driftavtal Lifecare"'


def run(tmp_path: Path, command: str) -> tuple[int, str]:
    """Run a command line and give its status and all it said."""
    out, raw = io.StringIO(), io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
    words = [word.replace("{fil}", str(tmp_path / "register.itadmin")) for word in shlex.split(command)]
    with redirect_stdout(stream), redirect_stderr(out):
        try:
            status = main(words)
        except SystemExit as left:
            status = left.code if isinstance(left.code, int) else 1
    return status or 0, raw.getvalue().decode() + out.getvalue()


@given(parsers.parse('att jag kör "{command}"'))
def have_run(tmp_path: Path, command: str) -> None:
    status, said = run(tmp_path, command)
    assert status == 0, said


@when("jag öppnar filen i fönstret")
def open_it(house: Any, hands: Any, tmp_path: Path) -> None:
    house.start(tmp_path / "register.itadmin")
    assert house.bench is not None
    hands.rest()


@when("jag stänger fönstret")
def close(house: Any, hands: Any) -> None:
    house.close()
    hands.rest()


@when("jag trycker Ctrl+Z i fönstret")
def undo(house: Any, hands: Any) -> None:
    house.bench.page.list.focus_table()
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@when(parsers.parse('jag trycker på "{name}"'))
def press(hands: Any, name: str) -> None:
    hands.press(name)


@then(parsers.parse('visar listan "{name}"'))
def shows(house: Any, name: str) -> None:
    assert house.bench.page.model.index(0, 0).data() == name


@then("visar listan ingenting")
def shows_nothing(house: Any) -> None:
    assert house.bench.page.model.rowCount() == 0


@then(parsers.parse('svarar "{command}" med "{words}"'))
def answers(tmp_path: Path, command: str, words: str) -> None:
    status, said = run(tmp_path, command)
    assert status == 0, said
    assert words in said


@then(parsers.parse('"{command}" nekas med en mening om "{word}"'))
def refused(tmp_path: Path, command: str, word: str) -> None:
    status, said = run(tmp_path, command)
    assert status != 0
    assert word in said


@then(parsers.parse('lyckas "{command}"'))
def succeeds(tmp_path: Path, command: str) -> None:
    status, said = run(tmp_path, command)
    assert status == 0, said


@then("nekas dokumentet med en uppräkning av vad som saknas")
def refused_paper(tmp_path: Path) -> None:
    status, said = run(tmp_path, f"{_PAPER} --out {tmp_path / 'a.pdf'}")
    assert status != 0
    assert "iarienummer" in said
    assert not (tmp_path / "a.pdf").exists()


@then("ett utkast går att göra")
def draft(tmp_path: Path) -> None:
    status, said = run(tmp_path, f"{_PAPER} --draft --out {tmp_path / 'a.pdf'}")
    assert status == 0, said
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
