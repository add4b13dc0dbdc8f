"""An answer is a record of one's own, one for each pair; what neighbours have said stays theirs."""

from collections.abc import Callable
from uuid import UUID

from itadmin.services.matching import groups, verdict_step
from itadmin.services.reading import ListQuery
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]


def say(workspace: Workspace, one: UUID, other: UUID, *, same: bool) -> str:
    step = verdict_step(workspace.records, workspace.reading(), one, other, same=same)
    if step.changes:
        workspace.records.apply(step)
    return step.title


def said(workspace: Workspace) -> list[str]:
    reading = workspace.reading()
    return [read.label for read in reading.many("matches", reading.keys("matches")).values()]


def test_an_answer_is_one_step_that_can_be_taken_back(workspace: Workspace, system: Add) -> None:
    ours, theirs = system("Lifecare"), system("Lifecare HSL", "1438")
    assert say(workspace, ours, theirs, same=True) == (
        "Lifecare i Bengtsfors kommun och Lifecare HSL i Dals-Eds kommun är samma"
    )
    assert said(workspace) == ["Samma"]
    assert len(groups(workspace.reading()).members(ours.bytes)) == 2
    workspace.undo.undo()
    assert said(workspace) == []


def test_another_answer_takes_the_place_of_the_one_before(workspace: Workspace, system: Add) -> None:
    ours, theirs = system("Lifecare"), system("Lifecare HSL", "1438")
    say(workspace, ours, theirs, same=True)
    assert say(workspace, theirs, ours, same=False) == (
        "Lifecare HSL i Dals-Eds kommun och Lifecare i Bengtsfors kommun är inte samma"
    )
    assert said(workspace) == ["Inte samma"]
    assert len(groups(workspace.reading()).members(ours.bytes)) == 1
    workspace.undo.undo()
    assert said(workspace) == ["Samma"]


def test_the_same_answer_again_changes_nothing(workspace: Workspace, system: Add) -> None:
    ours, theirs = system("Lifecare"), system("Lifecare HSL", "1438")
    say(workspace, ours, theirs, same=True)
    assert verdict_step(workspace.records, workspace.reading(), theirs, ours, same=True).changes == ()


def test_what_neighbours_have_said_is_left_as_it_is(workspace: Workspace, system: Add, verdict: Add) -> None:
    ours, theirs = system("Lifecare"), system("Lifecare HSL", "1438")
    received = verdict(ours, theirs, "inte_samma", "1438")
    say(workspace, ours, theirs, same=True)
    assert said(workspace) == ["Samma"]
    everything = workspace.reading().keys("matches", ListQuery(all_owners=True))
    assert received in everything
    assert len(everything) == 2
    assert len(groups(workspace.reading()).members(ours.bytes)) == 2
