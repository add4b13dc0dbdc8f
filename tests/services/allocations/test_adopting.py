"""Adopting: parts are written down and locked, whatever becomes of figures later; and what takes whose place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from itadmin.domain.problems import KnownError, ReadOnlyError
from itadmin.domain.registers.allocations import Allocation
from itadmin.services.acting.plan import Plan, step_of
from itadmin.services.allocations import outcome_of, simulation_of
from itadmin.services.allocations.adopting import adopted, renewed
from itadmin.services.allocations.tables import columns, rows, total, year_rows
from itadmin.services.allocations.words import figures_words
from itadmin.services.workspace import Workspace

TODAY, YEAR_END = date(2026, 11, 22), date(2024, 12, 31)
FIVE = ("1438", "1439", "1460", "1461", "1492")


@pytest.fixture
def do(workspace: Workspace) -> Callable[[Plan], None]:
    return lambda plan: workspace.records.announce(_applied(workspace, plan))


def _applied(workspace: Workspace, plan: Plan) -> Any:
    step = step_of(workspace.records, plan)
    workspace.records.write(step)
    return step


def test_what_is_adopted_stays_whatever_becomes_of_figures(
    workspace: Workspace, allocate: Any, allocation_of: Any, add: Any, do: Any
) -> None:
    key = allocate(compared_model="LIKA")
    before = outcome_of(workspace.reading(), allocation_of(key))
    do(adopted(workspace.reading(), key, TODAY))
    add("populations", municipality_code="1460", counted_on="2024-12-31", number=1)
    locked: Allocation = allocation_of(key)
    assert (locked.status, locked.locked_on) == ("faststalld", TODAY)
    after = outcome_of(workspace.reading(), locked)
    assert after.is_locked
    assert after.amounts == before.amounts
    assert [(part.basis, part.figure and part.figure.source) for part in after.parts] == [
        (part.basis, part.figure and part.figure.source) for part in before.parts
    ]
    simulation = simulation_of(workspace.reading(), locked, after)
    assert simulation is not None
    assert set(simulation.now.amounts.values()) == {20_000_000}
    with pytest.raises(ReadOnlyError, match="fastställd"):
        workspace.records.save("allocations", key, {"amount": 1})


def test_what_it_is_compared_with_rests_on_the_same_figures(
    workspace: Workspace, allocate: Any, allocation_of: Any, add: Any, do: Any
) -> None:
    key = allocate(compared_model="FAST_RORLIG")
    do(adopted(workspace.reading(), key, TODAY))
    add("populations", municipality_code="1460", counted_on="2024-12-31", number=1)
    locked: Allocation = allocation_of(key)
    simulation = simulation_of(workspace.reading(), locked, outcome_of(workspace.reading(), locked))
    assert simulation is not None
    assert simulation.now.amounts["1460"] == 21_702_360


NUMBERS = [
    {"municipality": code, "users": users, "units": units, "earlier": 10_000 * units, "fixed_amount": 20_000_000}
    for code, users, units in zip(FIVE, (100, 50, 70, 90, 310), (4, 3, 5, 4, 9), strict=True)
]


@pytest.mark.parametrize(
    ("values", "heading", "source", "counted_on"),
    [
        ({"model": "BEFOLKNING"}, "Invånare", "SCB, Regionfakta", YEAR_END),
        ({"model": "FAST_RORLIG"}, "Invånare", "SCB, Regionfakta", YEAR_END),
        ({"model": "LIKA"}, "Invånare", "SCB, Regionfakta", YEAR_END),
        ({"model": "ANVANDARE"}, "Användare", "Antal användare", None),
        ({"model": "ENHETER"}, "Enheter", "Antal enheter", None),
        ({"model": "HISTORISK"}, "Tidigare del", "Tidigare del", None),
        ({"model": "DIREKT"}, "Egen kostnad", "Egen kostnad", None),
        ({"model": "FAST_BELOPP", "rest_model": "ANVANDARE"}, "Användare", "Antal användare", None),
        ({"model": "VIKTAD", "keys": [{"key": "ENHETER", "weight": 100_00}]}, "Enheter", "Antal enheter", None),
        (
            {"model": "VIKTAD", "keys": [{"key": "ENHETER", "weight": 40_00}, {"key": "BEFOLKNING", "weight": 60_00}]},
            "Andel",
            "SCB, Regionfakta",
            YEAR_END,
        ),
    ],
    ids=lambda given: f"{given['model']}" if isinstance(given, dict) else "",
)
def test_what_is_adopted_tells_the_same_of_every_model(
    workspace: Workspace,
    allocate: Any,
    allocation_of: Any,
    do: Any,
    values: dict[str, Any],
    heading: str,
    source: str,
    counted_on: date | None,
) -> None:
    key = allocate(**{"participants": NUMBERS, "compared_model": "BEFOLKNING", "phase_in_years": 3, **values})
    draft = all_told(workspace, allocation_of(key))
    assert [column.title for column in draft[0]][1] == heading
    do(adopted(workspace.reading(), key, TODAY))
    assert all_told(workspace, allocation_of(key)) == draft
    first = allocation_of(key).snapshot[0]
    assert (first.source, first.counted_on) == (source, counted_on)


def all_told(workspace: Workspace, allocation: Allocation) -> tuple[Any, ...]:
    """The tables of an allocation, and the figures it rests on in words."""
    outcome = outcome_of(workspace.reading(), allocation)
    simulation = simulation_of(workspace.reading(), allocation, outcome)
    assert simulation is not None
    tables = (columns(outcome, simulation), rows(outcome, simulation), total(outcome, simulation))
    return *tables, year_rows(outcome, simulation), figures_words(outcome)


def test_adopting_is_one_step_that_is_undone(workspace: Workspace, allocate: Any, allocation_of: Any, do: Any) -> None:
    key = allocate()
    do(adopted(workspace.reading(), key, TODAY))
    workspace.undo.undo()
    assert (allocation_of(key).status, allocation_of(key).snapshot) == ("utkast", ())


@pytest.mark.parametrize(
    ("values", "on", "sentence"),
    [
        ({"amount": None}, TODAY, "Ange beloppet"),
        ({}, TODAY + timedelta(days=1), "inte har kommit"),
    ],
)
def test_what_cannot_be_adopted(
    workspace: Workspace, allocate: Any, values: dict[str, Any], on: date, sentence: str
) -> None:
    with pytest.raises(KnownError, match=sentence):
        adopted(workspace.reading(), allocate(**values), on)


def test_nothing_is_adopted_twice(workspace: Workspace, allocate: Any, do: Any) -> None:
    key = allocate()
    do(adopted(workspace.reading(), key, TODAY))
    with pytest.raises(KnownError, match="redan fastställd"):
        adopted(workspace.reading(), key, TODAY)


def test_nobody_says_that_it_is_adopted_without_its_figures(workspace: Workspace, allocate: Any) -> None:
    with pytest.raises(KnownError, match="Välj Jämför och fastställ"):
        workspace.records.save("allocations", allocate(), {"status": "faststalld"})


def test_the_one_of_the_same_agreement_and_period_is_replaced(
    workspace: Workspace, allocate: Any, allocation_of: Any, add: Any, do: Any
) -> None:
    agreement = add("agreements", title="Driftavtal")
    first, other = allocate(agreement=agreement), allocate(agreement=agreement, period_starts="2026-01-01")
    second = allocate(agreement=agreement, model="LIKA")
    for key in (first, other):
        do(adopted(workspace.reading(), key, TODAY))
    plan = adopted(workspace.reading(), second, TODAY)
    assert "Den ersätter Drift 2027." in plan.outcome
    do(plan)
    assert [allocation_of(key).status for key in (first, other, second)] == ["ersatt", "faststalld", "faststalld"]


def test_a_new_one_begins_where_the_last_ended(
    workspace: Workspace, allocate: Any, allocation_of: Any, do: Any
) -> None:
    key = allocate(period_starts="2027-03-01", period_ends="2028-02-29")
    do(adopted(workspace.reading(), key, TODAY))
    do(renewed(workspace.reading(), key))
    keys = [each for each in workspace.reading().keys("allocations") if each != key]
    made: Allocation = allocation_of(keys[0])
    assert (made.status, made.snapshot, made.locked_on) == ("utkast", (), None)
    assert (made.period_starts, made.period_ends) == (date(2028, 3, 1), date(2029, 2, 28))
    assert {row.municipality: row.earlier for row in made.participants}["1460"] == 22_127_950


def test_one_that_is_no_kommun_does_not_take_part(workspace: Workspace) -> None:
    with pytest.raises(KnownError, match="Atlantis är ingen känd kommun"):
        workspace.records.add("allocations", {"title": "Drift", "participants": [{"municipality": "Atlantis"}]})
