"""Changes in words: what a change did to a record, field by field, as people read values.

References go by name, choices by label, rows and lists by what was added, changed and taken away. What `Teller` is
told of a step's own new records is known too, so that a preview can name what is not written yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, Plain
from itadmin.domain.differences import RowDifference, row_differences
from itadmin.domain.entry import text_from_plain
from itadmin.domain.erasure import ERASED
from itadmin.domain.fields import OPEN, Field, Held, Reference, References, Rows, Text, YesNo
from itadmin.domain.labels import label_from_plain
from itadmin.domain.record import NO_ID, described_fields
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.words import Words
from itadmin.services.attention.marking import MARKS
from itadmin.services.display import plain_text
from itadmin.services.mark_words import mark_reader
from itadmin.services.reading import Reading
from itadmin.services.view_words import VIEWS, view_reader

_SHARED = YesNo("Får delas", OPEN)
GONE = "borttagen post"
"""What a record is called that is not here any more."""
_READERS = {VIEWS: view_reader, MARKS: mark_reader}
"""Registers with fields that are kept as texts for machines, and how a change of such a record reads."""
_REORDERED = "Raderna står i en annan ordning."


class Deed(Enum):
    """What was done to a record as a whole, by the word for it."""

    NEW = "ny"
    CHANGED = "ändrad"
    BINNED = "borttagen"
    BROUGHT_BACK = "återställd"
    UNMADE = "inte gjord"
    UNCHANGED = "som förut"

    @property
    def word(self) -> str:
        """The word for it; what was never made, because it was undone, is gone as what is binned is."""
        return Deed.BINNED.value if self is Deed.UNMADE else self.value


@dataclass(frozen=True, slots=True)
class ToldField:
    """One field's change: identifier, label, and the value before and after in words, "" where there was none.

    `lines` tells instead what was done, for rows and lists. `before` is the plain value there was. A value that has
    been taken away for good cannot be put back: then the identifier is "".
    """

    name: str
    label: str
    old: str
    new: str
    lines: tuple[str, ...] = ()
    before: Any = None


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A record's change: the record, what it is called, what was done to it, and to which fields.

    `is_new` says that there was no record before, so that all its values are new.
    """

    register: Register
    record_id: UUID
    label: str
    deed: Deed
    fields: tuple[ToldField, ...]
    is_new: bool = False


