"""A hash of what records say, so that two files can be compared whatever their layout, journal or age.

Values that are empty count as absent, so that a field added by a later version does not change the hash of a record
that leaves it empty.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from itadmin.domain.record import Record, to_plain
from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import ListQuery, Reading

_ORDINARY = {"deleted": False, "shared": True}
"""Flags at their usual value are left out, as empty fields are."""


def digest(reading: Reading, owner: UUID | None = None) -> str:
    """The SHA-256, in hexadecimal, of all records in the file, or of one owner's.

    Takes in owner, register, id and stored fields of every record, those in the bin too; not placeholders, proposals,
    revisions, held and computed fields or the journal.
    """
    total = hashlib.sha256()
    for name in sorted(REGISTERS):
        for line in sorted(_line(name, record) for record in _records(reading, name, owner)):
            total.update(line.encode())
    return total.hexdigest()


def _records(reading: Reading, register: str, owner: UUID | None) -> Iterator[Record]:
    for deleted in (False, True):
        keys = reading.keys(register, ListQuery(all_owners=True, deleted=deleted))
        for read in reading.many(register, keys).values():
            if owner in (None, read.record.owner):
                yield read.record


def _line(register: str, record: Record) -> str:
    values = {name: value for name, value in to_plain(record).items() if _ORDINARY.get(name) is not value}
    content = [register, str(record.owner), str(record.id), _without_empty(values)]
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_empty(item) for name, item in value.items() if item not in (None, "", [])}
    if isinstance(value, list):
        return [_without_empty(item) for item in value]
    return value
