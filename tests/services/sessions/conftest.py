"""Sessions, people who take part in them, and a plan with moment, in a new register of Bengtsfors."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

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
