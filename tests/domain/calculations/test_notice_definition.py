"""The days of any terms against the definition itself, applied by stepping a day at a time.

Nothing here is shared with what is tested. Days are ordinals, so that a term that would end after year 9999 has an end
too: later than any day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, takewhile
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from itadmin.domain.calculations.notice import Option, State, Terms, evaluate
from itadmin.domain.calculations.notice_checks import errors

NEVER = 10**9
"""The ordinal of a day after year 9999."""


def later(day: int, months: int) -> int:
    """The same number of the day so many months later, or the last day of a shorter month."""
    start = date.fromordinal(day)
    month = start.month - 1 + months
    for number in range(start.day, 27, -1):
        try:
            return date(start.year + month // 12, month % 12 + 1, number).toordinal()
        except ValueError:
            continue
    year, month = start.year + month // 12, month % 12 + 1
    if (year, month, start.day) == (date.max.year + 1, 1, 1):
        return date.max.toordinal() + 1
    return date(year, month, start.day).toordinal() if year <= date.max.year else NEVER


def passed(day: int, terms: Terms) -> int:
    """The day on which a notice given on `day` has run its whole time."""
    return day + terms.notice_days if terms.notice_days else later(day, terms.notice_months or 0)


def last_day(end: int, terms: Terms) -> int:
    """The latest day from which the whole notice fits before the end, stepped back to from a few days too late."""
    day = min(end - (terms.notice_days or int(30.4 * (terms.notice_months or 0))) + 5, date.max.toordinal())
    while passed(day, terms) > end:
        day -= 1
    return day


def ends(terms: Terms) -> Iterator[int]:
    """The last valid day of each term that is agreed, in turn; without end when it is renewed."""
    if terms.first_term_months is not None and terms.starts_on is not None:
        anchor, months = terms.starts_on.toordinal(), terms.first_term_months
    elif terms.first_term_ends_on is not None:
        anchor, months = terms.first_term_ends_on.toordinal() + 1, 0
    else:
        return
    yield _day_before(anchor, months)
    for option in takewhile(lambda option: option.taken, terms.options):
        months += option.months
        yield _day_before(anchor, months)
    for number in count(1) if terms.renewal_months else ():
        yield _day_before(anchor, months + number * (terms.renewal_months or 0))


def _day_before(anchor: int, months: int) -> int:
    if anchor > date.max.toordinal():
        return date.max.toordinal() if months == 0 else NEVER
    day = later(anchor, months)
    return NEVER if day == NEVER else day - 1


class Expected(NamedTuple):
    """What `evaluate` says, as it is called there."""

    state: State
    term_ends_on: date | None
    last_notice_day: date | None
    next_notice_day: date | None
    earliest_end: date | None
    ends_on: date | None


def expected(terms: Terms, today: date) -> Expected:
    """The definition, applied to terms that nothing is wrong with and whose notice period is known."""
    day = today.toordinal()
    given_on = terms.notice_given_on if terms.notice_given_on and terms.notice_given_on <= today else None
    final = _final(terms, None if given_on is None else given_on.toordinal())
    running = next((end for end in ends(terms) if end >= min(day, final)), None)
    chance, earliest = None, None
    if given_on is None and day <= final:
        chance, earliest = _chance(terms, day)
    return Expected(
        _state(terms, day, given_on is not None, final, running),
        _day((final if final < NEVER else None) if running is None else running),
        None if running is None or running == NEVER else _day(last_day(running, terms)),
        _day(chance),
        _day(earliest),
        _day(final),
    )


def _final(terms: Terms, given_on: int | None) -> int:
    """The agreement's last day by what is decided."""
    if given_on is None:
        return NEVER if terms.renewal_months or terms.open_ended else list(ends(terms))[-1]
    if terms.open_ended:
        return _open_end(terms, given_on)
    for end in ends(terms):
        if end == NEVER or (end >= given_on and last_day(end, terms) >= given_on):
            return end
    return list(ends(terms))[-1]


