"""Who uses a system: by förvaltning, summed, and those who no longer do behind a link."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.systems.use import UsePanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session

Page = Callable[[str], RecordPage]
Seen = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]


def used(workspace: Workspace, system: UUID, name: str, **values: Any) -> UUID:
    unit = workspace.records.add("organisations", {"name": name})
    whole = {"system": str(system), "organisation": str(unit), "status": "anvands", **values}
    return workspace.records.add("system_uses", whole)


def test_uses_are_told_with_their_sum(page_of: Page, workspace: Workspace, system_id: UUID, seen: Seen) -> None:
    used(workspace, system_id, "Socialförvaltningen", user_count=1100, since="2016")
    used(workspace, system_id, "Skolan", user_count=51, licence_count=60)
    used(workspace, system_id, "Kulturen", status="upphort", until="2020")
    page = page_of("systems")
    page.show_record(system_id)
    told = seen(page.findChild(UsePanel))
    assert {"Socialförvaltningen", "2016", "1\u00a0100", "51", "60", "Summa", "1\u00a0151"} <= set(told)
    assert "Kulturen" not in told
    assert "Visa 1 som inte längre använder det" in told


def test_one_use_needs_no_sum_and_leads_to_itself(
    page_of: Page, workspace: Workspace, system_id: UUID, seen: Seen, press: Press, session: Session, qtbot: QtBot
) -> None:
    use = used(workspace, system_id, "Skolan", user_count=51)
    page = page_of("systems")
    page.show_record(system_id)
    assert "Summa" not in seen(page)
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        press(page.findChild(UsePanel), "Skolan")
    assert asked.args == ["system_uses", use]


def test_one_more_is_asked_for_and_made(
    page_of: Page, workspace: Workspace, system_id: UUID, seen: Seen, press: Press, sheet_of: Any
) -> None:
    unit = workspace.records.add("organisations", {"name": "Skolan"})
    page = page_of("systems")
    page.show_record(system_id)
    assert "Ingen är angiven som användare än." in seen(page)
    press(page, "Ny användning …: Användning")
    sheet = sheet_of(page, NewRecordDialog)
    sheet.editors["organisation"].show_named(str(unit), "Skolan")
    sheet.save()
    assert "Skolan" in seen(page.findChild(UsePanel))
    (use,) = workspace.reading().referring("system_uses", "system", system_id)
    record: Any = use.record
    assert record.status == "anvands"
