"""An overview on paper: its tables under their names. For one's own use, and it says so. Names no register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from itadmin.documents.content import Block, Column, DataTable, Heading, Paper, Paragraph
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.prepared import Prepared
from itadmin.domain.money import grouped
from itadmin.domain.problems import KnownError
from itadmin.domain.text import file_name
from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import NUMBERS, Row, Sheet, read_text
from itadmin.services.reading import Reading

MOST_ROWS = 10_000
"""More than some three hundred pages are nothing to read."""

_MOST_UPRIGHT = 80
"""Signs that a table on a standing sheet has room for beside each other."""

_NARROWEST, _DAY, _WIDEST = 7, 10, 34
_SECRECY = "Sammanställningen är ett internt underlag. Pröva sekretessen innan den lämnas ut."


def prepare_overview(reading: Reading, overview: Overview) -> Prepared:
    """The paper of an overview. Raises KnownError when it has more rows than can be read on paper."""
    tables = [(sheet, [_texts(sheet, row) for row in sheet.rows]) for sheet in overview.tables]
    number = sum(len(rows) for _sheet, rows in tables)
    if number > MOST_ROWS:
        raise KnownError(f"{grouped(number)} rader blir för långt för papper. Spara dem för Excel i stället.")
    name = f"{overview.title[:60]}_{reading.day.isoformat()}.pdf"
    return Prepared(_paper(reading, overview, tables), (), file_name(name))


def _paper(reading: Reading, overview: Overview, tables: Sequence[tuple[Sheet, list[tuple[str, ...]]]]) -> Paper:
    widest = max((sum(_weights(sheet, rows)) for sheet, rows in tables), default=0)
    body = (
        Paragraph(overview.told),
        *(block for sheet, rows in tables for block in _table(sheet, rows, headed=len(tables) > 1)),
        Paragraph(_SECRECY, "note"),
    )
    return replace(dated_paper(reading, overview.title, body), landscape=widest > _MOST_UPRIGHT)


def _table(sheet: Sheet, rows: list[tuple[str, ...]], *, headed: bool) -> Iterator[Block]:
    if headed:
        yield Heading(sheet.name, numbered=False)
    yield table_of(sheet, rows)


def table_of(sheet: Sheet, rows: list[tuple[str, ...]] | None = None) -> DataTable:
    """A sheet as a table on paper. `rows` are its rows as people read them, where that is known already."""
    read = [_texts(sheet, row) for row in sheet.rows] if rows is None else rows
    columns = tuple(
        Column(column.title, "right" if column.kind in NUMBERS else "left", weight)
        for column, weight in zip(sheet.columns, _weights(sheet, read), strict=True)
    )
    return DataTable(columns, tuple(read), row_heading="strong")


def _weights(sheet: Sheet, rows: list[tuple[str, ...]]) -> list[float]:
    """How wide each column ought to be, in signs, within reason."""
    columns = list(zip(*rows, strict=True)) or [()] * len(sheet.columns)
    return [
        min(max(_longest(texts), _longest(column.title.split()), _DAY if column.kind == "day" else _NARROWEST), _WIDEST)
        for column, texts in zip(sheet.columns, columns, strict=True)
    ]


def _longest(texts: Sequence[str]) -> int:
    return max(map(len, texts), default=0)


def _texts(sheet: Sheet, row: Row) -> tuple[str, ...]:
    return tuple(read_text(column.kind, cell) for column, cell in zip(sheet.columns, row, strict=True))
