"""Who answers for the systems of a sample kommun: functions instead of persons, with some posts not filled.

Systems that have a driftavtal are kept without gaps, since their agreements are to be complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from itadmin.domain.changes import Change
from itadmin.services.sample_data import Catalogue, Function, Place, Product
from itadmin.services.sample_organisations import unit_id
from itadmin.services.sample_systems import RUNNING, first_year, hosting_of, is_vital, lifecycle_of, system_id
from itadmin.services.sample_values import (
    addition,
    chance,
    function_email,
    function_phone,
    function_title,
    pick,
    sample_id,
)

_LATEST_HANDOVER = 2020
_HANDED_OVER_BEFORE = 2016
_NEW_SYSTEMS = date(2026, 9, 1)
_OFFICER, _OFFICERS_SYSTEM = "dataskyddsombud", "registerforteckning"


def roles(catalogue: Catalogue, place: Place) -> Iterator[Change]:
    """Who answers for the systems of a kommun, by function."""
    for product in catalogue.products_of(place.code):
        for kind, key in _holders(place, product):
            yield _role(place, product, kind, catalogue.functions[key])
        if _was_handed_over(place, product):
            yield _earlier_role(catalogue, place, product)


def _holders(place: Place, product: Product) -> Iterator[tuple[str, str]]:
    words = (place.code, product.key)
    retired = lifecycle_of(place, product) == "avvecklad"
    vital = is_vital(product)
    if vital or not chance(4, "no owner", *words):
        yield "systemagare", product.owner
    if not retired and (vital or not chance(4, "no manager", *words)):
        yield "systemansvarig", product.manager
    if not retired and (vital or chance(85, "deputy", *words)):
        yield "ersattare", product.deputy or product.owner
    if vital and chance(70, "information", *words):
        yield "informationsagare", product.owner
    if hosting_of(place, product) == "egen_drift" and chance(60, "operations", *words):
        yield "systemdriftsansvarig", "systemadministrator"
    if product.key == _OFFICERS_SYSTEM:
        yield _OFFICER, _OFFICER


def _role(place: Place, product: Product, kind: str, function: Function) -> Change:
    year = pick(range(2016, 2026), "from", place.code, function.key)
    starts_on = date(year, pick((1, 3, 8, 9), "month", function.key), 1)
    values = _holder(place, product, kind, function) | {
        "email": function_email(place, function),
        "phone": function_phone(place, function),
        "starts_on": max(starts_on, _earliest(place, product)).isoformat(),
    }
    return addition("roles", sample_id(place, "roles", product.key, kind), values)


def _earliest(place: Place, product: Product) -> date:
    """The first day that anybody now in charge of a system can have been so."""
    if lifecycle_of(place, product) not in (*RUNNING, "avvecklad"):
        return _NEW_SYSTEMS
    in_use = date(first_year(place, product), 1, 1)
    return max(in_use, date(_LATEST_HANDOVER + 1, 1, 1)) if _was_handed_over(place, product) else in_use


def _was_handed_over(place: Place, product: Product) -> bool:
    return product.since < _HANDED_OVER_BEFORE and chance(12, "earlier", place.code, product.key)


def _earlier_role(catalogue: Catalogue, place: Place, product: Product) -> Change:
    function = catalogue.functions[product.owner if not product.deputy else product.deputy]
    values = _holder(place, product, "systemansvarig", function) | {
        "starts_on": date(first_year(place, product), 1, 1).isoformat(),
        "ends_on": date(_LATEST_HANDOVER, 12, 31).isoformat(),
        "note": "Lämnade över när uppgifterna fördelades om.",
    }
    return addition("roles", sample_id(place, "roles", product.key, "earlier"), values)


def _holder(place: Place, product: Product, kind: str, function: Function) -> dict[str, Any]:
    return {
        "system": str(system_id(place, product)),
        "kind": kind,
        "function": function_title(place, function),
        "organisation": str(unit_id(place, function.part)),
    }
