"""How much a table may hold. Far above any list of a municipality, far below what would choke the program."""

from __future__ import annotations

from itadmin.domain.problems import KnownError

LARGEST_FILE = 100 * 2**20
"""Bytes of the file as it lies on disk."""

LARGEST_SHEET = 512 * 2**20
"""Bytes of one sheet of an Excel file when it is unpacked, and of all of it together; it is read as a stream."""

LARGEST_PART = 64 * 2**20
"""Bytes of any other part of an Excel file when it is unpacked."""

MOST_ELEMENTS = 10_000_000
"""Elements of all parts of an Excel file; a cell is two or three."""

MOST_PARTS = 5000
MOST_SHEETS = 100
MOST_ROWS = 1_048_576
MOST_COLUMNS = 1000
MOST_CELLS = 2_000_000
LONGEST_TEXT = 400_000
"""Signs of one cell; Excel itself holds 32,767."""

LONGEST_RECORD = 1_000_000
"""Signs of one row of delimited text."""

LONGEST_GAP = 100_000
"""Rows without content after which a sheet is taken to have ended."""


def too_large(name: str) -> KnownError:
    """The refusal of a table that holds too much."""
    return KnownError(f"{name} är för stor att läsa in. Dela upp tabellen i flera filer och försök igen.")
