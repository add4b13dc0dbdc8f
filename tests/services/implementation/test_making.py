"""A plan made of a template is whole, says days that can be held, and is one step."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from itadmin.domain.problems import KnownError
from itadmin.services.implementation.making import Wanted, filled, planned
from itadmin.services.implementation.parts import ACTIVITIES, PLANS, activity_of, parts_of
from itadmin.services.implementation.templates import templates
from itadmin.services.workspace import Workspace

Make = Callable[..., UUID]
GO_LIVE = date(2027, 9, 1)


@pytest.mark.parametrize("key", templates())
def test_every_template_becomes_a_whole_plan(workspace: Workspace, make: Make, key: str) -> None:
    template = templates()[key]
    parts = parts_of(workspace.reading(), make(key, GO_LIVE))
    plan = parts.plan
    assert plan.title == template.title_for("Lifecare")
    assert (plan.kind, plan.template, plan.go_live_on) == (template.kind, key, GO_LIVE)
    assert [row.phase for row in plan.phases] == [phase.phase for phase in template.phases]
    assert [row.point for row in plan.checklist] == list(template.checklist)
    assert {row.state for row in plan.checklist} == {"kvar"}
    assert [activity_of(read).title for read in parts.activities if activity_of(read).waits_for]
    assert len(parts.activities) == len(template.activities)
    turning = next(row for row in plan.phases if row.phase in ("driftstart", "avstangning"))
    assert turning.starts_on == GO_LIVE


@pytest.mark.parametrize("key", templates())
def test_what_is_awaited_ends_before_what_awaits_it(workspace: Workspace, make: Make, key: str) -> None:
    activities = {read.record.id: activity_of(read) for read in parts_of(workspace.reading(), make(key)).activities}
    for activity in activities.values():
        for awaited in activity.waits_for:
            assert (activities[awaited].ends_on or date.max) < (activity.starts_on or date.min)


def test_it_is_one_step(workspace: Workspace, make: Make) -> None:
    make()
    assert workspace.reading().count(ACTIVITIES) == 8
    workspace.undo.undo()
    assert (workspace.reading().count(PLANS), workspace.reading().count(ACTIVITIES)) == (0, 0)


def test_it_may_begin_on_a_day_instead(workspace: Workspace, system: UUID) -> None:
    wanted = Wanted("inforande_enkelt", starts_on=date(2027, 1, 7))
    plan, step = planned(workspace.reading(), workspace.records, system, wanted)
    workspace.records.apply(step)
    made = parts_of(workspace.reading(), plan).plan
    assert made.phases[0].starts_on == date(2027, 1, 7)
    assert made.go_live_on == date(2027, 2, 25)
    assert step.title == "La till Införande av Lifecare"


def test_a_plan_needs_no_system(workspace: Workspace) -> None:
    _plan, step = planned(workspace.reading(), workspace.records, None, Wanted("avveckling", GO_LIVE))
    assert step.title == "La till Avveckling av systemet"


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (Wanted("inforande_enkelt"), "Ange dagen för driftstart"),
        (Wanted("inforande_enkelt", starts_on=date(9999, 12, 1)), "mer än 20 år bort"),
        (Wanted("inforande_enkelt", go_live_on=date(1, 1, 10)), "mer än 20 år bort"),
        (Wanted("molnet", GO_LIVE), "Det finns ingen mall"),
    ],
)
def test_what_cannot_be_is_refused(workspace: Workspace, system: UUID, wanted: Wanted, sentence: str) -> None:
    with pytest.raises(KnownError, match=sentence):
        planned(workspace.reading(), workspace.records, system, wanted)


def test_an_empty_plan_is_filled_and_keeps_what_it_says(workspace: Workspace, system: UUID) -> None:
    values = {"title": "Nytt journalsystem", "system": str(system), "responsible_function": "Socialchef"}
    plan = workspace.records.add(PLANS, values)
    step = filled(workspace.reading(), workspace.records, plan, Wanted("inforande_enkelt", GO_LIVE))
    assert step.title == "Fyllde Nytt journalsystem från mallen Enkelt införande"
    workspace.records.apply(step)
    parts = parts_of(workspace.reading(), plan)
    assert parts.plan.title == "Nytt journalsystem"
    assert parts.plan.responsible_function == "Socialchef"
    assert parts.plan.steering_group == "Systemägare, IT-chef"
    assert (parts.plan.kind, parts.plan.status, len(parts.plan.checklist)) == ("inforande", "utkast", 11)
    assert len(parts.activities) == 8


def test_a_plan_that_has_phases_is_not_filled_again(workspace: Workspace, make: Make) -> None:
    plan = make()
    with pytest.raises(KnownError, match="Planen har redan faser eller aktiviteter"):
        filled(workspace.reading(), workspace.records, plan, Wanted("inforande_enkelt", GO_LIVE))


def test_a_template_of_another_kind_does_not_fit(workspace: Workspace, system: UUID) -> None:
    plan = workspace.records.add(PLANS, {"title": "Bort", "kind": "avveckling", "system": str(system)})
    with pytest.raises(KnownError, match="Mallen Enkelt införande passar inte en plan för avveckling"):
        filled(workspace.reading(), workspace.records, plan, Wanted("inforande_enkelt", GO_LIVE))
