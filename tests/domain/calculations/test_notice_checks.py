"""Mistakes in terms: each is said at its field, and what is only unusual is let through with a remark."""

from datetime import date

import pytest

from itadmin.domain.calculations.notice import Finding, Option, Terms, problems
from itadmin.domain.calculations.notice_checks import errors

GOOD = Terms(starts_on=date(2026, 1, 1), first_term_months=36, renewal_months=12, notice_months=3)
OPEN = Terms(starts_on=date(2026, 1, 1), open_ended=True, notice_months=3)
NBSP = "\u00a0"


@pytest.mark.parametrize(
    "terms",
    [
        GOOD,
        OPEN,
        OPEN._replace(month_end=True, first_term_months=12),
        Terms(),
        GOOD._replace(first_term_ends_on=date(2028, 12, 31)),
        GOOD._replace(renewal_months=0, notice_days=0),
        Terms(first_term_ends_on=date(2027, 5, 31)),
        GOOD._replace(renewal_months=None, options=(Option(12, taken=True), Option(12, date(2029, 6, 30)))),
        GOOD._replace(notice_given_on=date(2027, 1, 1)),
        GOOD._replace(renewal_months=None, notice_given_on=date(2028, 12, 31)),
        GOOD._replace(renewal_months=None, options=(Option(12, date(2028, 12, 31)),)),
        OPEN._replace(notice_given_on=date(2026, 1, 1)),
        GOOD._replace(renewal_months=None, options=(Option(12, taken=False), Option(12))),
        GOOD._replace(renewal_months=None, options=(Option(12, date(2026, 1, 1)), Option(12, date(2026, 1, 1)))),
        Terms(starts_on=date(1950, 1, 1), first_term_ends_on=date(2150, 1, 1)),
        Terms(starts_on=date(2026, 1, 1), first_term_months=599),
    ],
)
def test_ordinary_terms_give_no_problems(terms: Terms) -> None:
    assert problems(terms) == ()


