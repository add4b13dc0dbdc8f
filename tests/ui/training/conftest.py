"""A plan with målgrupper and moment, and the window on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.services.workspace import Workspace
from itadmin.ui.session import Session
from itadmin.ui.training.plan_window import PlanWindow


@dataclass(frozen=True)
class Plan:
    """A draft about Lifecare with two målgrupper; the second moment presupposes the first."""

    id: UUID
    system: UUID
    basics: UUID
    course: UUID


@pytest.fixture
def add_module(workspace: Workspace) -> Callable[..., UUID]:
    """Add a moment to a plan."""

    def add(plan: UUID, title: str, **values: object) -> UUID:
        return workspace.records.add("training_modules", {"title": title, "plan": str(plan), **values})

    return add


@pytest.fixture
def plan(workspace: Workspace, system_id: UUID, add_module: Callable[..., UUID]) -> Plan:
    plan = workspace.records.add(
        "training_plans",
        {
            "title": "Utbildningsplan Lifecare",
            "kind": "system",
            "system": str(system_id),
            "version": "1.0",
            "status": "utkast",
            "purpose": "Alla ska kunna dokumentera.",
            "responsible_function": "Systemansvarig",
            "audiences": [
                {"audience": "slutanvandare", "level": "2", "note": None},
                {"audience": "superanvandare", "level": "3", "note": None},
            ],
            "head_counts": [{"audience": "slutanvandare", "municipality": "1460", "people": 320}],
        },
    )
    demand = {"audience": "slutanvandare", "demand": "fore_behorighet"}
    super_demand = {"audience": "superanvandare", "demand": "fore_behorighet"}
    basics = add_module(
        plan, "Grundkurs", code="LC-1", place=100, form="e_larande", minutes=90, demands=[demand, super_demand]
    )
    course = add_module(
        plan,
        "Fördjupning",
        code="LC-2",
        place=200,
        form="lararledd",
        minutes=180,
        demands=[{"audience": "superanvandare", "demand": "obligatorisk"}],
        prerequisites=[str(basics)],
        valid_months=24,
    )
    return Plan(plan, system_id, basics, course)


@pytest.fixture
def plan_window(session: Session, plan: Plan, qtbot: QtBot) -> Iterator[PlanWindow]:
    """The window on the plan, shown and with the keyboard."""
    window = PlanWindow(session, plan.id)
    window.resize(1320, 780)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    if isValid(window):
        window.close()
