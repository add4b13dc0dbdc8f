"""The words of a file's value lists, and labels that follow when a word is changed.

Own words come before a neighbour's for the same code.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, bindparam, select, update

from itadmin.domain.fields import Choice
from itadmin.domain.labels import label_from_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS, WORDS
from itadmin.domain.text import swedish_key
from itadmin.domain.words import Words, words_of
from itadmin.storage import search
from itadmin.storage.tables import FILE_INFO, TABLES

_COLUMNS = ("name", "value_list", "code", "hidden", "ordinal", "adopted_on")


def words(connection: Connection) -> Words:
    """The words of the file's value lists."""
    main = TABLES[WORDS.name].main
    owner = select(FILE_INFO.c.organisation).scalar_subquery()
    query = select(*(main.c[name] for name in _COLUMNS)).where(main.c.deleted.is_(False), main.c.placeholder.is_(False))
    return words_of(connection.execute(query.order_by(main.c.owner != owner, main.c.pk)).all())


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
