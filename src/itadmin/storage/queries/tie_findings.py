"""Which systems hang together with one that they are said not to be: answers about pairs that cannot all be right.

The same as `domain/calculations/ties` finds, in SQL, since what is wrong with one record is asked of all at once.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Table, text

from itadmin.storage.types import Identifier

_WRONG = text(
    """
WITH RECURSIVE
said AS (
    SELECT min(one, other) AS one, max(one, other) AS other, verdict, row_number() OVER (
        PARTITION BY min(one, other), max(one, other)
        ORDER BY owner = (SELECT organisation FROM file_info) DESC, id DESC
    ) AS place
    FROM matches
    WHERE deleted = 0 AND placeholder = 0 AND one IS NOT NULL AND other IS NOT NULL AND one <> other
),
apart AS MATERIALIZED (SELECT one, other FROM said WHERE place = 1 AND verdict <> 'samma'),
alike AS MATERIALIZED (
    SELECT one, other FROM said WHERE place = 1 AND verdict = 'samma'
    UNION ALL SELECT other, one FROM said WHERE place = 1 AND verdict = 'samma'
),
reached (start, here) AS (
    SELECT one, one FROM apart
    UNION SELECT reached.start, alike.other FROM reached JOIN alike ON alike.one = reached.here
)
SELECT here FROM reached WHERE start IN (
    SELECT apart.one FROM apart JOIN reached ON reached.start = apart.one AND reached.here = apart.other
)
"""
).columns(here=Identifier)
"""All systems of the groups whose answers contradict each other; the newest verdict on a pair counts, our own first."""


def answers_contradict(main: Table, _day: date) -> ColumnElement[bool]:
    """That a system is in a group of systems of which two are said not to be the same."""
    return main.c.id.in_(_WRONG)
