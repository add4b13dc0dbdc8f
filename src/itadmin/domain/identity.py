"""By what a record is known again when it comes back from outside: the keys of each register, the surest first.

What has no entry is known by its unique fields, then by its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from itadmin.domain.calculations.participation import ATTENDED, MISSED
from itadmin.domain.register import Register


@dataclass(frozen=True, slots=True)
class Key:
    """Fields that together say which record is meant; without a value in the first of them the key says nothing.

    `apart` are fields that part records of the same name where both sides have a value, and say nothing where one
    has none.
    """

    fields: tuple[str, ...]
    apart: tuple[str, ...] = ()


IDENTITY: Mapping[str, tuple[Key, ...]] = {
    "systems": (Key(("name",)),),
    "agreements": (Key(("number",)), Key(("title",), ("supplier",))),
    "organisations": (Key(("organisation_number",)), Key(("name",))),
    "people": (Key(("email",)), Key(("name",), ("organisation",))),
    "roles": (Key(("system", "kind", "person", "function", "organisation")),),
    "system_uses": (Key(("system", "organisation")),),
    "cooperation_levels": (Key(("system", "municipality", "starts_on")),),
    "training_modules": (Key(("title",), ("plan",)),),
    "training_sessions": (Key(("title",), ("starts_on",)),),
    "training_participations": (Key(("session", "person")), Key(("module", "person", "completed_on"))),
    "audience_members": (Key(("person", "audience", "system")),),
    "access_decisions": (Key(("access_right", "system", "person", "function", "starts_on")),),
    "cost_lines": (Key(("kind", "year", "system", "agreement", "text")),),
    "populations": (Key(("municipality_code", "counted_on")),),
    "cooperation_stances": (Key(("case", "municipality")),),
    "decisions": (Key(("paragraph", "forum", "decided_on")), Key(("title",), ("decided_on",))),
    "value_words": (Key(("code", "value_list")),),
    "saved_views": (Key(("name", "register")),),
}

VERSIONS: Mapping[str, str] = {"training_modules": "same_as"}
"""The field by which a record continues another: of several of one name that do so the newest is meant."""

TOLD_APART: Mapping[tuple[str, str], tuple[str, str]] = {
    ("training_participations", "session"): ("starts_on", "completed_on"),
}
"""By register and reference, what parts records of one name: a field of theirs, and the one of the row it equals."""

SAID_ONLY_OF: Mapping[tuple[str, str], tuple[str, str, frozenset[str]]] = {
    ("training_participations", "completed_on"): ("session", "status", frozenset({ATTENDED, MISSED})),
}
"""By register and field, where a value in a table says something of a record that refers to another: when one field
has one of some codes. Else it has only told which other is meant."""

INSTEAD: Mapping[tuple[str, str], str] = {
    ("training_participations", "session"): "module",
    ("training_participations", "module"): "session",
}
"""By register and reference, the one that is meant where a name is unknown there but known here."""

PASSED_ON: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("training_participations", "person"): {"organisation": "organisation"},
}
"""By register and reference, what a record that is made there has from the row: its fields by those of the row."""

NOT_FROM_TABLES = frozenset({"matches", "saved_views", "value_words"})
"""Registers that the program keeps for itself, which nobody has in a table of their own."""

MADE_WHEN_MET = frozenset({"people", "organisations"})
"""Registers where a record is made of a name that is met in an import and not known."""


def keys_of(register: Register) -> tuple[Key, ...]:
    """The keys of a register, the surest first."""
    usual = (*(Key((name,)) for name in register.keys), Key((register.title_fields[0],)))
    return IDENTITY.get(register.name, usual)


PEOPLE = "people"
"""The register of people: names met there are told from titles, and an address or a number may stand beside them."""
