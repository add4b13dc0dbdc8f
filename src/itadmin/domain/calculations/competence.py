"""How well an area or a system is known: gaps, depth, and when it is hard to keep the competence that it needs.

Levels are whole numbers 0–4, None where nobody has judged. Knows no register, person or file.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from itadmin.domain.text import fold, listed

LEVELS = range(5)
"""From nothing to specialist."""

ABLE = 3
"""From this level on one does the work without help."""

FEWEST = 2
"""Fewer than so many who are able in the whole region, and what they know is vulnerable."""

TOO_FEW, NO_SUBSTITUTE = "kan_for_fa", "utan_ersattare"
"""The findings of a system that make it so; what they ask is told where findings are."""

VULNERABLE_RATINGS = {"sarbar": "kompetensen bedöms vara sårbar", "saknas": "kompetensen bedöms saknas"}
"""How competence is rated where it is hard to keep, and how that is told."""

Key = TypeVar("Key", bound=Hashable)


class Why(StrEnum):
    """Why competence is hard to keep, in the order it is told."""

    RATED = "bedomd"
    TOO_FEW = "for_fa"
    NO_SUBSTITUTE = "utan_ersattare"


@dataclass(frozen=True, slots=True)
class Sums:
    """What actions cost, öre: alone, together, and what is saved by those of which both are known.

    `unknown` are those that lack one of the two.
    """

    alone: int = 0
    together: int = 0
    saving: int = 0
    unknown: int = 0


def gap(level: int | None, wanted: int | None) -> int:
    """How many levels are left to what is wanted; 0 where nothing is, and never less."""
    return max((wanted or 0) - (level or 0), 0)


def depth(levels: Iterable[int | None]) -> int:
    """How many are able, of the levels of people that are all different."""
    return sum(level is not None and level >= ABLE for level in levels)


def is_vulnerable(able: int) -> bool:
    """Whether so few are able that one of them being away is felt."""
    return able < FEWEST


def sums(costs: Iterable[tuple[int | None, int | None]]) -> Sums:
    """Costs alone and together, öre, summed; an unknown one counts as nothing, and neither does what it would save."""
    alone = together = saving = unknown = 0
    for by_oneself, with_others in costs:
        alone += by_oneself or 0
        together += with_others or 0
        if by_oneself is None or with_others is None:
            unknown += 1
        else:
            saving += by_oneself - with_others
    return Sums(alone, together, saving, unknown)


def without_names(levels: Mapping[Key, tuple[int, ...]], order: Mapping[Key, str]) -> dict[Key, str]:
    """What people are called where they are not named: "Person 1" and on, those who know most first.

    `levels` are what each knows, in the order of the columns; `order` parts those who know alike, by anything that is
    not the name. So neither spelling nor the place in a list of names tells who it is.
    """
    ranked = sorted(levels, key=lambda key: (-sum(levels[key]), tuple(-level for level in levels[key]), order[key]))
    return {key: f"Person {number}" for number, key in enumerate(ranked, start=1)}


def same_key(product: str, name: str) -> str:
    """By what a system is known as the same in several kommuner: its product, or else its name."""
    return fold(product or name)


def hard_to_keep(rating: str, findings: Collection[str]) -> tuple[Why, ...]:
    """Why the competence of a system is hard to keep, from how it is rated and what is found of it; () when it is not.

    The one rule of that circumstance of the IT-policy under which kommuner try to cooperate, kompetens_svar.
    """
    found = {
        Why.RATED: rating in VULNERABLE_RATINGS,
        Why.TOO_FEW: TOO_FEW in findings,
        Why.NO_SUBSTITUTE: NO_SUBSTITUTE in findings,
    }
    return tuple(why for why, is_so in found.items() if is_so)


def why_words(reasons: Iterable[Why], rating: str) -> str:
    """The reasons as one sentence: "Kompetensen bedöms saknas och färre än två behärskar systemet."; "" without any."""
    told = {
        Why.RATED: VULNERABLE_RATINGS.get(rating, ""),
        Why.TOO_FEW: "färre än två behärskar systemet",
        Why.NO_SUBSTITUTE: "den systemansvariga har ingen ersättare",
    }
    words = [told[why] for why in reasons]
    if not words:
        return ""
    sentence = listed(words)
    return f"{sentence[:1].upper()}{sentence[1:]}."
