"""Which systems an IT-policy proposes to try cooperation for, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.content import Cell, DataTable, Paragraph
from itadmin.documents.it_policy_candidates import candidate_blocks, candidates
from itadmin.documents.it_policy_systems import PolicySystem
from itadmin.domain.calculations.opportunities import Reason
from itadmin.domain.registers.systems import System

SOURCE = "Källa: registret."
OURS, THEIRS = UUID(int=1), UUID(int=2)
Found = Callable[..., PolicySystem]


@pytest.fixture
def found() -> Found:
    """A system that nothing speaks for, but for what is told of it."""

    def make(name: str = "Kvarnen", **values: Any) -> PolicySystem:
        of_system = {key: values.pop(key) for key in ("function_rating", "competence_rating") if key in values}
        system = System(id=UUID(int=7), owner=OURS, name=name, **of_system)
        plain = PolicySystem(system, "", "", "", {OURS: 2}, 0, 0, frozenset({OURS}), ())
        return replace(plain, **values)

    return make


@pytest.mark.parametrize(
    ("values", "is_told"),
    [
        ({}, False),
        ({"reasons": (Reason.ENDING,)}, True),
        ({"target": 5}, False),
        ({"reasons": (Reason.SEVERAL,), "levels": {OURS: 3, THEIRS: 3}, "level": 3}, True),
        ({"reasons": (Reason.SEVERAL,), "levels": {OURS: 4, THEIRS: 4}, "level": 4}, False),
        ({"reasons": (Reason.SEVERAL,), "levels": {OURS: 4, THEIRS: 4}, "level": 4, "target": 5}, True),
        ({"reasons": (Reason.SEVERAL,), "levels": {OURS: 5, THEIRS: 1}, "level": 1}, True),
    ],
)
def test_what_is_operated_together_or_has_no_reason_is_none(
    found: Found, values: dict[str, Any], is_told: bool
) -> None:
    assert bool(candidates((found(**values),))) is is_told


def test_those_with_most_reasons_come_first_and_a_target_not_reached_counts_as_one(found: Found) -> None:
    shared = {"reasons": (Reason.SEVERAL,)}
    both = {"reasons": (Reason.ENDING, Reason.SEVERAL)}
    systems = (
        found("Ärendet", **shared),
        found("Zon", **shared),
        found("Mål", **shared, target=3),
        found("Två", **both),
        found("Ingen"),
    )
    assert [candidate.found.system.name for candidate in candidates(systems)] == ["Mål", "Två", "Zon", "Ärendet"]


def test_of_many_some_are_shown_and_how_many_more_there_are(found: Found) -> None:
    (table,) = candidate_blocks(tuple(found(f"S{number}", reasons=(Reason.SEVERAL,)) for number in range(14)), SOURCE)
    assert isinstance(table, DataTable)
    assert len(table.rows) == 12
    assert table.note.endswith(f"Ytterligare 2\u00a0system har skäl. {SOURCE}")


def test_what_is_judged_among_the_it_managers_is_told_nowhere(found: Found) -> None:
    judged = {"function_rating": "daligt", "competence_rating": "saknas"}
    plain, secret = (
        found("Ett", reasons=(Reason.SEVERAL,)),
        found("Ett", reasons=(Reason.SEVERAL,), **judged),
    )
    assert candidate_blocks((plain,), SOURCE) == candidate_blocks((secret,), SOURCE)
    alone = found("Två", **judged)
    assert candidate_blocks((alone,), SOURCE) == candidate_blocks((found("Två"),), SOURCE)


def test_that_there_are_none_is_said(found: Found) -> None:
    (sentence,) = candidate_blocks((found(),), SOURCE)
    assert isinstance(sentence, Paragraph)
    assert str(sentence.text).startswith("Inget system i registret har i dag ett avtal som tar slut")


def test_a_row_says_which_reasons_and_how_many(found: Found) -> None:
    (table,) = candidate_blocks((found("Kvarnen", reasons=(Reason.SEVERAL,), target=4),), SOURCE)
    assert isinstance(table, DataTable)
    yes = Cell("Ja", level=2)
    assert table.rows == (("Kvarnen", "", yes, yes, "2"),)
