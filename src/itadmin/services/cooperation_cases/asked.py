"""Which kommuner a ställningstagande can be of: those that take part in its case, else any kommun. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.domain.registers.organisations import Organisation
from itadmin.services.cooperation_cases.standing import CASES
from itadmin.services.reading import Reading

_ORGANISATIONS = "organisations"
_KOMMUN = "kommun"
_MOST_READ = 2000


def asked_of(reading: Reading, case: UUID | None, words: str, most: int) -> list[tuple[UUID, str]]:
    """Ids and names of the kommuner with these words in their names, so many at most; `case` is None while unknown."""
    found = reading.choices(_ORGANISATIONS, words, _MOST_READ)
    taking_part = _taking_part(reading, case)
    kept = frozenset(taking_part) if taking_part else _kommuner(reading, [key for key, _name in found])
    return [(key, name) for key, name in found if key in kept][:most]


def _taking_part(reading: Reading, case: UUID | None) -> tuple[UUID, ...]:
    read = reading.many(CASES, [case]).get(case) if case else None
    return read.record.participants if read is not None and isinstance(read.record, CooperationCase) else ()


def _kommuner(reading: Reading, keys: Iterable[UUID]) -> frozenset[UUID]:
    reads = reading.many(_ORGANISATIONS, keys).values()
    return frozenset(read.record.id for read in reads if _is_kommun(read.record))


def _is_kommun(record: object) -> bool:
    return isinstance(record, Organisation) and (record.kind == _KOMMUN or bool(record.municipality_code))