def _open_end(terms: Terms, given_on: int) -> int:
    end = passed(given_on, terms)
    bound = next(ends(terms), 0)
    if end <= bound:
        return bound
    while terms.month_end and end < date.max.toordinal() and date.fromordinal(end + 1).day != 1:
        end += 1
    return end if end <= date.max.toordinal() else NEVER


def _chance(terms: Terms, day: int) -> tuple[int | None, int | None]:
    """The first last day to give notice that is not past, and the end that it leads to."""
    for end in ends(terms):
        if end == NEVER:
            return None, None
        if end >= day and last_day(end, terms) >= day:
            return last_day(end, terms), end
    if not terms.open_ended:
        return None, None
    return None, _open_end(terms, max(day, terms.starts_on.toordinal() if terms.starts_on else 0))


def _state(terms: Terms, day: int, is_given: bool, final: int, running: int | None) -> State:
    if day > final:
        return State.ENDED
    if is_given:
        return State.NOTICE_GIVEN
    if terms.starts_on is not None and day < terms.starts_on.toordinal():
        return State.NOT_BEGUN
    return State.OPEN_ENDED if running is None else State.RUNNING


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None or ordinal == NEVER else date.fromordinal(ordinal)


STARTS = st.one_of(
    st.dates(date(1999, 11, 1), date(2029, 3, 1)),
    st.dates(date(2023, 12, 1), date(2024, 3, 2)),
    st.dates(date(2026, 12, 28), date(2027, 1, 3)),
    st.dates(date(1900, 1, 1), date(1900, 4, 1)),
    st.dates(date(9990, 1, 1), date(9999, 12, 31)),
    st.sampled_from([date(2024, 2, 29), date(2023, 1, 31), date(1900, 1, 1), date(9999, 12, 31)]),
)
MONTHS = st.integers(1, 40) | st.sampled_from([1, 12, 36, 1200])
NOTICES: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.builds(dict, notice_months=st.integers(0, 26)),
    st.builds(dict, notice_days=st.integers(0, 400)),
    st.sampled_from([{"notice_months": 1200}, {"notice_days": 36_500}, {"notice_months": 0, "notice_days": 30}]),
)
OPTIONS = st.lists(st.builds(Option, MONTHS, st.none(), st.none() | st.booleans()), min_size=1, max_size=4).map(tuple)
FOLLOWING: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.builds(dict, renewal_months=MONTHS),
    st.builds(dict, options=OPTIONS),
    st.builds(dict, open_ended=st.sampled_from([True]), month_end=st.booleans()),
)
NEAR = st.integers(-40, 40)
OFFSETS = st.integers(-800, 4000) | NEAR


@st.composite
def any_terms(draw: st.DrawFn) -> Terms:
    """Terms of every form, with or without a first term that is told in one of the ways there are, and valid."""
    start, months = draw(STARTS), draw(MONTHS)
    ordinal = later(start.toordinal(), months)
    assume(ordinal != NEVER)
    end = date.fromordinal(ordinal - 1)
    following = draw(FOLLOWING)
    ways: list[dict[str, Any]] = [
        {"starts_on": start, "first_term_months": months},
        {"starts_on": start, "first_term_ends_on": end},
        {"first_term_ends_on": end},
        {"starts_on": start, "first_term_months": months, "first_term_ends_on": end},
    ]
    if "open_ended" in following:
        ways += [{"starts_on": start}, {}]
    return Terms(**draw(st.sampled_from(ways)), **draw(NOTICES), **following)


