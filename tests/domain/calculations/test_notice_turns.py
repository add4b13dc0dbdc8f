"""What the time of an agreement turns on: the situation and the day, without a word of it."""

from datetime import date

import pytest

from itadmin.domain.calculations.notice import Option, Terms, evaluate
from itadmin.domain.calculations.notice_turns import Situation, Turn, turn_of, working_day_by

RENEWING = Terms(starts_on=date(2024, 6, 1), first_term_months=36, renewal_months=12, notice_months=3)
FIXED = Terms(starts_on=date(2025, 1, 1), first_term_months=24, notice_months=3)
BOUND = FIXED._replace(open_ended=True)
NOTICED = RENEWING._replace(notice_given_on=date(2027, 2, 1))
END = date(2026, 12, 31)


def deciding(day: date | None) -> Terms:
    return FIXED._replace(options=(Option(12, day),))


@pytest.mark.parametrize(
    ("terms", "day", "expected"),
    [
        (RENEWING, date(2027, 2, 28), Turn(Situation.RENEWS, date(2027, 2, 28), is_to_act=True)),
        (RENEWING, date(2027, 3, 1), Turn(Situation.RENEWED, date(2028, 2, 29), is_to_act=True)),
        (RENEWING._replace(notice_months=None), date(2027, 3, 1), Turn(Situation.NO_NOTICE_TIME, date(2027, 5, 31))),
        (BOUND, date(2026, 9, 30), Turn(Situation.GOES_ON, date(2026, 9, 30), is_to_act=True)),
        (BOUND, date(2026, 10, 1), Turn(Situation.GOES_ON, END)),
        (FIXED, date(2026, 10, 1), Turn(Situation.ENDS, END)),
        (FIXED, date(2027, 1, 1), Turn(Situation.ENDED, END)),
        (deciding(date(2026, 12, 6)), date(2026, 12, 6), Turn(Situation.OPTION, date(2026, 12, 6), is_to_act=True)),
        (deciding(date(2026, 12, 6)), date(2026, 12, 7), Turn(Situation.OPTION, date(2026, 12, 6))),
        (deciding(None), date(2026, 12, 7), Turn(Situation.OPTION, END)),
        (NOTICED, date(2027, 1, 31), Turn(Situation.NOTICED, date(2027, 5, 31))),
        (NOTICED, date(2027, 2, 1), Turn(Situation.NOTICED, date(2027, 5, 31))),
        (FIXED._replace(notice_days=30), date(2026, 10, 1), Turn(Situation.UNKNOWN, None)),
        (Terms(open_ended=True, notice_months=3), date(2026, 10, 1), None),
    ],
)
def test_what_it_turns_on(terms: Terms, day: date, expected: Turn | None) -> None:
    assert turn_of(evaluate(terms, day)) == expected


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (Turn(Situation.RENEWS, date(2027, 2, 28), is_to_act=True), date(2027, 2, 26)),
        (Turn(Situation.RENEWS, date(2027, 2, 26), is_to_act=True), date(2027, 2, 26)),
        (Turn(Situation.ENDS, date(2027, 2, 28)), None),
        (Turn(Situation.UNKNOWN, None), None),
    ],
)
def test_the_day_to_act_by(turn: Turn, expected: date | None) -> None:
    assert turn.act_by == expected


def test_a_working_day_is_acted_on_itself() -> None:
    assert working_day_by(date(2027, 3, 1)) == date(2027, 3, 1)
    assert working_day_by(date(2027, 2, 28)) == date(2027, 2, 26)
