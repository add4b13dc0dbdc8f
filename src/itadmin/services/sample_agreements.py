"""Agreements of a sample kommun with suppliers and partners: support, licences, personal data and the like.

What time they have comes from the usual patterns; their state (`gallande`, `uppsagt` …) is computed from it, so that
the two never contradict each other. Agreements on operation are made in `sample_operations.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.notice import State
from itadmin.domain.calendar import add_months
from itadmin.domain.changes import Change
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.record import typed_value
from itadmin.domain.registers.agreement_rules import term_state
from itadmin.domain.registers.agreements import REGISTER, Agreement
from itadmin.services.sample_agreement_details import instruction, purchase
from itadmin.services.sample_data import Catalogue, Function, Place, Product, TermPattern
from itadmin.services.sample_organisations import it_unit_id, supplier_id, unit_id
from itadmin.services.sample_systems import first_year, hosting_of, is_vital, lifecycle_of, system_id
from itadmin.services.sample_values import (
    SAMPLE_DAY,
    addition,
    chance,
    cost,
    function_email,
    function_phone,
    function_title,
    pick,
    sample_id,
)

_NOTE = "Övningsdata: avtalet är påhittat."
_DECISION_MONTHS = 6
_LARGE_COST = 100
_SMALL_SYSTEMS, _FURTHER_KINDS = 13, 35
"""How many percent of the small systems have an agreement in the register, and of the large ones a second kind."""
_LIVING = ("i_drift", "inforande", "under_avveckling")
_FIRST_ELECTRONIC = date(2021, 1, 1)

_TITLES = {
    "molntjanstavtal": "Molntjänstavtal",
    "supportavtal": "Supportavtal",
    "underhallsavtal": "Underhållsavtal",
    "licensavtal": "Licensavtal",
    "leverantorsavtal": "Leverantörsavtal",
    "ramavtal": "Avrop",
    "leasing": "Hyresavtal",
    "pub_avtal": "PUB-avtal",
}
_SHARES = {
    "molntjanstavtal": 85,
    "supportavtal": 40,
    "underhallsavtal": 25,
    "licensavtal": 30,
    "leverantorsavtal": 80,
    "ramavtal": 90,
    "leasing": 70,
}
"""How many percent of a system's cost an agreement of a kind stands for."""
_PRICE_MODELS = {
    "molntjanstavtal": ("fast_ar", "per_anvandare", "per_invanare"),
    "supportavtal": ("fast_ar", "per_invanare"),
    "underhallsavtal": ("fast_ar",),
    "licensavtal": ("per_anvandare", "fast_ar"),
    "leverantorsavtal": ("fast_ar", "lopande"),
    "ramavtal": ("per_anvandare", "per_enhet"),
    "leasing": ("per_enhet",),
    "konsultavtal": ("lopande",),
}
_STATUSES = {
    State.NOT_BEGUN: "invantar_underskrift",
    State.RUNNING: "gallande",
    State.OPEN_ENDED: "gallande",
    State.NOTICE_GIVEN: "uppsagt",
    State.ENDED: "upphort",
}


def agreement_id(place: Place, product: Product, kind: str) -> UUID:
    """The id of an agreement of a kind about a system."""
    return sample_id(place, "agreements", kind, product.key)


def has_processing_agreement(place: Place, product: Product) -> bool:
    """Whether the register holds a PUB-avtal for a system."""
    if "pub_avtal" not in product.agreements and hosting_of(place, product) != "annan_kommun":
        return False
    if product.personal_data == "nej" or lifecycle_of(place, product) not in ("i_drift", "inforande"):
        return False
    if hosting_of(place, product) == "annan_kommun":
        return True
    return chance(90 if product.personal_data == "kansliga" else 78, "pub", place.code, product.key)


def agreements(catalogue: Catalogue, place: Place) -> Iterator[Change]:
    """All agreements of a kommun save those on operation."""
    numbers: Counter[str] = Counter()
    for record_id, values in _all(catalogue, place):
        year = str(values.get("starts_on") or "")[:4]
        if year:
            numbers[year] += 1
            values["number"] = f"A-{year}-{numbers[year]:03}"
        yield addition("agreements", record_id, values)


