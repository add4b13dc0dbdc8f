"""The reminders stand on the agreement's page: which have come, which is next, and the way to other steps."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.agreements.reminders import RemindersPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session

TERM = {"status": "gallande", "starts_on": "2024-06-01", "first_term_months": 36, "notice_months": 3}


def test_the_steps_are_told_with_their_days_and_lead_to_the_agreements_own(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    agreement: UUID,
    session: Session,
    seen: Callable[[QWidget], list[str]],
    press: Callable[[QWidget, str], None],
    qtbot: QtBot,
) -> None:
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(RemindersPanel)
    assert not panel.isVisible()
    reminders = [{"months": months, "days": None} for months in (6, 3, 1)]
    workspace.records.save("agreements", agreement, {**TERM, "renewal_months": 12, "reminders": reminders})
    told = seen(panel)
    assert "Påminnelser inför sista dag att säga upp 2027-02-28" in told
    assert {"6 månader före", "2026-08-31", "har kommit", "1 månad före", "kommer", "Avtalets egna steg."} <= set(told)
    assert "nästa, om 8 dagar" in told
    with qtbot.waitSignal(session.guide.field_wanted) as asked:
        press(panel, "Ändra steg …")
    assert asked.args == ["agreements", agreement, "reminders"]


def test_what_just_ends_says_so(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    agreement: UUID,
    seen: Callable[[QWidget], list[str]],
) -> None:
    workspace.records.save("agreements", agreement, {**TERM, "notice_months": None})
    page = page_of("agreements")
    page.show_record(agreement)
    assert "Påminnelser inför avtalstidens sista dag 2027-05-31" in seen(page.findChild(RemindersPanel))
