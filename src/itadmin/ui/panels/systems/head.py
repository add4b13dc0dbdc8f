"""What the head of a system's page shows beside its chips: the samverkansnivå of the own kommun, and the next day."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import without_digit
from itadmin.services.cooperation import current_levels
from itadmin.services.display import field_text
from itadmin.services.next_day import next_due
from itadmin.services.reading import Read
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.level_cell import LevelBadge, LevelMark
from itadmin.ui.widgets.prose import Prose, Strong

LEVELS = REGISTERS["cooperation_levels"]


def signs(session: Session, _read: Read, related: Related) -> Sequence[QWidget]:
    """The level that the own kommun has today; none when it has none."""
    reading = session.reading()
    now = current_levels(related.get(("cooperation_levels", "system"), ()), reading.day)
    own = next((level for level in now if _municipality(level) == reading.organisation_id), None)
    code = getattr(own.record, "level", "") if own is not None else ""
    if own is None or not code.isdigit():
        return ()
    return (LevelBadge(session.look, LevelMark(int(code)), without_digit(field_text(LEVELS, own, "level"))),)


def next_day(session: Session, read: Read, related: Related) -> Prose:
    """The next day that something is due, and what; nothing when nothing is."""
    due = next_due(read, related.get(("agreements", "systems"), ()), session.reading().day)
    return ("Nästa datum ", Strong(due.day.isoformat()), f", {due.what}") if due is not None else ()


def _municipality(level: Read) -> UUID | None:
    found: UUID | None = getattr(level.record, "municipality", None)
    return found
