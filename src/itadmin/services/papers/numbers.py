"""The number that a handling is known by: the year and a running number within it, "2026-0007". Never used twice."""

from __future__ import annotations

import re

from itadmin.services.reading import Reading
from itadmin.storage.queries.issued_papers import highest_number

_NUMBER = re.compile(r"(?<![\d-])(\d{4}-\d{4,6})(?![\d-])")


def next_number(reading: Reading) -> str:
    """The number of the next handling, of the year of the reading's day; what was undone keeps its own."""
    year = reading.day.year
    with reading.file.reading() as connection:
        return f"{year:04}-{highest_number(connection, year) + 1:04}"


def numbers_in_name(file_name: str) -> tuple[str, ...]:
    """What may be numbers of handlingar in a file's name; a day or anything else of that form may be among them."""
    return tuple(dict.fromkeys(_NUMBER.findall(file_name)))
