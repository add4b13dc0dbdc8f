"""What is done about a change is a step each, and can be taken back."""

from datetime import date
from uuid import UUID

import pytest

from itadmin.domain.calculations.platform import Step
from itadmin.domain.changes import Plain
from itadmin.domain.problems import InvalidRecordError
from itadmin.services.platform import (
    Answer,
    ChangeStanding,
    add_systems,
    answer,
    inform,
    make_notices,
    note_costs,
    reminded,
    standing_of,
)
from itadmin.services.workspace import Workspace

Ids = dict[str, UUID]
TODAY = date(2026, 11, 22)


def standing(workspace: Workspace, ids: Ids) -> ChangeStanding:
    return standing_of(workspace.reading(), ids["change"])


@pytest.fixture
def noticed(workspace: Workspace, server_change: Ids) -> list[UUID]:
    """The notices of all who are touched: Dals-Ed, then Socialförvaltningen."""
    units = standing(workspace, server_change).missing
    make_notices(workspace.records, workspace.reading(), server_change["change"], units)
    return [notice.record.id for notice in standing(workspace, server_change).notices]


def test_all_who_are_touched_get_their_notice_in_one_step(workspace: Workspace, server_change: Ids) -> None:
    units = standing(workspace, server_change).missing
    step = make_notices(workspace.records, workspace.reading(), server_change["change"], units)
    assert step.title == "La till 2 förvaltningar att förvarna: Byte till Windows Server 2025"
    assert make_notices(workspace.records, workspace.reading(), server_change["change"], units).changes == ()
    notices = standing(workspace, server_change).notices
    assert [notice.record.recipient_function for notice in notices] == ["", "Socialchef"]
    workspace.undo.undo()
    assert standing(workspace, server_change).notices == ()


def test_systems_are_added_to_those_that_are_there(workspace: Workspace, server_change: Ids) -> None:
    ids = [server_change["Lönesystemet"], server_change["Kvarnen"]]
    add_systems(workspace.records, workspace.reading(), server_change["change"], ids)
    assert standing(workspace, server_change).change.systems == (
        server_change["Kvarnen"],
        server_change["Lönesystemet"],
    )


def test_who_is_told_keeps_an_earlier_day_and_the_change_is_announced(
    workspace: Workspace, server_change: Ids, noticed: list[UUID]
) -> None:
    workspace.records.save("platform_notices", noticed[0], {"informed_on": "2026-11-01"})
    step = inform(workspace.records, workspace.reading(), noticed, TODAY)
    assert step.title == "Förvarnade 1 förvaltning"
    told = standing(workspace, server_change)
    assert [str(notice.record.informed_on) for notice in told.notices] == ["2026-11-01", "2026-11-22"]
    assert told.change.announced_on == TODAY
    assert inform(workspace.records, workspace.reading(), noticed, TODAY).changes == ()
    workspace.undo.undo()
    assert standing(workspace, server_change).change.announced_on is None


def test_an_answer_says_when_and_keeps_what_was_written(
    workspace: Workspace, server_change: Ids, noticed: list[UUID]
) -> None:
    workspace.records.save("platform_notices", noticed[1], {"note": "Ringt."})
    answer(workspace.records, workspace.reading(), noticed[1], Answer("behover_tid", TODAY, "Först i maj."))
    notice = standing(workspace, server_change).notices[1]
    assert notice.step is Step.ANSWERED
    assert (notice.record.answer, notice.record.answered_on, notice.record.informed_on) == ("behover_tid", TODAY, TODAY)
    assert notice.record.note == "Ringt.\nFörst i maj."


def test_an_answer_takes_the_costs_that_it_tells_and_costs_are_noted_by_themselves(
    workspace: Workspace, server_change: Ids, noticed: list[UUID]
) -> None:
    first: Plain = {"year": 2027, "amount": 12_000_00, "note": None}
    note_costs(workspace.records, noticed[1], [first])
    answer(workspace.records, workspace.reading(), noticed[1], Answer("utan_invandning", TODAY))
    assert standing(workspace, server_change).costs.total == 12_000_00
    second: Plain = {"year": 2028, "amount": -2_000_00, "note": "Färre licenser"}
    answer(workspace.records, workspace.reading(), noticed[1], Answer("utan_invandning", TODAY, "", [first, second]))
    costs = standing(workspace, server_change).costs
    assert (costs.years, costs.total) == ([2027, 2028], 10_000_00)
    with pytest.raises(InvalidRecordError, match="Samma år"):
        note_costs(workspace.records, noticed[1], [first, first])


def test_an_answer_before_the_forvaltning_was_told_is_refused(workspace: Workspace, noticed: list[UUID]) -> None:
    inform(workspace.records, workspace.reading(), noticed, TODAY)
    with pytest.raises(InvalidRecordError, match="innan förvaltningen informerades"):
        answer(workspace.records, workspace.reading(), noticed[0], Answer("invandning", date(2026, 11, 1)))


def test_being_reminded_is_noted_once_a_day(workspace: Workspace, server_change: Ids, noticed: list[UUID]) -> None:
    assert len(reminded(workspace.records, workspace.reading(), noticed, TODAY).changes) == 2
    assert reminded(workspace.records, workspace.reading(), noticed, TODAY).changes == ()
    assert standing(workspace, server_change).notices[0].record.note == "Påmind 2026-11-22."
