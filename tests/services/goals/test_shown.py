"""Goals of a register with how they stand: what is said of each, which systems are left, and which goals count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.goals import Measured, Standing
from itadmin.services.goals import GoalShown, goal_of, goals_of
from itadmin.services.workspace import Workspace

TODAY = date(2026, 11, 22)
Add = Callable[..., UUID]


def shown(workspace: Workspace, goal: UUID) -> GoalShown:
    return goal_of(workspace.reading(TODAY), goal)


def document(workspace: Workspace, **values: Any) -> UUID:
    return workspace.records.add("steering_documents", {"title": "IT-policy", "status": "faststalld", **values})


def test_a_counted_goal_says_how_many_of_how_many(
    workspace: Workspace, goal: Add, owned: Callable[[int, int], list[UUID]]
) -> None:
    left = owned(5, 2)
    found = shown(workspace, goal())
    assert found.sentence == "5 av 7 system i drift har en systemägare – 71,4\u00a0%; målet är 100\u00a0% år 2028."
    assert (found.value, found.target, found.standing) == (7142, 10_000, Standing.UNDER_WAY)
    assert found.left == tuple(left)
    assert (found.area, found.responsible, found.status) == ("Organisation och ansvar", "IT-chef", "Pågår")
    assert found.is_counted


def test_what_is_never_quite_whole_is_not_said_to_be(
    workspace: Workspace, goal: Add, owned: Callable[[int, int], list[UUID]]
) -> None:
    owned(0, 1)
    workspace.records.add("systems", {"name": "Ekot", "lifecycle": "i_drift", "system_owner": {"function": "Rektor"}})
    assert " – 50\u00a0%;" in shown(workspace, goal()).sentence


@pytest.mark.parametrize(
    ("values", "sentence", "standing"),
    [
        ({}, "Det finns inga system att räkna ännu.", Standing.UNMEASURED),
        (
            {"measure": None},
            "Räknas inte ur registret. Läget är noterat: pågår.",
            Standing.UNDER_WAY,
        ),
        ({"measure": None, "status": None}, "Inget läge är noterat.", Standing.UNMEASURED),
        (
            {"measure": None, "readings": [{"measured_on": "2026-03-01", "percent": 6000}], "target_percent": 8000},
            "Avläst den 1 mars 2026: 60\u00a0%; målet är 80\u00a0% år 2028.",
            Standing.UNDER_WAY,
        ),
        (
            {"measure": None, "readings": [{"measured_on": "2026-03-01", "percent": 6000}], "target_percent": None},
            "Avläst den 1 mars 2026: 60\u00a0%; inget målvärde är satt.",
            Standing.UNDER_WAY,
        ),
        (
            {"measure": None, "readings": [{"measured_on": "2027-03-01", "percent": 6000}]},
            "Räknas inte ur registret. Läget är noterat: pågår.",
            Standing.UNDER_WAY,
        ),
    ],
)
def test_what_is_said_of_a_goal_that_nothing_is_counted_for(
    workspace: Workspace, goal: Add, values: dict[str, Any], sentence: str, standing: Standing
) -> None:
    found = shown(workspace, goal(**values))
    assert (found.sentence, found.standing, found.left) == (sentence, standing, ())


def test_readings_stand_by_day_and_those_without_a_share_are_left_out(workspace: Workspace, goal: Add) -> None:
    rows = [
        {"measured_on": "2026-03-01", "percent": 6000},
        {"measured_on": "2025-03-01", "percent": 4000},
        {"measured_on": "2024-03-01", "percent": None},
    ]
    assert shown(workspace, goal(readings=rows)).readings == (
        Measured(date(2025, 3, 1), 4000),
        Measured(date(2026, 3, 1), 6000),
    )


def test_the_goals_of_a_document_stand_area_by_area_and_by_year(workspace: Workspace, goal: Add) -> None:
    policy = str(document(workspace))
    goal(document=policy, wording="Kostnaden fördelas.", area="finansiering")
    goal(document=policy, wording="Nivåerna är satta.", area="samverkan", year=2029)
    goal(document=policy, wording="Alla kan samverka.", area="samverkan", year=2027)
    goal(wording="Ett eget mål.")
    found = goals_of(workspace.reading(TODAY), UUID(policy))
    assert [each.wording for each in found] == ["Alla kan samverka.", "Nivåerna är satta.", "Kostnaden fördelas."]
