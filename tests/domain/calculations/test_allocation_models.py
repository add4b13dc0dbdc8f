"""Every model of sharing: the reference figures, what time does to them, and what cannot be shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.allocation_models import (
    MODELS,
    RESTS,
    Grounds,
    Model,
    Stretch,
    carried,
    divided,
    unnumbered,
)

INHABITANTS = {"1438": 4606, "1439": 6376, "1460": 9076, "1461": 9052, "1492": 11906}
ALL = frozenset(INHABITANTS)
FOUR = ALL - {"1492"}
MILLION = 1_000_000_00
TWO = frozenset({"1438", "1460"})
NUMBERS = {"1438": 100, "1460": 300}
USERS, UNITS = {"ANVANDARE": NUMBERS}, {"ENHETER": NUMBERS}
KEYS = Grounds(
    numbers={"ANVANDARE": {"1438": 1, "1460": 3}, "ENHETER": {"1438": 9, "1460": 1}},
    weights={"ANVANDARE": 60_00, "ENHETER": 40_00},
)


def once(codes: frozenset[str]) -> tuple[Stretch, ...]:
    return (Stretch(1, codes),)


@pytest.mark.parametrize(
    ("model", "amount", "codes", "amounts"),
    [
        ("BEFOLKNING", MILLION, ALL, (112_297_64, 155_451_53, 221_279_50, 220_694_36, 290_276_97)),
        ("FAST_RORLIG", MILLION, ALL, (129_838_11, 164_361_23, 217_023_60, 216_555_49, 272_221_57)),
        ("BEFOLKNING", MILLION, FOUR, (158_227_41, 219_031_26, 311_782_89, 310_958_44)),
        ("BEFOLKNING", 100_00, ALL, (11_23, 15_54, 22_13, 22_07, 29_03)),
        ("LIKA", 100_02, ALL, (20_01, 20_01, 20_00, 20_00, 20_00)),
        ("BEFOLKNING", 0, ALL, (0, 0, 0, 0, 0)),
    ],
)
def test_the_reference_figures_hold_to_the_ore(
    model: str, amount: int, codes: frozenset[str], amounts: tuple[int, ...]
) -> None:
    shared = carried(amount, Model(model), Grounds(INHABITANTS), once(codes))
    assert shared == dict(zip(sorted(codes), amounts, strict=True))


@pytest.mark.parametrize(
    ("model", "grounds", "amounts"),
    [
        (Model("ANVANDARE"), Grounds(numbers=USERS), (250_00, 750_00)),
        (Model("ENHETER"), Grounds(numbers=UNITS), (250_00, 750_00)),
        (Model("HISTORISK"), Grounds(numbers={"HISTORISK": {"1438": 400_00, "1460": 100_00}}), (800_00, 200_00)),
        (Model("VIKTAD"), KEYS, (510_00, 490_00)),
        (Model("FAST_BELOPP", "LIKA"), Grounds(amounts={"1438": 200_00}), (600_00, 400_00)),
        (Model("FAST_BELOPP", "ANVANDARE"), Grounds(numbers=USERS, amounts={"1460": 200_00}), (200_00, 800_00)),
        (Model("FAST_BELOPP"), Grounds(INHABITANTS, amounts={"1438": 600_00, "1460": 400_00}), (600_00, 400_00)),
        (Model("FAST_BELOPP", "VIKTAD"), replace(KEYS, amounts={"1438": 500_00}), (755_00, 245_00)),
        (Model("VIKTAD"), Grounds(NUMBERS, weights={"LIKA": 1, "BEFOLKNING": 1}), (375_00, 625_00)),
        (Model("DIREKT"), Grounds(amounts={"1438": 1_00, "1460": 999_00}), (1_00, 999_00)),
        (Model("FAST_RORLIG"), Grounds(NUMBERS, fixed_share=50_00), (375_00, 625_00)),
        (Model("FAST_RORLIG"), Grounds(NUMBERS, fixed_share=100_00), (500_00, 500_00)),
    ],
)
def test_the_models_that_no_reference_has(model: Model, grounds: Grounds, amounts: tuple[int, int]) -> None:
    assert carried(1000_00, model, grounds, once(TWO)) == dict(zip(sorted(TWO), amounts, strict=True))


def test_who_comes_half_way_carries_nothing_of_what_was_before() -> None:
    times = (Stretch(6, frozenset({"1438"})), Stretch(6, TWO))
    assert carried(1000_00, Model("LIKA"), Grounds(), times) == {"1438": 750_00, "1460": 250_00}


def test_a_longer_stretch_is_more_of_the_cost() -> None:
    times = (Stretch(3, frozenset({"1438"})), Stretch(9, TWO))
    assert carried(1000_00, Model("LIKA"), Grounds(), times) == {"1438": 625_00, "1460": 375_00}


def test_agreed_amounts_are_of_the_time_one_takes_part() -> None:
    times = (Stretch(1, frozenset({"1438"})), Stretch(1, TWO))
    shared = carried(1000_00, Model("FAST_BELOPP", "LIKA"), Grounds(amounts={"1460": 400_00}), times)
    assert shared == {"1438": 500_00 + 150_00, "1460": 200_00 + 150_00}


@pytest.mark.parametrize(
    ("amount", "model", "grounds", "times", "sentence"),
    [
        (-1, "LIKA", Grounds(), once(TWO), "noll eller mer"),
        (1, "LIKA", Grounds(), (), "Ingen deltar"),
        (1, "LIKA", Grounds(), (Stretch(1, TWO), Stretch(1, frozenset())), "en del av perioden"),
        (1, "OKÄND", Grounds(INHABITANTS), once(TWO), "vilken modell"),
        (1, "OKÄND", Grounds(), once(TWO), "vilken modell"),
        (1, "ANVANDARE", Grounds(numbers={"ANVANDARE": {"1438": 0, "1460": 0}}), once(TWO), "över noll"),
        (1, "ANVANDARE", Grounds(numbers={"ANVANDARE": {"1438": 2, "1460": -1}}), once(TWO), "under noll"),
        (1, "VIKTAD", Grounds(), once(TWO), "nycklarna"),
        (1, "VIKTAD", Grounds(weights={"VIKTAD": 1}), once(TWO), "nycklarna"),
        (99, "FAST_BELOPP", Grounds(INHABITANTS, amounts={"1438": 100}), once(TWO), "större än kostnaden"),
        (99, "DIREKT", Grounds(amounts={"1438": 50, "1460": 50}), once(TWO), "hela beloppet"),
    ],
)
def test_what_cannot_be_shared_says_why(
    amount: int, model: str, grounds: Grounds, times: tuple[Stretch, ...], sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        carried(amount, Model(model), grounds, times)


@pytest.mark.parametrize("rest", ["", "DIREKT", "FAST_BELOPP", "OKÄND"])
def test_what_is_left_is_not_shared_by_what_is_agreed(rest: str) -> None:
    with pytest.raises(ValueError, match="resten av den"):
        carried(99, Model("FAST_BELOPP", rest), Grounds(amounts={"1438": 1, "1460": 1}), once(TWO))


@pytest.mark.parametrize(
    ("model", "grounds", "lacking"),
    [
        (Model("BEFOLKNING"), Grounds({"1438": 1}), ("1460",)),
        (Model("FAST_RORLIG"), Grounds(), ("1438", "1460")),
        (Model("LIKA"), Grounds(), ()),
        (Model("ENHETER"), Grounds(numbers={"ENHETER": {"1460": 1}}), ("1438",)),
        (Model("VIKTAD"), replace(KEYS, numbers=USERS), ("1438", "1460")),
        (Model("VIKTAD"), KEYS, ()),
        (Model("FAST_BELOPP", "LIKA"), Grounds(), ()),
        (Model("FAST_BELOPP", "BEFOLKNING"), Grounds({"1438": 1}), ("1460",)),
        (Model("DIREKT"), Grounds(amounts={"1438": 1}), ("1460",)),
    ],
)
def test_who_lacks_a_number_is_told(model: Model, grounds: Grounds, lacking: tuple[str, ...]) -> None:
    assert unnumbered(model, TWO, grounds) == lacking


codes = st.sampled_from(sorted(INHABITANTS))
numbers = st.fixed_dictionaries({code: st.integers(1, 10**6) for code in INHABITANTS})
times = st.lists(st.builds(Stretch, st.integers(1, 400), st.frozensets(codes, min_size=1)), min_size=1, max_size=6)


@given(
    amount=st.integers(10_000, 10**12),
    model=st.sampled_from([code for code in MODELS if code != "DIREKT"]),
    rest=st.sampled_from(RESTS),
    number=numbers,
    second=numbers,
    agreed=st.dictionaries(codes, st.integers(0, 2_000)),
    fixed=st.integers(0, 100_00),
    times=times,
)
def test_every_ore_is_carried_by_who_takes_part(
    amount: int,
    model: str,
    rest: str,
    number: Mapping[str, int],
    second: Mapping[str, int],
    agreed: Mapping[str, int],
    fixed: int,
    times: list[Stretch],
) -> None:
    numbers = {"ANVANDARE": second, "ENHETER": number, "HISTORISK": second}
    grounds = Grounds(number, numbers, agreed, {"BEFOLKNING": 70_00, "ANVANDARE": 30_00}, fixed)
    shared = carried(amount, Model(model, rest), grounds, times)
    assert sum(shared.values()) == amount
    assert set(shared) == set().union(*(stretch.codes for stretch in times))
    assert min(shared.values()) >= 0


@given(parts=st.dictionaries(codes, st.integers(1, 10**6), min_size=1), amount=st.integers(0, 10**9))
def test_exact_parts_of_any_measure_share_alike(parts: Mapping[str, int], amount: int) -> None:
    thirds = {code: Fraction(part, 3) for code, part in parts.items()}
    assert divided(amount, thirds) == divided(amount, {code: Fraction(part) for code, part in parts.items()})
