"""The head of an agreement says how long is left until the day that decides, when that is near."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from itadmin.services.workspace import Workspace
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.widgets.chip import Chip

TERM = {"status": "gallande", "starts_on": "2024-06-01", "first_term_months": 36, "renewal_months": 12}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"notice_months": 3}, "98 dagar kvar att säga upp"),
        ({"first_term_ends_on": "2026-11-30", "notice_days": 7, "first_term_months": None}, "1 dag kvar att säga upp"),
        ({"first_term_ends_on": "2026-11-30", "notice_days": 8, "first_term_months": None}, "Sista dagen att säga upp"),
        (
            {"renewal_months": None, "options": [{"months": 12, "decision_day": "2027-01-01", "taken": None}]},
            "40 dagar kvar att besluta om option",
        ),
        ({"notice_months": 3, "first_term_months": 48}, None),
        ({"notice_months": 3, "status": "utkast"}, None),
        ({"renewal_months": None}, None),
    ],
)
def test_the_days_left_stand_in_the_head(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    agreement: UUID,
    values: dict[str, Any],
    words: str | None,
) -> None:
    workspace.records.save("agreements", agreement, {**TERM, **values})
    page = page_of("agreements")
    page.show_record(agreement)
    QApplication.processEvents()
    chips = [chip.text() for chip in page.findChildren(Chip) if chip.isVisible() and "att " in chip.text()]
    assert chips == ([words] if words else [])
