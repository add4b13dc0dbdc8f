"""What is taken away for good when personal data is no longer to be kept, and what is said in its place.

Only texts are taken: where somebody worked, in which capacity and until when is what figures and the history of roles
are made of, and remains without a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from itadmin.domain.changes import ChangeSet, Plain
from itadmin.domain.fields import LOCAL_PERSONAL, LongText, Reference, Text
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS

PEOPLE = "people"
ERASED = "Borttaget vid gallring"
"""What stands in the journal, in every file there is, where a value has been taken away: it never changes."""
NAMELESS = "Person som har slutat"
"""What somebody is called whose name has been taken away."""

_NAME, _CAPACITY = "name", "title"
_MADE_NAMELESS_ON = "anonymised_on"


def texts_of_person() -> tuple[str, ...]:
    """The fields of a person that are emptied: all texts that are personal, but not in which capacity one worked."""
    fields = REGISTERS[PEOPLE].fields.items()
    return tuple(
        name
        for name, field in fields
        if field.exposure.personal and isinstance(field, (Text, LongText)) and name != _CAPACITY
    )


def nameless(day: str) -> dict[str, Any]:
    """What a person's record says, in plain form, once it is nobody's; `day` is ISO."""
    return {**dict.fromkeys(texts_of_person()), _NAME: NAMELESS, _MADE_NAMELESS_ON: day}


def texts_about_people(register: Register) -> tuple[str, ...]:
    """The fields of a register that say something of the person whom each of its records must name.

    Texts that stay in the file and that a record can do without; none where a record need not be about a person.
    """
    if not person_field(register):
        return ()
    return tuple(
        name
        for name, field in register.fields.items()
        if field.exposure == LOCAL_PERSONAL and isinstance(field, (Text, LongText)) and not field.required
    )


def about_people() -> Mapping[str, tuple[str, ...]]:
    """The same of every register that has any such field."""
    return {name: texts for name, register in REGISTERS.items() if (texts := texts_about_people(register))}


def person_field(register: Register) -> str:
    """The field by which each record must name the person it is about; "" where it need not be about one."""
    found = (
        name
        for name, field in register.fields.items()
        if isinstance(field, Reference) and field.to == PEOPLE and field.required
    )
    return next(found, "")


def without(values: Plain | None, fields: frozenset[str]) -> dict[str, Any] | None:
    """Journalled values with the marker in place of what some fields said; what says nothing is left."""
    if values is None:
        return None
    return {
        name: ERASED if name in fields and value not in (None, "", NAMELESS) else value
        for name, value in values.items()
    }


def has_erased(changes: ChangeSet) -> bool:
    """Whether a step says something that has been taken away, so that it can be neither undone nor done again."""
    return any(
        value == ERASED
        for change in changes.changes
        for values in (change.before, change.after)
        for value in (values or {}).values()
    )
