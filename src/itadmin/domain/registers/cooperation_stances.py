"""Ställningstaganden: what a kommun thinks of a samverkansärende, and the decision that it needs to take.

Each kommun keeps its own; what is noted of one that has not spoken itself stands until it does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import OPEN, PERSONAL, REGION, Choice, Day, LongText, Reference, Text
from itadmin.domain.findings import Finding
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section

_WITH_RESERVATION = "med_forbehall"
RESERVED = "Skriv vilket förbehållet är, så att de andra kommunerna vet vad det gäller."
"""What is said of a stance with reservation that does not tell which."""


@dataclass(frozen=True, kw_only=True)
class CooperationStance(Record):
    """The stance of one kommun in one case."""

    stance: Annotated[str, Choice("Ställningstagande", OPEN, values="stallningstagande", required=True)] = ""
    case: Annotated[UUID | None, Reference("Samverkansärende", OPEN, to="cooperation_cases", required=True)] = None
    municipality: Annotated[UUID | None, Reference("Kommun", OPEN, to="organisations", required=True)] = None
    body: Annotated[str, Choice("Beslut fattas av", OPEN, values="beslutsinstans")] = ""
    decide_by: Annotated[date | None, Day("Beslut senast", OPEN)] = None
    decided_on: Annotated[date | None, Day("Beslutat", OPEN)] = None
    paragraph: Annotated[str, Text("Paragraf", OPEN, max_length=40)] = ""
    registry_number: Annotated[str, Text("Diarienummer", OPEN, max_length=40)] = ""
    participates_from: Annotated[date | None, Day("Deltar från och med", OPEN)] = None
    participates_until: Annotated[date | None, Day("Deltar till och med", OPEN)] = None
    contact: Annotated[UUID | None, Reference("Kontaktperson", PERSONAL, to="people")] = None
    comment: Annotated[str, LongText("Kommentar", REGION)] = ""


def check_stance(record: CooperationStance) -> Iterable[Problem]:
    """Taking part does not end before it begins, and what is reserved is said."""
    if record.participates_from and record.participates_until and record.participates_until < record.participates_from:
        yield Problem("participates_until", "Deltagandet slutar före sin första dag. Ändra dagen.")
    if record.stance == _WITH_RESERVATION and not record.comment:
        yield Problem("comment", RESERVED, "anmarkning")


FINDINGS = (
    Finding(
        "eget_beslut_vantar",
        "egen kommun har inte beslutat",
        "stance",
        "Er kommun skulle ha tagit ställning. Notera beslutet, eller ändra vilken dag det senast ska tas.",
    ),
)

REGISTER = Register(
    name="cooperation_stances",
    record=CooperationStance,
    singular="ställningstagande",
    plural="Ställningstaganden",
    new_label="Nytt ställningstagande",
    icon="scales",
    title_fields=("stance",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            ("stance", "case", "municipality", "participates_from", "participates_until", "contact", "comment"),
        ),
        Section("beslut", "Beslut", ("body", "decide_by", "decided_on", "paragraph", "registry_number")),
    ),
    columns=("stance", "case", "municipality", "body", "decide_by", "decided_on"),
    search=("paragraph", "registry_number", "comment"),
    subtitle=("municipality", "case"),
    rules=(check_stance,),
    findings=FINDINGS,
    place="Samverkan",
)
