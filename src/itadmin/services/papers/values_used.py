"""What a handling was made of: a reading that remembers which records it gave, and those records as one JSON file.

Records that only lend their name stand in those that refer to them.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from itadmin import __version__
from itadmin.domain.registers import REGISTERS
from itadmin.services.exchange_form import ExchangeForm
from itadmin.services.reading import Read, Reading

_PACKED = ".gz"
_MOST_AS_IT_IS = 1_000_000
"""Bytes that are kept to be read by anybody; what is more is packed, as a list of thousands of records is."""
_MOST_UNPACKED = 500_000_000


class Remembering(Reading):
    """A reading that remembers which records have been read; `of` is the one it reads as."""

    def __init__(self, of: Reading) -> None:
        super().__init__(of.file, of.day)
        self._given: dict[str, set[UUID]] = {}

    def many(self, register: str, ids: Iterable[UUID]) -> dict[UUID, Read]:
        """Records by id, remembered."""
        return self._remembered(register, super().many(register, ids))

    def rows(self, register: str, places: Sequence[int], columns: Sequence[str]) -> dict[int, Read]:
        """Records of a list by place, remembered."""
        return self._remembered(register, super().rows(register, places, columns))

    def referring(self, register: str, field: str, target: UUID, *, everybody: bool = False) -> list[Read]:
        """The records that refer to one, remembered."""
        found = super().referring(register, field, target, everybody=everybody)
        self._remember(register, found)
        return found

    def related(
        self, register: str, record_id: UUID, whole: Container[tuple[str, str]] = ()
    ) -> dict[tuple[str, str], list[Read]]:
        """Everything that refers to a record, remembered."""
        found = super().related(register, record_id, whole)
        for (other, _field), reads in found.items():
            self._remember(other, reads)
        return found

    def given(self) -> Mapping[str, list[UUID]]:
        """The records that have been read, by register, in a settled order."""
        return {register: sorted(self._given[register]) for register in sorted(self._given)}

    def _remembered(self, register: str, found: dict[Any, Read]) -> dict[Any, Read]:
        self._remember(register, found.values())
        return found

    def _remember(self, register: str, reads: Iterable[Read]) -> None:
        self._given.setdefault(register, set()).update(read.record.id for read in reads)


def values_used(reading: Remembering, about: Mapping[str, Any]) -> bytes:
    """All records that were read, whole, as JSON in the form of `show`, after what is told `about` the handling.

    Equal records give equal bytes.
    """
    form = ExchangeForm(reading)
    records = {
        register: [form.record(REGISTERS[register], read) for read in reading.many(register, ids).values()]
        for register, ids in reading.given().items()
    }
    told = {"program": f"itadmin {__version__}", **about, "records": records}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def as_kept(number: str, values: bytes) -> tuple[str, bytes]:
    """The name and content of the file that the values of a handling are kept in."""
    name = f"{number}_uppgifter.json"
    if len(values) <= _MOST_AS_IT_IS:
        return name, values
    return f"{name}{_PACKED}", gzip.compress(values, mtime=0)


def as_made(name: str, content: bytes) -> bytes:
    """The values as they were made, of the file they are kept in. Raises ValueError when it is damaged."""
    if not name.endswith(_PACKED):
        return content
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(content, _MOST_UNPACKED)
    except zlib.error as error:
        raise ValueError(f"{name}: {error}") from error
