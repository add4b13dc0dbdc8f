"""What lies in the register of a share file, taken value by value into a staging database, or refused as a whole.

Only what any profile may let out is looked at; tables and columns that this version does not have, or keeps at home,
are passed over and told of. Runs in the process that reads share files. Needs no database library.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple
from uuid import UUID

from itadmin.domain.fields import Choice, Field, Reference, References, Rows
from itadmin.domain.labels import label_from_plain
from itadmin.domain.problems import errors
from itadmin.domain.record import Record, described_fields, stored_fields, typed_value
from itadmin.domain.register import Register
from itadmin.domain.registers import OWNERS, REGISTERS
from itadmin.domain.sharing import PROFILES
from itadmin.domain.validation import check
from itadmin.domain.values import LISTS
from itadmin.domain.words import Words
from itadmin.storage.sharing.foreign import rows_of
from itadmin.storage.sharing.layout import Holding, holdings, table_name
from itadmin.storage.sharing.outside import extended, read_refs, read_words, record_name
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.schema import FORMS, ShareTable
from itadmin.storage.sharing.staging import Staging
from itadmin.storage.sharing.values import identifier, reader_of

_WIDEST = PROFILES["itchefsgruppen"]
_MOST_TOLD = 500
_MOST_IN_A_RECORD = 10_000
_NAMED_BY_THE_WORLD = 5
"""The version of the ids that are made of a kommunkod."""

Plain = dict[str, Any]
Sides = Mapping[bytes, list[Any]]


class Trouble(NamedTuple):
    """Something that does not fit and stops nothing.

    `kind`: "tabell" or "falt" that is not known here, "kod" that has no word, "lang" for a text that was cut, "regel"
    for what a rule says in `detail`. `label` is what the record is called, "" when none is meant.
    """

    kind: str
    register: str
    label: str = ""
    field: str = ""
    detail: str = ""


class Arrival(NamedTuple):
    """What has been taken: the staging database, the number of records by register, and troubles, the first of many."""

    database: bytes
    counts: Mapping[str, int]
    troubles: Sequence[Trouble]
    number_of_troubles: int


def arrive(raw: sqlite3.Connection, tables: Sequence[ShareTable], owner: UUID, words: Words) -> Arrival:
    """Take in all that this version knows of a register whose tables are these.

    `words` are the receiver's. Raises RefusedError, sqlite3.Error and UnicodeDecodeError.
    """
    return _Arriving(raw, tables, owner, words).done()


class _Arriving:
    """One register while it is taken in."""

    def __init__(self, raw: sqlite3.Connection, tables: Sequence[ShareTable], owner: UUID, words: Words) -> None:
        self._raw = raw
        self._owner = owner
        self._tables = {table.name: table for table in tables if table.form not in ("refs", "words")}
        self._once = {table.form: table for table in tables if table.form in ("refs", "words")}
        self._staging = Staging(owner)
        self._troubles: list[Trouble] = []
        self._number = 0
        self._any: dict[str, Record] = {}
        self._ids: dict[str, set[bytes]] = {}
        self._targets: dict[str, set[bytes]] = defaultdict(set)
        self._sent_words = read_words(raw, self._once.get("words"))
        self._words = Words(extended(words.lists, self._sent_words))

    def done(self) -> Arrival:
        """Take in everything."""
        known = {holding.table.name: holding for holding in holdings(_WIDEST)}
        for name, table in self._tables.items():
            if name not in known or known[name].table.form != table.form:
                self._tell(Trouble("tabell", name))
        for register in REGISTERS.values():
            own = [holding for name, holding in known.items() if holding.register is register and self._has(holding)]
            if own and own[0].table.form == "records":
                self._register(register, own[0], own[1:])
            elif any(self._tables[holding.table.name].rows for holding in own):
                raise RefusedError(f"{register.name} has links or rows and no records")
        self._staging.add_words((*key, word) for key, word in self._sent_words.items())
        self._staging.add_refs(read_refs(self._raw, self._once.get("refs"), self._targets, self._ids))
        counts = {name: len(ids) for name, ids in self._ids.items() if ids}
        return Arrival(self._staging.content(), counts, self._troubles, self._number)

    def _has(self, holding: Holding) -> bool:
        table = self._tables.get(holding.table.name)
        return table is not None and table.form == holding.table.form

    def _tell(self, trouble: Trouble) -> None:
        self._number += 1
        if len(self._troubles) < _MOST_TOLD:
            self._troubles.append(trouble)

    # Records

    def _register(self, register: Register, main: Holding, others: Sequence[Holding]) -> None:
        ids = self._ids[register.name] = set()
        if not self._tables[main.table.name].rows:
            if any(self._tables[other.table.name].rows for other in others):
                raise RefusedError(f"{register.name} has links or rows and no records")
            return
        sides = {other.field: self._side(other) for other in others}
        names = (*self._known(main), *sides)
        self._staging.add(register, names, self._records(register, main, sides, ids))
        if any(found.keys() - ids for found in sides.values()):
            raise RefusedError(f"links or rows of {register.name} belong to no record")

    def _records(
        self, register: Register, main: Holding, sides: Mapping[str, Sides], ids: set[bytes]
    ) -> Iterator[tuple[bytes, str, Plain]]:
        take = self._taker(main, skipped=len(FORMS["records"].columns))
        asked = register if self._is_whole(register) else replace(register, rules=())
        for row in rows_of(self._raw, self._tables[main.table.name]):
            record, name = identifier(row[0]), record_name(row[1])
            self._require_own(register, record)
            ids.add(record)
            plain, cut = take(row)
            plain |= {field: found.get(record, []) for field, found in sides.items()}
            label = self._label(register, plain, name)
            for field in cut:
                self._tell(Trouble("lang", register.name, label, field))
            self._check(asked, record, plain, label)
            yield record, label, plain

    def _require_own(self, register: Register, record: bytes) -> None:
        """A kommun's own record is its own to send, and nobody else's."""
        if register is OWNERS and UUID(bytes=record).version == _NAMED_BY_THE_WORLD and record != self._owner.bytes:
            raise RefusedError("the record of another kommun")

    def _label(self, register: Register, plain: Plain, name: str) -> str:
        """What a record is called: by what it says, else as its sender calls it."""
        says = any(plain.get(title) for title in register.title_fields)
        return label_from_plain(register, plain, self._words) if says else name

    def _check(self, register: Register, record: bytes, plain: Plain, label: str) -> None:
        for problem in errors(check(register, self._record(register, record, plain), plain)):
            code = self._code_without_word(register.fields.get(problem.field), plain.get(problem.field))
            if code is None:
                self._tell(Trouble("regel", register.name, label, problem.field, problem.text))
            elif code:
                self._tell(Trouble("kod", register.name, label, problem.field, code))

    def _record(self, register: Register, record: bytes, plain: Plain) -> Record:
        """The record, for rules that ask it; where there are none, any will do."""
        if not register.rules:
            return self._any.setdefault(register.name, register.record())
        fields = stored_fields(register.record)
        said = {name: typed_value(fields[name], value) for name, value in plain.items()}
        found: Record = register.record(id=UUID(bytes=record), **said)
        return found

    def _is_whole(self, register: Register) -> bool:
        """Whether all that records say has come, so that the register's rules can be asked."""
        places = {(table.name, name) for table in self._tables.values() for name, _ in table.columns}
        return all(
            {(table_name(register, name), column) for column in described_fields(field.row)} <= places
            if isinstance(field, Rows)
            else table_name(register, name) in self._tables
            if isinstance(field, References)
            else (register.name, name) in places
            for name, field in stored_fields(register.record).items()
        )

    def _code_without_word(self, field: Field | None, code: Any) -> str | None:
        """The code, if it is none that this version has; "" when its word came with it, None when it has it."""
        if not isinstance(field, Choice) or not code or code in LISTS[field.values]:
            return None
        return "" if (field.values, code) in self._sent_words else str(code)

    # Links, rows and values

    def _side(self, holding: Holding) -> Sides:
        found: dict[bytes, list[Any]] = defaultdict(list)
        take = self._taker(holding, skipped=2)
        for row in rows_of(self._raw, self._tables[holding.table.name]):
            record, place = identifier(row[0]), row[1]
            if place != len(found[record]) or place >= _MOST_IN_A_RECORD:
                raise RefusedError("links or rows are not numbered from nought")
            if holding.table.form == "links":
                target = identifier(row[2])
                self._targets[holding.to].add(target)
                found[record].append(str(UUID(bytes=target)))
            else:
                values, cut = take(row)
                found[record].append(values)
                for column in cut:
                    self._tell(Trouble("lang", holding.register.name, "", f"{holding.field}.{column}"))
        return found

    def _taker(self, holding: Holding, skipped: int) -> Callable[[Sequence[Any]], tuple[Plain, list[str]]]:
        """What makes plain values, and the names of those that were cut, of a row's columns after the skipped ones."""
        known, readers = self._known(holding), []
        for place, (name, _) in enumerate(self._tables[holding.table.name].columns, start=skipped):
            if name in known:
                field = known[name]
                readers.append((place, name, reader_of(field), self._targets_of(field)))
            else:
                self._tell(Trouble("falt", holding.register.name, "", f"{holding.field}.{name}".lstrip(".")))

        def take(row: Sequence[Any]) -> tuple[Plain, list[str]]:
            plain, cut = {}, []
            for place, name, read, targets in readers:
                value, is_cut = read(row[place])
                if is_cut:
                    cut.append(name)
                if targets is not None and value is not None:
                    targets.add(value)
                    value = str(UUID(bytes=value))
                plain[name] = value
            return plain, cut

        return take

    def _known(self, holding: Holding) -> Mapping[str, Field]:
        """The columns of a table that are known here, and of the same kind."""
        kinds = dict(holding.table.columns)
        columns = self._tables[holding.table.name].columns
        return {name: holding.columns[name] for name, kind in columns if kinds.get(name) == kind}

    def _targets_of(self, field: Field) -> set[bytes] | None:
        return self._targets[field.to] if isinstance(field, Reference) else None
