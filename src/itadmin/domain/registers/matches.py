"""Matchningar: verdicts on whether two systems are the same, so that a question is put only once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import REGION, Choice, LongText, Reference
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class Match(Record):
    """That two systems are the same, or are not."""

    verdict: Annotated[str, Choice("Bedömning", REGION, values="matchning", required=True)] = ""
    one: Annotated[UUID | None, Reference("System", REGION, to="systems", expected=True)] = None
    other: Annotated[UUID | None, Reference("Jämfört med", REGION, to="systems", expected=True)] = None
    note: Annotated[str, LongText("Anteckning", REGION)] = ""


def check_pair(match: Match) -> Iterable[Problem]:
    """A system is not compared with itself."""
    if match.one and match.one == match.other:
        yield Problem("other", "Ett system kan inte jämföras med sig självt. Välj ett annat.")


REGISTER = Register(
    name="matches",
    record=Match,
    singular="matchning",
    plural="Matchningar",
    new_label="Ny matchning",
    icon="copy",
    title_fields=("verdict",),
    sections=(Section("oversikt", "Översikt", ("verdict", "one", "other", "note")),),
    columns=("verdict", "one", "other"),
    search=("note",),
    subtitle=("one", "other"),
    rules=(check_pair,),
    place="Samverkan",
)
