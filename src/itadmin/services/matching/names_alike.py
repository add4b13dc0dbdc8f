"""Which of many names are alike: nearly the same spelling, or all words of one in the other. Nothing of what they name.

The one module that loads rapidfuzz, and so is loaded when pairs are first looked for. No name is held against all
others: those that begin or end alike are brought together, and those that have a word in common that few have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from itadmin.domain.calculations.similarity import sounding

ROUNDS = 3
_NEARLY = 80
"""From how many percent on two spellings are nearly the same."""
_SHORTEST_TO_MISSPELL = 5
_SHORTEST_WORD = 3
_END = 3
"""How many letters names begin or end with alike, to be compared."""
_MOST_WITH_A_WORD = 60
"""A word that more names than these have says too little."""
_DIGITS = re.compile("[0-9]+")


class Alike(NamedTuple):
    """Two names that are alike by so many percent; `part` says that one has all words of the other and more."""

    one: str
    other: str
    percent: float
    part: bool


def names_alike(names: Mapping[str, Sequence[str]], passed: Callable[[], object]) -> Iterator[Alike]:
    """Pairs of different names that are alike, some more than once; `names` has the words of each squeezed name.

    `passed` is called `ROUNDS` times for each name.
    """
    yield from _nearly(names, lambda sound: sound[:_END], passed)
    yield from _nearly(names, lambda sound: sound[-_END:], passed)
    yield from _parts(names, passed)


def _nearly(
    names: Mapping[str, Sequence[str]], end: Callable[[str], str], passed: Callable[[], object]
) -> Iterator[Alike]:
    """By how they sound; of two that have all words in common and more, `_parts` tells."""
    blocks: dict[Hashable, dict[str, str]] = defaultdict(dict)
    for name in names:
        sound = sounding(name)
        blocks[end(sound), "".join(_DIGITS.findall(name))][name] = sound
    for block in blocks.values():
        long = {name: sound for name, sound in block.items() if len(sound) >= _SHORTEST_TO_MISSPELL}
        while long:
            name, sound = long.popitem()
            found = process.extract(sound, long, scorer=fuzz.ratio, score_cutoff=_NEARLY, limit=None)
            for _sound, percent, other in found:
                if _differ_little(names[name], names[other]):
                    yield Alike(name, other, percent, part=False)
        for _name in block:
            passed()


def _differ_little(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the words that not both have sound nearly the same; not where one has all words of the other."""
    one = "".join(word for word in words if word not in others)
    other = "".join(word for word in others if word not in words)
    return bool(one and other) and fuzz.ratio(sounding(one), sounding(other)) >= _NEARLY


def _parts(names: Mapping[str, Sequence[str]], passed: Callable[[], object]) -> Iterator[Alike]:
    having: dict[str, list[str]] = defaultdict(list)
    for name, words in names.items():
        for word in dict.fromkeys(words):
            having[word].append(name)
    for name, words in names.items():
        passed()
        telling = [word for word in words if len(word) >= _SHORTEST_WORD]
        others = min((having[word] for word in telling), key=len, default=[])
        if len(others) <= _MOST_WITH_A_WORD:
            wanted = set(words)
            for other in others:
                if other != name and wanted <= set(names[other]):
                    yield Alike(name, other, 100.0, part=len(wanted) < len(set(names[other])))
