"""What a record may not become while another stands open, or before a day: which changes the gates refuse.

A step counts as a whole: what it closes no longer keeps a gate shut. Undo is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.changes import Change, Plain
from itadmin.domain.problems import InvalidRecordError, Problem
from itadmin.domain.register import Gate
from itadmin.domain.registers import REGISTERS
from itadmin.services.day_gates import DaysAhead, day_problems, days_ahead
from itadmin.storage.queries.gates import Keepers


def refuse_gated(keepers: Keepers, changes: Sequence[Change]) -> None:
    """Raise InvalidRecordError when one of the changes takes a record through a gate that is shut."""
    problems = (*gate_problems(keepers, changes), *day_problems(keepers, changes))
    if problems:
        raise InvalidRecordError(problems)


def gate_problems(keepers: Keepers, changes: Sequence[Change]) -> Iterator[Problem]:
    """What of the changes is refused, at its field and with what to do."""
    for name in dict.fromkeys(change.register for change in changes):
        for gate in REGISTERS[name].gates:
            through = [change for change in changes if change.register == name and _goes_through(gate, change)]
            if through:
                yield from _refused(gate, through, _open(keepers, gate, changes))


@dataclass(frozen=True, slots=True)
class Shut:
    """What records of a register may not become now: `why` by record, field and value, and the days that are ahead."""

    why: Mapping[tuple[UUID, str, str], str]
    ahead: tuple[DaysAhead, ...]

    def refusals(self, record_id: UUID, now: Plain, values: Plain) -> dict[str, str]:
        """The sentences, by field, on those of the plain values that a record may not get."""
        asked = {name: (record_id, name, str(value)) for name, value in values.items()}
        told = {name: self.why[key] for name, key in asked.items() if key in self.why}
        problems = (each.refusal(now, values) for each in self.ahead)
        return told | {problem.field: problem.text for problem in problems if problem is not None}


def shut_for(keepers: Keepers, register: str) -> Shut:
    """What records of a register may not become as the file stands."""
    why = {
        (UUID(plain[gate.through]), gate.field, gate.value): _told(gate, plain)
        for gate in REGISTERS[register].gates
        for plain in _open(keepers, gate, ())
    }
    return Shut(why, days_ahead(keepers, register))


def _goes_through(gate: Gate, change: Change) -> bool:
    """Whether a change gives a record that was something else the value behind a gate."""
    is_there = change.before is not None and change.after is not None
    return is_there and (change.after or {}).get(gate.field) == gate.value


def _refused(gate: Gate, changes: Iterable[Change], standing_open: Sequence[Plain]) -> Iterator[Problem]:
    by_target = {plain[gate.through]: plain for plain in reversed(standing_open)}
    for change in changes:
        keeper = by_target.get(str(change.record_id))
        if keeper is not None:
            yield Problem(gate.field, _told(gate, keeper))


def _open(keepers: Keepers, gate: Gate, changes: Iterable[Change]) -> list[Plain]:
    """What keeps a gate shut once the changes are made, in plain form and in name order."""
    found: dict[UUID, Plain] = dict(keepers.of(gate))
    for change in changes:
        if change.record_id in found and change.after is not None:
            found[change.record_id] = {**found[change.record_id], **change.after}
    return [plain for plain in found.values() if gate.is_kept_by(plain) and not plain.get("deleted")]


def _told(gate: Gate, plain: Plain) -> str:
    register = REGISTERS[gate.register]
    return gate.sentence.format(name=plain.get(register.title_fields[0]) or register.singular)
