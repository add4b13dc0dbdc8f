"""What is wrong or odd about an agreement's terms, said at the field that it concerns.

An error (`fel`) means that no day can be computed that could be trusted; a remark (`anmarkning`) that the terms are
unusual but lawful, and computed as they stand. Knows nothing of today.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from itadmin.domain.calculations.notice_phrases import months_in_words
from itadmin.domain.calculations.notice_terms import Schedule, Terms, day_at, schedule_of
from itadmin.domain.calendar import FIRST_YEAR, LAST_YEAR
from itadmin.domain.money import grouped

MOST_MONTHS = 1200
MOST_DAYS = 36_500

_LONG_MONTHS = 600
_EARLY_YEAR, _LATE_YEAR = 1950, 2150


class Finding(NamedTuple):
    """Something about the terms: the field's identifier, how grave it is, and a Swedish sentence."""

    field: str
    severity: Literal["fel", "anmarkning"]
    sentence: str


def problems(terms: Terms) -> tuple[Finding, ...]:
    """List everything about the terms that is wrong or odd, errors first.

    While there are errors there are no remarks that rest on computed days.
    """
    wrong = errors(terms)
    odd = [*_gaps(terms), *_odd_years(terms), *_odd_lengths(terms), *_odd_notice(terms)]
    schedule = None if wrong else schedule_of(terms)
    if schedule is not None:
        odd += [*_long_notice(terms, schedule), *_odd_days(terms, schedule)]
    return (*wrong, *(Finding(field, "anmarkning", sentence) for field, sentence in odd))


def errors(terms: Terms) -> tuple[Finding, ...]:
    """List what keeps the days of the terms from being computed; fields out of bounds before contradictions."""
    found = [*_out_of_bounds(terms)] or [*_contradictions(terms)] or [*_beyond_calendar(terms)]
    return tuple(Finding(field, "fel", sentence) for field, sentence in found) if found else ()


_Found = Iterator[tuple[str, str]]


def _days(terms: Terms) -> Sequence[tuple[str, date | None]]:
    days = (
        ("starts_on", terms.starts_on),
        ("first_term_ends_on", terms.first_term_ends_on),
        ("notice_given_on", terms.notice_given_on),
    )
    return (*days, *(("options", option.decision_day) for option in terms.options)) if terms.options else days


def _lengths(terms: Terms) -> Sequence[tuple[str, int | None, int]]:
    lengths = (
        ("first_term_months", terms.first_term_months, 1),
        ("renewal_months", terms.renewal_months, 0),
        ("notice_months", terms.notice_months, 0),
    )
    return (*lengths, *(("options", option.months, 1) for option in terms.options)) if terms.options else lengths


def _out_of_bounds(terms: Terms) -> _Found:
    for field, day in _days(terms):
        if day is not None and day.year < FIRST_YEAR:
            yield field, f"Året måste vara minst {FIRST_YEAR}."
    for field, months, least in _lengths(terms):
        if months is not None and not least <= months <= MOST_MONTHS:
            yield field, f"Antalet månader måste ligga mellan {least} och {grouped(MOST_MONTHS)}."
    if terms.notice_days is not None and not 0 <= terms.notice_days <= MOST_DAYS:
        yield "notice_days", f"Antalet dagar måste ligga mellan 0 och {grouped(MOST_DAYS)}."


def _contradictions(terms: Terms) -> _Found:
    start, end = terms.starts_on, terms.first_term_ends_on
    if start is not None and end is not None:
        computed = _end_by_months(terms)
        if end < start:
            yield "first_term_ends_on", f"Sista giltighetsdagen {end} ligger före startdagen {start}."
        elif computed not in (None, end):
            yield (
                "first_term_ends_on",
                f"Räknat i månader löper första avtalstiden ut {computed}, inte {end}. Rätta det ena.",
            )
    if terms.notice_months and terms.notice_days:
        yield "notice_days", "Uppsägningstiden kan anges i månader eller i dagar, inte båda."
    if terms.renewal_months and terms.open_ended:
        yield "renewal_months", "Ett avtal som gäller tills vidare kan inte också förlängas i perioder."
    if not terms.options:
        return
    if terms.renewal_months:
        yield "options", "Ett avtal har antingen optioner eller automatisk förlängning. Ta bort det ena."
    if terms.open_ended:
        yield "options", "Ett avtal som gäller tills vidare kan inte också ha optioner."
    yield from _options_out_of_order(terms)


def _options_out_of_order(terms: Terms) -> _Found:
    for number in range(1, len(terms.options)):
        if terms.options[number].taken and not terms.options[number - 1].taken:
            yield "options", f"Option {number + 1} är utnyttjad fast option {number} inte är det."


