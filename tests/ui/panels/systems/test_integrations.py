"""Integrations both ways on a system's page."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.systems.integrations import IntegrationsPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session

Page = Callable[[str], RecordPage]
Seen = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]


def test_both_ways_and_somebody_outside(
    page_of: Page, workspace: Workspace, system_id: UUID, seen: Seen, press: Press, session: Session, qtbot: QtBot
) -> None:
    other = workspace.records.add("systems", {"name": "Raindance"})
    add = workspace.records.add
    add(
        "integrations",
        {"name": "Avgifter", "source": str(system_id), "target": str(other), "kind": "api", "both_ways": True},
    )
    add("integrations", {"name": "Recept", "target": str(system_id), "external_party": "E-hälsomyndigheten"})
    page = page_of("systems")
    page.show_record(system_id)
    panel = page.findChild(IntegrationsPanel)
    told = seen(panel)
    assert {"Härifrån", "Avgifter", "Raindance", "API, åt båda håll", "Hit", "Recept", "E-hälsomyndigheten"} <= set(
        told
    )
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        press(panel, "Raindance")
    assert asked.args == ["systems", other]
    page.show_record(other)
    told = seen(panel)
    assert {"Hit", "Lifecare"} <= set(told)
    assert "Härifrån" not in told


def test_one_more_each_way(
    page_of: Page, workspace: Workspace, system_id: UUID, seen: Seen, press: Press, sheet_of: Any
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    assert "Inga integrationer är angivna." in seen(page)
    press(page, "Ny hit …: Integrationer")
    sheet = sheet_of(page, NewRecordDialog)
    assert "target" not in sheet.editors
    sheet.editors["name"].show_plain("Personer")
    sheet.editors["external_party"].show_plain("Navet")
    sheet.save()
    (made,) = workspace.reading().referring("integrations", "target", system_id)
    assert made.label == "Personer"
    assert "Navet" in seen(page.findChild(IntegrationsPanel))
