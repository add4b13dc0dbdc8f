"""What a record may not say before a day: which changes the day gates of the descriptions refuse.

A step counts as a whole: where it moves the day, it is the new one that holds. Undo is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from itadmin.domain.calendar import spoken_day
from itadmin.domain.changes import Change, Plain
from itadmin.domain.problems import Problem
from itadmin.domain.register import DayGate
from itadmin.domain.registers import REGISTERS
from itadmin.storage.queries.gates import Keepers


@dataclass(frozen=True, slots=True)
class DaysAhead:
    """The days of a gate that are after `today`, as ISO, by the id of what records refer to."""

    gate: DayGate
    days: Mapping[str, str]
    today: date

    def refusal(self, now: Plain, values: Plain) -> Problem | None:
        """Why a record that says something now may not get plain values; None when it may.

        The problem is at the first of them that the gate is about.
        """
        gate = self.gate
        after = {**now, **values}
        if not gate.touches(values) or after.get(gate.field) not in gate.values:
            return None
        at = next(name for name in (gate.field, gate.day, gate.through) if name in values)
        said, first = after.get(gate.day) or "", self.days.get(after.get(gate.through) or "", "")
        if first:
            return Problem(at, gate.sentence.format(day=self._spoken(first)))
        if said > self.today.isoformat():
            return Problem(at, gate.own_sentence.format(day=self._spoken(said)))
        return None

    def _spoken(self, day: str) -> str:
        return spoken_day(date.fromisoformat(day), self.today)


def days_ahead(keepers: Keepers, register: str) -> tuple[DaysAhead, ...]:
    """The days that are ahead by each day gate of a register."""
    return tuple(DaysAhead(gate, keepers.ahead(gate), keepers.day) for gate in REGISTERS[register].day_gates)


def day_problems(keepers: Keepers, changes: Sequence[Change]) -> Iterator[Problem]:
    """What of the changes is refused, at its field and with what to do."""
    for name in dict.fromkeys(change.register for change in changes):
        for gate in REGISTERS[name].day_gates:
            asked = [change for change in changes if change.register == name and gate.touches(change.after or {})]
            if asked:
                yield from _refused(keepers, gate, asked, changes)


def _refused(keepers: Keepers, gate: DayGate, asked: Sequence[Change], step: Sequence[Change]) -> Iterator[Problem]:
    stored = keepers.plain(asked[0].register, [change.record_id for change in asked if change.before is not None])
    today = keepers.day.isoformat()
    moved = {
        str(change.record_id): change.after[gate.first] or ""
        for change in step
        if change.register == gate.register and change.after is not None and gate.first in change.after
    }
    days = {key: day for key, day in {**keepers.ahead(gate), **moved}.items() if day > today}
    ahead = DaysAhead(gate, days, keepers.day)
    for change in asked:
        found = ahead.refusal(stored.get(change.record_id, {}), change.after or {})
        if found is not None:
            yield found
