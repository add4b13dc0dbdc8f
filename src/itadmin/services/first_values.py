"""What a record begins with when it is made in passing, from the field of another record that refers to it.

A guess from where it was made and what it is called, there to be changed: a new unit belongs to the own kommun, or to
the one whose name it has. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from itadmin.domain.fields import Reference, References
from itadmin.domain.registers import OWNERS, REGISTERS
from itadmin.domain.text import fold
from itadmin.services.reading import Reading
from itadmin.services.starter_list import starter_list
from itadmin.services.starter_names import values_named

Plain = dict[str, Any]

_UNIT = ""
_KINDS: Mapping[tuple[str, str], str] = {
    ("systems", "department"): _UNIT,
    ("systems", "operating_unit"): "it_enhet",
    ("systems", "supplier"): "leverantor",
    ("agreements", "customer"): _UNIT,
    ("agreements", "provider"): "it_enhet",
    ("agreements", "supplier"): "leverantor",
    ("people", "organisation"): _UNIT,
    ("roles", "organisation"): _UNIT,
    ("training_participations", "organisation"): _UNIT,
}
"""Kinds of organisation by the field they are made from; `_UNIT` leaves it to the name."""

_ENDINGS = (("nämnden", "namnd"), ("styrelsen", "namnd"), ("förvaltningen", "forvaltning"), ("kontoret", "forvaltning"))
_MUNICIPALITY = " kommun"
_MOST_MUNICIPALITIES = 400


def first_values(reading: Reading, register: str, field: str, name: str) -> Plain:
    """The values beside its name of a new record called `name`, made from a field of a record of `register`."""
    field_of = REGISTERS[register].fields[field]
    if isinstance(field_of, (Reference, References)) and field_of.to == "systems":
        return values_named(starter_list(), name)
    if (register, field) == ("agreements", "dpa"):
        return {"kind": "pub_avtal"}
    kind = _KINDS.get((register, field))
    if kind is None:
        return {}
    if kind == "leverantor":
        return {"kind": kind}
    return {"kind": kind or _kind_by_name(name), "parent": _municipality_named(reading, name)}


def _kind_by_name(name: str) -> str | None:
    lowered = name.casefold()
    return next((kind for ending, kind in _ENDINGS if lowered.endswith(ending)), None)


def _municipality_named(reading: Reading, name: str) -> str:
    """The kommun whose name stands in `name`, "IT-enheten Mellerud"; else the own organisation."""
    words = {word.strip(",.") for word in fold(name).split()}
    for record_id, label in reading.choices(OWNERS.name, _MUNICIPALITY, _MOST_MUNICIPALITIES):
        base = fold(label.removesuffix(_MUNICIPALITY))
        if label.endswith(_MUNICIPALITY) and words & {base, base.removesuffix("s")}:
            return str(record_id)
    return str(reading.organisation_id)
