"""What a system and an agreement cost: lines of this and last year, what comes of agreements, and one line more."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.costs import CostsPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session

Page = Callable[[str], RecordPage]
Seen = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]


@pytest.fixture
def agreement(workspace: Workspace, system_id: UUID) -> UUID:
    """An agreement about two systems, and lines of several years."""
    other = workspace.records.add("systems", {"name": "Viklo"})
    about = [str(system_id), str(other)]
    values = {"title": "Supportavtal", "status": "gallande", "annual_price": 1_000_00, "systems": about}
    term = {"starts_on": "2026-01-01", "open_ended": True, "notice_months": 3}
    line(workspace, system_id, 2027, text="Servrar", budget=70_00)
    line(workspace, system_id, 2026, text="Servrar", budget=60_00, actual=61_00)
    line(workspace, system_id, 2025, text="Servrar", actual=50_00)
    line(workspace, system_id, 2019, text="Gamla servrar", actual=40_00)
    line(workspace, system_id, None, text="Någon gång", budget=30_00)
    return workspace.records.add("agreements", values | term)


def line(workspace: Workspace, system: UUID, year: int | None, **values: Any) -> UUID:
    return workspace.records.add("cost_lines", {"kind": "drift", "system": str(system), "year": year, **values})


def panel_on(page: RecordPage, record_id: UUID) -> CostsPanel:
    page.show_record(record_id)
    QApplication.processEvents()
    found: CostsPanel = page.findChild(CostsPanel)
    return found


def words(seen: Seen, widget: QWidget) -> list[str]:
    return [text.replace("\N{NBSP}", " ") for text in seen(widget)]


def test_a_system_tells_of_its_lines_and_its_part_of_agreements(
    page_of: Page, system_id: UUID, agreement: UUID, seen: Seen
) -> None:
    panel = panel_on(page_of("systems"), system_id)
    assert panel.told.text().replace("\N{NBSP}", " ") == (
        "Lifecare 2026: 561 kr, 511 kr mer än 2025. Avtal som började 2025–2026 utan att ersätta ett avtal med känd "
        "kostnad står för 500 kr mer; den skillnaden kan vara skenbar. "
        "Det är 61 kr i kostnadsrader och 500 kr ur avtal."
    )
    told = words(seen, panel)
    assert {"Drift – Servrar", "Supportavtal", "Ur avtalet", "70 kr", "61 kr", "50 kr", "500 kr"} <= set(told)
    assert told.count("2025") == told.count("2027") == 1
    assert "Drift – Någon gång" in told
    assert "Drift – Gamla servrar" not in told
    assert "Visa 1 kostnadsrad från tidigare år" in told


def test_an_agreement_tells_of_all_of_its_price(page_of: Page, agreement: UUID, seen: Seen) -> None:
    panel = panel_on(page_of("agreements"), agreement)
    assert panel.told.text().replace("\N{NBSP}", " ").startswith("Supportavtal 2026: 1 000 kr, för 2025 är inget känt")
    assert words(seen, panel).count("500 kr") == 2


def test_without_costs_it_says_so(page_of: Page, system_id: UUID, seen: Seen) -> None:
    panel = panel_on(page_of("systems"), system_id)
    assert "Inga kostnader är kända." in seen(panel)
    assert not panel.told.isVisible()


def test_each_row_leads_to_what_it_comes_from(
    page_of: Page, system_id: UUID, agreement: UUID, press: Press, session: Session, qtbot: QtBot
) -> None:
    panel = panel_on(page_of("systems"), system_id)
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        press(panel, "Supportavtal")
    assert asked.args == ["agreements", agreement]


def test_one_more_line_is_of_the_record_and_of_this_year(
    page_of: Page, workspace: Workspace, system_id: UUID, press: Press, sheet_of: Any, seen: Seen
) -> None:
    page = page_of("systems")
    panel = panel_on(page, system_id)
    press(page, "Ny kostnadsrad …: Kostnader")
    sheet = sheet_of(page, NewRecordDialog)
    sheet.editors["kind"].show_plain("licens")
    sheet.editors["budget"].show_plain(12_00)
    sheet.save()
    (made,) = workspace.reading().referring("cost_lines", "system", system_id)
    found: Any = made.record
    assert (found.kind, found.year, found.budget) == ("licens", 2026, 12_00)
    assert "Licens" in seen(panel)


def test_the_page_of_a_line_leads_to_the_costs_of_the_year(
    page_of: Page, workspace: Workspace, system_id: UUID, press: Press, session: Session, qtbot: QtBot
) -> None:
    page = page_of("cost_lines")
    page.show_record(line(workspace, system_id, 2026, budget=1))
    with qtbot.waitSignal(session.guide.command_wanted) as asked:
        press(page, "Årets kostnader")
    assert asked.args == ["costs"]
