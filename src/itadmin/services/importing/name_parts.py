"""Columns that say more of the person that a row names – first name, e-mail – put together with the name.

Where a record is known by a person, a list has the person in several columns, of which only one is a field.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from itadmin.assets import asset
from itadmin.domain.fields import Reference
from itadmin.domain.identity import PEOPLE
from itadmin.domain.register import Register
from itadmin.services.importing.headings import Columns, Headed, normal_heading
from itadmin.services.importing.recognition import key_fields
from itadmin.services.tables.table import Cell, Row, cell_text

_FIRST, _EMAIL = "first", "email"


def person_field(register: Register) -> str:
    """The field that names a person by whom records of a register are known; "" where there is none."""
    fields = ((name, register.fields[name]) for name in key_fields(register))
    return next((name for name, field in fields if isinstance(field, Reference) and field.to == PEOPLE), "")


def name_parts(register: Register, headings: Sequence[str], columns: Columns) -> dict[str, int]:
    """The columns beside the name, by what they say; () where no column is the name, or they are fields themselves."""
    if not person_field(register) or person_field(register) not in columns.values():
        return {}
    found: dict[str, int] = {}
    for column, heading in enumerate(headings):
        part = _words().get(normal_heading(heading))
        if part and column not in columns:
            found.setdefault(part, column)
    return found


def named_whole(register: Register, table: Headed, columns: Columns) -> Headed:
    """The table with each name whole: first name before it, e-mail after it."""
    parts = name_parts(register, table.headings, columns)
    if not parts:
        return table
    place = next(column for column, name in columns.items() if name == person_field(register))
    return replace(table, rows=tuple(_whole(row, place, parts) for row in table.rows))


def _whole(row: Row, place: int, parts: Mapping[str, int]) -> Row:
    first, email = (_text(row, parts, part) for part in (_FIRST, _EMAIL))
    last = row.cell(place)
    if not isinstance(last, str | None) or not (first or email):
        return row
    name = " ".join(part for part in (first, (last or "").strip()) if part)
    told = f"{name} <{email}>" if email and name else name or email
    cells: list[Cell] = list(row.cells) + [None] * (place + 1 - len(row.cells))
    cells[place] = told
    return replace(row, cells=tuple(cells))


def _text(row: Row, parts: Mapping[str, int], part: str) -> str:
    return cell_text(row.cell(parts[part])).strip() if part in parts else ""


@lru_cache(maxsize=1)
def _words() -> Mapping[str, str]:
    parts: Mapping[str, Sequence[str]] = tomllib.loads(
        asset("resources", "import", "name_parts.toml").read_text(encoding="utf-8")
    )
    return {normal_heading(word): part for part, words in parts.items() for word in words}
