"""One person entered twice becomes one, with all that either had; two people are asked about only once."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.problems import KnownError
from itadmin.services.people_twins import merge_people, not_the_same_person, people_candidates
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]


@pytest.fixture
def add(workspace: Workspace) -> Add:
    return lambda register, **values: workspace.records.add(
        register, {name: str(value) if isinstance(value, UUID) else value for name, value in values.items()}
    )


@pytest.fixture
def both(add: Add) -> tuple[UUID, UUID]:
    return add("people", name="Anna Ek", title="Rektor"), add("people", name="Ek, Anna", email="anna.ek@x.example")


def pairs(workspace: Workspace) -> list[set[UUID]]:
    return [{pair.one, pair.other} for pair in people_candidates(workspace.reading()).pairs]


def merge(workspace: Workspace, keeper: UUID, other: UUID, *taken: str) -> None:
    workspace.records.apply(merge_people(workspace.records, workspace.reading(), keeper, other, taken))


def of(workspace: Workspace, register: str, person: UUID, *names: str, field: str = "person") -> list[Any]:
    found = workspace.reading().referring(register, field, person)
    return [tuple(getattr(read.record, name) for name in names) for read in found]


def test_two_spellings_are_found_and_settled_for_good(workspace: Workspace, both: tuple[UUID, UUID], add: Add) -> None:
    add("people", name="Bo Ek")
    assert pairs(workspace) == [set(both)]
    workspace.records.apply(not_the_same_person(workspace.records, workspace.reading(), *both))
    assert pairs(workspace) == []
    workspace.undo.undo()
    assert pairs(workspace) == [set(both)]
    workspace.records.apply(not_the_same_person(workspace.records, workspace.reading(), *reversed(both)))
    assert pairs(workspace) == []


def test_the_nameless_and_the_binned_are_nobody_s_twins(workspace: Workspace, add: Add) -> None:
    for _ in range(2):
        add("people", name="Person som har slutat", left_on="2020-01-31", anonymised_on="2021-01-31")
    workspace.records.delete("people", [add("people", name="Eva Lund")])
    add("people", name="Eva Lund")
    assert pairs(workspace) == []


def test_no_more_are_told_than_are_asked_for(workspace: Workspace, add: Add) -> None:
    for _ in range(3):
        add("people", name="Anna Ek")
    found = people_candidates(workspace.reading(), most=2)
    assert (len(found.pairs), found.more) == (2, True)


def test_everything_goes_along(workspace: Workspace, both: tuple[UUID, UUID], add: Add) -> None:
    keeper, other = both
    system, area = add("systems", name="Lifecare"), add("networks", name="Nät", contact=other)
    workspace.records.save("networks", area, {"members": [str(other), str(keeper)]})
    session = add("training_sessions", title="Kurs", teacher=other)
    add("roles", system=system, kind="systemansvarig", person=other)
    add("training_participations", person=other, session=session, status="genomford")
    add("audience_members", person=other, audience="slutanvandare", system=system)
    add("competences", person=other, area=area, level="3")
    merge(workspace, keeper, other, "email")
    reading = workspace.reading()
    assert reading.one("people", other).record.deleted
    assert getattr(reading.one("people", keeper).record, "email", "") == "anna.ek@x.example"
    assert of(workspace, "roles", keeper, "kind") == [("systemansvarig",)]
    assert of(workspace, "training_participations", keeper, "status") == [("genomford",)]
    assert of(workspace, "audience_members", keeper, "audience") == [("slutanvandare",)]
    assert of(workspace, "competences", keeper, "level") == [("3",)]
    assert of(workspace, "training_sessions", keeper, "title", field="teacher") == [("Kurs",)]
    assert of(workspace, "networks", keeper, "members", "contact", field="contact") == [((keeper,), keeper)]
    assert not reading.related("people", other)


@pytest.mark.parametrize(("first", "second"), [("anmald", "genomford"), ("genomford", "anmald")])
def test_of_one_course_taken_twice_what_was_done_is_kept(
    workspace: Workspace, both: tuple[UUID, UUID], add: Add, first: str, second: str
) -> None:
    session = add("training_sessions", title="Kurs")
    for person, status in zip(both, (first, second), strict=True):
        add("training_participations", person=person, session=session, status=status)
    merge(workspace, *both)
    assert of(workspace, "training_participations", both[0], "status") == [("genomford",)]


@pytest.mark.parametrize(("first", "second"), [("2024-01-01", "2026-01-01"), ("2026-01-01", "2024-01-01")])
def test_of_one_area_judged_twice_the_newest_judgement_is_kept(
    workspace: Workspace, both: tuple[UUID, UUID], add: Add, first: str, second: str
) -> None:
    area = add("networks", name="Nät")
    for person, day in zip(both, (first, second), strict=True):
        add("competences", person=person, area=area, assessed_on=day)
    merge(workspace, *both)
    assert of(workspace, "competences", both[0], "assessed_on") == [(date(2026, 1, 1),)]


def test_the_same_role_is_held_once(workspace: Workspace, both: tuple[UUID, UUID], add: Add) -> None:
    system = add("systems", name="Lifecare")
    for person in both:
        add("roles", system=system, kind="systemansvarig", person=person, starts_on="2024-01-01")
    merge(workspace, *both)
    assert of(workspace, "roles", both[0], "kind") == [("systemansvarig",)]


def test_who_decides_for_another_is_no_twin(workspace: Workspace, both: tuple[UUID, UUID], add: Add) -> None:
    keeper, other = both
    first = add("access_decisions", access_right="Läsa", person=add("people", name="Bo"), decided_by=keeper)
    second = add("access_decisions", access_right="Läsa", person=other)
    merge(workspace, keeper, other)
    reads = workspace.reading().many("access_decisions", [first, second])
    assert not any(read.record.deleted for read in reads.values())
    assert of(workspace, "access_decisions", keeper, "access_right") == [("Läsa",)]


def test_what_is_adopted_says_who_did_it_as_before(workspace: Workspace, both: tuple[UUID, UUID], add: Add) -> None:
    keeper, other = both
    plan = add("training_plans", title="Plan", adopted_by=other, adopted_on="2026-01-31")
    workspace.records.save("training_plans", plan, {"status": "faststalld"})
    merge(workspace, keeper, other)
    assert workspace.reading().one("training_plans", plan).labels[other] == "Ek, Anna"


def test_it_is_taken_back_in_one_step(workspace: Workspace, both: tuple[UUID, UUID], add: Add) -> None:
    session = add("training_sessions", title="Kurs")
    add("training_participations", person=both[1], session=session, status="anmald")
    merge(workspace, *both, "email", "name")
    assert workspace.reading().one("people", both[0]).label == "Ek, Anna"
    workspace.undo.undo()
    assert workspace.reading().one("people", both[0]).label == "Anna Ek"
    assert of(workspace, "training_participations", both[1], "status") == [("anmald",)]


def test_nobody_is_merged_with_who_is_gone(workspace: Workspace, both: tuple[UUID, UUID]) -> None:
    workspace.records.delete("people", [both[1]])
    with pytest.raises(KnownError, match="finns inte längre"):
        merge(workspace, *both)
    with pytest.raises(KnownError, match="finns inte längre"):
        merge(workspace, both[0], both[0])
