"""Saved views in words: what a view shows, where it is kept as a text for machines. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.fields import Held, Reference, References
from itadmin.domain.filters import Condition
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.views import ListView
from itadmin.services.condition_words import condition_words, sentence
from itadmin.services.reading import Reading
from itadmin.services.views import view_of

Read = Callable[[str, str], str]
"""How a value reads: its field, and the text that stands there."""

VIEWS = "saved_views"


def view_reader(reading: Reading, change: Change) -> Read:
    """How the fields of a view read: which register it is of by name, and what it shows in words."""
    values = {**(change.before or {}), **(change.after or {})}
    name = values.get("register") or _register_of(reading, change.record_id)

    def read(field: str, text: str) -> str:
        if field == "register":
            return _plural(text)
        return _told(reading, REGISTERS[name], text) if field == "definition" and name in REGISTERS else text

    return read


def _register_of(reading: Reading, view: UUID) -> str:
    found = reading.many(VIEWS, [view]).get(view)
    return str(getattr(found.record, "register", "")) if found else ""


def _plural(name: str) -> str:
    return REGISTERS[name].plural if name in REGISTERS else name


def _told(reading: Reading, register: Register, definition: str) -> str:
    return "\n".join(_lines(reading, register, view_of(register, "", definition))) if definition else ""


def _lines(reading: Reading, register: Register, view: ListView) -> Iterator[str]:
    """What must hold, which columns and in which order; a view that asks for nothing shows all."""
    wrong = {finding.key: finding.label for finding in register.findings}
    conditions = [_condition(reading, register, item) for item in view.conditions]
    yield f"Visar: {sentence([*conditions, *(wrong[key] for key in view.findings)]) or 'alla poster'}"
    if view.columns:
        yield f"Kolumner: {', '.join(register.fields[name].label for name in view.columns)}"
    if view.sort:
        turn = ", fallande" if view.descending else ""
        yield f"Ordning: {register.fields[view.sort].label}{turn}"


def _condition(reading: Reading, register: Register, condition: Condition) -> str:
    field = register.fields[condition.field]
    names = {}
    if isinstance(field, (Reference, References, Held)):
        ids = [UUID(value) for value in condition.values if value is not None]
        names = {str(key): name for key, name in reading.labels(field.to, ids).items()}
    return condition_words(field, condition, names, reading.words).sentence