def _beyond_calendar(terms: Terms) -> _Found:
    latest = terms.first_term_ends_on or terms.starts_on
    if latest is not None and latest.year >= LAST_YEAR - (1 + len(terms.options)) * MOST_MONTHS // 12:
        schedule = schedule_of(terms, with_undecided=True)
        if schedule is not None and schedule.end_of(len(schedule.marks) - 1) is None:
            yield "options" if terms.options else "first_term_months", "Avtalstiden skulle sluta efter år 9999."
    given, notice = terms.notice_given_on, terms.notice if terms.open_ended else None
    if given is None or notice is None:
        return
    end = day_at(notice.point_from(given), month_end=terms.month_end)
    if end is None:
        yield "notice_given_on", "Uppsägningstiden skulle löpa ut efter år 9999."
    elif terms.starts_on is not None and end < terms.starts_on and schedule_of(terms) is None:
        yield "notice_given_on", f"Uppsägningstiden löper ut {end}, innan avtalet börjar gälla {terms.starts_on}."


def _gaps(terms: Terms) -> _Found:
    if terms.first_term_ends_on is not None:
        return
    if terms.first_term_months is not None and terms.starts_on is None:
        yield "starts_on", "Startdagen saknas, så det går inte att räkna ut när första avtalstiden löper ut."
    elif terms.first_term_months is None and (terms.renewal_months or terms.options):
        yield "first_term_months", "Första avtalstiden saknas, så det går inte att räkna ut när avtalet löper ut."


def _odd_years(terms: Terms) -> _Found:
    for field, day in _days(terms):
        if day is not None and day.year < _EARLY_YEAR:
            yield field, f"Stämmer årtalet {day.year}?"
        elif day is not None and day.year > _LATE_YEAR:
            yield field, f"Stämmer årtalet {day.year}? Saknar avtalet slutdag väljer du att det gäller tills vidare."


def _odd_lengths(terms: Terms) -> _Found:
    for field, months, _ in _lengths(terms):
        if months is not None and months >= _LONG_MONTHS:
            years, rest = divmod(months, 12)
            more = f" och {months_in_words(rest)}" if rest else ""
            yield field, f"Stämmer det? {months_in_words(months)} är {years} år{more}."


def _odd_notice(terms: Terms) -> _Found:
    if terms.month_end and not terms.open_ended:
        yield "notice_to_month_end", "Månadsskifte har betydelse bara för avtal som gäller tills vidare."
    if terms.notice is None and (terms.renewal_months or terms.open_ended):
        yield "notice_months", "Uppsägningstiden saknas, så det går inte att räkna ut när avtalet måste sägas upp."


def _long_notice(terms: Terms, schedule: Schedule) -> _Found:
    notice = terms.notice
    if notice is None:
        return
    field = "notice_days" if notice.days else "notice_months"
    first_end = schedule.end_of(0)
    if terms.starts_on and first_end and notice.last_day_before(first_end) < terms.starts_on:
        yield field, "Uppsägningstiden är minst lika lång som första avtalstiden."
    renewed_end = schedule.end_of(1) if schedule.renewal else None
    if first_end and renewed_end and notice.last_day_before(renewed_end) <= first_end:
        yield field, "Uppsägningstiden är minst lika lång som förlängningen."


def _odd_days(terms: Terms, schedule: Schedule) -> _Found:
    given, start = terms.notice_given_on, terms.starts_on
    if given is not None and start is not None and given < start:
        yield "notice_given_on", f"Uppsägningen är daterad före startdagen {start}."
    last_end = None if schedule.renewal or terms.open_ended else schedule.end_of(len(schedule.marks) - 1)
    if given is not None and last_end is not None and given > last_end:
        yield "notice_given_on", f"Uppsägningen är daterad efter att avtalet löpte ut {last_end}."
    yield from _odd_decision_days(terms, schedule_of(terms, with_undecided=True) or schedule)


def _odd_decision_days(terms: Terms, options: Schedule) -> _Found:
    before: date | None = None
    for number, option in enumerate(terms.options[: len(options.marks)]):
        end, day, name = options.end_of(number), option.decision_day, f"Option {number + 1}"
        if day is None:
            if option.taken is None:
                yield "options", f"{name} saknar dag för beslut, så ingen påminnelse kan ges."
            continue
        if end is not None and day > end:
            yield "options", f"{name} ska beslutas {day}, efter att avtalstiden löpt ut {end}."
        elif terms.starts_on is not None and day < terms.starts_on:
            yield "options", f"{name} ska beslutas {day}, innan avtalet börjar gälla {terms.starts_on}."
        elif before is not None and day < before:
            yield "options", f"{name} ska beslutas {day}, före optionen innan, som ska beslutas {before}."
        before = day


def _end_by_months(terms: Terms) -> date | None:
    schedule = schedule_of(terms) if terms.first_term_months is not None else None
    return schedule.end_of(0) if schedule is not None else None
