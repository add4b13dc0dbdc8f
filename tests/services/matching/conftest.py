"""Systems of several kommuner in one file, as when neighbours' share files have been received."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace
from itadmin.storage.tables import TABLES

Add = Callable[..., UUID]


@pytest.fixture
def given_away(workspace: Workspace) -> Callable[[str, UUID, str], None]:
    """Lets a record be another kommun's, as if it had been received."""

    def give(register: str, record_id: UUID, code: str) -> None:
        main = TABLES[register].main
        with workspace.file.writing() as connection:
            connection.execute(update(main).where(main.c.id == record_id).values(owner=municipality_id(code)))

    return give


@pytest.fixture
def supplier(workspace: Workspace, given_away: Callable[[str, UUID, str], None]) -> Add:
    def add(name: str, number: str = "", code: str = "1460") -> UUID:
        values = {"name": name, "organisation_number": number or None}
        record_id = workspace.records.add("organisations", values)
        if code != "1460":
            given_away("organisations", record_id, code)
        return record_id

    return add


@pytest.fixture
def system(workspace: Workspace, given_away: Callable[[str, UUID, str], None]) -> Add:
    """Adds a system of a kommun, Bengtsfors unless said."""

    def add(name: str, code: str = "1460", **values: Any) -> UUID:
        plain = {name: str(value) if isinstance(value, UUID) else value for name, value in values.items()}
        record_id = workspace.records.add("systems", {"name": name, **plain})
        if code != "1460":
            given_away("systems", record_id, code)
        return record_id

    return add


@pytest.fixture
def verdict(workspace: Workspace, given_away: Callable[[str, UUID, str], None]) -> Add:
    """What a kommun, Bengtsfors unless said, has said of two systems."""

    def add(one: UUID, other: UUID, said: str = "samma", code: str = "1460") -> UUID:
        record_id = workspace.records.add("matches", {"verdict": said, "one": str(one), "other": str(other)})
        if code != "1460":
            given_away("matches", record_id, code)
        return record_id

    return add