def _all(catalogue: Catalogue, place: Place) -> Iterator[tuple[UUID, dict[str, Any]]]:
    for product in catalogue.products_of(place.code):
        kinds = tuple(_kinds(place, product))
        for kind in kinds:
            values = _about_system(catalogue, place, product, kind) | _place_in_chain(place, product, kind, kinds)
            values |= purchase(place, product, values)
            values |= instruction(place, product, catalogue.functions[product.manager], values)
            yield agreement_id(place, product, kind), values
    for row in catalogue.general:
        if place.code in row["kommuner"].split():
            yield sample_id(place, "agreements", row["nyckel"]), _general(catalogue, place, row)


def _kinds(place: Place, product: Product) -> Iterator[str]:
    is_here = hosting_of(place, product) != "annan_kommun"
    if is_here and product.supplier and lifecycle_of(place, product) in _LIVING:
        is_large = bool(product.product) or product.cost >= _LARGE_COST or is_vital(product)
        kinds = (kind for kind in product.agreements if kind not in ("pub_avtal", "driftavtal"))
        for number, kind in enumerate(kinds):
            first = 100 if is_large else _SMALL_SYSTEMS
            if chance(_FURTHER_KINDS if number else first, kind, place.code, product.key):
                yield kind
    if has_processing_agreement(place, product):
        yield "pub_avtal"


def _place_in_chain(place: Place, product: Product, kind: str, kinds: tuple[str, ...]) -> dict[str, Any]:
    """The first agreement about a system is the main one; what is agreed beside it belongs to that."""
    main = kinds[0]
    if len(kinds) == 1 or main == "pub_avtal":
        return {}
    if kind == main:
        return {"chain_place": "huvudavtal"}
    belongs = {"main_agreement": str(agreement_id(place, product, main))}
    return {**belongs, "chain_place": "bilaga" if kind == "pub_avtal" else "tillaggsavtal"}


