"""The shares that goals are measured by, counted from the register as it is on a day.

What is wrong with a system is told by its findings, so that a measure, the lists and the work list never disagree.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.calculations.allocation import percent_of
from itadmin.domain.calculations.cooperation import joint_level
from itadmin.domain.registers.cooperation_levels import CooperationLevel
from itadmin.domain.registers.system_rules import OUTSIDE
from itadmin.domain.values import LISTS
from itadmin.services.cooperation import levels_by_system
from itadmin.services.reading import ListQuery, Reading

IN_USE = ("i_drift", "under_avveckling")
"""Where in their life systems are counted."""

_BY_SUPPLIER = frozenset({"saas", "extern_drift"})
_CLASSIFIED_BADLY = ("utan_klassning", "klassning_utan_dag", "klassning_for_gammal")


@dataclass(frozen=True, slots=True)
class Share:
    """How many there are, of how many."""

    number: int
    of: int

    @property
    def percent(self) -> int | None:
        """The share in hundredths of a percent; None when there is nothing to count."""
        return percent_of(self.number, self.of) if self.of else None


def shares(reading: Reading) -> Mapping[str, Share]:
    """Every share of the value list `malmatt` as the own register has it, by its code."""
    in_use = _systems(reading)
    others = [code for code in LISTS["driftform"] if code not in _BY_SUPPLIER]
    unagreed = _systems(reading, "i_drift_utan_driftavtal")
    outside = _systems(reading, personal_data=(True,), hosting=tuple(OUTSIDE))
    badly = set().union(*(_systems(reading, finding) for finding in _CLASSIFIED_BADLY))
    return {
        "andel_systemagare": _without(in_use, _systems(reading, "utan_systemagare")),
        "andel_driftavtal": _without(_systems(reading, hosting=(*others, None)) | unagreed, unagreed),
        "andel_niva_mal": _at_target(reading, in_use),
        "andel_klassade": _without(in_use, badly),
        "andel_pub": _without(outside, _systems(reading, "personuppgifter_utan_pub")),
    }


def _without(counted: set[UUID], lacking: set[UUID]) -> Share:
    return Share(len(counted - lacking), len(counted))


def _systems(reading: Reading, finding: str = "", **where: tuple[object, ...]) -> set[UUID]:
    """The systems in use that hold these values and of which a finding is true."""
    query = ListQuery(where={"lifecycle": IN_USE, **where}, findings=(finding,) if finding else ())
    return set(reading.keys("systems", query))


def _at_target(reading: Reading, in_use: Collection[UUID]) -> Share:
    """Of the systems with a target level, those that have come to it."""
    levels = [found for system, found in levels_by_system(reading).items() if system in in_use]
    aimed = [found for found in levels if any(level.target_level for level in found)]
    return Share(sum(_is_at_target(found) for found in aimed), len(aimed))


def _is_at_target(levels: Collection[CooperationLevel]) -> bool:
    target = max(int(level.target_level) for level in levels if level.target_level)
    return joint_level(int(level.level) for level in levels if level.level) >= target
