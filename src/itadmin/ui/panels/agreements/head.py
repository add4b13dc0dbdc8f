"""What the head of an agreement's page shows beside its chips: how long is left until the day that decides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers.agreement_rules import term_state
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.reading import Read
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.chip import Chip, ChipKind

_SOON_DAYS = 180
_IN_FORCE = "gallande"


def signs(session: Session, read: Read, _related: Related) -> Sequence[QWidget]:
    """The days left, of an agreement in force whose day is near; none of others."""
    words = _days_left(read, session)
    return (Chip(session.look, ChipKind.SOON, words),) if words else ()


def _days_left(read: Read, session: Session) -> str:
    """How long is left in words; "" when it is long yet, or nothing is to be done."""
    agreement = read.record
    if not isinstance(agreement, Agreement) or agreement.status != _IN_FORCE or agreement.deleted:
        return ""
    today = session.reading().day
    state = term_state(agreement, today)
    place = state.option_to_decide
    deciding = state.next_notice_day or (None if place is None else state.terms.options[place].decision_day)
    if deciding is None or not 0 <= (deciding - today).days <= _SOON_DAYS:
        return ""
    number = (deciding - today).days
    left = "Sista dagen" if not number else "1 dag kvar" if number == 1 else f"{number} dagar kvar"
    return f"{left} att säga upp" if state.next_notice_day else f"{left} att besluta om option"
