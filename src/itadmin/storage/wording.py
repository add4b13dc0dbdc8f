"""The words of a file's value lists, and labels that follow when a word is changed."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, bindparam, select, update

from itadmin.domain.fields import Choice
from itadmin.domain.labels import label_from_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import swedish_key
from itadmin.domain.words import Words
from itadmin.storage import search
from itadmin.storage.own_words import read_words
from itadmin.storage.tables import TABLES


def words(connection: Connection) -> Words:
    """The words of the file's value lists."""
    return read_words(connection.exec_driver_sql)


def relabel(connection: Connection) -> None:
    """Name anew the records that are called by a word of a value list, where it is another now."""
    now = words(connection)
    for register in REGISTERS.values():
        if any(isinstance(register.fields[name], Choice) for name in register.title_fields):
            _relabel(connection, register, now)


def _relabel(connection: Connection, register: Register, now: Words) -> None:
    main = TABLES[register.name].main
    titles = [main.c[name] for name in register.title_fields]
    rows = connection.execute(select(main.c.id, main.c.label, *titles).where(main.c.placeholder.is_(False))).all()
    renamed = []
    for row in rows:
        label = label_from_plain(register, {name: getattr(row, name) for name in register.title_fields}, now)
        if label != row.label:
            renamed.append({"renamed": row.id, "new_label": label, "new_key": swedish_key(label)})
    if renamed:
        statement = update(main).where(main.c.id == bindparam("renamed"))
        connection.execute(statement.values(label=bindparam("new_label"), sort_key=bindparam("new_key")), renamed)
        search.refresh(connection, register, {UUID(str(item["renamed"])) for item in renamed})
