"""How far the kommuner have come in deciding on a common document. Pure.

A document is in force in a kommun only when every decision of that kommun on it has been made; source: the founding
policy, which each kommun decides for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.registers.steering_decisions import SteeringDecision

MADE = "faststalld"
"""The state of a decision that adopts."""

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Adoption:
    """Who has adopted and who is yet to, in the order they were asked about."""

    adopted: tuple[UUID, ...]
    waiting: tuple[UUID, ...]

    @property
    def asked(self) -> int:
        """How many are to decide."""
        return len(self.adopted) + len(self.waiting)


def adoption(asked: Iterable[UUID], decisions: Iterable[SteeringDecision]) -> Adoption:
    """How far those who are asked have come; a kommun that has decided is asked even when nobody said so."""
    made: dict[UUID, list[bool]] = defaultdict(list)
    for decision in decisions:
        if decision.municipality is not None:
            made[decision.municipality].append(decision.status == MADE)
    everyone = dict.fromkeys((*asked, *made))
    has_adopted = {key: key in made and all(made[key]) for key in everyone}
    return Adoption(
        tuple(key for key, done in has_adopted.items() if done),
        tuple(key for key, done in has_adopted.items() if not done),
    )


def few_named(names: Sequence[str]) -> str:
    """Names in a row, of more than four the first three and how many there are besides; "" of none."""
    told = list(names)
    if len(told) > _MOST_NAMED + 1:
        told[_MOST_NAMED:] = [f"{len(told) - _MOST_NAMED} till"]
    return " och ".join(part for part in (", ".join(told[:-1]), *told[-1:]) if part)
