"""A register as it would be with one record that is still being written, for what is to be seen before it is saved."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from itadmin.domain.record import Record
from itadmin.services.reading import Read, Reading


class DraftedReading(Reading):
    """Reads the same file on the same day; what refers through `field` finds the drafted record as it is written."""

    def __init__(self, reading: Reading, register: str, field: str, draft: Record) -> None:
        super().__init__(reading.file, reading.day)
        self._register = register
        self._through = field
        self._draft = draft

    def referring(self, register: str, field: str, target: UUID, *, everybody: bool = False) -> list[Read]:
        """The records of a register whose `field` refers to `target`, with the drafted one among them."""
        reads = super().referring(register, field, target, everybody=everybody)
        draft = self._draft
        if (register, field) != (self._register, self._through) or getattr(draft, field) != target:
            return reads
        if all(read.record.id != draft.id for read in reads):
            return [*reads, Read(draft, "", {}, {}, placeholder=False)]
        return [replace(read, record=draft) if read.record.id == draft.id else read for read in reads]
