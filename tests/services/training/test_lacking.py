"""Who lacks what, of a register with a plan, people and what they have done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from itadmin.domain.calculations.lacking import Tally, Why
from itadmin.domain.identifiers import municipality_id
from itadmin.services.training.lacking import Lacking, lacking

TODAY = date(2026, 11, 22)


def answer_of(region: Any, day: date = TODAY, **asked: Any) -> Lacking:
    return lacking(region.workspace.reading(day), **asked)


def told_of(region: Any, day: date = TODAY, **asked: Any) -> list[tuple[str, str, Why]]:
    return [(row.name, row.title, row.why) for row in answer_of(region, day, **asked).rows]


def test_who_has_done_nothing_lacks_what_is_demanded(region: Any) -> None:
    module, person = region.module(), region.person()
    region.adopt()
    (row,) = answer_of(region).rows
    assert (row.person, row.module, row.version, row.plan) == (person, module, module, region.plan)
    assert (row.system, row.about, row.title) == (region.system, "Lifecare", "Grundkurs")
    assert (row.audience, row.demand) == ("slutanvandare", "obligatorisk")
    assert (row.why, row.due, row.days, row.municipality) == (Why.NEVER, None, None, None)
    assert answer_of(region).whole == Tally(1, 0, 1, 0, 1, 1)


def test_a_draft_and_an_offer_demand_nothing(region: Any) -> None:
    region.module()
    region.person()
    assert told_of(region) == []
    region.module("Frivilligt", demand="frivillig")
    region.adopt()
    assert told_of(region) == [("Anna Ek", "Grundkurs", Why.NEVER)]


def test_a_session_teaches_all_its_modules(region: Any) -> None:
    one, two = region.module("Ett"), region.module("Två")
    person = region.person()
    region.adopt()
    region.done(person, session=region.session(one, two, starts_on="2026-03-01"))
    assert told_of(region) == []
    assert answer_of(region).whole == Tally(2, 2, 0, 0, 1, 0)


@pytest.mark.parametrize("status", ["anmald", "reserv", "uteblev", "avanmald"])
def test_only_what_is_gone_through_counts(region: Any, status: str) -> None:
    module, person = region.module(), region.person()
    region.adopt()
    region.done(person, module=module, status=status, completed_on="2026-03-01")
    assert told_of(region) == [("Anna Ek", "Grundkurs", Why.NEVER)]


@pytest.mark.parametrize(
    ("day", "why", "due"),
    [
        (date(2026, 12, 2), None, None),
        (date(2026, 12, 3), Why.SOON, date(2027, 3, 3)),
        (date(2027, 3, 3), Why.SOON, date(2027, 3, 3)),
        (date(2027, 3, 4), Why.EXPIRED, date(2027, 3, 3)),
    ],
)
def test_what_holds_for_a_time_must_be_learnt_again(region: Any, day: date, why: Why | None, due: date) -> None:
    module, person = region.module(valid_months=12), region.person()
    region.adopt()
    region.done(person, module=module, completed_on="2025-03-03")
    region.done(person, session=region.session(module, starts_on="2026-03-02", ends_on="2026-03-03"))
    rows = answer_of(region, day).rows
    assert [(row.why, row.due, row.days) for row in rows] == ([] if why is None else [(why, due, (due - day).days)])


@pytest.mark.parametrize("valid_months", [None, 12])
def test_what_is_still_to_come_has_not_been_done(region: Any, valid_months: int | None) -> None:
    module, other, person = region.module("Ett", valid_months=valid_months), region.module("Två"), region.person()
    region.adopt()
    region.done(person, module=module, completed_on="2026-11-22")
    region.done(person, session=region.session(other, starts_on="2026-11-21", ends_on="2026-11-22"))
    never = [("Anna Ek", "Ett", Why.NEVER), ("Anna Ek", "Två", Why.NEVER)]
    assert (told_of(region, date(2026, 11, 21)), told_of(region, date(2026, 11, 22))) == (never, [])


def test_any_version_of_a_module_will_do(region: Any) -> None:
    first = region.module("Ett")
    person = region.person()
    region.adopt()
    later = region.add_plan(title="Ny", kind="system", system=region.system, replaces=region.plan)
    region.module("Ett igen", plan=later, same_as=first)
    region.workspace.records.save("training_plans", region.plan, {"status": "ersatt"})
    region.adopt(later)
    assert told_of(region) == [("Anna Ek", "Ett igen", Why.NEVER)]
    region.done(person, module=first, completed_on="2020-01-01")
    assert told_of(region) == []


@pytest.mark.parametrize("in_ring", [False, True])
def test_versions_that_follow_on_each_other_in_steps_or_in_a_ring_are_one(region: Any, *, in_ring: bool) -> None:
    first, person = region.module("Ett"), region.person()
    second_plan, third_plan = (region.add_plan(title=title, kind="system", system=region.system) for title in "BC")
    second = region.module("Två", plan=second_plan, same_as=first)
    region.module("Tre", plan=third_plan, same_as=second)
    if in_ring:
        region.workspace.records.save("training_modules", first, {"same_as": str(second)})
    region.adopt(third_plan)
    assert told_of(region) == [("Anna Ek", "Tre", Why.NEVER)]
    region.done(person, module=first, completed_on="2026-01-01")
    assert told_of(region) == []


def test_who_has_left_lacks_nothing(region: Any) -> None:
    region.module()
    region.person("Bo Al", left_on="2026-11-21")
    region.person("Eva Lind", left_on="2026-11-22")
    region.person("Person som har slutat", anonymised_on="2026-01-01")
    region.adopt()
    assert told_of(region) == [("Eva Lind", "Grundkurs", Why.NEVER)]


def test_systemansvarig_and_ersattare_are_known_by_their_roles(region: Any) -> None:
    region.module(demands=[{"audience": "systemansvarig", "demand": "fore_behorighet"}])
    for kind, name in (("systemansvarig", "Bo Al"), ("ersattare", "Eva Lind"), ("systemagare", "Kim Berg")):
        person = region.person(name, audience="")
        region.add("roles", system=region.system, kind=kind, person=person, ends_on="2026-11-22")
    region.adopt()
    assert [name for name, *_ in told_of(region)] == ["Bo Al", "Eva Lind"]
    assert told_of(region, date(2026, 11, 23)) == []


def test_a_plan_for_all_is_about_everybody_in_its_kommuner(region: Any) -> None:
    own = region.workspace.file.info.organisation
    board = region.add("organisations", name="Socialnämnden", kind="namnd", parent=own)
    unit = region.add("organisations", name="Hemtjänsten", kind="forvaltning", parent=board)
    other = region.add("organisations", name="Grannen", kind="kommun")
    region.person("Anna Ek", audience="", organisation=unit)
    region.person("Bo Al", audience="", organisation=other)
    region.person("Eva Lind", audience="")
    general = region.add_plan(title="Säkerhet för alla", kind="allman", all_staff=True)
    region.module("Lösenord", plan=general)
    region.adopt(general)
    (row,) = answer_of(region).rows
    assert (row.name, row.about, row.system, row.municipality) == ("Anna Ek", "Säkerhet för alla", None, own)


def test_a_plan_for_all_may_be_limited_to_kommuner(region: Any) -> None:
    other = region.add("organisations", name="Grannen", kind="kommun")
    region.person("Bo Al", audience="", organisation=other)
    region.person("Anna Ek", audience="", organisation=region.workspace.file.info.organisation)
    general = region.add_plan(title="För alla", kind="allman", all_staff=True, municipalities=[str(other)])
    region.module("Lösenord", plan=general)
    region.adopt(general)
    assert [name for name, *_ in told_of(region)] == ["Bo Al"]


@pytest.mark.parametrize(
    ("kind", "audience", "expected"),
    [
        ("allman", "chef_attestant", True),
        ("allman", "it_drift", True),
        ("it_personal", "chef_attestant", False),
        ("it_personal", "it_drift", True),
    ],
)
def test_who_belongs_to_no_system_is_held_to_general_plans(
    region: Any, kind: str, audience: str, *, expected: bool
) -> None:
    person = region.person(audience="")
    region.add("audience_members", audience=audience, person=person)
    general = region.add_plan(title="Allmänt", kind=kind)
    region.module("Attest", plan=general, demands=[{"audience": audience, "demand": "obligatorisk"}])
    region.adopt(general)
    assert bool(told_of(region)) is expected


def test_what_is_asked_about_narrows_the_answer(region: Any) -> None:
    own = region.workspace.file.info.organisation
    other = region.add("organisations", name="Grannen", kind="kommun")
    rows = [{"audience": "superanvandare", "demand": "fore_behorighet"}]
    one, two = region.module("Ett"), region.module("Två", demands=rows)
    anna, bo = region.person("Anna Ek", organisation=own), region.person("Bo Al", organisation=other)
    region.add("audience_members", audience="superanvandare", person=bo, system=region.system)
    region.adopt()
    every = {("Anna Ek", "Ett"), ("Bo Al", "Ett"), ("Bo Al", "Två")}

    def told(**asked: Any) -> set[tuple[str, str]]:
        return {(name, title) for name, title, _why in told_of(region, **asked)}

    assert told() == told(system=region.system) == told(plan=region.plan) == every
    assert told(system=uuid4()) == told(plan=uuid4()) == told(module=uuid4()) == told(person=uuid4()) == set()
    assert told(audience="superanvandare") == {("Bo Al", "Två")}
    assert told(municipality=other) == told(person=bo) == every - {("Anna Ek", "Ett")}
    assert told(module=one) == every - {("Bo Al", "Två")}
    assert told(person=anna) == {("Anna Ek", "Ett")}
    region.done(anna, module=one, completed_on="2026-01-01")
    assert told(person=anna) == set()
    assert told(module=two) == {("Bo Al", "Två")}


def test_figures_are_told_by_part(region: Any) -> None:
    own = region.workspace.file.info.organisation
    rows = [{"audience": code, "demand": "obligatorisk"} for code in ("superanvandare", "slutanvandare")]
    one, two = region.module("Ett", demands=rows), region.module("Två")
    anna = region.person("Anna Ek", organisation=own)
    region.add("audience_members", audience="superanvandare", person=anna, system=region.system)
    region.person("Bo Al")
    region.adopt()
    region.done(anna, module=one, completed_on="2026-01-01")
    answer = answer_of(region)
    assert answer.whole == Tally(demanded=4, have=1, lack=3, soon=0, people=2, people_lacking=2)
    assert [(total.record, total.name, total.tally) for total in answer.by_system] == [
        (region.system, "Lifecare", answer.whole)
    ]
    assert [(total.code, total.name, total.tally) for total in answer.by_audience] == [
        ("slutanvandare", "Slutanvändare", answer.whole),
        ("superanvandare", "Superanvändare", Tally(1, 1, 0, 0, 1, 0)),
    ]
    assert [(total.record, total.name, total.tally.lack) for total in answer.by_municipality] == [
        (own, "Bengtsfors kommun", 1),
        (None, "", 2),
    ]
    assert [(total.record, total.name, total.tally.lack) for total in answer.by_module] == [
        (one, "Ett", 1),
        (two, "Två", 2),
    ]


def test_rows_are_a_sequence_in_name_order(region: Any) -> None:
    region.module("Ett")
    region.module("Två")
    for name in ("Åsa Ek", "Bo Al", "Zoe Berg"):
        region.person(name)
    region.adopt()
    rows = answer_of(region).rows
    told = [(row.name, row.title) for row in rows]
    assert told == [(name, title) for name in ("Bo Al", "Zoe Berg", "Åsa Ek") for title in ("Ett", "Två")]
    assert (len(rows), rows[-1], rows[1:3]) == (6, rows[5], [rows[1], rows[2]])
    with pytest.raises(IndexError):
        rows[6]
    assert len(answer_of(region).rows_of({Why.EXPIRED})) == 0


def test_what_was_done_nobody_knows_when_holds_only_where_it_holds_for_ever(region: Any) -> None:
    one, two = region.module("Ett"), region.module("Två", valid_months=12)
    person = region.person()
    region.adopt()
    region.done(person, session=region.session(one, two))
    assert told_of(region) == [("Anna Ek", "Två", Why.EXPIRED)]
    assert answer_of(region).rows[0].due is None


def test_a_retired_system_demands_nothing(region: Any) -> None:
    region.module()
    region.person()
    region.adopt()
    region.workspace.records.save("systems", region.system, {"lifecycle": "avvecklad"})
    assert told_of(region) == []


def test_a_day_of_ones_own_comes_before_the_sessions(region: Any) -> None:
    module, person = region.module(valid_months=12), region.person()
    region.adopt()
    session = region.session(module, starts_on="2026-03-02")
    region.done(person, session=session, completed_on="2024-03-02")
    assert [(row.why, row.due) for row in answer_of(region).rows] == [(Why.EXPIRED, date(2025, 3, 2))]


def test_people_of_a_kommun_are_those_it_names_itself(region: Any, received: Callable[..., UUID]) -> None:
    kommun = str(municipality_id("1461"))
    region.module()
    region.adopt()
    noted, own = (region.person(name, organisation=kommun) for name in ("Noterad av oss", "Deras egen"))
    assert {name for name, _title, _why in told_of(region)} == {"Noterad av oss", "Deras egen"}
    received("people", own, code="1461")
    assert {name for name, _title, _why in told_of(region)} == {"Deras egen"}
    assert noted != own


def test_people_that_a_neighbour_has_noted_of_a_third_kommun_are_none_of_it(
    region: Any, received: Callable[..., UUID]
) -> None:
    kommun = str(municipality_id("1461"))
    region.module()
    region.adopt()
    region.person("Noterad av oss", organisation=kommun)
    received("people", region.person("Noterad av en granne", organisation=kommun), code="1439")
    assert {name for name, _title, _why in told_of(region)} == {"Noterad av oss"}
