"""A register's own records by name, with what they lack of what is expected, and the marks of the work list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.calculations.attention import Mark
from itadmin.domain.fields import Held, References, Rows
from itadmin.domain.keys import Key
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.states import CASE_OVER, DECISION_OVER, OVER, PLAN_OVER

OWN = "owner = (SELECT organisation FROM file_info) AND deleted = 0 AND placeholder = 0"


def not_among(codes: Iterable[str], column: str = "status") -> str:
    """The condition that a column has none of these codes, or nothing."""
    quoted = ", ".join(f"'{code}'" for code in sorted(codes))
    return f"COALESCE({column}, '') NOT IN ({quoted})"


_MARKS = f"""
SELECT kind, register, record, COALESCE(occasion, ''), id, verdict, until, COALESCE(note, '')
FROM attention_marks WHERE {OWN} ORDER BY pk
"""
_BELONGS_TO = {
    "access_decisions": "system",
    "cooperation_levels": "system",
    "cost_lines": "system",
    "integrations": "source",
    "roles": "system",
    "system_uses": "system",
    "training_modules": "(SELECT system FROM training_plans WHERE training_plans.id = main.plan)",
}
"""By which reference records of a register belong to a system, whose holders answer for them."""
_STILL_MATTERS = {
    "systems": "lifecycle IS NOT 'avvecklad'",
    "agreements": "COALESCE(status, '') NOT IN ('upphort', 'ersatt')",
    "steering_documents": "COALESCE(status, '') NOT IN ('faststalld', 'ersatt', 'inaktuell')",
    "training_plans": "COALESCE(status, '') NOT IN ('faststalld', 'ersatt', 'inaktuell')",
    "training_sessions": "COALESCE(status, '') NOT IN ('genomfort', 'installt')",
    "training_modules": "plan NOT IN "
    "(SELECT id FROM training_plans WHERE status IN ('faststalld', 'ersatt', 'inaktuell'))",
    "implementations": not_among(PLAN_OVER),
    "implementation_activities": not_among(OVER),
    "platform_changes": not_among(OVER),
    "cooperation_cases": not_among(CASE_OVER),
    "decisions": not_among(DECISION_OVER),
    "allocations": "COALESCE(status, '') NOT IN ('faststalld', 'ersatt')",
    "goals": "document IS NULL OR document NOT IN "
    "(SELECT id FROM steering_documents WHERE status IN ('ersatt', 'inaktuell'))",
}
"""Of which records anything is expected, where it is not of all."""

_SAID_LATER = {"training_plans": ("valid_from", "revise_by")}
"""What records are expected to say when they are decided, and not before."""

MarkKey = tuple[str, str, str, str]
"""What a mark is about: rule, register, id of the record as text, and occasion."""


class Named(NamedTuple):
    """A record by its name as shown and sorted, the system it belongs to, if any, and the fields it lacks."""

    name: str
    sort_key: str
    belongs_to: Key | None
    lacks: tuple[str, ...]


def expected_of(register: Register) -> tuple[str, ...]:
    """The fields that records of a register are expected to have and keep themselves; held roles are findings."""
    if not register.place:
        return ()
    later = _SAID_LATER.get(register.name, ())
    return tuple(
        name
        for name, field in register.fields.items()
        if field.expected and name not in later and not isinstance(field, Held)
    )


def looked_at() -> Iterator[Register]:
    """The registers that something may be said of."""
    return (register for register in REGISTERS.values() if register.findings or expected_of(register))


def known_records(connection: Connection, register: Register) -> dict[Key, Named]:
    """The own confirmed records of a register outside the bin."""
    names = expected_of(register)
    past = f"{register.past_after} IS NULL" if register.past_after else "1"
    belongs_to, matters = _BELONGS_TO.get(register.name, "NULL"), _STILL_MATTERS.get(register.name, past)
    bits = (f"({_is_empty(register, name)} << {place})" for place, name in enumerate(names))
    lacks = f"CASE WHEN {matters} THEN {' | '.join(bits) or 0} ELSE 0 END"
    confirmed = f"AND {register.proposal} IS NOT 1" if register.proposal else ""
    rows = connection.exec_driver_sql(
        f"SELECT id, label, sort_key, {belongs_to}, {lacks} FROM {register.name} AS main WHERE {OWN} {confirmed}"
    ).all()
    lacking = {
        number: tuple(name for place, name in enumerate(names) if number >> place & 1)
        for number in {row[-1] for row in rows}
    }
    return {key: Named(label, sort_key, system, lacking[number]) for key, label, sort_key, system, number in rows}


def _is_empty(register: Register, name: str) -> str:
    """Whether a record has no value in a field though one of its kind should, as 1 or 0."""
    unasked = ", ".join(f"'{kind}'" for kind in sorted(register.unasked.get(name, ())))
    asked = f"COALESCE({register.kind_field}, '') NOT IN ({unasked}) AND " if unasked else ""
    if isinstance(register.fields[name], (References, Rows)):
        return f"({asked}NOT EXISTS (SELECT 1 FROM {register.name}_{name} WHERE record = main.id))"
    return f'({asked}"{name}" IS NULL)'


def marks(connection: Connection) -> dict[MarkKey, Mark]:
    """The newest mark on each line."""
    return {
        (kind or "", register or "", record or "", occasion): Mark(
            UUID(bytes=key), verdict, date.fromisoformat(until) if until else None, note
        )
        for kind, register, record, occasion, key, verdict, until, note in connection.exec_driver_sql(_MARKS)
    }
