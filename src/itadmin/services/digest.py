"""A hash of what records say, so that two files can be compared whatever their layout, journal or age.

Values that are empty count as absent, so that a field added by a later version does not change the hash of a record
that leaves it empty. What a sender shares under a profile has the same hash there as with those who have received it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Plain
from itadmin.domain.record import Record, to_plain
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import Profile
from itadmin.services.reading import ListQuery, Reading
from itadmin.storage.sharing.projection import Projection, project

_ORDINARY = {"deleted": False, "shared": True}
"""Flags at their usual value are left out, as empty fields are."""


def digest(reading: Reading, owner: UUID | None = None, profile: Profile | None = None) -> str:
    """The SHA-256, in hexadecimal, of all records in the file, or of one owner's.

    With a profile of what that lets out of the owner's records, or of the file's own.

    Takes in owner, register, id and stored fields of every record, those in the bin too; not placeholders, proposals,
    revisions, held and computed fields or the journal.
    """
    if profile is not None:
        whose = owner or reading.organisation_id
        with reading.file.reading() as connection:
            return digest_shared(project(connection, profile, whose), whose)
    return _digest((name, [_of(name, record) for record in _records(reading, name, owner)]) for name in REGISTERS)


def digest_shared(shared: Projection, owner: UUID) -> str:
    """The same of what a profile lets out of one owner's records."""
    return _digest(
        (name, [_line(name, owner, record_id, values) for record_id, values in records.items()])
        for name, records in shared.records.items()
    )


def _digest(lines: Iterable[tuple[str, Iterable[str]]]) -> str:
    total = hashlib.sha256()
    for _, told in sorted(lines):
        for line in sorted(told):
            total.update(line.encode())
    return total.hexdigest()


def _records(reading: Reading, register: str, owner: UUID | None) -> Iterator[Record]:
    for deleted in (False, True):
        keys = reading.keys(register, ListQuery(all_owners=owner is None, owner=owner, deleted=deleted))
        yield from (read.record for read in reading.many(register, keys).values())


def _of(register: str, record: Record) -> str:
    values = {name: value for name, value in to_plain(record).items() if _ORDINARY.get(name) is not value}
    return _line(register, record.owner, record.id, values)


def _line(register: str, owner: UUID, record_id: UUID, values: Plain) -> str:
    content = [register, str(owner), str(record_id), _without_empty(values)]
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_empty(item) for name, item in value.items() if item not in (None, "", [])}
    if isinstance(value, list):
        return [_without_empty(item) for item in value]
    return value
