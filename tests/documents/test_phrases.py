"""Swedish wording: tables of cases."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.documents import phrases
from itadmin.domain.calculations.notice import Terms, evaluate


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 timmar"), (1, "1 timme"), (23, "23 timmar"), (24, "24 timmar"), (48, "2 dygn"), (50, "50 timmar")],
)
def test_hours(number: int, text: str) -> None:
    assert phrases.hours(number).replace("\u00a0", " ") == text


@pytest.mark.parametrize(("hundredths", "text"), [(2213, "22,13"), (10_000, "100,00"), (5, "0,05")])
def test_percent_below_a_heading(hundredths: int, text: str) -> None:
    assert phrases.percent_figure(hundredths) == text


def test_kronor_below_a_heading() -> None:
    assert phrases.kronor_figure(-425_590) == "\u22124\u00a0255,90"
    assert phrases.kronor_figure(-425_500, whole=True) == "\u22124\u00a0255"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("88", "§\u00a088"), (" §88 ", "§\u00a088"), ("§ 88", "§\u00a088"), ("Dnr-bilaga", "Dnr-bilaga"), ("", "")],
)
def test_a_paragraph_has_its_sign(typed: str, shown: str) -> None:
    assert phrases.paragraph_number(typed) == shown


@pytest.mark.parametrize(
    ("hundredths", "text"), [(9900, "99,0 %"), (9950, "99,5 %"), (9995, "99,95 %"), (10_000, "100,0 %")]
)
def test_levels_have_at_least_one_decimal(hundredths: int, text: str) -> None:
    assert phrases.level_percent(hundredths).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("number", "common", "neuter"),
    [(1, "en", "ett"), (2, "två", "två"), (12, "tolv", "tolv"), (13, "13", "13"), (-1, "-1", "-1")],
)
def test_numbers_in_words(number: int, common: str, neuter: str) -> None:
    assert phrases.number_word(number) == common
    assert phrases.number_word(number, neuter=True) == neuter


@pytest.mark.parametrize(
    ("typed", "text"),
    [(" Ett  två\ntre. ", "Ett två tre"), ("Slut...", "Slut"), ("kl. 8", "kl. 8"), ("", ""), (" . ", "")],
)
def test_typed_text_fits_into_a_sentence(typed: str, text: str) -> None:
    assert phrases.in_sentence(typed) == text


@pytest.mark.parametrize(
    ("text", "lower"), [("Vardagar kl. 8", "vardagar kl. 8"), ("IT-enheten", "IT-enheten"), ("A", "A"), ("", "")]
)
def test_only_words_are_lowered(text: str, lower: str) -> None:
    assert phrases.lowered(text) == lower


def test_raised_and_counted_and_days() -> None:
    assert phrases.raised("åtgärd") == "Åtgärd"
    assert phrases.raised("") == ""
    assert phrases.counted(1, "månad", "månader") == "1\u00a0månad"
    assert phrases.counted(12_000, "månad", "månader") == "12\u00a0000\u00a0månader"
    assert phrases.day_in_words(date(2027, 1, 1)) == "den\u00a01\u00a0januari\u00a02027"


@pytest.mark.parametrize(
    ("interval", "text"), [("kvartal", "en gång i kvartalet"), ("1461.vecka", "1461.vecka"), ("", "")]
)
def test_frequencies(interval: str, text: str) -> None:
    assert phrases.frequency(interval) == text


@given(st.text())
def test_nothing_typed_makes_a_sentence_fail(text: str) -> None:
    written = phrases.in_sentence(text)
    assert not written.endswith(".")
    assert "\n" not in written


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ((), ""),
        (("hälso- och sjukvård",), "hälso- och sjukvård"),
        (("lön", "schema"), "lön och schema"),
        (("avgifter", "hälso- och sjukvård"), "avgifter samt hälso- och sjukvård"),
        (("hälso- och sjukvård", "avgifter"), "hälso- och sjukvård samt avgifter"),
        (("lön", "schema och resor"), "lön, schema och resor"),
        (("plan och bygg", "mark och karta"), "plan och bygg samt mark och karta"),
    ],
)
def test_names_with_an_och_of_their_own(names: tuple[str, ...], text: str) -> None:
    assert phrases.listed_names(names) == text


def test_support_hours_never_become_dygn() -> None:
    assert phrases.hours(120) == "5\u00a0dygn"
    assert phrases.hours(120, in_days=False) == "120\u00a0timmar"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 6, 30), "2027-06-30"),
        (date(2027, 7, 1), "2027-06-30 (passerad), nästa 2028-06-30"),
        (date(2028, 1, 1), "2028-06-30"),
    ],
)
def test_a_notice_day_that_is_past_names_the_next(day: date, words: str) -> None:
    terms = Terms(starts_on=date(2027, 1, 1), first_term_months=12, renewal_months=12, notice_months=6)
    assert phrases.notice_day_words(evaluate(terms, day)) == words
    fixed = Terms(starts_on=date(2027, 1, 1), first_term_months=12, notice_months=6)
    assert "nästa" not in phrases.notice_day_words(evaluate(fixed, day))
    assert phrases.notice_day_words(evaluate(Terms(starts_on=date(2027, 1, 1), open_ended=True), day)) == ""


@pytest.mark.parametrize(
    ("name", "whose"),
    [("Bengtsfors kommun", "Bengtsfors kommuns"), ("Fyrbodals", "Fyrbodals"), ("IT-AX", "IT-AX"), ("", "")],
)
def test_whose_something_is(name: str, whose: str) -> None:
    assert phrases.genitive(name) == whose
