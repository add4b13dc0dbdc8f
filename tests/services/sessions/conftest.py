"""People who take part in sessions."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

Add = Callable[..., UUID]


@pytest.fixture
def taking_part(add: Add) -> Callable[..., UUID]:
    """Let a new person called `name` take part in a session."""

    def part(session: UUID, name: str, status: str = "anmald", **values: Any) -> UUID:
        person = add("people", name=name)
        return add("training_participations", person=person, session=session, status=status, **values)

    return part
