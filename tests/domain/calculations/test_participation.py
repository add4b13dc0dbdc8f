"""Who gets a seat, and what is thought of a session."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.participation import (
    SIGNED_UP,
    WAITING,
    evaluation,
    free_seats,
    moving_up,
    placed,
)

_STATUSES = st.lists(st.sampled_from(["anmald", "reserv", "genomford", "uteblev", "avanmald"]), max_size=9)


@pytest.mark.parametrize(
    ("seats", "statuses", "free"),
    [
        (None, ["anmald"], None),
        (2, [], 2),
        (2, ["anmald", "reserv", "avanmald"], 1),
        (2, ["genomford", "uteblev"], 0),
        (1, ["anmald", "anmald"], 0),
    ],
)
def test_seats_that_nobody_has(seats: int | None, statuses: list[str], free: int | None) -> None:
    assert free_seats(seats, statuses) == free


@given(st.none() | st.integers(0, 6), _STATUSES, st.lists(st.integers(), unique=True, max_size=6))
def test_no_more_get_a_seat_than_there_are(seats: int | None, statuses: list[str], newcomers: list[int]) -> None:
    free = free_seats(seats, statuses)
    places = placed(newcomers, free)
    seated = [who for who in newcomers if places[who] == SIGNED_UP]
    assert seated == list(moving_up(newcomers, free)) == (newcomers if free is None else newcomers[:free])
    assert {places[who] for who in newcomers if who not in seated} <= {WAITING}


@given(st.lists(st.integers(1, 5)))
def test_the_mean_is_that_of_the_marks(marks: list[int]) -> None:
    found = evaluation(marks)
    assert (found.count, sum(found.given)) == (len(marks), len(marks))
    assert found.mean == (pytest.approx(sum(marks) / len(marks)) if marks else None)
