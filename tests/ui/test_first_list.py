"""The list that is shown before the rest of the program is loaded."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.first_list import first_list
from itadmin.ui.look.look import Look

TODAY = date(2026, 11, 22)


def test_it_shows_the_first_register_in_order(look: Look, workspace: Workspace, qtbot: QtBot) -> None:
    for name in ("Ärendehantering", "Book-IT", "Åkeriet"):
        workspace.records.add("systems", {"name": name, "lifecycle": "i_drift"})
    workspace.close()
    pane = first_list(look, workspace.path, TODAY)
    assert pane is not None
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    pane.show()
    assert [pane.model.index(row, 0).data() for row in range(3)] == ["Book-IT", "Åkeriet", "Ärendehantering"]
    assert pane.model.index(0, 1).data() == "I drift"
    QTest.keyClick(pane.table, Qt.Key.Key_Down)
    assert pane.table.currentIndex().row() == 1


def test_what_cannot_be_read_at_once_is_opened_the_ordinary_way(look: Look, tmp_path: Path) -> None:
    other = tmp_path / "annat.itadmin"
    other.write_bytes(b"not a register " * 500)
    assert first_list(look, other, TODAY) is None
    assert first_list(look, tmp_path / "finns inte.itadmin", TODAY) is None


def test_an_empty_register_says_so(look: Look, register_path: Path, qtbot: QtBot) -> None:
    pane = first_list(look, register_path, TODAY)
    assert pane is not None
    qtbot.addWidget(pane)
    pane.show()
    assert not pane.table.isVisible()
