"""Systems of several kommuner in one file, as when neighbours' share files have been received."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]


@pytest.fixture
def supplier(workspace: Workspace, received: Add) -> Add:
    def add(name: str, number: str = "", code: str = "1460") -> UUID:
        values = {"name": name, "organisation_number": number or None}
        record_id = workspace.records.add("organisations", values)
        if code != "1460":
            received("organisations", record_id, code=code)
        return record_id

    return add


@pytest.fixture
def system(workspace: Workspace, received: Add) -> Add:
    """Adds a system of a kommun, Bengtsfors unless said."""

    def add(name: str, code: str = "1460", **values: Any) -> UUID:
        plain = {name: str(value) if isinstance(value, UUID) else value for name, value in values.items()}
        record_id = workspace.records.add("systems", {"name": name, **plain})
        if code != "1460":
            received("systems", record_id, code=code)
        return record_id

    return add


@pytest.fixture
def verdict(workspace: Workspace, received: Add) -> Add:
    """What a kommun, Bengtsfors unless said, has said of two systems."""

    def add(one: UUID, other: UUID, said: str = "samma", code: str = "1460") -> UUID:
        record_id = workspace.records.add("matches", {"verdict": said, "one": str(one), "other": str(other)})
        if code != "1460":
            received("matches", record_id, code=code)
        return record_id

    return add
