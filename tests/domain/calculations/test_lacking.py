"""Who lacks what, against the plainest way to find it: person by person, module by module."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.lacking import (
    DEMANDS,
    Done,
    Held,
    Owed,
    Tally,
    Why,
    bits_of,
    by_person,
    first_that_holds,
    growing,
    narrowed,
    places_of,
    strictest_first,
    tally,
    told,
)
from itadmin.domain.calendar import months_from

COUNT = 7
_people = st.sets(st.integers(0, COUNT - 1))
_audiences = st.sampled_from(["chef", "slut", "super"])


class Plain(NamedTuple):
    """What is owed, with people as sets: målgrupp, demand and people of each, and who has done it."""

    held: list[tuple[str, str, set[int]]]
    ever: set[int]
    holds: set[int]
    fresh: set[int]

    def owed(self) -> Owed[str]:
        held = strictest_first(Held(code, demand, bits_of(who, COUNT)) for code, demand, who in self.held)
        return Owed("plan", "moment", held, Done(*(bits_of(who, COUNT) for who in self[1:])))

    def why(self, person: int) -> Why | None:
        """Why one of those it is demanded of is told of it."""
        if person not in self.holds:
            return Why.EXPIRED if person in self.ever else Why.NEVER
        return None if person in self.fresh else Why.SOON

    def demanded(self, audience: str = "") -> set[int]:
        asked = [who for code, demand, who in self.held if demand in DEMANDS and audience in ("", code)]
        return set().union(*asked)


@st.composite
def _plain(draw: st.DrawFn) -> Plain:
    held = st.tuples(_audiences, st.sampled_from([*DEMANDS, "frivillig", ""]), _people)
    ever = draw(_people)
    holds = {who for who in ever if draw(st.booleans())}
    return Plain(draw(st.lists(held, max_size=3)), ever, holds, {who for who in holds if draw(st.booleans())})


@given(st.lists(_plain(), max_size=4), _people, st.sampled_from(["", "chef", "slut"]))
def test_figures_are_those_of_asking_one_by_one(items: list[Plain], within: set[int], audience: str) -> None:
    asked = [(item.why(person), person) for item in items for person in item.demanded(audience) & within]
    lacking = [person for why, person in asked if why in (Why.NEVER, Why.EXPIRED)]
    soon = sum(why is Why.SOON for why, _person in asked)
    people = {person for _why, person in asked}
    expected = Tally(len(asked), len(asked) - len(lacking), len(lacking), soon, len(people), len(set(lacking)))
    owed, those = [item.owed() for item in items], bits_of(within, COUNT)
    assert tally(owed, those, audience) == expected
    assert tally(narrowed(owed, those, audience), bits_of(range(COUNT), COUNT)) == expected


@given(st.lists(_plain(), max_size=4), st.frozensets(st.sampled_from(Why)))
def test_each_is_told_of_what_they_lack_and_why(items: list[Plain], whys: frozenset[Why]) -> None:
    owed = [item.owed() for item in items]
    found = by_person([told(item, whys) for item in owed], range(COUNT))
    for person in range(COUNT):
        expected = {number: item.why(person) for number, item in enumerate(items) if person in item.demanded()}
        assert found[person] == [number for number, why in expected.items() if why in whys]
        assert all(owed[number].why(person) is expected[number] for number in found[person])


@given(st.lists(_people, max_size=4), st.integers(0, COUNT), st.integers(0, 3))
def test_people_in_a_row_are_told_apart_from_the_others(sets: list[set[int]], first: int, length: int) -> None:
    found = by_person([bits_of(people, COUNT) for people in sets], range(first, first + length))
    assert found == [
        [number for number, people in enumerate(sets) if place in people] for place in range(first, first + length)
    ]


@given(_plain())
def test_the_strictest_demand_on_a_person_is_told(item: Plain) -> None:
    owed = item.owed()
    for person in item.demanded():
        demands = [demand for _code, demand, who in item.held if person in who and demand in DEMANDS]
        assert owed.held_by(person).demand == min(demands, key=DEMANDS.index)


@given(_people)
def test_bits_are_a_set_of_places(people: set[int]) -> None:
    bits = bits_of(people, COUNT)
    assert list(places_of(bits)) == sorted(people)
    assert bits == sum(1 << place for place in people)


@given(st.lists(_people, max_size=4))
def test_groups_are_put_together_one_by_one(groups: list[set[int]]) -> None:
    found = list(growing(groups, COUNT))
    assert found == [bits_of(set().union(*groups[: number + 1]), COUNT) for number in range(len(groups))]


def test_nobody_is_nothing() -> None:
    assert bits_of((), 0) == 0
    assert list(places_of(0)) == []


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(1, 600))
def test_the_first_day_that_holds_is_the_first(day: date, months: int) -> None:
    first = first_that_holds(months, day)
    assert months_from(first, months) >= day
    assert first == date(1900, 1, 1) or months_from(first - timedelta(days=1), months) < day


@pytest.mark.parametrize(
    ("months", "day", "first"),
    [
        (12, date(2026, 11, 22), date(2025, 11, 22)),
        (12, date(2025, 2, 28), date(2024, 2, 28)),
        (12, date(2025, 3, 1), date(2024, 3, 1)),
        (1, date(2026, 3, 31), date(2026, 3, 1)),
        (None, date(2026, 3, 31), date.min),
    ],
)
def test_what_was_done_holds_for_its_months(months: int | None, day: date, first: date) -> None:
    assert first_that_holds(months, day) == first
