"""Nothing that is asked of one's own changes when a neighbour says the same of it: all that is one's own, once more.

A small register has two records of every kind that refer to each other wherever they can. A neighbour has received
them, and made records of its own that say the same, about them, in every register; its share file is received.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calendar import Interval
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
from itadmin.domain.problems import KnownError, errors
from itadmin.domain.record import described_fields, stored_fields, to_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import PROFILES, shared_fields
from itadmin.domain.validation import check
from itadmin.domain.values import LISTS
from itadmin.services import (
    access,
    agreements,
    demand,
    dependencies,
    duplicates,
    families,
    findings,
    handover,
    incidents,
    people_twins,
    starter,
)
from itadmin.services.acting.case import case_of
from itadmin.services.attention import overview
from itadmin.services.audit_pack import audit_pack
from itadmin.services.costs.gathering import costs_around, costs_of
from itadmin.services.costs.year import year_of
from itadmin.services.gantt.charts import gantt_of, gantt_of_all
from itadmin.services.goals import following, measures, shown
from itadmin.services.implementation.parts import parts_of as plan_parts
from itadmin.services.implementation.parts import plans_of
from itadmin.services.papers import about, numbers
from itadmin.services.planner import activities, days
from itadmin.services.platform.proposals import proposed_systems
from itadmin.services.platform.standing import standing_of
from itadmin.services.progress import Progress
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.retention import erasure
from itadmin.services.reviewing import rounds, sheets
from itadmin.services.sessions import sign_up
from itadmin.services.sessions.parts import parts_of
from itadmin.services.starter_list import starter_list
from itadmin.services.steering import versions as steering_versions
from itadmin.services.training import coverage, plans, versions
from itadmin.services.training.head_counts import head_counts_of
from itadmin.services.training.of_person import trainings_of
from itadmin.storage.queries.timeline import timeline_facts
from itadmin.storage.records import RecordReader, referring_registers
from itadmin.storage.unit_of_work import StepNote, apply

TODAY = date(2026, 11, 22)
EVERYTHING = PROFILES["itchefsgruppen"]
OWN, NEIGHBOUR = "1460", "1438"
LIVING = ("gallande", "i_drift", "faststalld", "genomford", "oppet", "pagar", "planerat", "anvands", "systemagare")
"""Codes by which a record counts, where its field has one of them."""
DAYS = {"start": "2026-01-02", "from": "2026-01-02", "end": "2027-03-01", "until": "2027-03-01"}
"""Days by what a field is called: what is begun goes on."""
SPAN = Interval(date(2026, 1, 1), date(2028, 12, 31))
Ask = Callable[[Reading], Any]


@dataclass(frozen=True)
class Both:
    """The register before and after the neighbour's word."""

    before: Reading
    after: Reading


@pytest.fixture(scope="module")
def both(load: Callable[[str], Any], blank: dict[str, bytes]) -> Iterator[Both]:
    shares = load("shares")
    own, neighbour, before = (shares.Kommun(code, blank[code], "tests") for code in (OWN, NEIGHBOUR, OWN))
    ids = {name: [own.around.new_id() for _ in range(2)] for name in REGISTERS}
    _write(own, ids, ids)
    before.restore(own.content())
    neighbour.receive(shares.parcel(own.share(EVERYTHING.key)))
    theirs = {name: [neighbour.around.new_id() for _ in range(2)] for name in REGISTERS}
    known = Reading(neighbour.file, TODAY)
    _write(neighbour, theirs, {name: ids[name] if known.many(name, ids[name]) else theirs[name] for name in REGISTERS})
    own.receive(shares.parcel(neighbour.share(EVERYTHING.key)))
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


def _each(register: str, ask: Callable[[Reading, UUID], Any]) -> Ask:
    """What is asked of every own record of a register; a sentence that refuses counts as an answer."""

    def asked(reading: Reading) -> dict[UUID, Any]:
        return {key: _answer(partial(ask, reading, key)) for key in reading.keys(register)}

    return asked


