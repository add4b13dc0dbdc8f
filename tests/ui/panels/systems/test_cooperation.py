"""Samverkansnivåer on a system's page: now, before, and setting a new one."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.systems.cooperation import CooperationPanel, NewLevelSheet
from itadmin.ui.register.detail import RecordPage

Page = Callable[[str], RecordPage]
Seen = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]


@pytest.fixture
def kommun(workspace: Workspace, system_id: UUID) -> UUID:
    """A kommun that has had one level and has another."""
    kommun = workspace.records.add("organisations", {"name": "Åmåls kommun", "kind": "kommun"})
    whole = {"system": str(system_id), "municipality": str(kommun)}
    workspace.records.add(
        "cooperation_levels", {**whole, "level": "1", "starts_on": "2016-01-01", "ends_on": "2018-06-30"}
    )
    now = {"level": "3", "target_level": "4", "target_on": "2028", "starts_on": "2018-07-01"}
    workspace.records.add("cooperation_levels", {**whole, **now})
    return kommun


def test_the_level_of_today_is_told_and_the_earlier_folded(
    page_of: Page, system_id: UUID, kommun: UUID, seen: Seen, press: Press
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    panel = page.findChild(CooperationPanel)
    told = seen(panel)
    assert {"Åmåls kommun", "Nivå 3", "Samma applikation", "Nivå 4", "2028", "2018-07-01"} <= set(told)
    assert "Erfarenhetsutbyte" not in told
    press(panel, "Visa 1 tidigare eller kommande nivå")
    assert {"Erfarenhetsutbyte", "2016-01-01", "2018-06-30"} <= set(seen(panel))


def test_a_new_level_begins_as_it_is_and_ends_the_one_before(
    page_of: Page, workspace: Workspace, system_id: UUID, kommun: UUID, seen: Seen, press: Press, sheet_of: Any
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    press(page, "Sätt ny nivå …: Samverkan")
    sheet = sheet_of(page, NewLevelSheet)
    assert sheet.editors["municipality"].plain() == str(kommun)
    assert sheet.editors["target_level"].plain() == "4"
    sheet.editors["level"].show_plain("4")
    sheet.save()
    records = [read.record for read in workspace.reading().referring("cooperation_levels", "system", system_id)]
    spans = {(record.level, record.starts_on, record.ends_on) for record in records}
    assert spans == {
        ("1", date(2016, 1, 1), date(2018, 6, 30)),
        ("3", date(2018, 7, 1), date(2026, 11, 21)),
        ("4", date(2026, 11, 22), None),
    }
    assert "Gemensam drift" in seen(page.findChild(CooperationPanel))
    workspace.undo.undo()
    assert "Samma applikation" in seen(page.findChild(CooperationPanel))


def test_a_day_that_will_not_do_is_told_at_its_field(
    page_of: Page, system_id: UUID, kommun: UUID, press: Press, sheet_of: Any
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    press(page, "Sätt ny nivå …: Samverkan")
    sheet = sheet_of(page, NewLevelSheet)
    sheet.editors["starts_on"].show_plain(None)
    sheet.save()
    assert sheet.isVisible()
    assert "Ange från vilken dag nivån gäller." in [label.text() for label in sheet.findChildren(QLabel)]


def test_without_a_level_the_own_kommun_is_meant(
    page_of: Page, workspace: Workspace, system_id: UUID, seen: Seen, press: Press, sheet_of: Any
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    assert "Ingen samverkansnivå är angiven." in seen(page)
    press(page, "Sätt ny nivå …: Samverkan")
    sheet = sheet_of(page, NewLevelSheet)
    assert sheet.editors["municipality"].plain() == str(workspace.reading().organisation_id)
