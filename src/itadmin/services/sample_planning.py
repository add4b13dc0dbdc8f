"""What a sample kommun has written down of costs, its own reminders and the days of its year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from itadmin.domain.changes import Change
from itadmin.services.sample_data import Catalogue, Place, Product
from itadmin.services.sample_organisations import unit_id
from itadmin.services.sample_systems import RUNNING, hosting_of, is_vital, lifecycle_of, system_id
from itadmin.services.sample_values import SAMPLE_DAY, addition, chance, cost, pick, sample_id

_OWN_COSTS = (
    ("personal", 22, "Tid för förvaltning"),
    ("drift", 30, "Servrar, lagring och säkerhetskopior"),
    ("utbildning", 6, "Utbildning av användare"),
)
"""Kinds of cost that no agreement tells of, in percent of the system's cost a year, and what they are for."""
_OUTCOMES = range(88, 113)
"""What a cost turned out to be, in percent of its budget."""
_LEAD_TIMES = (
    ("molntjanstavtal", (18, 12, 6, 3), "Byte av molntjänst tar minst ett år."),
    ("leasing", (9, 3), "Nya datorer beställs innan hyran löper ut."),
)
_ACTIVITIES = (
    ("it_chefsgrupp", "IT-chefsgruppens möte", "mote", "2026-09-09", None, "kvartal", "IT-chef", "Bengtsfors"),
    ("it_rad", "IT-råd", "mote", "2026-06-03", None, "halvar", "IT-chef", "Kommunhuset"),
    ("budget", "Underlag till budget lämnas", "budget", "2026-04-01", "2026-04-24", "ar", "IT-chef", None),
    ("bokslut", "Uppföljning av året", "uppfoljning", "2026-02-01", "2026-02-20", "ar", "Systemägare", None),
)
_FIELDS = ("name", "kind", "starts_on", "ends_on", "repeats", "responsible", "meeting_place")


def planning(catalogue: Catalogue, place: Place) -> Iterator[Change]:
    """Costs of this year and last, reminders by kind, and meetings and other days that come back."""
    for product in catalogue.products_of(place.code):
        yield from _costs(place, product)
    for kind, months, note in _LEAD_TIMES:
        reminders = [{"months": number, "days": None} for number in months]
        values: dict[str, Any] = {"kind": kind, "reminders": reminders, "note": note}
        yield addition("lead_times", sample_id(place, "lead_times", kind), values)
    for key, *told in _ACTIVITIES:
        values = dict(zip(_FIELDS, told, strict=True))
        yield addition("yearly_activities", sample_id(place, "yearly_activities", key), values)


def _costs(place: Place, product: Product) -> Iterator[Change]:
    words = (place.code, product.key)
    if lifecycle_of(place, product) not in RUNNING or not product.cost:
        return
    for kind, share, text in _OWN_COSTS:
        if kind == "drift" and hosting_of(place, product) not in ("egen_drift", "hybrid"):
            continue
        if not chance(60 if is_vital(product) else 12, kind, *words):
            continue
        for year in (SAMPLE_DAY.year - 1, SAMPLE_DAY.year):
            budget = cost(place, max(1, product.cost * share // 100), kind, str(year), product.key)
            actual = budget * pick(_OUTCOMES, "outcome", kind, str(year), *words) // 100
            values: dict[str, Any] = {
                "kind": kind,
                "year": year,
                "system": str(system_id(place, product)),
                "text": text,
                "budget": budget,
                "actual": actual if year < SAMPLE_DAY.year else None,
                "bearer": str(unit_id(place, product.part)),
            }
            yield addition("cost_lines", sample_id(place, "cost_lines", kind, str(year), product.key), values)
