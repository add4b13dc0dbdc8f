"""Why a system is as critical as it is, and whether enhanced protection is due, in Swedish sentences. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from itadmin.domain.calculations.classification import enhanced_protection, highest, suggested_criticality

Run = tuple[str, bool]
"""Some words, and whether they are decisive, to be seen in bold."""

_ASPECTS = ("konfidentialiteten", "riktigheten", "tillgängligheten")


def explanation(levels: Sequence[str], decided: str, word_of: Callable[[str], str]) -> tuple[Run, ...]:
    """The sentences for K, R and T as codes; `decided` is the code of a decided criticality, "" when there is none.

    `word_of` gives what a criticality is called. Nothing is said when neither is known.
    """
    level = highest(levels)
    if level is None:
        return (
            (("Kritikaliteten är ", False), (word_of(decided).lower(), True), (" efter beslut.", False))
            if decided
            else ()
        )
    return (*_criticality(levels, level, decided, word_of), *_protection(levels))


def _criticality(levels: Sequence[str], level: int, decided: str, word_of: Callable[[str], str]) -> tuple[Run, ...]:
    suggested = suggested_criticality(levels)
    because = (f"{_aspects(levels, level)} är ", False), (str(level), True)
    if decided and decided != suggested:
        return (
            ("Kritikaliteten är ", False),
            (word_of(decided).lower(), True),
            (f" efter beslut. Klassningen föreslår {word_of(suggested).lower()}, eftersom ", False),
            *because,
            (".", False),
        )
    return (
        ("Kritikaliteten är ", False),
        (word_of(suggested).lower(), True),
        (", eftersom ", False),
        *because,
        (".", False),
    )


def _protection(levels: Sequence[str]) -> tuple[Run, ...]:
    if enhanced_protection(levels):
        return (" ", False), ("Utökat skydd behövs", True), (", eftersom någon klass är 3 eller högre.", False)
    return ((" Utökat skydd behövs inte: ingen klass är 3 eller högre.", False),)


def _aspects(levels: Sequence[str], level: int) -> str:
    """The aspects that have the highest level: "konfidentialiteten och riktigheten"."""
    named = [aspect for aspect, code in zip(_ASPECTS, levels, strict=True) if code == str(level)]
    return " och ".join(part for part in (", ".join(named[:-1]), named[-1]) if part)
