"""How the points of a plan's checklist stand by the register itself: offered to whoever notes them, never ticked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from itadmin.domain.registers.implementations import CheckRow, Implementation
from itadmin.services.implementation import of_others, of_system
from itadmin.services.implementation.verdicts import UNKNOWN, Ground, Judgement, Rule, lacking
from itadmin.services.reading import Reading

_RULES: Mapping[str, Rule] = {**of_system.RULES, **of_others.RULES}
_NO_SYSTEM = lacking("planen säger inte vilket system den gäller")


class Standing(NamedTuple):
    """A point as it is noted, and what the register says of it."""

    row: CheckRow
    judgement: Judgement

    @property
    def is_left(self) -> bool:
        """Whether nobody has answered it yet."""
        return self.row.state in ("", "kvar")


def standing_of(reading: Reading, plan: Implementation) -> tuple[Standing, ...]:
    """The points of a plan in its own order, each held against the register on the day of the reading."""
    reads = reading.many("systems", [plan.system]) if plan.system else {}
    ground = Ground(reading, plan, reads[plan.system]) if plan.system and plan.system in reads else None
    return tuple(Standing(row, _judged(ground, row.point)) for row in plan.checklist)


def _judged(ground: Ground | None, point: str) -> Judgement:
    rule = _RULES.get(point)
    if rule is None:
        return UNKNOWN
    return rule(ground) if ground else _NO_SYSTEM
