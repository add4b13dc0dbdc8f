"""What is found wrong with utbildningstillfällen, moment and rights, on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.storage.queries import findings

TODAY = date(2026, 11, 22)
TOMORROW = "2026-11-23"
COMPLETE = {"teacher_name": "Bo Al", "meeting_link": "https://mote.exempel.se/1", "status": "oppet"}

Plain = Mapping[str, Any]


class Courses:
    """Adds what courses are made of, and tells what is found."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def add(self, register: str, **values: Any) -> UUID:
        return self.workspace.records.add(register, {name: _plain(value) for name, value in values.items()})

    def session(self, **values: Any) -> UUID:
        return self.add("training_sessions", **{"title": "Kurs", "starts_on": TOMORROW, **COMPLETE, **values})

    def person(self, name: str = "Anna Ek") -> UUID:
        return self.add("people", name=name)

    def module(self, plan: UUID | None = None, **values: Any) -> UUID:
        plan = plan or self.add("training_plans", title="Plan", kind="allman")
        return self.add("training_modules", **{"title": "Moment", "plan": plan, **values})

    def joins(self, person: UUID, session: UUID | None, status: str = "anmald", **values: Any) -> UUID:
        return self.add("training_participations", person=person, session=session, status=status, **values)

    def found(self, record: UUID, register: str = "training_sessions", day: date = TODAY) -> list[str]:
        with self.workspace.file.reading() as connection:
            one = findings.found(connection, REGISTERS[register], record, day)
            every = findings.found_in_all(connection, REGISTERS[register], day)
        assert every.get(record.bytes, ()) == tuple(one)
        return one


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, UUID) else value


@pytest.fixture
def courses(workspace: Workspace) -> Courses:
    return Courses(workspace)


def test_nothing_is_wrong_with_a_session_that_has_all_it_needs(courses: Courses) -> None:
    session = courses.session(seats=1)
    courses.joins(courses.person(), session)
    assert courses.found(session) == []


@pytest.mark.parametrize(
    ("other", "collides"),
    [
        ({}, True),
        ({"starts_on": "2026-11-24"}, False),
        ({"starts_on": "2026-11-20", "ends_on": TOMORROW}, True),
        ({"starts_at": "13:00", "ends_at": "15:00"}, False),
        ({"starts_at": "10.30", "ends_at": "12:30"}, True),
        ({"starts_at": "9:00"}, True),
        ({"starts_at": "8", "ends_at": "9"}, False),
        ({"status": "installt"}, False),
    ],
)
@pytest.mark.parametrize(("field", "key"), [("teacher", "larare_dubbelbokad"), ("venue", "lokal_dubbelbokad")])
def test_a_teacher_and_a_room_are_in_one_place(
    courses: Courses, other: Plain, field: str, key: str, *, collides: bool
) -> None:
    values = {"teacher": courses.person(), "venue": "Stora salen"}
    one = courses.session(starts_at="09:00", ends_at="12:00", **{field: values[field]})
    two = courses.session(**{field: "stora salen" if field == "venue" else values[field], **other})
    assert courses.found(one) == ([key] if collides else [])
    assert courses.found(two) == ([key] if collides else [])


@pytest.mark.parametrize(("status", "booked"), [("anmald", True), ("reserv", True), ("avanmald", False)])
def test_a_person_is_in_one_place(courses: Courses, status: str, *, booked: bool) -> None:
    one, two, person = courses.session(), courses.session(title="Annan"), courses.person()
    courses.joins(person, one)
    courses.joins(person, two, status)
    assert courses.found(one) == courses.found(two) == (["deltagare_dubbelbokad"] if booked else [])
    assert courses.found(one, day=date(2026, 11, 24)) == ["forbi_men_planerat"]


@pytest.mark.parametrize(
    ("name", "twice"),
    [("Anna Ek", True), ("Ek, Anna", True), ("Anna Eek", True), ("anna ek", True), ("Anna Eklund", False)],
)
def test_a_person_is_signed_up_once_however_it_is_spelled(courses: Courses, name: str, *, twice: bool) -> None:
    session = courses.session()
    courses.joins(courses.person(), session)
    courses.joins(courses.person(name), session)
    assert courses.found(session) == (["samma_person_tva_ganger"] if twice else [])


def test_a_module_in_the_bin_is_not_presupposed(courses: Courses) -> None:
    ground = courses.module()
    session = courses.session(modules=[courses.module(prerequisites=[ground])])
    courses.joins(courses.person(), session)
    assert courses.found(session) == ["deltagare_utan_forkunskaper"]
    courses.workspace.records.delete("training_modules", [ground])
    assert courses.found(session) == []


@pytest.mark.parametrize(
    ("statuses", "found"),
    [(("anmald", "anmald"), True), (("anmald", "reserv"), False), (("anmald", "avanmald"), False)],
)
def test_there_are_no_more_people_than_seats(courses: Courses, statuses: tuple[str, str], *, found: bool) -> None:
    session = courses.session(seats=1)
    for name, status in zip(("Anna Ek", "Bo Al"), statuses, strict=True):
        courses.joins(courses.person(name), session, status)
    assert courses.found(session) == (["fler_an_platser"] if found else [])


def test_what_a_module_presupposes_has_been_done(courses: Courses) -> None:
    first = courses.module()
    later = courses.module(same_as=first)
    session = courses.session(modules=[courses.module(prerequisites=[later])])
    person = courses.person()
    courses.joins(person, session)
    assert courses.found(session) == ["deltagare_utan_forkunskaper"]
    courses.joins(person, courses.session(starts_on="2026-01-01", modules=[first], status="genomfort"), "genomford")
    assert courses.found(session) == []


