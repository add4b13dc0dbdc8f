"""What an act comes to before it is done: what would be written, what it leads to and what is worth knowing first."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.problems import KnownError
from itadmin.services.records import Records


@dataclass(frozen=True, slots=True)
class Edit:
    """Fields of a record in plain form; `record_id` is None for a new record."""

    register: str
    record_id: UUID | None
    values: Plain


@dataclass(frozen=True, slots=True)
class Plan:
    """One step: `title` as it stands in the history, `outcome` what it leads to, `remarks` what to think of first.

    All three are Swedish; outcome and remarks are whole sentences.
    """

    title: str
    edits: tuple[Edit, ...]
    outcome: str
    remarks: tuple[str, ...] = ()


def step_of(records: Records, plan: Plan) -> ChangeSet:
    """The plan as the one step that `records.apply` writes; nothing is written. Raises KnownError."""
    return ChangeSet(plan.title, tuple(change for edit in plan.edits for change in _changes(records, edit)))


def _changes(records: Records, edit: Edit) -> tuple[Change, ...]:
    if edit.record_id is None:
        return (records.addition(edit.register, edit.values),)
    found, refused = records.changes_of_save(edit.register, [edit.record_id], edit.values)
    if refused:
        raise KnownError(refused[0].reason)
    return found.get(edit.record_id, ())
