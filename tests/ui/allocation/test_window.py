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
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from itadmin.domain.registers.allocations import Allocation
from itadmin.services.time_machine import past_workspace
from itadmin.services.workspace import Workspace
from itadmin.ui.allocation.adopt_sheet import AdoptSheet
from itadmin.ui.allocation.figures_sheet import FiguresSheet
from itadmin.ui.allocation.numbers_sheet import NumbersSheet
from itadmin.ui.allocation.value_line import ValueLine
from itadmin.ui.allocation.window import AllocationWindow
from itadmin.ui.bus import Bus
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Guide, Session
from itadmin.ui.widgets.prose import plain_text

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


def numbers(window: AllocationWindow) -> NumbersSheet:
    QApplication.processEvents()
    (sheet,) = [item for item in window.findChildren(NumbersSheet) if item.isVisible()]
    return sheet


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
    assert not window.controls.fixed.isEnabled()
    at = window.controls.day.pos()
    choose(window.controls.model, "FAST_RORLIG")
    assert now(session, key).model == "FAST_RORLIG"
    assert cells(window.table)[2][3] == "217 023,60"
    assert window.controls.fixed.isEnabled()
    assert window.controls.day.pos() == at
    assert not window.status.undo.isHidden()
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


def test_who_is_unticked_stays_to_be_ticked_again(show: Show, session: Session, key: UUID) -> None:
    rows = [{"municipality": code} for code in (*FIVE, "1765")]
    session.workspace.records.save("allocations", key, {"participants": rows})
    window = show()
    tick = window.controls.ticks["1765"]
    for codes in (FIVE, (*FIVE, "1765")):
        QTest.mouseClick(tick, LEFT, pos=QPoint(8, tick.height() // 2))
        QApplication.processEvents()
        assert {row.municipality for row in now(session, key).participants} == set(codes)
        assert window.controls.ticks["1765"] is tick


def test_the_inhabitants_that_are_lacking_are_asked_for_with_kommun_and_day(
    show: Show, session: Session, key: UUID
) -> None:
    rows = [{"municipality": code} for code in ("1460", "1765")]
    session.workspace.records.save("allocations", key, {"participants": rows})
    window = show()
    message = window.notice.shown()
    assert message is not None
    assert "Folkmängd per 2024-12-31 saknas för Årjäng." in plain_text(message.prose)
    QTest.mouseClick(window.notice.findChild(QPushButton), LEFT)
    QApplication.processEvents()
    (sheet,) = [item for item in window.findChildren(NewRecordDialog) if item.isVisible()]
    assert [sheet.editors[name].plain() for name in ("municipality_code", "counted_on")] == ["1765", "2024-12-31"]
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "9893")
    sheet.save()
    QApplication.processEvents()
    assert [row[:2] for row in cells(window.table)][1] == ["Årjäng", "9 893"]
    assert window.status.said.text() == "La till ett befolkningstal."


def test_the_day_that_counts_is_shown_and_written_where_it_stands(show: Show, session: Session, key: UUID) -> None:
    window = show()
    day = window.controls.lines["counted_on"]
    assert day.line.text() == "2024-12-31"
    choose(window.controls.day, "fast_dag")
    assert (now(session, key).reference, str(now(session, key).counted_on)) == ("fast_dag", "2024-12-31")
    write(day, "2015-06-30")
    assert str(now(session, key).counted_on) == "2015-06-30"
    assert cells(window.table)[2][1] == "9 589"
    day.line.setFocus()
    day.line.selectAll()
    QTest.keyClick(day.line, Qt.Key.Key_Delete)
    QTest.keyClick(day.line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert (now(session, key).reference, now(session, key).counted_on) == ("senaste_31_dec", None)
    assert day.line.text() == "2024-12-31"


def test_the_figures_that_ship_stand_beside_the_own(show: Show, session: Session) -> None:
    values = {"municipality_code": "1460", "counted_on": "2025-12-31", "number": 9_000, "source": "SCB"}
    session.workspace.records.add("populations", values)
    window = show()
    QTest.mouseClick(window.controls.known, LEFT)
    (sheet,) = [item for item in window.findChildren(FiguresSheet) if item.isVisible()]
    found = [row for row in cells(sheet.table) if row[0] == "Bengtsfors"]
    assert found[0] == ["Bengtsfors", "2025-12-31", "9 000", "Eget", "SCB"]
    assert found[1][:4] == ["Bengtsfors", "2025-09-30", "8 998", "Följer med"]
    QTest.mouseClick(sheet.new, LEFT)
    QApplication.processEvents()
    (asking,) = [item for item in window.findChildren(NewRecordDialog) if item.isVisible()]
    assert asking.editors["counted_on"].plain() == "2025-12-31"


def test_what_is_lacking_is_told_with_the_way_to_it(show: Show, session: Session, key: UUID) -> None:
    window = show()
    choose(window.controls.model, "ANVANDARE")
    message = window.notice.shown()
    assert message is not None
    assert "Ange antalet användare" in str(message.prose)
    assert not window.table.isVisible()
    assert not window.adopt.isEnabled()
    QTest.mouseClick(window.notice.findChild(QPushButton), LEFT)
    sheet = numbers(window)
    heads = [sheet.model.headerData(row, Qt.Orientation.Vertical) for row in range(5)]
    assert heads == ["Dals-Ed", "Färgelanda", "Bengtsfors", "Mellerud", "Åmål"]
    for row, users in enumerate(("100", "200", "300", "400", "mycket")):
        assert sheet.table.currentIndex().row() == row
        QTest.keyClick(sheet.table, Qt.Key.Key_F2)
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        QTest.keyClicks(line, users)
        QTest.keyClick(line, Qt.Key.Key_Return)
        QApplication.processEvents()
        QTest.keyClick(sheet.table, Qt.Key.Key_Down)
    QTest.mouseClick(sheet.act, LEFT)
    assert sheet.fault.text().startswith("Åmål, Användare: ")
    sheet.model.setData(sheet.model.index(4, 2), "1 000")
    QTest.mouseClick(sheet.act, LEFT)
    assert [row.users for row in now(session, key).participants] == [100, 200, 300, 400, 1000]
    assert not window.status.undo.isHidden()
    assert cells(window.table)[4][3] == "500 000,00"


def test_a_comparison_that_cannot_be_shown_says_why_beside_what_is_to_be_thought_of(show: Show) -> None:
    window = show()
    assert not window.lacking.isVisible()
    choose(window.controls.compared, "ENHETER")
    message = window.lacking.shown()
    assert message is not None
    told = plain_text(message.prose)
    assert told.startswith("Jämförelsen med antal enheter kan inte visas. Ange antalet enheter för Dals-Ed,")
    assert window.notice.isVisible()
    QTest.mouseClick(window.lacking.findChild(QPushButton), LEFT)
    sheet = numbers(window)
    assert sheet.model.headerData(sheet.table.currentIndex().column(), Qt.Orientation.Horizontal) == "Enheter"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    choose(window.controls.compared, "")
    assert not window.lacking.isVisible()


def write(line: ValueLine, text: str) -> None:
    line.line.setFocus()
    line.line.selectAll()
    QTest.keyClicks(line.line, text)
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_the_amount_is_changed_where_it_stands(show: Show, session: Session, key: UUID) -> None:
    window = show()
    amount = window.controls.lines["amount"]
    write(amount, "250 000 kr")
    assert now(session, key).amount == 250_000_00
    assert [amount.line.text(), cells(window.table)[-1][3]] == ["250\N{NBSP}000", "250 000,00"]
    write(amount, "mycket")
    assert [amount.fault.isVisible(), amount.line.text(), now(session, key).amount] == [True, "mycket", 250_000_00]
    QTest.keyClick(amount.line, Qt.Key.Key_Escape)
    assert [window.isVisible(), amount.fault.isVisible(), amount.line.text()] == [True, False, "250\N{NBSP}000"]
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    QApplication.processEvents()
    assert [now(session, key).amount, amount.line.text()] == [100_000_000, "1\N{NBSP}000\N{NBSP}000"]


@pytest.mark.parametrize("leave", ["close", "leave_edited"])
def test_what_is_being_written_is_saved_when_one_leaves(show: Show, session: Session, key: UUID, leave: str) -> None:
    window = show()
    line = window.controls.lines["amount"].line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "5000")
    getattr(window, leave)()
    assert now(session, key).amount == 5000_00


def test_the_period_goes_along_to_another_year_and_does_not_end_before_it_begins(
    show: Show, session: Session, key: UUID
) -> None:
    window = show()
    lines = window.controls.lines
    write(lines["period_ends"], "2027-12-31")
    write(lines["period_starts"], "2029-01-01")
    period = now(session, key)
    assert [str(period.period_starts), str(period.period_ends)] == ["2029-01-01", "2029-12-31"]
    assert lines["period_ends"].line.text() == "2029-12-31"
    write(lines["period_ends"], "2028-12-31")
    assert lines["period_ends"].fault.text() == "Perioden slutar innan den börjar. Ändra dagen."
    assert str(now(session, key).period_ends) == "2029-12-31"


def test_it_is_adopted_and_then_only_shown(show: Show, session: Session, key: UUID, qtbot: QtBot) -> None:
    window = show()
    QTest.mouseClick(window.adopt, LEFT)
    (sheet,) = [item for item in window.findChildren(AdoptSheet) if item.isVisible()]
    assert "Folkmängden är 22 månader gammal" in sheet.remarks.text()
    QTest.mouseClick(sheet.act, LEFT)
    QApplication.processEvents()
    assert now(session, key).status == "faststalld"
    assert window.status.said.text() == "Fastställde Drift 2027."
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