def shifted(day: date, days: int) -> date:
    """So many days later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


@st.composite
def some_days(draw: st.DrawFn, terms: Terms) -> date:
    """A day that tells something: around a start, an end or a notice day, or anywhere while the agreement runs."""
    first_end = next(ends(terms), None)
    told = [terms.starts_on, None if first_end in (None, NEVER) else date.fromordinal(first_end or 1)]
    around = [day for day in told if day is not None] or [date(2026, 11, 22)]
    if first_end not in (None, NEVER):
        around.append(date.fromordinal(max(last_day(first_end or 1, terms), 1)))
    return shifted(draw(st.sampled_from(around)), draw(OFFSETS))


def found(terms: Terms, day: date) -> Expected:
    state = evaluate(terms, day)
    return Expected(
        state.state,
        state.term_ends_on,
        state.last_notice_day,
        state.next_notice_day,
        state.earliest_end,
        state.ends_on,
    )


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_any_day_of_any_terms_is_as_the_definition_says(data: st.DataObject) -> None:
    terms = data.draw(any_terms())
    assume(not errors(terms))
    day = data.draw(some_days(terms))
    assert found(terms, day) == expected(terms, day)


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_a_given_notice_fixes_the_end_as_the_definition_says(data: st.DataObject) -> None:
    terms = data.draw(any_terms())
    given_on = data.draw(some_days(terms))
    terms = terms._replace(notice_given_on=given_on)
    assume(not errors(terms))
    day = shifted(given_on, data.draw(OFFSETS))
    assert found(terms, day) == expected(terms, day)


WALKED = [
    Terms(date(2024, 6, 1), 36, renewal_months=12, notice_months=3),
    Terms(date(2024, 2, 29), 12, renewal_months=12, notice_months=1),
    Terms(date(2023, 1, 31), 1, renewal_months=1, notice_months=1),
    Terms(date(2024, 12, 31), 2, renewal_months=6, notice_days=30),
    Terms(first_term_ends_on=date(2024, 2, 29), renewal_months=3, notice_months=2),
    Terms(date(2024, 1, 1), 12, renewal_months=6, notice_months=18),
    Terms(date(2024, 1, 1), 24, notice_months=6),
    Terms(date(2024, 1, 1), 24, notice_days=30, options=(Option(12, taken=True), Option(12, taken=False), Option(12))),
    Terms(date(2024, 1, 1), 24, notice_months=3, options=(Option(12, taken=True), Option(12, taken=True))),
    Terms(date(2024, 1, 15), 24, open_ended=True, notice_months=3, month_end=True),
    Terms(date(2024, 1, 31), open_ended=True, notice_months=1),
    Terms(date(2024, 1, 31), open_ended=True, notice_days=45, month_end=True),
    Terms(date(2024, 6, 1), 36, renewal_months=12, notice_months=3, notice_given_on=date(2027, 2, 28)),
    Terms(date(2024, 6, 1), 36, renewal_months=12, notice_months=3, notice_given_on=date(2027, 3, 1)),
    Terms(date(2025, 1, 1), open_ended=True, notice_months=3, month_end=True, notice_given_on=date(2026, 11, 30)),
]


@pytest.mark.parametrize("terms", WALKED)
def test_every_day_for_five_years_is_as_the_definition_says(terms: Terms) -> None:
    for number in range(365 * 5 + 1):
        day = date(2023, 12, 1) + timedelta(days=number)
        assert found(terms, day) == expected(terms, day), day


@pytest.mark.parametrize("months", [1, 2, 3, 6, 9, 12, 18])
def test_the_last_notice_day_of_every_end_for_five_years(months: int) -> None:
    terms = Terms(notice_months=months)
    for number in range(365 * 5 + 1):
        end = date(2023, 12, 1) + timedelta(days=number)
        wanted = date.fromordinal(last_day(end.toordinal(), terms))
        assert evaluate(terms._replace(first_term_ends_on=end), date(2020, 1, 1)).last_notice_day == wanted


@example(date(2024, 2, 29), 1, 1, 1200)
@example(date(2023, 1, 31), 1, 1, 11)
@settings(deadline=None)
@given(STARTS, MONTHS, MONTHS, st.integers(0, 40))
def test_the_kth_term_ends_the_day_before_the_start_and_all_its_months(
    start: date, first: int, renewal: int, number: int
) -> None:
    after = later(start.toordinal(), first + number * renewal)
    assume(after != NEVER)
    end = date.fromordinal(after - 1)
    state = evaluate(Terms(start, first, renewal_months=renewal, notice_months=3), end)
    assert (state.term_number, state.term_ends_on) == (number, end)
