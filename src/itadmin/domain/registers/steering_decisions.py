"""Beslut om dokument: what one instans in one kommun has decided, or is to decide, about a document.

One record for each kommun and instans, so that each kommun keeps its own. Source: the founding policy, which kommun-
fullmäktige and kommunstyrelse of every kommun decide each for itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import GROUP, OPEN, Choice, Day, LongText, Reference, Text
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class SteeringDecision(Record):
    """The decision of one instans in one kommun; `part` says what of the document it is about, "" is all of it."""

    document: Annotated[UUID | None, Reference("Dokument", OPEN, to="steering_documents", required=True)] = None
    municipality: Annotated[UUID | None, Reference("Kommun", OPEN, to="organisations", required=True)] = None
    body: Annotated[str, Choice("Instans", OPEN, values="beslutsinstans", expected=True)] = ""
    part: Annotated[
        str, Text("Avser", OPEN, help="Till exempel strategierna. Lämnas tom: då avses hela dokumentet.")
    ] = ""
    status: Annotated[str, Choice("Läge", OPEN, values="beslutslage", expected=True)] = ""
    decided_on: Annotated[date | None, Day("Beslutsdag", OPEN)] = None
    paragraph: Annotated[str, Text("Paragraf", OPEN, max_length=40, help="Till exempel § 58.")] = ""
    registry_number: Annotated[str, Text("Diarienummer", OPEN, max_length=40)] = ""
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""


def check_decided(decision: SteeringDecision) -> Iterable[Problem]:
    """What is decided has a day; a day without a decision is worth a remark."""
    if decision.status == "faststalld" and decision.decided_on is None:
        yield Problem("decided_on", "Beslutet saknar dag. Fyll i när det fattades.", "anmarkning")
    if decision.decided_on and decision.status in ("", "vantar"):
        yield Problem("status", "Beslutet har en dag men inget utfall. Ange vad som beslutades.", "anmarkning")


REGISTER = Register(
    name="steering_decisions",
    record=SteeringDecision,
    singular="beslut om styrande dokument",
    plural="Beslut om dokument",
    new_label="Nytt beslut",
    icon="checkmark_circle",
    title_fields=("body",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "document",
                "municipality",
                "body",
                "part",
                "status",
                "decided_on",
                "paragraph",
                "registry_number",
                "note",
            ),
        ),
    ),
    columns=("document", "municipality", "body", "part", "status", "decided_on", "paragraph", "registry_number"),
    search=("paragraph", "registry_number", "part", "note"),
    subtitle=("municipality", "document"),
    rules=(check_decided,),
    begun_with=("document", "municipality", "body", "status", "decided_on", "paragraph"),
    place="Styrdokument",
)
