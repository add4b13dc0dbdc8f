"""What is said of rows and openings in Swedish: each reason, and whose word a level is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from itadmin.domain.calculations.competence import Why
from itadmin.domain.calculations.notice_phrases import months_in_words
from itadmin.domain.calculations.opportunities import Reason
from itadmin.domain.keys import Key
from itadmin.domain.money import NBSP
from itadmin.domain.text import listed
from itadmin.domain.values import label_of
from itadmin.services.samverkan.cells import Matrix, Row

_VALUES = "samverkanstrigger"
HIGHEST_JOINT = "den högsta nivå som minst två kommuner har nått, minst en av dem medlem"
"""The level of the whole, as `calculations.cooperation.joint_level` has it."""
_AIM = "Målet är inte nått"
_WEAK = {
    Why.TOO_FEW: "färre än två behärskar systemet i",
    Why.NO_SUBSTITUTE: "systemansvarig saknar ersättare i",
}
_RATED = {"sarbar": "kompetensen är sårbar i", "saknas": "kompetensen saknas i"}


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
    return _AIM if reason is Reason.AIM else label_of(_VALUES, reason)


def _sentence(matrix: Matrix, row: Row, reason: Reason) -> str:
    match reason:
        case Reason.ENDING:
            return _ending(matrix, row)
        case Reason.BAD:
            return f"Systemet fungerar dåligt i {names_in(matrix, row.bad)}."
        case Reason.COMPETENCE:
            return _weak(matrix, row)
        case Reason.SEVERAL:
            return _several(matrix, row)
        case Reason.AIM:
            return _aim(row)


def _ending(matrix: Matrix, row: Row) -> str:
    agreements = {ending.agreement for ending in row.endings}
    first = min(ending.day for ending in row.endings)
    where = names_in(matrix, (ending.kommun for ending in row.endings))
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
    said = "; ".join(f"{told} {names_in(matrix, kommuner)}" for told, kommuner in where.items())
    return f"{said[:1].upper()}{said[1:]}."


def _several(matrix: Matrix, row: Row) -> str:
    using = matrix.names_of(row.using)
    alike = [kommun for kommun, cell in row.cells.items() if cell.is_only_similar]
    more = f" Ett liknande system finns i {names_in(matrix, alike)}." if alike else ""
    return f"{len(using)}{NBSP}kommuner använder samma: {listed(using)}.{more}"


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


def names_in(matrix: Matrix, kommuner: Iterable[Key]) -> str:
    """Kommuner by name, as a sentence lists them."""
    return listed(matrix.names_of(kommuner))
