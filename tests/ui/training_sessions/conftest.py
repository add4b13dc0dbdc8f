"""Courses, the people in them and a plan with moment, in the register that a session has open."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.ui.session import Session

Add = Callable[..., UUID]


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
def opened_records(session: Session) -> list[tuple[str, UUID]]:
    """The records that somebody asked to see."""
    found: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, record_id: found.append((register, record_id)))
    return found


@pytest.fixture
def said(session: Session) -> list[str]:
    """What the frame was asked to say."""
    found: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: found.append(sentence))
    return found
