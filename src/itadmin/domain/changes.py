"""Changes as values: what every edit, import, restore and undo is computed as before anything is written.

A ChangeSet is previewed, checked, applied and undone as one step. Values are in plain form (see `record.py`): what
JSON can hold, by field identifier. Knows nothing of storage.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One record's change. `before` is None for a new record; both hold only the fields that differ.

    `after` is None where undo takes back the making of a record.
    """

    register: str
    record_id: UUID
    before: Plain | None
    after: Plain | None

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.register, self.record_id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One step: its Swedish title ("Ändrade Lifecare") and the changes, in the order they are applied."""

    title: str
    changes: tuple[Change, ...]

    def inverse(self, title: str) -> ChangeSet:
        """The step that takes this one back, last change first."""
        return ChangeSet(title, tuple(change.inverse() for change in reversed(self.changes)))

    @property
    def registers(self) -> frozenset[str]:
        """The registers that the step touches."""
        return frozenset(change.register for change in self.changes)


def difference(register: str, record_id: UUID, before: Plain, after: Plain) -> Change | None:
    """The change that leads from `before` to `after`, or None when they say the same."""
    changed = [name for name in after if before.get(name) != after[name]]
    if not changed:
        return None
    return Change(
        register, record_id, {name: before.get(name) for name in changed}, {name: after[name] for name in changed}
    )


def combined(changes: Iterable[Change]) -> Change | None:
    """What one record's changes, oldest first, amount to; None when they take each other back, or there are none."""
    whole: Change | None = None
    for change in changes:
        whole = change if whole is None else _then(whole, change)
    if whole is None or whole.before is None or whole.after is None:
        return None if whole is None or whole.before is whole.after else whole
    return difference(whole.register, whole.record_id, whole.before, whole.after)


def _then(first: Change, second: Change) -> Change:
    """Two changes of a record after each other as one. A record that is gone and comes back says all it says anew."""
    before = None if first.before is None else {**(second.before or {}), **first.before}
    after = None if second.after is None else {**(first.after or {}), **second.after}
    return Change(first.register, first.record_id, before, after)