class Teller:
    """Tells changes with the names of one `Reading`; asks for each name once."""

    def __init__(self, reading: Reading, own: Iterable[Change] = ()) -> None:
        """`own` are changes whose new records are known by the name they are given."""
        self._reading = reading
        self.words = reading.words
        self._names: dict[UUID, str] = {}
        self._asked: set[UUID] = set()
        self._own = {change.record_id: self._named(change) for change in own if change.before is None}

    def tell(self, changes: Sequence[Change]) -> list[ToldChange]:
        """The changes in words, in their order."""
        self._learn(changes)
        about = self._about(changes)
        return [self._told(change, about.get(change.record_id, "")) for change in changes]

    def name(self, register: str, record_id: UUID) -> str:
        """What a record is called."""
        self._ask(register, [record_id])
        return self._names.get(record_id, GONE)

    def fields(self, register: Register, before: Plain, after: Plain) -> tuple[ToldField, ...]:
        """What differs between two states of a record, in the order of its description."""
        self._learn([Change(register.name, UUID(int=0), before, after)])
        return tuple(self._fields(register, before, after))

    def _told(self, change: Change, about: str) -> ToldChange:
        register = REGISTERS[change.register]
        told = tuple(self._fields(register, change.before or {}, change.after or {}))
        if change.register in _READERS:
            read = _READERS[change.register](self._reading, change)
            told = tuple(replace(item, old=read(item.name, item.old), new=read(item.name, item.new)) for item in told)
        label = " · ".join(filter(None, (self._names.get(change.record_id) or self._named(change), about)))
        return ToldChange(register, change.record_id, label, _deed(change), told, change.before is None)

    def _about(self, changes: Iterable[Change]) -> dict[UUID, str]:
        """What those are about that need no name of their own: a role says little without its system and who has it."""
        wanted: dict[str, list[Change]] = defaultdict(list)
        for change in changes:
            if _says_too_little(REGISTERS[change.register]):
                wanted[change.register].append(change)
        found = {}
        for name, group in wanted.items():
            reads = self._reading.many(name, [change.record_id for change in group])
            for change in group:
                read, values = reads.get(change.record_id), {**(change.before or {}), **(change.after or {})}
                told = (
                    read.labels.get(getattr(read.record, field)) if read else self._names.get(_id(values.get(field)))
                    for field in _references(REGISTERS[name])
                )
                found[change.record_id] = ", ".join(filter(None, told))
        return found

    def _fields(self, register: Register, before: Plain, after: Plain) -> Iterator[ToldField]:
        for name, field in (*register.fields.items(), ("shared", _SHARED)):
            if name not in before and name not in after:
                continue
            old, new = before.get(name), after.get(name)
            if old == new == ERASED:
                yield ToldField("", field.label, ERASED, ERASED, (ERASED,))
            if old == new or (_is_empty(old) and _is_empty(new)) or (name == "shared" and not (before and after)):
                continue
            lines = tuple(self._lines(field, old or [], new or []))
            known = "" if old == ERASED else name
            yield ToldField(known, field.label, self._text(field, old), self._text(field, new), lines, old)

    def _text(self, field: Field, value: Any) -> str:
        return plain_text(field, value, self._names, self.words)

    def _lines(self, field: Field, old: Any, new: Any) -> Iterator[str]:
        if isinstance(field, Rows):
            differing = row_differences(old, new)
            yield from (row_in_words(field, row, self.words) for row in differing)
            if not differing:
                yield _REORDERED
        elif isinstance(field, References) and old and new:
            for word, items in (("Tillkom", _without(new, old)), ("Togs bort", _without(old, new))):
                if items:
                    yield f"{word}: {self._text(field, items)}"

    def _learn(self, changes: Sequence[Change]) -> None:
        wanted: dict[str, set[UUID]] = defaultdict(set)
        for change in changes:
            wanted[change.register].add(change.record_id)
            fields = REGISTERS[change.register].fields
            for name, value in (*(change.before or {}).items(), *(change.after or {}).items()):
                field = fields.get(name)
                if isinstance(field, (Reference, References, Held)) and value:
                    wanted[field.to].update(UUID(item) for item in ([value] if isinstance(value, str) else value))
        for register, ids in wanted.items():
            self._ask(register, ids)

    def _ask(self, register: str, ids: Iterable[UUID]) -> None:
        unknown = [key for key in ids if key not in self._asked]
        self._asked.update(unknown)
        self._names |= {key: self._own[key] for key in unknown if key in self._own}
        self._names |= self._reading.labels(register, unknown) if unknown else {}

    def _named(self, change: Change) -> str:
        values = {**(change.before or {}), **(change.after or {})}
        return label_from_plain(REGISTERS[change.register], values, self.words)


def row_in_words(field: Rows, row: RowDifference, words: Words) -> str:
    """What was done to one row of a table: "rad 2 ändrad: Namn: Eva → Bo"."""
    fields = described_fields(field.row)
    if row.before is not None and row.after is not None:
        differing = [name for name in fields if row.before.get(name) != row.after.get(name)]
        pairs = ((fields[name], row.before.get(name), row.after.get(name)) for name in differing)
        told = "; ".join(
            f"{item.label}: {_word(item, old, words)} → {_word(item, new, words)}" for item, old, new in pairs
        )
        return f"rad {row.number} ändrad: {told}"
    whole = row.after if row.before is None else row.before
    told = plain_text(field, [whole], {}, words) or "utan uppgifter"
    return f"rad {row.number} {'ny' if row.before is None else 'borttagen'}: {told}"


def _word(field: Field, value: Any, words: Words) -> str:
    return text_from_plain(field, value, words) if not _is_empty(value) else "tomt"


def _says_too_little(register: Register) -> bool:
    """Whether a record need not have a name that is its own."""
    naming = register.fields[register.title_fields[0]]
    return not (isinstance(naming, Text) and naming.required)


def _references(register: Register) -> list[str]:
    names = (*register.subtitle, *((register.tenure.by,) if register.tenure else ()))
    return [name for name in names if isinstance(register.fields[name], Reference)]


def _id(value: Any) -> UUID:
    return UUID(value) if value else NO_ID


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [])


def _without(items: list[str], others: list[str]) -> list[str]:
    return [item for item in items if item not in others]


def _deed(change: Change) -> Deed:
    if change.before is None and change.after is None:
        return Deed.UNCHANGED
    if change.before is None:
        return Deed.BINNED if change.after and change.after.get("deleted") else Deed.NEW
    if change.after is None:
        return Deed.UNMADE
    if "deleted" in change.after:
        return Deed.BINNED if change.after["deleted"] else Deed.BROUGHT_BACK
    return Deed.CHANGED
