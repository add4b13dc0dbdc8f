"""Papers of many records, as a user makes them: the steps of `manga_handlingar.feature`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.batch.dialog import BatchDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("manga_handlingar.feature")

Table = Sequence[Sequence[str]]


def dialog_of(house: Any) -> BatchDialog:
    (dialog,) = house.window.frame.findChildren(BatchDialog)
    return dialog


@given("ett register med två driftavtal och ett supportavtal")
def register(register_path: Path, around: Surroundings) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    for kind, name in (("driftavtal", "Castor"), ("driftavtal", "Lifecare"), ("supportavtal", "Raindance")):
        workspace.records.add("agreements", {"title": f"{kind.capitalize()} {name}", "kind": kind})
    workspace.close()


@given("att avtalen visas i fönstret")
def open_it(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    house.bench.show_register("agreements")
    hands.rest()


@when(parsers.parse('jag markerar allt och väljer "{word}" i menyn'))
def mark_all(house: Any, hands: Any, word: str) -> None:
    house.bench.page.list.focus_table()
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    next(action for action in house.window.frame.findChildren(QAction) if action.text() == word).trigger()
    hands.rest()


@when(parsers.parse('jag väljer "{choice}"'))
@when(parsers.parse('jag trycker på "{choice}"'))
def press(hands: Any, opened: list[str], choice: str) -> None:
    hands.press(choice)


@when(parsers.parse('jag skapar dem i mappen "{name}"'))
def make_in_folder(hands: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(tmp_path / name))
    hands.press("Skapa…")


@when(parsers.parse('jag skapar dem i filen "{name}"'))
def make_in_file(hands: Any, tmp_path: Path, save_as: Callable[[Path], None], name: str) -> None:
    save_as(tmp_path / name)
    hands.press("Skapa…")


@then(parsers.parse('står det "{told}" och "{more}"'))
def it_says(house: Any, told: str, more: str) -> None:
    result = dialog_of(house).came_of
    assert result.notice.accessibleName().startswith(told)
    assert result.more.text() == more


@then(parsers.parse('mappen "{name}" har två utkast'))
def folder_has(tmp_path: Path, name: str) -> None:
    first, second = sorted((tmp_path / name).iterdir())
    for path in (first, second):
        assert all("UTKAST" in page.extract_text() for page in PdfReader(path).pages[1:])


@then(parsers.parse('mappen "{name}" finns inte'))
def folder_is_not(tmp_path: Path, name: str) -> None:
    assert not (tmp_path / name).exists()


@then("det står vad vart och ett saknar")
def each_lacks(house: Any) -> None:
    rows = dialog_of(house).came_of.rows
    words = [rows.data(rows.index(row), int(Qt.ItemDataRole.AccessibleTextRole)) for row in range(rows.rowCount())]
    assert [word.split(":")[0] for word in words] == ["Driftavtal Castor", "Driftavtal Lifecare"]
    assert all("uppgifter saknas: " in word for word in words)


@then(parsers.parse('filen "{name}" har bokmärkena'))
def file_has(tmp_path: Path, name: str, datatable: Table) -> None:
    outline = PdfReader(tmp_path / name).outline
    assert [each["/Title"] for each in outline if not isinstance(each, list)] == [row[0] for row in datatable]


@then(parsers.parse('öppnas "{name}"'))
def is_opened(opened: list[str], tmp_path: Path, name: str) -> None:
    assert opened == [str(tmp_path / name)]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to show; it says that it could."""
    asked: list[str] = []

    def show(path: Path) -> bool:
        asked.append(str(path))
        return True

    monkeypatch.setattr("itadmin.ui.batch.dialog.shown_by_system", show)
    return asked
