"""The plans on a system's page: those that go on, those that are over, and the way to a new one."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.implementation.making_sheet import MakingSheet
from itadmin.ui.panels.implementation.of_system import PlansPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session

Make = Callable[..., UUID]
Press = Callable[[QWidget, str], None]
Seen = Callable[[QWidget], list[str]]


@pytest.fixture
def page(page_of: Callable[[str], RecordPage]) -> RecordPage:
    return page_of("systems")


def shown(page: RecordPage, system: UUID) -> PlansPanel:
    page.show_record(system)
    return page.findChild(PlansPanel)


def test_a_plan_that_goes_on_is_told_of(page: RecordPage, coming: UUID, make: Make, seen: Seen) -> None:
    make()
    words = seen(shown(page, coming))
    assert {"Införande av Kvarnen", "Pågår", "0\u00a0%", "Driftstart 2027-02-01", "11\u00a0punkter kvar"} <= set(words)


def test_what_is_over_is_folded(page: RecordPage, coming: UUID, make: Make, seen: Seen) -> None:
    make(status="avbruten")
    words = seen(shown(page, coming))
    assert "Ingen plan pågår." in words
    assert any("plan som är över" in word for word in words)


@pytest.mark.parametrize(
    ("lifecycle", "buttons"),
    [
        ("planerad", ["Ny införandeplan…"]),
        ("i_drift", ["Ny införandeplan…", "Ny avvecklingsplan…"]),
        ("avvecklad", []),
    ],
)
def test_what_may_be_planned_depends_on_where_the_system_is(
    page: RecordPage, workspace: Workspace, lifecycle: str, buttons: list[str]
) -> None:
    panel = shown(page, workspace.records.add("systems", {"name": "Kvarnen", "lifecycle": lifecycle}))
    there = [button.text() for button in (panel.bring_in, panel.take_out) if not button.isHidden()]
    assert there == buttons


def test_a_new_plan_is_made_and_opened(
    page: RecordPage,
    session: Session,
    workspace: Workspace,
    coming: UUID,
    qtbot: QtBot,
    press: Press,
    sheet_of: Callable[..., Any],
) -> None:
    shown(page, coming)
    press(page, "Ny införandeplan…")
    sheet: MakingSheet = sheet_of(page, MakingSheet)
    sheet.like.setCurrentIndex(sheet.like.findData("inforande_molntjanst"))
    sheet.turns.setCurrentIndex(sheet.turns.findData("driftstart"))
    sheet.day.selectAll()
    qtbot.keyClicks(sheet.day, "2026-12-01")
    assert "hamnar i det förflutna" in sheet.remarks.text()
    sheet.day.selectAll()
    qtbot.keyClicks(sheet.day, "2050-01-01")
    assert sheet.fault.text() == "2050-01-01 ligger mer än 20 år bort. Kontrollera året."
    sheet.day.selectAll()
    qtbot.keyClicks(sheet.day, "2027-12-01")
    assert sheet.outcome.text().endswith("Driftstarten är 2027-12-01.")
    assert workspace.reading().count("implementations") == 0
    with qtbot.waitSignal(session.guide.record_wanted) as wanted:
        qtbot.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    made: Any = workspace.reading().one(*wanted.args).record
    assert (made.title, made.system, made.responsible_function) == ("Införande av Kvarnen", coming, "Projektledare")
    assert workspace.reading().count("implementation_activities") == 29


def test_an_avveckling_begins_with_its_own_template(
    page: RecordPage, workspace: Workspace, press: Press, sheet_of: Callable[..., Any]
) -> None:
    shown(page, workspace.records.add("systems", {"name": "Faxen", "lifecycle": "i_drift"}))
    press(page, "Ny avvecklingsplan…")
    sheet: MakingSheet = sheet_of(page, MakingSheet)
    assert [sheet.like.itemData(place) for place in range(sheet.like.count())] == ["avveckling"]
    assert sheet.turns.itemText(1) == "Sista dagen systemet används"
