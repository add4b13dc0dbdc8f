"""Moving a plan: driftstart with all that is left, and an activity with what waits for it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from itadmin.domain.calculations.implementation import Span, moved_span
from itadmin.domain.problems import KnownError
from itadmin.services.acting import Plan, step_of
from itadmin.services.implementation.parts import ACTIVITIES, PLANS, PlanParts, activity_of, parts_of
from itadmin.services.implementation.rescheduling import moved_activity, moved_go_live
from itadmin.services.workspace import Workspace

Make = Callable[..., UUID]


def carry_out(workspace: Workspace, plan: Plan) -> None:
    workspace.records.apply(step_of(workspace.records, plan))


def days(parts: PlanParts) -> dict[str, tuple[date | None, date | None]]:
    found = (activity_of(read) for read in parts.activities)
    return {activity.title: (activity.starts_on, activity.ends_on) for activity in found}


def named(parts: PlanParts, words: str) -> UUID:
    return next(read.record.id for read in parts.activities if words in read.label)


def span_of(parts: PlanParts, activity_id: UUID) -> Span:
    return next(task.span for task in parts.tasks if task.key == activity_id)


def test_all_that_is_left_moves_with_driftstart_and_it_is_one_step(workspace: Workspace, make: Make) -> None:
    plan = make()
    before = parts_of(workspace.reading(), plan)
    workspace.records.save(ACTIVITIES, named(before, "Beskriva behovet"), {"status": "klar"})
    move = moved_go_live(workspace.reading(), plan, date(2027, 2, 15))
    assert move.outcome == (
        "Driftstarten flyttas från måndag 1 februari till måndag 15 februari. "
        "7 aktiviteter och de faser som är kvar flyttas 10 arbetsdagar senare."
    )
    assert move.remarks == ()
    carry_out(workspace, move)
    after = parts_of(workspace.reading(), plan)
    assert after.plan.go_live_on == date(2027, 2, 15)
    assert next(row for row in after.plan.phases if row.phase == "driftstart").starts_on == date(2027, 2, 15)
    was, now = days(before), days(after)
    assert {title for title in was if was[title] == now[title]} == {"Beskriva behovet och begära IT-yttrande"}
    assert now["Öppna systemet och följa upp efter en vecka"] == (date(2027, 2, 15), date(2027, 2, 19))
    workspace.undo.undo()
    assert days(parts_of(workspace.reading(), plan)) == was


def test_a_driftstart_on_a_sunday_stays_on_it(workspace: Workspace, make: Make) -> None:
    plan = make(go_live_on=date(2027, 1, 31))
    carry_out(workspace, moved_go_live(workspace.reading(), plan, date(2027, 2, 7)))
    phases = {row.phase: row for row in parts_of(workspace.reading(), plan).plan.phases}
    assert phases["driftstart"].starts_on == date(2027, 2, 7)
    assert phases["driftgodkannande"].ends_on == date(2027, 2, 5)


def test_it_is_told_what_ends_up_in_the_past(workspace: Workspace, make: Make) -> None:
    move = moved_go_live(workspace.reading(), make(), date(2026, 11, 25))
    assert move.remarks == ("7 aktiviteter hamnar i det förflutna. Se över planen efteråt.",)
    assert "arbetsdagar tidigare" in move.outcome


def test_a_day_that_cannot_be_moved_to_is_refused(workspace: Workspace, make: Make) -> None:
    plan = make()
    with pytest.raises(KnownError, match="redan den dagen"):
        moved_go_live(workspace.reading(), plan, date(2027, 2, 1))
    with pytest.raises(KnownError, match="mer än 20 år bort"):
        moved_go_live(workspace.reading(), plan, date(9999, 12, 30))
    workspace.records.save(PLANS, plan, {"go_live_on": None})
    with pytest.raises(KnownError, match="ingen dag för driftstart"):
        moved_go_live(workspace.reading(), plan, date(2027, 2, 8))


def test_what_waits_for_an_activity_moves_with_it(workspace: Workspace, make: Make) -> None:
    plan = make()
    before = parts_of(workspace.reading(), plan)
    setting_up = named(before, "Ställa in")
    move = moved_activity(workspace.reading(), setting_up, moved_span(span_of(before, setting_up), 3))
    assert move.outcome.endswith("4 aktiviteter som väntar på den flyttas 3 arbetsdagar senare.")
    told = "Gå igenom checklistan och driftgodkänna blir inte klar före driftstarten 2027-02-01."
    assert move.remarks == (f"{told} Flytta driftstarten, eller dra ihop planen.",)
    carry_out(workspace, move)
    was, now = days(before), days(parts_of(workspace.reading(), plan))
    stay = {"Beskriva behovet och begära IT-yttrande", "Teckna avtal och personuppgiftsbiträdesavtal"}
    assert stay <= {title for title in was if was[title] == now[title]}
    assert now["Prova de vanligaste arbetsflödena"] == (date(2027, 1, 21), date(2027, 1, 25))


def test_an_activity_that_takes_longer_pushes_what_waits(workspace: Workspace, make: Make) -> None:
    parts = parts_of(workspace.reading(), make())
    first = named(parts, "Teckna avtal")
    was = span_of(parts, first)
    move = moved_activity(workspace.reading(), first, was)
    assert move.edits == ()
    assert was.last is not None
    move = moved_activity(workspace.reading(), first, Span(was.first, date(2027, 1, 18)))
    assert move.edits[0].values["starts_on"] == (was.first or date.min).isoformat()
    assert len(move.edits) == 6


def test_days_the_wrong_way_round_are_refused(workspace: Workspace, make: Make) -> None:
    first = named(parts_of(workspace.reading(), make()), "Teckna avtal")
    with pytest.raises(KnownError, match="slutar före sin första dag"):
        moved_activity(workspace.reading(), first, Span(date(2027, 2, 2), date(2027, 2, 1)))
    with pytest.raises(KnownError, match="mer än 20 år bort"):
        moved_activity(workspace.reading(), first, Span(date(2067, 2, 1), date(2067, 2, 2)))


def test_a_plan_at_the_end_of_all_calendars_is_refused(workspace: Workspace, make: Make) -> None:
    plan = make()
    last = named(parts_of(workspace.reading(), plan), "Öppna")
    workspace.records.save(ACTIVITIES, last, {"ends_on": "9999-12-31"})
    with pytest.raises(KnownError, match="hamnar utanför kalendern"):
        moved_go_live(workspace.reading(), plan, date(2027, 3, 1))
