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
    where = _names(matrix, dict.fromkeys(ending.kommun for ending in row.endings))
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
    by = f" Säg upp senast {part.say_by}." if part.say_by and leaving.way in (Way.NOTICE, Way.ANY_DAY) else ""
    match part.bridge:
        case Bridge.NONE:
            return f"{_way(leaving)}{by}"
        case Bridge.LATER_NOTICE:
            return f"Avtalet gäller tills vidare och kan sägas upp till {common}.{by}"
        case Bridge.LONGER if part.longer is not None:
            past = f"{_way(part.longer)[:-1]}, {_long(common, part.longer.last_day)} efter den gemensamma dagen."
            return f"{_way(leaving)} Det är {_long(leaving.last_day, common)} för tidigt. Annars: {_small(past)}"
        case _:
            return f"{_way(leaving)} Avtala om {_long(leaving.last_day, common)} till, till och med {common}."


def _way(found: Exit) -> str:
    day = found.last_day
    match found.way:
        case Way.ENDS:
            return f"Avtalet löper ut {day}."
        case Way.NOTICED:
            return f"Avtalet är uppsagt till {day}."
        case Way.OPTION:
            options = "optionen" if found.options == 1 else f"{found.options} optioner"
            by = f" (beslutas senast {found.say_by})" if found.say_by else ""
            return f"Med {options}{by} gäller avtalet till {day}."
        case Way.NOTICE:
            return f"Avtalet kan sägas upp till {day}."
        case Way.ANY_DAY:
            return f"Avtalet kan sägas upp från {day}."


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


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _names(matrix: Matrix, kommuner: Iterable[Key]) -> str:
    return listed([matrix.by_key[kommun].name for kommun in kommuner])
