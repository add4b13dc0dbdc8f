"""Who has what on a day as a table to print or save, by system or by who has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from itadmin.domain.text import swedish_key
from itadmin.services.access import Grant
from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import Column, Row, Sheet

TITLE = "Vem har vad"

_SYSTEM, _RIGHT, _HOLDER = Column("System"), Column("Behörighet"), Column("Har behörigheten")
_REST = (
    Column("Organisation"),
    Column("Från och med", "day"),
    Column("Till och med", "day"),
    Column("Beslutad", "day"),
    Column("Senast granskad", "day"),
)


def by_holder(grants: Sequence[Grant]) -> list[Grant]:
    """Rights by who has them, and each one's by system and right, in Swedish order."""
    return sorted(grants, key=lambda grant: tuple(map(swedish_key, (grant.holder, grant.system, grant.access_right))))


def columns(*, holder_first: bool) -> tuple[Column, ...]:
    """The columns of the table, from who has it or from the system."""
    return (*((_HOLDER, _SYSTEM, _RIGHT) if holder_first else (_SYSTEM, _RIGHT, _HOLDER)), *_REST)


def row(grant: Grant, *, holder_first: bool) -> Row:
    """A right as a row of those columns."""
    system, right, holder = grant.system, grant.access_right, grant.holder
    first = (holder, system, right) if holder_first else (system, right, holder)
    return (*first, grant.organisation, grant.starts_on, grant.ends_on, grant.decided_on, grant.reviewed_on)


def access_overview(grants: Sequence[Grant], day: date, *, holder_first: bool) -> Overview:
    """The overview of rights, in the order they are given, as they are on a day."""
    rows = tuple(row(grant, holder_first=holder_first) for grant in grants)
    counted = "1 behörighet" if len(rows) == 1 else f"{len(rows)} behörigheter"
    told = f"Beslutade behörigheter som gäller {day}: {counted}."
    return Overview(TITLE, told, (Sheet("Behörigheter", columns(holder_first=holder_first), rows),))
