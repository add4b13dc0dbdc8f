"""Införanden of the sample kommuner: one under way with something late, one that is finished, and an avveckling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from itadmin.domain.calculations.implementation import TURNING, laid_out_until
from itadmin.domain.changes import Change, Plain
from itadmin.services.implementation.making import plan_changes
from itadmin.services.implementation.parts import PLANS
from itadmin.services.implementation.templates import template_of
from itadmin.services.sample_data import Catalogue, Place, Product
from itadmin.services.sample_systems import hosting_of, lifecycle_of, system_id
from itadmin.services.sample_values import SAMPLE_DAY, addition, sample_id

_UNDER_WAY_UNTIL, _AWAY_UNTIL = date(2027, 2, 15), date(2027, 1, 29)
_LAST_FINISHED = SAMPLE_DAY.year - 1
_BY_SUPPLIER = ("saas", "extern_drift")
_DONE_ALREADY = ("systemagare", "systemansvarig", "gallringsplan", "anvandare_informerade")
"""Points that are noted early."""
_WAIVED = "driftdokumentation"
_WHY = "Leverantören lämnar den i samband med nästa version. Följs upp vid årets genomgång."
_KEPT = "Underlaget ligger i ärendet."
_TODAY = SAMPLE_DAY.isoformat()


def implementations(catalogue: Catalogue, place: Place) -> Iterator[Change]:
    """The plans of a kommun, with their activities; a kommun where no system leaves has no avveckling."""
    products = catalogue.products_of(place.code)
    coming = [each for each in products if lifecycle_of(place, each) == "inforande"]
    leaving = [each for each in products if lifecycle_of(place, each) == "under_avveckling"]
    running = [each for each in products if lifecycle_of(place, each) == "i_drift" and each.since <= _LAST_FINISHED]
    for product in coming[:1]:
        kind = "molntjanst" if hosting_of(place, product) in _BY_SUPPLIER else "egen_drift"
        yield from _half_done(_made(place, product, f"inforande_{kind}", _UNDER_WAY_UNTIL))
    for product in sorted(running, key=lambda each: (-each.since, each.key))[:1]:
        yield from _all_done(_made(place, product, "inforande_enkelt", date(product.since, 10, 1)))
    for product in leaving[:1]:
        yield from _half_done(_made(place, product, "avveckling", _AWAY_UNTIL))


def _made(place: Place, product: Product, key: str, go_live_on: date) -> tuple[Change, ...]:
    template = template_of(key)
    numbers = iter(range(len(template.activities) + 1))

    def add(register: str, values: Plain) -> Change:
        return addition(register, sample_id(place, register, key, product.key, str(next(numbers))), values)

    schedule = laid_out_until(template.lengths, template.pieces, TURNING[template.kind], go_live_on)
    return plan_changes(add, template, schedule, product.name, {"system": str(system_id(place, product))})


def _half_done(changes: Iterable[Change]) -> Iterator[Change]:
    """A plan as it is on the day of the sample: what has been is done, but for the last of it, which is late."""
    made = list(changes)
    past = [change for change in made if change.register != PLANS and str(_said(change)["ends_on"]) < _TODAY]
    late = max(past, key=lambda change: str(_said(change)["ends_on"]), default=None)
    for change in made:
        values = _said(change)
        if change.register == PLANS:
            yield _with(change, {"status": "pagar", **_gate(values, lambda row: row["point"] in _DONE_ALREADY)})
        elif change is late:
            yield _with(change, {"status": "forsenad", "done_percent": 60_00})
        elif change in past:
            yield _with(change, {"status": "klar", "done_percent": 100_00})
        elif str(values["starts_on"]) <= _TODAY:
            yield _with(change, {"status": "pagar", "done_percent": 40_00})
        else:
            yield change


def _all_done(changes: Iterable[Change]) -> Iterator[Change]:
    """A plan that is over, with one point waived."""
    for change in changes:
        values = _said(change)
        if change.register != PLANS:
            yield _with(change, {"status": "klar", "done_percent": 100_00})
            continue
        approved = {"approved_on": _before(values), "approved_by": "Systemägare", "status": "avslutad"}
        yield _with(change, {**_gate(values, lambda _row: True), **approved})


def _gate(values: Plain, is_done: Callable[[Plain], bool]) -> dict[str, Any]:
    """Decisions that have been made by the day of the sample, and the points that are noted."""
    phases = [
        {**row, "decided_on": row["ends_on"] if str(row["ends_on"]) < _TODAY else None} for row in values["phases"]
    ]
    return {
        "phases": phases,
        "checklist": [_noted(row, values) if is_done(row) else row for row in values["checklist"]],
    }


def _noted(row: Plain, values: Plain) -> Plain:
    day = min(_TODAY, str(values["phases"][1]["ends_on"]))
    if row["point"] == _WAIVED:
        return {**row, "state": "avstatt", "noted_on": day, "noted_by": "Systemägare", "reason": _WHY}
    return {**row, "state": "klart", "noted_on": day, "noted_by": "Systemansvarig", "reason": _KEPT}


def _before(values: Plain) -> str:
    """The day of the approval: the last of its phase."""
    found = (str(row["ends_on"]) for row in values["phases"] if row["phase"] == "driftgodkannande")
    return next(found, str(values["go_live_on"]))


def _said(change: Change) -> Plain:
    return change.after or {}


def _with(change: Change, values: Plain) -> Change:
    return replace(change, after={**_said(change), **values})
