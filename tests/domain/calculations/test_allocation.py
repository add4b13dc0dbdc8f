"""Sharing a cost: the reference figures, and that nothing is ever lost or made."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.allocation import percent_of, shares, signed_shares, weights_of

INHABITANTS = {"1438": 4606, "1439": 6376, "1460": 9076, "1461": 9052, "1492": 11906}
WITHOUT_AMAL = {code: number for code, number in INHABITANTS.items() if code != "1492"}


@pytest.mark.parametrize(
    ("model", "total", "inhabitants", "amounts"),
    [
        ("BEFOLKNING", 100_000_000, INHABITANTS, (11_229_764, 15_545_153, 22_127_950, 22_069_436, 29_027_697)),
        ("FAST_RORLIG", 100_000_000, INHABITANTS, (12_983_811, 16_436_123, 21_702_360, 21_655_549, 27_222_157)),
        ("BEFOLKNING", 100_000_000, WITHOUT_AMAL, (15_822_741, 21_903_126, 31_178_289, 31_095_844)),
        ("BEFOLKNING", 100_00, INHABITANTS, (11_23, 15_54, 22_13, 22_07, 29_03)),
        ("LIKA", 100_00, INHABITANTS, (20_00,) * 5),
        ("LIKA", 100_02, INHABITANTS, (20_01, 20_01, 20_00, 20_00, 20_00)),
        ("LIKA", 0, INHABITANTS, (0,) * 5),
    ],
)
def test_the_reference_figures(model: str, total: int, inhabitants: dict[str, int], amounts: tuple[int, ...]) -> None:
    assert shares(total, weights_of(model, inhabitants)) == dict(zip(inhabitants, amounts, strict=True))


def test_ties_go_to_the_lowest_code_in_whatever_order_they_come() -> None:
    assert shares(1, {"1492": 1, "1438": 1, "1460": 1}) == {"1492": 0, "1438": 1, "1460": 0}


@pytest.mark.parametrize(("total", "weights"), [(-1, {"1438": 1}), (1, {}), (1, {"1438": 0}), (1, {"1": 2, "2": -1})])
def test_what_cannot_be_shared_is_refused(total: int, weights: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="a cost of zero or more"):
        shares(total, weights)


def test_other_models_are_not_decided_by_inhabitants() -> None:
    assert weights_of("ANVANDARE", INHABITANTS) == {}


@pytest.mark.parametrize(
    ("weight", "whole", "percent"), [(9076, 41016, 22_13), (1, 1, 100_00), (1, 3, 33_33), (2, 3, 66_67), (1, 20000, 1)]
)
def test_percent_is_shown_with_two_decimals(weight: int, whole: int, percent: int) -> None:
    assert percent_of(weight, whole) == percent


@given(
    total=st.integers(0, 10**14),
    weights=st.dictionaries(st.from_regex(r"[0-9]{4}", fullmatch=True), st.integers(0, 10**7), min_size=1).filter(
        lambda weights: any(weights.values())
    ),
)
def test_every_ore_is_shared_and_nobody_is_off_by_one(total: int, weights: dict[str, int]) -> None:
    whole = sum(weights.values())
    amounts = shares(total, weights)
    assert sum(amounts.values()) == total
    assert all(abs(amounts[code] - Fraction(total * weight, whole)) < 1 for code, weight in weights.items())


def test_what_is_got_back_is_shared_like_what_is_paid() -> None:
    weights = {"1460": 2, "1438": 1}
    assert signed_shares(-100, weights) == {code: -part for code, part in shares(100, weights).items()}
    assert signed_shares(100, weights) == shares(100, weights)
