"""The table of contents: two columns of numbers, titles and page numbers, each entry a link.

Its height follows from the titles alone; the page numbers are read off when it is drawn, after all pages are known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import HAIR, INK
from itadmin.documents.pdf.flow import Strip
from itadmin.documents.pdf.lines import Line
from itadmin.documents.pdf.navigation import Entry
from itadmin.documents.pdf.style import AFTER_TABLE, CONTENTS, HAIRLINE, HEAVY_RULE, LEFT, MM, TextStyle
from itadmin.documents.pdf.tagged import Element
from itadmin.documents.pdf.typesetter import Typesetter, draw_line

_COLUMNS = 2
_GAP = 9 * MM
_NUMBER_WIDTH = 9 * MM
_LABEL_WIDTH = 18 * MM
_LABEL_GAP = 2 * MM
_PAGE_WIDTH = 9 * MM
_ROW_PADDING = (5.8, 2.6)
_FIRST_BASELINE = (12.4, 10.2)
_SLACK = 0.01
_STRONG = TextStyle("semibold", 10, 12.6)


@dataclass(frozen=True, slots=True)
class _Row:
    """An entry with its title broken into lines and its link in the structure."""

    key: str
    nested: bool
    number: Line
    lines: Sequence[Line]
    number_x: float
    title_x: float
    said: str
    link: Element

    @property
    def height(self) -> float:
        return _ROW_PADDING[self.nested] + CONTENTS.leading * len(self.lines)


@dataclass(frozen=True, slots=True)
class _Column:
    """Rows below each other from `x` on."""

    x: float
    width: float
    rows: Sequence[_Row]

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows)


def contents_strips(
    setter: Typesetter, entries: Sequence[Entry], width: float, tallest: float, parent: Element
) -> list[Strip]:
    """The listed entries in two columns; what is more than `tallest` points of them goes on in a strip of its own."""
    toc = Element("TOC", parent)
    column = (width - _GAP) / _COLUMNS
    listed = [entry for entry in entries if entry.listed]
    title_style = _STRONG if any(entry.level > 1 for entry in listed) else CONTENTS
    rows = [_row(setter, entry, column, toc, CONTENTS if entry.level > 1 else title_style) for entry in listed]
    strips = []
    while rows:
        left, rows = _take(rows, min(tallest, sum(row.height for row in rows) / _COLUMNS))
        right, rows = _take(rows, tallest) if rows else ([], [])
        columns = [_Column(LEFT + i * (column + _GAP), column, shown) for i, shown in enumerate((left, right)) if shown]
        height = max(shown.height for shown in columns) + HEAVY_RULE
        strips.append(Strip(height, partial(_draw_columns, columns=columns, setter=setter), after=AFTER_TABLE))
    return strips


def _take(rows: list[_Row], height: float) -> tuple[list[_Row], list[_Row]]:
    """Rows until `height` is reached, at least one, and the rest. A nested entry stays with the one above it."""
    used, count = 0.0, 0
    while count < len(rows) and (used < height - _SLACK or rows[count].nested):
        used += rows[count].height
        count += 1
    return rows[:count], rows[count:]


def _row(setter: Typesetter, entry: Entry, column: float, toc: Element, style: TextStyle) -> _Row:
    link = Element("Link", Element("Reference", Element("TOCI", toc)))
    nested = entry.level > 1
    number_style = CONTENTS if nested else _STRONG
    number = setter.fitted(entry.number, number_style, _LABEL_WIDTH - _LABEL_GAP)[0]
    number_x = _NUMBER_WIDTH if nested else 0.0
    room = _NUMBER_WIDTH if number.width < _NUMBER_WIDTH - _LABEL_GAP else _LABEL_WIDTH
    title_x = number_x + room
    title = setter.line(entry.title)
    lines = setter.lines(title, style, column - title_x - _PAGE_WIDTH)
    return _Row(entry.key, nested, number, lines, number_x, title_x, title, link)


def _draw_columns(canvas: Canvas, top: float, *, columns: Sequence[_Column], setter: Typesetter) -> None:
    for column in columns:
        canvas.artifact()
        canvas.rule(column.x, top, column.width, HEAVY_RULE, INK)
        y = top
        for index, row in enumerate(column.rows):
            _draw_row(canvas, y, row, column, setter)
            y -= row.height
            canvas.artifact()
            if index + 1 == len(column.rows):
                canvas.rule(column.x, y, column.width, HEAVY_RULE, INK)
            elif not column.rows[index + 1].nested:
                canvas.rule(column.x, y, column.width, HAIRLINE, HAIR)


def _draw_row(canvas: Canvas, top: float, row: _Row, column: _Column, setter: Typesetter) -> None:
    baseline = top - _FIRST_BASELINE[row.nested]
    number_style = CONTENTS if row.nested else _STRONG
    draw_line(canvas, row.number, (column.x + row.number_x, baseline), number_style, setter.palette.accent, row.link)
    canvas.text(column.x + row.number_x + row.number.width, baseline, " ", setter.fonts.sans, CONTENTS.size, INK)
    for line in row.lines:
        draw_line(canvas, line, (column.x + row.title_x, baseline), CONTENTS, INK, row.link)
        baseline -= CONTENTS.leading
    baseline += CONTENTS.leading
    page = f" {canvas.page_of(row.key)}"
    x = column.x + column.width - setter.fonts.sans.width(page, CONTENTS.size)
    canvas.text(x, baseline, page, setter.fonts.sans, CONTENTS.size, INK)
    box = (column.x, top - row.height + 1, column.x + column.width, top - 1)
    canvas.link(row.link, box, row.key, f"{row.said}, sida{page}")