def _about_system(catalogue: Catalogue, place: Place, product: Product, kind: str) -> dict[str, Any]:
    words = (kind, place.code, product.key)
    owner = catalogue.functions[product.owner]
    values: dict[str, Any] = {
        "title": f"{_TITLES[kind]} {product.name}",
        "kind": kind,
        "systems": [str(system_id(place, product))],
        "document_owner": function_title(place, owner),
        "customer": str(unit_id(place, product.part)),
        "note": _NOTE,
        "contacts": [contact("systemagare", "avtalsansvarig", place, owner)],
        "signatories": [customer_signatory(place, owner)],
    }
    if hosting_of(place, product) == "annan_kommun":
        values["provider"] = str(it_unit_id(place, catalogue.places[product.operator]))
    elif product.supplier:
        values["supplier"] = str(supplier_id(place, product.supplier))
    if kind in _SHARES and product.cost:
        values |= {
            "annual_price": cost(place, max(1, product.cost * _SHARES[kind] // 100), *words),
            "price_model": pick(_PRICE_MODELS[kind], "model", *words),
            "invoicing": pick(("ar", "ar", "kvartal"), "invoicing", *words),
        }
    is_new = lifecycle_of(place, product) == "inforande"
    if kind != "pub_avtal" and (is_new or chance(5, "negotiated", *words)):
        return values | {"status": pick(("forhandling", "utkast"), "status", *words), "version": "0.1"}
    pattern = _pattern_for(catalogue, kind, first_year(place, product), *words)
    return values | _dated(place, product.part, pattern, *words)


def contact(party: str, task: str, place: Place, function: Function) -> dict[str, Any]:
    """A contact row with a function of a kommun."""
    return {
        "party": party,
        "task": task,
        "name": function_title(place, function),
        "phone": function_phone(place, function),
        "email": function_email(place, function),
        "hours": None,
    }


def customer_signatory(place: Place, owner: Function) -> dict[str, Any]:
    """A signatory row of the one who signs for the part of a kommun that a function belongs to."""
    board = place.boards["ks" if owner.part == "it" else owner.part]
    return {
        "party": "systemagare",
        "position": function_title(place, owner),
        "authority": f"{board}s delegationsordning, punkt {pick(range(2, 7), 'point', board)}.4",
    }


def _general(catalogue: Catalogue, place: Place, row: Mapping[str, str]) -> dict[str, Any]:
    partners = [code for code in row["motpart"].split() if code != place.code]
    values: dict[str, Any] = {
        "title": row["titel"],
        "kind": row["slag"],
        "document_owner": function_title(place, catalogue.functions["itchef"]),
        "signatories": [customer_signatory(place, catalogue.functions["itchef"])],
        "customer": str(unit_id(place, "ks")),
        "supplier": str(supplier_id(place, row["leverantor"])) if row["leverantor"] else None,
        "connected_municipalities": [str(municipality_id(code)) for code in partners],
        "note": " ".join(part for part in (row["anteckning"], _NOTE) if part),
    }
    if row["kostnad_tkr"]:
        values |= {
            "annual_price": cost(place, int(row["kostnad_tkr"]), row["nyckel"]),
            "price_model": _PRICE_MODELS.get(row["slag"], ("fast_ar",))[0],
            "invoicing": "kvartal",
        }
    pattern = next(item for item in catalogue.patterns if item.key == row["villkor"])
    return values | _dated(place, "ks", pattern, row["nyckel"], *([] if partners else [place.code]))


def _pattern_for(catalogue: Catalogue, kind: str, since: int, *words: str) -> TermPattern:
    """A pattern of the kind, with only the starts that do not lie before the system's first year."""
    possible = []
    for item in catalogue.patterns:
        starts = tuple(day for day in item.starts if day.year >= since)
        if kind in item.kinds and starts:
            possible += [replace(item, starts=starts)] * item.weight
    return pick(possible, "term", *words)


def _dated(place: Place, part: str, pattern: TermPattern, *words: str) -> dict[str, Any]:
    """Term, numbers and state of an agreement that has been signed."""
    starts_on = pick(pattern.starts, "starts", *words)
    signed_on = starts_on - timedelta(days=pick(range(6, 50), "signed", *words))
    is_electronic = signed_on >= _FIRST_ELECTRONIC and chance(70, "electronic", *words)
    values: dict[str, Any] = {
        "starts_on": starts_on.isoformat(),
        "first_term_months": pattern.first_months,
        "renewal_months": pattern.renewal_months,
        "notice_months": pattern.notice_months,
        "open_ended": pattern.open_ended or None,
        "notice_given_on": pattern.notice_given_on or None,
        "options": _options(pattern, starts_on),
        "registry_number": place.registry_number(part, signed_on.year, pick(range(11, 460), "registry", *words)),
        "version": "1.0",
        "publicity": "oppen",
        "signing": "e_avancerad" if is_electronic else "papper",
        "signed_on": signed_on.isoformat(),
    }
    return values | {"status": "ersatt" if pattern.is_replaced else status_of(values)}


def _options(pattern: TermPattern, starts_on: date) -> list[dict[str, Any]]:
    """Options in order, those whose day has passed taken."""
    rows = []
    months = pattern.first_months or 0
    for length in pattern.options:
        decided_by = add_months(starts_on, months - _DECISION_MONTHS) - timedelta(days=1)
        taken = True if decided_by < SAMPLE_DAY else None
        rows.append({"months": length, "decision_day": decided_by.isoformat(), "taken": taken})
        months += length
    return rows


def status_of(values: Mapping[str, Any]) -> str:
    """The state that an agreement with these terms is in on the sample's day."""
    typed = {name: typed_value(REGISTER.fields[name], values[name]) for name in values}
    return _STATUSES[term_state(Agreement(**typed), SAMPLE_DAY).state]
