"""Beslut of the IT managers' group and other bodies, as they were taken, and what is to be done because of them.

How steering documents were adopted is said by `steering_decisions`; here is all else that somebody is to carry out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import GROUP, OPEN, PERSONAL, Choice, Day, LongText, Reference, References, Text
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section

TO_DO, _DONE = "oppet", "klart"
_CARRIED_OUT = frozenset({"beslut", "bordlagt", "remiss"})
"""The kinds that somebody is to do something about."""


@dataclass(frozen=True, kw_only=True)
class Decision(Record):
    """One decision, what it concerns and how it is followed up."""

    title: Annotated[str, Text("Rubrik", OPEN, required=True, help="Kort: vad som beslutades.")] = ""
    kind: Annotated[str, Choice("Slag", OPEN, values="beslutstyp", expected=True)] = ""
    forum: Annotated[str, Text("Organ", OPEN, expected=True, help="Till exempel IT-chefsgruppen.")] = ""
    decided_on: Annotated[date | None, Day("Dag", OPEN, expected=True)] = None
    paragraph: Annotated[str, Text("Paragraf", OPEN, max_length=40)] = ""
    registry_number: Annotated[str, Text("Diarienummer", OPEN, max_length=40)] = ""
    text: Annotated[str, LongText("Beslut", OPEN, expected=True)] = ""
    municipality: Annotated[UUID | None, Reference("Gäller kommun", OPEN, to="organisations")] = None
    systems: Annotated[tuple[UUID, ...], References("Gäller system", OPEN, to="systems")] = ()
    cases: Annotated[tuple[UUID, ...], References("Gäller ärenden", OPEN, to="cooperation_cases")] = ()
    agreements: Annotated[tuple[UUID, ...], References("Gäller avtal", OPEN, to="agreements")] = ()
    responsible: Annotated[UUID | None, Reference("Ansvarig", PERSONAL, to="people")] = None
    responsible_function: Annotated[str, Text("Ansvarig funktion", OPEN)] = ""
    due: Annotated[date | None, Day("Klart senast", OPEN)] = None
    status: Annotated[str, Choice("Läge", OPEN, values="uppfoljning", expected=True)] = ""
    done_on: Annotated[date | None, Day("Klart", OPEN)] = None
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""


def check_decision(decision: Decision) -> Iterable[Problem]:
    """Nothing is to be done, or was done, before it was decided."""
    if decision.decided_on and decision.due and decision.due < decision.decided_on:
        yield Problem("due", "Sista dagen ligger före beslutet. Ändra någon av dagarna.")
    if decision.decided_on and decision.done_on and decision.done_on < decision.decided_on:
        yield Problem("done_on", "Det blev klart före beslutet. Ändra någon av dagarna.")


def is_carried_out(kind: str) -> bool:
    """Whether a beslut of a kind is one that somebody is to do something about."""
    return kind in _CARRIED_OUT


def follow_up(before: Decision, after: Decision, day: date) -> Decision:
    """A beslut that is done was so on a day, its own at the earliest; one to carry out is open until placed."""
    if after.status == _DONE and after.done_on is None:
        return replace(after, done_on=max(day, after.decided_on or day))
    if before.status == _DONE and after.status != _DONE and after.done_on == before.done_on:
        return replace(after, done_on=None)
    if not after.status and is_carried_out(after.kind):
        return replace(after, status=TO_DO)
    return after


REGISTER = Register(
    name="decisions",
    record=Decision,
    singular="beslut",
    plural="Beslut",
    new_label="Nytt beslut",
    icon="gavel",
    title_fields=("title",),
    sections=(
        Section(
            "oversikt", "Översikt", ("kind", "forum", "decided_on", "paragraph", "registry_number", "text", "note")
        ),
        Section("galler", "Gäller", ("municipality", "systems", "cases", "agreements")),
        Section("uppfoljning", "Uppföljning", ("responsible", "responsible_function", "due", "status", "done_on")),
    ),
    columns=("title", "forum", "decided_on", "paragraph", "responsible", "responsible_function", "due", "status"),
    search=("title", "forum", "paragraph", "registry_number", "text", "responsible_function", "note"),
    keys=("registry_number",),
    subtitle=("forum", "decided_on", "paragraph"),
    rules=(check_decision,),
    settle=follow_up,
    kind_field="kind",
    unasked={"status": frozenset({"information"})},
    begun_with=("title", "kind", "forum", "decided_on", "paragraph", "text"),
    place="Samverkan",
)
