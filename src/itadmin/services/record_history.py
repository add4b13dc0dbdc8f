"""The history of one record: its own changes and those of who held its roles, in words and with the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, Plain
from itadmin.domain.fields import Choice, Held, Reference
from itadmin.domain.labels import label_from_plain
from itadmin.domain.register import Register, Tenure
from itadmin.domain.registers import REGISTERS
from itadmin.domain.words import Words
from itadmin.services.change_words import Deed, Teller, ToldChange, ToldField
from itadmin.services.journal import Entry, Step
from itadmin.services.reading import Reading


@dataclass(frozen=True, slots=True)
class Event:
    """What one step did to a record; `records` is how many it changed in all."""

    step: Step
    records: int
    told: ToldChange


def record_history(reading: Reading, register: Register, record_id: UUID) -> list[Event]:
    """Everything that has happened to a record, the newest first. Raises KnownError for a broken journal."""
    journal = reading.journal()
    teller = Teller(reading)
    entries = journal.history(record_id)
    told = teller.tell([entry.change for entry in entries])
    by_step = {entry.step.number: (entry.step, change) for entry, change in zip(entries, told, strict=True)}
    label = teller.name(register.name, record_id)
    for name, holding in journal.tenures_of(record_id).items():
        for entry, field in _held(register, REGISTERS[name], teller, journal.history(*holding), holding):
            step, change = by_step.get(
                entry.step.number, (entry.step, ToldChange(register, record_id, label, Deed.CHANGED, ()))
            )
            changed = replace(change, fields=_together(change.fields, field))
            by_step[entry.step.number] = step, changed
    sizes = journal.sizes(by_step)
    return [Event(step, sizes[number], change) for number, (step, change) in sorted(by_step.items(), reverse=True)]


def _together(fields: tuple[ToldField, ...], field: ToldField) -> tuple[ToldField, ...]:
    """One more field of the same step; who ends and who begins in the same role are told as one."""
    for other in fields:
        ends, begins = (field, other) if not other.old else (other, field)
        if other.label == field.label and ends.old and not begins.old:
            one = ToldField(ends.name, ends.label, ends.old, begins.new, (), ends.before)
            return tuple(one if item is other else item for item in fields)
    return (*fields, field)


def _held(
    register: Register,
    through: Register,
    teller: Teller,
    entries: Iterable[Entry],
    now: Mapping[UUID, dict[str, Any]],
) -> Iterator[tuple[Entry, ToldField]]:
    """The changes, newest first, of who held something: each record's state is followed back from what it says now."""
    states: dict[UUID, Plain | None] = dict(now)
    for entry in entries:
        after = states.get(entry.change.record_id)
        before = _earlier(after, entry.change)
        states[entry.change.record_id] = before
        yield from ((entry, field) for field in _told(register, through, teller, before, after))


def _earlier(after: Plain | None, change: Change) -> Plain | None:
    return None if change.before is None else {**(after or {}), **change.before}


def _told(
    register: Register, through: Register, teller: Teller, before: Plain | None, after: Plain | None
) -> Iterator[ToldField]:
    tenure = through.tenure
    was, is_now = _live(before), _live(after)
    if tenure is None or not (was or is_now):
        return
    kind = (is_now or was)[tenure.kind]
    name, field = next(
        ((name, item) for name, item in register.fields.items() if isinstance(item, Held) and item.role == kind),
        ("", None),
    )
    label = field.label if field else _kind_label(through, tenure, kind, teller.words)
    old, new = (_holder(through, tenure, teller, state) for state in (was, is_now))
    if old != new:
        yield ToldField(name, label, old, new, (), _value(tenure, was) if name else None)
    elif was and is_now:
        for changed in teller.fields(through, was, is_now):
            yield ToldField("", f"{label}, {changed.label.lower()}", changed.old, changed.new, changed.lines)


def _live(state: Plain | None) -> Plain:
    """What a record says unless it lies in the bin; nothing when it does, or is not there."""
    return state if state is not None and not state.get("deleted") else {}


def _kind_label(through: Register, tenure: Tenure, kind: str | None, words: Words) -> str:
    field = through.fields[tenure.kind]
    return words.label_of(field.values, kind) if isinstance(field, Choice) and kind else through.singular.capitalize()


def _holder(through: Register, tenure: Tenure, teller: Teller, state: Plain) -> str:
    """Who holds, and between which days."""
    if not state:
        return ""
    names = [
        teller.name(field.to, UUID(state[name]))
        for name, field in through.fields.items()
        if isinstance(field, Reference) and name != tenure.of and state.get(name)
    ]
    if not state.get(tenure.by):
        names.insert(0, label_from_plain(through, state, teller.words))
    days = [
        f"{word} {state[name]}"
        for word, name in (("från och med", tenure.starts), ("till och med", tenure.ends))
        if state.get(name)
    ]
    return " ".join((", ".join(names), *days))


def _value(tenure: Tenure, state: Plain) -> Any:
    """What to save to let the same hold again: an id, or the values of who is no person."""
    if not state or state.get(tenure.by):
        return state.get(tenure.by)
    kept = (tenure.of, tenure.kind, tenure.starts, tenure.ends, "deleted", "shared")
    return {name: value for name, value in state.items() if name not in kept and value not in (None, "", [])}
