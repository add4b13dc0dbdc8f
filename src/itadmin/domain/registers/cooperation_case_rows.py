"""What a samverkansärende owns: its reasons, its timetable and what it proposes to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from itadmin.domain.fields import OPEN, ApproximateDay, Choice, Day, LongText, Text


@dataclass(frozen=True, kw_only=True)
class ReasonRow:
    """What spoke for the case when it was begun."""

    trigger: Annotated[str, Choice("Skäl", OPEN, values="samverkanstrigger", required=True)] = ""
    text: Annotated[str, Text("Förklaring", OPEN, max_length=1000)] = ""


@dataclass(frozen=True, kw_only=True)
class StepRow:
    """A step of the timetable."""

    step: Annotated[str, Text("Steg", OPEN, required=True)] = ""
    planned_on: Annotated[str, ApproximateDay("Planerat", OPEN, expected=True)] = ""
    done_on: Annotated[date | None, Day("Klart", OPEN)] = None
    responsible: Annotated[str, Text("Ansvarig funktion", OPEN)] = ""


@dataclass(frozen=True, kw_only=True)
class ProposalRow:
    """One att-sats of the proposal for decision, without its first "att"."""

    text: Annotated[str, LongText("Att-sats", OPEN, required=True, max_length=4000)] = ""
