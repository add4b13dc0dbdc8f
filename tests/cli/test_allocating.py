"""A cost shared between kommuner on the command line: the reference figures, who takes part, and what is refused."""

from pathlib import Path
from typing import Any

import pytest

CODES = ("1438", "1439", "1460", "1461", "1492")


def amounts(answer: Any) -> dict[str, int]:
    return {part["municipality"]: part["amount"] for part in answer.json}


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("BEFOLKNING", (11_229_764, 15_545_153, 22_127_950, 22_069_436, 29_027_697)),
        ("FAST_RORLIG", (12_983_811, 16_436_123, 21_702_360, 21_655_549, 27_222_157)),
        ("LIKA", (20_000_000,) * 5),
    ],
)
def test_the_reference_figures_hold_to_the_ore(
    done: Any, register: Path, model: str, expected: tuple[int, ...]
) -> None:
    asked = ("allocate", register, "--amount", "100000000", "--model", model, "--format", "json")
    answer = done(*asked)
    assert amounts(answer) == dict(zip(CODES, expected, strict=True))
    assert [part["basis"] for part in answer.json] == [4606, 6376, 9076, 9052, 11906]


def test_only_those_who_take_part_are_reckoned_with(done: Any, register: Path) -> None:
    asked = ("allocate", register, "--amount", "100000000", "--model", "BEFOLKNING", "--format", "json")
    answer = done(*asked, "--participants", "1460, 1461,1438,1439")
    assert amounts(answer) == {"1438": 15_822_741, "1439": 21_903_126, "1460": 31_178_289, "1461": 31_095_844}


def test_another_fixed_share(done: Any, register: Path) -> None:
    asked = ("allocate", register, "--amount", "10000", "--model", "FAST_RORLIG", "--format", "json")
    assert set(amounts(done(*asked, "--fixed-share", "100")).values()) == {2000}
    assert amounts(done(*asked, "--fixed-share", "0"))["1492"] == 2903


def test_numbers_that_somebody_gives(done: Any, register: Path) -> None:
    asked = ("allocate", register, "--amount", "10001", "--model", "ANVANDARE")
    told = done(*asked, "--basis", "1460=300", "--basis", "1438=100")
    assert [line.split() for line in told.out.splitlines()[-2:]] == [
        ["1438", "100", "25,00", "kr"],
        ["1460", "300", "75,01", "kr"],
    ]


@pytest.mark.parametrize(
    ("more", "shared"),
    [
        (("--model", "FAST_BELOPP", "--fixed-amount", "1460=4000", "--rest", "LIKA"), {"1438": 3000, "1460": 7000}),
        (
            ("--model", "DIREKT", "--fixed-amount", "1460=4000", "--fixed-amount", "1438=6000"),
            {"1438": 6000, "1460": 4000},
        ),
        (("--model", "VIKTAD", "--key", "LIKA=50", "--key", "ENHETER=50"), {"1438": 3000, "1460": 7000}),
    ],
)
def test_models_with_amounts_and_keys(done: Any, register: Path, more: tuple[str, ...], shared: dict[str, int]) -> None:
    counted = ("--basis", "1438=1", "--basis", "1460=9") if "VIKTAD" in more else ()
    asked = ("allocate", register, "--amount", "10000", "--participants", "1438,1460", "--format", "json")
    assert amounts(done(*asked, *more, *counted)) == shared


def test_own_figures_go_before_those_that_ship(done: Any, register: Path) -> None:
    for code, number in (("1438", "1000"), ("1460", "3000")):
        row = (f"municipality_code={code}", "counted_on=2025-12-31", f"number={number}")
        done("add", "populations", register, *row)
    answer = done(
        "allocate",
        register,
        "--amount",
        "400",
        "--model",
        "BEFOLKNING",
        "--participants",
        "1438,1460",
        "--format",
        "json",
    )
    assert answer.json == [
        {"municipality": "1438", "basis": 1000, "amount": 100},
        {"municipality": "1460", "basis": 3000, "amount": 300},
    ]


@pytest.mark.parametrize(
    ("more", "status", "sentence"),
    [
        (
            ("--model", "BEFOLKNING", "--participants", "9999"),
            3,
            "Folkmängd per 2024-12-31 saknas för 9999. Skriv in den",
        ),
        (("--model", "BEFOLKNING", "--on", "1990-01-01"), 3, "Ingen dag med folkmängd finns för Dals-Ed, Färgelanda"),
        (("--model", "ANVANDARE"), 3, "Ange antalet användare för Dals-Ed, Färgelanda, Bengtsfors, Mellerud och Åmål"),
        (("--model", "ANVANDARE", "--basis", "1460=0"), 3, "Minst en kommun behöver ett tal över noll"),
        (
            ("--model", "ANVANDARE", "--basis", "1460=1", "--participants", "1438"),
            3,
            "Ange antalet användare för Dals-Ed",
        ),
        (("--model", "ANVANDARE", "--basis", "1460=-1"), 2, "Skriv KOD=ANTAL i stället för 1460=-1"),
        (("--model", "LIKA", "--basis", "1460=1"), 2, "--basis hör till ANVANDARE"),
        (("--model", "LIKA", "--fixed-amount", "1460=1"), 2, "--fixed-amount hör till FAST_BELOPP och DIREKT"),
        (("--model", "LIKA", "--key", "LIKA=1"), 2, "--key hör till VIKTAD"),
        (("--model", "VIKTAD", "--key", "DIREKT=1"), 2, "--key väger samman"),
        (("--model", "VIKTAD", "--key", "LIKA=x"), 2, "Skriv MODELL=VIKT i stället för LIKA=x"),
        (("--model", "LIKA", "--fixed-share", "101"), 2, "--fixed-share är en andel"),
        (("--model", "BEFOLKNING", "--participants", "1460,Ed"), 2, "Ed är ingen kommunkod"),
        (("--model", "ANVANDARE", "--basis", "146=1"), 2, "146 är ingen kommunkod"),
        (("--model", "FAST_BELOPP", "--fixed-amount", "x=1"), 2, "x är ingen kommunkod"),
        (("--model", "FAST_BELOPP", "--fixed-amount", "1785=1"), 2, "--fixed-amount gäller bara den som deltar"),
    ],
)
def test_what_cannot_be_shared_says_what_to_do(
    cli: Any, register: Path, more: tuple[str, ...], status: int, sentence: str
) -> None:
    answer = cli("allocate", register, "--amount", "10000", *more)
    assert (answer.status, answer.raw) == (status, b"")
    assert answer.error.startswith(sentence)


def test_nothing_is_written(done: Any, register: Path) -> None:
    before = register.read_bytes()
    done("allocate", register, "--amount", "1", "--model", "LIKA")
    assert register.read_bytes() == before
