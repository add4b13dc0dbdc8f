"""The register that an import is held against, asked for whole sets of records at a time. Only reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.fields import Held
from itadmin.domain.register import Register
from itadmin.services.gating import Shut, shut_for
from itadmin.storage.engine import RegisterFile
from itadmin.storage.queries.gates import Keepers
from itadmin.storage.queries.recognising import Known, known_records, roles_held
from itadmin.storage.records import RecordReader

__all__ = ["Existing", "Known"]


class Existing:
    """The records of a file as they are on a day."""

    def __init__(self, file: RegisterFile, day: date) -> None:
        self.day = day
        self._file = file

    def known(self, register: Register, fields: Sequence[str]) -> list[Known]:
        """Every record outside the bin, with the plain values of these fields."""
        with self._file.reading() as connection:
            return known_records(connection, register, fields, self._file.info.organisation)

    def plain(self, register: Register, ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
        """The stored values of records."""
        with self._file.reading() as connection:
            return RecordReader(connection, self.day).plain(register, ids)

    def shut(self, register: Register) -> Shut:
        """What records may not become now."""
        with self._file.reading() as connection:
            return shut_for(Keepers(connection, self.day), register.name)

    def roles(self, field: Held, ids: Iterable[UUID]) -> dict[UUID, list[tuple[UUID, dict[str, Any]]]]:
        """The role records behind a held field, by whose role it is."""
        with self._file.reading() as connection:
            return roles_held(connection, field, ids, self.day)
