"""What comes back on a review sheet: who has answered that a row still holds, and when.

Works on the table that was read, before it is an import like any other: a row that is answered with yes is reviewed,
by whom and on the day it says; any other row is not, whatever is written in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from itadmin.services.importing.headings import Columns, Headed
from itadmin.services.tables.table import Cell, Moment, Row, cell_text

ANSWER = "Stämmer fortfarande"
"""The heading of the column of answers."""

ON, BY, WHO = "reviewed_on", "reviewed_by", "system_manager"
"""The fields that an answer sets, and the one that says who answers when nobody has written it."""

_YES = frozenset({"ja", "j", "x"})
_NO = frozenset({"nej", "n"})
_NAMED = 5


def is_review(table: Headed) -> bool:
    """Whether a table is a review sheet that has come back: it tells of what there is, and of nothing new."""
    return _place(table) is not None


def answered(table: Headed, columns: Columns, day: date) -> Headed:
    """The table with reviews only where a row is answered with yes; a table without that column is as it was.

    A yes without a day is given on `day`, and one without a name by who answers for the system.
    """
    place = _place(table)
    if place is None:
        return table
    places = {name: at for at, name in columns.items()}
    rows = tuple(_row(row, _answer(row, place), places, day) for row in table.rows)
    return replace(table, rows=rows, remarks=(*table.remarks, *_remarks(table, columns, place)))


def _place(table: Headed) -> int | None:
    """The column of answers."""
    return next((at for at, heading in enumerate(table.headings) if heading.strip() == ANSWER), None)


def _answer(row: Row, place: int) -> str:
    return cell_text(row.cell(place)).strip().casefold()


def _row(row: Row, answer: str, places: Mapping[str, int], day: date) -> Row:
    """The row with what its answer means in the columns of day and name, where they are taken in."""
    is_yes = answer in _YES
    cells = dict(enumerate(row.cells))
    given: dict[str, Cell] = {ON: Moment(day), BY: row.cell(places[WHO]) if WHO in places else None}
    for name, usual in given.items():
        if name in places:
            written = row.cell(places[name])
            cells[places[name]] = (written if cell_text(written).strip() else usual) if is_yes else None
    return replace(row, cells=tuple(cells.get(at) for at in range(max(cells, default=-1) + 1)))


def _remarks(table: Headed, columns: Columns, place: int) -> list[str]:
    answers = [_answer(row, place) for row in table.rows]
    yes, no = (sum(answer in words for answer in answers) for words in (_YES, _NO))
    told = [f"{yes} av {len(answers)} rader är besvarade med Ja."]
    if no:
        first = min(columns, default=0)
        named = [cell_text(row.cell(first)) for row, answer in zip(table.rows, answers, strict=True) if answer in _NO]
        rest = f" och {no - _NAMED} till" if no > _NAMED else ""
        told.append(f"Svarat Nej, följ upp: {', '.join(named[:_NAMED])}{rest}.")
    return told
