"""What Gantt pictures say: titles, headings, what forms mean, and each plan, phase and activity in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from itadmin.domain.calculations.gantt import Bar
from itadmin.domain.calculations.implementation import Progress
from itadmin.domain.calculations.time_chart import Fill, Part, Shape, Tie
from itadmin.domain.calendar import prose
from itadmin.domain.money import format_percent
from itadmin.domain.text import listed
from itadmin.services.gantt.gathering import Phase, Plan

ALL_TITLE = "Planer som pågår"
HEADINGS = ("Fas och aktivitet", "Från", "Till", "Gjort", "Läge", "Ansvarig", "Väntar på")
ALL_HEADINGS = ("Plan och fas", "Från", "Till", "Gjort", "Läge", "Ansvarig", "System")
DAY_HEADING = "Till"
WITHOUT_PHASE = "Utan fas"
LATE = "försenad"
OUTSIDE = "aktiviteter utanför fasen"
LEGEND: tuple[tuple[Part, str], ...] = (
    (Fill.FIRM, "gjort"),
    (Fill.CHOICE, "återstår"),
    (Fill.WINDOW, "försenat"),
    (Fill.VAGUE, "avbrutet, eller fas utan egna dagar"),
    (Shape.CHOICE, "beslutspunkt"),
    (Shape.DECIDED, "beslutad"),
    (Shape.GOAL, "driftstart, eller sista dag vid avveckling"),
)
BEYOND: tuple[tuple[Part, str], ...] = ((Fill.LIKELY, OUTSIDE),)
ARROWS: tuple[tuple[Part, str], ...] = (
    (Tie.KEPT, "väntar på"),
    (Tie.BROKEN, "börjar för tidigt"),
)

_ACTIVITIES = ("aktivitet", "aktiviteter")
_GOALS = {"avveckling": "Sista dag i drift är"}
_GOAL = "Driftstart är"


def days_words(bar: Bar) -> str:
    """From when to when: "2–20 november 2026", "2 mars – 20 november 2026", with two years where they differ."""
    if bar.first == bar.last:
        return prose(bar.first)
    first, last = (prose(day).removeprefix("den ") for day in bar)
    if (bar.first.year, bar.first.month) == (bar.last.year, bar.last.month):
        return f"{bar.first.day}–{last}"
    return f"{first.removesuffix(f' {bar.last.year}')} – {last}"


def share_words(share: int | None) -> str:
    """How much is done: "40 %", cut to whole percent; "" when nothing is counted."""
    return "" if share is None else format_percent(share // 100 * 100)


def plan_sentence(plan: Plan, today: date) -> str:
    """What a plan comes to: its phases and activities, its time, how far it has come and where it leads."""
    bar = plan.bar
    told = [f"{_counted(len(plan.phases), 'fas', 'faser')} och {_counted(len(plan.activities), *_ACTIVITIES)}"]
    if bar is not None:
        told[0] += f", {days_words(bar)}"
    told += progress_words(plan.progress(today))
    told.append(goal_words(plan))
    return " ".join(f"{raised}." for part in told if (raised := part[:1].upper() + part[1:]))


def goal_words(plan: Plan) -> str:
    """When what a plan leads to happens; "" when that is not said."""
    day = plan.record.go_live_on
    return f"{_GOALS.get(plan.record.kind, _GOAL)} {prose(day)}" if day else ""


def progress_words(progress: Progress) -> list[str]:
    """How far something has come and what is late, as parts of a sentence."""
    told = [] if progress.share is None else [f"{share_words(progress.share)} är gjort"]
    if progress.late:
        told.append(f"{_counted(len(progress.late), 'aktivitet är försenad', 'aktiviteter är försenade')}")
    return told


def outside_words(phase: Phase) -> str:
    """When the activities of a phase go on that it does not itself; "" where they keep within it."""
    return f"aktiviteter utanför fasen {listed([days_words(days) for days in phase.outside])}" if phase.outside else ""


def sentence(name: str, bar: Bar | None, told: Iterable[str]) -> str:
    """A row in words: its name, its time, and more where there is more to tell."""
    parts = [days_words(bar) if bar else "inga dagar", *(part for part in told if part)]
    return f"{name}: {', '.join(parts)}."


def all_sentence(number: int) -> str:
    """How many plans are shown."""
    return f"{_counted(number, 'plan', 'planer')} som är påbörjade och inte avslutade."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
