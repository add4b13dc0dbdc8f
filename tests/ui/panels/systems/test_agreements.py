"""A system's page shows its agreements with their terms, and asks for one more with its kind."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.systems.agreements import AgreementsPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.widgets.term_bar import MiniTermBar

TERM = {"starts_on": "2024-06-01", "first_term_months": 36, "renewal_months": 12, "notice_months": 3}


def test_a_system_without_agreements_says_so_and_asks_for_one(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    system_id: UUID,
    seen: Callable[[QWidget], list[str]],
    press: Callable[[QWidget, str], None],
    sheet_of: Callable[..., Any],
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    panel = page.findChild(AgreementsPanel)
    assert seen(panel) == ["Inga avtal är angivna."]
    press(panel.parentWidget(), "Nytt avtal …: Avtal")
    sheet = sheet_of(page, NewRecordDialog)
    assert list(sheet.editors)[:5] == ["title", "kind", "status", "supplier", "manager"]
    assert "Lifecare" in seen(sheet)
    sheet.editors["kind"].show_draft("Supportavtal")
    sheet.save()
    (read,) = workspace.reading().referring("agreements", "systems", system_id)
    agreement: Any = read.record
    assert (agreement.title, agreement.kind, agreement.systems) == ("Avtal Lifecare", "supportavtal", (system_id,))
    assert read.labels[agreement.supplier] == "Exempelbolaget AB"
    assert {"Avtal Lifecare", "Supportavtal"} <= set(seen(panel))
    workspace.undo.undo()
    assert workspace.reading().count("agreements") == 0


def test_agreements_stand_with_their_days_and_what_is_over_is_folded(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    system_id: UUID,
    seen: Callable[[QWidget], list[str]],
    press: Callable[[QWidget, str], None],
) -> None:
    values = {"title": "Supportavtal", "status": "gallande", "systems": [str(system_id)], **TERM}
    workspace.records.add("agreements", values)
    workspace.records.add("agreements", {**values, "title": "Det gamla", "status": "upphort"})
    page = page_of("systems")
    page.show_record(system_id)
    panel = page.findChild(AgreementsPanel)
    assert {"Supportavtal", "Gällande", "2027-05-31", "2027-02-28"} <= set(seen(panel))
    assert "Det gamla" not in seen(panel)
    bars = [bar for bar in panel.findChildren(MiniTermBar) if bar.isVisible()]
    assert [bar.accessibleName().partition(".")[0] for bar in bars] == ["Supportavtal"]
    press(panel, "Visa 1 tidigare avtal")
    assert "Det gamla" in seen(panel)
