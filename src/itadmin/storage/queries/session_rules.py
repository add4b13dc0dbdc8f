"""What all who ask of utbildningstillfällen agree on: who may tell of a participation, and what must be done before.

Knows no day and no finding.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from itadmin.storage.queries.conditions import in_use, whose_file
from itadmin.storage.queries.training_findings import identity
from itadmin.storage.tables import TABLES


def told(parts: Any, session: Any) -> ColumnElement[bool]:
    """That a participation in use is told by whose the session or the person is, or by oneself: no other's counts."""
    people = TABLES["people"].main.alias("told_of")
    whose = select(people.c.owner).where(people.c.id == parts.c.person).correlate(parts).scalar_subquery()
    return and_(in_use(parts), or_(*(parts.c.owner == owner for owner in (whose_file(), session.c.owner, whose))))


def presupposed() -> Select[Any]:
    """Session, module (by first version), label and sort key of what must be done before.

    What is in the bin, or taught in the session itself, need not be.
    """
    modules, link = TABLES["training_modules"].main, TABLES["training_modules"].links["prerequisites"]
    taught = TABLES["training_sessions"].links["modules"]
    same_day, other = taught.alias("same_day"), modules.alias("other")
    also_taught = (
        select(other.c.pk)
        .join_from(same_day, other, other.c.id == same_day.c.target)
        .where(same_day.c.record == taught.c.record, identity(other) == identity(modules))
        .correlate(taught, modules)
    )
    return (
        select(taught.c.record.label("session"), identity(modules).label("module"), modules.c.label, modules.c.sort_key)
        .join_from(taught, link, link.c.record == taught.c.target)
        .join(modules, modules.c.id == link.c.target)
        .where(in_use(modules), ~also_taught.exists())
    )
