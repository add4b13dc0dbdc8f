"""Needs of kommuner put together: what is the same course, what it costs, sessions made of it, and needs made."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError
from itadmin.services.training.joining import Joined, courses, years
from itadmin.services.training.joint_sessions import (
    Arranged,
    make_sessions,
    modules_for,
    month_words,
    proposed,
    unsuited,
)
from itadmin.services.training.needs import needs_of_head_counts, needs_of_lacking
from itadmin.services.workspace import Workspace

BENGTSFORS, MELLERUD, AMAL = (str(municipality_id(code)) for code in ("1460", "1461", "1492"))
YEAR = 2027


@pytest.fixture
def system(workspace: Workspace) -> UUID:
    return workspace.records.add("systems", {"name": "Kvarnen", "product": "Kvarn 5"})


@pytest.fixture
def needed(workspace: Workspace, system: UUID) -> None:
    """Two kommuner need the same course of the same system, one under another name of it; and one something else."""
    other = workspace.records.add("systems", {"name": "Kvarn (Mellerud)", "product": "KVARN 5"})
    need(workspace, system, BENGTSFORS, 7, months=("03", "09"), cost_alone=20_000_00)
    need(workspace, other, MELLERUD, 5, months=("09",), cost_alone=16_000_00, topic="grundkurs")
    need(workspace, system, AMAL, 3, topic="Fördjupning")
    need(workspace, system, AMAL, 3, year=2028)
    need(workspace, system, AMAL, 3, status="klar")
    need(workspace, system, AMAL, None)


def need(workspace: Workspace, system: UUID, kommun: str, people: int | None, **more: Any) -> UUID:
    months = [{"month": month} for month in more.pop("months", ())]
    values = {"topic": "Grundkurs", "system": str(system), "municipality": kommun, "year": YEAR, "months": months}
    return workspace.records.add("training_needs", {**values, "people": people, **more})


def joint(workspace: Workspace) -> Joined:
    (found,) = [joined for joined in courses(workspace.reading(), YEAR) if joined.is_joint]
    return found


@pytest.mark.usefixtures("needed")
def test_the_same_course_of_the_same_product_is_one(workspace: Workspace) -> None:
    found = courses(workspace.reading())
    told = [(joined.year, joined.title, joined.system_name, len(joined.course.parts)) for joined in found]
    assert told == [
        (2027, "Grundkurs", "Kvarnen", 2),
        (2027, "Fördjupning", "Kvarnen", 1),
        (2028, "Grundkurs", "Kvarnen", 1),
    ]
    assert years(workspace.reading()) == (2027, 2028)
    assert [joined.title for joined in courses(workspace.reading(), 2028)] == ["Grundkurs"]


@pytest.mark.usefixtures("needed")
def test_it_tells_seats_costs_savings_the_month_and_the_host(workspace: Workspace) -> None:
    joined = joint(workspace)
    course = joined.course
    assert (course.people, course.seats, course.sessions, course.sessions_alone) == (12, 12, 1, 2)
    assert (course.alone, course.together, course.saving, course.per_seat) == (
        36_000_00,
        18_000_00,
        18_000_00,
        1_500_00,
    )
    assert [(joined.names[part.kommun], part.saving) for part in course.parts] == [
        ("Bengtsfors kommun", 9_500_00),
        ("Melleruds kommun", 8_500_00),
    ]
    assert joined.names[course.host] == "Bengtsfors kommun"
    assert month_words(workspace.reading(), joined) == "september 2027"
    assert course.estimated


def test_the_terms_of_the_module_decide(workspace: Workspace, system: UUID) -> None:
    plan = workspace.records.add("training_plans", {"title": "Plan", "system": str(system)})
    values = {"title": "Grund", "plan": str(plan), "seats": 5, "session_cost": 10_000_00, "seat_cost": 100_00}
    module = workspace.records.add("training_modules", values)
    for kommun, people in ((BENGTSFORS, 7), (MELLERUD, 3)):
        need(workspace, system, kommun, people, module=str(module), topic=f"Kurs i {people}")
    joined = joint(workspace)
    assert (joined.title, joined.modules) == ("Grund", (module,))
    assert (joined.course.sessions, joined.course.together, joined.course.alone) == (2, 21_000_00, 31_000_00)


def test_a_course_that_money_is_got_back_for_is_made_too(workspace: Workspace, system: UUID) -> None:
    for kommun in (BENGTSFORS, MELLERUD):
        need(workspace, system, kommun, 13, cost_alone=-1_000_01)
    joined, reading = joint(workspace), workspace.reading()
    assert joined.course.sessions == 3
    step = make_sessions(workspace.records, reading, joined, proposed(reading, joined))
    costs = [(change.after or {})["cost"] for change in step.changes if change.register == "training_sessions"]
    assert costs == [-500_01, -500_00, -500_00]


@pytest.mark.usefixtures("needed")
def test_sessions_are_made_in_one_step_and_the_own_needs_are_begun(workspace: Workspace) -> None:
    joined = joint(workspace)
    assert not joined.is_begun
    reading = workspace.reading()
    workspace.records.apply(make_sessions(workspace.records, reading, joined, proposed(reading, joined)))
    reading = workspace.reading()
    (session,) = [read.record for read in reading.many("training_sessions", reading.keys("training_sessions")).values()]
    made: Any = session
    assert (made.title, made.status, made.seats, made.cost) == ("Grundkurs, Kvarnen", "planerat", 12, 18_000_00)
    assert (str(made.host), {str(kommun) for kommun in made.municipalities}) == (BENGTSFORS, {BENGTSFORS, MELLERUD})
    assert made.note == "Planeras till september 2027."
    assert joint(workspace).is_begun
    workspace.undo.undo()
    assert workspace.reading().count("training_sessions") == 0
    assert not joint(workspace).is_begun


def test_several_sessions_share_the_cost_to_the_ore(workspace: Workspace, system: UUID) -> None:
    need(workspace, system, BENGTSFORS, 13, cost_alone=100_01)
    need(workspace, system, MELLERUD, 12, cost_alone=50_00)
    joined = joint(workspace)
    assert joined.course.sessions == 3
    workspace.records.apply(
        make_sessions(workspace.records, workspace.reading(), joined, proposed(workspace.reading(), joined))
    )
    reading = workspace.reading()
    made: list[Any] = [
        read.record for read in reading.many("training_sessions", reading.keys("training_sessions")).values()
    ]
    assert [session.title for session in made] == [f"Grundkurs, Kvarnen ({place} av 3)" for place in (1, 2, 3)]
    assert sum(session.cost for session in made) == joined.course.together


def test_sessions_have_the_days_and_the_host_that_are_asked_for(workspace: Workspace, system: UUID) -> None:
    need(workspace, system, BENGTSFORS, 13)
    need(workspace, system, MELLERUD, 12)
    reading, joined = workspace.reading(), joint(workspace)
    days = (date(2027, 2, 8), date(2027, 2, 15))
    arranged = Arranged(days, "03", UUID(MELLERUD))
    step = make_sessions(workspace.records, reading, joined, arranged)
    made = [change.after or {} for change in step.changes if change.register == "training_sessions"]
    assert [values["starts_on"] for values in made] == ["2027-02-08", "2027-02-15", None]
    assert [values["note"] for values in made] == [None, None, "Planeras till mars 2027."]
    assert {values["host"] for values in made} == {MELLERUD}
    with pytest.raises(KnownError, match="Kursen behöver 3 tillfällen, och 4 dagar är angivna"):
        make_sessions(workspace.records, reading, joined, Arranged((*days, *days)))


@pytest.mark.usefixtures("needed")
def test_whom_a_month_does_not_suit(workspace: Workspace) -> None:
    joined, reading = joint(workspace), workspace.reading()
    assert unsuited(reading, joined, joined.course.month) == ()
    assert unsuited(reading, joined, "07") == ("Bengtsfors kommun", "Melleruds kommun")


def test_the_moment_is_the_one_of_the_systems_plan_that_is_called_as_the_course(
    workspace: Workspace, system: UUID
) -> None:
    plan = workspace.records.add("training_plans", {"title": "Plan", "kind": "system", "system": str(system)})
    other, same = (
        workspace.records.add("training_modules", {"title": title, "plan": str(plan)})
        for title in ("Fördjupning", "grundkurs")
    )
    need(workspace, system, BENGTSFORS, 4)
    need(workspace, system, MELLERUD, 4)
    joined, reading = joint(workspace), workspace.reading()
    assert proposed(reading, joined).modules == (same,)
    assert set(modules_for(reading, joined)) == {other, same}
    workspace.records.save("training_modules", same, {"title": "Något annat"})
    assert proposed(workspace.reading(), joined).modules == ()


def test_a_kommun_that_nobody_has_named_still_counts(workspace: Workspace, system: UUID) -> None:
    need(workspace, system, BENGTSFORS, 2)
    workspace.records.add("training_needs", {"topic": "Grundkurs", "system": str(system), "year": YEAR, "people": 4})
    joined = joint(workspace)
    assert joined.course.people == 6
    assert joined.names[joined.course.host] == "Okänd kommun"
    step = make_sessions(workspace.records, workspace.reading(), joined, proposed(workspace.reading(), joined))
    assert (step.changes[0].after or {})["host"] is None


@pytest.fixture
def plan(workspace: Workspace, system: UUID) -> UUID:
    """An adopted plan with a module that users must have and one that they may, for ten here and four in Mellerud."""
    add = workspace.records.add
    counts = [
        {"audience": "slutanvandare", "municipality": code, "people": people}
        for code, people in (("1460", 10), ("1461", 4))
    ]
    values = {"title": "Plan", "kind": "system", "system": str(system), "head_counts": counts}
    found = add("training_plans", values)
    for title, demand in (("Grund", "obligatorisk"), ("Extra", "frivillig")):
        demands = [{"audience": "slutanvandare", "demand": demand}]
        add("training_modules", {"title": title, "plan": str(found), "demands": demands})
    workspace.records.save("training_plans", found, {"status": "faststalld", "adopted_on": "2026-05-01"})
    return found


def told(workspace: Workspace) -> list[tuple[str, str, int]]:
    reading = workspace.reading()
    needs: list[Any] = [read.record for read in reading.many("training_needs", reading.keys("training_needs")).values()]
    return sorted((need.topic, str(need.municipality), need.people) for need in needs)


@pytest.mark.usefixtures("plan")
def test_needs_are_made_of_how_many_a_plan_is_for_once(workspace: Workspace) -> None:
    step = needs_of_head_counts(workspace.records, workspace.reading(), YEAR)
    assert step is not None
    workspace.records.apply(step)
    assert told(workspace) == sorted([("Grund", BENGTSFORS, 10), ("Grund", MELLERUD, 4)])
    assert needs_of_head_counts(workspace.records, workspace.reading(), YEAR) is None
    assert needs_of_head_counts(workspace.records, workspace.reading(), YEAR + 1) is not None


@pytest.mark.usefixtures("plan")
def test_needs_are_made_of_those_who_lack_what_is_demanded(workspace: Workspace, system: UUID) -> None:
    for name, kommun in (("Anna Ek", BENGTSFORS), ("Bo Åberg", None), ("Cia Öst", MELLERUD)):
        person = workspace.records.add("people", {"name": name, "organisation": kommun})
        member = {"audience": "slutanvandare", "person": str(person), "system": str(system)}
        workspace.records.add("audience_members", member)
    step = needs_of_lacking(workspace.records, workspace.reading(), YEAR)
    assert step is not None
    assert step.title == "Gjorde behov av dem som saknar utbildning"
    workspace.records.apply(step)
    assert told(workspace) == sorted([("Grund", BENGTSFORS, 2), ("Grund", MELLERUD, 1)])
    assert needs_of_lacking(workspace.records, workspace.reading(), YEAR) is None


def test_a_plan_out_of_date_makes_the_needs_of_those_who_lack_it(
    workspace: Workspace, plan: UUID, system: UUID
) -> None:
    """It demands what it did until another is adopted, here as in who lacks what."""
    workspace.records.save("training_plans", plan, {"status": "inaktuell"})
    person = workspace.records.add("people", {"name": "Anna Ek", "organisation": BENGTSFORS})
    member = {"audience": "slutanvandare", "person": str(person), "system": str(system)}
    workspace.records.add("audience_members", member)
    step = needs_of_lacking(workspace.records, workspace.reading(), YEAR)
    assert step is not None
    workspace.records.apply(step)
    assert told(workspace) == [("Grund", BENGTSFORS, 1)]


def test_a_kommun_that_has_spoken_is_told_by_its_own_needs_alone(
    workspace: Workspace, system: UUID, needed: None, received: Callable[..., UUID]
) -> None:
    assert sum(part.people for part in joint(workspace).course.parts) == 12
    received("training_needs", need(workspace, system, MELLERUD, 9), code="1461")
    assert {part.kommun: part.people for part in joint(workspace).course.parts} == {"1460": 7, "1461": 9}


def test_what_a_neighbour_has_noted_of_a_third_kommun_is_no_need_of_it(
    workspace: Workspace, system: UUID, needed: None, received: Callable[..., UUID]
) -> None:
    """The third has not spoken: one's own note stands for it until it does, and nobody is counted twice."""
    received("training_needs", need(workspace, system, MELLERUD, 9), code="1439")
    assert sum(part.people for part in joint(workspace).course.parts) == 12
