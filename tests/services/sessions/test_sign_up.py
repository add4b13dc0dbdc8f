"""Signing up to a session, moving up, attendance and evaluation: each one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.problems import KnownError, NotFoundError
from itadmin.services.sessions.sign_up import (
    SignUp,
    evaluation_of,
    leave,
    move_down,
    move_up,
    note_all_attended,
    note_attendance,
    obstacles_at,
    sign_up,
)
from itadmin.services.workspace import Workspace

TODAY = date(2026, 11, 22)


@pytest.fixture
def session(region: Any) -> UUID:
    found: UUID = region.session(region.module(), seats=2, starts_on="2026-12-01", starts_at="9", ends_at="12")
    return found


def signed_up(region: Any, session: UUID, people: Sequence[UUID], **asked: Any) -> SignUp:
    workspace = region.workspace
    found = sign_up(workspace.reading(TODAY), workspace.records, session, people, **asked)
    workspace.records.apply(found.changes)
    return found


def standing(workspace: Workspace, session: UUID) -> dict[str, str]:
    """How each stands, by name."""
    reading = workspace.reading(TODAY)
    parts: list[Any] = [read.record for read in reading.referring("training_participations", "session", session)]
    told = {reading.label("people", part.person): part.status for part in parts}
    return dict(sorted(told.items()))


def apply(region: Any, step: ChangeSet) -> None:
    region.workspace.records.apply(step)


def part_of(region: Any, session: UUID, person: UUID) -> UUID:
    reads = region.workspace.reading(TODAY).referring("training_participations", "session", session)
    found: UUID = next(read.record.id for read in reads if read.record.person == person)
    return found


def test_those_beyond_the_seats_wait(region: Any, session: UUID) -> None:
    people = [region.person(name) for name in ("Anna Ek", "Bo Al", "Cia Dahl")]
    found = signed_up(region, session, people)
    assert (found.changes.title, found.seated, found.waiting) == ("Anmälde 3 personer till Kurs", 2, 1)
    assert standing(region.workspace, session) == {"Anna Ek": "anmald", "Bo Al": "anmald", "Cia Dahl": "reserv"}
    region.workspace.undo.undo()
    assert standing(region.workspace, session) == {}


def test_a_participation_says_for_whom_and_since_when(region: Any, session: UUID) -> None:
    own = region.workspace.file.info.organisation
    person = region.person(organisation=own)
    found = signed_up(region, session, [person])
    assert found.changes.title == "Anmälde Anna Ek till Kurs"
    (read,) = region.workspace.reading(TODAY).referring("training_participations", "session", session)
    assert (read.record.organisation, read.record.signed_up_on) == (own, TODAY)


def test_who_is_signed_up_is_not_so_again(region: Any, session: UUID) -> None:
    anna, bo = region.person(), region.person("Bo Al")
    signed_up(region, session, [anna])
    found = signed_up(region, session, [anna, bo, bo])
    assert [(note.name, note.text) for note in found.notes] == [("Anna Ek", "Är redan anmäld.")]
    assert standing(region.workspace, session) == {"Anna Ek": "anmald", "Bo Al": "anmald"}


def test_who_has_left_comes_back_to_the_same_participation(region: Any, session: UUID) -> None:
    person = region.person()
    signed_up(region, session, [person])
    part = part_of(region, session, person)
    apply(region, leave(region.workspace.reading(TODAY), session, [part]))
    assert standing(region.workspace, session) == {"Anna Ek": "avanmald"}
    assert signed_up(region, session, [person]).notes == ()
    assert part_of(region, session, person) == part
    assert standing(region.workspace, session) == {"Anna Ek": "anmald"}


def test_a_seat_that_comes_free_goes_to_who_has_waited_longest(region: Any, session: UUID) -> None:
    people = [region.person(name) for name in ("Anna Ek", "Bo Al", "Cia Dahl", "Åsa Berg")]
    signed_up(region, session, people)
    step = leave(region.workspace.reading(TODAY), session, [part_of(region, session, people[0])])
    apply(region, step)
    assert step.title == "Avanmälde Anna Ek från Kurs"
    expected = {"Anna Ek": "avanmald", "Bo Al": "anmald", "Cia Dahl": "anmald", "Åsa Berg": "reserv"}
    assert standing(region.workspace, session) == expected
    apply(region, leave(region.workspace.reading(TODAY), session, [part_of(region, session, people[3])]))
    assert standing(region.workspace, session) == {**expected, "Åsa Berg": "avanmald"}


def test_more_seats_let_those_up_who_wait(region: Any, session: UUID) -> None:
    signed_up(region, session, [region.person(name) for name in ("Anna Ek", "Bo Al", "Cia Dahl")])
    assert move_up(region.workspace.reading(TODAY), session).changes == ()
    region.workspace.records.save("training_sessions", session, {"seats": 3})
    apply(region, move_up(region.workspace.reading(TODAY), session))
    assert set(standing(region.workspace, session).values()) == {"anmald"}


def test_who_was_signed_up_first_moves_up_first(region: Any, session: UUID) -> None:
    for name, day in (("Anna Ek", "2026-11-18"), ("Bo Al", "2026-11-20"), ("Cia Dahl", "2026-11-19")):
        region.done(region.person(name), session=session, status="reserv", signed_up_on=day)
    apply(region, move_up(region.workspace.reading(TODAY), session))
    assert standing(region.workspace, session) == {"Anna Ek": "anmald", "Bo Al": "reserv", "Cia Dahl": "anmald"}


def test_fewer_seats_let_those_wait_who_came_last(region: Any, session: UUID) -> None:
    signed_up(region, session, [region.person(name) for name in ("Anna Ek", "Bo Al")])
    assert move_down(region.workspace.reading(TODAY), session).changes == ()
    region.workspace.records.save("training_sessions", session, {"seats": 1})
    apply(region, move_down(region.workspace.reading(TODAY), session))
    assert standing(region.workspace, session) == {"Anna Ek": "anmald", "Bo Al": "reserv"}


def test_attendance_is_for_all_and_then_the_exceptions(region: Any, session: UUID) -> None:
    anna, bo = region.person(), region.person("Bo Al")
    signed_up(region, session, [anna, bo])
    after = date(2026, 11, 20)
    region.workspace.records.save("training_sessions", session, {"starts_on": after.isoformat()})
    apply(region, note_all_attended(region.workspace.reading(after), session))
    assert standing(region.workspace, session) == {"Anna Ek": "genomford", "Bo Al": "genomford"}
    assert region.workspace.reading(after).one("training_sessions", session).record.status == "genomfort"
    part = part_of(region, session, bo)
    apply(region, note_attendance(region.workspace.reading(after), session, {part: "uteblev"}))
    assert standing(region.workspace, session) == {"Anna Ek": "genomford", "Bo Al": "uteblev"}
    assert note_all_attended(region.workspace.reading(after), session).changes == ()


def test_a_session_is_not_given_before_its_last_day(region: Any, session: UUID) -> None:
    signed_up(region, session, [region.person()])
    region.workspace.records.save("training_sessions", session, {"ends_on": "2026-12-02"})
    step = note_all_attended(region.workspace.reading(date(2026, 12, 1)), session)
    assert step.registers == {"training_participations"}


@pytest.mark.parametrize("status", ["genomford", "uteblev"])
def test_nobody_was_at_what_has_not_been(region: Any, session: UUID, status: str) -> None:
    anna = region.person()
    signed_up(region, session, [anna])
    with pytest.raises(KnownError, match="tisdag 1 december och har inte varit än"):
        note_attendance(region.workspace.reading(TODAY), session, {part_of(region, session, anna): status})


def test_who_waits_has_no_seat_to_be_away_from(region: Any, session: UUID) -> None:
    bo = region.person("Bo Al")
    signed_up(region, session, [region.person(), bo])
    waiting = {part_of(region, session, bo): "uteblev"}
    region.workspace.records.save("training_participations", next(iter(waiting)), {"status": "reserv"})
    with pytest.raises(KnownError, match="En reserv har ingen plats att utebli från"):
        note_attendance(region.workspace.reading(date(2026, 12, 1)), session, waiting)


def test_a_cancelled_session_takes_nobody(region: Any, session: UUID) -> None:
    region.workspace.records.save("training_sessions", session, {"status": "installt"})
    with pytest.raises(KnownError, match=r"^Kurs är inställt och tar inte emot anmälningar\. Välj ett annat"):
        signed_up(region, session, [region.person()])


def newcomer(region: Any, name: str, **values: Any) -> tuple[UUID, Change]:
    found: tuple[UUID, Change] = region.workspace.records.new_named("people", name, values)
    return found


def test_somebody_new_is_made_in_the_same_step(region: Any, session: UUID) -> None:
    own = region.workspace.file.info.organisation
    region.workspace.records.save("training_sessions", session, {"seats": 0})
    person, change = newcomer(region, "Bo Ny", organisation=str(own))
    found = signed_up(region, session, [person], made=[change])
    assert (found.changes.title, found.seated, found.waiting, found.notes) == ("Anmälde Bo Ny till Kurs", 0, 1, ())
    (read,) = region.workspace.reading(TODAY).referring("training_participations", "session", session)
    assert (read.record.person, read.record.organisation) == (person, own)
    region.workspace.undo.undo()
    assert region.workspace.reading(TODAY).keys("people") == []


def test_a_cancelled_session_takes_nobody_new_either(region: Any, session: UUID) -> None:
    region.workspace.records.save("training_sessions", session, {"status": "installt"})
    person, change = newcomer(region, "Bo Ny")
    with pytest.raises(KnownError, match=r"^Kurs är inställt och tar inte emot anmälningar"):
        signed_up(region, session, [person], made=[change])


def test_it_says_what_speaks_against_somebody_new(region: Any, session: UUID) -> None:
    ground = region.module("Grunder")
    advanced = region.add("training_modules", title="Mer", plan=region.plan, prerequisites=[str(ground)])
    signed_up(region, session, [region.person()])
    region.workspace.records.save("training_sessions", session, {"modules": [str(advanced)]})
    person, change = newcomer(region, "Ek, Anna")
    assert [note.text for note in signed_up(region, session, [person], made=[change]).notes] == [
        "Verkar vara samma person som Anna Ek, som också är med. Slå ihop personerna eller välj en.",
        "Har inte genomfört Grunder, som krävs först. Anmäl till det innan.",
    ]


def test_nobody_can_be_signed_up_who_is_not_there(region: Any, session: UUID) -> None:
    with pytest.raises(NotFoundError):
        signed_up(region, session, [session])


def test_it_says_what_speaks_against_somebody(region: Any, session: UUID) -> None:
    ground = region.module("Grunder")
    advanced = region.add("training_modules", title="Mer", plan=region.plan, prerequisites=[str(ground)])
    region.workspace.records.save("training_sessions", session, {"modules": [str(advanced)]})
    other = region.session(starts_on="2026-12-01", starts_at="11:00", ends_at="15:00")
    anna, twin = region.person(), region.person("Ek, Anna", left_on="2026-11-01")
    for person in (anna, twin):
        region.done(person, module=ground, completed_on="2026-01-01")
    cia = region.person("Cia Dahl")
    signed_up(region, other, [anna])
    found = signed_up(region, session, [anna, twin, cia])
    expected = [
        ("Anna Ek", "Är anmäld till Kurs samma tid. Avanmäl från det ena."),
        ("Ek, Anna", "Verkar vara samma person som Anna Ek, som också är med. Slå ihop personerna eller välj en."),
        ("Ek, Anna", "Slutade 2026-11-01. Anmäl någon annan."),
        ("Cia Dahl", "Har inte genomfört Grunder, som krävs först. Anmäl till det innan."),
    ]
    assert [(note.name, note.text) for note in found.notes] == expected
    told = obstacles_at(region.workspace.reading(TODAY), session)
    assert {text for texts in told.values() for text in texts} == {text for _name, text in expected}


def test_who_stands_twice_is_told(region: Any, session: UUID) -> None:
    person = region.person()
    for _time in range(2):
        region.done(person, session=session, status="anmald")
    found = obstacles_at(region.workspace.reading(TODAY), session)
    assert found == {person: ("Står två gånger. Ta bort det ena deltagandet.",)}


def test_the_evaluation_is_of_those_who_have_answered(region: Any) -> None:
    session = region.session(starts_on="2026-11-20")
    for name, rating in (("Anna Ek", 5), ("Bo Al", 4), ("Cia Dahl", 5), ("Åsa Berg", None)):
        region.done(region.person(name), session=session, rating=rating)
    found = evaluation_of(region.workspace.reading(TODAY), session)
    assert (found.count, found.given) == (3, (0, 0, 0, 1, 2))
    assert found.mean == pytest.approx(14 / 3)
