"""What the words of a command line name: registers, fields and FIELD=VALUE pairs. Wrong names are wrong usage."""

from __future__ import annotations

from collections.abc import Iterable

from itadmin.cli.usage import UsageError, shown
from itadmin.domain.fields import Field
from itadmin.domain.problems import NotFoundError
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import Profile
from itadmin.services.reading import Reading
from itadmin.services.sharing.profiles import profile_named


def known_register(name: str) -> Register:
    """A register by its identifier. Raises UsageError that names those there are."""
    if name not in REGISTERS:
        raise UsageError(f"Registret {shown(name)} finns inte. Registren är: {', '.join(REGISTERS)}.")
    return REGISTERS[name]


def fillable_register(name: str) -> Register:
    """The same of one that records are added to by hand. Raises UsageError, also where the program makes them."""
    register = known_register(name)
    if register.made_by_program:
        raise UsageError(register.made_by_program)
    return register


def known_field(register: Register, name: str) -> Field:
    """A field by its identifier. Raises UsageError that names those there are."""
    if name not in register.fields:
        raise UsageError(f"Fältet {shown(name)} finns inte i {register.name}. Fälten är: {', '.join(register.fields)}.")
    return register.fields[name]


def known_profile(reading: Reading, text: str) -> Profile:
    """A delningsprofil by its key or name. Raises UsageError that names those there are."""
    try:
        return profile_named(reading, text)
    except NotFoundError as error:
        raise UsageError(error.sentence) from error


def pairs(register: Register, texts: Iterable[str]) -> list[tuple[str, Field, str]]:
    """Identifier, field and value of each FIELD=VALUE, the value as it was written. Raises UsageError."""
    found = []
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise UsageError(
                f"Skriv FÄLT=VÄRDE i stället för {shown(text)}, till exempel {register.title_fields[0]}=…."
            )
        found.append((name, known_field(register, name), value))
    return found