@pytest.mark.parametrize(
    ("terms", "field", "sentence"),
    [
        (
            GOOD._replace(first_term_months=None, first_term_ends_on=date(2025, 12, 31)),
            "first_term_ends_on",
            "Sista giltighetsdagen 2025-12-31 ligger före startdagen 2026-01-01.",
        ),
        (
            GOOD._replace(first_term_ends_on=date(2029, 1, 1)),
            "first_term_ends_on",
            "Räknat i månader löper första avtalstiden ut 2028-12-31, inte 2029-01-01. Rätta det ena.",
        ),
        (GOOD._replace(starts_on=date(1899, 12, 31)), "starts_on", "Året måste vara minst 1900."),
        (GOOD._replace(notice_given_on=date(1, 1, 1)), "notice_given_on", "Året måste vara minst 1900."),
        (Terms(first_term_ends_on=date(1899, 1, 1)), "first_term_ends_on", "Året måste vara minst 1900."),
        (
            GOOD._replace(renewal_months=0, options=(Option(12, date(1800, 1, 1)),)),
            "options",
            "Året måste vara minst 1900.",
        ),
        (
            GOOD._replace(first_term_months=0),
            "first_term_months",
            f"Antalet månader måste ligga mellan 1 och 1{NBSP}200.",
        ),
        (
            GOOD._replace(first_term_months=1201),
            "first_term_months",
            f"Antalet månader måste ligga mellan 1 och 1{NBSP}200.",
        ),
        (GOOD._replace(renewal_months=-1), "renewal_months", f"Antalet månader måste ligga mellan 0 och 1{NBSP}200."),
        (GOOD._replace(notice_months=-1), "notice_months", f"Antalet månader måste ligga mellan 0 och 1{NBSP}200."),
        (GOOD._replace(notice_months=10**30), "notice_months", f"Antalet månader måste ligga mellan 0 och 1{NBSP}200."),
        (
            GOOD._replace(renewal_months=0, options=(Option(0),)),
            "options",
            f"Antalet månader måste ligga mellan 1 och 1{NBSP}200.",
        ),
        (
            GOOD._replace(notice_months=None, notice_days=36_501),
            "notice_days",
            f"Antalet dagar måste ligga mellan 0 och 36{NBSP}500.",
        ),
        (
            GOOD._replace(notice_months=None, notice_days=-1),
            "notice_days",
            f"Antalet dagar måste ligga mellan 0 och 36{NBSP}500.",
        ),
        (
            GOOD._replace(notice_days=30),
            "notice_days",
            "Uppsägningstiden kan anges i månader eller i dagar, inte båda.",
        ),
        (
            GOOD._replace(open_ended=True),
            "renewal_months",
            "Ett avtal som gäller tills vidare kan inte också förlängas i perioder.",
        ),
        (
            GOOD._replace(options=(Option(12),)),
            "options",
            "Ett avtal har antingen optioner eller automatisk förlängning. Ta bort det ena.",
        ),
        (
            OPEN._replace(options=(Option(12),)),
            "options",
            "Ett avtal som gäller tills vidare kan inte också ha optioner.",
        ),
        (
            GOOD._replace(renewal_months=None, options=(Option(12), Option(12, taken=True))),
            "options",
            "Option 2 är utnyttjad fast option 1 inte är det.",
        ),
        (
            GOOD._replace(renewal_months=None, options=(Option(12, taken=False), Option(12, taken=True))),
            "options",
            "Option 2 är utnyttjad fast option 1 inte är det.",
        ),
        (
            Terms(starts_on=date(9950, 1, 1), first_term_months=1200),
            "first_term_months",
            "Avtalstiden skulle sluta efter år 9999.",
        ),
        (
            Terms(starts_on=date(9950, 1, 1), first_term_months=601),
            "first_term_months",
            "Avtalstiden skulle sluta efter år 9999.",
        ),
        (
            Terms(first_term_ends_on=date(9800, 1, 1), options=(Option(1200), Option(1200))),
            "options",
            "Avtalstiden skulle sluta efter år 9999.",
        ),
        (
            OPEN._replace(notice_given_on=date(9999, 12, 1)),
            "notice_given_on",
            "Uppsägningstiden skulle löpa ut efter år 9999.",
        ),
        (
            OPEN._replace(notice_months=None, notice_days=31, notice_given_on=date(9999, 12, 1)),
            "notice_given_on",
            "Uppsägningstiden skulle löpa ut efter år 9999.",
        ),
        (
            OPEN._replace(notice_given_on=date(2025, 9, 30)),
            "notice_given_on",
            "Uppsägningstiden löper ut 2025-12-30, innan avtalet börjar gälla 2026-01-01.",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_field(terms: Terms, field: str, sentence: str) -> None:
    assert errors(terms) == (Finding(field, "fel", sentence),)
    assert problems(terms)[0] == Finding(field, "fel", sentence)


@pytest.mark.parametrize(
    ("terms", "field", "sentence"),
    [
        (
            GOOD._replace(starts_on=None),
            "starts_on",
            "Startdagen saknas, så det går inte att räkna ut när första avtalstiden löper ut.",
        ),
        (
            GOOD._replace(first_term_months=None),
            "first_term_months",
            "Första avtalstiden saknas, så det går inte att räkna ut när avtalet löper ut.",
        ),
        (
            Terms(starts_on=date(2026, 1, 1), options=(Option(12, taken=True),)),
            "first_term_months",
            "Första avtalstiden saknas, så det går inte att räkna ut när avtalet löper ut.",
        ),
        (GOOD._replace(starts_on=date(1900, 1, 1)), "starts_on", "Stämmer årtalet 1900?"),
        (
            Terms(first_term_ends_on=date(9999, 12, 31)),
            "first_term_ends_on",
            "Stämmer årtalet 9999? Saknar avtalet slutdag väljer du att det gäller tills vidare.",
        ),
        (GOOD._replace(first_term_months=1200), "first_term_months", f"Stämmer det? 1{NBSP}200 månader är 100 år."),
        (
            GOOD._replace(first_term_months=610),
            "first_term_months",
            "Stämmer det? 610 månader är 50 år och 10 månader.",
        ),
        (
            GOOD._replace(first_term_months=601),
            "first_term_months",
            "Stämmer det? 601 månader är 50 år och 1 månad.",
        ),
        (
            GOOD._replace(month_end=True),
            "notice_to_month_end",
            "Månadsskifte har betydelse bara för avtal som gäller tills vidare.",
        ),
        (
            GOOD._replace(notice_months=None),
            "notice_months",
            "Uppsägningstiden saknas, så det går inte att räkna ut när avtalet måste sägas upp.",
        ),
        (
            OPEN._replace(notice_months=None),
            "notice_months",
            "Uppsägningstiden saknas, så det går inte att räkna ut när avtalet måste sägas upp.",
        ),
        (GOOD._replace(notice_months=12), "notice_months", "Uppsägningstiden är minst lika lång som förlängningen."),
        (
            GOOD._replace(renewal_months=None, notice_months=36),
            "notice_months",
            "Uppsägningstiden är minst lika lång som första avtalstiden.",
        ),
        (
            GOOD._replace(renewal_months=1, notice_months=None, notice_days=31),
            "notice_days",
            "Uppsägningstiden är minst lika lång som förlängningen.",
        ),
        (
            GOOD._replace(notice_given_on=date(2025, 12, 31)),
            "notice_given_on",
            "Uppsägningen är daterad före startdagen 2026-01-01.",
        ),
        (
            GOOD._replace(renewal_months=None, notice_given_on=date(2029, 1, 1)),
            "notice_given_on",
            "Uppsägningen är daterad efter att avtalet löpte ut 2028-12-31.",
        ),
        (
            OPEN._replace(first_term_months=12, notice_given_on=date(2025, 9, 1)),
            "notice_given_on",
            "Uppsägningen är daterad före startdagen 2026-01-01.",
        ),
        (
            GOOD._replace(renewal_months=None, options=(Option(12, date(2028, 6, 30)), Option(12))),
            "options",
            "Option 2 saknar dag för beslut, så ingen påminnelse kan ges.",
        ),
        (
            GOOD._replace(renewal_months=None, options=(Option(12, date(2025, 12, 31)),)),
            "options",
            "Option 1 ska beslutas 2025-12-31, innan avtalet börjar gälla 2026-01-01.",
        ),
        (
            GOOD._replace(renewal_months=None, options=(Option(12, date(2028, 6, 30)), Option(12, date(2028, 6, 29)))),
            "options",
            "Option 2 ska beslutas 2028-06-29, före optionen innan, som ska beslutas 2028-06-30.",
        ),
        (
            GOOD._replace(renewal_months=None, options=(Option(12, date(2029, 1, 1)),)),
            "options",
            "Option 1 ska beslutas 2029-01-01, efter att avtalstiden löpt ut 2028-12-31.",
        ),
    ],
)
def test_what_is_unusual_but_lawful_is_remarked_on(terms: Terms, field: str, sentence: str) -> None:
    assert problems(terms) == (Finding(field, "anmarkning", sentence),)


def test_several_mistakes_are_said_at_once() -> None:
    terms = Terms(starts_on=date(1800, 1, 1), first_term_months=0, renewal_months=5000, notice_days=-1)
    assert [finding.field for finding in errors(terms)] == [
        "starts_on",
        "first_term_months",
        "renewal_months",
        "notice_days",
    ]


def test_contradictions_are_told_after_fields_out_of_bounds() -> None:
    terms = GOOD._replace(open_ended=True, options=(Option(0),))
    assert [finding.field for finding in errors(terms)] == ["options"]
    mended = terms._replace(options=(Option(12),))
    assert [finding.field for finding in errors(mended)] == ["renewal_months", "options", "options"]
