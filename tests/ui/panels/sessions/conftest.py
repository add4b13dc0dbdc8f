"""A system with an adopted plan, and people who must know it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from itadmin.ui.session import Session

Add = Callable[..., UUID]


@dataclass(frozen=True)
class Course:
    """What the tests stand on: two moment of an adopted plan, and a session of the first with two seats."""

    system: UUID
    plan: UUID
    basic: UUID
    advanced: UUID
    session: UUID


@pytest.fixture
def add(session: Session) -> Add:
    """Add a record of a register by its values, where ids may stand as they are."""

    def adding(register: str, **values: Any) -> UUID:
        plain = {name: _plain(value) for name, value in values.items()}
        return session.workspace.records.add(register, plain)

    return adding


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, UUID) else value


@pytest.fixture
def course(session: Session, add: Add) -> Course:
    system = add("systems", name="Lifecare")
    plan = add("training_plans", title="Plan Lifecare", kind="system", system=system, version="1.0", status="utkast")
    demands = [{"audience": "slutanvandare", "demand": "obligatorisk"}]
    basic = add("training_modules", title="Grund", plan=plan, valid_months=24, demands=demands)
    advanced = add("training_modules", title="Fördjupning", plan=plan, prerequisites=[basic], demands=demands)
    adopted = {"status": "faststalld", "adopted_on": "2026-03-01", "revise_by": "2027-03-01"}
    session.workspace.records.save("training_plans", plan, adopted)
    held = {"starts_on": "2026-11-24", "starts_at": "09:00", "ends_at": "12:00", "status": "oppet"}
    return Course(
        system, plan, basic, advanced, add("training_sessions", title="Grundkurs", modules=[basic], seats=2, **held)
    )


@pytest.fixture
def person(add: Add, course: Course) -> Callable[..., UUID]:
    """Make somebody who must know the system."""

    def make(name: str, **values: Any) -> UUID:
        made = add("people", name=name, **values)
        add("audience_members", audience="slutanvandare", person=made, system=course.system)
        return made

    return make
