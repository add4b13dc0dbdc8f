"""What keeps gates shut, as far as the file says: own records that stand open, days that are ahead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.register import DayGate, Gate
from itadmin.domain.registers import REGISTERS
from itadmin.storage.queries.attention_records import OWN
from itadmin.storage.records import RecordReader


class Keepers:
    """Tells who keeps gates shut, through one connection."""

    def __init__(self, connection: Connection, day: date) -> None:
        self.day = day
        self._connection = connection
        self._reader = RecordReader(connection, day)

    def of(self, gate: Gate) -> dict[UUID, dict[str, Any]]:
        """The own records outside the bin that refer to something through a gate and stand open, in name order."""
        fields = list(gate.open)
        tests = " AND ".join(f"IFNULL({name}, '') IN ({', '.join('?' * len(gate.open[name]))})" for name in fields)
        codes = tuple(code for name in fields for code in sorted(gate.open[name]))
        query = f"SELECT id FROM {gate.register} WHERE {OWN} AND {gate.through} IS NOT NULL AND {tests}"
        rows = self._connection.exec_driver_sql(f"{query} ORDER BY sort_key, pk", codes)
        return self._reader.plain(REGISTERS[gate.register], [UUID(bytes=row[0]) for row in rows])

    def plain(self, register: str, ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
        """What records say now, in plain form."""
        return self._reader.plain(REGISTERS[register], ids)

    def ahead(self, gate: DayGate) -> dict[str, str]:
        """The days that are ahead of what records refer to through a gate, in plain form, by id; neighbours' too."""
        query = f"SELECT id, {gate.first} FROM {gate.register} WHERE {gate.first} > ? AND deleted = 0"
        rows = self._connection.exec_driver_sql(query, (self.day.isoformat(),))
        return {str(UUID(bytes=key)): day for key, day in rows}
