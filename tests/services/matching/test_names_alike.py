"""Which names are alike, and that no more is compared than has something in common."""

import pytest

from itadmin.domain.calculations.similarity import telling_words
from itadmin.services.matching.names_alike import ROUNDS, names_alike

LONG = ("Enhetshantering för skolan", "Enhetshantering för mobiler")


def alike(*names: str) -> set[tuple[frozenset[str], bool]]:
    words = {"".join(telling_words(name)): telling_words(name) for name in names}
    return {(frozenset((one, other)), part) for one, other, _percent, part in names_alike(words, lambda: None)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Treserva", "Tresreva"),
        ("Procapita", "Pro Capitia"),
        ("Raindance", "Raindans"),
        ("Geosecma", "Geosekma"),
        ("Vision EDP", "EDP Vision"),
        ("Netpublicator", "Nettpublicator"),
    ],
)
def test_spellings_that_are_nearly_the_same(one: str, other: str) -> None:
    squeezed = frozenset("".join(telling_words(name)) for name in (one, other))
    assert alike(one, other) == ({(squeezed, False)} if len(squeezed) > 1 else set())


@pytest.mark.parametrize(("one", "other"), [("Lifecare", "Lifecare HSL"), ("Visma Lön", "Lön"), ("Lön", "Lön Plus 2")])
def test_one_name_may_be_part_of_the_other(one: str, other: str) -> None:
    assert {part for _names, part in alike(one, other)} == {True}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Modul 1", "Modul 2"),
        ("Visma Lön", "Visma Ekonomi"),
        ("Treserva", "Lifecare"),
        ("LEX", "LEZ"),
        ("2", "22"),
        LONG,
    ],
)
def test_names_that_have_too_little_in_common(one: str, other: str) -> None:
    assert alike(one, other) == set()


def test_a_word_that_many_names_have_says_nothing() -> None:
    few = ["Portal", *(f"Portal {letter}{letter}x" for letter in "abcdef")]
    assert any("portal" in names for names, _part in alike(*few))
    many = ["Portal", *(f"Portal {one}{other}" for one in "abcdefghi" for other in "abcdefghi")]
    assert not any("portal" in names for names, part in alike(*many) if part)


def test_it_is_told_for_each_name_how_far_it_has_come() -> None:
    told: list[None] = []
    list(names_alike({name: [name] for name in ("alfa", "beta", "gamma")}, lambda: told.append(None)))
    assert len(told) == 3 * ROUNDS
