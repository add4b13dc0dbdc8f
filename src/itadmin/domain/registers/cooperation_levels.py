"""Samverkansnivåer: how far a kommun has come in sharing a system, where it wants to go, and how that has changed.

One record for each kommun, system and span of time; earlier ones are the history. The names of the levels are a value
list that the kommuner have yet to adopt. Source: the IT policy's five levels; level 0 is our own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import GROUP, OPEN, ApproximateDay, Choice, Day, LongText, Reference, Text
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class CooperationLevel(Record):
    """The level of one kommun in one system during a span of time."""

    system: Annotated[UUID | None, Reference("System", OPEN, to="systems", required=True)] = None
    municipality: Annotated[UUID | None, Reference("Kommun", OPEN, to="organisations", required=True)] = None
    level: Annotated[str, Choice("Nivå", OPEN, values="samverkansniva", expected=True)] = ""
    target_level: Annotated[str, Choice("Målnivå", OPEN, values="samverkansniva")] = ""
    target_on: Annotated[str, ApproximateDay("Målet nås", OPEN)] = ""
    starts_on: Annotated[date | None, Day("Från och med", OPEN)] = None
    ends_on: Annotated[date | None, Day("Till och med", OPEN)] = None
    decided_by: Annotated[str, Text("Beslutad av", OPEN, help="Till exempel IT-chefsgruppen 2026-03-12, § 4.")] = ""
    legal_form: Annotated[str, Choice("Rättslig form", OPEN, values="rattslig_form")] = ""
    developed_by: Annotated[str, Text("Utvecklas av", OPEN)] = ""
    managed_by: Annotated[str, Text("Förvaltas av", OPEN)] = ""
    operated_by: Annotated[str, Text("Driftas av", OPEN)] = ""
    note: Annotated[str, LongText("Kommentar", GROUP)] = ""


def check_level(record: CooperationLevel) -> Iterable[Problem]:
    """A level or a target is said, and does not end before it begins; a target below the level is worth a remark."""
    if not record.level and not record.target_level:
        yield Problem("level", "Välj en nivå, eller en målnivå om bara målet är känt.")
    if record.starts_on and record.ends_on and record.ends_on < record.starts_on:
        yield Problem("ends_on", "Nivån slutar före sin första dag. Ändra dagen.")
    if record.level and record.target_level and record.target_level < record.level:
        yield Problem("target_level", "Målnivån är lägre än nivån i dag.", "anmarkning")


REGISTER = Register(
    name="cooperation_levels",
    record=CooperationLevel,
    singular="samverkansnivå",
    plural="Samverkansnivåer",
    new_label="Ny samverkansnivå",
    icon="arrow_up",
    title_fields=("level",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "system",
                "municipality",
                "level",
                "target_level",
                "target_on",
                "starts_on",
                "ends_on",
                "decided_by",
                "note",
            ),
        ),
        Section("vem", "Vem gör vad", ("legal_form", "developed_by", "managed_by", "operated_by")),
    ),
    columns=("system", "municipality", "level", "target_level", "starts_on", "ends_on"),
    search=("note", "decided_by"),
    subtitle=("municipality", "system"),
    rules=(check_level,),
    place="Samverkan",
)
