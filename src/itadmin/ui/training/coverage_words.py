"""What the window of the coverage says: how many systems have a plan that holds, and which are asked for. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from itadmin.documents.phrases import counted
from itadmin.domain.calculations.training_plans import STATE_WORDS, PlanState
from itadmin.domain.money import format_percent
from itadmin.domain.text import fold, listed
from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import Column, Row, Sheet
from itadmin.services.training.coverage import Coverage, Covered, Part

TITLE = "Utbildningsplaner – täckning"
NO_SYSTEMS, NO_SYSTEMS_HOW = (
    "Inga system är i drift",
    "När system är i drift syns här vilka som har en utbildningsplan.",
)
NONE_FIT, CHANGE_FILTER = "Inga system passar urvalet", "Välj ett annat läge eller område, eller alla."
NOTHING_SAID = "Utan uppgift"
ALL = "Alla"
NEEDLESS, UNCLEAR = "Behövs inte", "Oklart"
SHOW_SYSTEMS, SHOW_SHARES = "Visa systemen", "Visa andelarna"
_WORSE = (PlanState.MISSING, PlanState.OUTDATED, PlanState.DRAFT, PlanState.COMING)
_TOLD = {
    PlanState.MISSING: ("saknar plan", "saknar plan"),
    PlanState.OUTDATED: ("har en inaktuell", "har en inaktuell"),
    PlanState.DRAFT: ("har ett utkast", "har utkast"),
    PlanState.COMING: ("har en som gäller senare", "har en som gäller senare"),
}


class Wanted(NamedTuple):
    """Which systems are asked for: all parts that are said must fit. None and "" ask for nothing.

    `area` and `owner` are names; `NOTHING_SAID` asks for those without.
    """

    state: PlanState | None = None
    area: str = ""
    owner: str = ""
    words: str = ""
    others: bool = False

    def fits(self, system: Covered) -> bool:
        """Say whether a system is asked for."""
        return (
            (self.others or system.is_demanded or system.is_unknown)
            and (self.state is None or (self.state is system.state and not system.is_needless))
            and _is(self.area, system.area)
            and _is(self.owner, owner_of(system))
            and all(word in fold(system.name) for word in fold(self.words).split())
        )


def owner_of(system: Covered) -> str:
    """The förvaltning that has a system, or its kommun where that is all that is known."""
    return system.department or system.municipality


def named(part: str) -> str:
    """What a part of the systems is called."""
    return part or NOTHING_SAID


def whole_percent(part: Part) -> int | None:
    """The share in hundredths of a percent, down to whole percents; None when there is nothing to count."""
    percent = part.share.percent
    return None if percent is None else percent // 100 * 100


def share_words(part: Part) -> str:
    """How many have a plan that holds: "64 %, 77 av 120"."""
    percent = whole_percent(part)
    return "" if percent is None else f"{format_percent(percent)}, {part.share.number} av {part.share.of}"


def coverage_words(found: Coverage) -> str:
    """How it is with the verksamhetssystem in two sentences, and how many systems are not counted."""
    share = found.whole.share
    if share.percent is None:
        return "Inget verksamhetssystem är i drift."
    of = counted(share.of, "verksamhetssystem", "verksamhetssystem")
    first = f"{share.number} av {of} har en fastställd utbildningsplan som gäller."
    worse = [(state, found.whole.states.get(state, 0)) for state in _WORSE]
    rest = [f"{number} {_TOLD[state][number > 1]}" for state, number in worse if number]
    told = [first, f"{listed(tuple(rest))}." if rest else ""]
    others = sum(found.others.states.values())
    if others:
        told.append(f"{counted(others, 'annat system', 'andra system')} i drift behöver ingen plan.")
    unknown = sum(found.unknown.states.values())
    if unknown:
        told.append(f"{counted(unknown, 'system', 'system')} utan kategori räknas inte: ange vad det är för system.")
    return " ".join(part for part in told if part)


def state_word(system: Covered) -> str:
    """What the state of a system's plan is called; nothing is missing where no plan is needed, or nobody knows."""
    if system.is_unknown and system.state is PlanState.MISSING:
        return UNCLEAR
    return NEEDLESS if system.is_needless else STATE_WORDS[system.state]


def state_told(system: Covered) -> str:
    """The state of a system's plan with why: "Inaktuell: …"."""
    told = state_word(system)
    return f"{told}: {system.reason}" if system.reason else told


_FIGURES = (
    Column("System", "whole"),
    Column("Andel med gällande plan", "percent"),
    *(Column(STATE_WORDS[state], "whole") for state in PlanState),
)
_COLUMNS = (
    Column("System"),
    Column("Område"),
    Column("Förvaltning"),
    Column("Läge"),
    Column("Varför", "long_text"),
    Column("Fastställd", "day"),
    Column("Revideras senast", "day"),
)


def coverage_overview(found: Coverage, parts: Sequence[Part], heading: str, systems: Sequence[Covered]) -> Overview:
    """The coverage as tables to print or save: by part, and the systems that are shown."""
    columns = (Column(heading), *_FIGURES)
    by_part = Sheet(
        "Täckning", columns, (*(_part_row(part, named(part.name)) for part in parts), _part_row(found.whole, "Summa"))
    )
    rows = tuple(_row(system) for system in systems)
    return Overview(TITLE, coverage_words(found), (by_part, Sheet("System", _COLUMNS, rows)))


def _part_row(part: Part, name: str) -> Row:
    return (name, part.share.of, whole_percent(part), *(part.states.get(state, 0) for state in PlanState))


def _row(system: Covered) -> Row:
    days: tuple[date | None, date | None] = (system.adopted_on, system.revise_by)
    return (system.name, system.area, owner_of(system), state_word(system), system.reason, *days)


def _is(wanted: str, value: str) -> bool:
    return not wanted or named(value) == wanted
