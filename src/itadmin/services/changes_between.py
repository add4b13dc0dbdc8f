"""What has changed in a register between two days: record by record what the changes amount to, in words.

The records are found at once, however many; the words are worked out for those that are looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, combined
from itadmin.services.change_words import Teller, ToldChange
from itadmin.services.journal import Made, Step, Touched
from itadmin.services.reading import Reading
from itadmin.services.tenure_changes import Passing, passed_on
from itadmin.services.time_machine import end_of_day, start_of_day

_MOST_WEIGHED = 2000


@dataclass(frozen=True, slots=True)
class Line:
    """One record's change in words; `last` is the step that changed it last, `times` how often it was changed."""

    told: ToldChange
    last: Step | None = None
    times: int = 1


@dataclass(frozen=True, slots=True)
class Between:
    """Which changes: from a day to a day, both included, in which registers and by whom; empty does not narrow."""

    first: date | None = None
    last: date | None = None
    registers: tuple[str, ...] = ()
    who: str = ""
    step: int | None = None

    def made(self) -> Made:
        """The same as the journal is asked, by moments."""
        return Made(
            start_of_day(self.first) if self.first else "",
            end_of_day(self.last) if self.last else "",
            self.registers,
            self.who,
            self.step,
        )


class ChangesBetween:
    """The records that were changed, the one changed last first. Lines are worked out when they are asked for.

    Records that say the same as before, since what was done to them was taken back, are left out; of very many that
    were changed several times only the latest are looked at for that.
    """

    def __init__(self, reading: Reading, between: Between) -> None:
        self._reading = reading
        self._made = between.made()
        touched = reading.journal().touched(self._made)
        same = self._as_before([item.record_id for item in touched if item.changes > 1][:_MOST_WEIGHED])
        self.records: Sequence[Touched] = [item for item in touched if item.record_id not in same]

    def __len__(self) -> int:
        return len(self.records)

    def _as_before(self, ids: Sequence[UUID]) -> set[UUID]:
        entries = self._reading.journal().entries_of(self._made, ids)
        return {key for key, made in entries.items() if combined(entry.change for entry in made) is None}

    def lines(self, start: int, number: int) -> list[Line]:
        """Some of the lines."""
        wanted = self.records[start : start + number]
        entries = self._reading.journal().entries_of(self._made, [item.record_id for item in wanted])
        net = []
        for item in wanted:
            changes = [entry.change for entry in entries[item.record_id]]
            net.append(combined(changes) or Change(item.register, item.record_id, None, None))
        told = Teller(self._reading, [entry.change for item in entries.values() for entry in item]).tell(net)
        lasts = [entries[item.record_id][-1].step for item in wanted]
        return [Line(*parts) for parts in zip(told, lasts, [item.changes for item in wanted], strict=True)]


class ChangesOfStep:
    """The changes of one step, before or after it is made, as lines; a role that passes on is one of them."""

    def __init__(self, reading: Reading, changes: ChangeSet) -> None:
        self._items = passed_on(reading, changes.changes)
        self._teller = Teller(reading, changes.changes)

    def __len__(self) -> int:
        return len(self._items)

    def lines(self, start: int, number: int) -> list[Line]:
        """Some of the lines."""
        wanted = self._items[start : start + number]
        plain = iter(self._teller.tell([item for item in wanted if isinstance(item, Change)]))
        return [Line(item.told(self._teller) if isinstance(item, Passing) else next(plain)) for item in wanted]
