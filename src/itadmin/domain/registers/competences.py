"""Kompetens of the IT staff: how well a person knows an area or a system now, and how well is wanted.

Need to know: nothing here leaves the IT managers' group, and papers can be made without names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import GROUP, LOCAL_PERSONAL, Choice, Day, Reference, Text
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section
from itadmin.domain.registers.networks import GROUP_PERSONAL


@dataclass(frozen=True, kw_only=True)
class Competence(Record):
    """What one person knows of one area, or of one system. Levels are 0–4."""

    level: Annotated[str, Choice("Nu", GROUP, values="kompetensniva", expected=True)] = ""
    wanted_level: Annotated[str, Choice("Önskat", GROUP, values="kompetensniva")] = ""
    person: Annotated[UUID | None, Reference("Person", GROUP_PERSONAL, to="people", required=True)] = None
    area: Annotated[UUID | None, Reference("Område", GROUP, to="networks")] = None
    system: Annotated[UUID | None, Reference("System", GROUP, to="systems")] = None
    priority: Annotated[str, Choice("Prioritet", GROUP, values="angelagenhet")] = ""
    assessed_on: Annotated[date | None, Day("Bedömd", GROUP)] = None
    note: Annotated[str, Text("Anteckning", LOCAL_PERSONAL, max_length=1000)] = ""


def check_about(competence: Competence) -> Iterable[Problem]:
    """It is about an area or a system, one of them."""
    if competence.area is None and competence.system is None:
        yield Problem("area", "Välj vilket område eller system kompetensen gäller.", "anmarkning")
    if competence.area is not None and competence.system is not None:
        yield Problem("system", "Kompetensen gäller antingen ett område eller ett system. Ta bort det ena.")


def check_levels(competence: Competence) -> Iterable[Problem]:
    """One does not wish to know less."""
    if competence.level and competence.wanted_level and competence.wanted_level < competence.level:
        yield Problem("wanted_level", "Den önskade nivån är lägre än den nuvarande.", "anmarkning")


REGISTER = Register(
    name="competences",
    record=Competence,
    singular="kompetens",
    plural="Kompetens",
    new_label="Ny kompetens",
    icon="ribbon",
    title_fields=("level",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            ("person", "area", "system", "level", "wanted_level", "priority", "assessed_on", "note"),
        ),
    ),
    columns=("person", "area", "system", "level", "wanted_level", "priority", "assessed_on"),
    search=("note",),
    subtitle=("person", "area", "system"),
    rules=(check_about, check_levels),
    begun_with=("person", "area", "system", "level", "wanted_level"),
    place="Kompetens",
)
