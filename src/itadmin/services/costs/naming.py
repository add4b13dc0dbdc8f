"""Costs in words: what groups and pieces are called, and how each piece came about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from itadmin.domain.calculations.cost_table import Group, Grouping
from itadmin.domain.calculations.costs import Cost, Source, Sources
from itadmin.domain.keys import Key
from itadmin.domain.money import format_kronor, grouped
from itadmin.services.reading import Reading

GROUPINGS: Mapping[Grouping, str] = {
    Grouping.SYSTEM: "System",
    Grouping.BEARER: "Förvaltning",
    Grouping.SUPPLIER: "Leverantör",
    Grouping.KIND: "Kostnadstyp",
}
_WITHOUT: Mapping[Grouping, str] = {
    Grouping.SYSTEM: "Utan system",
    Grouping.BEARER: "Utan förvaltning",
    Grouping.SUPPLIER: "Utan leverantör",
    Grouping.KIND: "Utan kostnadstyp",
}
_REGISTERS: Mapping[Source, str] = {
    Source.LINE: "cost_lines",
    Source.AGREEMENT: "agreements",
    Source.SYSTEM: "systems",
}
_MARKS: Mapping[Source, str] = {
    Source.LINE: "Kostnadsrad",
    Source.AGREEMENT: "Ur avtalet",
    Source.SYSTEM: "Systemets uppgift",
}
_GONE = "borttagen post"
_KRONA = 100


class Names:
    """The names of everything that some costs are about, read at once."""

    def __init__(self, reading: Reading, sources: Sources, costs: Iterable[Cost]) -> None:
        pieces = list(costs)
        self._sources = sources
        self._kinds = reading.words.all_of("kostnadstyp")
        self._systems = _labels(reading, "systems", {cost.system for cost in pieces})
        self._agreements = _labels(reading, "agreements", {cost.agreement for cost in pieces})
        parties = {party for cost in pieces for party in (cost.bearer, cost.supplier)}
        self._organisations = _labels(reading, "organisations", parties)

    def system(self, cost: Cost) -> str:
        """The system of a piece; "" when it has none."""
        return _named(self._systems, cost.system)

    def agreement(self, cost: Cost) -> str:
        """The agreement of a piece; "" when it has none."""
        return _named(self._agreements, cost.agreement)

    def bearer(self, cost: Cost) -> str:
        """Who bears a piece; "" when nobody is said to."""
        return _named(self._organisations, cost.bearer)

    def supplier(self, cost: Cost) -> str:
        """Who supplies it; "" when nobody is said to."""
        return _named(self._organisations, cost.supplier)

    def kind(self, cost: Cost) -> str:
        """The kind of a piece."""
        return self._kinds.get(cost.kind, cost.kind)

    def group(self, grouping: Grouping, group: Group) -> str:
        """What a group is called, also that of what belongs to none."""
        if group is None:
            return _WITHOUT[grouping]
        if isinstance(group, str):
            return self._kinds.get(group, group)
        return _named(self._systems if grouping is Grouping.SYSTEM else self._organisations, group)

    def title(self, cost: Cost) -> str:
        """What a piece is called: what its line is for, or the agreement or system that it is worked out from."""
        if cost.source is Source.LINE:
            return " – ".join(part for part in (self.kind(cost), cost.text) if part)
        return self.agreement(cost) if cost.source is Source.AGREEMENT else self.system(cost)

    def told(self, cost: Cost) -> str:
        """How the amount of a piece came about, in a sentence."""
        return f"{', '.join(part for part in (self._origin(cost), _days(cost), _sharing(cost), _begun(cost)) if part)}."

    def _origin(self, cost: Cost) -> str:
        if cost.source is Source.SYSTEM:
            return "Systemets egen uppgift om kostnad per år, eftersom inget annat är känt för året"
        if cost.source is Source.LINE:
            ore = f" {format_kronor(cost.amount)}" if cost.amount % _KRONA else ""
            return f"Budget{ore}, utfall saknas" if cost.actual is None else f"Utfall{ore}"
        agreement = self._sources.agreements[cost.key]
        price = format_kronor(agreement.price or 0, whole=True)
        if agreement.whole is None:
            return f"Avtalets pris i dag, {price} om året"
        return f"Kommunens del av avtalets pris i dag, {price} av {format_kronor(agreement.whole, whole=True)} om året"


def register_of(cost: Cost) -> str:
    """The register of the record that a piece is worked out from; its id is `cost.key`."""
    return _REGISTERS[cost.source]


def mark_of(cost: Cost) -> str:
    """What a piece is worked out from, in a word or two."""
    return _MARKS[cost.source]


def _days(cost: Cost) -> str:
    return f"gäller {cost.days} av årets {cost.of_days} dagar" if cost.days != cost.of_days else ""


def _sharing(cost: Cost) -> str:
    return f"delat lika på {grouped(cost.sharing)} system" if cost.sharing > 1 else ""


def _begun(cost: Cost) -> str:
    return "ersätter inget avtal med känd kostnad" if cost.is_begun else ""


def _labels(reading: Reading, register: str, keys: Iterable[Key | None]) -> dict[Key, str]:
    found = reading.labels(register, [UUID(bytes=key) for key in keys if key])
    return {record_id.bytes: label for record_id, label in found.items()}


def _named(labels: Mapping[Key, str], key: Key | None) -> str:
    return labels.get(key, _GONE) if key else ""