def test_what_is_presupposed_may_be_taught_the_same_day(courses: Courses) -> None:
    first = courses.module()
    session = courses.session(modules=[first, courses.module(prerequisites=[first])])
    courses.joins(courses.person(), session)
    assert courses.found(session) == []


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"teacher_name": None}, ["snart_utan_larare"]),
        ({"meeting_link": None}, ["snart_utan_plats"]),
        ({"teacher_name": None, "meeting_link": None, "starts_on": "2026-12-23"}, []),
        ({"teacher_name": None, "meeting_link": None, "status": "installt"}, []),
        ({"starts_on": "2026-11-21"}, ["forbi_men_planerat"]),
        ({"starts_on": "2026-11-21", "ends_on": "2026-11-22"}, []),
        ({"starts_on": "2026-11-21", "status": "genomfort"}, []),
    ],
)
def test_a_session_is_seen_to(courses: Courses, values: Plain, found: list[str]) -> None:
    assert courses.found(courses.session(**values)) == found


@pytest.mark.parametrize(
    ("status", "starts_on", "found"),
    [
        ("anmald", "2026-11-21", ["narvaro_saknas"]),
        ("genomford", "2026-11-21", []),
        ("reserv", "2026-11-21", []),
        ("anmald", "2026-01-01", []),
    ],
)
def test_attendance_is_noted(courses: Courses, status: str, starts_on: str, found: list[str]) -> None:
    session = courses.session(starts_on=starts_on, status="genomfort")
    courses.joins(courses.person(), session, status)
    assert courses.found(session) == found


@pytest.mark.parametrize(
    ("part", "values", "found"),
    [
        ("genomford", {}, ["narvaro_utan_dag"]),
        ("uteblev", {"status": "genomfort"}, ["narvaro_utan_dag"]),
        ("anmald", {}, []),
        ("genomford", {"status": "installt"}, []),
        ("genomford", {"starts_on": "2026-11-21", "status": "genomfort"}, []),
    ],
)
def test_what_somebody_was_at_has_a_day(courses: Courses, part: str, values: dict[str, str], found: list[str]) -> None:
    session = courses.session(**{"starts_on": None, "status": "planerat", **values})
    courses.joins(courses.person(), session, part)
    assert courses.found(session) == found


def test_a_module_does_not_presuppose_itself_through_others_and_other_versions(courses: Courses) -> None:
    records = courses.workspace.records
    one = courses.module()
    two, three = courses.module(prerequisites=[one]), courses.module(same_as=one)
    beside = courses.module(prerequisites=[two])
    records.save("training_modules", three, {"prerequisites": [str(two)]})
    found = {module: courses.found(module, "training_modules") for module in (one, two, three, beside)}
    ring = ["forkunskaper_i_ring"]
    assert found == {one: ring, two: ring, three: ring, beside: []}


def _adopted(courses: Courses, system: UUID, audience: str, **values: Any) -> UUID:
    plan = courses.add("training_plans", title="Plan", kind="system", system=system)
    rows = [{"audience": audience, "demand": "fore_behorighet"}]
    module = courses.module(plan, demands=rows, **values)
    courses.workspace.records.save("training_plans", plan, {"status": "faststalld", "adopted_on": "2026-01-15"})
    return module


@pytest.mark.parametrize(
    ("done", "decision", "found"),
    [
        (None, {}, True),
        (None, {"withdrawn_on": "2026-11-01"}, False),
        (None, {"ends_on": "2026-11-01"}, False),
        (None, {"starts_on": TOMORROW}, False),
        ("2025-11-22", {}, False),
        ("2025-11-21", {}, True),
    ],
)
def test_a_right_is_given_to_who_has_learnt_what_it_takes(
    courses: Courses, done: str | None, decision: Plain, *, found: bool
) -> None:
    system, person = courses.add("systems", name="Lifecare", lifecycle="i_drift"), courses.person()
    module = _adopted(courses, system, "slutanvandare", valid_months=12)
    if done:
        courses.joins(person, None, "genomford", module=module, completed_on=done)
    values = {"access_right": "Handläggare", "decided_on": "2026-10-01", **decision}
    right = courses.add("access_decisions", person=person, system=system, **values)
    keys = courses.found(right, "access_decisions")
    assert ("utan_utbildning" in keys) is found


def test_what_is_still_to_come_gives_no_right(courses: Courses) -> None:
    system, person = courses.add("systems", name="Lifecare", lifecycle="i_drift"), courses.person()
    module = _adopted(courses, system, "slutanvandare")
    session = courses.add("training_sessions", title="Kurs", starts_on="2026-11-10", modules=[module])
    courses.joins(person, session, "genomford")
    right = courses.add("access_decisions", access_right="Handläggare", person=person, system=system)
    assert "utan_utbildning" not in courses.found(right, "access_decisions")
    courses.workspace.records.save("training_sessions", session, {"starts_on": "2026-12-10"})
    assert "utan_utbildning" in courses.found(right, "access_decisions")


@pytest.mark.parametrize(
    ("audience", "found"), [("slutanvandare", False), ("superanvandare", True), ("systemansvarig", True)]
)
def test_who_is_in_a_malgrupp_is_held_to_what_it_asks(courses: Courses, audience: str, *, found: bool) -> None:
    system, person = courses.add("systems", name="Lifecare", lifecycle="i_drift"), courses.person()
    _adopted(courses, system, audience)
    courses.add("audience_members", person=person, system=system, audience="superanvandare")
    courses.add("roles", person=person, system=system, kind="ersattare")
    right = courses.add("access_decisions", access_right="Handläggare", person=person, system=system)
    assert ("utan_utbildning" in courses.found(right, "access_decisions")) is found
