"""The line of an agreement in a list of things to do, word for word in each situation."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.notice import Option, Terms, evaluate
from itadmin.domain.calculations.notice_lines import About, Line, definite, line
from itadmin.domain.calculations.notice_turns import Situation
from itadmin.domain.calendar import is_working_day, previous_working_day

LIFECARE = Terms(starts_on=date(2024, 6, 1), first_term_months=36, renewal_months=12, notice_months=3)
FIXED = Terms(starts_on=date(2025, 1, 1), first_term_months=24, notice_months=3)
OPEN = Terms(starts_on=date(2025, 1, 1), open_ended=True, notice_months=3)
BOUND = OPEN._replace(first_term_months=24)
OPTIONS = FIXED._replace(options=(Option(12, date(2026, 12, 6)),))
TODAY = date(2026, 12, 6)
NBSP = "\u00a0"
ABOUT = About("Supportavtal", ("Lifecare",), "Support 2024", 41_200_000)
PRICE = f"412{NBSP}000{NBSP}kr om året"
S = "Supportavtalet för Lifecare"


def told(terms: Terms, day: date, about: About = ABOUT) -> Line:
    found = line(evaluate(terms, day), about)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("terms", "day", "expected"),
    [
        pytest.param(
            LIFECARE,
            TODAY,
            Line(
                Situation.RENEWS,
                date(2027, 2, 28),
                date(2027, 2, 26),
                f"{S} förlängs 12 månader om det inte sägs upp senast söndag 28 februari, alltså fredag 26 februari"
                f" — 84 dagar kvar, {PRICE}",
            ),
            id="renews unless noticed",
        ),
        pytest.param(
            LIFECARE,
            date(2027, 2, 27),
            Line(
                Situation.RENEWS,
                date(2027, 2, 28),
                date(2027, 2, 26),
                f"{S} förlängs 12 månader om det inte sägs upp senast söndag 28 februari — 1 dag kvar, {PRICE}",
            ),
            id="the working day before is past",
        ),
        pytest.param(
            LIFECARE._replace(renewal_months=1, notice_months=1),
            date(2027, 4, 30),
            Line(
                Situation.RENEWS,
                date(2027, 4, 30),
                date(2027, 4, 30),
                f"{S} förlängs 1 månad om det inte sägs upp senast fredag 30 april — i dag, {PRICE}",
            ),
            id="the last day",
        ),
        pytest.param(
            LIFECARE,
            date(2027, 3, 1),
            Line(
                Situation.RENEWED,
                date(2028, 2, 29),
                date(2028, 2, 29),
                f"{S} förlängs 12 månader till och med onsdag 31 maj 2028, för sista dag att säga upp var söndag 28"
                f" februari; nästa är tisdag 29 februari 2028 — 365 dagar kvar, {PRICE}",
            ),
            id="renewed, next chance",
        ),
        pytest.param(
            LIFECARE._replace(notice_months=18),
            date(2026, 9, 20),
            Line(
                Situation.RENEWED,
                date(2026, 11, 30),
                date(2026, 11, 30),
                f"{S} förlängs 12 månader till och med onsdag 31 maj 2028, för sista dag att säga upp var söndag 30"
                f" november 2025; nästa är måndag 30 november — 71 dagar kvar, {PRICE}",
            ),
            id="renewed, notice longer than the renewal",
        ),
        pytest.param(
            LIFECARE._replace(first_term_months=None, first_term_ends_on=date(9999, 12, 31)),
            date(9999, 10, 1),
            Line(
                Situation.RENEWED,
                None,
                None,
                f"{S} förlängs 12 månader, för sista dag att säga upp var torsdag 30 september — {PRICE}",
            ),
            id="renewed beyond the calendar",
        ),
        pytest.param(
            LIFECARE._replace(notice_months=None),
            TODAY,
            Line(
                Situation.NO_NOTICE_TIME,
                date(2027, 5, 31),
                None,
                f"{S} förlängs 12 månader efter måndag 31 maj, men uppsägningstiden saknas — 176 dagar kvar, {PRICE}",
            ),
            id="renewed, notice not known",
        ),
        pytest.param(
            LIFECARE._replace(notice_given_on=TODAY),
            TODAY,
            Line(
                Situation.NOTICED,
                date(2027, 5, 31),
                None,
                f"{S} är uppsagt och upphör måndag 31 maj — 176 dagar kvar, {PRICE}",
            ),
            id="noticed",
        ),
        pytest.param(
            LIFECARE._replace(notice_given_on=date(2026, 12, 7)),
            TODAY,
            Line(
                Situation.NOTICED,
                date(2027, 5, 31),
                None,
                f"{S} har en uppsägning daterad måndag 7 december och upphör måndag 31 maj — 176 dagar kvar, {PRICE}",
            ),
            id="ahead of a notice",
        ),
        pytest.param(
            Terms(
                first_term_ends_on=date(9999, 6, 30),
                renewal_months=12,
                notice_months=3,
                notice_given_on=date(9999, 5, 1),
            ),
            date(9999, 6, 1),
            Line(Situation.NOTICED, None, None, f"{S} är uppsagt och upphör först efter år 9999 — {PRICE}"),
            id="noticed beyond the calendar",
        ),
        pytest.param(
            LIFECARE._replace(notice_given_on=TODAY),
            date(2027, 6, 1),
            Line(
                Situation.ENDED,
                date(2027, 5, 31),
                None,
                f"{S} upphörde måndag 31 maj efter uppsägning — 1 dag sedan, {PRICE}",
            ),
            id="ended by notice",
        ),
        pytest.param(
            FIXED,
            date(2026, 9, 1),
            Line(
                Situation.ENDS,
                date(2026, 12, 31),
                None,
                f"{S} löper ut torsdag 31 december och förlängs inte — 121 dagar kvar, {PRICE}",
            ),
            id="ends",
        ),
        pytest.param(
            FIXED._replace(options=(Option(12, taken=True), Option(12, taken=False))),
            TODAY,
            Line(
                Situation.ENDS,
                date(2027, 12, 31),
                None,
                f"{S} löper ut fredag 31 december 2027 och förlängs inte — 390 dagar kvar, {PRICE}",
            ),
            id="ends with the option that was taken",
        ),
        pytest.param(
            FIXED,
            date(2027, 1, 31),
            Line(
                Situation.ENDED,
                date(2026, 12, 31),
                None,
                f"{S} löpte ut torsdag 31 december och förlängdes inte — 31 dagar sedan, {PRICE}",
            ),
            id="ended",
        ),
        pytest.param(
            OPTIONS,
            date(2026, 12, 1),
            Line(
                Situation.OPTION,
                date(2026, 12, 6),
                date(2026, 12, 4),
                f"{S} löper ut torsdag 31 december om inte option 1 på 12 månader utnyttjas senast söndag 6 december,"
                f" alltså fredag 4 december — 5 dagar kvar, {PRICE}",
            ),
            id="option to decide",
        ),
        pytest.param(
            OPTIONS,
            date(2026, 12, 8),
            Line(
                Situation.OPTION,
                date(2026, 12, 6),
                None,
                f"{S} löper ut torsdag 31 december om inte option 1 på 12 månader utnyttjas; det skulle ha beslutats"
                f" senast söndag 6 december — 2 dagar sedan, {PRICE}",
            ),
            id="option that should have been decided",
        ),
        pytest.param(
            OPTIONS._replace(options=(Option(1),)),
            TODAY,
            Line(
                Situation.OPTION,
                date(2026, 12, 31),
                None,
                f"{S} löper ut torsdag 31 december om inte option 1 på 1 månad utnyttjas; dag för beslut saknas"
                f" — 25 dagar kvar, {PRICE}",
            ),
            id="option without a day",
        ),
        pytest.param(
            OPTIONS,
            date(2027, 1, 2),
            Line(
                Situation.ENDED,
                date(2026, 12, 31),
                None,
                f"{S} löpte ut torsdag 31 december, och option 1 på 12 månader är inte registrerad som utnyttjad"
                f" — 2 dagar sedan, {PRICE}",
            ),
            id="ended with an option undecided",
        ),
        pytest.param(
            BOUND,
            date(2026, 9, 20),
            Line(
                Situation.GOES_ON,
                date(2026, 9, 30),
                date(2026, 9, 30),
                f"{S} gäller tills vidare efter torsdag 31 december om det inte sägs upp senast onsdag 30 september"
                f" — 10 dagar kvar, {PRICE}",
            ),
            id="bound, then open-ended",
        ),
        pytest.param(
            BOUND,
            TODAY,
            Line(
                Situation.GOES_ON,
                date(2026, 12, 31),
                None,
                f"{S} gäller tills vidare efter torsdag 31 december, för sista dag att säga upp var onsdag 30"
                f" september — 25 dagar kvar, {PRICE}",
            ),
            id="bound, the day is past",
        ),
        pytest.param(
            BOUND._replace(notice_months=None),
            TODAY,
            Line(
                Situation.NO_NOTICE_TIME,
                date(2026, 12, 31),
                None,
                f"{S} gäller tills vidare efter torsdag 31 december, men uppsägningstiden saknas"
                f" — 25 dagar kvar, {PRICE}",
            ),
            id="bound, notice not known",
        ),
        pytest.param(
            Terms(first_term_months=12),
            TODAY,
            Line(
                Situation.UNKNOWN,
                None,
                None,
                f"{S} kan inte bevakas. Startdagen saknas, så det går inte att räkna ut när första avtalstiden löper"
                " ut",
            ),
            id="start not known",
        ),
        pytest.param(
            FIXED._replace(first_term_ends_on=date(2024, 1, 1)),
            TODAY,
            Line(
                Situation.UNKNOWN,
                None,
                None,
                f"{S} kan inte bevakas. Sista giltighetsdagen 2024-01-01 ligger före startdagen 2025-01-01",
            ),
            id="contradictory",
        ),
    ],
)
def test_the_line(terms: Terms, day: date, expected: Line) -> None:
    assert told(terms, day) == expected


@pytest.mark.parametrize("terms", [OPEN, OPEN._replace(month_end=True), OPEN._replace(notice_months=None)])
def test_there_is_nothing_to_do_about_what_goes_on_until_further_notice(terms: Terms) -> None:
    assert line(evaluate(terms, TODAY), ABOUT) is None


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Supportavtal", "Supportavtalet"),
        ("Driftöverenskommelse", "Driftöverenskommelsen"),
        ("Leasing- eller hyresavtal", "Leasing- eller hyresavtalet"),
        ("Ramavtal eller avrop", "Avtalet"),
        ("Avtal om gemensamt personuppgiftsansvar", "Avtalet om gemensamt personuppgiftsansvar"),
        ("Beställning", "Avtalet"),
        ("", "Avtalet"),
    ],
)
def test_a_kind_in_definite_form(kind: str, expected: str) -> None:
    assert definite(kind) == expected


@pytest.mark.parametrize(
    ("about", "begins"),
    [
        (About("Licensavtal", ("Lifecare", "Treserva")), "Licensavtalet för Lifecare och Treserva löper ut"),
        (About("Licensavtal", ("Lifecare", "Treserva", "Viva")), "Licensavtalet för Lifecare och 2 andra system löper"),
        (About("Samverkansavtal", (), "IT i Dalsland"), "Samverkansavtalet IT i Dalsland löper ut"),
        (About("Ramavtal eller avrop", (), "Ramavtal datorer 2024"), "Ramavtal datorer 2024 löper ut"),
        (About("Driftöverenskommelse", (), "Driftöverenskommelse nät"), "Driftöverenskommelse nät löper ut"),
        (About("", (), "Nät"), "Avtalet Nät löper ut"),
        (About(), "Avtalet löper ut"),
    ],
)
def test_what_the_agreement_is_called(about: About, begins: str) -> None:
    assert told(FIXED, TODAY, about).sentence.startswith(begins)


def test_an_overenskommelse_is_not_neuter() -> None:
    about = About("Driftöverenskommelse", ("Lifecare",))
    assert told(LIFECARE, TODAY, about).sentence.startswith(
        "Driftöverenskommelsen för Lifecare förlängs 12 månader om den inte sägs upp senast"
    )
    noticed = told(LIFECARE._replace(notice_given_on=TODAY), TODAY, about)
    assert noticed.sentence == "Driftöverenskommelsen för Lifecare är uppsagd och upphör måndag 31 maj — 176 dagar kvar"


@pytest.mark.parametrize("price", [None, 0])
def test_no_price_is_said_where_there_is_none(price: int | None) -> None:
    sentence = told(FIXED, TODAY, ABOUT._replace(annual_price=price)).sentence
    assert sentence == f"{S} löper ut torsdag 31 december och förlängs inte — 25 dagar kvar"


def test_many_days_stand_in_threes() -> None:
    assert f"— 2{NBSP}912{NBSP}103 dagar kvar" in told(Terms(first_term_ends_on=date(9999, 12, 31)), TODAY).sentence


DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
TERMS = st.builds(
    Terms,
    starts_on=st.none() | DAYS,
    first_term_months=st.none() | st.integers(1, 60),
    renewal_months=st.none() | st.integers(0, 24),
    notice_months=st.none() | st.integers(0, 18),
    open_ended=st.booleans(),
    notice_given_on=st.none() | DAYS,
    options=st.just(()) | st.tuples(st.builds(Option, st.integers(1, 24), st.none() | DAYS, st.none() | st.booleans())),
)


@given(TERMS, DAYS)
def test_a_line_holds_what_the_days_say(terms: Terms, day: date) -> None:
    state = evaluate(terms, day)
    found = line(state, ABOUT)
    if found is None:
        assert state.terms.open_ended
        assert state.term_ends_on is None
        return
    assert found.sentence.startswith(S)
    assert "None" not in found.sentence
    assert not found.sentence.endswith(".")
    assert (found.day is None) == (found.situation is Situation.UNKNOWN)
    if found.situation in (Situation.RENEWS, Situation.RENEWED):
        assert found.day == state.next_notice_day
        assert (found.situation is Situation.RENEWS) == (state.next_notice_day == state.last_notice_day)
    if found.situation in (Situation.ENDS, Situation.ENDED):
        assert found.day == state.ends_on
    if found.act_by is not None:
        assert found.day is not None
        assert found.act_by == (found.day if is_working_day(found.day) else previous_working_day(found.day))
        assert day <= found.day
        assert found.day - found.act_by < timedelta(days=7)
