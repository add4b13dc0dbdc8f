"""Kronor and percentages: what is written, what is read, and that the two are each other's inverse."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.money import (
    LARGEST_ORE,
    LARGEST_PERCENT,
    format_kronor,
    format_percent,
    format_whole_kronor,
    parse_kronor,
    parse_percent,
)

NBSP = "\u00a0"
MINUS = "\u2212"


@pytest.mark.parametrize(
    ("ore", "expected", "whole"),
    [
        (123_450, f"1{NBSP}234,50{NBSP}kr", f"1{NBSP}234,50{NBSP}kr"),
        (14_800_000, f"148{NBSP}000,00{NBSP}kr", f"148{NBSP}000{NBSP}kr"),
        (-1250, f"{MINUS}12,50{NBSP}kr", f"{MINUS}12,50{NBSP}kr"),
        (-100, f"{MINUS}1,00{NBSP}kr", f"{MINUS}1{NBSP}kr"),
        (0, f"0,00{NBSP}kr", f"0{NBSP}kr"),
        (5, f"0,05{NBSP}kr", f"0,05{NBSP}kr"),
        (-5, f"{MINUS}0,05{NBSP}kr", f"{MINUS}0,05{NBSP}kr"),
        (2_260_000_000, f"22{NBSP}600{NBSP}000,00{NBSP}kr", f"22{NBSP}600{NBSP}000{NBSP}kr"),
    ],
)
def test_amounts_are_written_as_in_sweden(ore: int, expected: str, whole: str) -> None:
    assert format_kronor(ore) == expected
    assert format_kronor(ore, whole=True) == whole


@pytest.mark.parametrize(
    ("ore", "kronor"),
    [(149, "1"), (150, "2"), (-149, f"{MINUS}1"), (-150, f"{MINUS}2"), (-49, "0"), (0, "0"), (123_449, f"1{NBSP}234")],
)
def test_whole_kronor_are_the_nearest(ore: int, kronor: str) -> None:
    assert format_whole_kronor(ore) == f"{kronor}{NBSP}kr"


@pytest.mark.parametrize(
    ("written", "ore"),
    [
        ("1 234,50 kr", 123_450),
        (f"1{NBSP}234,50{NBSP}kr", 123_450),
        ("1\u202f234,50\u2009kr", 123_450),
        ("148000", 14_800_000),
        ("148 000 kr.", 14_800_000),
        ("148 000 SEK", 14_800_000),
        (f"{MINUS}12,5", -1250),
        ("-12,5", -1250),
        ("\u201312,5", -1250),
        ("+12,5", 1250),
        ("- 12,5", -1250),
        ("1.234,50", 123_450),
        ("1.234", 123_400),
        ("1.234.567", 123_456_700),
        ("1234.5", 123_450),
        ("1 234:50", 123_450),
        ("500:-", 50_000),
        ("148 000,- kr", 14_800_000),
        ("412 tkr", 41_200_000),
        ("412tkr", 41_200_000),
        ("22,6 mkr", 2_260_000_000),
        ("22,6 Mnkr", 2_260_000_000),
        ("1.5 mkr", 150_000_000),
        ("0,00001 tkr", 1),
        ("0", 0),
        ("-0", 0),
        ("007", 700),
        ("12,50000", 1250),
        ("10 000 000 000 000", LARGEST_ORE),
    ],
)
def test_amounts_are_read_as_people_write_them(written: str, ore: int) -> None:
    assert parse_kronor(written) == ore


@pytest.mark.parametrize(
    "written",
    [
        "",
        "kr",
        "gratis",
        "12 kr 50",
        "1 23,50",
        "1 2345",
        "1,234,567",
        "1,234.50",
        "1.23.456",
        "12,",
        ",5",
        "--5",
        "5-",
        "12 euro",
        "1e6",
        "١٢",
        "12²",
        "0x10",
        "NaN",
        "12\x00",
        "9" * 100_000,
    ],
)
def test_what_is_no_amount_is_refused_in_swedish(written: str) -> None:
    with pytest.raises(ValueError, match="Det går inte att läsa som ett belopp"):
        parse_kronor(written)


@pytest.mark.parametrize("written", ["1,234", "0,001", "12,505 kr", "0,000001 tkr"])
def test_nothing_finer_than_an_ore_is_rounded(written: str) -> None:
    with pytest.raises(ValueError, match="finare än hela ören"):
        parse_kronor(written)


def test_a_dot_that_could_mean_two_things_is_refused() -> None:
    with pytest.raises(ValueError, match="två saker"):
        parse_kronor("1.234 mkr")


@pytest.mark.parametrize("written", ["10 000 000 000 000,01", "-99999999999999", "99999999 mkr"])
def test_amounts_beyond_reason_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match="orimligt stort"):
        parse_kronor(written)


@given(st.integers(-LARGEST_ORE, LARGEST_ORE), st.booleans())
def test_a_written_amount_is_read_back(ore: int, whole: bool) -> None:
    assert parse_kronor(format_kronor(ore, whole=whole)) == ore


@pytest.mark.parametrize(
    ("hundredths", "expected"),
    [
        (9950, f"99,5{NBSP}%"),
        (9995, f"99,95{NBSP}%"),
        (9905, f"99,05{NBSP}%"),
        (10_000, f"100{NBSP}%"),
        (0, f"0{NBSP}%"),
        (-250, f"{MINUS}2,5{NBSP}%"),
        (123_400, f"1{NBSP}234{NBSP}%"),
    ],
)
def test_percentages_are_written_as_in_sweden(hundredths: int, expected: str) -> None:
    assert format_percent(hundredths) == expected


@pytest.mark.parametrize(
    ("written", "hundredths"),
    [
        ("99,5 %", 9950),
        ("99.5", 9950),
        ("99,95procent", 9995),
        (f"99,9{NBSP}%", 9990),
        ("100", 10_000),
        (f"{MINUS}2,5 %", -250),
        ("0,500", 50),
    ],
)
def test_percentages_are_read_as_people_write_them(written: str, hundredths: int) -> None:
    assert parse_percent(written) == hundredths


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "läsa som en procentsats"),
        ("hög", "läsa som en procentsats"),
        ("99,5 promille", "läsa som en procentsats"),
        ("99,5,5", "läsa som en procentsats"),
        ("99,999", "högst två decimaler"),
        ("99999999", "orimligt stor"),
        ("9" * 100_000, "läsa som en procentsats"),
    ],
)
def test_what_is_no_percentage_is_refused_in_swedish(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_percent(written)


@given(st.integers(-LARGEST_PERCENT, LARGEST_PERCENT))
def test_a_written_percentage_is_read_back(hundredths: int) -> None:
    assert parse_percent(format_percent(hundredths)) == hundredths


@given(st.text(max_size=30), st.sampled_from([parse_kronor, parse_percent]))
def test_whatever_is_written_is_a_number_or_a_value_error(written: str, parse: Callable[[str], int]) -> None:
    try:
        assert isinstance(parse(written), int)
    except ValueError:
        return
