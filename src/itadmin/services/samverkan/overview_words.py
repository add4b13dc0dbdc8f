"""What to know when reading a part of the overview: what signs mean, and which figures are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from itadmin.domain.money import NBSP
from itadmin.domain.text import listed
from itadmin.services.samverkan.seen import Part, RegionSeen
from itadmin.services.samverkan.trend import Point

HAS = "●"


def told_of(seen: RegionSeen, part: Part) -> str:
    """What to know when reading a part, or that it is empty, as sentences; "" when the table says it all."""
    return _TOLD[part](seen)


def mean_words(point: Point) -> str:
    """The mean level with one decimal; "" when no level is known."""
    return "" if point.mean is None else f"{point.mean:.1f}".replace(".", ",")


def _told_systems(seen: RegionSeen) -> str:
    del seen
    return f"{HAS} har systemet, siffran är nivån. * är uppgift från någon annan, ? ett liknande, ej matchat."


def _told_suppliers(seen: RegionSeen) -> str:
    if not seen.overview.suppliers:
        return "Ingen leverantör är känd i mer än en kommun."
    return "Samma organisationsnummer eller namn är en leverantör."


def _told_agreements(seen: RegionSeen) -> str:
    if not seen.ends:
        return "Inget avtal som binder är känt för systemen."
    unknown = sum(bool(end.obstacle) for end in seen.ends)
    return f"För {_counted(unknown, 'avtal', 'avtal')} går tiden inte att räkna ut." if unknown else ""


def _told_costs(seen: RegionSeen) -> str:
    return " ".join(_cost_words(seen))


def _cost_words(seen: RegionSeen) -> Iterator[str]:
    overview = seen.overview
    if overview.counted_on is not None:
        yield f"Invånare {overview.counted_on}. Belopp i hela kronor utan moms."
    lacking = [f"{each.uncosted} av {each.systems} i {each.kommun.name}" for each in overview.kommuner if each.uncosted]
    if lacking:
        yield f"Kostnad saknas för system: {listed(lacking)}. Jämför därför med försiktighet."
    uncounted = [each.kommun.name for each in overview.kommuner if each.inhabitants is None]
    if uncounted:
        yield f"Folkmängd saknas för {listed(uncounted)}."


def _told_levels(seen: RegionSeen) -> str:
    if not seen.trend:
        return "Ingen samverkansnivå har en dag ännu."
    first, last = seen.trend[0], seen.trend[-1]
    if first.mean is None or last.mean is None or first is last:
        return "Så många system har kommit till varje nivå som helhet."
    return f"Medelnivån var {mean_words(first)} {first.day} och är {mean_words(last)} {last.day}."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number}{NBSP}{one if number == 1 else many}"


_TOLD: Mapping[Part, Callable[[RegionSeen], str]] = {
    Part.SYSTEMS: _told_systems,
    Part.SUPPLIERS: _told_suppliers,
    Part.AGREEMENTS: _told_agreements,
    Part.COSTS: _told_costs,
    Part.LEVELS: _told_levels,
}
