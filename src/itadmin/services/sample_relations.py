"""What ties the systems of a sample kommun to others: use, samverkansnivåer, integrations and behörighetsbeslut."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product as pairs
from typing import Any

from itadmin.domain.changes import Change
from itadmin.domain.identifiers import municipality_id
from itadmin.services.sample_data import Catalogue, Flow, Place, Product
from itadmin.services.sample_organisations import unit_id
from itadmin.services.sample_systems import RUNNING, first_year, is_vital, lifecycle_of, system_id
from itadmin.services.sample_values import SAMPLE_DAY, addition, chance, function_title, pick, sample_id, users

_OTHER_PARTS = ("soc", "bun", "ks")
_SHARED_LEVELS = {"gemensam": "4", "kommunalforbund": "4"}
_WHOLLY_SHARED = "5"
_DECISION = "IT-chefsgruppen"
_ACCESS_REASONS = ("Behövs för handläggningen.", "Behövs för uppföljning och attest.", "Ansvarar för systemet.")


def relations(catalogue: Catalogue, place: Place) -> Iterator[Change]:
    """Everything that ties a kommun's systems to others."""
    products = catalogue.products_of(place.code)
    for product in products:
        if lifecycle_of(place, product) in RUNNING:
            yield from _uses(place, product)
            yield from _levels(catalogue, place, product)
            yield from _access(catalogue, place, product)
    known = {product.key: product for product in products if lifecycle_of(place, product) in RUNNING}
    for flow in catalogue.flows:
        yield from _integrations(place, flow, known)


def _uses(place: Place, product: Product) -> Iterator[Change]:
    wide = product.scope != "verksamhetsspecifikt" and product.category == "verksamhetssystem"
    parts = [product.part, *(part for part in _OTHER_PARTS if wide and part != product.part and part in place.units)]
    for number, part in enumerate(parts):
        if number and not chance(40, "use", place.code, product.key, part):
            continue
        count = users(place, product.users if not number else max(product.users // 6, 3))
        values: dict[str, Any] = {
            "system": str(system_id(place, product)),
            "organisation": str(unit_id(place, part)),
            "status": "anvands",
            "since": str(first_year(place, product)),
            "user_count": count,
        }
        if chance(30, "licences", place.code, product.key, part):
            values["licence_count"] = round(count * 1.1)
        yield addition("system_uses", sample_id(place, "system_uses", product.key, part), values)


def _levels(catalogue: Catalogue, place: Place, product: Product) -> Iterator[Change]:
    """How far each kommun that has the product has come with it, and what the own kommun had before."""
    level = _joint_level(product)
    if level is None and not (len(product.places) > 1 and product.product and chance(35, "level", product.key)):
        return
    began = date(max(first_year(place, product), 2008), 1, 1)
    own = _level_values(place, place, product, level, began)
    if level and began.year < SAMPLE_DAY.year - 3 and chance(40, "earlier level", product.key):
        changed = date(began.year + 2, 7, 1)
        before = {**own, "level": "1", "ends_on": (changed - timedelta(days=1)).isoformat()}
        before.pop("target_level", None)
        before.pop("target_on", None)
        yield addition("cooperation_levels", sample_id(place, "cooperation_levels", product.key, "before"), before)
        own["starts_on"] = changed.isoformat()
    yield addition("cooperation_levels", sample_id(place, "cooperation_levels", product.key), own)
    for other in _others_with(catalogue, place, product):
        values = _level_values(place, other, product, level, began)
        yield addition("cooperation_levels", sample_id(place, "cooperation_levels", product.key, other.code), values)


def _joint_level(product: Product) -> str | None:
    """The level of a product that is operated together; None for others."""
    level = _SHARED_LEVELS.get(product.hosting)
    return _WHOLLY_SHARED if level and chance(30, "wholly shared", product.key) else level


def _others_with(catalogue: Catalogue, place: Place, product: Product) -> Iterator[Place]:
    for code in product.places:
        other = catalogue.places[code]
        if code != place.code and lifecycle_of(other, product) in RUNNING:
            yield other


def _level_values(place: Place, of: Place, product: Product, level: str | None, began: date) -> dict[str, Any]:
    """A level of one kommun in a system of the own one; where each goes its own way they have come differently far."""
    values: dict[str, Any] = {
        "system": str(system_id(place, product)),
        "municipality": str(municipality_id(of.code)),
        "level": level or _known_level(place, of, product),
        "starts_on": began.isoformat(),
        "decided_by": _DECISION,
    }
    if not chance(50, "target", product.key):
        return values
    if level == _WHOLLY_SHARED:
        values["target_level"] = level
    else:
        target = str(int(level or pick(("2", "3"), "aimed", product.key)) + 1)
        values |= {"target_level": target, "target_on": pick(("2027", "2028", "2028-06"), "target", product.key)}
    return values


def _known_level(place: Place, of: Place, product: Product) -> str:
    """How far a kommun has come by itself; a neighbour may not have heard of its last step."""
    own = pick(("1", "2", "2", "3"), "level", of.code, product.key)
    is_behind = place.code != of.code and chance(25, "heard", place.code, of.code, product.key)
    return str(int(own) - 1) if is_behind else own


def _integrations(place: Place, flow: Flow, known: dict[str, Product]) -> Iterator[Change]:
    for source, target in pairs(_ends(flow.sources, known), _ends(flow.targets, known)):
        ends = [str(system_id(place, end)) if end else None for end in (source, target)]
        words = [end.key for end in (source, target) if end]
        values = {
            "name": flow.name,
            "source": ends[0],
            "target": ends[1],
            "external_party": flow.external,
            "kind": flow.kind,
            "data": flow.data,
            "personal_data": flow.personal_data,
            "frequency": flow.frequency,
            "criticality": flow.criticality,
            "both_ways": flow.both_ways,
        }
        yield addition("integrations", sample_id(place, "integrations", flow.key, *words), values)


def _ends(keys: tuple[str, ...], known: dict[str, Product]) -> list[Product | None]:
    """The systems at one end of a flow: those of the keys that are here; one that is nobody's where no key is given."""
    return [known[key] for key in keys if key in known] if keys else [None]


def _access(catalogue: Catalogue, place: Place, product: Product) -> Iterator[Change]:
    if not is_vital(product) or product.personal_data == "nej":
        return
    holders = (("Systemadministratör", product.manager), ("Handläggare", product.deputy or product.owner))
    for right, key in holders:
        function = catalogue.functions[key]
        decided = date(2026, 1, 1) - timedelta(days=pick(range(900), "access", place.code, product.key, right))
        values: dict[str, Any] = {
            "access_right": right,
            "system": str(system_id(place, product)),
            "function": function_title(place, function),
            "organisation": str(unit_id(place, function.part)),
            "starts_on": decided.isoformat(),
            "reason": pick(_ACCESS_REASONS, "reason", product.key, right),
            "decided_by_function": function_title(place, catalogue.functions[product.owner]),
            "decided_on": decided.isoformat(),
        }
        if chance(15, "withdrawn", place.code, product.key, right):
            values |= {"withdrawn_on": "2026-06-30", "withdrawn_reason": "Nya arbetsuppgifter."}
        yield addition("access_decisions", sample_id(place, "access_decisions", product.key, right), values)
