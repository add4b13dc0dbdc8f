"""Which spellings may be one person's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.spelling import spelling_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Ek", "Ek, Anna"),
        ("Anna Ek", "anna  EK"),
        ("Anna Ek", "Anna Eek"),
        ("Karl-Erik Lind", "Lind Carl Eric"),
        ("Christina Åberg", "Kristina Aberg"),
        ("Sofia Wallin", "Sophia Valin"),
        ("Cecilia Holm", "Sesilia Holm"),
        ("Matilda Dahl", "Mathilda Dal"),
    ],
)
def test_the_same_name_in_two_spellings(one: str, other: str) -> None:
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Anna Ek", "Anna Eklund"), ("Anna Ek", "Hanna Ek"), ("Anna Ek", "Anna Ekman"), ("Jon Ek", "Jan Ek")],
)
def test_two_names(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


@given(st.permutations(["anna", "maria", "ek"]), st.sampled_from([" ", ", ", "-", "  "]))
def test_the_order_of_the_words_says_nothing(words: list[str], between: str) -> None:
    assert spelling_key(between.join(words)) == spelling_key("Anna Maria Ek")


def test_what_has_no_letters_is_like_nothing() -> None:
    assert spelling_key("") == spelling_key("42") == ""
