"""What an import would do, row by row, before it is done: shown as a preview and applied as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from itadmin.domain.changes import ChangeSet, Plain
from itadmin.domain.register import Register
from itadmin.domain.words import BUILT_IN, Words
from itadmin.services.display import plain_text

State = Literal["ny", "andrad", "oforandrad", "problem"]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A cell that cannot be taken in, or a row that cannot: its number, the field where it shows, and why."""

    row: int
    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a field says and would say, as it is read; `note` tells how the cell was understood, "" if plainly."""

    field: str
    label: str
    old: str
    new: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the table: what becomes of it, and of which record.

    `before` and `after` hold the plain values that differ; `held` are the roles that change hands; `notes` tell by
    field how a cell was understood. `refused` is a row with a key that the rules refuse as a whole.
    """

    number: int
    state: State
    label: str
    record_id: UUID | None = None
    before: Plain | None = None
    after: Plain | None = None
    held: tuple[FieldChange, ...] = ()
    notes: Mapping[str, str] | None = None
    problems: tuple[RowProblem, ...] = ()
    refused: bool = False

    @property
    def goes_in(self) -> bool:
        """Whether the row goes in, be it without some of its cells."""
        return self.state != "problem"


@dataclass(frozen=True)
class ImportPlan:
    """The whole import. `names` are what the records are called that values refer to, new ones too.

    `made` are labels of the records that are made because rows name them, by register. `words` are those of the value
    lists. `remarks` are sentences about the table as a whole.
    """

    register: Register
    change_set: ChangeSet
    rows: tuple[PlannedRow, ...]
    names: dict[UUID, str]
    made: Mapping[str, tuple[str, ...]]
    words: Words = BUILT_IN
    remarks: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        """Everything that is left out: of rows that do not go in first, then of the others, in their order."""
        return tuple(problem for row in self.with_problems() for problem in row.problems)

    def with_problems(self) -> list[PlannedRow]:
        """The rows of which something is left out, first those that do not go in at all."""
        return sorted((row for row in self.rows if row.problems), key=lambda row: row.goes_in)

    def count(self, state: State) -> int:
        """How many rows become so."""
        return sum(row.state == state for row in self.rows)

    def in_state(self, state: State) -> tuple[PlannedRow, ...]:
        """The rows that become so."""
        return tuple(row for row in self.rows if row.state == state)

    def changes_of(self, row: PlannedRow) -> tuple[FieldChange, ...]:
        """What a row does to its record, field by field in order of definition."""
        held = {change.field: change for change in row.held}
        before, after, notes = row.before or {}, row.after or {}, row.notes or {}
        found = []
        for name, field in self.register.fields.items():
            if name in held:
                found.append(held[name])
            elif name in after and (row.before is not None or after[name] not in (None, [], "")):
                old, new = (plain_text(field, values.get(name), self.names, self.words) for values in (before, after))
                found.append(FieldChange(name, field.label, old, new, notes.get(name, "")))
        return tuple(found)
