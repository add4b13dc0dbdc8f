"""How those stand who take part in an utbildningstillfälle: who has a seat, who moves up, what they think. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

SIGNED_UP, WAITING, ATTENDED, MISSED, LEFT = "anmald", "reserv", "genomford", "uteblev", "avanmald"
"""The codes of how somebody stands."""
TAKING_SEATS = (SIGNED_UP, ATTENDED, MISSED)
"""How those stand who have a seat; who is on the waiting list or has left has none."""
BEST = 5
"""The best mark of an evaluation; the worst is 1."""

_Id = TypeVar("_Id")


def free_seats(seats: int | None, statuses: Iterable[str]) -> int | None:
    """How many seats nobody has, none when too many have one; None when there is no limit."""
    if seats is None:
        return None
    return max(seats - sum(status in TAKING_SEATS for status in statuses), 0)


def placed(newcomers: Sequence[_Id], free: int | None) -> dict[_Id, str]:
    """How each of those who come stands: signed up as long as there are seats, then waiting."""
    seats = len(newcomers) if free is None else free
    return {who: SIGNED_UP if number < seats else WAITING for number, who in enumerate(newcomers)}


def moving_up(waiting: Sequence[_Id], free: int | None) -> Sequence[_Id]:
    """Who of those that wait, the first in line first, gets a seat."""
    return waiting if free is None else waiting[:free]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What those who were there think: how many gave each mark, from 1 on."""

    given: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many have answered."""
        return sum(self.given)

    @property
    def mean(self) -> float | None:
        """The mean of the marks; None when nobody has answered."""
        total = sum(mark * number for mark, number in enumerate(self.given, start=1))
        return total / self.count if self.count else None


def evaluation(marks: Collection[int]) -> Evaluation:
    """The evaluation of a session by its marks."""
    counted = Counter(marks)
    return Evaluation(tuple(counted[mark] for mark in range(1, BEST + 1)))
