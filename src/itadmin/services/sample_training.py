"""Utbildningsplaner of a sample kommun in every state: most adopted this year, some outdated, drafts, and missing.

They are begun from the templates that ship, as the window does it. What has a driftavtal has a plan that holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.training_plans import next_revision
from itadmin.domain.calendar import previous_working_day
from itadmin.domain.changes import Change
from itadmin.domain.registers.systems import System
from itadmin.domain.text import small_initial
from itadmin.services.reading import Read, Reading
from itadmin.services.records import Records
from itadmin.services.sample_data import Catalogue, Place, Product
from itadmin.services.sample_systems import RUNNING, is_vital, lifecycle_of, system_id
from itadmin.services.sample_values import SAMPLE_DAY, chance, function_title, pick, sample_id
from itadmin.services.training.head_counts import HeadCounts, head_counts_of
from itadmin.services.training.making import NOBODY, drafted
from itadmin.services.training.templates import PlanTemplate, template

PLANS, MODULES = "training_plans", "training_modules"
FOR_ALL, FOR_IT = "allman", "it_personal"
"""The keys of the plans that are about no system, which are also those of their templates."""

_DEMANDED = "verksamhetssystem"
_FEW_USERS = 40
"""Systems with fewer users have a short plan."""
_LATER = "senare"
_STATES = ("faststalld",) * 12 + ("inaktuell",) * 2 + ("utkast",) * 2 + (_LATER, _LATER, "", "")
_LATELY, _THIS_YEAR, _LAST_YEAR, _LONG_AGO = range(1, 15), range(15, 345), range(380, 540), range(375, 700)
"""How many days ago plans were adopted: those that hold later, that hold, that were before them, that hold no more."""
_HOUR_COST, _COURSE_COST = 35_000, 1_500_000
_PER_HOUR = 60


def plan_id(place: Place, key: str, number: int = 1) -> UUID:
    """The id of a version of the plan of a system, or of one for all, by its key."""
    return sample_id(place, PLANS, key, str(number))


def module_id(place: Place, key: str, code: str, number: int = 1) -> UUID:
    """The id of a moment of a version of a plan."""
    return sample_id(place, MODULES, key, str(number), code)


def training(catalogue: Catalogue, place: Place, reading: Reading, records: Records) -> Iterator[Change]:
    """The plans of a kommun's systems in use, those for all, and that of its IT staff."""
    counts = head_counts_of(reading)
    products = {system_id(place, each): each for each in catalogue.products_of(place.code) if _is_asked(place, each)}
    for key, read in reading.many("systems", products).items():
        yield from _of_system(catalogue, place, products[key], read, records, counts)
    for name in (FOR_ALL, FOR_IT):
        draft = _named(place, name, 1, drafted(records, template(name), None, counts, NOBODY))
        is_draft = name == FOR_IT and chance(40, "plan", place.code, name)
        days_ago = pick(_THIS_YEAR, "plan", place.code, name)
        adopted = {} if is_draft else _adopted(_days_ago(days_ago), _title_of(name))
        yield from _with(draft, adopted)


def _is_asked(place: Place, product: Product) -> bool:
    return product.category == _DEMANDED and lifecycle_of(place, product) in RUNNING


def _title_of(name: str) -> str:
    return "Kommundirektör" if name == FOR_ALL else "IT-chefsgruppen"


