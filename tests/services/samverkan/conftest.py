"""Records of several kommuner in one file, as when neighbours' share files have been received."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from itadmin.domain.identifiers import municipality_id
from itadmin.services.reading import Reading
from itadmin.services.samverkan.cells import Cell, Matrix, Row
from itadmin.services.samverkan.matrix import ALL, Asked, matrix_of
from itadmin.services.workspace import Workspace
from itadmin.storage.tables import TABLES

OWN = "1460"
PRODUCT = {"product": "Kvarnen", "starter_key": "kvarn"}


class Neighbourhood:
    """A register of Bengtsfors with what neighbours have shared, as it is added."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def add(self, register: str, code: str = OWN, **values: Any) -> UUID:
        """Add a record of a kommun; ids may stand as they are."""
        record_id = self.workspace.records.add(register, {name: _plain(value) for name, value in values.items()})
        if code != OWN:
            main = TABLES[register].main
            with self.workspace.file.writing() as connection:
                connection.execute(update(main).where(main.c.id == record_id).values(owner=municipality_id(code)))
        return record_id

    def system(self, name: str = "Kvarnen", code: str = OWN, **values: Any) -> UUID:
        """A system in operation that is tied to others of its product."""
        return self.add("systems", code, name=name, **{"lifecycle": "i_drift", **PRODUCT, **values})

    def level(self, system: UUID, of: str, level: int | None, by: str = "", **values: Any) -> UUID:
        """What a kommun says of another's level, of its own unless said."""
        told = None if level is None else str(level)
        about = {"system": system, "municipality": municipality_id(of), "level": told}
        return self.add("cooperation_levels", by or of, **about, **values)

    def agreement(self, system: UUID, code: str = OWN, **values: Any) -> UUID:
        """An agreement in force about a system."""
        about = {"title": "Avtal", "kind": "supportavtal", "status": "gallande", "systems": [system]}
        return self.add("agreements", code, **{**about, **values})

    @property
    def reading(self) -> Reading:
        """A reading on the day of the tests."""
        return self.workspace.reading()

    def matrix(self, asked: Asked = ALL) -> Matrix:
        """The matrix as it is now."""
        return matrix_of(self.reading, asked)

    def row(self, asked: Asked = ALL) -> Row:
        """The only row of the matrix."""
        (row,) = self.matrix(asked).rows
        return row

    def cell(self, code: str) -> Cell:
        """The cell of a kommun in the only row."""
        return self.row().cells[municipality_id(code).bytes]


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, UUID) else value


@pytest.fixture
def region(workspace: Workspace) -> Neighbourhood:
    return Neighbourhood(workspace)


@pytest.fixture
def key_of() -> Callable[[str], bytes]:
    """A kommun as the matrix has it."""
    return lambda code: municipality_id(code).bytes
