"""What is said of rows, openings and plans in Swedish: each reason, and what each kommun does until the common day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from itadmin.domain.calculations.alignment import Bridge, Exit, Part, Way
from itadmin.domain.calculations.competence import Why
from itadmin.domain.calculations.notice_phrases import months_in_words
from itadmin.domain.calculations.opportunities import Reason
from itadmin.domain.calendar import days_from
from itadmin.domain.money import NBSP
from itadmin.domain.text import listed
from itadmin.domain.values import label_of
from itadmin.services.samverkan.cells import Key, Matrix, Row
from itadmin.services.samverkan.planner import Plan

TRIGGERS = "samverkanstrigger"
_AIM = "Målet är inte nått"
_MONTHS_OF_YEAR = 12
_WEAK = {
    Why.TOO_FEW: "färre än två behärskar systemet i",
    Why.NO_SUBSTITUTE: "systemansvarig saknar ersättare i",
}
_RATED = {"sarbar": "kompetensen är sårbar i", "saknas": "kompetensen saknas i"}
_BRIDGES = {
    Bridge.FREE: "Inget avtal som binder finns i registret.",
    Bridge.UNKNOWN: "Avtalets tid går inte att räkna ut. Fyll i den först.",
}


class Told(NamedTuple):
    """A reason with its name and a sentence with figures."""

    reason: Reason
    label: str
    sentence: str


def told_reasons(matrix: Matrix, row: Row) -> tuple[Told, ...]:
    """What speaks for trying to come farther with a row, in the order of the IT-policy."""
    return tuple(Told(reason, label_of_reason(reason), _sentence(matrix, row, reason)) for reason in row.reasons)


def label_of_reason(reason: Reason) -> str:
    """What a reason is called."""
    return _AIM if reason is Reason.AIM else label_of(TRIGGERS, reason)


def _sentence(matrix: Matrix, row: Row, reason: Reason) -> str:
    match reason:
        case Reason.ENDING:
            return _ending(matrix, row)
        case Reason.BAD:
            return f"Systemet fungerar dåligt i {_names(matrix, row.bad)}."
        case Reason.COMPETENCE:
            return _weak(matrix, row)
        case Reason.SEVERAL:
            return _several(matrix, row)
        case Reason.AIM:
            return _aim(row)


def _ending(matrix: Matrix, row: Row) -> str:
    agreements = {ending.agreement for ending in row.endings}
    first = min(ending.day for ending in row.endings)
    where = _names(matrix, sorted({ending.kommun for ending in row.endings}, key=matrix.place_of))
    within = f"slutar eller kan sägas upp inom {months_in_words(matrix.months)}"
    if len(agreements) == 1:
        return f"Ett avtal {within}, {first}: {where}."
    return f"{len(agreements)}{NBSP}avtal {within}, det första {first}: {where}."


def _weak(matrix: Matrix, row: Row) -> str:
    where: dict[str, dict[Key, None]] = {}
    for weakness in row.weak:
        for why in weakness.reasons:
            told = _RATED.get(weakness.rating, "") if why is Why.RATED else _WEAK[why]
            where.setdefault(told, {})[weakness.kommun] = None
    said = "; ".join(f"{told} {_names(matrix, kommuner)}" for told, kommuner in where.items())
    return f"{said[:1].upper()}{said[1:]}."


def _several(matrix: Matrix, row: Row) -> str:
    using = [kommun.key for kommun in matrix.kommuner if kommun.key in set(row.using)]
    alike = [kommun for kommun, cell in row.cells.items() if cell.is_only_similar]
    more = f" Ett liknande system finns i {_names(matrix, alike)}." if alike else ""
    return f"{len(using)}{NBSP}kommuner använder samma: {_names(matrix, using)}.{more}"


def _aim(row: Row) -> str:
    days = [cell.word.target_on for cell in row.cells.values() if cell.word and cell.target == row.target]
    by = min((day for day in days if day), default="")
    return f"Nivån som helhet är {row.level} och målet {row.target}{f', till {by}' if by else ''}."


def said_about(matrix: Matrix, row: Row) -> tuple[str, ...]:
    """What others than a kommun itself have said of it, and where words differ, as sentences."""
    return tuple(_said(matrix, row))


def _said(matrix: Matrix, row: Row) -> Iterator[str]:
    names = {kommun.key: kommun.name for kommun in matrix.kommuner}
    for kommun in matrix.kommuner:
        cell = row.cells.get(kommun.key)
        if cell is None or cell.word is None:
            continue
        whose = "" if cell.word.is_own else f", uppgift från {_whose(names, cell.word.by)}"
        others = [f"{_whose(names, word.by)} har angett {word.level}" for word in cell.differing]
        if whose or others:
            yield f"{kommun.name}: nivå {_level(cell.level)}{whose}{f'. {listed(others)}' if others else ''}."


def _whose(names: Mapping[Key, str], key: Key) -> str:
    return names.get(key, "en annan organisation")


def _level(level: int | None) -> str:
    return "–" if level is None else str(level)


def told_plan(matrix: Matrix, plan: Plan) -> str:
    """When all can begin together, in one or two sentences."""
    found = plan.alignment
    if found.last_day is None:
        return "Inget avtal i registret avgör när kommunerna kan börja tillsammans."
    start = days_from(found.last_day, 1)
    said = [f"Alla kan lämna sina avtal till {found.last_day} och börja tillsammans {start}."]
    if found.without_bridges not in (None, found.last_day):
        said.append(f"Utan något att överbrygga går det till {found.without_bridges}.")
    unknown = [part.who for part in found.parts if part.bridge is Bridge.UNKNOWN]
    if unknown:
        said.append(f"Avtalstiden är okänd för {_names(matrix, unknown)} och räknas inte med.")
    if found.say_by is not None:
        said.append(f"Första dag att passa är {found.say_by}.")
    return " ".join(said)


def told_part(plan: Plan, part: Part[Key]) -> str:
    """What one kommun does until the common day, in one or two sentences."""
    if part.leaving is None or plan.alignment.last_day is None:
        return _BRIDGES[part.bridge]
    common, leaving = plan.alignment.last_day, part.leaving
    if part.bridge is Bridge.NONE:
        return f"{_way(leaving)}."
    if part.bridge is Bridge.LATER_NOTICE:
        by = f" senast {part.say_by}" if part.say_by else ""
        return f"Avtalet gäller tills vidare. Säg upp{by} till {common}."
    too_soon = f"{_way(leaving)}, {_long(leaving.last_day, common)} före den gemensamma dagen."
    if part.longer is None:
        return f"{too_soon} Avtala om tiden däremellan."
    past = f"{_choice(part.longer)}, {_long(common, part.longer.last_day)} efter den"
    return f"{too_soon} Avtala om tiden däremellan, eller {past}."


def _way(found: Exit) -> str:
    """How an agreement ends, as a sentence without its full stop."""
    day = found.last_day
    match found.way:
        case Way.ENDS:
            return f"Avtalet löper ut {day}"
        case Way.NOTICED:
            return f"Avtalet är uppsagt till {day}"
        case Way.OPTION:
            return f"Avtalet gäller med {_options(found)} till {day}"
        case Way.NOTICE:
            return f"Avtalet kan sägas upp till {day}{_by(found)}"
        case Way.ANY_DAY:
            return f"Avtalet kan sägas upp till {day} eller senare"


def _choice(found: Exit) -> str:
    """What to do to be bound until a later end."""
    day = found.last_day
    return (
        f"ta {_options(found)} till {day}{_by(found)}" if found.way is Way.OPTION else f"säg upp till {day}{_by(found)}"
    )


def _options(found: Exit) -> str:
    return "optionen" if found.options == 1 else f"{found.options} optioner"


def _by(found: Exit) -> str:
    return f" (senast {found.say_by})" if found.say_by else ""


def _long(first: date, last: date) -> str:
    """How long it is between two days: in months, or in days where it is less than one."""
    months = (last.year - first.year) * _MONTHS_OF_YEAR + last.month - first.month
    is_month_end = days_from(last, 1).day == 1
    if last.day < first.day and not is_month_end:
        months -= 1
    if months:
        return months_in_words(months)
    days = (last - first).days
    return f"{days}{NBSP}{'dag' if days == 1 else 'dagar'}"


def _names(matrix: Matrix, kommuner: Iterable[Key]) -> str:
    return listed([matrix.by_key[kommun].name for kommun in kommuner])
