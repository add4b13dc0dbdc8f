"""Reading a register on a day: what lists, record pages, papers and the command line ask.

Nothing here writes. The day decides who holds a role and what is computed; it never comes from the clock here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.problems import NotFoundError
from itadmin.domain.registers import REGISTERS
from itadmin.storage import journal, lists, search
from itadmin.storage.engine import RegisterFile
from itadmin.storage.journal import Entry
from itadmin.storage.records import Holder, Read, RecordReader, referring_registers
from itadmin.storage.search import Hit

__all__ = ["Entry", "Hit", "Holder", "ListQuery", "Read", "Reading"]


@dataclass(frozen=True)
class ListQuery:
    """What a list shows: words to match, allowed plain values by identifier, sort field ("" is by name)."""

    words: str = ""
    where: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False
    deleted: bool = False
    all_owners: bool = False


class Reading:
    """Reads one register file as things are on `day`."""

    def __init__(self, file: RegisterFile, day: date) -> None:
        self.day = day
        self._file = file

    @property
    def organisation_id(self) -> UUID:
        """Whose file it is."""
        return self._file.info.organisation

    @property
    def is_sample(self) -> bool:
        """Whether the file is the sample region's, which its papers must say."""
        return self._file.info.sample

    def keys(self, register: str, query: ListQuery | None = None) -> list[UUID]:
        """The ids of a list, in its order."""
        wanted = query or ListQuery()
        with self._file.reading() as connection:
            return lists.keys(
                connection,
                REGISTERS[register],
                owner=None if wanted.all_owners else self.organisation_id,
                where=wanted.where,
                words=wanted.words,
                sort=wanted.sort,
                descending=wanted.descending,
                deleted=wanted.deleted,
            )

    def many(self, register: str, ids: Iterable[UUID]) -> dict[UUID, Read]:
        """Records by id, in the order asked for; unknown ids are left out."""
        with self._file.reading() as connection:
            return RecordReader(connection, self.day).read(REGISTERS[register], ids)

    def one(self, register: str, record_id: UUID) -> Read:
        """One record. Raises NotFoundError."""
        found = self.many(register, [record_id]).get(record_id)
        if found is None:
            raise NotFoundError(f"Det finns ingen sådan post bland {REGISTERS[register].plural.lower()} i filen.")
        return found

    def organisation(self) -> Read:
        """The record of the organisation whose file it is."""
        return self.one("organisations", self.organisation_id)

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

    def find(self, words: str, limit: int = 50) -> list[Hit]:
        """The best hits in all registers."""
        with self._file.reading() as connection:
            return search.find(connection, words, limit)

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
        plural = REGISTERS[register].plural.lower()
        if found:
            raise NotFoundError(f"{len(found)} {plural} heter ”{text}”. Ange id i stället för namn.")
        raise NotFoundError(f"Det finns inget med namnet ”{text}” bland {plural}. Lägg till det först.")
