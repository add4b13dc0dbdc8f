"""Main versions and following numbers of what people write as versions."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.version_numbers import BEFORE_NUMBER, major, next_version


@pytest.mark.parametrize(
    ("version", "number"),
    [
        ("5", 5),
        ("5.2", 5),
        ("v12.0.1", 12),
        ("Release 2024.1", 2024),
        ("Höst 2025 (R2)", 2025),
        ("0.9", 0),
        ("007", 7),
        ("", None),
        ("molntjänst", None),
        ("½", None),
        ("٣", None),
    ],
)
def test_the_main_version(version: str, number: int | None) -> None:
    assert major(version) == number


@given(st.text(alphabet=BEFORE_NUMBER, max_size=8), st.integers(0, 10**14), st.text(alphabet=string.ascii_letters))
def test_what_stands_before_and_after_the_number_does_not_matter(before: str, number: int, after: str) -> None:
    assert major(f"{before}{number}.{after}") == number


@given(st.text())
def test_any_text_has_a_main_version_or_none(version: str) -> None:
    assert (major(version) or 0) >= 0


@pytest.mark.parametrize(
    ("version", "following"),
    [("1", "2.0"), ("1.2", "2.0"), (" 9.1.4 ", "10.0"), ("", ""), ("2027", "2028.0"), ("A", "")],
)
def test_versions_are_numbered_on(version: str, following: str) -> None:
    assert next_version(version) == following
