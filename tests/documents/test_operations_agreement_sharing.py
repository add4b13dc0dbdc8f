"""How the cost of a driftavtal is shared: a fördelning that is adopted goes before what is agreed of model and day."""

from __future__ import annotations

from typing import Any

import pytest

from itadmin.documents.catalogue import prepare

TYPE = "operations_agreement"
ROWS = [
    {"municipality": "1461", "basis": 9052, "counted_on": "2024-12-31", "source": "SCB", "amount": 300_000_00},
    {"municipality": "1492", "basis": 11906, "counted_on": "2024-12-31", "source": "SCB", "amount": 700_000_00},
]


def shared(example: Any, **more: Any) -> Any:
    """The example with a fördelning of its cost."""
    values = {
        "id": 900,
        "title": "Kostnadsfördelning Kvarnen",
        "agreement": str(example.agreement),
        "status": "faststalld",
        "model": "FAST_RORLIG",
        "fixed_percent": 30,
        "amount": 1_000_000_00,
        "period_starts": "2027-01-01",
        "period_ends": "2027-12-31",
        "locked_on": "2026-11-20",
        "snapshot": ROWS,
        "participants": [{"municipality": row["municipality"]} for row in ROWS],
    }
    return example.adding("allocations", {**values, **more})


def told(example: Any, text_of: Any) -> str:
    text: str = text_of(prepare(TYPE, example.reading, example.agreement, draft=True).paper)
    return text.replace("\N{NBSP}", " ")


def test_what_is_adopted_stands_in_the_clause_and_in_the_appendix(example: Any, text_of: Any) -> None:
    text = told(shared(example), text_of)
    assert "med 30 procent i lika delar och resten efter befolkning enligt tabell" in text
    assert "Fördelningen är fastställd den 20 november 2026 och gäller perioden 2027-01-01 – 2027-12-31." in text
    assert "Systemägarens andel är 30,00 procent, 300 000 kr för perioden 2027-01-01 – 2027-12-31." in text
    assert "Folkmängden är den per 2024-12-31 (källa SCB)." in text
    assert "Mellerud | 9 052 | 30,00 | 300 000,00 | 33,14" in text
    assert "Summa | 20 958 | 100,00 | 1 000 000,00 | 47,71" in text
    assert "30 procent av 1 000 000 kr delas lika av 2 kommuner" in text


def test_it_holds_also_where_the_agreement_has_no_model_or_day(example: Any, text_of: Any) -> None:
    bare = shared(example).agreed(allocation_model="", population_day=None, population_source="")
    assert "Mellerud | 9 052 | 30,00 | 300 000,00 | 33,14" in told(bare, text_of)
    lacking = {value.field for value in prepare(TYPE, bare.reading, bare.agreement, draft=True).missing}
    assert not lacking & {"allocation_model", "population_day", "population_source"}


def test_a_model_without_inhabitants_tells_no_day_of_them(example: Any, text_of: Any) -> None:
    rows = [{**row, "counted_on": None, "source": "Antal användare"} for row in ROWS]
    text = told(shared(example, model="ANVANDARE", snapshot=rows, period_starts=None, period_ends=None), text_of)
    assert "efter antal användare enligt tabell" in text
    assert "gäller tills en ny fastställs." in text
    assert "Systemägarens andel är 30,00 procent, 300 000 kr per år." in text
    assert "Folkmängden är" not in text


@pytest.mark.parametrize("state", ["utkast", "ersatt"])
def test_a_draft_and_one_that_is_replaced_change_nothing(example: Any, text_of: Any, state: str) -> None:
    snapshot = ROWS if state == "ersatt" else []
    assert told(shared(example, status=state, snapshot=snapshot), text_of) == told(example, text_of)


def test_what_costs_nothing_is_not_shared(example: Any, text_of: Any) -> None:
    text = told(shared(example).agreed(price_model="ingen"), text_of)
    assert "Fördelningen är fastställd" not in text
    assert "Kommunernas delar" not in text
