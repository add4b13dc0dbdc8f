"""An agreement on an axis of time: its terms, the days that decide, and the same in words."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.time_chart import Lane
from itadmin.services.timeline import Counted, Shown, chart_of
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]
ENDING: dict[str, Any] = {"renewal_months": None}
OPTION = {**ENDING, "options": [{"months": 12, "decision_day": "2027-01-15", "taken": None}]}


def lane_of(workspace: Workspace, counted: Counted = Counted.NOTICE) -> Lane:
    (lane,) = chart_of(workspace.reading(), Shown(counted=counted)).chart.lanes()
    return lane


def stretches(lane: Lane) -> list[tuple[str, str, str]]:
    return [(item.fill.value, str(item.starts_on), str(item.ends_on)) for item in lane.stretches]


def marks(lane: Lane) -> list[tuple[str, str, bool]]:
    return [(mark.shape.value, str(mark.day), mark.is_main) for mark in lane.marks]


def test_one_that_renews_has_its_terms_and_the_time_when_it_is_too_late(workspace: Workspace, agreement: Add) -> None:
    agreement("Support")
    lane = lane_of(workspace)
    assert stretches(lane) == [
        ("firm", "2024-06-01", "2027-05-31"),
        ("likely", "2027-06-01", "2028-05-31"),
        ("likely", "2028-06-01", "2029-05-31"),
        ("window", "2027-03-01", "2027-05-31"),
    ]
    assert marks(lane)[:4] == [
        ("notice", "2027-02-28", True),
        ("renewal", "2027-05-31", False),
        ("notice", "2028-02-29", False),
        ("renewal", "2028-05-31", False),
    ]
    assert lane.day == "2027-02-28"
    assert lane.sentence.startswith("Supportavtalet Support förlängs 12 månader om det inte sägs upp senast")
    assert lane.marks[0].sentence == "Support måste sägas upp senast söndag 28 februari."


def test_the_day_that_it_is_about_may_be_the_end(workspace: Workspace, agreement: Add) -> None:
    agreement("Support")
    lane = lane_of(workspace, Counted.END)
    assert lane.day == "2027-05-31"
    assert [mark for mark in marks(lane) if mark[2]] == [("renewal", "2027-05-31", True)]


@pytest.mark.parametrize(
    ("values", "counted", "day", "shapes", "then"),
    [
        (ENDING, Counted.END, "2027-05-31", ["end"], "löper ut"),
        (OPTION, Counted.NOTICE, "2027-01-15", ["choice", "end"], "option på 12 månader"),
        (OPTION, Counted.END, "2027-05-31", ["choice", "end"], "option på 12 månader"),
        (
            {"status": "uppsagt", "notice_given_on": "2026-10-01"},
            Counted.END,
            "2027-05-31",
            ["end"],
            "uppsagt",
        ),
        (ENDING | {"starts_on": "2023-01-01"}, Counted.END, "2025-12-31", ["end"], "har löpt ut"),
        (
            {"renewal_months": None, "open_ended": True},
            Counted.NOTICE,
            "2027-02-28",
            ["notice", "renewal"],
            "blir tills vidare",
        ),
    ],
)
def test_what_happens_with_it(
    workspace: Workspace,
    agreement: Add,
    values: dict[str, Any],
    counted: Counted,
    day: str,
    shapes: list[str],
    then: str,
) -> None:
    agreement("Support", **values)
    lane = lane_of(workspace, counted)
    assert (lane.day, [shape for shape, _day, _main in marks(lane)], lane.cells[3]) == (day, shapes, then)
    assert [str(mark.day) for mark in lane.marks if mark.is_main] == [day]


def test_nothing_comes_after_a_notice_that_is_dated_ahead(workspace: Workspace, agreement: Add) -> None:
    agreement("Support", notice_given_on="2027-01-15")
    assert len(chart_of(workspace.reading(), Shown()).chart) == 0
    lane = lane_of(workspace, Counted.END)
    assert stretches(lane) == [("firm", "2024-06-01", "2027-05-31")]
    assert (marks(lane), lane.cells[3]) == ([("end", "2027-05-31", True)], "uppsagt")


def test_an_option_that_may_be_taken_is_ours_to_choose(workspace: Workspace, agreement: Add) -> None:
    agreement("Support", **OPTION)
    assert stretches(lane_of(workspace)) == [
        ("firm", "2024-06-01", "2027-05-31"),
        ("choice", "2027-06-01", "2028-05-31"),
    ]


def test_days_that_are_past_are_no_marks(workspace: Workspace, agreement: Add) -> None:
    agreement("Support", starts_on="2010-06-01", first_term_months=12)
    assert all(mark.day >= workspace.around.today() for mark in lane_of(workspace).marks)
