"""A staging database by itself, whose records are read as those of a register file are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from itadmin.domain.register import Register
from itadmin.storage.connection import in_memory
from itadmin.storage.records import RecordReader


class StagedRecords:
    """What a slice says of its records, for as long as it is open."""

    def __init__(self, database: bytes) -> None:
        self._raw = in_memory(database)
        engine = create_engine("sqlite+pysqlite://", creator=lambda: self._raw, poolclass=StaticPool)
        self._connection = engine.connect()

    def plain(self, register: Register, ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
        """Records in plain form."""
        return RecordReader(self._connection, date.min).plain(register, ids)

    def labels(self, register: str, ids: Iterable[UUID]) -> dict[UUID, str]:
        """What records are called."""
        return RecordReader(self._connection, date.min).labels(register, ids)

    def close(self) -> None:
        """Let go of it."""
        self._connection.close()
        self._raw.close()
