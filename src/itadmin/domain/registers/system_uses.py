"""Use: which organisation or förvaltning uses a system, since when and by how many.

A kommun's use of a system has a life of its own, so it is a register and not rows of the system.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import OPEN, REGION, ApproximateDay, Choice, LongText, Reference, Whole
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class SystemUse(Record):
    """That an organisation uses a system."""

    system: Annotated[UUID | None, Reference("System", OPEN, to="systems", required=True)] = None
    organisation: Annotated[
        UUID | None,
        Reference("Används av", OPEN, to="organisations", required=True, help="Kommun, förvaltning eller enhet."),
    ] = None
    status: Annotated[str, Choice("Läge", OPEN, values="anvandningslage", expected=True)] = ""
    since: Annotated[str, ApproximateDay("Sedan", OPEN)] = ""
    until: Annotated[str, ApproximateDay("Till och med", OPEN)] = ""
    user_count: Annotated[int | None, Whole("Antal användare", OPEN)] = None
    licence_count: Annotated[int | None, Whole("Antal licenser", OPEN)] = None
    note: Annotated[str, LongText("Anteckning", REGION)] = ""


def check_use(use: SystemUse) -> Iterable[Problem]:
    """Use does not end before it begins, and more users than licences is worth a remark."""
    if use.since and use.until and use.until[: len(use.since)] < use.since[: len(use.until)]:
        yield Problem("until", "Användningen slutar innan den börjar. Ändra en av dagarna.")
    if use.licence_count is not None and (use.user_count or 0) > use.licence_count:
        yield Problem("licence_count", "Det finns fler användare än licenser.", "anmarkning")


REGISTER = Register(
    name="system_uses",
    record=SystemUse,
    singular="användning",
    plural="Användning",
    new_label="Ny användning",
    icon="people_team",
    title_fields=("status",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            ("system", "organisation", "status", "since", "until", "user_count", "licence_count", "note"),
        ),
    ),
    columns=("system", "organisation", "status", "user_count", "licence_count", "since"),
    search=("note",),
    subtitle=("organisation", "system"),
    rules=(check_use,),
)
