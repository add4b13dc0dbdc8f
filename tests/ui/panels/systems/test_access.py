"""Behörighetsbeslut on a system's page: what holds, what is over, and deciding on one more."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.systems.access import AccessPanel
from itadmin.ui.popup_list import PopupList
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.new_record import NewRecordDialog

Page = Callable[[str], RecordPage]
Seen = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]


def decide(workspace: Workspace, system: UUID, right: str, **values: Any) -> None:
    whole = {"system": str(system), "access_right": right, "function": "Handläggare", "decided_on": "2026-01-01"}
    workspace.records.add("access_decisions", {**whole, **values})


def test_what_holds_is_told_and_what_is_over_folded(
    page_of: Page, workspace: Workspace, system_id: UUID, seen: Seen, press: Press
) -> None:
    decide(workspace, system_id, "Läsa")
    decide(workspace, system_id, "Skriva", decided_on=None)
    decide(workspace, system_id, "Allt", withdrawn_on="2026-06-01")
    page = page_of("systems")
    page.show_record(system_id)
    panel = page.findChild(AccessPanel)
    told = seen(panel)
    assert {"Vem har vad", "Läsa", "Gäller", "Skriva", "Inte beslutad"} <= set(told)
    assert "Allt" not in told
    press(panel, "Visa 1 som inte längre gäller")
    assert {"Allt", "Återkallad"} <= set(seen(panel))


def test_a_decision_is_made_with_the_kinds_of_right_at_hand(
    page_of: Page,
    workspace: Workspace,
    system_id: UUID,
    seen: Seen,
    press: Press,
    sheet_of: Any,
    type_text: Callable[..., None],
) -> None:
    rights = [{"name": "Läsa"}, {"name": "Handläggare", "description": "Registrerar"}]
    workspace.records.save("systems", system_id, {"access_rights": rights})
    page = page_of("systems")
    page.show_record(system_id)
    press(page, "Nytt behörighetsbeslut …")
    sheet = sheet_of(page, NewRecordDialog)
    line = sheet.editors["access_right"].focusProxy()
    assert isinstance(line, QLineEdit)
    line.setFocus()
    type_text("hand")
    (offered,) = [item for item in sheet.findChildren(PopupList) if item.isVisible()]
    assert offered.count() == 1
    line.setText("Handläggare")
    sheet.editors["function"].show_plain("Biståndshandläggare")
    sheet.editors["reason"].show_plain("Behövs.")
    sheet.save()
    (made,) = workspace.reading().referring("access_decisions", "system", system_id)
    record: Any = made.record
    assert (record.starts_on, record.decided_on, record.state) == (date(2026, 11, 22), date(2026, 11, 22), "galler")
    assert {"Handläggare", "Biståndshandläggare"} <= set(seen(page.findChild(AccessPanel)))
