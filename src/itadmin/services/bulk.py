"""Changing the same fields of many records as one step: what can be changed so, and what a change would come to.

Nothing is written here: the plan is shown first, and its ChangeSet applied as any other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.fields import Computed, Held, Reference, References, Rows
from itadmin.domain.labels import label_from_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.change_words import Deed, ToldChange, ToldField
from itadmin.services.changes_between import Line
from itadmin.services.display import field_text, plain_text
from itadmin.services.progress import Progress
from itadmin.services.reading import Read, Reading
from itadmin.services.records import Records, Refused

_NEW = " (läggs till)"


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be changed, in which records, and those that are left out because a rule refuses the change."""

    register: Register
    values: Plain
    records: tuple[UUID, ...]
    changes: ChangeSet
    refused: tuple[Refused, ...]

    @property
    def what(self) -> str:
        """How many records, of what: "12 system"."""
        return (
            f"{len(self.records)} {self.register.singular if len(self.records) == 1 else self.register.plural.lower()}"
        )

    @property
    def labels(self) -> str:
        """The fields that are changed."""
        return ", ".join(self.register.fields[name].label for name in self.values)


def changeable(register: Register) -> list[str]:
    """The fields that make sense for several records: not what names one, nor tables, nor what is computed."""
    single = {register.title_fields[0], *register.keys}
    return [
        name
        for name, field in register.fields.items()
        if name not in single and not isinstance(field, (Rows, Computed))
    ]


def plan(
    records: Records,
    register: str,
    ids: Sequence[UUID],
    values: Plain,
    also: tuple[Change, ...] = (),
    progress: Progress | None = None,
) -> Plan:
    """What setting `values` of these records would come to; None empties a field.

    `also` are records that the values refer to and that are made in the same step; with nothing to change they are
    not made either. Raises CancelledError when `progress` is told to stop.
    """
    found, refused = records.changes_of_save(register, ids, values, progress)
    changes = tuple(change for each in found.values() for change in each)
    made = Plan(REGISTERS[register], values, tuple(found), ChangeSet("", (*also, *changes) if changes else ()), refused)
    return replace(made, changes=ChangeSet(f"Ändrade {made.what}: {made.labels}", made.changes.changes))


class PlannedLines:
    """A plan as lines to look through: each record with its old and new values, as they will be read."""

    def __init__(self, reading: Reading, made: Plan) -> None:
        self._reading = reading
        self._plan = made
        new = (change for change in made.changes.changes if change.before is None and change.after is not None)
        self._words = reading.words
        own = {change.record_id: f"{self._named(change.register, change.after or {})}{_NEW}" for change in new}
        self._new = {name: self._text(name, value, own) for name, value in made.values.items()}

    def __len__(self) -> int:
        return len(self._plan.records)

    def lines(self, start: int, number: int) -> list[Line]:
        """Some of the lines."""
        reads = self._reading.many(self._plan.register.name, self._plan.records[start : start + number])
        return [Line(self._told(read)) for read in reads.values()]

    def _told(self, read: Read) -> ToldChange:
        register = self._plan.register
        fields = []
        for name, new in self._new.items():
            old = field_text(register, read, name)
            if old != new:
                fields.append(ToldField(name, register.fields[name].label, old, new))
        return ToldChange(register, read.record.id, read.label, Deed.CHANGED, tuple(fields))

    def _text(self, name: str, value: Any, own: Mapping[UUID, str]) -> str:
        field = self._plan.register.fields[name]
        if isinstance(value, Mapping) and isinstance(field, Held):
            return self._named(field.through, value)
        labels = dict(own)
        if isinstance(field, (Reference, References, Held)) and value:
            ids = [UUID(item) for item in ([value] if isinstance(value, str) else value)]
            labels |= self._reading.labels(field.to, ids)
        return plain_text(field, value, labels, self._words)

    def _named(self, register: str, values: Plain) -> str:
        return label_from_plain(REGISTERS[register], values, self._words)
