"""A register with a system, its plan and people, for tests about who has learnt what."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.services.workspace import Workspace

TODAY = date(2026, 11, 22)


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
