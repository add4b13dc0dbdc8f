"""What a register is: its record, words, sections, columns and rules in one description.

Modules in `registers/` make one `Register` each; everything generic reads it. Knows no single register.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from itadmin.domain.fields import Computed, Field
from itadmin.domain.findings import Finding
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record, described_fields, plain_value

Settle = Callable[[Any, Any, date], Any]
Rule = Callable[[Any], Iterable[Problem]]
Calculation = Callable[[Any, date], Any]


@dataclass(frozen=True)
class Section:
    """A heading of the record page and the identifiers of the fields under it.

    `kinds` are the codes of the register's `kind_field` whose records it is about; none is all of them.
    """

    key: str
    title: str
    fields: tuple[str, ...]
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tenure:
    """By which fields a register says who holds what, and when: identifiers of its own fields.

    `of` refers to what is held, `by` to who holds it, `kind` is the role; `starts` and `ends` are days, both included.
    """

    of: str
    by: str
    kind: str
    starts: str
    ends: str


@dataclass(frozen=True, slots=True)
class Lock:
    """When a record may no longer be changed: its `field` holds one of `values`, or what `through` refers to is locked.

    `field` may then only go from one of the values to another, the `open` fields be changed as before, and those in
    `tied` be filled once where they are empty. `sentence` says why, and what to do instead.
    """

    sentence: str
    field: str = ""
    values: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    tied: frozenset[str] = frozenset()
    through: str = ""

    def holds(self, record: Record) -> bool:
        """Whether a record is locked by what it says itself."""
        return bool(self.field) and getattr(record, self.field) in self.values

    def refuses(self, record: Record, after: Mapping[str, Any]) -> bool:
        """Whether a record is locked by what it says itself, so that it may not be given these plain values."""
        return self.holds(record) and not all(
            name in self.open
            or (name == self.field and value in self.values)
            or (name in self.tied and getattr(record, name) is None)
            for name, value in after.items()
        )


@dataclass(frozen=True, slots=True)
class Gate:
    """What a record may not become while another stands open that refers to it.

    Its `field` may not change to `value` while a record of `register` refers to it through that one's field `through`,
    and says one of the codes of every field in `open`, where "" is one that says nothing. `sentence` says why and what
    to do; `{name}` is that record's.
    """

    field: str
    value: str
    register: str
    through: str
    open: Mapping[str, frozenset[str]]
    sentence: str

    def is_kept_by(self, plain: Mapping[str, Any]) -> bool:
        """Whether a record of the other register, in plain form, keeps the gate shut for what it refers to."""
        return all((plain.get(name) or "") in codes for name, codes in self.open.items())


@dataclass(frozen=True, slots=True)
class DayGate:
    """What a record may not say before a day.

    Its `field` may not become one of `values` while a day is ahead: that of its field `day`, or of the field `first` of
    what it refers to through `through` in `register`. A sentence says why and what to do; `{day}` is that day.
    """

    field: str
    values: frozenset[str]
    day: str
    register: str
    through: str
    first: str
    own_sentence: str
    sentence: str

    def touches(self, after: Mapping[str, Any]) -> bool:
        """Whether plain values say anything that the gate is about."""
        return not after.keys().isdisjoint((self.field, self.day, self.through))


@dataclass(frozen=True)
class Register:
    """One register. `name` is the plural identifier, also that of its module and its table.

    `title_fields`: the first that has a value names the record; the first of them is the naming field. One that is no
    text stands in a section too, where it has its own editor.
    `keys`: fields whose value may name a record uniquely in input, beside its name.
    `search`: fields in which words are looked for, beside its name; "ROWS.COLUMN" looks in what it owns as rows.
    `subtitle`: identifiers shown after the name in lists of links and pickers.
    `calculations`: the function behind each Computed field, given the record and the day.
    `tenure`: only where its records say who holds a role; Held fields of other registers look through it.
    `findings`: what may be wrong with a record seen together with others; the storage knows how to tell.
    `settle`: completes a record that is changed from one to another on a day, whoever changes it; None does nothing.
    `proposal`: the yes/no field that marks a record as only proposed: it counts nowhere until confirmed.
    `alike`: fields whose equal values together make two records possibly the same; the storage keeps an index of them.
    `begun_with`: fields that a new record is asked for together, the naming one among them; () when a name will do.
    `kind_field`: the value-list field that says which sections a record has; "" when all have all.
    `called`: what a field is called on records of some kinds, by field and kind, where its label fits all of them less.
    `unasked`: expected fields that records of some kinds may do without, with the codes of those kinds.
    `past_after`: the day field after which a record is of the past: with one nothing more is expected of it, and where
    records are chosen it comes last.
    `lock`: when its records may no longer be changed. `gates`: what they may not become while another stands open;
    `day_gates`: what they may not say before a day.
    `made_by_program`: where nobody adds its records by hand, a sentence that says how they come about; "" elsewhere.
    `place`: the group of the navigation it stands in; "" when it is reached from elsewhere only.
    """

    name: str
    record: type[Record]
    singular: str
    plural: str
    new_label: str
    icon: str
    title_fields: tuple[str, ...]
    sections: tuple[Section, ...]
    columns: tuple[str, ...]
    search: tuple[str, ...]
    keys: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    calculations: Mapping[str, Calculation] = field(default_factory=dict)
    tenure: Tenure | None = None
    findings: tuple[Finding, ...] = ()
    settle: Settle | None = None
    proposal: str = ""
    alike: tuple[str, ...] = ()
    begun_with: tuple[str, ...] = ()
    kind_field: str = ""
    called: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    unasked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    past_after: str = ""
    lock: Lock | None = None
    gates: tuple[Gate, ...] = ()
    day_gates: tuple[DayGate, ...] = ()
    made_by_program: str = ""
    place: str = ""

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The described fields by identifier."""
        return described_fields(self.record)

    def sections_of(self, record: Record) -> tuple[Section, ...]:
        """The sections that a record of its kind has, and those where something is filled in all the same."""
        kind = getattr(record, self.kind_field) if self.kind_field else ""
        return tuple(
            section
            for section in self.sections
            if not section.kinds or kind in section.kinds or any(self._has(record, name) for name in section.fields)
        )

    def expects(self, record: Record, name: str) -> bool:
        """Whether a record of its kind, and not of the past, is expected to say something in a field."""
        if self.past_after and getattr(record, self.past_after) is not None:
            return False
        kind = getattr(record, self.kind_field) if self.kind_field else ""
        return self.fields[name].expected and kind not in self.unasked.get(name, ())

    def named_by(self, record: Record) -> str:
        """The field that a record has its name from: the first title field with a value, else the naming field."""
        filled = (name for name in self.title_fields if getattr(record, name))
        return next(filled, self.title_fields[0])

    def label_of(self, record: Record, name: str) -> str:
        """What a field is called on a record of its kind."""
        kind = getattr(record, self.kind_field) if self.kind_field else ""
        return self.called.get(name, {}).get(kind, self.fields[name].label)

    def _has(self, record: Record, name: str) -> bool:
        return plain_value(self.fields[name], getattr(record, name)) not in (None, [])

    @cached_property
    def computed(self) -> Mapping[str, Computed]:
        """The computed fields by identifier."""
        return {name: item for name, item in self.fields.items() if isinstance(item, Computed)}
