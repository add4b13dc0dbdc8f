"""Joining the needs of kommuner for one course: how many sessions, what it costs alone and together, and when it suits.

Costs are öre. Together they are shared by the number of people. Knows no register.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from itadmin.domain.calculations.allocation import signed_shares

USUAL_SEATS = 12
"""How many one session takes where nobody has said it."""

MONTHS = tuple(f"{number:02}" for number in range(1, 13))


@dataclass(frozen=True, slots=True)
class Need:
    """What one kommun needs, by its key: people, the months that suit ("01"–"12"; none is any), cost alone if told."""

    kommun: str
    people: int
    months: frozenset[str] = frozenset()
    cost_alone: int | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What is known of the course: seats of a session, and what a session and a seat cost."""

    seats: int | None = None
    session_cost: int | None = None
    seat_cost: int | None = None

    @property
    def is_priced(self) -> bool:
        """Whether a price is known."""
        return self.session_cost is not None or self.seat_cost is not None

    def sessions(self, people: int) -> int:
        """How many sessions so many people need."""
        return ceil(people / (self.seats or USUAL_SEATS))

    def cost(self, sessions: int, people: int) -> int:
        """What so many sessions and people cost by the known prices."""
        return sessions * (self.session_cost or 0) + people * (self.seat_cost or 0)


@dataclass(frozen=True, slots=True)
class Part:
    """One kommun's part of a joint course; costs None where they cannot be known."""

    kommun: str
    people: int
    sessions_alone: int
    alone: int | None
    together: int | None
    suits: bool

    @property
    def saving(self) -> int | None:
        """What it saves; less than zero when it costs more."""
        return None if self.alone is None or self.together is None else self.alone - self.together


@dataclass(frozen=True, slots=True)
class Course:
    """A course proposed for several kommuner. `month` is "" when no month is better than another.

    `estimated` says that the price of a session is worked out from what kommuner pay alone.
    """

    people: int
    seats: int
    sessions: int
    parts: tuple[Part, ...]
    month: str
    host: str
    together: int | None
    estimated: bool

    @property
    def sessions_alone(self) -> int:
        """How many sessions they would need each by itself."""
        return sum(part.sessions_alone for part in self.parts)

    @property
    def alone(self) -> int | None:
        """What all pay alone; None unless it is known of each."""
        told = [part.alone for part in self.parts if part.alone is not None]
        return sum(told) if len(told) == len(self.parts) else None

    @property
    def saving(self) -> int | None:
        """What all save together."""
        return None if self.alone is None or self.together is None else self.alone - self.together

    @property
    def per_seat(self) -> int | None:
        """What a seat costs together, öre rounded up."""
        return None if self.together is None or not self.people else -(-self.together // self.people)

    @property
    def unsuited(self) -> tuple[str, ...]:
        """The kommuner that the month does not suit."""
        return tuple(part.kommun for part in self.parts if not part.suits)


def join(needs: Sequence[Need], terms: Terms) -> Course:
    """The course of needs of at least one person each; those of one kommun are put together first.

    Raises ValueError without needs.
    """
    merged = _by_kommun(needs)
    people = sum(need.people for need in merged)
    sessions = terms.sessions(people)
    alone = {need.kommun: _alone(need, terms) for need in merged}
    together, estimated = _together(merged, alone, sessions, people, terms)
    shared = _shared(together, merged)
    month = best_month(merged)
    parts = tuple(
        Part(
            need.kommun,
            need.people,
            terms.sessions(need.people),
            alone[need.kommun],
            shared.get(need.kommun),
            _suits(need, month),
        )
        for need in merged
    )
    host = min(merged, key=lambda need: (-need.people, need.kommun)).kommun
    return Course(people, terms.seats or USUAL_SEATS, sessions, parts, month, host, together, estimated)


def _shared(together: int | None, needs: Sequence[Need]) -> dict[str, int]:
    """What each kommun pays, or gets when the price is less than zero; nothing while there is no price."""
    return {} if together is None else signed_shares(together, {need.kommun: need.people for need in needs})


def best_month(needs: Sequence[Need]) -> str:
    """The first month that suits most people; "" when none is better than another."""
    counted = {month: sum(need.people for need in needs if _suits(need, month)) for month in MONTHS}
    most = max(counted.values())
    return "" if all(number == most for number in counted.values()) else next(m for m in MONTHS if counted[m] == most)


def _suits(need: Need, month: str) -> bool:
    return not month or not need.months or month in need.months


def _by_kommun(needs: Sequence[Need]) -> list[Need]:
    """One need for each kommun, in their order; months that suit one of its needs suit where they suit all."""
    if not needs:
        raise ValueError("a course is made of needs")
    found: dict[str, Need] = {}
    for need in needs:
        before = found.get(need.kommun)
        found[need.kommun] = need if before is None else _both(before, need)
    return list(found.values())


def _both(one: Need, other: Need) -> Need:
    common = one.months & other.months if one.months and other.months else one.months | other.months
    months = common or one.months | other.months
    known = one.cost_alone is not None and other.cost_alone is not None
    cost = (one.cost_alone or 0) + (other.cost_alone or 0) if known else None
    return Need(one.kommun, one.people + other.people, months, cost)


def _alone(need: Need, terms: Terms) -> int | None:
    """What a kommun pays alone: what it says, else by the prices."""
    if need.cost_alone is not None:
        return need.cost_alone
    return terms.cost(terms.sessions(need.people), need.people) if terms.is_priced else None


def _together(
    needs: Sequence[Need], alone: Mapping[str, int | None], sessions: int, people: int, terms: Terms
) -> tuple[int | None, bool]:
    """What the sessions cost together, and whether that is estimated from what those who say it pay alone."""
    if terms.is_priced:
        return terms.cost(sessions, people), False
    told = [(cost, terms.sessions(need.people)) for need in needs if (cost := alone[need.kommun]) is not None]
    if not told:
        return None, False
    paid, held = sum(cost for cost, _number in told), sum(number for _cost, number in told)
    return -(-paid * sessions // held), True
