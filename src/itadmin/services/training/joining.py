"""Needs of all known kommuner put together into courses: the same system – product, or else name – topic and year.

What is over or given up is left out. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.calculations.competence import same_key
from itadmin.domain.calculations.joining import Course, Need, Terms, join
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.systems import System
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.registers.training_needs import TrainingNeed
from itadmin.domain.states import OVER
from itadmin.domain.text import fold, swedish_key
from itadmin.services.reading import ListQuery, Read, Reading
from itadmin.storage.queries.speaking import spoken

NEEDS = "training_needs"
BEGUN = "pagar"
"""The state of a need that sessions have been made for."""

_UNKNOWN = "Okänd kommun"
_SEVERAL = 2

Same = tuple[int, str, str]
"""By what needs are of the same course: year, system and topic."""


@dataclass(frozen=True)
class Joined:
    """A course that is proposed. `needs` are the records it is made of; `own_needs` those of them that are one's own.

    `names` and `kommuner` are by the keys that `course` knows kommuner by; a kommun that nobody has named has no id.
    """

    title: str
    year: int
    system: UUID | None
    system_name: str
    modules: tuple[UUID, ...]
    needs: tuple[UUID, ...]
    own_needs: tuple[UUID, ...]
    names: Mapping[str, str]
    kommuner: Mapping[str, UUID]
    course: Course
    is_begun: bool

    @property
    def is_joint(self) -> bool:
        """Whether several kommuner need it."""
        return len(self.course.parts) >= _SEVERAL


def courses(reading: Reading, year: int | None = None) -> tuple[Joined, ...]:
    """The courses of a year, or of all; what saves most first, what nobody knows the cost of last."""
    known = _Known(reading)
    groups: dict[Same, list[Read]] = {}
    for read in known.needs:
        need = read.record
        if isinstance(need, TrainingNeed) and (year is None or need.year == year):
            groups.setdefault(known.same(need), []).append(read)
    found = [_joined(known, key[0], reads) for key, reads in groups.items()]
    return tuple(sorted(found, key=_order))


def years(reading: Reading) -> tuple[int, ...]:
    """The years that anything is needed in."""
    needs = (read.record for read in _needs(reading))
    return tuple(sorted({need.year for need in needs if isinstance(need, TrainingNeed) and need.year}))


class Needed:
    """What is needed already, also what is over: by what makes it the same course, with the kommun."""

    def __init__(self, reading: Reading) -> None:
        known = _Known(reading)
        needs = (read.record for read in _all(reading, NEEDS))
        self.needed = frozenset(
            (known.same(need), need.municipality) for need in needs if isinstance(need, TrainingNeed)
        )
        self._reading = reading

    def of(self, system: UUID | None, title: str, year: int) -> Same:
        """By what a need to be made is of the same course as others."""
        read = self._reading.many("systems", [system]).get(system) if system else None
        return year, _key_of(read), fold(title)


class _Known:
    """What needs refer to."""

    def __init__(self, reading: Reading) -> None:
        self.own = reading.organisation_id
        self.needs = _needs(reading)
        records = [read.record for read in _all(reading, NEEDS) if isinstance(read.record, TrainingNeed)]
        self._systems = reading.many("systems", {need.system for need in records if need.system})
        self._modules = reading.many("training_modules", {need.module for need in records if need.module})
        self._kommuner = reading.many("organisations", {need.municipality for need in records if need.municipality})

    def same(self, need: TrainingNeed) -> Same:
        """By what a need is of the same course as others."""
        system = self._systems.get(need.system) if need.system else None
        return need.year or 0, _key_of(system), fold(self.title(need))

    def title(self, need: TrainingNeed) -> str:
        """What the course of a need is called."""
        module = self.module(need)
        return module.title if module is not None else need.topic

    def module(self, need: TrainingNeed) -> TrainingModule | None:
        """The module of a need; None when it has none, or one that is not here."""
        read = self._modules.get(need.module) if need.module else None
        if read is None or read.placeholder or not isinstance(read.record, TrainingModule):
            return None
        return read.record

    def kommun(self, need: TrainingNeed) -> tuple[str, str]:
        """The kommun of a need: its kommunkod, or else its id, and its name."""
        read = self._kommuner.get(need.municipality) if need.municipality else None
        if read is None:
            return "", _UNKNOWN
        code = read.record.municipality_code if isinstance(read.record, Organisation) else ""
        return code or str(read.record.id), read.label

    def system_name(self, need: TrainingNeed) -> str:
        """What the system of a need is called; "" when it has none."""
        read = self._systems.get(need.system) if need.system else None
        return "" if read is None else read.label


def _key_of(system: Read | None) -> str:
    """By what a system is the same in several kommuner; "" for none."""
    if system is None:
        return ""
    return same_key(system.record.product if isinstance(system.record, System) else "", system.label)


def _joined(known: _Known, year: int, reads: Sequence[Read]) -> Joined:
    needs = [read.record for read in reads if isinstance(read.record, TrainingNeed)]
    needs.sort(key=lambda need: (need.owner != known.own, need.id))
    named = {known.kommun(need): need.municipality for need in needs}
    wanted = [
        Need(known.kommun(need)[0], need.people or 0, frozenset(row.month for row in need.months), need.cost_alone)
        for need in sorted(needs, key=known.kommun)
        if need.people
    ]
    modules = [module for need in needs if (module := known.module(need)) is not None]
    first = needs[0]
    return Joined(
        known.title(first),
        year,
        next((need.system for need in needs if need.system), None),
        next(filter(None, map(known.system_name, needs)), ""),
        tuple(dict.fromkeys(module.id for module in modules if module.owner == known.own)),
        tuple(need.id for need in needs),
        tuple(need.id for need in needs if need.owner == known.own),
        dict(named.keys()),
        {key: kommun for (key, _name), kommun in named.items() if kommun is not None},
        join(wanted, _terms(modules)),
        any(need.status == BEGUN for need in needs),
    )


def _terms(modules: Iterable[TrainingModule]) -> Terms:
    """What is known of the course: the first module that says it."""
    found = list(modules)
    return Terms(
        next((module.seats for module in found if module.seats), None),
        next((module.session_cost for module in found if module.session_cost is not None), None),
        next((module.seat_cost for module in found if module.seat_cost is not None), None),
    )


def _needs(reading: Reading) -> list[Read]:
    """The needs that are not over and of somebody; of a kommun that has spoken for itself, its own alone."""
    with reading.file.reading() as connection:
        said = spoken(connection)
    found = []
    for read in _all(reading, NEEDS):
        need = read.record
        if isinstance(need, TrainingNeed) and need.status not in OVER and need.people:
            kommun = need.municipality.bytes if need.municipality else None
            if said.holds(need.owner.bytes, kommun):
                found.append(read)
    return found


def _all(reading: Reading, register: str) -> list[Read]:
    reads = reading.many(register, reading.keys(register, ListQuery(all_owners=True))).values()
    return [read for read in reads if not read.placeholder and not read.record.deleted]


def _order(joined: Joined) -> tuple[object, ...]:
    saving = joined.course.saving
    return (joined.year, saving is None, -(saving or 0), -joined.course.people, swedish_key(joined.title))
