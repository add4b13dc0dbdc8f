"""Systems, plans, sessions and people in a new register, for tests about who is to learn what and who has learnt it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]
TODAY = date(2026, 11, 22)


@pytest.fixture
def add(workspace: Workspace) -> Add:
    """Add a record of a register by its values, where ids may stand as they are."""

    def adding(register: str, **values: Any) -> UUID:
        plain = {name: _plain(value) for name, value in values.items()}
        return workspace.records.add(register, plain)

    return adding


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, UUID) else value


@dataclass(frozen=True)
class Demanded:
    """An adopted plan with two moment that Anna and Bo must know, of two kommuner."""

    system: UUID
    basic: UUID
    advanced: UUID
    anna: UUID
    bo: UUID


@pytest.fixture
def demanded(workspace: Workspace, add: Add) -> Demanded:
    system = add("systems", name="Lifecare")
    plan = add("training_plans", title="Plan", kind="system", system=system, version="1.0", status="utkast")
    demands = [{"audience": "slutanvandare", "demand": "obligatorisk"}]
    basic = add("training_modules", title="Grund", plan=plan, valid_months=24, demands=demands)
    advanced = add("training_modules", title="Fördjupning", plan=plan, demands=demands)
    adopted = {"status": "faststalld", "adopted_on": "2026-03-01", "revise_by": "2027-03-01"}
    workspace.records.save("training_plans", plan, adopted)
    people = [
        add("people", name=name, organisation=municipality_id(code))
        for name, code in (("Anna Ek", "1460"), ("Bo Lind", "1438"))
    ]
    for person in people:
        add("audience_members", audience="slutanvandare", person=person, system=system)
    return Demanded(system, basic, advanced, *people)


class Region:
    """A register with a system, its plan with one module, and people as they are added."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.system = self.add("systems", name="Lifecare", lifecycle="i_drift")
        self.plan = self.add_plan(title="Utbildningsplan Lifecare", kind="system", system=self.system)

    def add(self, register: str, **values: Any) -> UUID:
        plain = {name: str(value) if isinstance(value, UUID) else value for name, value in values.items()}
        return self.workspace.records.add(register, plain)

    def add_plan(self, **values: Any) -> UUID:
        return self.add("training_plans", **{"status": "utkast", "version": "1.0", **values})

    def adopt(self, *plans: UUID) -> None:
        for plan in plans or (self.plan,):
            values = {"status": "faststalld", "adopted_on": "2026-01-15"}
            self.workspace.records.save("training_plans", plan, values)

    def module(self, title: str = "Grundkurs", demand: str = "obligatorisk", **values: Any) -> UUID:
        rows = [{"audience": "slutanvandare", "demand": demand}]
        return self.add("training_modules", **{"title": title, "plan": self.plan, "demands": rows, **values})

    def person(self, name: str = "Anna Ek", audience: str = "slutanvandare", **values: Any) -> UUID:
        person = self.add("people", name=name, **values)
        if audience:
            self.add("audience_members", audience=audience, person=person, system=self.system)
        return person

    def done(self, person: UUID, **values: Any) -> UUID:
        return self.add("training_participations", **{"status": "genomford", "person": person, **values})

    def session(self, *modules: UUID, **values: Any) -> UUID:
        return self.add("training_sessions", title="Kurs", modules=[str(module) for module in modules], **values)


@pytest.fixture
def region(workspace: Workspace) -> Region:
    return Region(workspace)
