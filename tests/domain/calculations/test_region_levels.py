"""Whose word counts of how far a kommun has come, on a day and over time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.region_levels import Step, Word, heard, joint_steps, steps

OWN, OTHER, THIRD = b"own", b"other", b"third"
DAY = "2026-11-22"


def word(
    by: bytes, level: int | None, starts_on: str = "", ends_on: str = "", of: bytes = OWN, key: bytes = b""
) -> Word:
    return Word(b"system", of, by, level, None, "", starts_on, ends_on, key)


def level_on(words: list[Word], day: str = DAY) -> int | None:
    found = heard(words, day)
    return None if found is None else found.word.level


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ([], None),
        ([word(OTHER, 2)], 2),
        ([word(OTHER, 2, "2026-11-22")], 2),
        ([word(OTHER, 2, "2026-11-23")], None),
        ([word(OTHER, 2, "2020-01-01", "2026-11-22")], 2),
        ([word(OTHER, 2, "2020-01-01", "2026-11-21")], None),
        ([word(OTHER, 2, "2026-01-01"), word(OWN, 4, "2010-01-01")], 4),
        ([word(OTHER, 2, "2026-01-01"), word(THIRD, 3, "2026-02-01")], 3),
        ([word(OWN, 1, "2010-01-01", "2020-12-31"), word(OWN, 5, "2021-01-01")], 5),
        ([word(OTHER, 2, "2010-01-01"), word(OWN, 5, "2021-01-01", "2025-12-31")], None),
        ([word(OTHER, 2, "2010-01-01"), word(OWN, 5, "2027-01-01")], 2),
        ([word(OWN, None, "2026-01-01"), word(OWN, 3, "2020-01-01")], 3),
    ],
    ids=[
        "nobody",
        "only a neighbour",
        "from today",
        "from tomorrow",
        "to today",
        "ended yesterday",
        "the own word, also an older one",
        "else the newest",
        "the own one that holds",
        "who has spoken and ended it is not spoken for",
        "until the own word begins",
        "one that says a level",
    ],
)
def test_the_word_that_counts(words: list[Word], level: int | None) -> None:
    for order in permutations(words):
        assert level_on(list(order)) == level


def test_the_newest_words_of_others_that_differ_are_told() -> None:
    words = [
        word(OWN, 4, "2024-01-01"),
        word(OTHER, 1, "2020-01-01", key=b"a"),
        word(OTHER, 2, "2025-01-01", key=b"b"),
        word(THIRD, 4, "2020-01-01"),
        word(b"past", 3, "2020-01-01", "2021-01-01"),
    ]
    found = heard(words, DAY)
    assert found is not None
    assert (found.word.by, [(each.by, each.level) for each in found.differing]) == (OWN, [(OTHER, 2)])


def test_the_level_of_a_kommun_over_time() -> None:
    words = [word(OTHER, 2, "2015-01-01"), word(OWN, 3, "2018-07-01", "2020-12-31"), word(OWN, 4, "2023-01-01")]
    assert steps(words) == (
        Step("2015-01-01", 2),
        Step("2018-07-01", 3),
        Step("2021-01-01", None),
        Step("2023-01-01", 4),
    )
    assert steps([word(OWN, 1), word(OWN, 1, "2020-01-01")]) == (Step("", 1),)


def test_the_level_of_the_whole_is_what_two_have_reached() -> None:
    words = [
        word(OWN, 5, "2015-01-01"),
        word(OTHER, 2, "2016-01-01", "2019-12-31", of=OTHER),
        word(OTHER, 4, "2020-01-01", of=OTHER),
        word(THIRD, 5, "2022-01-01", "9999-12-31", of=THIRD),
    ]
    assert joint_steps(words, {OWN, OTHER}) == (
        Step("2015-01-01", 0),
        Step("2016-01-01", 2),
        Step("2020-01-01", 4),
        Step("2022-01-01", 5),
    )


def test_guests_alone_have_come_nowhere() -> None:
    words = [word(OTHER, 4, of=OTHER), word(THIRD, 4, of=THIRD), word(OWN, 3, "2020-01-01")]
    assert joint_steps(words, {OWN}) == (Step("", 0), Step("2020-01-01", 3))


WHO = st.sampled_from([OWN, OTHER, THIRD])
DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))


@st.composite
def said(draw: st.DrawFn) -> Word:
    starts_on = draw(st.none() | DAYS)
    ends_on = draw(st.none() | DAYS.filter(lambda day: starts_on is None or day >= starts_on))
    return Word(
        b"system",
        draw(st.sampled_from([OWN, OTHER])),
        draw(WHO),
        draw(st.none() | st.integers(0, 5)),
        None,
        "",
        starts_on.isoformat() if starts_on else "",
        ends_on.isoformat() if ends_on else "",
        draw(st.binary(min_size=8, max_size=8)),
    )


@given(st.lists(said(), max_size=6, unique_by=lambda word: word.key), DAYS)
def test_order_does_not_matter(words: list[Word], day: date) -> None:
    about = [each for each in words if each.kommun == OWN]
    other_way = list(reversed(about))
    assert heard(about, day.isoformat()) == heard(other_way, day.isoformat())
    assert joint_steps(words, {OWN}) == joint_steps(list(reversed(words)), {OWN})


@given(st.lists(said(), max_size=5), DAYS)
def test_the_steps_tell_what_counts_on_every_day(words: list[Word], day: date) -> None:
    about = [each for each in words if each.kommun == OWN]
    for on in (day, day + timedelta(days=1)):
        stepped = next((step.level for step in reversed(steps(about)) if step.day <= on.isoformat()), None)
        assert stepped == level_on(about, on.isoformat())
