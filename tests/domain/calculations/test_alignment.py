"""When kommuner that are bound by agreements of their own can begin together, and what bridges to that day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.alignment import Bound, Bridge, Exit, Way, align, bound, exits_of
from itadmin.domain.calculations.notice import Option, Terms, TermState, evaluate

DAY = date(2026, 11, 22)
START = date(2025, 1, 1)


def standing(starts_on: date | None = START, **terms: Any) -> TermState:
    return evaluate(Terms(starts_on=starts_on, **terms), DAY)


def told(exits: tuple[Exit, ...] | None) -> list[tuple[str, str, str | None, int]]:
    return [
        (each.last_day.isoformat(), each.way.value, each.say_by.isoformat() if each.say_by else None, each.options)
        for each in exits or ()
    ]


def test_an_agreement_that_runs_out_has_one_way_out_and_one_for_each_option_to_decide() -> None:
    terms: dict[str, Any] = {
        "first_term_ends_on": date(2027, 12, 31),
        "options": (Option(12, date(2027, 6, 30)), Option(6, date(2028, 6, 30))),
    }
    assert told(exits_of(standing(**terms))) == [
        ("2027-12-31", "loper_ut", None, 0),
        ("2028-12-31", "option", "2027-06-30", 1),
        ("2029-06-30", "option", "2028-06-30", 2),
    ]


def test_an_option_that_should_have_been_decided_is_none() -> None:
    late = standing(first_term_ends_on=date(2027, 12, 31), options=(Option(12, date(2026, 6, 30)),))
    assert told(exits_of(late)) == [("2027-12-31", "loper_ut", None, 0)]


def test_one_that_renews_itself_can_be_left_with_each_term_that_notice_still_fits() -> None:
    found = told(exits_of(standing(first_term_ends_on=date(2026, 12, 31), renewal_months=12, notice_months=3)))
    assert found[:2] == [("2027-12-31", "uppsagning", "2027-09-30", 0), ("2028-12-31", "uppsagning", "2028-09-30", 0)]
    assert found[-1][0] == "2035-12-31"


def test_a_first_term_beyond_the_horizon_is_told_all_the_same() -> None:
    long = standing(first_term_months=1200, renewal_months=12, notice_months=3)
    assert [each[0] for each in told(exits_of(long))] == ["2124-12-31"]


def test_one_until_further_notice_can_be_left_any_day_after_its_notice() -> None:
    assert told(exits_of(standing(open_ended=True, notice_months=3))) == [("2027-02-22", "tills_vidare", None, 0)]
    with_term = standing(open_ended=True, first_term_ends_on=date(2027, 12, 31), notice_months=3)
    assert told(exits_of(with_term)) == [
        ("2027-12-31", "uppsagning", "2027-09-30", 0),
        ("2028-01-01", "tills_vidare", None, 0),
    ]


def test_notice_that_is_given_settles_it() -> None:
    given_ = standing(open_ended=True, notice_months=3, notice_given_on=date(2026, 11, 1))
    coming = standing(open_ended=True, notice_months=3, notice_given_on=date(2026, 12, 1))
    assert told(exits_of(given_)) == [("2027-02-01", "uppsagt", None, 0)]
    assert told(exits_of(coming)) == [("2027-03-01", "uppsagt", None, 0)]


def test_what_is_over_binds_nobody_and_what_cannot_be_told_is_unknown() -> None:
    assert exits_of(standing(first_term_ends_on=date(2026, 1, 31))) == ()
    assert exits_of(standing(None)) is None
    assert exits_of(standing(open_ended=True)) is None


def test_one_is_bound_by_the_agreement_that_can_be_left_last() -> None:
    short = standing(first_term_ends_on=date(2027, 3, 31))
    long = standing(first_term_ends_on=date(2028, 3, 31))
    assert bound("A", [short, long]).earliest == Exit(date(2028, 3, 31), Way.ENDS)
    assert bound("A", []).exits == ()
    assert bound("A", [standing(None)]).exits is None
    assert bound("A", [standing(None), short]).earliest == Exit(date(2027, 3, 31), Way.ENDS)


def test_the_first_common_day_and_what_bridges_to_it() -> None:
    found = align(
        [
            bound("sist", [standing(first_term_ends_on=date(2028, 3, 31))]),
            bound(
                "option", [standing(first_term_ends_on=date(2027, 12, 31), options=(Option(12, date(2027, 6, 30)),))]
            ),
            bound("vidare", [standing(open_ended=True, notice_months=3)]),
            bound("förnyas", [standing(first_term_ends_on=date(2027, 3, 31), renewal_months=12, notice_months=3)]),
            bound("kort", [standing(first_term_ends_on=date(2027, 6, 30))]),
            bound("fri", []),
            bound("okänd", [standing(None)]),
        ]
    )
    assert found.last_day == date(2028, 3, 31)
    assert {part.who: (part.bridge, part.gap, part.beyond) for part in found.parts} == {
        "sist": (Bridge.NONE, 0, 0),
        "option": (Bridge.LONGER, 91, 275),
        "vidare": (Bridge.LATER_NOTICE, 403, 0),
        "förnyas": (Bridge.NONE, 0, 0),
        "kort": (Bridge.AGREE, 275, 0),
        "fri": (Bridge.FREE, 0, 0),
        "okänd": (Bridge.UNKNOWN, 0, 0),
    }
    by = {part.who: part.say_by for part in found.parts}
    assert (by["vidare"], by["förnyas"], by["kort"]) == (date(2027, 12, 31), date(2027, 12, 31), None)
    assert (found.say_by, found.without_bridges) == (date(2027, 12, 31), None)


def test_a_later_day_may_ask_for_no_bridge() -> None:
    every_year = standing(first_term_ends_on=date(2027, 12, 31), renewal_months=12, notice_months=3)
    two_options = standing(first_term_ends_on=date(2028, 6, 30), options=(Option(6), Option(12)))
    found = align([bound("A", [every_year]), bound("B", [two_options])])
    assert (found.last_day, found.without_bridges) == (date(2028, 6, 30), date(2028, 12, 31))


def test_one_that_can_be_left_any_day_asks_for_no_bridge() -> None:
    found = align(
        [
            bound("A", [standing(first_term_ends_on=date(2028, 3, 31))]),
            bound("B", [standing(open_ended=True, notice_months=3)]),
        ]
    )
    assert found.without_bridges == found.last_day == date(2028, 3, 31)


def test_nobody_bound_gives_no_day() -> None:
    found = align([Bound("A", ()), Bound("B", None)])
    assert (found.last_day, found.without_bridges, found.say_by) == (None, None, None)
    assert [part.bridge for part in found.parts] == [Bridge.FREE, Bridge.UNKNOWN]


ENDS = st.integers(1, 3000).map(lambda days: DAY + timedelta(days=days))
TERMS = st.one_of(
    ENDS.map(lambda end: standing(first_term_ends_on=end)),
    st.builds(
        lambda end, months: standing(first_term_ends_on=end, options=(Option(months),)), ENDS, st.integers(1, 36)
    ),
    st.builds(
        lambda end, months, notice: standing(first_term_ends_on=end, renewal_months=months, notice_months=notice),
        ENDS,
        st.integers(1, 36),
        st.integers(0, 12),
    ),
    st.integers(0, 12).map(lambda notice: standing(open_ended=True, notice_months=notice)),
)


@given(st.lists(TERMS, min_size=1, max_size=6))
def test_everybody_can_have_left_by_the_common_day_and_somebody_not_before(standings: list[TermState]) -> None:
    bounds = [bound(number, [each]) for number, each in enumerate(standings)]
    found = align(bounds)
    assert found.last_day is not None
    for each, part in zip(bounds, found.parts, strict=True):
        assert each.exits is not None
        assert list(each.exits) == sorted(each.exits, key=lambda way: way.last_day)
        assert part.leaving is not None
        assert part.leaving.last_day + timedelta(days=part.gap) == found.last_day
        assert part.say_by is None or part.say_by >= DAY
    assert any(each.earliest is not None and each.earliest.last_day == found.last_day for each in bounds)
    assert found.without_bridges is None or found.without_bridges >= found.last_day
