"""Ledtider: how long before the deciding day of an agreement to be reminded, for each kind of agreement.

An agreement's own reminders go before these, and these before what comes with the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from itadmin.domain.fields import LOCAL, Choice, LongText, Rows
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section
from itadmin.domain.registers.agreement_rows import ReminderRow


@dataclass(frozen=True, kw_only=True)
class LeadTime(Record):
    """The reminders of one kind of agreement."""

    kind: Annotated[str, Choice("Avtalsslag", LOCAL, values="avtalstyp", required=True)] = ""
    reminders: Annotated[tuple[ReminderRow, ...], Rows("Påminnelser", LOCAL, row=ReminderRow, expected=True)] = ()
    note: Annotated[str, LongText("Anteckning", LOCAL)] = ""


REGISTER = Register(
    name="lead_times",
    record=LeadTime,
    singular="ledtid",
    plural="Ledtider",
    new_label="Ny ledtid",
    icon="clock",
    title_fields=("kind",),
    sections=(Section("oversikt", "Översikt", ("kind", "reminders", "note")),),
    columns=("kind", "note"),
    search=("note",),
    place="Avtal",
)
