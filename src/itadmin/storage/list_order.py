"""In which order a list stands, as SQL: names and text in Swedish order, codes as in their value list, nothing last."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.sql.elements import ColumnElement

from itadmin.domain.columns import column_field
from itadmin.domain.fields import Choice, Computed, Field, Held, LongText, Reference, References, Rows, Text
from itadmin.domain.register import Register
from itadmin.domain.words import Words
from itadmin.storage import holders
from itadmin.storage.reads import ListQuery
from itadmin.storage.tables import TABLES


def is_by_name(register: Register, query: ListQuery) -> bool:
    """Whether a list stands in the order of its names."""
    return query.sort in ("", register.title_fields[0])


def order_by(register: Register, query: ListQuery, day: date, words: Words) -> list[ColumnElement[Any]]:
    """The order of a list, codes as in `words`; equals stand in name order. Raises KeyError for a field without one."""
    main = TABLES[register.name].main
    if is_by_name(register, query):
        return [main.c.sort_key.desc(), main.c.pk.desc()] if query.descending else [main.c.sort_key, main.c.pk]
    value = _sort_value(register, query.sort, day, words)
    return [value.is_(None), value.desc() if query.descending else value, main.c.sort_key, main.c.pk]


def can_order(field: Field) -> bool:
    """Whether a stored field has an order."""
    return not isinstance(field, (References, Rows, Computed))


def _sort_value(register: Register, name: str, day: date, words: Words) -> ColumnElement[Any]:
    item, main = column_field(register, name), TABLES[register.name].main
    if not can_order(item):
        raise KeyError(name)
    if isinstance(item, Reference):
        target = TABLES[item.to].main.alias()
        return select(target.c.sort_key).where(target.c.id == main.c[name]).scalar_subquery()
    if isinstance(item, Held):
        return holders.sort_key(item, main, day)
    if isinstance(item, Choice):
        places = {code: place for place, code in enumerate(words.all_of(item.values))}
        return case(places, value=main.c[name], else_=case((main.c[name].is_not(None), len(places))))
    if isinstance(item, (Text, LongText)):
        return func.swedish_key(main.c[name])
    return main.c[name]
