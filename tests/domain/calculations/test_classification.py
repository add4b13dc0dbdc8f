"""What a classification leads to."""

from datetime import date

import pytest

from itadmin.domain.calculations.classification import enhanced_protection, highest, next_review, suggested_criticality


@pytest.mark.parametrize(
    ("levels", "criticality", "enhanced"),
    [
        ((), "", None),
        (("", "", ""), "", None),
        (("0", "", ""), "lag", False),
        (("1", "0", "1"), "lag", False),
        (("2", "1", "0"), "medel", False),
        (("0", "3", "1"), "hog", True),
        (("0", "0", "4"), "kritisk", True),
    ],
)
def test_the_highest_level_decides(levels: tuple[str, ...], criticality: str, enhanced: bool | None) -> None:
    assert suggested_criticality(levels) == criticality
    assert enhanced_protection(levels) is enhanced


def test_only_levels_count() -> None:
    assert highest(["2", "", "0"]) == 2
    assert highest(["", ""]) is None


@pytest.mark.parametrize(
    ("reviewed", "again"),
    [(None, None), (date(2026, 3, 1), date(2027, 3, 1)), (date(2024, 2, 29), date(2025, 2, 28))],
)
def test_a_review_holds_for_twelve_months(reviewed: date | None, again: date | None) -> None:
    assert next_review(reviewed) == again
