"""Ends and notice days: worked cases, and what must hold of any terms. The definition by brute force stands beside."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itadmin.domain.calculations.notice import Block, Option, State, Terms, days_to_come, evaluate, timeline
from itadmin.domain.calculations.notice_checks import errors
from itadmin.domain.calendar import add_months

ONE_DAY = timedelta(days=1)


def renewed(
    start: date, first: int, renewal: int, notice_months: int | None = None, notice_days: int | None = None
) -> Terms:
    """Terms that renew themselves."""
    return Terms(
        starts_on=start,
        first_term_months=first,
        renewal_months=renewal,
        notice_months=notice_months,
        notice_days=notice_days,
    )


@pytest.mark.parametrize(
    ("end", "notice", "expected"),
    [
        (date(2027, 5, 31), 3, date(2027, 2, 28)),
        (date(2027, 2, 28), 3, date(2026, 11, 30)),
        (date(2028, 2, 29), 3, date(2027, 11, 30)),
        (date(2028, 2, 28), 3, date(2027, 11, 28)),
        (date(2028, 5, 31), 3, date(2028, 2, 29)),
        (date(2027, 4, 30), 1, date(2027, 3, 31)),
        (date(2027, 3, 30), 1, date(2027, 2, 28)),
        (date(2027, 3, 31), 1, date(2027, 2, 28)),
        (date(2026, 12, 31), 6, date(2026, 6, 30)),
        (date(2027, 1, 15), 1, date(2026, 12, 15)),
        (date(2027, 1, 31), 2, date(2026, 11, 30)),
        (date(2025, 2, 28), 12, date(2024, 2, 29)),
        (date(2027, 5, 31), 0, date(2027, 5, 31)),
    ],
)
def test_the_last_notice_day_in_months(end: date, notice: int, expected: date) -> None:
    assert evaluate(Terms(first_term_ends_on=end, notice_months=notice), date(2020, 1, 1)).last_notice_day == expected


@pytest.mark.parametrize(
    ("end", "notice", "expected"),
    [
        (date(2027, 5, 31), 30, date(2027, 5, 1)),
        (date(2028, 3, 1), 1, date(2028, 2, 29)),
        (date(2027, 1, 10), 10, date(2026, 12, 31)),
        (date(2027, 1, 10), 0, date(2027, 1, 10)),
    ],
)
def test_the_last_notice_day_in_days(end: date, notice: int, expected: date) -> None:
    assert evaluate(Terms(first_term_ends_on=end, notice_days=notice), date(2020, 1, 1)).last_notice_day == expected


@pytest.mark.parametrize(
    ("terms", "day", "expected"),
    [
        (renewed(date(2024, 1, 31), 1, 1), date(2024, 2, 28), date(2024, 2, 28)),
        (renewed(date(2024, 1, 31), 1, 1), date(2024, 2, 29), date(2024, 3, 30)),
        (renewed(date(2024, 2, 29), 12, 12), date(2025, 1, 1), date(2025, 2, 27)),
        (renewed(date(2024, 2, 29), 12, 12), date(2027, 12, 31), date(2028, 2, 28)),
        (renewed(date(2024, 1, 1), 36, 12), date(2026, 12, 31), date(2026, 12, 31)),
        (renewed(date(2024, 1, 1), 36, 12), date(2027, 1, 1), date(2027, 12, 31)),
        (renewed(date(2024, 12, 31), 2, 6), date(2025, 2, 27), date(2025, 2, 27)),
        (Terms(first_term_ends_on=date(2027, 2, 28), renewal_months=12), date(2028, 1, 1), date(2028, 2, 29)),
        (Terms(first_term_ends_on=date(2027, 4, 29), renewal_months=10), date(2028, 1, 1), date(2028, 2, 28)),
        (Terms(first_term_ends_on=date(2027, 4, 29), renewal_months=10), date(2028, 3, 1), date(2028, 12, 29)),
        (
            Terms(
                starts_on=date(2024, 1, 31), first_term_months=1, first_term_ends_on=date(2024, 2, 28), renewal_months=1
            ),
            date(2024, 3, 1),
            date(2024, 3, 30),
        ),
    ],
)
def test_terms_are_counted_from_the_start_and_do_not_drift(terms: Terms, day: date, expected: date) -> None:
    assert evaluate(terms, day).term_ends_on == expected


LIFECARE = renewed(date(2024, 6, 1), 36, 12, notice_months=3)


@pytest.mark.parametrize(
    ("terms", "day", "expected"),
    [
        (LIFECARE, date(2024, 1, 1), ("ej_borjat", "2027-05-31", "2027-02-28", "2027-02-28")),
        (LIFECARE, date(2026, 11, 22), ("lopande", "2027-05-31", "2027-02-28", "2027-02-28")),
        (LIFECARE, date(2027, 2, 28), ("lopande", "2027-05-31", "2027-02-28", "2027-02-28")),
        (LIFECARE, date(2027, 3, 1), ("lopande", "2027-05-31", "2027-02-28", "2028-02-29")),
        (LIFECARE, date(2027, 6, 1), ("lopande", "2028-05-31", "2028-02-29", "2028-02-29")),
        (
            LIFECARE._replace(notice_given_on=date(2027, 2, 28)),
            date(2027, 3, 1),
            ("uppsagt", "2027-05-31", "2027-02-28", ""),
        ),
        (
            LIFECARE._replace(notice_given_on=date(2027, 2, 28)),
            date(2027, 6, 1),
            ("upphort", "2027-05-31", "2027-02-28", ""),
        ),
        (
            LIFECARE._replace(notice_given_on=date(2027, 3, 1)),
            date(2027, 6, 1),
            ("uppsagt", "2028-05-31", "2028-02-29", ""),
        ),
        (
            LIFECARE._replace(notice_given_on=date(2027, 3, 1)),
            date(2027, 2, 1),
            ("lopande", "2027-05-31", "2027-02-28", "2027-02-28"),
        ),
        (LIFECARE._replace(renewal_months=0), date(2027, 3, 1), ("lopande", "2027-05-31", "2027-02-28", "")),
        (LIFECARE._replace(renewal_months=None), date(2027, 6, 1), ("upphort", "2027-05-31", "2027-02-28", "")),
        (
            renewed(date(2025, 1, 1), 24, 12, notice_months=1),
            date(2026, 12, 31),
            ("lopande", "2026-12-31", "2026-11-30", "2027-11-30"),
        ),
        (
            renewed(date(2025, 1, 1), 24, 12, notice_months=1),
            date(2027, 1, 1),
            ("lopande", "2027-12-31", "2027-11-30", "2027-11-30"),
        ),
        (
            renewed(date(2024, 1, 1), 12, 6, notice_months=12),
            date(2026, 11, 22),
            ("lopande", "2026-12-31", "2025-12-31", "2026-12-31"),
        ),
        (
            Terms(starts_on=date(2025, 1, 1), open_ended=True, notice_months=3),
            date(2026, 11, 22),
            ("tillsvidare", "", "", ""),
        ),
        (
            Terms(starts_on=date(2025, 1, 1), first_term_months=24, open_ended=True, notice_months=3),
            date(2026, 11, 22),
            ("lopande", "2026-12-31", "2026-09-30", ""),
        ),
        (Terms(), date(2026, 11, 22), ("uppgift_saknas", "", "", "")),
        (Terms(first_term_months=12, notice_months=1), date(2026, 11, 22), ("uppgift_saknas", "", "", "")),
        (LIFECARE._replace(open_ended=True), date(2026, 11, 22), ("motstridiga_uppgifter", "", "", "")),
    ],
)
def test_how_an_agreement_stands(terms: Terms, day: date, expected: tuple[str, str, str, str]) -> None:
    state = evaluate(terms, day)
    days = (state.term_ends_on, state.last_notice_day, state.next_notice_day)
    assert (state.state.value, *(str(one or "") for one in days)) == expected


@pytest.mark.parametrize(
    ("day", "term", "ends_on"),
    [
        (date(2026, 1, 1), (0, date(2025, 1, 1), date(2026, 12, 31)), date(2027, 12, 31)),
        (date(2027, 1, 1), (1, date(2027, 1, 1), date(2027, 12, 31)), date(2027, 12, 31)),
        (date(2028, 1, 1), (1, date(2027, 1, 1), date(2027, 12, 31)), date(2027, 12, 31)),
    ],
)
def test_options_that_are_taken_prolong_and_undecided_ones_do_not(
    day: date, term: tuple[int, date, date], ends_on: date
) -> None:
    terms = Terms(date(2025, 1, 1), 24, options=(Option(12, date(2026, 6, 30), taken=True), Option(12)))
    state = evaluate(terms, day)
    assert (state.term_number, state.term_starts_on, state.term_ends_on) == term
    assert state.ends_on == ends_on
    assert (state.state is State.ENDED) == (day > ends_on)


@pytest.mark.parametrize(
    ("terms", "given", "end"),
    [
        (Terms(open_ended=True, notice_months=3), date(2026, 11, 22), date(2027, 2, 22)),
        (Terms(open_ended=True, notice_months=3), date(2026, 11, 30), date(2027, 2, 28)),
        (Terms(open_ended=True, notice_months=3, month_end=True), date(2026, 11, 30), date(2027, 2, 28)),
        (Terms(open_ended=True, notice_months=3, month_end=True), date(2026, 12, 1), date(2027, 3, 31)),
        (Terms(open_ended=True, notice_days=30), date(2026, 12, 15), date(2027, 1, 14)),
        (Terms(open_ended=True, notice_days=30, month_end=True), date(2026, 12, 1), date(2026, 12, 31)),
        (Terms(open_ended=True, notice_days=30, month_end=True), date(2026, 12, 2), date(2027, 1, 31)),
        (Terms(open_ended=True, notice_months=0), date(2026, 12, 2), date(2026, 12, 2)),
        (Terms(date(2026, 1, 1), 24, open_ended=True, notice_months=3), date(2026, 5, 1), date(2027, 12, 31)),
        (Terms(date(2026, 1, 1), 24, open_ended=True, notice_months=3), date(2027, 9, 30), date(2027, 12, 31)),
        (Terms(date(2026, 1, 1), 24, open_ended=True, notice_months=3), date(2027, 10, 1), date(2028, 1, 1)),
    ],
)
def test_notice_of_an_open_ended_agreement(terms: Terms, given: date, end: date) -> None:
    assert evaluate(terms, given).earliest_end == end
    ended = terms._replace(notice_given_on=given)
    assert evaluate(ended, given).state is State.NOTICE_GIVEN
    assert evaluate(ended, given).ends_on == end
    assert evaluate(ended, end + ONE_DAY).state is State.ENDED
    assert evaluate(ended, given - ONE_DAY).ends_on is None


def test_the_time_until_further_notice_begins_after_the_first_term() -> None:
    terms = Terms(date(2026, 1, 1), 24, open_ended=True, notice_months=3)
    state = evaluate(terms, date(2028, 6, 1))
    assert (state.term_number, state.term_starts_on, state.term_ends_on) == (None, date(2028, 1, 1), None)


def test_the_earliest_end_before_the_start_is_counted_from_the_start() -> None:
    terms = Terms(starts_on=date(2027, 1, 1), open_ended=True, notice_months=1)
    assert evaluate(terms, date(2026, 11, 22)).earliest_end == date(2027, 2, 1)


@pytest.mark.parametrize(
    ("terms", "day", "act_by"),
    [
        (LIFECARE, date(2026, 11, 22), date(2027, 2, 26)),
        (LIFECARE, date(2027, 6, 1), date(2028, 2, 29)),
        (LIFECARE._replace(renewal_months=None), date(2027, 4, 1), None),
    ],
)
def test_the_day_to_act_is_a_working_day(terms: Terms, day: date, act_by: date | None) -> None:
    assert evaluate(terms, day).act_by == act_by


@pytest.mark.parametrize(
    ("terms", "day"),
    [
        (renewed(date(1900, 1, 1), 1, 1, notice_months=1200), date(9999, 12, 31)),
        (renewed(date(1900, 1, 1), 1200, 1200, notice_days=36_500), date(1900, 1, 1)),
        (Terms(first_term_ends_on=date(9999, 12, 31), renewal_months=12, notice_months=3), date(9999, 12, 31)),
        (Terms(first_term_ends_on=date(9999, 11, 30), renewal_months=12, notice_months=3), date(9999, 12, 31)),
        (Terms(starts_on=date(1900, 1, 1), open_ended=True, notice_days=30), date(9999, 12, 31)),
        (Terms(starts_on=date(9999, 12, 31), open_ended=True, notice_months=1, month_end=True), date(1, 1, 1)),
    ],
)
def test_the_ends_of_the_calendar_are_no_trouble(terms: Terms, day: date) -> None:
    state = evaluate(terms, day)
    assert state.explanation
    assert timeline(terms, date(1900, 1, 1), date(1901, 1, 1)) is not None
    assert state.state not in (State.CONTRADICTORY, State.INCOMPLETE)


def test_terms_without_end_of_calendar_have_no_days_but_an_explanation() -> None:
    state = evaluate(
        Terms(first_term_ends_on=date(9999, 11, 30), renewal_months=12, notice_months=3), date(9999, 12, 31)
    )
    assert (state.term_ends_on, state.last_notice_day) == (None, None)
    assert state.explanation == "Avtalstiden slutar efter år 9999."


@pytest.mark.parametrize("day", [date(9999, 12, 30), date(9999, 12, 31)])
def test_notice_that_runs_out_after_the_calendar_ends_no_term_within_it(day: date) -> None:
    terms = Terms(date(9990, 1, 1), 1, renewal_months=1, notice_days=1, notice_given_on=day)
    assert evaluate(terms, day).ends_on == (date.max if day < date.max else None)


def block_rows(blocks: tuple[Block, ...]) -> list[tuple[str, str, str, str, bool]]:
    return [
        (
            block.kind,
            str(block.starts_on or ""),
            str(block.ends_on or ""),
            str(block.last_notice_day or ""),
            block.is_certain,
        )
        for block in blocks
    ]


@pytest.mark.parametrize(
    ("terms", "rows"),
    [
        (
            LIFECARE,
            [
                ("forsta", "2024-06-01", "2027-05-31", "2027-02-28", True),
                ("forlangning", "2027-06-01", "2028-05-31", "2028-02-29", True),
                ("forlangning", "2028-06-01", "2029-05-31", "2029-02-28", False),
            ],
        ),
        (
            LIFECARE._replace(notice_given_on=date(2027, 3, 1)),
            [
                ("forsta", "2024-06-01", "2027-05-31", "2027-02-28", True),
                ("forlangning", "2027-06-01", "2028-05-31", "2028-02-29", True),
            ],
        ),
        (
            LIFECARE._replace(notice_months=None),
            [
                ("forsta", "2024-06-01", "2027-05-31", "", True),
                ("forlangning", "2027-06-01", "2028-05-31", "", False),
                ("forlangning", "2028-06-01", "2029-05-31", "", False),
            ],
        ),
        (
            Terms(date(2026, 1, 1), 12, options=(Option(6, taken=True), Option(6), Option(6, taken=False), Option(6))),
            [
                ("forsta", "2026-01-01", "2026-12-31", "", True),
                ("option", "2027-01-01", "2027-06-30", "", True),
                ("option", "2027-07-01", "2027-12-31", "", False),
            ],
        ),
        (
            Terms(date(2026, 1, 1), 12, open_ended=True, notice_months=1),
            [("forsta", "2026-01-01", "2026-12-31", "2026-11-30", True), ("tills_vidare", "2027-01-01", "", "", True)],
        ),
        (
            Terms(date(2026, 1, 1), 24, open_ended=True, notice_months=1),
            [("forsta", "2026-01-01", "2027-12-31", "2027-11-30", True), ("tills_vidare", "2028-01-01", "", "", False)],
        ),
        (
            Terms(open_ended=True, notice_months=1, notice_given_on=date(2027, 3, 1)),
            [("tills_vidare", "", "2027-04-01", "", True)],
        ),
        (
            Terms(date(2026, 1, 1), 24, open_ended=True, notice_months=1, notice_given_on=date(2027, 3, 1)),
            [("forsta", "2026-01-01", "2027-12-31", "2027-11-30", True)],
        ),
        (Terms(first_term_ends_on=date(9999, 12, 31), renewal_months=1), [("forsta", "", "9999-12-31", "", True)]),
        (Terms(date(2029, 1, 1), 12), []),
        (Terms(), []),
    ],
)
def test_the_terms_on_a_time_axis(terms: Terms, rows: list[tuple[str, str, str, str, bool]]) -> None:
    assert block_rows(timeline(terms, date(2027, 3, 1), date(2028, 12, 31))) == rows


def later(day: date, months: int) -> date:
    """The definition: the same number of the day, or the last day of a shorter month."""
    month = day.month - 1 + months
    for number in range(day.day, 27, -1):
        try:
            return date(day.year + month // 12, month % 12 + 1, number)
        except ValueError:
            continue
    return date(day.year + month // 12, month % 12 + 1, day.day)


DAYS = st.dates(date(1999, 11, 1), date(2029, 3, 1)) | st.dates(date(2023, 12, 1), date(2024, 3, 2))
NOTICES: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.builds(dict, notice_months=st.integers(0, 26)),
    st.builds(dict, notice_days=st.integers(0, 400)),
)
OPTIONS = st.builds(
    lambda lengths, taken: tuple(Option(months, taken=number < taken or None) for number, months in enumerate(lengths)),
    st.lists(st.integers(1, 24), min_size=1, max_size=4),
    st.integers(0, 4),
)
FOLLOWING: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.builds(dict, renewal_months=st.integers(1, 25)),
    st.builds(dict, options=OPTIONS),
)


@st.composite
def bounded_terms(draw: st.DrawFn) -> Terms:
    """Terms with a first term and then nothing, renewals or options."""
    start = draw(DAYS)
    months = draw(st.integers(1, 60))
    end = later(start, months) - ONE_DAY
    first: dict[str, Any] = draw(
        st.sampled_from(
            [
                {"starts_on": start, "first_term_months": months},
                {"starts_on": start, "first_term_ends_on": end},
                {"first_term_ends_on": end},
                {"starts_on": start, "first_term_months": months, "first_term_ends_on": end},
            ]
        )
    )
    return Terms(**first, **draw(NOTICES), **draw(FOLLOWING))


OFFSETS = st.integers(-800, 4000).map(lambda days: timedelta(days=days)) | st.integers(-40, 40).map(
    lambda n: timedelta(days=n)
)


def some_day(terms: Terms, offset: timedelta) -> date:
    return (terms.starts_on or terms.first_term_ends_on or date(2026, 11, 22)) + offset


@settings(deadline=None)
@given(bounded_terms(), OFFSETS)
def test_from_day_to_day_the_next_chance_only_moves_forward(terms: Terms, offset: timedelta) -> None:
    start = some_day(terms, offset)
    days = [start + timedelta(days=number) for number in range(60)]
    for today, tomorrow in pairwise(evaluate(terms, day) for day in days):
        if today.next_notice_day is not None and today.next_notice_day > today.day:
            assert tomorrow.next_notice_day == today.next_notice_day
        elif tomorrow.next_notice_day is not None:
            assert tomorrow.next_notice_day > today.day


ANY_TERMS = st.builds(
    Terms,
    starts_on=st.none() | DAYS,
    first_term_months=st.none() | st.integers(0, 60),
    first_term_ends_on=st.none() | DAYS,
    renewal_months=st.none() | st.integers(0, 25),
    notice_months=st.none() | st.integers(0, 26),
    notice_days=st.none() | st.integers(0, 400),
    open_ended=st.booleans(),
    notice_given_on=st.none() | DAYS,
    options=st.just(()) | OPTIONS,
    month_end=st.booleans(),
)
"""Also those that lack something, or contradict themselves."""


@settings(deadline=None)
@given(bounded_terms() | ANY_TERMS, OFFSETS, st.none() | st.integers(-900, 400))
def test_the_days_to_come_are_those_of_the_standing(terms: Terms, offset: timedelta, given_after: int | None) -> None:
    day = some_day(terms, offset)
    if given_after is not None:
        terms = terms._replace(notice_given_on=day + timedelta(days=given_after))
    state = evaluate(terms, day)
    is_over = bool(state.obstacle) or state.state is State.ENDED
    days = (state.ends_on, state.noticed_end, state.next_notice_day)
    assert set(days_to_come(terms, day)) - {None} == (set() if is_over else set(days) - {None})


@settings(deadline=None)
@given(bounded_terms(), OFFSETS)
def test_the_blocks_follow_on_each_other_and_hold_the_running_term(terms: Terms, offset: timedelta) -> None:
    day = some_day(terms, offset)
    state = evaluate(terms, day)
    blocks = timeline(terms, day, max(day, state.term_ends_on or day) + timedelta(days=400))
    for one, another in pairwise(blocks):
        assert one.ends_on is not None
        assert another.starts_on == one.ends_on + ONE_DAY
        assert one.is_certain or not another.is_certain
    running = next(block for block in blocks if block.number == state.term_number)
    assert (running.starts_on, running.ends_on, running.last_notice_day, running.is_certain) == (
        state.term_starts_on,
        state.term_ends_on,
        state.last_notice_day,
        True,
    )


@settings(deadline=None)
@given(bounded_terms(), OFFSETS, st.none() | st.integers(-400, 400))
def test_the_explanation_names_every_day_that_it_explains(terms: Terms, offset: timedelta, given: int | None) -> None:
    day = some_day(terms, offset)
    if given is not None:
        terms = terms._replace(notice_given_on=day + timedelta(days=given))
    state = evaluate(terms, day)
    named: list[date | None] = [state.noticed_end]
    if state.state in (State.NOTICE_GIVEN, State.ENDED):
        named.append(state.ends_on)
    else:
        named += [state.term_ends_on, state.last_notice_day, state.next_notice_day]
        if state.next_notice_day is not None:
            named.append(state.earliest_end)
    assert all(str(one) in state.explanation for one in named if one is not None)


@settings(deadline=None)
@given(bounded_terms(), OFFSETS)
def test_the_end_of_a_term_is_the_day_before_the_months_that_are_told(terms: Terms, offset: timedelta) -> None:
    state = evaluate(terms, some_day(terms, offset))
    if state.counted is None:
        assert state.term_ends_on == terms.first_term_ends_on
    else:
        months, since = state.counted
        assert state.term_ends_on == add_months(since, months) - ONE_DAY


ANY_DAY = st.none() | st.dates() | st.sampled_from([date.min, date(1900, 1, 1), date.max])
ANY_NUMBER = st.none() | st.integers(-5, 1300) | st.integers(-(10**30), 10**30)


@settings(deadline=None)
@given(
    st.builds(
        Terms,
        starts_on=ANY_DAY,
        first_term_months=ANY_NUMBER,
        first_term_ends_on=ANY_DAY,
        renewal_months=ANY_NUMBER,
        notice_months=ANY_NUMBER,
        notice_days=ANY_NUMBER,
        open_ended=st.booleans(),
        notice_given_on=ANY_DAY,
        options=st.lists(st.builds(Option, st.integers(-5, 1300), ANY_DAY, st.none() | st.booleans()), max_size=3).map(
            tuple
        ),
        month_end=st.booleans(),
    ),
    st.dates(),
)
def test_whatever_is_registered_gets_an_explanation_and_never_an_exception(terms: Terms, day: date) -> None:
    state = evaluate(terms, day)
    assert state.explanation.endswith(".")
    assert "None" not in state.explanation + state.what_next
    assert isinstance(state.remarks, tuple)
    assert bool(errors(terms)) == (state.state is State.CONTRADICTORY)
    if state.obstacle:
        assert (state.term_ends_on, state.last_notice_day, state.next_notice_day, state.ends_on) == (None,) * 4
    until = date(2030, 1, 1)
    assert all(block.starts_on is None or block.starts_on <= until for block in timeline(terms, day, until))
