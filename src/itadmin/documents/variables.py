"""The values that stand in the texts of papers: those the program knows the names of, and what a file says they are.

A value of one kommun goes before the common one, and that before the one that ships with the program.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias
from uuid import UUID

from itadmin.assets import asset
from itadmin.documents.content import Missing
from itadmin.documents.markup import values_in
from itadmin.documents.prepared import Target
from itadmin.documents.templates import TemplateError, Words
from itadmin.domain.registers.document_variables import DocumentVariable
from itadmin.domain.text import small_initial
from itadmin.services.reading import Reading

Origin: TypeAlias = Literal["shipped", "common", "local", "register"]

REGISTER = "document_variables"
OWN_NAME = "kommun"
"""Stands for the name of the kommun that the paper is of."""

_OWN_NAME = "Kommunens namn"
_FIELD = "value"


@dataclass(frozen=True, slots=True)
class Variable:
    """A value that texts may ask for: what it is called, what it may look like, and what it is until somebody says.

    `group` is what it has in common with others; "" for values that a kommun has named itself.
    """

    name: str
    label: str
    example: str = ""
    default: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """What a variable is in a file: its text, "" when nobody has said, where that comes from, and its own record.

    `is_local` says that the record is a kommun's own.
    """

    variable: Variable
    text: str
    origin: Origin
    record_id: UUID | None = None
    is_local: bool = False


def known_variables() -> Mapping[str, Variable]:
    """The variables that ship with the program, by name."""
    return _shipped()


def values_of(reading: Reading, municipality_id: UUID | None) -> Mapping[str, Value]:
    """Every variable with its value for a kommun, or (None) as it is common to all, by name."""
    kept = reading.many(REGISTER, reading.keys(REGISTER)).values()
    name = reading.label("organisations", municipality_id or reading.organisation_id)
    own = {OWN_NAME: Value(Variable(OWN_NAME, _OWN_NAME), name, "register")}
    records = (read.record for read in kept if isinstance(read.record, DocumentVariable))
    return own | merged(known_variables(), records, municipality_id)


def words_of(values: Mapping[str, Value]) -> Words:
    """What stands for each value in a text; one that nobody has given is missing."""
    return {name: value.text or (Missing(lacking(value)),) for name, value in values.items()}


def lacking(value: Value) -> str:
    """What a value is called where a text lacks it."""
    return small_initial(value.variable.label)


def used_values(texts: Iterable[str], values: Mapping[str, Value]) -> tuple[Value, ...]:
    """The values that texts ask for, in their order; names that stand for nothing are left out."""
    names = dict.fromkeys(name for text in texts for name in values_in(text))
    return tuple(values[name] for name in names if name in values)


def as_told(used: Iterable[Value]) -> tuple[tuple[str, str], ...]:
    """Values by name, as they are kept beside a paper."""
    return tuple((value.variable.name, value.text) for value in used)


def target_of(name: str, value: Value | None, municipality_id: UUID | None) -> Target:
    """Where the value of a variable is filled in: in its record, or in a new one."""
    if value is not None and value.record_id is not None:
        return Target(REGISTER, value.record_id, _FIELD)
    place = (("municipality", str(municipality_id)),) if municipality_id else ()
    return Target(REGISTER, None, _FIELD, (("name", name.lower()), *place))


def merged(
    known: Mapping[str, Variable], records: Iterable[DocumentVariable], municipality_id: UUID | None
) -> dict[str, Value]:
    """Known variables and those of records with their values; an empty value lets the one below it stand."""
    found = {name: Value(variable, variable.default, "shipped") for name, variable in known.items()}
    layers: dict[Origin, list[DocumentVariable]] = {"common": [], "local": []}
    for record in sorted(records, key=lambda record: str(record.id)):
        if record.municipality is None:
            layers["common"].append(record)
        elif record.municipality == municipality_id:
            layers["local"].append(record)
    for origin, layer in layers.items():
        for record in layer:
            below = found.get(record.name) or Value(Variable(record.name, record.name), "", origin)
            changed = replace(below, record_id=record.id, is_local=record.municipality is not None)
            found[record.name] = replace(changed, text=record.value, origin=origin) if record.value else changed
    return found


@cache
def _shipped() -> Mapping[str, Variable]:
    return read_variables(asset("resources", "templates", "steering", "variables.toml"))


def read_variables(path: Path) -> dict[str, Variable]:
    """The variables of a file, by name. Raises TemplateError when it is not one."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(
            f"Listan {path.name} över värden går inte att läsa. Rätta den.", details=str(error)
        ) from error
    return {name: _variable(name, table, path) for name, table in tables.items()}


def _variable(name: str, table: object, path: Path) -> Variable:
    told = table if isinstance(table, dict) else {}
    texts = {key: told.get(key, "") for key in ("label", "example", "default", "group")}
    if not texts["label"] or not all(isinstance(text, str) for text in texts.values()):
        raise TemplateError(f"Värdet {name} i {path.name} saknar sitt namn i klartext. Lägg till label.")
    return Variable(name, **texts)
