"""Samverkansärenden of the sample kommuner: one that is worked on in each, and in two of them one that is decided.

The decided one has its kostnadsfördelning, its samverkansavtal and beslut of the IT-chefsgrupp.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers.allocation_rows import ParticipantRow
from itadmin.domain.registers.allocations import Allocation
from itadmin.services.allocations import outcome_of
from itadmin.services.allocations.adopting import snapshot_of
from itadmin.services.allocations.states import ADOPTED, DRAFT
from itadmin.services.reading import Reading
from itadmin.services.sample_data import Catalogue, Place, Product
from itadmin.services.sample_systems import RUNNING, lifecycle_of, system_id
from itadmin.services.sample_values import addition, sample_id

_DECIDED_IN = ("1438", "1460")
_FIRST_IN_JUNE, _FIRST_IN_SEPTEMBER = 7, 12
_FEWEST = 3
_APART = 8
"""How far from each other the systems are that a kommun has its two cases about."""
_YEAR = 2027
_PERIOD = {"period_starts": f"{_YEAR}-01-01", "period_ends": f"{_YEAR}-12-31"}
_ANSWERS = ("med", "med_forbehall", "ej_svarat", "avvaktar")
_STEPS = (
    ("Kartlägg krav, avtal och kostnader i varje kommun", "2026-10", "2026-10-23", "IT-chefsgruppen"),
    ("Beslut i varje kommun", "2026-12", None, "Kommunstyrelsen"),
    ("Samverkansavtal undertecknat", "2027-01", None, "Kommundirektören"),
    ("Gemensamt införande", "2027-06", None, "Värdkommunens IT-chef"),
    ("Första uppföljning", "2027-11", None, "IT-chefsgruppen"),
)
_BASIS = "IT-chefsgruppen 2026-09-10, § 3"
_BACKGROUND = (
    "Kommunerna använder samma system, men upphandlar, driftar och förvaltar det var för sig.\n\n"
    "IT-chefsgruppen har gått igenom avtal, kostnader och kompetens under hösten 2026 och förordar att det görs "
    "gemensamt."
)
_CONSEQUENCES = (
    "Driften och den tekniska förvaltningen samlas hos värdkommunen. Varje kommun behåller systemägare, systemansvarig "
    "och ansvaret för sina uppgifter. Informationen klassas gemensamt innan arbetet börjar."
)
_NOTE = "Övningsdata. Avtalet och allt som står i det är påhittat."


def cases(catalogue: Catalogue, place: Place, reading: Reading) -> Iterator[Change]:
    """The cases of a kommun with all that belongs to them."""
    shared = [
        product
        for product in catalogue.products_of(place.code)
        if len(product.places) >= _FEWEST and lifecycle_of(place, product) in RUNNING and not product.operator
    ]
    number = sorted(catalogue.places).index(place.code)
    yield from _case(place, shared[number % len(shared)], is_decided=False)
    if place.code in _DECIDED_IN:
        decided = shared[(number + _APART) % len(shared)]
        yield from _case(place, decided, is_decided=True)
        yield from _cost_and_agreement(place, decided, reading)
        yield from _decisions(place, decided)


def _case_id(place: Place, product: Product) -> UUID:
    return sample_id(place, "cooperation_cases", product.key)


def _title(product: Product) -> str:
    return f"Gemensam förvaltning av {product.name}"


def _number(place: Place, product: Product) -> str:
    return place.registry_number("ks", 2026, 400 + product.cost % 90)


def _amount(product: Product) -> int:
    """What the product costs all who have it in a year, in öre."""
    return product.cost * len(product.places) * 1000 * 100


def _case(place: Place, product: Product, *, is_decided: bool) -> Iterator[Change]:
    codes = sorted(product.places, key=lambda code: (code != place.code, code))
    steps = [
        {"step": step, "planned_on": planned, "done_on": done, "responsible": responsible}
        for step, planned, done, responsible in _STEPS
    ]
    values: dict[str, Any] = {
        "title": _title(product),
        "status": "genomforande" if is_decided else "beslut",
        "host": str(municipality_id(place.code)),
        "participants": [str(municipality_id(code)) for code in codes],
        "systems": [str(system_id(place, product))],
        "registry_number": _number(place, product),
        "started_on": "2026-09-10",
        "purpose": f"Kommunerna förvaltar och driftar {product.name} tillsammans, så att kompetensen räcker och "
        "kostnaden per användare blir lägre.",
        "background": _BACKGROUND,
        "consequences": _CONSEQUENCES,
        "reasons": [{"trigger": "flera_anvander_samma", "text": f"{len(codes)} kommuner använder {product.name}."}],
        "goal_level": "4",
        "goal_on": "2027-06",
        "legal_form": "avtal",
        "operated_by": str(municipality_id(place.code)),
        "managed_by": str(municipality_id(place.code)),
        "cost_model": "BEFOLKNING",
        "annual_cost": _amount(product),
        "financing": "Varje kommun tar upp sin del i budgeten för det år då samverkan börjar.",
        "timetable": steps,
        "proposals": [{"text": text} for text in _proposals(place, product)],
    }
    yield addition("cooperation_cases", _case_id(place, product), values)
    for number, code in enumerate(codes):
        yield _stance(place, product, code, "med" if is_decided else _ANSWERS[number % len(_ANSWERS)])


def _proposals(place: Place, product: Product) -> tuple[str, ...]:
    return (
        f"kommunen samverkar om {product.name} med {place.town} som värdkommun",
        "den gemensamma kostnaden fördelas efter befolkning",
        "förslaget till samverkansavtal godkänns",
        "kommundirektören får i uppdrag att underteckna avtalet",
    )


def _stance(place: Place, product: Product, code: str, stance: str) -> Change:
    has_decided = stance in ("med", "med_forbehall")
    values = {
        "stance": stance,
        "case": str(_case_id(place, product)),
        "municipality": str(municipality_id(code)),
        "body": "KS",
        "decide_by": "2026-12-15",
        "decided_on": f"2026-10-{10 + int(code) % 15}" if has_decided else None,
        "paragraph": str(80 + int(code) % 15) if has_decided else None,
        "participates_from": _PERIOD["period_starts"] if stance == "med" else None,
        "comment": "Förutsätter att samtliga deltar." if stance == "med_forbehall" else None,
    }
    return addition("cooperation_stances", sample_id(place, "cooperation_stances", product.key, code), values)


def _cost_and_agreement(place: Place, product: Product, reading: Reading) -> Iterator[Change]:
    """Last year's way beside this year's: the fördelning that is adopted, a draft for the year after, the agreement."""
    agreement = sample_id(place, "agreements", "samverkansavtal", product.key)
    codes = sorted(product.places)
    agreed: Mapping[str, Any] = {
        "title": f"Samverkansavtal {product.name}",
        "number": f"S-{_YEAR}-001",
        "registry_number": _number(place, product),
        "kind": "samverkansavtal",
        "status": "invantar_underskrift",
        "version": "1.0",
        "systems": [str(system_id(place, product))],
        "connected_municipalities": [str(municipality_id(code)) for code in codes],
        "starts_on": _PERIOD["period_starts"],
        "open_ended": True,
        "notice_months": 12,
        "meeting_interval": "halvar",
        "annual_price": _amount(product),
        "allocation_model": "BEFOLKNING",
        "document_owner": "IT-chef",
        "publicity": "oppen",
        "note": _NOTE,
    }
    yield addition("agreements", agreement, agreed)
    values: dict[str, Any] = {
        "title": f"Kostnadsfördelning {product.name} {_YEAR}",
        "status": ADOPTED,
        "case": str(_case_id(place, product)),
        "agreement": str(agreement),
        "amount": _amount(product),
        "model": "BEFOLKNING",
        "reference": "senaste_31_dec",
        "prorated": "dagar",
        "compared_model": "LIKA",
        "phase_in_years": 3,
        "participants": [{"municipality": code} for code in codes],
        **_PERIOD,
    }
    shared = _allocation(codes, product)
    locked = {"snapshot": snapshot_of(outcome_of(reading, shared)), "locked_on": "2026-11-10"}
    yield addition("allocations", sample_id(place, "allocations", product.key), {**values, **locked})
    proposed = {
        **values,
        "title": f"Kostnadsfördelning {product.name} {_YEAR + 1}, förslag",
        "status": DRAFT,
        "model": "FAST_RORLIG",
        "fixed_percent": 20,
        "basis_reference": _BASIS,
        "compared_model": "BEFOLKNING",
        "period_starts": f"{_YEAR + 1}-01-01",
        "period_ends": f"{_YEAR + 1}-12-31",
    }
    yield addition("allocations", sample_id(place, "allocations", product.key, "proposed"), proposed)


def _allocation(codes: list[str], product: Product) -> Allocation:
    rows = tuple(ParticipantRow(municipality=code) for code in codes)
    return replace(
        Allocation(title="Kostnadsfördelning", amount=_amount(product), model="BEFOLKNING", participants=rows),
        period_starts=date.fromisoformat(_PERIOD["period_starts"]),
    )


def _decisions(place: Place, product: Product) -> Iterator[Change]:
    """What the IT-chefsgrupp has decided: one that is done, one that is soon to be, one that was for information.

    Each kommun keeps the decisions on its own cases; the numbers go on from one to the other.
    """
    turn = _DECIDED_IN.index(place.code)
    about = {"cases": [str(_case_id(place, product))], "systems": [str(system_id(place, product))]}
    taken = (
        (
            "utred",
            {
                "title": f"Utred gemensam förvaltning av {product.name}",
                "kind": "beslut",
                "decided_on": "2026-06-11",
                "paragraph": str(_FIRST_IN_JUNE + turn),
                "text": f"IT-cheferna utreder om {product.name} kan förvaltas gemensamt.",
                "responsible_function": "IT-chef",
                "due": "2026-09-10",
                "status": "klart",
                "done_on": "2026-09-08",
            },
        ),
        (
            "avtal",
            {
                "title": f"Ta fram samverkansavtal för {product.name}",
                "kind": "beslut",
                "decided_on": "2026-09-10",
                "paragraph": str(_FIRST_IN_SEPTEMBER + turn),
                "text": "Värdkommunen tar fram förslag till samverkansavtal. Kostnaden fördelas efter befolkning.",
                "responsible_function": "IT-chef",
                "due": "2026-12-10",
                "status": "oppet",
            },
        ),
        (
            "information",
            {
                "title": "Läget med gemensamma upphandlingar",
                "kind": "information",
                "decided_on": "2026-09-10",
                "paragraph": str(_FIRST_IN_SEPTEMBER + len(_DECIDED_IN)),
                "text": "Gruppen tog del av läget. Nästa genomgång är i december.",
            },
        ),
    )
    for key, values in taken if turn == 0 else taken[:-1]:
        tied = about if values["kind"] == "beslut" else {}
        yield addition("decisions", sample_id(place, "decisions", key), {"forum": "IT-chefsgruppen", **values, **tied})
