"""Phrases of six words."""

import re
from itertools import combinations, count

import pytest

from itadmin.domain.text import fold
from itadmin.services.sharing.phrase import as_meant, new_phrase, phrase_words


def test_there_are_many_short_words() -> None:
    words = phrase_words()
    assert len(words) >= 1_296
    assert len(set(words)) == len(words)
    assert [word for word in words if not re.fullmatch("[a-zåäö]{3,9}", word)] == []


def test_no_word_can_be_taken_for_another() -> None:
    """Of two words that are one letter apart, something is equal when one letter is left out of each."""
    seen: dict[str, list[str]] = {}
    alike = []
    for word in phrase_words():
        plain = fold(word)
        shorter = {plain, *(plain[:place] + plain[place + 1 :] for place in range(len(plain)))}
        near = {other for part in shorter for other in seen.get(part, ())}
        alike += [(other, word) for other in near if _are_alike(fold(other), plain)]
        for part in shorter:
            seen.setdefault(part, []).append(word)
    assert alike == []


def _are_alike(one: str, other: str) -> bool:
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) <= 1 or sorted(one) == sorted(other)
    short, long = sorted((one, other), key=len)
    return any("".join(kept) == short for kept in combinations(long, len(short)))


def test_each_word_is_chosen_from_all() -> None:
    asked = []
    places = count()

    def choose(words: tuple[str, ...]) -> str:
        asked.append(words)
        return words[next(places)]

    assert new_phrase(choose) == " ".join(phrase_words()[:6])
    assert asked == [phrase_words()] * 6


def test_phrases_are_not_the_same() -> None:
    assert len({new_phrase() for _ in range(20)}) == 20
    assert all(len(new_phrase().split(" ")) == 6 for _ in range(20))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("abborre adress affisch", "abborre adress affisch"),
        ("  Abborre  ADRESS\taffisch\n", "abborre adress affisch"),
        ("Abborre-Adress-Affisch", "abborre adress affisch"),
        ("Abborre Adress Zx9", "Abborre Adress Zx9"),
        ("Ett-Eget  Ord", "Ett-Eget Ord"),
        ("", ""),
    ],
)
def test_what_is_typed_is_taken_as_meant(typed: str, meant: str) -> None:
    assert as_meant(typed) == meant
