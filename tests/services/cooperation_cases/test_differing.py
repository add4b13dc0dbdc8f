"""What of a case does not agree is told: its days, and who carries a cost without taking part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.acting import step_of
from itadmin.services.allocations.making import of_case
from itadmin.services.cooperation_cases.agreement import agreement_made
from itadmin.services.cooperation_cases.differing import told_differing
from itadmin.services.cooperation_cases.making import Start, begun
from itadmin.services.workspace import Workspace

DALS_ED, MELLERUD = (municipality_id(code) for code in ("1438", "1461"))


@pytest.fixture
def case(workspace: Workspace, add: Callable[..., UUID]) -> UUID:
    """A case of three kommuner with a draft of how its cost is shared, for 2027."""
    system = add("systems", name="Lifecare")
    start = Start("Gemensam drift", [system], [DALS_ED, MELLERUD], {}, "4")
    key, step = begun(workspace.reading(), workspace.records, start)
    workspace.records.apply(step)
    return key


@pytest.fixture
def said(workspace: Workspace, case: UUID) -> Callable[[], str]:
    def telling() -> str:
        record: Any = workspace.reading().one("cooperation_cases", case).record
        return told_differing(workspace.reading(), record)

    return telling


@pytest.fixture
def shared(workspace: Workspace, case: UUID) -> UUID:
    step = step_of(workspace.records, of_case(workspace.reading(), case))
    workspace.records.apply(step)
    return step.changes[0].record_id


def test_days_that_do_not_agree_with_the_goal_are_told(
    workspace: Workspace, case: UUID, said: Callable[[], str]
) -> None:
    key, step = agreement_made(workspace.reading(), workspace.records, case)
    workspace.records.apply(step)
    assert said() == ""
    workspace.records.save("cooperation_cases", case, {"goal_on": "2028-02-01"})
    assert said() == "Målet nås 2028-02-01, men kostnadsfördelningen börjar 2027-01-01."
    workspace.records.save("agreements", key, {"starts_on": "2027-07-01"})
    assert said().endswith("men kostnadsfördelningen börjar 2027-01-01 och avtalet börjar 2027-07-01.")
    (allocation,) = workspace.reading().keys("allocations")
    for register, changed, values in (
        ("allocations", allocation, {"period_starts": "2028-02-01", "period_ends": "2029-01-31"}),
        ("agreements", key, {"starts_on": "2028-02-01"}),
    ):
        workspace.records.save(register, changed, values)
    assert said() == ""


@pytest.mark.parametrize(
    ("values", "rows", "sentence"),
    [
        ({"stance": "med"}, {}, ""),
        ({"stance": "avstar"}, {}, "Dals-Ed avstår men bär en del av kostnaden."),
        (
            {"stance": "med", "participates_from": "2027-06-01"},
            {},
            "Dals-Ed deltar från och med 2027-06-01 men bär en del av kostnaden från 2027-01-01.",
        ),
        ({"stance": "med", "participates_from": "2027-06-01"}, {"starts_on": "2027-06-01"}, ""),
        ({"stance": "med", "participates_from": "2026-06-01"}, {}, ""),
        (
            {"stance": "med_forbehall", "comment": "Halvåret.", "participates_until": "2027-06-30"},
            {},
            "Dals-Ed deltar till och med 2027-06-30 men bär en del av kostnaden till 2027-12-31.",
        ),
    ],
    ids=["with", "out", "later", "later and counted so", "before", "until"],
)
def test_who_answers_otherwise_than_the_cost_is_shared_is_told(
    workspace: Workspace,
    case: UUID,
    shared: UUID,
    said: Callable[[], str],
    values: dict[str, str],
    rows: dict[str, str],
    sentence: str,
) -> None:
    stance = next(
        read.record.id
        for read in workspace.reading().referring("cooperation_stances", "case", case)
        if getattr(read.record, "municipality", None) == DALS_ED
    )
    workspace.records.save("cooperation_stances", stance, values)
    kommuner = [{"municipality": "1438", **rows}, {"municipality": "1460"}, {"municipality": "1461"}]
    workspace.records.save("allocations", shared, {"participants": kommuner})
    assert said() == sentence


def test_one_that_is_out_and_carries_nothing_is_not_told_of(
    workspace: Workspace, case: UUID, shared: UUID, said: Callable[[], str]
) -> None:
    for read in workspace.reading().referring("cooperation_stances", "case", case):
        workspace.records.save("cooperation_stances", read.record.id, {"stance": "avstar"})
    workspace.records.save("allocations", shared, {"participants": [{"municipality": "1492"}]})
    assert said() == ""
