"""Passwords that are said over the telephone: six Swedish words out of many, none of them like another.

The words ship with the program; each is at least two letters from all others, so that one who mishears asks again.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from functools import cache

from itadmin.assets import asset
from itadmin.domain.text import clean_line

WORDS_IN_PHRASE = 6


@cache
def phrase_words() -> tuple[str, ...]:
    """The words that phrases are made of, in Swedish order."""
    return tuple(asset("resources", "words", "fraser.txt").read_text(encoding="utf-8").split())


def new_phrase(choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """A new phrase: its words, each chosen from all, with spaces between."""
    return " ".join(choose(phrase_words()) for _ in range(WORDS_IN_PHRASE))


def as_meant(typed: str) -> str:
    """A password as it was typed, and a phrase of our words as it was made, whatever its capitals and spaces."""
    text = clean_line(typed)
    words = text.casefold().replace("-", " ").split()
    return " ".join(words) if words and set(words) <= set(phrase_words()) else text
