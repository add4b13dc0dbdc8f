"""What the benchmarks measure on: a register of many systems and agreements, and the sample region's driftavtal.

Made through the program's own services in a folder that is thrown away. The same each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.agreements import varied_terms
from itadmin.documents.catalogue import prepare
from itadmin.domain.calculations.notice import State, Terms, evaluate
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.identifiers import seeded_id_source
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.records import Records
from itadmin.services.sample import make_sample_region
from itadmin.services.sample_values import SAMPLE_DAY, SAMPLE_MOMENT, addition
from itadmin.services.workspace import open_reading

DRIFTAVTAL = "operations_agreement"

_AREAS = ("Omsorg", "Skola", "Ekonomi", "Plan och bygg", "Teknik", "Bibliotek", "Kommunledning")
_KINDS = ("Journal", "Planering", "Ärenden", "Fakturor", "Bokning", "Larm", "Arkiv", "Kartor", "Löner", "Portal")
_LIFECYCLES = ("i_drift",) * 8 + ("inforande", "under_avveckling")
_CATEGORIES = ("verksamhetssystem", "stodsystem", "e_tjanst", "plattform")
_ROLES = ("systemagare", "systemansvarig")
_AGREEMENT_KINDS = ("supportavtal", "molntjanstavtal", "licensavtal", "driftavtal", "pub_avtal")
_STATUSES = {State.ENDED: "upphort", State.NOTICE_GIVEN: "uppsagt"}
_SUPPLIERS = 25


@dataclass(frozen=True, slots=True)
class CompleteAgreement:
    """A driftavtal that lacks nothing: its file, a reading of it, and its id."""

    file: Path
    reading: Reading
    record_id: UUID


def make_register(path: Path, systems: int, agreements: int = 0) -> None:
    """Make a register file with so many systems, their suppliers and two roles each, and agreements, in one step."""
    filled_register(path, lambda around, _own: _changes(around, systems, agreements))


def filled_register(path: Path, changes: Callable[[Surroundings, UUID], Iterable[Change]]) -> None:
    """Make a register file and put in it, in one step, what `changes` gives of whose file it is."""
    ids = seeded_id_source("benchmarks", int(SAMPLE_MOMENT.timestamp() * 1000))
    around = Surroundings(lambda: SAMPLE_MOMENT, ids.new, "Mätning", "itadmin")
    file = create(path, "1460", "", around, sample=True)
    try:
        records = Records(file, around, lambda _changes, _initiator: None)
        records.apply(ChangeSet("La in system att mäta på", tuple(changes(around, file.info.organisation))))
    finally:
        file.close()


def _changes(around: Surroundings, systems: int, agreements: int) -> Iterator[Change]:
    suppliers = [around.new_id() for _ in range(_SUPPLIERS)]
    ids = [around.new_id() for _ in range(systems)]
    for number, supplier in enumerate(suppliers, start=1):
        yield addition("organisations", supplier, {"name": f"Leverantör {number} AB", "kind": "leverantor"})
    for number, system in enumerate(ids):
        yield addition("systems", system, _system(number, suppliers[number % _SUPPLIERS]))
        for kind in _ROLES:
            holder = {"function": f"Chef för enhet {number % 40 + 1}", "starts_on": "2024-01-01"}
            yield addition("roles", around.new_id(), {"system": str(system), "kind": kind, **holder})
    for number, terms in enumerate(varied_terms(agreements)):
        yield addition("agreements", around.new_id(), agreement_values(number, terms, ids[number % systems]))


def _system(number: int, supplier: UUID) -> dict[str, Any]:
    area, kind = _AREAS[number % len(_AREAS)], _KINDS[number % len(_KINDS)]
    return {
        "name": f"{kind} {area.lower()} {number + 1:04}",
        "purpose": f"Stöd för {kind.lower()} inom {area.lower()}. Används dagligen av handläggare och chefer.",
        "area": area,
        "category": _CATEGORIES[number % len(_CATEGORIES)],
        "scope": "verksamhetsspecifikt",
        "lifecycle": _LIFECYCLES[number % len(_LIFECYCLES)],
        "in_operation_since": str(2004 + number % 20),
        "supplier": str(supplier),
        "product": f"{kind} {number % 97 + 1}",
        "hosting": "egen_drift",
        "user_count": 3 + number * 7 % 400,
        "annual_cost": (5 + number * 13 % 300) * 100_000,
        "personal_data": number % 3 == 0,
        "dpa_status": "ej_tillampligt",
    }


def agreement_values(number: int, terms: Terms, system: UUID) -> dict[str, Any]:
    """The plain values of an agreement about a system, one of many."""
    return {
        "title": f"Avtal {number + 1:04}",
        "number": f"A-{number + 1}",
        "registry_number": f"KS 2024/{number + 1}",
        "kind": _AGREEMENT_KINDS[number % len(_AGREEMENT_KINDS)],
        "status": _STATUSES.get(evaluate(terms, SAMPLE_DAY).state, "gallande"),
        "systems": [str(system)],
        "annual_price": (5 + number * 17 % 300) * 100_000,
        "open_ended": terms.open_ended,
        "notice_to_month_end": terms.month_end,
        "options": [
            {"months": option.months, "decision_day": _text(option.decision_day), "taken": option.taken}
            for option in terms.options
        ],
        **{name: getattr(terms, name) for name in ("first_term_months", "renewal_months", "notice_months")},
        **{name: _text(getattr(terms, name)) for name in ("starts_on", "first_term_ends_on", "notice_given_on")},
        "notice_days": terms.notice_days,
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def complete_agreements(folder: Path) -> Iterator[CompleteAgreement]:
    """Make the sample region in a folder and give its driftavtal in force that lack nothing, kommun by kommun."""
    query = ListQuery(where={"kind": ["driftavtal", "driftoverenskommelse"], "status": ["gallande"]})
    for file in make_sample_region(folder).files:
        reading = open_reading(file, SAMPLE_DAY)
        for record_id in reading.keys("agreements", query):
            if not prepare(DRIFTAVTAL, reading, record_id, draft=False).missing:
                yield CompleteAgreement(file, reading, record_id)
