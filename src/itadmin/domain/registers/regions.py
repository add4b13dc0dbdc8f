"""Regioner: which kommuner cooperate, and which take part as guests in single systems.

The kommuner of a region are data: there may be several regions, and who is in one changes with decisions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import OPEN, REGION, LongText, References, Text
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class Region(Record):
    """A group of kommuner that cooperate, and its guests."""

    name: Annotated[str, Text("Region", OPEN, required=True, help="Till exempel Dalsland.")] = ""
    members: Annotated[tuple[UUID, ...], References("Kommuner", OPEN, to="organisations", expected=True)] = ()
    guests: Annotated[
        tuple[UUID, ...],
        References("Gäster", OPEN, to="organisations", help="Deltar bara i enstaka system."),
    ] = ()
    note: Annotated[str, LongText("Anteckning", REGION)] = ""


def check_guests(region: Region) -> Iterable[Problem]:
    """A kommun is a member or a guest, not both."""
    if set(region.members) & set(region.guests):
        yield Problem("guests", "En kommun kan inte vara både medlem och gäst. Ta bort den ur det ena fältet.")


REGISTER = Register(
    name="regions",
    record=Region,
    singular="region",
    plural="Regioner",
    new_label="Ny region",
    icon="map",
    title_fields=("name",),
    sections=(Section("oversikt", "Översikt", ("members", "guests", "note")),),
    columns=("name", "note"),
    search=("name", "note"),
    rules=(check_guests,),
    begun_with=("name", "members", "guests"),
    place="Samverkan",
)