def _of_system(
    catalogue: Catalogue, place: Place, product: Product, read: Read, records: Records, counts: HeadCounts
) -> Iterator[Change]:
    words = (place.code, product.key)
    state = _STATES[0] if is_vital(product) else pick(_STATES, "plan", *words)
    if not state:
        return
    chosen = template(_DEMANDED if product.users >= _FEW_USERS else "stodsystem")
    owner = small_initial(function_title(place, catalogue.functions[product.owner]))
    version = read.record.version if isinstance(read.record, System) else ""
    has_earlier = state == _STATES[0] and chance(25, "earlier plan", *words)
    if has_earlier:
        day = _days_ago(pick(_LAST_YEAR, "earlier plan", *words))
        earlier = {**_adopted(day, f"Systemägare, {owner}", version), "status": "ersatt"}
        first = _named(place, product.key, 1, drafted(records, chosen, read, counts, NOBODY))
        yield from _with(first, {**earlier, **_details(chosen, read.label)})
    number = 2 if has_earlier else 1
    draft = _named(place, product.key, number, drafted(records, chosen, read, counts, NOBODY))
    values = _details(chosen, read.label)
    if has_earlier:
        values |= {"version": "2.0", "replaces": str(plan_id(place, product.key))}
        draft = [draft[0], *(_continued(place, product, change) for change in draft[1:])]
    if state == "inaktuell":
        is_old = not version or chance(30, "old plan", *words)
        day = _days_ago(pick(_LONG_AGO if is_old else _THIS_YEAR, "old plan", *words))
        values |= _adopted(day, f"Systemägare, {owner}", version if is_old else _year_before(version))
    elif state != "utkast":
        day = _days_ago(pick(_LATELY if state == _LATER else _THIS_YEAR, "adopted plan", *words))
        values |= _adopted(day, f"Systemägare, {owner}", version)
        if state == _LATER:
            values["valid_from"] = date(SAMPLE_DAY.year + 1, 1, 1).isoformat()
    yield from _with(draft, values)


def _days_ago(days: int) -> date:
    """The arbetsdag so many days ago, or the last one before that."""
    return previous_working_day(SAMPLE_DAY - timedelta(days=days - 1))


def _year_before(version: str) -> str:
    """A version of the sample region, "2026.3", a year earlier."""
    year, _, number = version.partition(".")
    return f"{int(year) - 1}.{number}"


def _adopted(day: date, function: str, version: str = "") -> dict[str, Any]:
    return {
        "status": "faststalld",
        "adopted_on": day.isoformat(),
        "adopted_function": function,
        "system_version": version or None,
        "valid_from": day.isoformat(),
        "revise_by": next_revision(day).isoformat(),
    }


def _details(chosen: PlanTemplate, name: str) -> dict[str, Any]:
    """What a kommun fills in of its own: where the material is, and what the year's courses cost."""
    hours = sum(module.minutes for module in chosen.modules) // _PER_HOUR
    courses = sum(module.form == "leverantorskurs" for module in chosen.modules)
    return {
        "material": [
            {
                "title": f"Lathund {name}",
                "address": "Intranätet, Systemstöd",
                "version": None,
                "responsible": "Systemansvarig",
            }
        ],
        "budget": [
            {"item": "kurs", "amount": courses * _COURSE_COST, "note": None},
            {"item": "egen_tid", "amount": hours * _HOUR_COST, "note": "Tid för den som håller utbildningen."},
        ],
    }


def _named(place: Place, key: str, number: int, changes: Sequence[Change]) -> list[Change]:
    """The same changes with the ids that these records have in the sample region."""
    plan, *modules = changes
    ids = {plan.record_id: plan_id(place, key, number)}
    ids |= {change.record_id: module_id(place, key, _said(change)["code"], number) for change in modules}
    texts = {str(before): str(after) for before, after in ids.items()}
    return [_exchanged(change, ids[change.record_id], texts) for change in changes]


def _exchanged(change: Change, record_id: UUID, ids: Mapping[str, str]) -> Change:
    values = dict(_said(change))
    if change.register == MODULES:
        values["plan"] = ids[values["plan"]]
        values["prerequisites"] = [ids[key] for key in values["prerequisites"]]
    return replace(change, record_id=record_id, after=values)


def _continued(place: Place, product: Product, change: Change) -> Change:
    """A moment of the second version, which is the same as in the first."""
    first = module_id(place, product.key, _said(change)["code"])
    return replace(change, after={**_said(change), "same_as": str(first)})


def _with(changes: Sequence[Change], values: Mapping[str, Any]) -> Iterator[Change]:
    """A plan that says more than its draft, and its moment."""
    plan, *modules = changes
    yield replace(plan, after={**_said(plan), **values})
    yield from modules


def _said(change: Change) -> Mapping[str, Any]:
    return change.after or {}
