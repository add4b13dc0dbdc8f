"""Gaps, depth, the names that are left out, and when competence is hard to keep."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.competence import (
    Sums,
    Why,
    depth,
    gap,
    hard_to_keep,
    is_vulnerable,
    same_key,
    sums,
    why_words,
    without_names,
)

NOBODY = "den systemansvariga har ingen ersättare"
LEVEL = st.none() | st.integers(0, 4)


@pytest.mark.parametrize(
    ("level", "wanted", "left"),
    [(None, None, 0), (2, None, 0), (None, 3, 3), (2, 3, 1), (3, 3, 0), (4, 2, 0), (0, 4, 4)],
)
def test_the_gap_is_what_is_left_to_what_is_wanted(level: int | None, wanted: int | None, left: int) -> None:
    assert gap(level, wanted) == left


@given(st.lists(LEVEL))
def test_depth_counts_those_from_level_three(levels: list[int | None]) -> None:
    assert depth(levels) == levels.count(3) + levels.count(4)
    assert is_vulnerable(depth(levels)) == (depth(levels) < 2)


@pytest.mark.parametrize(
    ("costs", "expected"),
    [
        ((), Sums()),
        (((100, 60), (50, 70)), Sums(150, 130, 20, 0)),
        (((100, None), (None, 30), (10, 4)), Sums(110, 34, 6, 2)),
    ],
)
def test_an_unknown_cost_saves_nothing(costs: tuple[tuple[int | None, int | None], ...], expected: Sums) -> None:
    assert sums(costs) == expected


def test_names_left_out_say_nothing_of_spelling_or_place() -> None:
    levels = {"Anna": (1, 2), "Bo": (4, 4), "Cia": (1, 2), "Dan": (2, 1)}
    order = {"Anna": "z", "Bo": "y", "Cia": "a", "Dan": "b"}
    called = {"Bo": "Person 1", "Dan": "Person 2", "Cia": "Person 3", "Anna": "Person 4"}
    for names in permutations(levels):
        assert without_names({name: levels[name] for name in names}, order) == called


@pytest.mark.parametrize(
    ("rating", "findings", "reasons", "words"),
    [
        ("", (), (), ""),
        ("god", ("stod_upphort",), (), ""),
        ("sarbar", (), (Why.RATED,), "Kompetensen bedöms vara sårbar."),
        (
            "saknas",
            ("kan_for_fa",),
            (Why.RATED, Why.TOO_FEW),
            "Kompetensen bedöms saknas och färre än två behärskar systemet.",
        ),
        ("", ("utan_ersattare",), (Why.NO_SUBSTITUTE,), "Den systemansvariga har ingen ersättare."),
        (
            "sarbar",
            ("utan_ersattare", "kan_for_fa"),
            tuple(Why),
            f"Kompetensen bedöms vara sårbar, färre än två behärskar systemet och {NOBODY}.",
        ),
    ],
)
def test_one_rule_says_why_competence_is_hard_to_keep(
    rating: str, findings: tuple[str, ...], reasons: tuple[Why, ...], words: str
) -> None:
    assert hard_to_keep(rating, findings) == reasons
    assert why_words(reasons, rating) == words


def test_systems_are_the_same_by_product_or_else_by_name() -> None:
    assert same_key("Kvarn 5", "Kvarnen") == same_key("KVARN  5", "Annat")
    assert same_key("", "Kvarnen") == same_key("", "kvarnen") != same_key("Kvarn 5", "Kvarnen")
