"""Widths of a table's columns: by weight, but no column narrower than its longest word if that can be had."""

from collections.abc import Sequence

WIDEST_CLAIM = 0.4
"""A single column may claim this share of the table for one long word; what is longer is broken."""


def column_widths(weights: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """Widths that sum to `total`, in proportion to `weights`, each at least `least` where room is found for it."""
    claims = _within([min(claim, total * WIDEST_CLAIM) for claim in least], total)
    settled: dict[int, float] = {}
    while True:
        free = [i for i in range(len(weights)) if i not in settled]
        room = total - sum(settled.values())
        share = room / sum(weights[i] for i in free) if free else 0
        short = [i for i in free if weights[i] * share < claims[i]]
        if not short or len(short) == len(free):
            return [settled.get(i, weight * share) for i, weight in enumerate(weights)]
        settled |= {i: claims[i] for i in short}


def _within(claims: list[float], total: float) -> list[float]:
    """The claims, the greatest of them cut to one height so that all have room: a date is not broken for an address."""
    room = total
    for count, claim in enumerate(sorted(claims)):
        fair = room / (len(claims) - count)
        if claim > fair:
            return [min(each, fair) for each in claims]
        room -= claim
    return claims
