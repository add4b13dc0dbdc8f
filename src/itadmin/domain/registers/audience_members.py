"""Målgruppstillhörighet: which people belong to which målgrupp of a system, so that one can tell what they must know.

Systemansvariga and their substitutes are known by their roles and need no record here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import LOCAL_PERSONAL, PERSONAL, REGION, Choice, Day, Reference, Text
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class AudienceMember(Record):
    """That a person belongs to a målgrupp of a system; without a system, of the plans that hold for all."""

    audience: Annotated[str, Choice("Målgrupp", REGION, values="malgrupp", required=True)] = ""
    person: Annotated[UUID | None, Reference("Person", PERSONAL, to="people", required=True)] = None
    system: Annotated[
        UUID | None, Reference("System", REGION, to="systems", help="Lämnas tom: då gäller det allmänna planer.")
    ] = None
    starts_on: Annotated[date | None, Day("Från och med", REGION)] = None
    ends_on: Annotated[date | None, Day("Till och med", REGION)] = None
    note: Annotated[str, Text("Anteckning", LOCAL_PERSONAL)] = ""


def check_days(member: AudienceMember) -> Iterable[Problem]:
    """It does not end before it begins."""
    if member.starts_on and member.ends_on and member.ends_on < member.starts_on:
        yield Problem("ends_on", "Tillhörigheten slutar före sin första dag. Ändra dagen.")


REGISTER = Register(
    name="audience_members",
    record=AudienceMember,
    singular="målgruppstillhörighet",
    plural="Vilka som hör till målgrupper",
    new_label="Ny tillhörighet",
    icon="people_list",
    title_fields=("audience",),
    sections=(Section("oversikt", "Översikt", ("person", "audience", "system", "starts_on", "ends_on", "note")),),
    columns=("person", "audience", "system", "starts_on", "ends_on"),
    search=("note",),
    subtitle=("person", "system"),
    rules=(check_days,),
    begun_with=("person", "audience", "system", "starts_on"),
    place="Utbildning",
)
