"""The shares that goals are measured by, counted from the register as it is on a day, and which systems are left.

What is wrong with a system is told by its findings, so that a measure, the lists and the work list never disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.calculations.goals import Share
from itadmin.domain.keys import Key
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.system_record import IN_USE
from itadmin.domain.registers.system_rules import OUTSIDE
from itadmin.services.reading import Reading
from itadmin.storage.queries import findings
from itadmin.storage.queries.goals import Aim, Weighed, aims, weighed_systems

"""Where in their life systems are counted."""

SYSTEMS = "systems"
_BY_SUPPLIER = frozenset({"saas", "extern_drift"})
_UNOWNED, _UNAGREED, _UNPROCESSED = "utan_systemagare", "i_drift_utan_driftavtal", "personuppgifter_utan_pub"
_PLANNED_BADLY = frozenset({"utan_utbildningsplan", "utbildningsplan_inaktuell"})
_CLASSIFIED_BADLY = frozenset({"utan_klassning", "klassning_utan_dag", "klassning_for_gammal"})
ASKED = (_UNOWNED, _UNAGREED, _UNPROCESSED, *sorted(_CLASSIFIED_BADLY), *sorted(_PLANNED_BADLY))
"""The findings of systems that measures rest on."""


@dataclass(frozen=True, slots=True)
class Told:
    """A system in use, what is wrong with it, and how far kommuner have come with it together."""

    system: Weighed
    found: Collection[str]
    aims: Sequence[Aim]


@dataclass(frozen=True, slots=True)
class Counted:
    """The systems that a measure looks at, and those of them that are left to mend, both in name order."""

    systems: Sequence[Key]
    left: Sequence[Key]

    @property
    def share(self) -> Share:
        """How many are as they should be, of how many."""
        return Share(len(self.systems) - len(self.left), len(self.systems))

    @property
    def left_ids(self) -> tuple[UUID, ...]:
        """The ids of those that are left."""
        return tuple(UUID(bytes=key) for key in self.left)


def counted(reading: Reading) -> Mapping[str, Counted]:
    """What every measure of the value list `malmatt` counts in the own register, by its code."""
    with reading.file.reading() as connection:
        wrong = findings.found_in_all(connection, REGISTERS[SYSTEMS], reading.day, ASKED)
        return counted_of(weighed_systems(connection), wrong, aims(connection, reading.day))


def counted_of(
    systems: Mapping[Key, Weighed], found: Mapping[Key, Collection[str]], levels: Mapping[Key, Sequence[Aim]]
) -> Mapping[str, Counted]:
    """The same of what is known of systems, what is wrong with each, and their levels."""
    told = {
        key: Told(system, found.get(key, ()), levels.get(key, ()))
        for key, system in systems.items()
        if system.lifecycle in IN_USE
    }
    return {code: _counted(told, looks_at, lacks) for code, (looks_at, lacks) in _MEASURES.items()}


def shares(reading: Reading) -> Mapping[str, Share]:
    """Every share of the value list `malmatt` as the own register has it, by its code."""
    return {code: found.share for code, found in counted(reading).items()}


def _counted(told: Mapping[Key, Told], looks_at: Callable[[Told], bool], lacks: Callable[[Told], bool]) -> Counted:
    seen = [key for key, each in told.items() if looks_at(each)]
    return Counted(seen, [key for key in seen if lacks(told[key])])


def _every(_told: Told) -> bool:
    return True


def _needs_agreement(told: Told) -> bool:
    """That one's own or another kommun operates it, so that a driftavtal is what settles that."""
    return told.system.hosting not in _BY_SUPPLIER or _UNAGREED in told.found


def _is_processed_elsewhere(told: Told) -> bool:
    return told.system.has_personal_data and told.system.hosting in OUTSIDE


def _must_have_plan(told: Told) -> bool:
    """That the policy asks for an utbildningsplan."""
    return told.system.category == "verksamhetssystem"


def _is_below_target(told: Told) -> bool:
    """Whether any kommun that has a target has not come to it."""
    return any((aim.level or 0) < aim.target for aim in told.aims if aim.target is not None)


_MEASURES: Mapping[str, tuple[Callable[[Told], bool], Callable[[Told], bool]]] = {
    "andel_systemagare": (_every, lambda told: _UNOWNED in told.found),
    "andel_driftavtal": (_needs_agreement, lambda told: _UNAGREED in told.found),
    "andel_niva_mal": (lambda told: any(aim.target is not None for aim in told.aims), _is_below_target),
    "andel_klassade": (_every, lambda told: not _CLASSIFIED_BADLY.isdisjoint(told.found)),
    "andel_pub": (_is_processed_elsewhere, lambda told: _UNPROCESSED in told.found),
    "andel_utbildningsplan": (_must_have_plan, lambda told: not _PLANNED_BADLY.isdisjoint(told.found)),
}
"""Of each measure which systems it looks at, and of which of them it is not so."""
