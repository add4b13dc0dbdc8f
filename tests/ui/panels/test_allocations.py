"""The page of a kostnadsfördelning: what its button says of a draft and of what is adopted."""

from __future__ import annotations

from collections.abc import Callable

from itadmin.services.acting import step_of
from itadmin.services.allocations.adopting import adopted
from itadmin.services.workspace import Workspace
from itadmin.ui.register.detail import RecordPage


def test_the_button_offers_to_adopt_a_draft_and_to_show_what_is_adopted(
    page_of: Callable[[str], RecordPage], workspace: Workspace
) -> None:
    rows = [{"municipality": code} for code in ("1438", "1460")]
    begun = {"title": "Drift 2027", "status": "utkast", "amount": 100_00, "model": "LIKA", "participants": rows}
    key = workspace.records.add("allocations", begun)
    page = page_of("allocations")
    page.show_record(key)
    assert page._header.action.text() == "Jämför och fastställ…"
    reading = workspace.reading()
    workspace.records.apply(step_of(workspace.records, adopted(reading, key, reading.day)))
    assert page._header.action.text() == "Visa fördelningen"
