"""By what a person's name is known again however it is spelled: in another order, with c for k, one letter for two.

Pure. Names that share a key may be one person's; nobody is taken for another without being asked.
"""

from __future__ import annotations

import re
from functools import lru_cache

from itadmin.domain.text import fold

_WORDS = re.compile(r"[^\W\d_]+")
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ch|ck", "k"),
        ("c(?=[eiy])|z", "s"),
        ("[cq]", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("w", "v"),
        (r"(?<=\w)h(?=[lmnr])", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=16384)
def spelling_key(name: str) -> str:
    """What "Anna Ek", "Ek, Anna" and "Anna Eek" have in common; "" for what has no letters."""
    return " ".join(sorted(filter(None, map(_sounding, _WORDS.findall(fold(name))))))


def _sounding(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
