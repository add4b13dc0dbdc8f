"""How a samverkansärende stands: what each kommun that takes part has said, and whose own word that is.

A kommun's own record of its stance goes before what others have noted of it; of several the newest. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.domain.registers.cooperation_stances import CooperationStance
from itadmin.domain.states import IN, SILENT
from itadmin.services.reading import Read, Reading

CASES, STANCES = "cooperation_cases", "cooperation_stances"
USUAL_BODY = "KS"
"""The code of *beslutsinstans* that decides in a kommun where nobody has said another."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a kommun in a case: its stance as read, if there is one, and whether it has said so itself.

    `name` is the kommun's. `is_of_other` tells that somebody else noted it.
    """

    municipality: UUID
    name: str
    read: Read | None
    is_of_other: bool

    @property
    def record(self) -> CooperationStance | None:
        """The record of its stance."""
        record = self.read.record if self.read else None
        return record if isinstance(record, CooperationStance) else None

    @property
    def code(self) -> str:
        """Its stance; that it has not answered where nothing is known."""
        return self.record.stance if self.record and self.record.stance else SILENT

    @property
    def is_in(self) -> bool:
        """Whether it takes part."""
        return self.code in IN


def case_read(reading: Reading, case_id: UUID) -> tuple[Read, CooperationCase]:
    """A case as it is read, and as the record it is. Raises KnownError for what is none."""
    read = reading.one(CASES, case_id)
    if not isinstance(read.record, CooperationCase):
        raise KnownError("Posten är inget samverkansärende.")
    return read, read.record


def standings_of(reading: Reading, case: CooperationCase) -> tuple[Standing, ...]:
    """How each kommun that takes part stands, and others that have said something; in the order of the case."""
    reads = [read for read in reading.referring(STANCES, "case", case.id, everybody=True) if not read.record.deleted]
    told = _by_municipality(reads)
    order = [*dict.fromkeys((*case.participants, *told))]
    names = reading.labels("organisations", order)
    return tuple(
        Standing(key, names.get(key, ""), read := told.get(key), read is not None and read.record.owner != key)
        for key in order
    )


def stances_of(reading: Reading, case: CooperationCase) -> tuple[CooperationStance, ...]:
    """The stance that counts of each kommun that has one."""
    return tuple(each.record for each in standings_of(reading, case) if each.record)


def _by_municipality(reads: Iterable[Read]) -> dict[UUID, Read]:
    """The read that counts of each: its own word before another's, then the newest."""
    found: dict[UUID, Read] = {}
    for read in sorted(reads, key=_rank):
        record = read.record
        if isinstance(record, CooperationStance) and record.municipality:
            found[record.municipality] = read
    return found


def _rank(read: Read) -> tuple[bool, date, bytes]:
    record = read.record
    if not isinstance(record, CooperationStance):
        return False, date.min, b""
    return record.owner == record.municipality, record.decided_on or date.min, record.id.bytes
