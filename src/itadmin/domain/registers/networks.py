"""Kompetensområden of the IT staff – server, nät, säkerhet – and the network of those who know each of them.

The areas that come with the program are proposals of the field dossier; kommuner agree on their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import GROUP, OPEN, Day, Exposure, LongText, Reference, References, Rows, Text, Whole
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section
from itadmin.domain.registers.surrounding_findings import OF_NETWORKS

GROUP_PERSONAL = Exposure("grupp", personal=True)
"""About people, for the IT managers' group only."""


@dataclass(frozen=True, kw_only=True)
class MeetingRow:
    """A meeting of the network and what was said."""

    held_on: Annotated[date | None, Day("Dag", GROUP, required=True)] = None
    venue: Annotated[str, Text("Plats eller länk", GROUP)] = ""
    minutes: Annotated[str, Text("Anteckningar", GROUP, max_length=4000)] = ""


@dataclass(frozen=True, kw_only=True)
class Network(Record):
    """An area, its place among the others, and its network."""

    name: Annotated[str, Text("Område", OPEN, required=True, help="Till exempel Nät.")] = ""
    place: Annotated[int | None, Whole("Ordning", OPEN, maximum=10_000)] = None
    description: Annotated[str, LongText("Beskrivning", OPEN)] = ""
    contact: Annotated[UUID | None, Reference("Kontaktperson", GROUP_PERSONAL, to="people")] = None
    contact_organisation: Annotated[UUID | None, Reference("Sammankallande", OPEN, to="organisations")] = None
    members: Annotated[tuple[UUID, ...], References("Medlemmar", GROUP_PERSONAL, to="people")] = ()
    meetings: Annotated[tuple[MeetingRow, ...], Rows("Möten", GROUP, row=MeetingRow)] = ()
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""


REGISTER = Register(
    name="networks",
    record=Network,
    singular="kompetensområde",
    plural="Kompetensområden",
    new_label="Nytt område",
    icon="brain",
    title_fields=("name",),
    sections=(
        Section("oversikt", "Översikt", ("place", "description", "note")),
        Section("natverk", "Nätverk", ("contact", "contact_organisation", "members", "meetings")),
    ),
    columns=("name", "contact", "contact_organisation", "description"),
    search=("name", "description", "note", "meetings.minutes"),
    begun_with=("name", "contact"),
    findings=OF_NETWORKS,
    place="Kompetens",
)
