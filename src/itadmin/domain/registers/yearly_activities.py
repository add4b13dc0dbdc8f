"""Årshjulets aktiviteter: meetings, budget days, reviews and plans of the year, once or again and again.

What comes with the program under a `shipped_key` is shown without a record; a record with that key changes or hides it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from itadmin.domain.fields import GROUP, LOCAL, Choice, Day, LongText, Text, YesNo
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class YearlyActivity(Record):
    """Something that happens on a day or over some days, and perhaps comes back."""

    name: Annotated[str, Text("Aktivitet", GROUP, required=True, help="Till exempel IT-chefsgruppens möte.")] = ""
    kind: Annotated[str, Choice("Slag", GROUP, values="aktivitetsslag", expected=True)] = ""
    starts_on: Annotated[date | None, Day("Dag", GROUP, expected=True, help="Första dagen, första gången.")] = None
    ends_on: Annotated[date | None, Day("Till och med", GROUP, help="Lämnas tom: då är det en dag.")] = None
    repeats: Annotated[str, Choice("Upprepas", GROUP, values="upprepning")] = ""
    until: Annotated[date | None, Day("Upprepas till och med", GROUP)] = None
    responsible: Annotated[str, Text("Ansvarig", GROUP, help="Funktion, till exempel IT-chef.")] = ""
    meeting_place: Annotated[str, Text("Plats", GROUP)] = ""
    shipped_key: Annotated[str, Text("Förslag i årshjulet", LOCAL, max_length=60)] = ""
    hidden: Annotated[bool | None, YesNo("Visas inte", LOCAL)] = None
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""


def check_days(activity: YearlyActivity) -> Iterable[Problem]:
    """It does not end before it begins, nor stop coming back before its first time."""
    if activity.starts_on and activity.ends_on and activity.ends_on < activity.starts_on:
        yield Problem("ends_on", "Aktiviteten slutar före sin första dag. Ändra dagen.")
    if activity.starts_on and activity.until and activity.until < activity.starts_on:
        yield Problem("until", "Upprepningen slutar före första gången. Ändra dagen.")


REGISTER = Register(
    name="yearly_activities",
    record=YearlyActivity,
    singular="aktivitet",
    plural="Årshjul",
    new_label="Ny aktivitet",
    icon="calendar",
    title_fields=("name",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "kind",
                "starts_on",
                "ends_on",
                "repeats",
                "until",
                "responsible",
                "meeting_place",
                "shipped_key",
                "hidden",
                "note",
            ),
        ),
    ),
    columns=("name", "kind", "starts_on", "repeats", "responsible"),
    search=("name", "responsible", "meeting_place", "note"),
    rules=(check_days,),
    begun_with=("name", "kind", "starts_on", "ends_on", "repeats", "responsible"),
    place="Styrdokument",
)
