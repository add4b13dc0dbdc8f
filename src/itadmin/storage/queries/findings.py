"""Findings as SQL: which records each is true of, for one record, a list's filter and the counts alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Select,
    Table,
    and_,
    bindparam,
    case,
    func,
    select,
    type_coerce,
)

from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.storage.queries import (
    agreement_findings,
    competence,
    cooperation_findings,
    implementation_findings,
    session_findings,
    surrounding_findings,
    system_findings,
    training_findings,
    training_plan_findings,
)
from itadmin.storage.queries.conditions import own
from itadmin.storage.tables import TABLES

_CONDITIONS: Mapping[str, Mapping[str, Callable[[Table, date], ColumnElement[bool]]]] = {
    "systems": {**system_findings.CONDITIONS, **training_plan_findings.OF_SYSTEMS},
    "agreements": agreement_findings.CONDITIONS,
    "organisations": surrounding_findings.OF_ORGANISATIONS,
    "people": surrounding_findings.OF_PEOPLE,
    "integrations": surrounding_findings.OF_INTEGRATIONS,
    "access_decisions": {**surrounding_findings.OF_ACCESS_DECISIONS, **training_findings.OF_ACCESS_DECISIONS},
    "training_plans": training_plan_findings.OF_TRAINING_PLANS,
    "training_modules": training_findings.OF_MODULES,
    "training_sessions": session_findings.OF_SESSIONS,
    "networks": competence.OF_AREAS,
    "implementation_activities": implementation_findings.OF_ACTIVITIES,
    "cooperation_stances": cooperation_findings.OF_STANCES,
    "allocations": cooperation_findings.OF_ALLOCATIONS,
}


def condition(register: str, key: str, main: Table, day: date) -> ColumnElement[bool]:
    """That the finding `key` is true on `day` of a row of the register's main table; of own confirmed records only.

    Raises KeyError for a finding that the register does not have.
    """
    return and_(own(REGISTERS[register], main), _CONDITIONS[register][key](main, day))


def found(connection: Connection, register: Register, record_id: UUID, day: date) -> list[str]:
    """The keys of what is wrong with one record, in the order of the register's findings."""
    if not register.findings:
        return []
    row = connection.execute(_of_one(register.name, day), {"record_id": record_id}).one_or_none()
    return [finding.key for finding, is_true in zip(register.findings, row or (), strict=False) if is_true]


@lru_cache(maxsize=32)
def _of_one(register: str, day: date) -> Select[Any]:
    """What `found` asks; putting it together takes far longer than asking it."""
    description, main = REGISTERS[register], TABLES[register].main
    asked: list[Any] = [_CONDITIONS[register][finding.key](main, day) for finding in description.findings]
    return select(*asked).where(main.c.id == bindparam("record_id"), own(description, main))


def counts(connection: Connection, register: Register, day: date) -> dict[str, int]:
    """How many records each finding is true of, in one pass over the register."""
    if not register.findings:
        return {}
    main = TABLES[register.name].main
    asked = [func.total(_CONDITIONS[register.name][finding.key](main, day)) for finding in register.findings]
    row = connection.execute(select(*asked).where(own(register, main))).one()
    return {finding.key: int(number) for finding, number in zip(register.findings, row, strict=True)}


def found_in_all(
    connection: Connection, register: Register, day: date, asked: tuple[str, ...] = ()
) -> dict[bytes, tuple[str, ...]]:
    """What is wrong with each record that something is wrong with, by its id as the file has it, in one pass.

    `asked` are the keys of the findings to look for, if not of all.
    """
    looked_for = asked or tuple(finding.key for finding in register.findings)
    if not looked_for:
        return {}
    rows = connection.execute(_of_all(register.name, day, looked_for)).all()
    keys = {number: _keys(looked_for, number) for number in {number for _record, number in rows}}
    return {record: keys[number] for record, number in rows if number}


def _keys(looked_for: tuple[str, ...], number: int) -> tuple[str, ...]:
    return tuple(key for place, key in enumerate(looked_for) if number >> place & 1)


@lru_cache(maxsize=32)
def _of_all(register: str, day: date, looked_for: tuple[str, ...]) -> Select[Any]:
    """What `found_in_all` asks: a number for each record, with a bit for each finding.

    In a CASE a condition is looked into no further than is needed, which halves the time.
    """
    description, main = REGISTERS[register], TABLES[register].main
    conditions = (_CONDITIONS[register][key](main, day) for key in looked_for)
    bits: list[Any] = [case((condition, 1 << place), else_=0) for place, condition in enumerate(conditions)]
    return select(type_coerce(main.c.id, LargeBinary), sum(bits)).where(own(description, main))
