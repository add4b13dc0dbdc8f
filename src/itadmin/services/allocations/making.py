"""A new kostnadsfördelning from what it is of: a samverkansärende or an agreement, with those who share and the cost.

Gives what that comes to, to be done as one step. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.money import format_kronor
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.cooperation_stances import CooperationStance
from itadmin.domain.states import OUT
from itadmin.domain.text import listed, small_initial
from itadmin.services.acting.plan import Edit, Plan
from itadmin.services.allocations.naming import codes_of, municipality_names
from itadmin.services.allocations.states import ALLOCATIONS, DRAFT
from itadmin.services.cooperation_cases.standing import case_read, stances_of
from itadmin.services.populations import FIXED_DAY, YEAR_END
from itadmin.services.reading import Reading

_DEFAULT = "BEFOLKNING"


def of_case(reading: Reading, case_id: UUID) -> Plan:
    """A draft for a case: its cost a year, its model, and those who take part with the days they say themselves.

    Who has said no is left out. Raises KnownError for a record that is no case.
    """
    read, case = case_read(reading, case_id)
    stances = {each.municipality: each for each in stances_of(reading, case)}
    codes = codes_of(reading, [key for key in case.participants if not _is_out(stances.get(key))])
    values = {
        "title": f"Kostnadsfördelning {read.label}"[:300],
        "case": str(case_id),
        "amount": case.annual_cost,
        "model": case.cost_model or _DEFAULT,
        "fixed_percent": case.fixed_percent,
        "participants": [_participant(code, stances.get(key)) for key, code in codes.items()],
    }
    return _made(read.label, values, reading.day)


def of_agreement(reading: Reading, agreement_id: UUID) -> Plan:
    """A draft for an agreement: its price a year, its model, and the connected kommuner.

    Raises KnownError for a record that is no agreement.
    """
    read = reading.one("agreements", agreement_id)
    agreement = read.record
    if not isinstance(agreement, Agreement):
        raise KnownError("Posten är inget avtal.")
    codes = codes_of(reading, agreement.connected_municipalities)
    fixed = agreement.population_day
    values = {
        "title": f"Kostnadsfördelning {read.label}"[:300],
        "agreement": str(agreement_id),
        "amount": agreement.annual_price,
        "model": agreement.allocation_model or _DEFAULT,
        "reference": FIXED_DAY if fixed else YEAR_END,
        "counted_on": fixed.isoformat() if fixed else None,
        "participants": [_participant(code, None) for code in codes.values()],
        "basis_reference": agreement.registry_number or None,
    }
    return _made(read.label, values, reading.day)


def of_kommuner(reading: Reading, label: str, kommuner: Iterable[UUID], amount: int | None) -> Plan:
    """A draft for what has neither case nor agreement yet: those who would share, and what it costs a year, öre."""
    codes = codes_of(reading, list(kommuner))
    values = {
        "title": f"Kostnadsfördelning {label}"[:300],
        "amount": amount,
        "model": _DEFAULT,
        "participants": [_participant(code, None) for code in codes.values()],
    }
    return _made(label, values, reading.day)


def _made(label: str, values: Mapping[str, Any], day: date) -> Plan:
    """A draft for the calendar year to come."""
    year = day.year + 1
    period = {"period_starts": f"{year}-01-01", "period_ends": f"{year}-12-31"} if year <= date.max.year else {}
    begun = {"status": DRAFT, "reference": YEAR_END, "prorated": "dagar", **period, **values}
    return Plan(f"Gjorde en kostnadsfördelning för {label}", (Edit(ALLOCATIONS, None, begun),), "")


def _is_out(stance: CooperationStance | None) -> bool:
    return stance is not None and stance.stance == OUT


def _participant(code: str, stance: CooperationStance | None) -> dict[str, Any]:
    days: Iterable[tuple[str, date | None]] = (
        ("starts_on", stance.participates_from if stance else None),
        ("ends_on", stance.participates_until if stance else None),
    )
    return {"municipality": code, **{name: day.isoformat() if day else None for name, day in days}}


def told_draft(reading: Reading, plan: Plan) -> str:
    """What a draft comes to, in a sentence: the amount, the year, the model and who shares."""
    values = plan.edits[0].values
    codes = [row["municipality"] for row in values["participants"]]
    who = listed(list(municipality_names(reading, codes).values())) or "inga kommuner än"
    amount = "Kostnaden" if values["amount"] is None else format_kronor(values["amount"], whole=True)
    year = f" för {values['period_starts'][:4]}" if values.get("period_starts") else ""
    model = small_initial(reading.words.label_of("fordelningsmodell", values["model"]))
    return f"{amount}{year} delas mellan {who}. Modell: {model}. Den och allt annat går att ändra i nästa fönster."
