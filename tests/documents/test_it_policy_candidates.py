"""Which systems an IT-policy proposes to try cooperation for, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.content import Cell, DataTable, Paragraph
from itadmin.documents.it_policy_candidates import candidate_blocks, candidates
from itadmin.documents.it_policy_systems import PolicySystem
from itadmin.domain.calculations.cooperation import Reason
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.systems import System

DAY = date(2026, 11, 22)
SOURCE = "Källa: registret."
OURS, THEIRS = UUID(int=1), UUID(int=2)
Found = Callable[..., PolicySystem]


@pytest.fixture
def found() -> Found:
    """A system that nothing speaks for, but for what is told of it."""

    def make(name: str = "Kvarnen", **values: Any) -> PolicySystem:
        of_system = {key: values.pop(key) for key in ("function_rating", "competence_rating") if key in values}
        system = System(id=UUID(int=7), owner=OURS, name=name, **of_system)
        plain = PolicySystem(system, "", "", "", {OURS: 2}, 0, frozenset({OURS}), ())
        return replace(plain, **values)

    return make


def agreement(kind: str, ends_on: date | None) -> Agreement:
    return Agreement(id=UUID(int=8), owner=OURS, title="Avtal", kind=kind, status="gallande", ends_on=ends_on)


def reasons_of(system: PolicySystem) -> frozenset[Reason]:
    return next((candidate.reasons for candidate in candidates((system,), DAY)), frozenset())


@pytest.mark.parametrize(
    ("kind", "ends_on", "speaks"),
    [
        ("leverantorsavtal", date(2028, 11, 22), True),
        ("leverantorsavtal", date(2028, 11, 23), False),
        ("molntjanstavtal", DAY, True),
        ("supportavtal", None, False),
        ("driftavtal", date(2027, 1, 1), False),
        ("pub_avtal", date(2027, 1, 1), False),
    ],
)
def test_an_agreement_with_a_supplier_that_ends_within_two_years(
    found: Found, kind: str, ends_on: date | None, speaks: bool
) -> None:
    assert (Reason.ENDING in reasons_of(found(agreements=(agreement(kind, ends_on),)))) is speaks


@pytest.mark.parametrize(
    ("values", "reasons"),
    [
        ({}, set()),
        ({"function_rating": "daligt", "competence_rating": "saknas"}, set()),
        ({"users": frozenset({OURS, THEIRS})}, {Reason.SEVERAL}),
        ({"levels": {OURS: 3}}, set()),
        ({"levels": {OURS: 3, THEIRS: 3}}, {Reason.SEVERAL}),
        ({"levels": {OURS: 4, THEIRS: 4}, "users": frozenset({OURS, THEIRS})}, set()),
        ({"levels": {OURS: 5, THEIRS: 1}, "users": frozenset({OURS, THEIRS})}, {Reason.SEVERAL}),
    ],
)
def test_what_speaks_for_trying(found: Found, values: dict[str, Any], reasons: set[Reason]) -> None:
    assert reasons_of(found(**values)) == reasons


def test_those_with_most_reasons_come_first_and_a_target_not_reached_counts_as_one(found: Found) -> None:
    shared = {"users": frozenset({OURS, THEIRS})}
    ending = (agreement("licensavtal", date(2027, 6, 30)),)
    systems = (
        found("Ärendet", **shared),
        found("Zon", **shared),
        found("Mål", **shared, target=3),
        found("Två", **shared, agreements=ending),
        found("Ingen"),
    )
    assert [candidate.found.system.name for candidate in candidates(systems, DAY)] == ["Mål", "Två", "Zon", "Ärendet"]


def test_of_many_some_are_shown_and_how_many_more_there_are(found: Found) -> None:
    shared = frozenset({OURS, THEIRS})
    (table,) = candidate_blocks(tuple(found(f"S{number}", users=shared) for number in range(14)), DAY, SOURCE)
    assert isinstance(table, DataTable)
    assert len(table.rows) == 12
    assert table.note.endswith(f"Ytterligare 2\u00a0system har skäl. {SOURCE}")


def test_what_is_judged_among_the_it_managers_is_told_nowhere(found: Found) -> None:
    judged = {"function_rating": "daligt", "competence_rating": "saknas"}
    plain, secret = (
        found("Ett", users=frozenset({OURS, THEIRS})),
        found("Ett", users=frozenset({OURS, THEIRS}), **judged),
    )
    assert candidate_blocks((plain,), DAY, SOURCE) == candidate_blocks((secret,), DAY, SOURCE)
    alone = found("Två", **judged)
    assert candidate_blocks((alone,), DAY, SOURCE) == candidate_blocks((found("Två"),), DAY, SOURCE)


def test_that_there_are_none_is_said(found: Found) -> None:
    (sentence,) = candidate_blocks((found(),), DAY, SOURCE)
    assert isinstance(sentence, Paragraph)
    assert str(sentence.text).startswith("Inget system i registret har i dag ett avtal som tar slut")


def test_a_row_says_which_reasons_and_how_many(found: Found) -> None:
    (table,) = candidate_blocks((found("Kvarnen", users=frozenset({OURS, THEIRS}), target=4),), DAY, SOURCE)
    assert isinstance(table, DataTable)
    yes = Cell("Ja", level=2)
    assert table.rows == (("Kvarnen", "", yes, yes, "2"),)
