"""What a record is called, from its plain values."""

from __future__ import annotations

from itadmin.domain.changes import Plain
from itadmin.domain.fields import Choice
from itadmin.domain.register import Register
from itadmin.domain.words import BUILT_IN, Words


def label_from_plain(register: Register, plain: Plain, words: Words = BUILT_IN) -> str:
    """The first of the register's title fields that has a value, choices by their label; never empty."""
    for name in register.title_fields:
        value = plain.get(name)
        if value:
            field = register.fields[name]
            return words.label_of(field.values, value) if isinstance(field, Choice) else str(value)
    return f"{register.singular.capitalize()} utan namn"
