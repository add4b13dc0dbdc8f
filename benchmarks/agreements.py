"""How fast the terms of agreements are evaluated: 6,000 of all kinds, in pure code."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle, islice
from statistics import median

from benchmarks.runner import Figures, Run, in_turns, seconds
from itadmin.domain.calculations.notice import Option, Terms, evaluate

_COUNT = 6000
_DAY = date(2026, 11, 22)
_FIRST_START = date(2014, 1, 31)
_STARTS = 4999
"""Starts are spread over so many days; a prime beside the number of shapes, so that they meet in all ways."""


def measure(run: Run) -> Figures:
    """Milliseconds to evaluate 6,000 agreements on one day, and to do so with the sentence that explains each."""
    terms = varied_terms(_COUNT)
    sides = {
        "evaluate": lambda: seconds(lambda: [evaluate(each, _DAY) for each in terms]),
        "explain": lambda: seconds(lambda: [evaluate(each, _DAY).explanation for each in terms]),
    }
    times = in_turns(run, sides)
    return {f"{name}_6000_ms": median(times[name]) * 1000 for name in sides}


def varied_terms(count: int) -> list[Terms]:
    """Terms of every shape there is: fixed, renewed, with options, until further notice, with notice given."""
    starts = (_FIRST_START + timedelta(days=number * 31 % _STARTS) for number in range(count))
    return [shape(start) for shape, start in zip(islice(cycle(_SHAPES), count), starts, strict=True)]


def _fixed(start: date) -> Terms:
    return Terms(starts_on=start, first_term_months=48, notice_months=3)


def _fixed_to_a_day(start: date) -> Terms:
    return Terms(starts_on=start, first_term_ends_on=start + timedelta(days=1460))


def _renewed(start: date) -> Terms:
    return Terms(starts_on=start, first_term_months=36, renewal_months=12, notice_months=9)


def _renewed_with_notice_in_days(start: date) -> Terms:
    return Terms(starts_on=start, first_term_months=24, renewal_months=6, notice_days=90)


def _with_options(start: date) -> Terms:
    options = (Option(12, taken=True), Option(12, start + timedelta(days=1700)))
    return Terms(starts_on=start, first_term_months=48, options=options, notice_months=6)


def _open_ended(start: date) -> Terms:
    return Terms(starts_on=start, open_ended=True, notice_months=3, month_end=True)


def _noticed(start: date) -> Terms:
    given = start + timedelta(days=900)
    return Terms(starts_on=start, first_term_months=36, renewal_months=12, notice_months=6, notice_given_on=given)


_SHAPES = (_fixed, _fixed_to_a_day, _renewed, _renewed_with_notice_in_days, _with_options, _open_ended, _noticed)
