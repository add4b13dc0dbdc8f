"""Kandidatanteckningar: what a kommun has said of an opening to cooperate about a system."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import OPEN, REGION, Choice, Day, LongText, Reference
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class OpportunityNote(Record):
    """A verdict on an opening; it holds for all systems tied to the one it names."""

    status: Annotated[str, Choice("Bedömning", OPEN, values="kandidatlage", required=True)] = ""
    system: Annotated[UUID | None, Reference("System", OPEN, to="systems", required=True)] = None
    until: Annotated[date | None, Day("Till och med", OPEN, help="Efter den dagen visas kandidaten igen.")] = None
    case: Annotated[UUID | None, Reference("Samverkansärende", OPEN, to="cooperation_cases")] = None
    note: Annotated[str, LongText("Anteckning", REGION)] = ""


REGISTER = Register(
    name="opportunity_notes",
    record=OpportunityNote,
    singular="kandidatanteckning",
    plural="Kandidatanteckningar",
    new_label="Ny kandidatanteckning",
    icon="flag",
    title_fields=("status",),
    sections=(Section("oversikt", "Översikt", ("status", "system", "until", "case", "note")),),
    columns=("status", "system", "until", "case"),
    search=("note",),
    subtitle=("system",),
    place="Samverkan",
)
