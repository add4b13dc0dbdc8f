"""A plan is filled, begun, moved, approved and its system put in operation from its page."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.acting import step_of
from itadmin.services.implementation import Answer, noted, plan_of
from itadmin.services.workspace import Workspace
from itadmin.ui.implementation.gate_sheets import ApproveSheet, OperationSheet
from itadmin.ui.implementation.making_sheet import MakingSheet
from itadmin.ui.implementation.move_sheet import MoveSheet
from itadmin.ui.panels.implementation.deeds import PlanDeedsPanel
from itadmin.ui.panels.implementation.special import SPECIAL
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.session import Session

Make = Callable[..., UUID]
Record = Callable[[str, UUID], Any]
Press = Callable[[QWidget, str], None]
PLANS = "implementations"


@pytest.fixture
def deeds(page: RecordPage) -> Callable[[UUID], PlanDeedsPanel]:
    def shown(key: UUID) -> PlanDeedsPanel:
        page.show_record(key)
        return page.findChild(PlanDeedsPanel)

    return shown


def labels_of_days(page: RecordPage) -> list[str]:
    """What is read aloud of the day that a plan leads to."""
    return [row.accessibleName() for row in page.findChildren(ValueRow) if row.name == "go_live_on"]


def all_done(workspace: Workspace, key: UUID) -> None:
    points = [row.point for row in plan_of(workspace.reading().one(PLANS, key)).checklist]
    step = noted(workspace.reading(), key, dict.fromkeys(points, Answer("klart", "Systemansvarig", "Protokoll")))
    workspace.records.apply(step_of(workspace.records, step))


def test_how_far_it_has_come_is_told(deeds: Callable[[UUID], PlanDeedsPanel], make: Make) -> None:
    panel = deeds(make())
    assert panel.block.told.text() == (
        "0 av 8 aktiviteter är klara, och planen är gjord till 0\u00a0%. "
        "Nästa beslutspunkt är BP1 Systemägaren beslutar att införa systemet, senast fredag 18 december."
    )


def test_an_empty_plan_is_filled_from_a_template(
    page: RecordPage,
    workspace: Workspace,
    coming: UUID,
    record: Record,
    qtbot: QtBot,
    press: Press,
    sheet_of: Callable[..., Any],
) -> None:
    key = workspace.records.add(PLANS, {"title": "Nytt system", "system": str(coming)})
    page.show_record(key)
    press(page, "Från mall…")
    sheet: MakingSheet = sheet_of(page, MakingSheet)
    assert sheet.outcome.text() == (
        "5 faser och 8 aktiviteter under 8 veckor. Arbetet börjar 2026-11-23 och slutar 2027-01-22. "
        "Driftstarten är 2027-01-18."
    )
    qtbot.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    assert record(PLANS, key).template == "inforande_enkelt"
    assert page.findChild(PlanDeedsPanel).fill.isHidden()


def test_a_plan_that_says_its_driftstart_is_laid_out_backwards_from_it(
    page: RecordPage, workspace: Workspace, coming: UUID, record: Record, press: Press, sheet_of: Callable[..., Any]
) -> None:
    values = {"title": "Nytt system", "system": str(coming), "go_live_on": "2027-03-01"}
    key = workspace.records.add(PLANS, values)
    page.show_record(key)
    press(page, "Från mall…")
    sheet: MakingSheet = sheet_of(page, MakingSheet)
    assert (sheet.turns.currentText(), sheet.day.text()) == ("Driftstarten", "2027-03-01")
    assert "Driftstarten är 2027-03-01." in sheet.outcome.text()
    sheet.like.setCurrentIndex(1)
    assert sheet.turns.currentText() == "Driftstarten"
    sheet.carry_out()
    assert str(record(PLANS, key).go_live_on) == "2027-03-01"


def test_a_new_plan_of_a_template_asks_which_system_it_is_for(
    session: Session, workspace: Workspace, coming: UUID, qtbot: QtBot, record: Record
) -> None:
    instead = SPECIAL.writing.instead
    assert instead is not None
    assert instead.words == "Gör från mall…"
    parent = QWidget()
    qtbot.addWidget(parent)
    instead.open(session, parent)
    sheet = next(each for each in parent.findChildren(MakingSheet))
    assert sheet.whose is not None
    qtbot.keyClicks(sheet.whose.focusProxy(), "Fax")
    sheet.carry_out()
    assert sheet.fault.text() == "Fax finns inte i registret. Välj ett system som finns, eller lägg till det först."
    sheet.whose.show_plain(None)
    qtbot.keyClicks(sheet.whose.focusProxy(), "Kvarnen")
    qtbot.keyClick(sheet.whose.focusProxy(), Qt.Key.Key_Tab)
    assert sheet.title is not None
    assert sheet.title.text() == "Införande av Kvarnen"
    with qtbot.waitSignal(session.guide.record_wanted) as wanted:
        sheet.carry_out()
    assert (record(*wanted.args).system, record(*wanted.args).template) == (coming, "inforande_enkelt")


def test_a_decision_is_noted_with_one_press(
    deeds: Callable[[UUID], PlanDeedsPanel], make: Make, record: Record, page: RecordPage, press: Press
) -> None:
    key = make()
    deeds(key)
    press(page, "Notera beslut")
    assert [str(row.decided_on) for row in record(PLANS, key).phases][:2] == ["2026-11-22", "None"]


def test_a_draft_is_begun(
    deeds: Callable[[UUID], PlanDeedsPanel], make: Make, record: Record, page: RecordPage, press: Press
) -> None:
    key = make(status="utkast")
    panel = deeds(key)
    assert panel.decide.isHidden()
    press(page, "Påbörja")
    assert record(PLANS, key).status == "pagar"


def test_driftstart_is_moved_when_it_has_been_told_what_moves(
    deeds: Callable[[UUID], PlanDeedsPanel],
    make: Make,
    record: Record,
    page: RecordPage,
    qtbot: QtBot,
    press: Press,
    sheet_of: Callable[..., Any],
) -> None:
    key = make()
    deeds(key)
    press(page, "Flytta driftstart…")
    sheet: MoveSheet = sheet_of(page, MoveSheet)
    assert sheet.outcome.text().startswith("Skriv den nya dagen")
    qtbot.keyClicks(sheet.lines[0], "2027-02-3x")
    assert "läsa som en dag" in sheet.fault.text()
    sheet.lines[0].selectAll()
    qtbot.keyClicks(sheet.lines[0], "15 feb 2027")
    assert "8 aktiviteter och de faser som är kvar flyttas 10 arbetsdagar senare." in sheet.outcome.text()
    assert str(record(PLANS, key).go_live_on) == "2027-02-01"
    qtbot.keyClick(sheet.lines[0], Qt.Key.Key_Return)
    assert str(record(PLANS, key).go_live_on) == "2027-02-15"


def test_a_plan_is_approved_when_a_function_is_said(
    make: Make,
    record: Record,
    page: RecordPage,
    workspace: Workspace,
    qtbot: QtBot,
    press: Press,
    sheet_of: Callable[..., Any],
) -> None:
    key = make()
    all_done(workspace, key)
    page.show_record(key)
    press(page, "Driftgodkänn…")
    sheet: ApproveSheet = sheet_of(page, ApproveSheet)
    sheet.by.clear()
    assert sheet.fault.text().startswith("Ange vilken funktion som godkänner")
    qtbot.keyClicks(sheet.by, "Ekonomichef")
    assert sheet.outcome.text() == "Driften godkänns den 22 november 2026 av Ekonomichef."
    qtbot.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    assert (record(PLANS, key).status, record(PLANS, key).approved_by) == ("godkand", "Ekonomichef")


def test_the_system_of_an_approved_plan_is_put_in_operation(
    make: Make,
    record: Record,
    page: RecordPage,
    coming: UUID,
    qtbot: QtBot,
    press: Press,
    sheet_of: Callable[..., Any],
) -> None:
    key = make(status="godkand", checklist=[{"point": "klassning", "state": "klart"}])
    page.show_record(key)
    press(page, "Sätt i drift…")
    start: OperationSheet = sheet_of(page, OperationSheet)
    start.day.selectAll()
    qtbot.keyClicks(start.day, "2027-01-01")
    assert start.fault.text().startswith("Dagen har inte kommit.")
    start.day.selectAll()
    qtbot.keyClicks(start.day, "2026-11-20")
    assert "Planens driftstart var den 1 februari 2027" in start.remarks.text()
    assert not start.act.isEnabled()
    start.sure.click()
    qtbot.mouseClick(start.act, Qt.MouseButton.LeftButton)
    assert (record("systems", coming).lifecycle, record("systems", coming).in_operation_since) == (
        "i_drift",
        "2026-11-20",
    )
    page.show_record(key)
    press(page, "Avsluta planen")
    assert record(PLANS, key).status == "avslutad"


@pytest.mark.parametrize("lifecycle", ["under_avveckling", "avvecklad"])
def test_a_plan_whose_system_has_come_further_is_ended(
    deeds: Callable[[UUID], PlanDeedsPanel], make: Make, workspace: Workspace, coming: UUID, lifecycle: str
) -> None:
    key = make(status="godkand", checklist=[{"point": "klassning", "state": "klart"}])
    assert (deeds(key).operate.isHidden(), deeds(key).end.isHidden()) == (False, True)
    workspace.records.save("systems", coming, {"lifecycle": lifecycle})
    assert (deeds(key).operate.isHidden(), deeds(key).end.isHidden()) == (True, False)


def test_an_avveckling_is_told_of_in_its_own_words(
    deeds: Callable[[UUID], PlanDeedsPanel], make: Make, workspace: Workspace, page: RecordPage
) -> None:
    key = make("avveckling")
    panel = deeds(key)
    assert labels_of_days(page) == ["Sista dag: 2027-02-01"]
    deeds(make())
    assert labels_of_days(page) == ["Driftstart: 2027-02-01"]
    deeds(key)
    assert labels_of_days(page) == ["Sista dag: 2027-02-01"]
    assert (panel.move_days.text(), panel.approve.text()) == ("Flytta sista dagen…", "Godkänn…")
    all_done(workspace, key)
    workspace.records.save(PLANS, key, {"status": "godkand"})
    assert deeds(key).operate.text() == "Markera avvecklat…"


def test_buttons_lead_to_gantt_and_paper(
    session: Session, deeds: Callable[[UUID], PlanDeedsPanel], make: Make, page: RecordPage, press: Press, qtbot: QtBot
) -> None:
    deeds(make())
    with qtbot.waitSignal(session.guide.command_wanted, check_params_cb=lambda key: key == "gantt"):
        press(page, "Gantt…")
    with qtbot.waitSignal(session.guide.paper_wanted, check_params_cb=lambda kind, _key: kind == "implementation_plan"):
        press(page, "Planen som PDF…")


def test_a_plan_in_the_bin_has_nothing_to_press(
    deeds: Callable[[UUID], PlanDeedsPanel], make: Make, workspace: Workspace
) -> None:
    key = make()
    workspace.records.delete(PLANS, [key])
    assert deeds(key).isHidden()
