"""The gate: points are noted or waived, the plan approved when nothing is left, and then its system starts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.adoption import few_named
from itadmin.domain.problems import InvalidRecordError, KnownError
from itadmin.services.acting import Plan, step_of
from itadmin.services.implementation.approving import (
    Answer,
    LeftError,
    approved,
    by_the_register,
    left_of,
    noted,
)
from itadmin.services.implementation.parts import PLANS, plan_of
from itadmin.services.implementation.starting import is_early, put_in_operation
from itadmin.services.workspace import Workspace

Make = Callable[..., UUID]
TODAY = date(2026, 11, 22)
BEFORE_THE_GATE = (
    "BP1 Systemägaren beslutar att införa systemet",
    "BP2 Avtalet är tecknat",
    "BP3 Systemet är provat",
)
DONE = Answer("klart", "Systemansvarig", "Protokoll 2026-11-02.")


def carry_out(workspace: Workspace, plan: Plan) -> None:
    workspace.records.apply(step_of(workspace.records, plan))


def all_done(workspace: Workspace, plan: UUID) -> None:
    points = [row.point for row in plan_of(workspace.reading().one(PLANS, plan)).checklist]
    carry_out(workspace, noted(workspace.reading(), plan, dict.fromkeys(points, DONE)))


def system_of(workspace: Workspace, system: UUID) -> Any:
    return workspace.reading().one("systems", system).record


def test_a_point_is_noted_with_day_and_function(workspace: Workspace, make: Make) -> None:
    plan = make()
    step = noted(workspace.reading(), plan, {"klassning": Answer("avstatt", "Systemägare", " Görs i mars. ")})
    assert step.title == "Noterade i Införande av Lifecare: Informationen är klassad – avstått med skäl"
    carry_out(workspace, step)
    rows = {row.point: row for row in plan_of(workspace.reading().one(PLANS, plan)).checklist}
    row = rows.pop("klassning")
    assert (row.state, row.noted_on, row.noted_by, row.reason) == ("avstatt", TODAY, "Systemägare", "Görs i mars.")
    assert {row.state for row in rows.values()} == {"kvar"}
    (latest, *_) = workspace.reading().history(plan)
    assert "Görs i mars." in str(latest.change.after)
    carry_out(workspace, noted(workspace.reading(), plan, {"klassning": Answer("kvar", "X", "Y")}))
    row = next(row for row in plan_of(workspace.reading().one(PLANS, plan)).checklist if row.point == "klassning")
    assert (row.state, row.noted_on, row.noted_by, row.reason) == ("kvar", None, "", "")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"klassning": Answer("avstatt", "Systemägare", " ")}, "Skriv skälet: Informationen är klassad"),
        ({"klassning": Answer("ej_aktuellt")}, "Skriv skälet"),
        ({"klassning": Answer("klart", "Systemansvarig")}, "^Saknas i registret: .* Fyll i det där, eller skriv var"),
        ({"gallrat": DONE}, "Punkten finns inte i planens checklista"),
    ],
)
def test_what_cannot_be_noted_is_refused(
    workspace: Workspace, make: Make, answers: dict[str, Answer], sentence: str
) -> None:
    with pytest.raises(KnownError, match=sentence):
        noted(workspace.reading(), make(), answers)


def test_the_register_offers_answers_and_gives_none_by_itself(workspace: Workspace, make: Make, system: UUID) -> None:
    plan = make()
    workspace.records.save("systems", system, {"personal_data": False, "risk_assessed_on": "2026-10-01"})
    answers = by_the_register(workspace.reading(), plan, "Systemansvarig")
    assert answers == {
        "riskanalys": Answer("klart", "Systemansvarig", "Finns i registret: riskanalys gjord 2026-10-01."),
        "personuppgifter": Answer(
            "ej_aktuellt", "Systemansvarig", "Behövs inte enligt registret: systemet behandlar inte personuppgifter."
        ),
        "registerforteckning": Answer(
            "ej_aktuellt", "Systemansvarig", "Behövs inte enligt registret: systemet behandlar inte personuppgifter."
        ),
    }
    assert len(left_of(workspace.reading().one(PLANS, plan))) == 11
    carry_out(workspace, noted(workspace.reading(), plan, answers))
    assert len(left_of(workspace.reading().one(PLANS, plan))) == 8
    assert by_the_register(workspace.reading(), plan, "Systemansvarig") == {}


def test_a_plan_is_not_approved_while_points_are_left(workspace: Workspace, make: Make) -> None:
    plan = make()
    with pytest.raises(
        LeftError, match=r"kan inte godkännas än\. 11 punkter i checklistan är kvar: Systemägare är ut"
    ) as it:
        approved(workspace.reading(), plan, TODAY, "Systemägare")
    assert len(it.value.left) == 11


def test_a_plan_is_approved_and_its_system_put_in_operation(workspace: Workspace, make: Make, system: UUID) -> None:
    plan = make()
    all_done(workspace, plan)
    with pytest.raises(InvalidRecordError, match="driftgodkänd"):
        workspace.records.save("systems", system, {"lifecycle": "i_drift"})
    with pytest.raises(KnownError, match="är inte godkänd än"):
        put_in_operation(workspace.reading(), plan, TODAY)
    step = approved(workspace.reading(), plan, TODAY, " Socialchef ")
    assert (step.title, step.outcome, step.remarks) == (
        "Driftgodkände Införande av Lifecare",
        "Driften godkänns den 22 november 2026 av Socialchef.",
        (
            "11 punkter är noterade som klara fast registret saknar det.",
            f"{few_named(BEFORE_THE_GATE)} är inte noterade som beslutade.",
            "8 av 8 aktiviteter är inte klara.",
        ),
    )
    carry_out(workspace, step)
    made = plan_of(workspace.reading().one(PLANS, plan))
    assert (made.status, made.approved_on, made.approved_by) == ("godkand", TODAY, "Socialchef")
    assert next(row for row in made.phases if row.phase == "driftgodkannande").decided_on == TODAY
    start = put_in_operation(workspace.reading(), plan, date(2026, 11, 23))
    assert start.outcome == "Lifecare är i drift sedan den 23 november 2026."
    assert start.remarks[0] == "Planens driftstart var den 1 februari 2027 och ändras till den 23 november 2026."
    assert start.remarks[-1] == "8 av 8 aktiviteter är inte klara."
    carry_out(workspace, start)
    record = system_of(workspace, system)
    assert (record.lifecycle, record.in_operation_since) == ("i_drift", "2026-11-23")
    assert plan_of(workspace.reading().one(PLANS, plan)).go_live_on == date(2026, 11, 23)
    with pytest.raises(KnownError, match="Lifecare är redan i drift"):
        put_in_operation(workspace.reading(), plan, TODAY)
    workspace.records.save("systems", system, {"lifecycle": "under_avveckling"})
    with pytest.raises(KnownError, match="Lifecare är redan under avveckling"):
        put_in_operation(workspace.reading(), plan, TODAY)
    with pytest.raises(KnownError, match="är godkänd och kan inte godkännas igen"):
        approved(workspace.reading(), plan, TODAY, "Socialchef")


@pytest.mark.parametrize(
    ("on", "is_soon"), [(date(2027, 2, 1), False), (date(2027, 1, 18), False), (date(2027, 1, 17), True)]
)
def test_a_day_more_than_a_fortnight_early_may_be_a_mistake(
    workspace: Workspace, make: Make, on: date, *, is_soon: bool
) -> None:
    plan = plan_of(workspace.reading().one(PLANS, make()))
    assert is_early(plan, on) is is_soon
    assert not is_early(replace(plan, go_live_on=None), on)


def test_a_system_that_starts_as_planned_is_said_nothing_of(workspace: Workspace, make: Make, system: UUID) -> None:
    plan = make(go_live_on=TODAY)
    all_done(workspace, plan)
    carry_out(workspace, approved(workspace.reading(), plan, TODAY, "Socialchef"))
    start = put_in_operation(workspace.reading(), plan, TODAY)
    assert start.remarks == ()
    assert [edit.record_id for edit in start.edits] == [system]


def test_what_is_waived_is_said_before_it_is_approved(workspace: Workspace, make: Make) -> None:
    plan = make()
    all_done(workspace, plan)
    carry_out(workspace, noted(workspace.reading(), plan, {"klassning": Answer("avstatt", "Systemägare", "Senare")}))
    remarks = approved(workspace.reading(), plan, TODAY, "Systemägare").remarks
    assert remarks[:1] == ("Systemägaren avstår från en punkt med skäl. De står kvar i checklistan och i historiken.",)


@pytest.mark.parametrize(
    ("on", "by", "sentence"),
    [(date(2026, 11, 23), "Systemägare", "en dag som inte har kommit"), (TODAY, " ", "Ange vilken funktion")],
)
def test_a_day_and_a_function_are_needed(workspace: Workspace, make: Make, on: date, by: str, sentence: str) -> None:
    plan = make()
    all_done(workspace, plan)
    with pytest.raises(KnownError, match=sentence):
        approved(workspace.reading(), plan, on, by)


def test_an_empty_checklist_approves_nothing(workspace: Workspace, system: UUID) -> None:
    plan = workspace.records.add(PLANS, {"title": "Tom", "kind": "inforande", "system": str(system)})
    with pytest.raises(KnownError, match="Checklistan är tom"):
        approved(workspace.reading(), plan, TODAY, "Systemägare")


def test_the_system_that_is_replaced_begins_to_leave_in_the_same_step(
    workspace: Workspace, make: Make, system: UUID
) -> None:
    old = workspace.records.add("systems", {"name": "Procapita", "lifecycle": "i_drift"})
    plan = make(old_system=str(old))
    all_done(workspace, plan)
    carry_out(workspace, approved(workspace.reading(), plan, TODAY, "Systemägare"))
    start = put_in_operation(workspace.reading(), plan, TODAY)
    assert start.outcome.endswith("Procapita blir under avveckling.")
    carry_out(workspace, start)
    record = system_of(workspace, old)
    assert (record.lifecycle, record.successor) == ("under_avveckling", system)
    workspace.undo.undo()
    assert system_of(workspace, old).lifecycle == "i_drift"


def test_a_system_is_gone_when_its_avveckling_is_approved(workspace: Workspace, make: Make, system: UUID) -> None:
    workspace.records.save("systems", system, {"lifecycle": "under_avveckling"})
    plan = make("avveckling")
    all_done(workspace, plan)
    with pytest.raises(InvalidRecordError, match="kan inte bli avvecklat"):
        workspace.records.save("systems", system, {"lifecycle": "avvecklad"})
    step = approved(workspace.reading(), plan, TODAY, "Systemägare")
    assert step.title == "Godkände Avveckling av Lifecare"
    carry_out(workspace, step)
    carry_out(workspace, put_in_operation(workspace.reading(), plan, TODAY))
    assert system_of(workspace, system).lifecycle == "avvecklad"
