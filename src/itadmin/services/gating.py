"""What a record may not become while another stands open: which changes the gates of the descriptions refuse.

A step counts as a whole: what it closes no longer keeps a gate shut. Undo is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from itadmin.domain.changes import Change, Plain
from itadmin.domain.problems import InvalidRecordError, Problem
from itadmin.domain.register import Gate
from itadmin.domain.registers import REGISTERS
from itadmin.storage.queries.gates import Keepers


def refuse_gated(keepers: Keepers, changes: Sequence[Change]) -> None:
    """Raise InvalidRecordError when one of the changes takes a record through a gate that is shut."""
    problems = tuple(gate_problems(keepers, changes))
    if problems:
        raise InvalidRecordError(problems)


def gate_problems(keepers: Keepers, changes: Sequence[Change]) -> Iterator[Problem]:
    """What of the changes is refused, at its field and with what to do."""
    for name in dict.fromkeys(change.register for change in changes):
        for gate in REGISTERS[name].gates:
            through = [change for change in changes if change.register == name and _goes_through(gate, change)]
            if through:
                yield from _refused(gate, through, _open(keepers, gate, changes))


def shut_for(keepers: Keepers, register: str) -> dict[tuple[UUID, str, str], str]:
    """The sentences of all gates of a register that are shut now, by record, field and the value it may not get."""
    return {
        (UUID(plain[gate.through]), gate.field, gate.value): _told(gate, plain)
        for gate in REGISTERS[register].gates
        for plain in _open(keepers, gate, ())
    }


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
