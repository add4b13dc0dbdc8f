"""What stands for an agreement in a list of links: its state as a chip, and its term as a small bar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreement_rules import term_state
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.panels.agreements.term_drawing import term_bar_data
from itadmin.ui.register.value_signs import value_sign
from itadmin.ui.session import Session
from itadmin.ui.widgets.term_bar import MiniTermBar
from itadmin.ui.widgets.term_mini import axis_around

_REGISTER = REGISTERS["agreements"]
_STATUS = "status"


def status_chip(session: Session, read: Read) -> str | QWidget:
    """The state of an agreement; "" when it has none."""
    text = field_text(_REGISTER, read, _STATUS)
    if not text:
        return ""
    return value_sign(session.look, _REGISTER.fields[_STATUS], getattr(read.record, _STATUS), text) or text


def term_sign(session: Session, read: Read) -> str | QWidget:
    """The term of an agreement on the axis that all of them share; "" when nothing is known of it."""
    agreement = read.record
    if not isinstance(agreement, Agreement):
        return ""
    day = session.reading().day
    data = term_bar_data(agreement, term_state(agreement, day), day)
    return MiniTermBar(session.look, data, axis_around(day)) if data.blocks else ""
