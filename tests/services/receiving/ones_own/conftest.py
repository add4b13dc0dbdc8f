"""A small register before and after a neighbour's word: nothing that is asked of one's own is to change by it.

It has two records of every kind that refer to each other wherever they can. A neighbour has received them, and made
records of its own that say the same, about them, in every register; its share file is received.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.entry import filled_in
from itadmin.domain.fields import (
    ApproximateDay,
    Choice,
    Day,
    Field,
    Money,
    Percent,
    Reference,
    References,
    Rows,
    Whole,
    YesNo,
)
from itadmin.domain.problems import errors
from itadmin.domain.record import described_fields, stored_fields, to_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.validation import check
from itadmin.domain.values import LISTS
from itadmin.services.reading import Reading
from itadmin.storage.records import RecordReader
from itadmin.storage.unit_of_work import StepNote, apply

TODAY = date(2026, 11, 22)
EVERYTHING = "itchefsgruppen"
OWN, NEIGHBOUR = "1460", "1438"
LIVING = ("gallande", "i_drift", "faststalld", "genomford", "oppet", "pagar", "planerat", "anvands", "systemagare")
"""Codes by which a record counts, where its field has one of them."""
DAYS = {"start": "2026-01-02", "from": "2026-01-02", "end": "2027-03-01", "until": "2027-03-01"}
"""Days by what a field is called: what is begun goes on."""


@dataclass(frozen=True)
class Both:
    """The register before and after the neighbour's word."""

    before: Reading
    after: Reading


@pytest.fixture(scope="package")
def both(load: Callable[[str], Any], blank: dict[str, bytes]) -> Iterator[Both]:
    shares = load("shares")
    own, neighbour, before = (shares.Kommun(code, blank[code], "tests") for code in (OWN, NEIGHBOUR, OWN))
    ids = {name: [own.around.new_id() for _ in range(2)] for name in REGISTERS}
    _write(own, ids, ids)
    before.restore(own.content())
    neighbour.receive(shares.parcel(own.share(EVERYTHING)))
    theirs = {name: [neighbour.around.new_id() for _ in range(2)] for name in REGISTERS}
    known = Reading(neighbour.file, TODAY)
    _write(neighbour, theirs, {name: ids[name] if known.many(name, ids[name]) else theirs[name] for name in REGISTERS})
    own.receive(shares.parcel(neighbour.share(EVERYTHING)))
    yield Both(Reading(before.file, TODAY), Reading(own.file, TODAY))
    for each in (own, neighbour, before):
        each.close()


def _write(kommun: Any, ids: dict[str, list[UUID]], about: dict[str, list[UUID]]) -> None:
    """Two records in every register, about the last of each that there is to be about. No lock is asked."""
    changes = []
    for name, register in REGISTERS.items():
        for record_id in ids[name]:
            above = about[name][0] if about[name] is ids[name] else about[name][-1]
            targets: dict[str, UUID | None] = {other: found[-1] for other, found in about.items()}
            targets[name] = None if above == record_id else above
            record = filled_in(register.record(id=record_id), _values(register, targets))
            changes.append(Change(name, record_id, None, to_plain(record)))
    note = StepNote(kommun.around.new_id(), kommun.around.stamp(), "Kim Berg")
    with kommun.file.writing() as connection:
        owner = kommun.file.info.organisation
        apply(connection, RecordReader(connection, TODAY), ChangeSet("Allt", tuple(changes)), note, owner)


def _values(register: Register, targets: Mapping[str, UUID | None]) -> dict[str, Any]:
    """A value in every field that can have one beside the others."""
    fields = stored_fields(register.record)
    values = {name: _value(name, field, targets) for name, field in fields.items()}
    while wrong := {each.field for each in errors(check(register, filled_in(register.record(), values)))}:
        name = max(wrong)
        values[name] = [] if isinstance(fields[name], (Rows, References)) else None
    return values


def _value(name: str, field: Field, targets: Mapping[str, UUID | None]) -> Any:
    if isinstance(field, (Reference, References)):
        target = targets[field.to]
        found = [str(target)] if target else []
        return found if isinstance(field, References) else next(iter(found), None)
    if isinstance(field, Rows):
        return [{key: _value(key, item, targets) for key, item in described_fields(field.row).items()}]
    if isinstance(field, Choice):
        return next((code for code in LIVING if code in LISTS[field.values]), next(iter(LISTS[field.values])))
    return _simple(name, field)


def _simple(name: str, field: Field) -> Any:
    if isinstance(field, (ApproximateDay, Day)):
        return next((day for part, day in DAYS.items() if part in name), "2026-12-01")
    if isinstance(field, YesNo):
        return name not in ("suggestion", "preliminary")
    if isinstance(field, (Money, Percent, Whole)):
        return 2026 if name == "year" else 12
    return {"number": "2026-0001", "municipality_code": OWN}.get(name, "Prov")
