"""Sessions, people who take part in them, and a plan with moment, in a new register of Bengtsfors."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]


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


@pytest.fixture
def taking_part(add: Add) -> Callable[..., UUID]:
    """Let a new person called `name` take part in a session."""

    def part(session: UUID, name: str, status: str = "anmald", **values: Any) -> UUID:
        person = add("people", name=name)
        return add("training_participations", person=person, session=session, status=status, **values)

    return part


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
