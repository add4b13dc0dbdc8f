"""What a body has decided, which number comes next, and taking a decision down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import InvalidRecordError
from itadmin.domain.registers.decisions import Decision
from itadmin.services.attention.work_list import work_list
from itadmin.services.meetings.decided import (
    Taken,
    decisions_of,
    done_step,
    last_meeting,
    next_paragraph,
    step_of,
    taken_on,
    usual_forum,
)
from itadmin.services.meetings.points import Concerns
from itadmin.services.workspace import Workspace

GROUP = "IT-chefsgruppen"
DAY = date(2026, 11, 22)


def decision(day: date | None, paragraph: str = "", forum: str = GROUP) -> Decision:
    return Decision(title="Beslut", forum=forum, decided_on=day, paragraph=paragraph)


def taken(**other: Any) -> Taken:
    values: dict[str, Any] = {
        "forum": GROUP, "day": DAY, "paragraph": "8", "title": "Pröva samverkan", "kind": "beslut",
        "text": "Vi prövar.",
        "responsible": None, "function": "IT-chef", "due": date(2026, 12, 10), "concerns": Concerns(),
    }  # fmt: skip
    return Taken(**{**values, **other})


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ([], "1"),
        ([decision(date(2026, 3, 1), "4"), decision(date(2026, 6, 1), "§ 7")], "8"),
        ([decision(date(2025, 3, 1), "40")], "1"),
        ([decision(date(2026, 3, 1), "40", "Kommunstyrelsen")], "1"),
        ([decision(date(2026, 3, 1), "40", "it-chefsgruppen ")], "41"),
        ([decision(date(2026, 3, 1), "40"), decision(DAY, "3")], "4"),
        ([decision(date(2026, 3, 1), "12"), decision(DAY)], "13"),
        ([decision(None, "9"), decision(date(2026, 3, 1), "utan")], "1"),
    ],
)
def test_the_next_number_goes_on_from_the_day_or_the_year(known: list[Decision], expected: str) -> None:
    assert next_paragraph(known, GROUP, DAY) == expected


def test_the_meeting_before_is_of_the_same_body_and_before_the_day() -> None:
    known = [decision(date(2026, 9, 10)), decision(DAY), decision(date(2026, 10, 1), forum="KS"), decision(None)]
    assert last_meeting(known, GROUP, DAY) == date(2026, 9, 10)
    assert last_meeting([], GROUP, DAY) is None


def test_neighbours_decisions_count_and_the_own_body_is_proposed(
    workspace: Workspace, received: Callable[..., UUID]
) -> None:
    assert usual_forum(workspace.reading(), ()) == GROUP
    workspace.records.add("decisions", {"title": "A", "forum": "IT-rådet", "decided_on": "2026-02-01"})
    theirs = workspace.records.add("decisions", {"title": "B", "forum": GROUP, "decided_on": "2026-03-01"})
    received("decisions", theirs)
    known = decisions_of(workspace.reading())
    assert [each.title for each in known] == ["A", "B"]
    assert usual_forum(workspace.reading(), known) == "IT-rådet"
    assert last_meeting(known, GROUP, DAY) == date(2026, 3, 1)


def test_a_decision_is_a_step_that_is_followed_up_and_undone(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Kvarnen"})
    about = Concerns(systems=(system,), municipality=municipality_id("1460"))
    step = step_of(workspace.records, taken(concerns=about))
    assert step.title == "Antecknade beslut § 8 Pröva samverkan"
    workspace.records.apply(step)
    (made,) = taken_on(decisions_of(workspace.reading()), GROUP, DAY)
    assert (made.paragraph, made.status, made.systems) == ("8", "oppet", (system,))
    assert (made.municipality, made.responsible_function) == (municipality_id("1460"), "IT-chef")
    assert "beslut_att_verkstalla" in kinds(workspace)
    workspace.undo.undo()
    assert not decisions_of(workspace.reading())


def test_what_is_carried_out_is_asked_of_no_more(workspace: Workspace) -> None:
    workspace.records.apply(step_of(workspace.records, taken()))
    (made,) = decisions_of(workspace.reading())
    workspace.records.apply(done_step(workspace.records, made.id, made.title))
    (done,) = decisions_of(workspace.reading())
    assert (done.status, done.done_on) == ("klart", DAY)
    assert "beslut_att_verkstalla" not in kinds(workspace)


def test_what_cannot_be_is_refused(workspace: Workspace) -> None:
    with pytest.raises(InvalidRecordError):
        step_of(workspace.records, taken(due=date(2026, 1, 1)))


def kinds(workspace: Workspace) -> set[str]:
    return {line.kind for line in work_list(workspace.reading()).lines}


def test_a_person_is_responsible_by_record(workspace: Workspace) -> None:
    person: UUID = workspace.records.add("people", {"name": "Kim Berg"})
    workspace.records.apply(step_of(workspace.records, taken(responsible=person, function="")))
    (made,) = decisions_of(workspace.reading())
    assert (made.responsible, made.responsible_function) == (person, "")
