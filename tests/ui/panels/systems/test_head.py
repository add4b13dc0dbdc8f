"""What the head of a system's page tells beside its chips."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QApplication, QLabel

from itadmin.services.workspace import Workspace
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.record_header import RecordHeader

Page = Callable[[str], RecordPage]


def head(page: RecordPage) -> str:
    QApplication.processEvents()
    labels = page.findChild(RecordHeader).findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible())


def test_the_own_level_and_the_next_day_are_told(page_of: Page, workspace: Workspace, system_id: UUID) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    assert "Nästa datum" not in head(page)
    assert "Nivå" not in head(page)
    own = {"system": str(system_id), "municipality": str(workspace.reading().organisation_id)}
    workspace.records.add("cooperation_levels", {**own, "level": "4"})
    term = {"starts_on": "2026-01-01", "first_term_months": 24, "notice_months": 3, "status": "gallande"}
    workspace.records.add("agreements", {"title": "Supportavtal", "systems": [str(system_id)], **term})
    told = head(page)
    assert "Nivå 4 Gemensam drift" in told
    assert "Nästa datum 2027-" in told
    assert "Supportavtal" in told


def test_the_level_of_a_neighbour_is_not_the_own(page_of: Page, workspace: Workspace, system_id: UUID) -> None:
    other = workspace.records.add("organisations", {"name": "Mellerud", "kind": "kommun"})
    level = {"system": str(system_id), "municipality": str(other), "level": "2"}
    workspace.records.add("cooperation_levels", level)
    page = page_of("systems")
    page.show_record(system_id)
    assert "Nivå" not in head(page)
