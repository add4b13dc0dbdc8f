"""What speaks for two systems of different kommuner being the same, what speaks against it, and how much. Pure.

Only a name can bring two together; the rest makes it surer or less sure. How names are alike is told by `NameSign`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

NameSign = Literal["produkt", "namn", "andra_namn", "stavning", "del_av_namn", "samma_slag_och_leverantor"]
"""How two are alike in the first place, the surest first; the last is no name, but what says as much as one."""

Sign: TypeAlias = (
    NameSign | Literal["leverantor", "slag", "omrade", "annan_produkt", "annan_leverantor", "annat_slag", "flera_har"]
)

Grade = Literal["namn", "produkt", "andra_namn"]
"""As what a system has a name."""

LEAST = 35
"""What is worth less is not worth asking about."""

_WORTH: Mapping[Sign, int] = {
    "produkt": 65,
    "namn": 60,
    "andra_namn": 55,
    "stavning": 45,
    "del_av_namn": 30,
    "samma_slag_och_leverantor": 10,
    "leverantor": 25,
    "slag": 10,
    "omrade": 5,
    "annan_produkt": -20,
    "annan_leverantor": -15,
    "annat_slag": -25,
    "flera_har": -10,
}
_FOR_NEARLY = 0.8
"""What is taken away for each percent that a spelling differs."""

AGAINST: frozenset[Sign] = frozenset(sign for sign, worth in _WORTH.items() if worth < 0)


class Facts(NamedTuple):
    """What tells of a system besides its names; "" and nothing where it is not known.

    `makers` are those who supply it or have agreements about it, as `products.makers` tells them. `product` is
    squeezed.
    """

    product: str
    makers: frozenset[str]
    kind: str
    area: str


def signs(one: Facts, other: Facts, by_name: NameSign, *, several: bool = False) -> tuple[Sign, ...]:
    """All that speaks for and against two being the same, when their names are alike in a way.

    `several` says that a kommun would have more than one of it.
    """
    nearly = by_name == "stavning"
    return by_name, *besides(one, other, nearly=nearly), *(("flera_har",) if several else ())


def same_name(grade: Grade, other: Grade) -> NameSign:
    """How two are alike that have a name in common, each in its way."""
    if "andra_namn" in (grade, other):
        return "andra_namn"
    return "produkt" if "produkt" in (grade, other) else "namn"


def worth(found: Iterable[Sign], alike: float = 100) -> int:
    """How sure the signs make it, from 0 to 100; `alike` is by how many percent names agree."""
    total = sum(_WORTH[sign] for sign in found) - _FOR_NEARLY * (100 - alike)
    return max(0, min(100, round(total)))


def besides(one: Facts, other: Facts, *, nearly: bool = False) -> Iterator[Sign]:
    """What speaks for and against two whatever they are called; products may differ where names `nearly` agree."""
    if one.makers and other.makers:
        yield "annan_leverantor" if one.makers.isdisjoint(other.makers) else "leverantor"
    if one.kind and other.kind:
        yield "slag" if one.kind == other.kind else "annat_slag"
    if one.area and one.area == other.area:
        yield "omrade"
    if one.product and other.product and one.product != other.product and not nearly:
        yield "annan_produkt"