def _answer(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except KnownError as error:
        return str(error)


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
    return [_answer(partial(reading.named, register, label)) for label in labels]


def _referring(register: str, other: str, field: str) -> Ask:
    return _each(register, lambda reading, key: [read.record for read in reading.referring(other, field, key)])


def _carried(reading: Reading, system: UUID) -> Any:
    carried = dependencies.dependencies(reading, system).carried
    return [(flow, [read.record for read in reads]) for flow, reads in carried.items()]


def _timeline(reading: Reading) -> Any:
    with reading.file.reading() as connection:
        return timeline_facts(connection, reading.day)


def _subject(register: str) -> Callable[[Reading, UUID], Any]:
    def gathered(reading: Reading, key: UUID) -> Any:
        subject = incidents.subject_of(reading, register, key)
        return subject and incidents.gather(reading, subject)

    return gathered


def _trainings(reading: Reading, person: UUID) -> Any:
    return trainings_of(reading, person, reading.referring("training_participations", "person", person))


OF_REGISTERS = {"records": _reads, "rows": _rows, "told": _told, "named": _listed}
REFERRING = [
    (name, other, field)
    for name in REGISTERS
    for other, fields in referring_registers(name).items()
    for field in fields
]
ASKED: dict[str, Ask] = {
    "attention": overview,
    "duplicates": duplicates.candidates,
    "people twins": people_twins.people_candidates,
    "next number of an agreement": lambda reading: agreements.propose_number(reading, TODAY),
    "operations agreement": _each(
        "systems", lambda reading, key: agreements.operations_agreement_draft(reading, key, TODAY)
    ),
    "goals of a document": _each("steering_documents", shown.goals_of),
    "goals": lambda reading: (measures.counted(reading), following.goals_that_count(reading)),
    "costs": lambda reading: [year_of(reading, costs_of(reading), year) for year in (2026, 2027)],
    "costs of a system": _each(
        "systems", lambda reading, key: year_of(reading, costs_around(reading, "systems", key), 2026)
    ),
    "costs of an agreement": _each(
        "agreements", lambda reading, key: year_of(reading, costs_around(reading, "agreements", key), 2026)
    ),
    "timeline": _timeline,
    "wheel": lambda reading: (days.days_of(reading, SPAN), activities.happening(reading, SPAN)),
    "gantt": lambda reading: gantt_of_all(reading).rows,
    "gantt of a plan": _each("implementations", lambda reading, key: gantt_of(reading, key).rows),
    "coverage": coverage.coverage,
    "head counts": head_counts_of,
    "plan of a system": _each("systems", plans.plan_of_system),
    "plan": _each(
        "training_plans", lambda reading, key: (plans.modules_of(reading, key), versions.versions_of(reading, key))
    ),
    "trainings of a person": _each("people", _trainings),
    "platform": _each("platform_changes", standing_of),
    "platform proposals": lambda reading: proposed_systems(reading, "server", "Prov"),
    "implementation": _each("implementations", plan_parts),
    "implementations of a system": _each("systems", plans_of),
    "what is written of a person": _each("people", erasure.written_about),
    "erasure": _each("people", lambda reading, key: erasure.erasure_of(reading, [key])),
    "review": lambda reading: (
        rounds.shares(reading, TODAY),
        [read.record for read in rounds.to_review(reading)],
        sheets.reviewers(reading),
    ),
    "document": _each("steering_documents", steering_versions.versions_of),
    "agreement and what it leads to": _each("agreements", case_of),
    "handlingar": lambda reading: (about.unsigned_papers(reading), numbers.next_number(reading)),
    "participants": _each("training_sessions", parts_of),
    "evaluation": _each(
        "training_sessions",
        lambda reading, key: (sign_up.evaluation_of(reading, key), sign_up.obstacles_at(reading, key)),
    ),
    "dependencies": _each("systems", _carried),
    "family": _each("agreements", lambda reading, key: families.family(reading, "agreements", "main_agreement", key)),
    "handover": _each("people", handover.current_roles),
    "access": _each("systems", lambda reading, key: access.grants(reading, system=key)),
    "incident of a system": _each("systems", _subject("systems")),
    "incident of a supplier": _each("organisations", _subject("organisations")),
    "starter list": lambda reading: starter.registered(reading, starter_list()),
    "demand": lambda reading: [
        demand.held_by_systems(reading, read.record)
        for read in reading.many("agreements", reading.keys("agreements")).values()
    ],
    "audit pack": lambda reading: audit_pack(reading, b"", Progress()),
}


def test_the_neighbour_says_something_of_ones_own_in_every_register_that_is_shared(both: Both) -> None:
    """Else nothing below is proven. Of rights and what is local nothing leaves."""
    silent = {name for name in REGISTERS if _everybodys(name, both.after) == _everybodys(name, both.before)}
    assert silent == {name for name, register in REGISTERS.items() if not shared_fields(EVERYTHING, register)}


def _everybodys(register: str, reading: Reading) -> list[UUID]:
    return reading.keys(register, ListQuery(all_owners=True))


@pytest.mark.parametrize("asked", OF_REGISTERS)
@pytest.mark.parametrize("register", REGISTERS)
def test_a_register_is_as_it_was(both: Both, register: str, asked: str) -> None:
    ask = partial(OF_REGISTERS[asked], register)
    assert repr(ask(both.after)) == repr(ask(both.before))


@pytest.mark.parametrize(("register", "other", "field"), REFERRING)
def test_what_refers_to_ones_own_is_ones_own(both: Both, register: str, other: str, field: str) -> None:
    ask = _referring(register, other, field)
    assert repr(ask(both.after)) == repr(ask(both.before))


@pytest.mark.parametrize("asked", ASKED)
def test_what_is_worked_out_is_as_it_was(both: Both, asked: str) -> None:
    before = ASKED[asked](both.before)
    assert before
    assert repr(ASKED[asked](both.after)) == repr(before)
