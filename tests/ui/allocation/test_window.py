"""The window on a kostnadsfördelning: bars and tables, choices that are saved at once, and adopting it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from itadmin.domain.registers.allocations import Allocation
from itadmin.services.time_machine import past_workspace
from itadmin.services.workspace import Workspace
from itadmin.ui.allocation.adopt_sheet import AdoptSheet
from itadmin.ui.allocation.window import AllocationWindow
from itadmin.ui.bus import Bus
from itadmin.ui.session import Guide, Session

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
FIVE = ("1438", "1439", "1460", "1461", "1492")
Show = Callable[..., AllocationWindow]


@pytest.fixture
def key(workspace: Workspace) -> UUID:
    """A million kronor between five, by inhabitants, beside equal parts, over three years."""
    rows = [{"municipality": code} for code in FIVE]
    more = {"compared_model": "LIKA", "phase_in_years": 3, "status": "utkast", "period_starts": "2027-01-01"}
    values = {"title": "Drift 2027", "amount": 100_000_000, "model": "BEFOLKNING", "participants": rows}
    return workspace.records.add("allocations", {**values, **more})


@pytest.fixture
def show(session: Session, key: UUID, qtbot: QtBot) -> Iterator[Show]:
    def make(other: Session | None = None) -> AllocationWindow:
        window = AllocationWindow(other or session, key)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in QApplication.topLevelWidgets():
        if isinstance(window, AllocationWindow):
            window.close()


def cells(table: Any) -> list[list[str]]:
    QApplication.processEvents()
    model = table.model()
    return [
        [str(model.index(row, column).data()).replace("\N{NBSP}", " ") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def now(session: Session, key: UUID) -> Allocation:
    record = session.reading().one("allocations", key).record
    assert isinstance(record, Allocation)
    return record


def choose(box: Any, value: Any) -> None:
    """Choose with the keyboard, as one does in a list that is shut."""
    box.setFocus()
    while box.currentData() != value:
        before = box.currentIndex()
        box.setCurrentIndex(box.findData(value) - 1 if box.findData(value) else 1)
        QTest.keyClick(box, Qt.Key.Key_Down if box.findData(value) else Qt.Key.Key_Up)
        assert box.currentIndex() != before
    QApplication.processEvents()


def test_each_kommun_with_its_part_and_the_sum(show: Show) -> None:
    window = show()
    found = cells(window.table)
    assert found[2][:5] == ["Bengtsfors", "9 076", "22,13 %", "221 279,50", "24,38"]
    assert found[2][5:] == ["200 000,00", "21 279,50", "10,64 %"]
    assert found[-1][:4] == ["Summa", "41 016", "100 %", "1 000 000,00"]
    assert cells(window.years)[-1] == ["Summa", *["1 000 000,00"] * 4]
    assert "Varje kommun bär 1 000 000 kr × invånare" in window.told.text().replace("\N{NBSP}", " ")
    words = window.bars.accessibleName().replace("\N{NBSP}", " ")
    assert words.startswith("Jämförs med: Lika delar: Dals-Ed 200 000 kr (20,0 %)")
    assert "Befolkning: Dals-Ed 112 298 kr (11,2 %)" in words
    message = window.notice.shown()
    assert message is not None
    assert message.action == "Befolkningstal"


def test_a_model_that_is_chosen_is_saved_and_shown(show: Show, session: Session, key: UUID) -> None:
    window = show()
    assert not window.controls.fixed.isVisible()
    choose(window.controls.model, "FAST_RORLIG")
    assert now(session, key).model == "FAST_RORLIG"
    assert cells(window.table)[2][3] == "217 023,60"
    assert window.controls.fixed.isVisible()
    assert "Ctrl+Z ångrar" in window.said.text()
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    QApplication.processEvents()
    assert now(session, key).model == "BEFOLKNING"
    assert cells(window.table)[2][3] == "221 279,50"


def test_no_comparison_shows_one_bar_and_no_years(show: Show, session: Session, key: UUID) -> None:
    window = show()
    choose(window.controls.compared, "")
    assert now(session, key).compared_model == ""
    assert not window.years.isVisible()
    assert len(cells(window.table)[0]) == 5


def test_who_takes_part_is_ticked(show: Show, session: Session, key: UUID, qtbot: QtBot) -> None:
    window = show()
    tick = window.controls.ticks["1492"]
    QTest.mouseClick(tick, LEFT, pos=QPoint(8, tick.height() // 2))
    QApplication.processEvents()
    assert [row.municipality for row in now(session, key).participants] == list(FIVE[:4])
    assert [row[3] for row in cells(window.table)][:4] == ["158 227,41", "219 031,26", "311 782,89", "310 958,44"]


def test_what_is_lacking_is_told_with_the_way_to_it(show: Show, session: Session, key: UUID, qtbot: QtBot) -> None:
    asked: list[tuple[str, UUID, str]] = []
    session.guide.field_wanted.connect(lambda *place: asked.append(place))
    window = show()
    choose(window.controls.model, "ANVANDARE")
    message = window.notice.shown()
    assert message is not None
    assert "Ange antalet användare" in str(message.prose)
    assert not window.table.isVisible()
    assert not window.adopt.isEnabled()
    window.notice.acted.emit(message)
    assert asked == [("allocations", key, "participants")]


def test_it_is_adopted_and_then_only_shown(show: Show, session: Session, key: UUID, qtbot: QtBot) -> None:
    window = show()
    QTest.mouseClick(window.adopt, LEFT)
    (sheet,) = [item for item in window.findChildren(AdoptSheet) if item.isVisible()]
    assert "Folkmängden är 22 månader gammal" in sheet.remarks.text()
    QTest.mouseClick(sheet.act, LEFT)
    QApplication.processEvents()
    assert now(session, key).status == "faststalld"
    assert [window.adopt.isVisible(), window.renew.isVisible(), window.controls.isVisible()] == [False, True, False]
    assert cells(window.table)[2][3] == "221 279,50"
    QTest.mouseClick(window.renew, LEFT)
    made = [each for each in session.reading().keys("allocations") if each != key]
    assert [now(session, each).status for each in made] == ["utkast"]


def test_it_is_saved_for_excel(show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    path = tmp_path / "fördelning.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(path), ""))
    window = show()
    QTest.mouseClick(window.save, LEFT)
    qtbot.waitUntil(path.exists)
    book = openpyxl.load_workbook(path)
    assert "Fördelning" in book.sheetnames
    assert "Infasning" in book.sheetnames


def test_the_paper_is_asked_for(show: Show, session: Session, key: UUID, qtbot: QtBot) -> None:
    asked: list[tuple[str, object]] = []
    session.guide.paper_wanted.connect(lambda kind, record: asked.append((kind, record)))
    QTest.mouseClick(show().paper, LEFT)
    assert asked == [("cost_allocation", key)]


def test_a_register_of_an_earlier_day_is_only_shown(show: Show, session: Session) -> None:
    workspace = session.workspace
    past = past_workspace(workspace.path, workspace.file.content(), workspace.reading().day, workspace.around)
    window = show(Session(past, session.look, Bus(), Guide(), session.background))
    assert [window.adopt.isVisible(), window.controls.isVisible()] == [False, False]


def test_one_that_is_taken_away_for_good_closes_its_window(show: Show, session: Session, qtbot: QtBot) -> None:
    closed: list[bool] = []
    show().destroyed.connect(lambda: closed.append(True))
    session.workspace.undo.undo()
    qtbot.waitUntil(lambda: bool(closed))
