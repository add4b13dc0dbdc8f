"""Asking the journal: the history of records, what a step did, and what was done in a period. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.changes import ChangeSet
from itadmin.domain.registers import REGISTERS
from itadmin.storage import changes_made, journal
from itadmin.storage.changes_made import Made, Touched
from itadmin.storage.engine import RegisterFile
from itadmin.storage.journal import Entry, Step
from itadmin.storage.records import plain_by_reference

__all__ = ["Entry", "Journal", "Made", "Step", "Touched"]


class Journal:
    """Reads the journal of one register file."""

    def __init__(self, file: RegisterFile) -> None:
        self._file = file

    def history(self, *ids: UUID) -> list[Entry]:
        """Every change of one or several records, newest first."""
        with self._file.reading() as connection:
            return journal.history(connection, *ids)

    def sizes(self, steps: Iterable[int]) -> dict[int, int]:
        """How many records steps changed, by their number."""
        with self._file.reading() as connection:
            return journal.sizes(connection, steps)

    def changes_of(self, number: int) -> ChangeSet:
        """What a step changed."""
        with self._file.reading() as connection:
            return journal.changes_of(connection, number)

    def touched(self, made: Made) -> list[Touched]:
        """The records that were changed, the one changed last first."""
        with self._file.reading() as connection:
            return changes_made.touched(connection, made)

    def entries_of(self, made: Made, ids: Iterable[UUID]) -> dict[UUID, list[Entry]]:
        """The changes that are meant of some records, by id, oldest first."""
        with self._file.reading() as connection:
            return changes_made.entries_of(connection, made, ids)

    def who_made(self) -> list[str]:
        """Everybody who has made a step."""
        with self._file.reading() as connection:
            return changes_made.who_made(connection)

    def largest_steps(self, made: Made, limit: int) -> list[tuple[Step, int]]:
        """The newest of the steps that changed several records, with how many each did."""
        with self._file.reading() as connection:
            return changes_made.largest_steps(connection, made, limit)

    def binned(self, record_id: UUID) -> Step | None:
        """The step that put a record in the bin last; None when the journal does not tell."""
        with self._file.reading() as connection:
            return changes_made.binned(connection, record_id)

    def latest_day(self, register: str, field: str, until: date) -> date | None:
        """The latest day, up to one, that a field of a register's records holds; None when none does."""
        with self._file.reading() as connection:
            return changes_made.latest_day(connection, register, field, until)

    def tenures_of(self, record_id: UUID) -> dict[str, Mapping[UUID, dict[str, Any]]]:
        """The records that say who holds what of one record, now or before, in plain form, by their register."""
        with self._file.reading() as connection:
            return {
                register.name: plain_by_reference(connection, register, register.tenure.of, record_id)
                for register in REGISTERS.values()
                if register.tenure is not None
            }
