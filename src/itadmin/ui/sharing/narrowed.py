"""Rows of what changes, record by record, as they are narrowed: to one field, to words, and what is only lost in one.

Plain rows in and out, no widgets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import fold
from itadmin.ui.sharing.counting import records
from itadmin.ui.sharing.grouped_rows import GroupedRow

Field = tuple[str, str]
"""A register and a field of it."""

EMPTY = "tomt"
"""What stands where there is no value."""
_LOST, _PARTLY = "Delas inte längre", "delvis tomt"
_Block = tuple[GroupedRow, Sequence[GroupedRow]]


def heading(label: str, register: str, number: int) -> GroupedRow:
    """The heading of a record of which so many fields change."""
    about = f"{REGISTERS[register].singular} · {'1 ändring' if number == 1 else f'{number} ändringar'}"
    return GroupedRow((label, about, ""), heading=True, key=(register, ""))


def fields_of(rows: Sequence[GroupedRow]) -> dict[Field, str]:
    """The fields that change, as they are chosen among: "System: Kostnad (175)"."""
    numbers = Counter(row.key for row in rows if row.key and not row.heading)
    labels = {row.key: _called(row.key, row.cells[0]) for row in rows if row.key and not row.heading}
    return {key: f"{label} ({numbers[key]})" for key, label in labels.items()}


def narrowed(rows: Sequence[GroupedRow], field: Field | None, words: str) -> list[GroupedRow]:
    """The rows of one field, or all; those where words, folded, are found in the record's name, the field or a value.

    Without a field, what is shared no longer is told once for each field, with how many records lose it.
    """
    found: list[GroupedRow] = []
    for first, below in _blocks(rows):
        shown = [row for row in below if row.key == field or (field is None and not row.lost)]
        is_meant = words in fold(first.cells[0])
        if not is_meant:
            shown = [row for row in shown if any(words in fold(cell) for cell in row.cells)]
        if shown or (is_meant and field is None and not below):
            found += [_counted(first, len(shown)), *shown]
    lost = [] if field else list(_lost(rows, words))
    more = [row for row in rows if row.key is None]
    return [*found, *lost, *more]


def _blocks(rows: Sequence[GroupedRow]) -> Iterator[_Block]:
    """Each record's heading with what stands under it."""
    begins = [place for place, row in enumerate(rows) if row.heading and row.key]
    for begin, end in pairwise([*begins, len(rows)]):
        yield rows[begin], [row for row in rows[begin + 1 : end] if row.key]


def _counted(first: GroupedRow, number: int) -> GroupedRow:
    register = first.key[0] if first.key else ""
    return replace(first, cells=heading(first.cells[0], register, number).cells)


def _lost(rows: Sequence[GroupedRow], words: str) -> Iterator[GroupedRow]:
    lost = [row for row in rows if row.lost and row.key]
    told = {row.key: _called(row.key, row.cells[0]) for row in lost if row.key}
    shown = [key for key, name in told.items() if words in fold(name)]
    if shown:
        yield GroupedRow((_LOST, "", ""), heading=True)
    for key in shown:
        become = [row.cells[2] for row in lost if row.key == key]
        after = EMPTY if set(become) == {EMPTY} else _PARTLY
        yield GroupedRow((told[key], records(len(become)), after), quiet=frozenset({1, 2}))


def _called(field: Field, label: str) -> str:
    return f"{REGISTERS[field[0]].singular.capitalize()}: {label}"
