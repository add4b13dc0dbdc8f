"""A row that is understood becomes changes: checked by the same rules as a save, told by what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, Plain, difference
from itadmin.domain.entry import clean_plain
from itadmin.domain.fields import Choice, Held, Reference, References
from itadmin.domain.identity import SAID_ONLY_OF
from itadmin.domain.labels import label_from_plain
from itadmin.domain.problems import Problem, errors
from itadmin.domain.record import Record, stored_fields, to_plain, to_plain_from, typed_value
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS, tenure_of
from itadmin.domain.validation import check
from itadmin.domain.words import Words
from itadmin.services.gating import Shut
from itadmin.services.holding import reassigned
from itadmin.services.importing.plan import FieldChange, PlannedRow, State
from itadmin.services.importing.recognition import key_fields, normal
from itadmin.services.importing.rows import Draft, Holder, RowReader
from itadmin.services.importing.targets import Targets
from itadmin.services.tables.table import cell_text

Roles = Mapping[str, Mapping[UUID, Sequence[tuple[UUID, Mapping[str, Any]]]]]
"""The role records of today by held field and record."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A row as planned, and the changes it makes."""

    row: PlannedRow
    changes: tuple[Change, ...] = ()


class Settler:
    """Settles the rows of one table.

    `plain` is what their records say now, `roles` who holds their roles, and `shut` what they may not become.
    """

    def __init__(
        self,
        register: Register,
        rows: RowReader,
        targets: Targets,
        plain: Mapping[UUID, Plain],
        roles: Roles,
        shut: Shut,
        today: date,
        words: Words,
    ) -> None:
        self._register = register
        self._rows = rows
        self._targets = targets
        self._plain = plain
        self._roles = roles
        self._shut = shut
        self._today = today
        self._words = words
        self._stored = stored_fields(register.record)
        self._blank = register.record()
        self._empty = to_plain(self._blank)
        self._keys = key_fields(register)

    def settled(self, draft: Draft) -> Settled:
        """What becomes of a row."""
        candidate = draft.candidate
        if candidate is None:
            return Settled(self._row(draft, "problem", self._told(draft, draft.values)))
        now = self._plain.get(candidate.record_id)
        self._rows.understand_rest(draft, self._shown(draft, candidate.record_id, now) if now else {})
        self._targets.pass_on(draft.values)
        change = self._change(draft, candidate.record_id, now)
        if draft.left_out:
            row = self._row(draft, "problem", self._told(draft, {**(now or {}), **draft.values}))
            return Settled(replace(row, refused=True))
        roles, held = self._role_changes(draft, candidate.record_id)
        after = change.after if change else None
        stands = {**(now or {}), **(after or {})}
        self._targets.labels[candidate.record_id] = self._label(stands)
        state: State = "ny" if now is None else "andrad" if change or roles else "oforandrad"
        row = self._row(draft, state, self._told(draft, stands))
        before = change.before if change else None
        row = replace(row, record_id=candidate.record_id, before=before, after=after, held=held)
        return Settled(row, (*((change,) if change else ()), *roles))

    def _row(self, draft: Draft, state: State, label: str) -> PlannedRow:
        return PlannedRow(draft.number, state, label, notes=draft.notes, problems=tuple(draft.problems))

    def _label(self, plain: Plain) -> str:
        return label_from_plain(self._register, plain, self._words)

    def _told(self, draft: Draft, plain: Plain) -> str:
        """What a row is called: its record's name, or what it is about where it has none but a code."""
        if not isinstance(self._register.fields[self._register.title_fields[0]], Choice):
            return self._label(plain)
        return ", ".join(filter(None, (self._about(draft, plain, name) for name in self._register.subtitle))) or (
            self._label(plain)
        )

    def _about(self, draft: Draft, plain: Plain, name: str) -> str:
        """What a reference says, or the cell where it could not be read."""
        if not isinstance(self._register.fields[name], Reference):
            return ""
        value = plain.get(name)
        return self._targets.labels.get(UUID(value), "") if value else cell_text(draft.cells.get(name)).strip()

    def _change(self, draft: Draft, record_id: UUID, now: Plain | None) -> Change | None:
        """What the row changes in the record itself, without what the rules refuse; that is told."""
        values = {name: clean_plain(self._stored[name], value) for name, value in draft.values.items()}
        values = {
            name: value for name, value in values.items() if now is None or self._differs(draft, name, now, value)
        }
        for name, sentence in self._shut.refusals(record_id, now or self._empty, values).items():
            draft.tell(name, sentence)
            del values[name]
        self._let_go(values, now or self._empty)
        if now is not None and self._register.proposal and now.get(self._register.proposal):
            values.setdefault(self._register.proposal, False)
        if now is not None and not values:
            return None
        before = self._blank if now is None else self._record(record_id, now)
        lock = self._register.lock
        if lock is not None and lock.refuses(before, values):
            draft.leave_out(self._register.title_fields[0], lock.sentence)
            return None
        plain = self._accepted(draft, before, now or self._empty, values)
        if plain is None:
            return None
        if now is None:
            return Change(self._register.name, record_id, None, plain)
        return difference(self._register.name, record_id, now, plain)

    def _let_go(self, values: dict[str, Any], now: Plain) -> None:
        """Leave out what only helped to find what the row is about: it says something of other records than this."""
        for (register, name), (beside, field, codes) in SAID_ONLY_OF.items():
            after = {**now, **values}
            if register == self._register.name and after.get(beside) and after.get(field) not in codes:
                values.pop(name, None)

    def _differs(self, draft: Draft, name: str, now: Plain, value: Any) -> bool:
        """Whether a cell says something else; a key in other letters, by which the record was known, does not."""
        if draft.by_key and name in self._keys and normal(now[name]) == normal(value):
            return False
        return bool(now[name] != value)

    def _record(self, record_id: UUID, now: Plain) -> Record:
        values = {name: typed_value(field, now[name]) for name, field in self._stored.items()}
        return self._register.record(id=record_id, shared=now["shared"], **values)

    def _accepted(self, draft: Draft, before: Record, now: Plain, values: dict[str, Any]) -> Plain | None:
        """What the record says with all the values that the rules accept; None when none of it can be."""
        while True:
            plain, wrong = self._tried(before, now, values)
            if not wrong:
                return plain
            culprits = {problem.field: problem for problem in wrong if problem.field in values}
            if not culprits:
                name = self._culprit(before, now, values)
                if name is None:
                    draft.leave_out_for((wrong[0].field,), wrong[0].text)
                    return None
                culprits = {name: wrong[0]}
            for name, problem in culprits.items():
                draft.tell(name, problem.text)
                del values[name]

    def _tried(self, before: Record, now: Plain, values: Plain) -> tuple[Plain, tuple[Problem, ...]]:
        typed = {name: typed_value(self._stored[name], value) for name, value in values.items()}
        record = self._register.record(**typed) if before is self._blank else replace(before, **typed)
        if self._register.settle:
            record = self._register.settle(before, record, self._today)
        plain = to_plain_from(before, now, record)
        return plain, errors(check(self._register, record, plain))

    def _culprit(self, before: Record, now: Plain, values: Plain) -> str | None:
        """The value without which all would be well, where the rules point at another field."""
        for name in values:
            if not self._tried(before, now, {key: value for key, value in values.items() if key != name})[1]:
                return name
        return None

    def _shown(self, draft: Draft, record_id: UUID, now: Plain) -> dict[str, str]:
        """What references and roles of a record are read as: a cell that says the same changes nothing."""
        labels = self._targets.labels
        shown: dict[str, str] = {}
        for name in draft.cells:
            field = self._register.fields.get(name)
            if isinstance(field, Reference) and now[name]:
                shown[name] = labels.get(UUID(now[name]), "")
            elif isinstance(field, References):
                shown[name] = ", ".join(labels.get(UUID(item), "") for item in now[name])
            elif isinstance(field, Held):
                shown[name] = self._holder_text(field, self._current(name, record_id))
        return shown

    def _current(self, name: str, record_id: UUID) -> Sequence[tuple[UUID, Mapping[str, Any]]]:
        return self._roles.get(name, {}).get(record_id, ())

    def _role_changes(self, draft: Draft, record_id: UUID) -> tuple[list[Change], tuple[FieldChange, ...]]:
        changes: list[Change] = []
        told: list[FieldChange] = []
        for name, holder in draft.holders.items():
            field = self._register.fields[name]
            current = self._current(name, record_id)
            if not isinstance(field, Held) or _same_function(field, holder, current):
                continue
            more = reassigned(field, record_id, holder, current, self._today, self._targets.added)
            if more:
                changes += more
                new = self._holder_name(field, holder)
                note = draft.notes.get(name, "")
                told.append(FieldChange(name, field.label, self._holder_text(field, current), new, note))
        return changes, tuple(told)

    def _holder_text(self, field: Held, current: Sequence[tuple[UUID, Mapping[str, Any]]]) -> str:
        return self._holder_name(field, current[-1][1]) if current else ""

    def _holder_name(self, field: Held, holder: Holder) -> str:
        """Who holds a role as it is read: the person, or the function and its unit."""
        labels = self._targets.labels
        if isinstance(holder, str):
            return labels.get(UUID(holder), "")
        through, tenure = REGISTERS[field.through], tenure_of(field)
        plain = {tenure.kind: field.role, **(holder or {})}
        if plain.get(tenure.by):
            return labels.get(UUID(plain[tenure.by]), "")
        units = (
            labels.get(UUID(plain[name]), "")
            for name, item in through.fields.items()
            if isinstance(item, Reference) and name not in (tenure.of, tenure.by) and plain.get(name)
        )
        return ", ".join(part for part in (label_from_plain(through, plain, self._words), *units) if part)


def _same_function(field: Held, holder: Holder, current: Sequence[tuple[UUID, Mapping[str, Any]]]) -> bool:
    """Whether the role is held by just that function or unit already."""
    if not isinstance(holder, Mapping) or len(current) != 1 or current[0][1][tenure_of(field).by]:
        return False
    now = current[0][1]
    return all(str(now.get(name) or "").casefold() == str(value).casefold() for name, value in holder.items())
