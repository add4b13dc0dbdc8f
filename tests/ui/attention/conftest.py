"""Lines of a work list, and the start page on a register with a little of everything."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from itadmin.domain.calculations.attention import Act, AttentionLine, Band
from itadmin.ui.attention.gathering import NAME, Gathering, gather
from itadmin.ui.attention.page import StartPage
from itadmin.ui.session import Session

TODAY = date(2026, 11, 22)


@pytest.fixture
def line() -> Callable[..., AttentionLine]:
    """Make a line; the number tells one from another."""

    def make(number: int = 1, **given: Any) -> AttentionLine:
        values: dict[str, Any] = {
            "kind": "utan_klassning",
            "register": "systems",
            "record_id": UUID(int=number),
            "record": f"System {number}",
            "said": "Informationen är inte klassad.",
            "day": None,
            "band": Band.INOM_6_MANADER,
            "responsible": "",
            "responsible_id": None,
            "occasion": "",
            "field": "confidentiality",
            "act": Act.CLASSIFY,
        }
        return AttentionLine(**(values | given))

    return make


@pytest.fixture
def agreement_id(session: Session) -> UUID:
    """An agreement that renews itself unless notice is given within some days."""
    records = session.workspace.records
    ends = TODAY + timedelta(days=100)
    return records.add(
        "agreements",
        {
            "title": "Supportavtal Raindance",
            "kind": "supportavtal",
            "status": "gallande",
            "starts_on": "2024-03-03",
            "first_term_ends_on": ends.isoformat(),
            "renewal_months": 12,
            "notice_months": 3,
            "signed_on": "2024-02-20",
            "annual_price": 412_000_00,
        },
    )


@pytest.fixture
def start_page() -> Callable[[Session], StartPage]:
    """A start page with a gathering of its own, which goes with it."""

    def make(session: Session) -> StartPage:
        gathering = Gathering(session, gather, NAME)
        page = StartPage(session, gathering)
        gathering.setParent(page)
        return page

    return make


@pytest.fixture
def page(session: Session, agreement_id: UUID, start_page: Callable[[Session], StartPage], qtbot: QtBot) -> StartPage:
    """The page, shown and with the keyboard."""
    page = start_page(session)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.focus_list()
    return page
