"""Questions in words: every sign has its words, and what is against comes after what is for."""

from typing import get_args
from uuid import UUID

import pytest

from itadmin.domain.calculations.likeness import AGAINST, NameSign, Sign
from itadmin.services.matching import Question
from itadmin.services.matching.cards import Card
from itadmin.ui.matching.words import looking, progress, spoken

A, B = (bytes([letter]) for letter in b"ab")
REST = {"supplier": "", "agreed_with": "", "area": "", "users": "", "same_as": ()}
CARD = Card(UUID(int=1), "Alfa", "Bengtsfors kommun", own=True, other_names="", product="Lifecare", **REST)
SIGNS: tuple[Sign, ...] = (*get_args(NameSign), *AGAINST, "leverantor", "slag", "omrade")


def said(*signs: Sign, **told: bool) -> list[tuple[str, bool]]:
    return list(spoken(Question(A, B, "liknar", own=True, signs=signs, **told), CARD, CARD))


@pytest.mark.parametrize("sign", sorted(SIGNS))
def test_every_sign_has_words_that_say_on_which_side_it_is(sign: Sign) -> None:
    [(words, against)] = said(sign)
    assert words[0].isupper()
    assert against is (sign in AGAINST)


def test_what_is_against_comes_last_and_nothing_is_said_twice() -> None:
    assert said("annat_slag", "namn") == [("Samma namn", False), ("Olika slag av system", True)]
    assert said("samma_slag_och_leverantor", "leverantor", "slag") == [
        ("Samma slag av system från samma leverantör", False)
    ]
    assert said("produkt") == [("Samma produkt: Lifecare", False)]


def test_what_has_been_answered_is_told_with_whose_answer_it_is() -> None:
    assert said(was=True, by_us=True) == [("Ni har svarat: samma", False)]
    assert said(was=False) == [("En granne har svarat: inte samma", True)]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((0, 2, 3), "0 besvarade · 2–3 kvar"),
        ((1, 1, 1), "1 besvarade · 1 kvar"),
        ((1200, 0, 0), "1\xa0200 besvarade · 0 kvar"),
        ((2, 16, 19, 8), "2 besvarade · 16–19 kvar, varav 8 Vet inte"),
    ],
)
def test_how_many_are_left_is_a_span_while_answers_may_settle_others(counts: tuple[int, ...], words: str) -> None:
    assert progress(*counts) == words


def test_how_far_a_search_has_come() -> None:
    assert looking(0, 0) == "Letar efter system som kan vara samma …"
    assert looking(1, 4) == "Letar efter system som kan vara samma 25\xa0% …"
