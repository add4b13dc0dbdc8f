"""A person's page: what somebody answers for, and handing it over in one step that is seen first."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.dialogs.changes import ChangesDialog
from itadmin.ui.history.lines_model import CHANGES, NAME
from itadmin.ui.panels.handover import HandOverSheet
from itadmin.ui.panels.people import RightsPanel, TasksPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.picker import HeldByFunction, NewRecord
from itadmin.ui.session import Session

Page = Callable[[str], RecordPage]
Seen = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]


@pytest.fixture
def anna(workspace: Workspace, system_id: UUID) -> UUID:
    """Somebody with two roles now and one before."""
    anna = workspace.records.add("people", {"name": "Anna Ek"})
    other = workspace.records.add("systems", {"name": "Raindance"})
    for system, kind, days in (
        (system_id, "systemansvarig", {"starts_on": "2020-01-01"}),
        (other, "systemansvarig", {"starts_on": "2021-01-01"}),
        (other, "ersattare", {"starts_on": "2015-01-01", "ends_on": "2016-12-31"}),
    ):
        workspace.records.add("roles", {"system": str(system), "person": str(anna), "kind": kind, **days})
    return anna


def opened(page_of: Page, anna: UUID, press: Press, sheet_of: Any) -> tuple[RecordPage, Any]:
    page = page_of("people")
    page.show_record(anna)
    press(page, "Lämna över …")
    return page, sheet_of(page, HandOverSheet)


def managers(workspace: Workspace) -> set[str]:
    reading = workspace.reading()
    reads = reading.many("systems", reading.keys("systems")).values()
    return {read.holders["system_manager"].label for read in reads if "system_manager" in read.holders}


def test_roles_are_told_by_system_the_earlier_folded(page_of: Page, anna: UUID, seen: Seen, press: Press) -> None:
    page = page_of("people")
    page.show_record(anna)
    panel = page.findChild(TasksPanel)
    told = seen(panel)
    assert {"Lifecare", "Raindance", "Systemansvarig", "2020-01-01"} <= set(told)
    assert "2016-12-31" not in told
    press(panel, "Visa 1 tidigare roll")
    assert {"Ersättare för systemansvarig", "2016-12-31"} <= set(seen(panel))
    assert page.findChild(RightsPanel).parentWidget().isHidden()


def test_handing_over_is_seen_first_and_is_one_step(
    page_of: Page,
    workspace: Workspace,
    anna: UUID,
    seen: Seen,
    press: Press,
    sheet_of: Any,
    qtbot: QtBot,
    session: Session,
) -> None:
    bo = workspace.records.add("people", {"name": "Bo Alm"})
    page, sheet = opened(page_of, anna, press, sheet_of)
    sheet.to.show_named(str(bo), "Bo Alm")
    press(sheet, "Visa ändringarna …")
    dialog = sheet_of(sheet, ChangesDialog)
    assert managers(workspace) == {"Anna Ek"}
    day = workspace.reading().day.isoformat()
    assert f"2 roller lämnas över från Anna Ek, från och med {day}" in seen(dialog)
    cells = [dialog.browser.model.index(row, column).data() for row in range(2) for column in (NAME, CHANGES)]
    assert cells == ["Lifecare", "Systemansvarig: Anna Ek → Bo Alm", "Raindance", "Systemansvarig: Anna Ek → Bo Alm"]
    with qtbot.waitSignal(session.guide.said) as said:
        dialog.carry_out.click()
    assert said.args == ["Lämnade över från Anna Ek.", True]
    assert managers(workspace) == {"Bo Alm"}
    assert not sheet.isVisible()
    assert "Ingen roll i något system." in seen(page.findChild(TasksPanel))
    workspace.undo.undo()
    assert managers(workspace) == {"Anna Ek"}


def test_only_what_is_ticked_goes_to_a_function_or_somebody_new(
    page_of: Page, workspace: Workspace, anna: UUID, press: Press, sheet_of: Any
) -> None:
    _page, sheet = opened(page_of, anna, press, sheet_of)
    kept = next(tick for role, tick in sheet.ticks if "Raindance" in tick.text())
    kept.setChecked(False)
    sheet.to.show_named(HeldByFunction("Förvaltningschef"), "Förvaltningschef")
    sheet.show_changes()
    sheet_of(sheet, ChangesDialog).carry_out.click()
    assert managers(workspace) == {"Anna Ek", "Förvaltningschef"}


def test_somebody_new_is_made_in_the_same_step(
    page_of: Page, workspace: Workspace, anna: UUID, press: Press, sheet_of: Any
) -> None:
    _page, sheet = opened(page_of, anna, press, sheet_of)
    sheet.to.show_named(NewRecord("people", "Cilla Dahl"), "Cilla Dahl")
    sheet.show_changes()
    sheet_of(sheet, ChangesDialog).carry_out.click()
    assert managers(workspace) == {"Cilla Dahl"}
    workspace.undo.undo()
    assert workspace.reading().count("people") == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("nobody", "Ange vem som tar över: en person eller en funktion."),
        ("the same", "Anna Ek har redan rollerna. Ange någon annan."),
        ("no day", "Ange från vilken dag någon annan tar över."),
        ("no role", "Kryssa för minst en roll som gäller den dagen."),
    ],
)
def test_what_will_not_do_is_told_and_nothing_is_done(
    page_of: Page, workspace: Workspace, anna: UUID, press: Press, sheet_of: Any, wrong: str, sentence: str
) -> None:
    bo = workspace.records.add("people", {"name": "Bo Alm"})
    _page, sheet = opened(page_of, anna, press, sheet_of)
    if wrong != "nobody":
        to = (anna, "Anna Ek") if wrong == "the same" else (bo, "Bo Alm")
        sheet.to.show_named(str(to[0]), to[1])
    if wrong == "no day":
        sheet.day.show_plain(None)
    for _role, tick in sheet.ticks if wrong == "no role" else ():
        tick.setChecked(False)
    sheet.show_changes()
    assert sentence in [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert not [item for item in sheet.findChildren(ChangesDialog) if item.isVisible()]
    assert managers(workspace) == {"Anna Ek"}


def test_rights_are_told(page_of: Page, workspace: Workspace, system_id: UUID, anna: UUID, seen: Seen) -> None:
    whole = {"system": str(system_id), "person": str(anna), "decided_on": "2026-01-01"}
    workspace.records.add("access_decisions", {**whole, "access_right": "Läsa"})
    workspace.records.add("access_decisions", {**whole, "access_right": "Allt", "ends_on": "2026-02-01"})
    page = page_of("people")
    page.show_record(anna)
    told = seen(page.findChild(RightsPanel))
    assert {"Läsa", "Lifecare", "Gäller", "Visa 1 som inte längre gäller"} <= set(told)
    assert "Allt" not in told
