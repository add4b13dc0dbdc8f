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
    ("more", "status", "sentence"),
    [
        (("--model", "BEFOLKNING", "--participants", "9999"), 3, "Folkmängd saknas för 9999"),
        (("--model", "BEFOLKNING", "--on", "1990-01-01"), 3, "Folkmängd saknas för registrets kommun"),
        (("--model", "ANVANDARE"), 3, "ANVANDARE behöver ett tal för varje kommun"),
        (("--model", "ANVANDARE", "--basis", "1460=0"), 3, "Beloppet ska vara noll eller mer"),
        (("--model", "ANVANDARE", "--basis", "1460=1", "--participants", "1438"), 3, "Tal saknas för 1438"),
        (("--model", "ANVANDARE", "--basis", "1460=-1"), 2, "Skriv KOD=ANTAL i stället för 1460=-1"),
        (("--model", "LIKA", "--basis", "1460=1"), 2, "--basis hör till ANVANDARE"),
        (("--model", "LIKA", "--fixed-share", "101"), 2, "--fixed-share är en andel"),
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
