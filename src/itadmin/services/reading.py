"""Reading a register on a day: what lists, record pages, papers and the command line ask.

Nothing here writes. The day decides who holds a role and what is computed; it never comes from the clock here.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from itadmin.domain.columns import OWNER
from itadmin.domain.filter_tests import holds
from itadmin.domain.filters import Condition, settled
from itadmin.domain.problems import NotFoundError
from itadmin.domain.record import Record, plain_value
from itadmin.domain.register import Lock, Register
from itadmin.domain.registers import OWNERS, REGISTERS
from itadmin.domain.text import clean_line
from itadmin.domain.words import Words
from itadmin.services.importing.existing import Existing
from itadmin.services.journal import Journal
from itadmin.services.listing import Listing, divided
from itadmin.services.locking import lock_of
from itadmin.services.orders import Orders
from itadmin.services.ranking import sort_key_of
from itadmin.storage import hits, journal, list_slices, lists, wording
from itadmin.storage.engine import RegisterFile
from itadmin.storage.hits import Hit
from itadmin.storage.journal import Entry
from itadmin.storage.list_rows import can_read, read_rows
from itadmin.storage.reads import Holder, ListQuery, Piece, Read
from itadmin.storage.records import RecordReader, referring_registers

_AT_ONCE = 500

__all__ = ["Entry", "Hit", "Holder", "ListQuery", "Read", "Reading"]


class Reading:
    """Reads one register file as things are on `day`."""

    def __init__(self, file: RegisterFile, day: date, orders: Orders | None = None) -> None:
        """`orders` are those of the file that are kept from one reading to the next."""
        self.day = day
        self._file = file
        self._orders = orders or Orders(file)

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

    @property
    def words(self) -> Words:
        """The words of the file's value lists."""
        with self._file.reading() as connection:
            return wording.words(connection)

    def close(self) -> None:
        """Let go of a private copy; a file that is open for work stays open."""
        if not self._file.writable:
            self._file.close()

    def keys(self, register: str, query: ListQuery | None = None) -> list[UUID]:
        """The ids of a list, in its order.

        Raises KeyError for a field or finding that the register does not have, ValueError for a condition that cannot
        be asked of its field.
        """
        wanted, description = self._settled(query or ListQuery()), REGISTERS[register]
        stored, beside = divided(description, wanted)
        by_computed = wanted.sort in description.computed
        with self._file.reading() as connection:
            stored = replace(stored, sort="", descending=False) if by_computed else stored
            ids = lists.keys(connection, description, stored, self.organisation_id, self.day)
        if not beside and not by_computed:
            return ids
        return self._keys_by_computed(description, wanted, beside, ids)

    def _keys_by_computed(
        self, register: Register, query: ListQuery, beside: Iterable[Condition], ids: list[UUID]
    ) -> list[UUID]:
        """The ids as filtered and sorted by fields that are computed; what has no value comes last."""
        values = {
            record_id: {name: plain_value(item, getattr(read.record, name)) for name, item in register.computed.items()}
            for record_id, read in self.many(register.name, ids).items()
        }
        conditions = tuple(beside)
        found = [key for key in ids if all(holds(item, values[key][item.field]) for item in conditions)]
        if query.sort not in register.computed:
            return found
        with_value = [key for key in found if values[key][query.sort] is not None]
        field = register.fields[query.sort]
        words = self.words
        with_value.sort(key=lambda key: sort_key_of(field, values[key][query.sort], words), reverse=query.descending)
        return with_value + [key for key in found if values[key][query.sort] is None]

    def listing(self, register: str, query: ListQuery) -> Listing:
        """A list that answers at once and is completed piece by piece. Raises KeyError and ValueError as `keys`."""
        description = REGISTERS[register]
        return Listing(self._file, self._orders, description, self._settled(query), self.organisation_id, self.day)

    def _settled(self, query: ListQuery) -> ListQuery:
        return replace(query, conditions=settled(query.conditions, self.day))

    def warming(self, register: str, query: ListQuery, columns: Iterable[str]) -> Iterable[Piece]:
        """Prepare the orders of a list by these columns, piece by piece."""
        return self.listing(register, query).warming(columns)

    def rows(self, register: str, places: Sequence[int], columns: Sequence[str]) -> dict[int, Read]:
        """Records of a list by place, as far as these columns show them; unknown ones are left out."""
        description = REGISTERS[register]
        with self._file.reading() as connection:
            if can_read(description, columns):
                return read_rows(connection.exec_driver_sql, description, places, columns, self.day)
            ids = list_slices.ids_of(connection, description, places)
            reads = RecordReader(connection, self.day).read(description, ids.values())
        return {place: reads[record_id] for place, record_id in ids.items() if record_id in reads}

    def ids(self, register: str, places: Sequence[int]) -> list[UUID]:
        """The ids of records of a list, in the order of the places."""
        with self._file.reading() as connection:
            return list(list_slices.ids_of(connection, REGISTERS[register], places).values())

    def place(self, register: str, record_id: UUID) -> int:
        """The place of a record in the file; 0 when it is not here."""
        with self._file.reading() as connection:
            return list_slices.place_of(connection, REGISTERS[register], record_id)

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

    def referring(self, register: str, field: str, target: UUID, *, everybody: bool = False) -> list[Read]:
        """The records of a register whose `field` refers to `target`, in name order: one's own, and its owner's.

        With `everybody` also what others say of it.
        """
        with self._file.reading() as connection:
            ids = lists.referring(connection, REGISTERS[register], field, target, everybody=everybody)
            return list(RecordReader(connection, self.day).read(REGISTERS[register], ids).values())

    def lock_of(self, register: str, record: Record) -> Lock | None:
        """The lock that keeps a record from being changed; None when nothing does."""
        with self._file.reading() as connection:
            return lock_of(RecordReader(connection, self.day), register, record)

    def related(
        self, register: str, record_id: UUID, whole: Container[tuple[str, str]] = ()
    ) -> dict[tuple[str, str], list[Read]]:
        """Everything that refers to a record, by (register, field); empty ones left out.

        As far as the columns of their lists tell of them, as there may be thousands; those in `whole` as they are.
        """
        found = {}
        asked = [(other, name) for other, fields in referring_registers(register).items() for name in fields]
        with self._file.reading() as connection:
            reader = RecordReader(connection, self.day)
            for other, name in asked:
                if (other, name) in whole:
                    ids = lists.referring(connection, REGISTERS[other], name, record_id)
                    reads = list(reader.read(REGISTERS[other], ids).values())
                else:
                    reads = self._listed_referring(REGISTERS[other], name, record_id)
                if reads:
                    found[other, name] = reads
        return found

    def _listed_referring(self, register: Register, field: str, target: UUID) -> list[Read]:
        with self._file.reading() as connection:
            places = lists.places_referring(connection, register, field, target)
        reads: dict[int, Read] = {}
        for start in range(0, len(places), _AT_ONCE):
            reads |= self.rows(register.name, places[start : start + _AT_ONCE], (*register.columns, OWNER))
        return [reads[place] for place in places if place in reads]

    def count(self, register: str) -> int:
        """How many own records a register has."""
        with self._file.reading() as connection:
            return lists.count(connection, REGISTERS[register], self.organisation_id)

    def choices(self, register: str, words: str = "", limit: int = 500) -> list[tuple[UUID, str]]:
        """Ids and names to choose a reference from; what is of the past on the day comes late, others' records last."""
        with self._file.reading() as connection:
            return lists.choices(connection, REGISTERS[register], words, limit, self.day, self.organisation_id)

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
