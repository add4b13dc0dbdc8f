"""Every register and reference: one's own reads, counts and refers as before the neighbour said the same of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import PROFILES, shared_fields
from itadmin.services import findings
from itadmin.services.reading import ListQuery, Reading
from itadmin.storage.records import referring_registers

EVERYTHING = PROFILES["itchefsgruppen"]


def _reads(register: str, reading: Reading) -> Any:
    reads = reading.many(register, reading.keys(register))
    return [(read.record, read.label, read.holders) for read in reads.values()]


def _rows(register: str, reading: Reading) -> Any:
    """As a list reads them, a piece at a time."""
    places = [reading.place(register, key) for key in reading.keys(register)]
    reads = reading.rows(register, places, REGISTERS[register].columns)
    return [(read.label, read.holders) for read in reads.values()]


def _told(register: str, reading: Reading) -> Any:
    keys = reading.keys(register)
    return (
        reading.count(register),
        findings.counts(reading, register),
        [
            (findings.of_record(reading, register, key), reading.lock_of(register, reading.one(register, key).record))
            for key in keys
        ],
    )


def _listed(register: str, reading: Reading) -> Any:
    labels = [read.label for read in reading.many(register, reading.keys(register)).values()]
    return [_named(register, reading, label) for label in labels]


def _named(register: str, reading: Reading, label: str) -> Any:
    """What has a name, or the sentence that it is no name of one."""
    try:
        return reading.named(register, label)
    except KnownError as error:
        return str(error)


def _referring(register: str, other: str, field: str, reading: Reading) -> Any:
    return [[read.record for read in reading.referring(other, field, key)] for key in reading.keys(register)]


OF_REGISTERS = {"records": _reads, "rows": _rows, "told": _told, "named": _listed}
REFERRING = [
    (name, other, field)
    for name in REGISTERS
    for other, fields in referring_registers(name).items()
    for field in fields
]


def test_the_neighbour_says_something_of_ones_own_in_every_register_that_is_shared(both: Any) -> None:
    """Else nothing below is proven. Of rights and what is local nothing leaves."""
    silent = {name for name in REGISTERS if _everybodys(name, both.after) == _everybodys(name, both.before)}
    assert silent == {name for name, register in REGISTERS.items() if not shared_fields(EVERYTHING, register)}


def _everybodys(register: str, reading: Reading) -> list[UUID]:
    return reading.keys(register, ListQuery(all_owners=True))


@pytest.mark.parametrize("asked", OF_REGISTERS)
@pytest.mark.parametrize("register", REGISTERS)
def test_a_register_is_as_it_was(both: Any, register: str, asked: str) -> None:
    ask = OF_REGISTERS[asked]
    assert repr(ask(register, both.after)) == repr(ask(register, both.before))


@pytest.mark.parametrize(("register", "other", "field"), REFERRING)
def test_what_refers_to_ones_own_is_ones_own(both: Any, register: str, other: str, field: str) -> None:
    before, after = (_referring(register, other, field, each) for each in (both.before, both.after))
    assert repr(after) == repr(before)
