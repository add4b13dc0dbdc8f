"""Reading a register on a day: what lists, record pages, papers and the command line ask.

Nothing here writes. The day decides who holds a role and what is computed; it never comes from the clock here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.problems import NotFoundError
from itadmin.domain.record import plain_value
from itadmin.domain.register import Register
from itadmin.domain.registers import OWNERS, REGISTERS
from itadmin.domain.text import clean_line, swedish_key
from itadmin.services.importing.existing import Existing
from itadmin.services.journal import Journal
from itadmin.storage import hits, journal, lists
from itadmin.storage.engine import RegisterFile
from itadmin.storage.hits import Hit
from itadmin.storage.journal import Entry
from itadmin.storage.reads import Holder, ListQuery, Read
from itadmin.storage.records import RecordReader, referring_registers

__all__ = ["Entry", "Hit", "Holder", "ListQuery", "Read", "Reading"]


class Reading:
    """Reads one register file as things are on `day`."""

    def __init__(self, file: RegisterFile, day: date) -> None:
        self.day = day
        self._file = file

    @property
    def file(self) -> RegisterFile:
        """The file itself, for services that have questions of their own to it."""
        return self._file

    @property
    def organisation_id(self) -> UUID:
        """Whose file it is."""
        return self._file.info.organisation

    @property
    def is_sample(self) -> bool:
        """Whether the file is the sample region's, which its papers must say."""
        return self._file.info.sample

    def close(self) -> None:
        """Let go of a private copy; a file that is open for work stays open."""
        if not self._file.writable:
            self._file.close()

    def keys(self, register: str, query: ListQuery | None = None) -> list[UUID]:
        """The ids of a list, in its order. Raises KeyError for a field that the register does not have."""
        wanted, description = query or ListQuery(), REGISTERS[register]
        where = {name: values for name, values in wanted.where.items() if name not in description.computed}
        sort = "" if wanted.sort in description.computed else wanted.sort
        with self._file.reading() as connection:
            stored = replace(wanted, where=where, sort=sort)
            ids = lists.keys(connection, description, stored, self.organisation_id, self.day)
        if len(where) == len(wanted.where) and sort == wanted.sort:
            return ids
        return self._keys_by_computed(description, wanted, ids)

    def _keys_by_computed(self, register: Register, query: ListQuery, ids: list[UUID]) -> list[UUID]:
        """The ids as filtered and sorted by fields that are computed; what has no value comes last."""
        values = {
            record_id: {name: plain_value(item, getattr(read.record, name)) for name, item in register.computed.items()}
            for record_id, read in self.many(register.name, ids).items()
        }
        wanted = {name: allowed for name, allowed in query.where.items() if name in register.computed}
        found = [key for key in ids if all(values[key][name] in allowed for name, allowed in wanted.items())]
        if query.sort not in register.computed:
            return found
        with_value = [key for key in found if values[key][query.sort] is not None]
        with_value.sort(key=lambda key: _order(values[key][query.sort]), reverse=query.descending)
        return with_value + [key for key in found if values[key][query.sort] is None]

    def many(self, register: str, ids: Iterable[UUID]) -> dict[UUID, Read]:
        """Records by id, in the order asked for; unknown ids are left out."""
        with self._file.reading() as connection:
            return RecordReader(connection, self.day).read(REGISTERS[register], ids)

    def one(self, register: str, record_id: UUID) -> Read:
        """One record. Raises NotFoundError."""
        found = self.many(register, [record_id]).get(record_id)
        if found is None:
            raise NotFoundError(f"Posten finns inte bland {REGISTERS[register].plural.lower()} i filen. Läs om listan.")
        return found

    def organisation(self) -> Read:
        """The record of the organisation whose file it is."""
        return self.one(OWNERS.name, self.organisation_id)

    def referring(self, register: str, field: str, target: UUID) -> list[Read]:
        """The records of a register whose `field` refers to `target`, in name order."""
        with self._file.reading() as connection:
            ids = lists.referring(connection, REGISTERS[register], field, target)
            return list(RecordReader(connection, self.day).read(REGISTERS[register], ids).values())

    def related(self, register: str, record_id: UUID) -> dict[tuple[str, str], list[Read]]:
        """Everything that refers to a record, by (register, field); empty ones left out."""
        found = {}
        for other, fields in referring_registers(register).items():
            for name in fields:
                reads = self.referring(other, name, record_id)
                if reads:
                    found[other, name] = reads
        return found

    def count(self, register: str) -> int:
        """How many own records a register has."""
        with self._file.reading() as connection:
            return lists.count(connection, REGISTERS[register], self.organisation_id)

    def choices(self, register: str, words: str = "", limit: int = 500) -> list[tuple[UUID, str]]:
        """Ids and names to choose a reference from."""
        with self._file.reading() as connection:
            return lists.choices(connection, REGISTERS[register], words, limit)

    def label(self, register: str, record_id: UUID) -> str:
        """What a record is called; "" when it is not here."""
        with self._file.reading() as connection:
            return RecordReader(connection, self.day).labels(register, [record_id]).get(record_id, "")

    def labels(self, register: str, ids: Iterable[UUID]) -> dict[UUID, str]:
        """What records are called; those that are not here are left out."""
        with self._file.reading() as connection:
            return RecordReader(connection, self.day).labels(register, ids)

    def existing(self) -> Existing:
        """What an import is held against."""
        return Existing(self._file, self.day)

    def journal(self) -> Journal:
        """What has been done to the records, and when."""
        return Journal(self._file)

    def find(self, words: str, limit: int = 50) -> list[Hit]:
        """The best hits in all registers."""
        with self._file.reading() as connection:
            return hits.find(connection, words, limit)

    def history(self, record_id: UUID) -> list[Entry]:
        """Every change of a record, newest first."""
        with self._file.reading() as connection:
            return journal.history(connection, record_id)

    def named(self, register: str, text: str) -> UUID:
        """The one record that `text` names, as id, name or key. Raises NotFoundError when none or several do."""
        try:
            ids = [UUID(text)]
            with self._file.reading() as connection:
                found = list(RecordReader(connection, self.day).labels(register, ids))
        except ValueError:
            with self._file.reading() as connection:
                found = lists.named(connection, REGISTERS[register], text)
        if len(found) == 1:
            return found[0]
        plural, name = REGISTERS[register].plural.lower(), clean_line(text)[:60]
        if found:
            raise NotFoundError(f"{len(found)} {plural} heter ”{name}”. Ange id i stället för namn.")
        raise NotFoundError(f"Det finns inget med namnet ”{name}” bland {plural}. Kontrollera namnet.")


def _order(value: Any) -> Any:
    """What a plain value is sorted by; text in Swedish order."""
    return swedish_key(value) if isinstance(value, str) else value
