"""A register as bytes that another process can open: for work that is divided between processes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from itadmin.services.reading import Reading
from itadmin.storage.engine import open_content


@dataclass(frozen=True, slots=True)
class PackedRegister:
    """The content of a register, the day it is read as on, and the path it is called by in messages."""

    path: Path
    content: bytes
    day: date

    def open(self) -> Reading:
        """A private copy to read; whoever opens it closes it. Raises KnownError."""
        return Reading(open_content(self.path, self.content), self.day)


def packed(reading: Reading) -> PackedRegister:
    """A register as it is read now."""
    return PackedRegister(reading.file.path, reading.file.content(), reading.day)
