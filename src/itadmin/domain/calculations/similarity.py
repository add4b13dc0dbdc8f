"""Which of many named things may be the same thing twice: by name, other names, product and nearly equal spelling.

Pure: things come as `Known`, pairs go out surest first. Nearly equal is when a letter can be left out of one name, or
of both, so that they sound alike – which covers the usual slips of the pen – or the same words in another order, or
when only one begins with who makes it. Digits must agree, since "Modul 1" is not "Modul 2". No thing is held against
all others: those that share a key are brought together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Literal, TypeAlias
from uuid import UUID

from itadmin.domain.text import fold, swedish_key

Reason = Literal["sagt", "e_post", "namn", "produkt", "andra_namn", "adress", "stavning"]
"""Why two are taken for the same: somebody has said so, or what they have in common."""

_SHORTEST_TO_MISSPELL = 5
_SHORTEST_AFTER_A_MAKER = 6
_SAYS_NOTHING = frozenset({"ab", "system", "systemet", "programmet", "hos", "och", "i"})
_WORDS = re.compile(r"[^\W_]+")
_PARTING = re.compile("[,;/\n]")
_SOUNDS = tuple(
    (re.compile(pattern), sound) for pattern, sound in (("c(?=[eiy])|z", "s"), ("ck|c|q", "k"), ("ph", "f"), ("w", "v"))
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a thing is known by: its name, other names parted by commas, its supplier (id, "" for none) and product."""

    id: UUID
    name: str
    others: str = ""
    supplier: str = ""
    product: str = ""


Keys: TypeAlias = Callable[[Known], Iterable[Hashable]]
"""What a thing is grouped by: two that share a key may be the same."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that may be the same, in the order they were given, and why one thinks so."""

    one: UUID
    other: UUID
    reason: Reason


def silent() -> None:
    """Tell nobody how far it has come."""


def likely_pairs(
    things: Sequence[Known],
    apart: AbstractSet[frozenset[UUID]] = frozenset(),
    passed: Callable[[], object] = silent,
) -> Iterator[Pair]:
    """Every pair once, with its surest reason; pairs in `apart` are known not to be the same and left out.

    `passed` is called when a thing has been looked at in one of the `WAYS`.
    """
    names = frozenset(squeezed(thing.name) for thing in things)
    last = partial(_without_maker, names=names)
    yield from pairs_sharing(things, WAYS, apart, passed, last=(("stavning", last),))


def pairs_sharing(
    things: Sequence[Known],
    ways: Sequence[tuple[Reason, Keys]],
    apart: AbstractSet[frozenset[UUID]],
    passed: Callable[[], object],
    last: Sequence[tuple[Reason, Keys]] = (),
) -> Iterator[Pair]:
    """The same by ways of one's own, the surest first; the `last` ones are so quick that nothing is said of them."""
    told: set[frozenset[UUID]] = set()
    place = {thing.id: number for number, thing in enumerate(things)}
    told_of = [(reason, keys, passed) for reason, keys in ways]
    for reason, keys, tell in (*told_of, *((reason, keys, silent) for reason, keys in last)):
        for one, other in _sharing(things, keys, tell):
            both = frozenset((one, other))
            if both not in told and both not in apart:
                told.add(both)
                first, second = sorted(both, key=place.__getitem__)
                yield Pair(first, second, reason)


def _sharing(things: Iterable[Known], keys: Keys, passed: Callable[[], object]) -> Iterator[tuple[UUID, UUID]]:
    """Each two things that share a key, in the order of the things."""
    groups: dict[Hashable, list[UUID]] = defaultdict(list)
    for thing in things:
        for key in dict.fromkeys(keys(thing)):
            groups[key].append(thing.id)
        passed()
    for group in groups.values():
        yield from combinations(group, 2)


def _name(thing: Known) -> Iterator[str]:
    """The name without what case and accents change; å, ä and ö are letters of their own."""
    yield swedish_key(thing.name).partition("\x01")[0]


def _any_name(thing: Known) -> Iterator[str]:
    for name in (thing.name, *parted(thing.others)):
        if one := squeezed(name):
            yield one


def _product(thing: Known) -> Iterator[tuple[str, str]]:
    if thing.supplier and thing.product:
        yield thing.supplier, thing.product


def nearly(thing: Known) -> Iterator[tuple[str, str]]:
    """Keys that names one slip apart share: the name itself and the name without each of its letters, with digits."""
    words = telling_words(thing.name)
    if not words:
        return
    digits = " ".join(re.findall("[0-9]+", fold(thing.name)))
    yield " ".join(sorted(words)), digits
    for whole in dict.fromkeys(("".join(words), "".join(map(sounding, words)))):
        if len(whole) >= _SHORTEST_TO_MISSPELL:
            yield whole, digits
            for place, letter in enumerate(whole):
                if not letter.isdigit():
                    yield whole[:place] + whole[place + 1 :], digits


def _without_maker(thing: Known, names: AbstractSet[str]) -> Iterator[str]:
    """The name, and what is left without its first word – mostly who makes it – where something is called just that."""
    words = telling_words(thing.name)
    if words:
        yield "".join(words)
    left = "".join(words[1:])
    if len(left) >= _SHORTEST_AFTER_A_MAKER and left in names:
        yield left


def sounding(word: str) -> str:
    """A word as it sounds, roughly: Raindance and Raindans, Phoniro and Foniro are the same."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def parted(names: str) -> list[str]:
    """Other names that stand in one field, parted by commas and the like."""
    return [name.strip() for name in _PARTING.split(names) if name.strip()]


def squeezed(text: str) -> str:
    """The words that tell something as one, so that "Life Care" and "Lifecare AB" are alike; "" for what has none."""
    return "".join(telling_words(text))


def telling_words(text: str) -> list[str]:
    """The words that tell something, folded; all of them where none does."""
    words = _WORDS.findall(fold(text))
    return [word for word in words if word not in _SAYS_NOTHING] or words


WAYS: tuple[tuple[Reason, Keys], ...] = (
    ("namn", _name),
    ("produkt", _product),
    ("andra_namn", _any_name),
    ("stavning", nearly),
)
"""By what two are taken for the same, the surest first: the reason, and the keys that a thing has then."""
