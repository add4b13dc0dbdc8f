"""The numbers that handlingar have had: of those that are here and of those that were taken back. Plain SQL."""

from __future__ import annotations

from sqlalchemy import Connection

_HIGHEST = """
SELECT max(CAST(substr(number, 6) AS INTEGER)) FROM (
    SELECT number FROM papers
    UNION ALL
    SELECT json_extract(after, '$.number') FROM journal WHERE register = 'papers' AND after IS NOT NULL
) WHERE number GLOB ? AND length(number) <= 11
"""
"""The journal only grows, so what has been undone, or was called something else, is found there for ever."""


def highest_number(connection: Connection, year: int) -> int:
    """The highest running number that any handling of a year has or has had; 0 when there is none."""
    pattern = f"{year:04}-[0-9][0-9][0-9][0-9]*"
    return connection.exec_driver_sql(_HIGHEST, (pattern,)).scalar_one() or 0
