"""The costs of a year: summed one way or another, each sum with what it is made of, copied, saved and budgeted."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from itadmin.domain.calculations.cost_table import Grouping
from itadmin.services.time_machine import past_workspace
from itadmin.services.workspace import Workspace
from itadmin.ui.bus import Bus
from itadmin.ui.costs.window import CostsWindow
from itadmin.ui.session import Guide, Session

CONTROL = Qt.KeyboardModifier.ControlModifier
HOSTILE = '<b>Viklo</b> & "x"'
Show = Callable[..., CostsWindow]


@pytest.fixture
def ids(workspace: Workspace) -> dict[str, UUID]:
    """Two systems that share an agreement, lines of two years, and a system that only says what it costs."""
    add = workspace.records.add
    social = add("organisations", {"name": "Socialförvaltningen", "kind": "forvaltning"})
    lifecare = add("systems", {"name": "Lifecare", "department": str(social), "user_count": 100})
    viklo = add("systems", {"name": HOSTILE})
    ale = add("systems", {"name": "Ale", "annual_cost": 700_00})
    agreement = add("agreements", {
        "title": "Supportavtal", "kind": "supportavtal", "status": "gallande", "annual_price": 10_000_00,
        "systems": [str(lifecare), str(viklo)], "starts_on": "2024-01-01", "open_ended": True, "notice_months": 3,
    })  # fmt: skip
    of_lifecare = {"kind": "drift", "system": str(lifecare)}
    line = add("cost_lines", {**of_lifecare, "year": 2026, "budget": 3_000_00, "actual": 3_500_50})
    add("cost_lines", {**of_lifecare, "year": 2025, "text": "Servrar", "budget": 2_000_00})
    return {"lifecare": lifecare, "viklo": viklo, "ale": ale, "agreement": agreement, "line": line, "social": social}


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Show]:
    def make(other: Session | None = None) -> CostsWindow:
        window = CostsWindow(other or session)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in QApplication.topLevelWidgets():
        if isinstance(window, CostsWindow):
            window.close()


def rows(table: Any) -> list[list[str]]:
    QApplication.processEvents()
    model = table.model()
    return [
        [str(model.index(row, column).data()).replace("\N{NBSP}", " ") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def press(key: Qt.Key, *, control: bool = False) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, CONTROL if control else Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


def chosen(box: Any, word: str) -> None:
    """Choose with the arrow keys."""
    box.setFocus()
    for _step in range(box.findText(word) - box.currentIndex()):
        press(Qt.Key.Key_Down)
    assert box.currentText() == word


def test_systems_stand_with_both_years_and_their_sum(show: Show, ids: dict[str, UUID]) -> None:
    assert rows(show().table) == [
        ["Lifecare", "8 501", "7 000", "1 501", "21,44 %", "3 000", "3 501", "0,94", "85,01"],
        [HOSTILE, "5 000", "5 000", "0", "0 %", "", "", "0,56", ""],
        ["Ale", "700", "700", "0", "0 %", "", "", "0,08", ""],
        ["Summa", "14 201", "12 700", "1 501", "11,81 %", "3 000", "3 501", "1,58", ""],
    ]


def test_the_year_is_told_with_the_source_of_its_inhabitants(show: Show, ids: dict[str, UUID]) -> None:
    assert show().told.text().replace("\N{NBSP}", " ") == (
        "2026 kostar 14 201 kr, 1 501 kr mer än 2025 (11,81 %). "
        "Avtalen räknas med dagens pris också 2025. Det är 1,58 kr per invånare "
        "(8 998 invånare 2025-09-30, SCB, Regionfakta). Belopp i hela kronor utan moms."
    )


def test_a_sum_explains_itself_and_leads_to_what_it_is_made_of(
    show: Show, ids: dict[str, UUID], session: Session, qtbot: QtBot
) -> None:
    window = show()
    assert window.pieces.told.text().replace("\N{NBSP}", " ") == (
        "Lifecare 2026: 8 501 kr, 1 501 kr mer än 2025 (21,44 %). "
        "Det är 3 501 kr i kostnadsrader och 5 000 kr ur avtal."
    )
    assert rows(window.pieces.table) == [
        ["Supportavtal", "Ur avtalet", "Lifecare", "2026", "5 000",
         "Avtalets pris i dag, 10 000 kr om året, delat lika på 2 system."],
        ["Drift", "Kostnadsrad", "Lifecare", "2026", "3 501", "Utfall 3 500,50 kr."],
        ["Supportavtal", "Ur avtalet", "Lifecare", "2025", "5 000",
         "Avtalets pris i dag, 10 000 kr om året, delat lika på 2 system."],
        ["Drift – Servrar", "Kostnadsrad", "Lifecare", "2025", "2 000", "Budget, utfall saknas."],
    ]  # fmt: skip
    window.pieces.table.setFocus()
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == ["cost_lines", ids["line"]]


def test_enter_opens_the_group_and_on_the_sum_goes_to_its_pieces(
    show: Show, ids: dict[str, UUID], session: Session, qtbot: QtBot
) -> None:
    window = show()
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == ["systems", ids["viklo"]]
    press(Qt.Key.Key_End, control=True)
    assert window.pieces.told.text().startswith("Summa 2026: 14")
    press(Qt.Key.Key_Return)
    assert window.pieces.table.hasFocus()


@pytest.mark.parametrize(("word", "first"), [
    ("Förvaltning", [["Socialförvaltningen", "8 501"], ["Utan förvaltning", "5 700"]]),
    ("Leverantör", [["Utan leverantör", "14 201"]]),
    ("Kostnadstyp", [["Support", "10 000"], ["Drift", "3 501"], ["Övrigt", "700"]]),
])  # fmt: skip
def test_it_is_summed_as_one_likes_and_the_sum_is_the_same(
    show: Show, ids: dict[str, UUID], word: str, first: list[list[str]]
) -> None:
    window = show()
    chosen(window.controls.groupings, word)
    assert [row[:2] for row in rows(window.table)] == [*first, ["Summa", "14 201"]]


def test_it_is_narrowed_to_a_department_and_told_of_that(
    show: Show, ids: dict[str, UUID], opened: list[str], workspace: Workspace
) -> None:
    window = show()
    chosen(window.controls.narrowing[Grouping.BEARER], "Socialförvaltningen")
    assert [row[:2] for row in rows(window.table)] == [["Lifecare", "8 501"], ["Summa", "8 501"]]
    assert window.told.text().startswith("Socialförvaltningen 2026: 8")
    assert not window.copy_budget.isVisible()
    press(Qt.Key.Key_P, control=True)
    assert [Path(name).name for name in opened] == ["Kostnader-2026-Socialforvaltningen_2026-11-22.pdf"]
    workspace.records.save("organisations", ids["social"], {"name": "Vård & omsorg"})
    QApplication.processEvents()
    assert window.told.text().startswith("Vård & omsorg 2026: 8")
    chosen(window.controls.narrowing[Grouping.BEARER], "Utan förvaltning")
    assert [row[:2] for row in rows(window.table)] == [[HOSTILE, "5 000"], ["Ale", "700"], ["Summa", "5 700"]]


def test_who_is_wanted_stays_in_a_year_without_any_costs_of_theirs(
    show: Show, ids: dict[str, UUID], workspace: Workspace
) -> None:
    supplier = workspace.records.add("organisations", {"name": "Exempelbolaget AB", "kind": "leverantor"})
    only = {"kind": "drift", "year": 2026, "supplier": str(supplier), "budget": 5_00}
    workspace.records.add("cost_lines", only)
    window = show()
    chosen(window.controls.narrowing[Grouping.SUPPLIER], "Exempelbolaget AB")
    assert [row[:2] for row in rows(window.table)] == [["Utan system", "5"], ["Summa", "5"]]
    chosen(window.controls.years, "2025")
    assert window.empty.isVisible()
    assert "Inga kostnader för Exempelbolaget AB 2025" in [label.text() for label in window.empty.findChildren(QLabel)]
    box = window.controls.narrowing[Grouping.SUPPLIER]
    assert (box.currentText(), box.count()) == ("Exempelbolaget AB", 3)
    box.setFocus()
    press(Qt.Key.Key_Home)
    assert [row[0] for row in rows(window.table)] == ["Lifecare", HOSTILE, "Ale", "Summa"]
    assert box.count() == 2


def test_another_year_and_the_one_before_it(show: Show, ids: dict[str, UUID]) -> None:
    window = show()
    chosen(window.controls.years, "2025")
    assert window.table.sheet.columns[1].title == "Kostnad 2025"
    assert [row[1] for row in rows(window.table)] == ["7 000", "5 000", "700", "12 700"]


def test_a_heading_sorts_and_the_sum_stays_below(show: Show, ids: dict[str, UUID], qtbot: QtBot) -> None:
    window = show()
    header = window.table.horizontalHeader()
    for column, orders in ((0, [[HOSTILE, "Ale", "Lifecare"]]), (1, [["Ale", HOSTILE, "Lifecare"]])):
        place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
        seen = []
        for _press in range(2):
            qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
            names = [row[0] for row in rows(window.table)]
            assert names[-1] == "Summa"
            seen.append(names[:-1])
        assert sorted(seen) == sorted([*orders, orders[0][::-1]])
    assert window.pieces.told.text().startswith("Lifecare")


def test_the_table_is_copied_for_excel(show: Show, ids: dict[str, UUID]) -> None:
    window = show()
    press(Qt.Key.Key_C, control=True)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["System", "Kostnad 2026", "Kostnad 2025", "Skillnad"]
    assert lines[-1].split("\t")[:4] == ["Summa", "14200,50", "12700", "1500,50"]
    assert "kopierad" in window.status.said.text()


def test_it_is_saved_with_all_its_pieces_and_printed(
    show: Show, ids: dict[str, UUID], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    show()
    path = tmp_path / "kostnader.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    press(Qt.Key.Key_S, control=True)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Kostnader 2026", "Underlag"]
    values = list(book["Kostnader 2026"].values)
    assert values[-1][:4] == ("Summa", 14200.5, 12700, 1500.5)
    pieces = list(book["Underlag"].values)
    assert sum(row[4] for row in pieces if row[3] == 2026) == 14200.5
    press(Qt.Key.Key_P, control=True)
    assert [Path(name).name for name in opened] == ["Kostnader-2026_2026-11-22.pdf"]


def test_last_years_lines_become_the_budget_and_back_again(
    show: Show, ids: dict[str, UUID], workspace: Workspace, qtbot: QtBot
) -> None:
    window = show()
    assert window.copy_budget.text() == "Kopiera 2025 som budget"
    qtbot.mouseClick(window.copy_budget, Qt.MouseButton.LeftButton)
    assert "Kopierade 1 kostnadsrad" in window.status.said.text()
    assert rows(window.table)[0][5] == "5 000"
    qtbot.mouseClick(window.copy_budget, Qt.MouseButton.LeftButton)
    assert window.status.said.text() == "Alla kostnadsrader från 2025 finns redan för 2026."
    press(Qt.Key.Key_Z, control=True)
    assert rows(window.table)[0][5] == "3 000"


def test_it_follows_the_register_and_stays_where_one_was(
    show: Show, ids: dict[str, UUID], workspace: Workspace
) -> None:
    window = show()
    press(Qt.Key.Key_Down)
    workspace.records.save("systems", ids["ale"], {"annual_cost": 20_000_00})
    assert rows(window.table)[0][:2] == ["Ale", "20 000"]
    assert window.table.currentIndex().row() == 2
    assert window.pieces.told.text().startswith(HOSTILE)


def test_without_costs_it_says_how_they_come(show: Show) -> None:
    window = show()
    assert window.empty.isVisible()
    assert not window.save.isEnabled()
    assert not window.copy_budget.isEnabled()
    press(Qt.Key.Key_S, control=True)
    assert not window.status.said.text()


def test_on_an_earlier_day_nothing_can_be_copied(
    show: Show, ids: dict[str, UUID], workspace: Workspace, session: Session
) -> None:
    past = past_workspace(workspace.path, workspace.file.content(), workspace.reading().day, workspace.around)
    there = Session(past, session.look, Bus(), Guide(), session.background)
    assert not show(there).copy_budget.isVisible()


def test_escape_closes(show: Show, ids: dict[str, UUID], qtbot: QtBot) -> None:
    with qtbot.waitSignal(show().destroyed):
        press(Qt.Key.Key_Escape)
