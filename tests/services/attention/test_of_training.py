"""What is to be done about utbildningsplaner: missing, outdated and soon to be looked over, each told once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import Act, AttentionLine, Band
from itadmin.services.workspace import Workspace

TODAY = date(2026, 11, 22)
KINDS = ("utan_utbildningsplan", "utbildningsplan_inaktuell", "plan_ska_revideras", "saknar_uppgifter")

Lines = Callable[..., list[AttentionLine]]


@pytest.fixture
def system(workspace: Workspace) -> UUID:
    """A verksamhetssystem in operation, version 5, that Kim answers for."""
    kim = str(workspace.records.add("people", {"name": "Kim Berg"}))
    values = {"name": "Kvarnen", "lifecycle": "i_drift", "category": "verksamhetssystem", "version": "5.1"}
    return workspace.records.add("systems", {**values, "system_manager": kim})


def add_plan(workspace: Workspace, system: UUID | None, **values: Any) -> UUID:
    about = {"kind": "system", "system": str(system)} if system else {"kind": "allman"}
    usual = {"title": "Utbildningsplan", "version": "1.0", "status": "faststalld", "purpose": "Alla ska kunna sitt."}
    return workspace.records.add("training_plans", {**usual, **about, **values})


def told(lines: Lines, record: UUID | None = None) -> list[AttentionLine]:
    return [line for line in lines(TODAY, record) if line.kind in KINDS[:3]]


def test_a_system_without_a_plan_is_told_and_who_answers_for_it(lines: Lines, system: UUID) -> None:
    [line] = told(lines)
    assert (line.kind, line.record_id, line.record, line.responsible) == (KINDS[0], system, "Kvarnen", "Kim Berg")
    assert line.reason == "Verksamhetssystemet är i drift utan utbildningsplan."
    assert (line.act, line.band, line.day) == (Act.MAKE_PLAN, Band.INOM_6_MANADER, None)


def test_a_draft_that_nobody_has_adopted_is_told_as_that(lines: Lines, workspace: Workspace, system: UUID) -> None:
    add_plan(workspace, system, status="remiss")
    [line] = told(lines)
    assert (line.kind, line.act) == (KINDS[0], Act.OPEN_PLAN)
    assert line.reason == "Utbildningsplanen är påbörjad men inte fastställd."


def test_a_plan_that_holds_is_not_told(lines: Lines, workspace: Workspace, system: UUID) -> None:
    add_plan(workspace, system, adopted_on="2026-06-01")
    assert told(lines) == []


@pytest.mark.parametrize(
    ("values", "reason", "day", "band"),
    [
        (
            {"adopted_on": "2025-10-01"},
            "Utbildningsplanen är inaktuell: fastställd för mer än 12 månader sedan.",
            date(2026, 10, 1),
            Band.FORSENAT,
        ),
        (
            {"adopted_on": "2026-06-01", "system_version": "4.2"},
            "Utbildningsplanen är inaktuell: systemet har ny huvudversion 5 (planen gäller 4).",
            None,
            Band.INOM_6_MANADER,
        ),
        (
            {"adopted_on": "2026-06-01", "status": "inaktuell"},
            "Utbildningsplanen är inaktuell: satt som inaktuell.",
            None,
            Band.INOM_6_MANADER,
        ),
    ],
)
def test_an_outdated_plan_is_told_once_of_its_system_with_why(
    lines: Lines, workspace: Workspace, system: UUID, values: dict[str, Any], reason: str, day: date | None, band: Band
) -> None:
    add_plan(workspace, system, **values)
    [line] = told(lines)
    assert (line.kind, line.record_id, line.reason, line.day, line.band) == (KINDS[1], system, reason, day, band)
    assert (line.occasion, line.act) == (values["adopted_on"], Act.NEXT_VERSION)


def test_it_is_told_that_a_new_version_is_begun(lines: Lines, workspace: Workspace, system: UUID) -> None:
    old = add_plan(workspace, system, adopted_on="2025-10-01")
    add_plan(workspace, system, status="utkast", replaces=str(old))
    [line] = told(lines)
    assert line.reason.endswith("för mer än 12 månader sedan. En ny version är påbörjad.")
    assert line.act is Act.OPEN_PLAN


def test_a_plan_is_told_three_months_before_it_is_to_be_looked_over(
    lines: Lines, workspace: Workspace, system: UUID
) -> None:
    plan = add_plan(workspace, system, adopted_on="2026-01-10", revise_by="2027-01-10")
    [line] = told(lines)
    assert (line.kind, line.record_id, line.record) == (KINDS[2], plan, "Utbildningsplan")
    assert line.reason == "Planen ska revideras senast söndag 10 januari, och ingen ny version är påbörjad."
    assert (line.day, line.band, line.act) == (date(2027, 1, 10), Band.INOM_6_MANADER, Act.NEXT_VERSION)
    assert line.responsible == "Kim Berg"
    assert not [line for line in lines(date(2026, 10, 1), plan) if line.kind == KINDS[2]]


@pytest.mark.parametrize(("named", "told_of"), [(True, "Åsa Öberg"), (False, "Kim Berg")])
def test_the_person_of_a_plan_answers_for_it_else_who_answers_for_its_system(
    lines: Lines, workspace: Workspace, system: UUID, named: bool, told_of: str
) -> None:
    person = str(workspace.records.add("people", {"name": "Åsa Öberg"})) if named else None
    said = {"responsible": person, "responsible_function": "Systemansvarig"}
    add_plan(workspace, system, adopted_on="2026-01-10", **said)
    [line] = told(lines)
    assert line.responsible == told_of


@pytest.mark.parametrize(
    ("values", "reason", "band"),
    [
        (
            {"adopted_on": "2025-09-01"},
            "Planen skulle ha reviderats senast tisdag 1 september, och ingen ny version är påbörjad.",
            Band.FORSENAT,
        ),
        (
            {"adopted_on": "2025-12-01"},
            "Planen ska revideras senast tisdag 1 december, och ingen ny version är påbörjad.",
            Band.INOM_30_DAGAR,
        ),
    ],
)
def test_a_plan_about_no_system_is_told_of_itself(
    lines: Lines, workspace: Workspace, values: dict[str, Any], reason: str, band: Band
) -> None:
    plan = add_plan(workspace, None, responsible_function="IT-chef", **values)
    [line] = told(lines)
    assert (line.record_id, line.reason, line.band, line.responsible) == (plan, reason, band, "IT-chef")


def test_a_draft_is_not_asked_for_what_its_adoption_says(lines: Lines, workspace: Workspace) -> None:
    draft = add_plan(workspace, None, status="utkast", responsible_function=None)
    [line] = lines(TODAY, draft)
    assert (line.kind, line.reason) == (KINDS[3], "Saknar ansvarig funktion.")


def test_what_is_locked_is_not_asked_for_more(lines: Lines, workspace: Workspace) -> None:
    plan = add_plan(workspace, None, status="utkast", responsible_function="IT-chef")
    module = workspace.records.add("training_modules", {"title": "Grund", "plan": str(plan)})
    assert [line.reason for line in lines(TODAY, module)] == ["Saknar form och tid."]
    workspace.records.save("training_plans", plan, {"status": "faststalld", "adopted_on": "2026-06-01"})
    assert lines(TODAY, module) == []
    assert lines(TODAY, plan) == []
