"""Marks are sets of places, and columns answer conditions as plain words do."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.filter_tests import holds
from itadmin.domain.filters import Condition
from itadmin.services.columns import ColumnMaker
from itadmin.services.marks import Hits, Marks

PLACES = st.lists(st.integers(0, 60), unique=True)
WORDS = st.none() | st.sampled_from(["ett", "två", "tre"])


def marked(places: list[int]) -> Marks:
    marks = Marks()
    marks.add(places)
    return marks


@given(PLACES, PLACES, PLACES)
def test_marks_are_sets_that_keep_the_order_they_are_asked_in(
    here: list[int], there: list[int], order: list[int]
) -> None:
    both = marked(here).both(marked(there))
    assert list(marked(here).of(array("q", order))) == [place for place in order if place in here]
    assert list(both.of(array("q", order))) == [place for place in order if place in here and place in there]
    assert list(both.below(61)) == sorted(set(here) & set(there))
    assert len(both) == len(set(here) & set(there))
    assert len(marked(here).both(None)) == len(here)


@given(PLACES, PLACES, st.integers(0, 61))
def test_hits_are_the_same_told_otherwise(here: list[int], order: list[int], end: int) -> None:
    hits, marks = Hits(array("q", sorted(here))), marked(here)
    assert len(hits) == len(marks) == len(here)
    assert hits.of(array("q", order)) == marks.of(array("q", order))
    assert list(hits.below(end)) == list(marks.below(end)) == [place for place in sorted(here) if place < end]


@given(st.lists(WORDS, min_size=1), st.sampled_from([("ett", None), ("två", "tre"), ("fyra",)]))
def test_a_column_has_those_of_whose_value_a_condition_holds(values: list[str | None], wanted: tuple[str]) -> None:
    maker, condition = ColumnMaker(len(values)), Condition("name", "one_of", wanted)
    for place, value in enumerate(values, start=1):
        maker.add([place], [value])
    order = array("q", range(1, len(values) + 1))
    found = maker.made(str).having(condition).of(order)
    assert list(found) == [place for place in order if holds(condition, values[place - 1])]


def test_a_column_of_many_values_has_them_too() -> None:
    maker = ColumnMaker(400)
    maker.add(range(400), range(400))
    assert list(maker.made(int).having(Condition("name", "at_least", (398,))).of(array("q", range(400)))) == [398, 399]


def test_a_column_of_too_many_values_is_given_up() -> None:
    maker = ColumnMaker(9, most=3)
    maker.add([0, 1], ["a", "b"])
    assert not maker.given_up
    maker.add([2, 3], ["c", "d"])
    assert maker.given_up


@given(
    st.lists(st.tuples(st.integers(0, 400), st.none() | st.integers(0, 400)), max_size=50), st.sampled_from([0, 300])
)
def test_a_column_has_what_is_put_into_it(put: list[tuple[int, int | None]], before: int) -> None:
    maker = ColumnMaker(before)
    maker.add(range(before), tuple(range(before)))
    column, expected = maker.made(int), {place: place for place in range(before)}
    for place, value in put:
        column.put(place, value)
        expected[place] = value
    for limit in (0, 255, 256, 399):
        found = column.having(Condition("name", "at_least", (limit,))).below(1000)
        assert set(found) == {place for place, value in expected.items() if value is not None and value >= limit}


def test_a_column_grows_beyond_a_byte() -> None:
    maker = ColumnMaker(10)
    column = maker.made(int)
    for number in range(300):
        column.put(number, number)
    assert list(column.having(Condition("name", "at_least", (290,))).below(1000)) == list(range(290, 300))
