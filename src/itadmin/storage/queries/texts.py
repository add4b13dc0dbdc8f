"""The different values of a text field: what has been written there before."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from itadmin.domain.register import Register
from itadmin.storage.queries.conditions import in_use
from itadmin.storage.tables import TABLES


def texts(connection: Connection, register: Register, name: str) -> list[str]:
    """What a text field says in records that are in use, each once, the most used first."""
    main = TABLES[register.name].main
    column = main.c[name]
    found = select(column).where(column.is_not(None), in_use(main)).group_by(column)
    return [str(text) for text in connection.execute(found.order_by(func.count().desc(), column)).scalars()]
