"""Roles: who answers for a system in what way, from when to when.

A role is held by a person, or by a function of an organisation ("Socialchef, Socialförvaltningen"), never as plain
text on the system. History is the row of ended roles.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import OPEN, PERSONAL, REGION, Choice, Day, LongText, Reference, Text
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section, Tenure


@dataclass(frozen=True, kw_only=True)
class Role(Record):
    """A dated assignment of a person or a function to a system."""

    system: Annotated[UUID | None, Reference("System", OPEN, to="systems", required=True)] = None
    kind: Annotated[str, Choice("Roll", OPEN, values="roll", required=True)] = ""
    person: Annotated[UUID | None, Reference("Person", PERSONAL, to="people")] = None
    function: Annotated[str, Text("Funktion", OPEN, help="Befattningen som har rollen, till exempel Socialchef.")] = ""
    organisation: Annotated[UUID | None, Reference("Organisation", OPEN, to="organisations")] = None
    email: Annotated[str, Text("E-post", REGION, form="email", help="Funktionens e-post, om rollen saknar person.")] = (
        ""
    )
    phone: Annotated[str, Text("Telefon", REGION, form="phone")] = ""
    starts_on: Annotated[date | None, Day("Från och med", OPEN)] = None
    ends_on: Annotated[date | None, Day("Till och med", OPEN)] = None
    note: Annotated[str, LongText("Anteckning", REGION)] = ""


def check_role(role: Role) -> Iterable[Problem]:
    """Somebody must hold it, and it may not end before it starts."""
    if role.starts_on and role.ends_on and role.ends_on < role.starts_on:
        yield Problem("ends_on", "Rollen slutar före sin första dag. Ändra dagen.")
    if not (role.person or role.function or role.organisation):
        yield Problem("person", "Ange en person, en funktion eller en organisation som har rollen.", "anmarkning")


REGISTER = Register(
    name="roles",
    record=Role,
    singular="roll",
    plural="Roller",
    new_label="Ny roll",
    icon="people_team",
    title_fields=("function", "kind"),
    sections=(
        Section("oversikt", "Översikt", ("system", "kind", "person", "function", "organisation", "email", "phone")),
        Section("tid", "Tid", ("starts_on", "ends_on", "note")),
    ),
    columns=("kind", "system", "person", "function", "starts_on", "ends_on"),
    search=("function", "note"),
    subtitle=("kind", "system"),
    rules=(check_role,),
    place="Personer och organisation",
    tenure=Tenure(of="system", by="person", kind="kind", starts="starts_on", ends="ends_on"),
)
