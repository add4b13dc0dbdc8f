"""What making a person nameless would do, to be read before it is done: what goes, what remains, what others say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.erasure import PEOPLE, texts_about_people, texts_of_person
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.roles import Role
from itadmin.services.display import field_text
from itadmin.services.reading import Read, Reading
from itadmin.services.retention.erasure import names_of, person_to_erase, written_about
from itadmin.storage.queries.mentions import Mention, mentions

ROLES = "roles"


@dataclass(frozen=True, slots=True)
class Written:
    """A text about the person in another record: which, in which field, and what it says."""

    register: str
    record_id: UUID
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would happen to one person.

    `emptied` are labels and values of the person's own fields, `texts` what is written in records about the person.
    `roles` are the roles that remain, nameless, in words; `still_held` how many of them have not ended. `kept` is how
    many other records remain, by register and field. `mentions` is where the name stands as text, which is left.
    """

    person: Read
    emptied: tuple[tuple[str, str], ...]
    texts: tuple[Written, ...]
    roles: tuple[str, ...]
    still_held: int
    kept: tuple[tuple[str, str, int], ...]
    mentions: tuple[Mention, ...]


def foresee(reading: Reading, person: UUID) -> Foreseen:
    """What making somebody nameless would do. Raises KnownError for somebody who may not be."""
    read = person_to_erase(reading, person)
    register = REGISTERS[PEOPLE]
    values = ((register.fields[name].label, field_text(register, read, name)) for name in texts_of_person())
    related = reading.related(PEOPLE, person)
    roles = [role for (name, _field), reads in related.items() if name == ROLES for role in reads]
    texts = _texts(reading, person)
    with reading.file.reading() as connection:
        said = mentions(connection, names_of(reading, person), {person, *(item.record_id for item in texts)})
    return Foreseen(
        read,
        tuple((label, value) for label, value in values if value),
        texts,
        tuple(_role_words(role, read) for role in roles),
        sum(isinstance(role.record, Role) and _is_held(role.record, reading.day) for role in roles),
        tuple((name, field, len(reads)) for (name, field), reads in related.items() if name != ROLES),
        tuple(said),
    )


def _is_held(role: Role, day: date) -> bool:
    """Whether a role has not ended on a day."""
    return role.ends_on is None or role.ends_on >= day


def _texts(reading: Reading, person: UUID) -> tuple[Written, ...]:
    return tuple(
        Written(register, record_id, name, plain[name])
        for register, records in written_about(reading, person).items()
        for record_id, plain in records.items()
        for name in texts_about_people(REGISTERS[register])
        if plain[name]
    )


def _role_words(role: Read, person: Read) -> str:
    """A role as it will be read: what it is of, and in which capacity it was held."""
    told = (field_text(REGISTERS[ROLES], role, name) for name in ("kind", "system"))
    capacity = field_text(REGISTERS[PEOPLE], person, "title")
    return " – ".join(filter(None, (*told, capacity)))
