"""Changes of the platform in the sample kommuner: one that is made, one whose answers are coming in, one far ahead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.services.platform import Unit, standing_of
from itadmin.services.reading import Reading
from itadmin.services.sample_data import Catalogue, Place, Product
from itadmin.services.sample_systems import RUNNING, hosting_of, lifecycle_of, system_id
from itadmin.services.sample_values import addition, cost, pick, sample_id

_MOST_SYSTEMS = 8
_OWN = ("egen_drift", "hybrid")
_COSTS = range(8, 60)
"""Thousands of kronor that a change costs a förvaltning in its first year."""


class _Told(NamedTuple):
    """A change: its fields, whose systems it touches by driftform, and how many of the förvaltningar have answered."""

    values: Mapping[str, Any]
    hostings: tuple[str, ...]
    answers: tuple[str, ...] = ()
    informed_on: str = ""
    answered_on: str = ""
    years: tuple[int, ...] = ()


_CHANGES: Mapping[str, _Told] = {
    "klient": _Told(
        {
            "title": "Byte till Windows 11 på alla arbetsplatser",
            "kind": "klient",
            "status": "klar",
            "description": "Alla datorer får Windows 11. De som är för gamla byts ut.",
            "reason": "Windows 10 får inga säkerhetsrättelser efter oktober 2025.",
            "announced_on": "2025-02-03",
            "answer_by": "2025-03-31",
            "changes_on": "2025-05-05",
            "changed_by": "2025-09-30",
            "responsible_function": "IT-chef",
        },
        ("egen_drift",),
        ("utan_invandning",) * 9,
        "2025-02-03",
        "2025-03-10",
        (2025,),
    ),
    "server": _Told(
        {
            "title": "Byte till Windows Server 2025",
            "kind": "server",
            "status": "pagar",
            "description": "System på äldre servrar flyttas till Windows Server 2025, ett i taget i servicefönster. "
            "Leverantören behöver godkänna systemets version först.",
            "reason": "Stödet för de äldre servrarna upphör, och därefter kommer inga säkerhetsrättelser.",
            "announced_on": "2026-09-14",
            "answer_by": "2026-10-30",
            "changes_on": "2027-03-01",
            "changed_by": "2027-06-18",
            "responsible_function": "IT-chef",
        },
        _OWN,
        ("utan_invandning", "behover_tid"),
        "2026-09-14",
        "2026-10-12",
        (2027, 2028),
    ),
    "identitet": _Told(
        {
            "title": "Flerfaktor krävs vid all inloggning",
            "kind": "identitet",
            "status": "ej_paborjad",
            "description": "Inloggning med bara lösenord upphör i alla system.",
            "reason": "De flesta intrång börjar med ett stulet lösenord.",
            "answer_by": "2027-06-30",
            "changes_on": "2027-11-01",
            "responsible_function": "IT-chef",
        },
        ("saas",),
    ),
}


def platform_changes(catalogue: Catalogue, place: Place) -> Iterator[Change]:
    """The changes of a kommun, with the systems they touch."""
    running = [each for each in catalogue.products_of(place.code) if lifecycle_of(place, each) in RUNNING]
    for key, told in _CHANGES.items():
        systems = [str(system_id(place, each)) for each in _touched(place, running, told)]
        yield addition("platform_changes", _change_id(place, key), {**told.values, "systems": systems})


def platform_notices(place: Place, reading: Reading) -> Iterator[Change]:
    """The förvaltningar that those changes touch by what the register knows: told, and the first of them answered."""
    for key, told in _CHANGES.items():
        if told.informed_on:
            units = standing_of(reading, _change_id(place, key)).missing
            for number, unit in enumerate(units):
                yield _notice(place, key, unit, number)


def _touched(place: Place, running: list[Product], told: _Told) -> list[Product]:
    """The systems of a change: those that the verksamheter notice."""
    found = [each for each in running if hosting_of(place, each) in told.hostings]
    return [each for each in found if each.category == "verksamhetssystem"][:_MOST_SYSTEMS]


def _notice(place: Place, key: str, unit: Unit, number: int) -> Change:
    told = _CHANGES[key]
    answer = told.answers[number] if number < len(told.answers) else None
    words = (place.code, key, str(unit.id))
    first = pick(_COSTS, "platform", *words)
    costs = [
        {"year": year, "amount": cost(place, max(first // (step * 3 or 1), 1), "platform", *words), "note": None}
        for step, year in enumerate(told.years)
    ]
    values: dict[str, Any] = {
        "change": str(_change_id(place, key)),
        "organisation": str(unit.id),
        "recipient": str(unit.person) if unit.person else None,
        "recipient_function": unit.function or "Förvaltningschef",
        "informed_on": told.informed_on,
        "answer": answer,
        "answered_on": told.answered_on if answer else None,
        "consequences": costs,
    }
    return addition("platform_notices", sample_id(place, "platform_notices", key, str(unit.id)), values)


def _change_id(place: Place, key: str) -> UUID:
    return sample_id(place, "platform_changes", key)
