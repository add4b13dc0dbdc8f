"""What a picture of time is to show: which picture, of which records, in which groups, by which of its days."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class View(StrEnum):
    """The pictures there are."""

    CALENDAR = "kalender"  # agreements by the day that matters, two years ahead
    ROADMAP = "roadmap"  # systems from beginning to end, with their agreements, five years


class Counted(StrEnum):
    """The day that the calendar is about."""

    NOTICE = "uppsagning"
    END = "slut"


class Grouping(StrEnum):
    """What lanes are gathered under and chosen by."""

    NOTHING = "inget"
    SUPPLIER = "leverantor"
    RESPONSIBLE = "ansvarig"
    KIND = "slag"
    DEPARTMENT = "forvaltning"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is asked for. `group` is the one group that is shown, None for all; "" those that belong to none.

    The roadmap leaves out systems that nothing happens to in its time, unless `all_systems` is wanted.
    `only` are the records of `only_of` that are shown, with what belongs to them; None for the whole register.
    """

    view: View = View.CALENDAR
    counted: Counted = Counted.NOTICE
    grouping: Grouping = Grouping.NOTHING
    group: str | None = None
    only_of: str = ""
    only: frozenset[UUID] | None = None
    all_systems: bool = False
