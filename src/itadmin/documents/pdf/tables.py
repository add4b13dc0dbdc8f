"""Tables as strips: one a row, ruled without boxes, the head repeated on every page.

Decides widths, what stays together and which cell is a heading of what. `rows` draws.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from itadmin.documents.content import Align, Cell, CellContent, DataTable, FieldTable, Inline
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import HAIR, INK, MUTED
from itadmin.documents.pdf.columns import column_widths
from itadmin.documents.pdf.flow import Hold, Strip, hold_together, total_height
from itadmin.documents.pdf.lines import notes_in
from itadmin.documents.pdf.prose import Label, labelled, text_strips
from itadmin.documents.pdf.rows import CellText, RowLook, Rule, TableRow, Track, draw_row
from itadmin.documents.pdf.style import (
    AFTER_TABLE,
    BEFORE_TABLE,
    CAPTION,
    CELL,
    CELL_BOTTOM,
    CELL_SIDE,
    CELL_TOP,
    FIELD,
    GRID_EXTRA,
    GRID_RULE,
    HAIRLINE,
    HEAD,
    HEAVY_RULE,
    LEFT,
    MEDIUM_RULE,
    MM,
    NOTE,
    STRONG_CELL,
    TABLE_KEPT_WHOLE_ROWS,
    TABLE_KEPT_WHOLE_SHARE,
    Area,
    Sheet,
    TextStyle,
)
from itadmin.documents.pdf.tagged import Element, heading_cell
from itadmin.documents.pdf.text import NBSP
from itadmin.documents.pdf.typesetter import Typesetter

NOTHING = "–"
_HEAVY = Rule(HEAVY_RULE, INK)
_MEDIUM = Rule(MEDIUM_RULE, INK)
_HAIR = Rule(HAIRLINE, HAIR)
_TALLEST_ROW_SHARE = 0.5
_TALLEST_REPEATED_SHARE = 0.3
_ROWS_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class TableFrame:
    """Where a table is made: on what sheet, from which edge, and under which element."""

    setter: Typesetter
    sheet: Sheet
    area: Area
    parent: Element


def field_table(frame: TableFrame, block: FieldTable, number: str) -> list[Strip]:
    """Labels and values without a head; nothing when there are none."""
    if not block.fields:
        return []
    area, setter = frame.area, frame.setter
    table = Element("Table", frame.parent)
    caption = _caption(frame, block.caption, number, area.table_x, table)
    widths = [block.label_width * MM, area.table_width - block.label_width * MM]
    look = RowLook(_tracks(area.table_x, widths, ("left", "left")), FIELD.leading, CELL_TOP, CELL_BOTTOM)
    rows = []
    for entry in block.fields:
        line = Element("TR", table)
        cells = (
            _cell(setter, look.tracks[0], entry.label, FIELD, heading_cell(line, "Row"), muted=True),
            _cell(setter, look.tracks[1], entry.value, FIELD, Element("TD", line)),
        )
        rows.append(TableRow(look, cells, below=_HAIR))
    return _assemble(frame, caption, None, rows, [])


def data_table(frame: TableFrame, block: DataTable, number: str) -> list[Strip]:
    """Rows under a head."""
    return _DataTable(frame, block, number).strips()


class _DataTable:
    """The making of one data table."""

    def __init__(self, frame: TableFrame, block: DataTable, number: str) -> None:
        self._frame = frame
        self._setter = frame.setter
        self._block = block
        self._number = number
        self._rows: Sequence[tuple[CellContent, ...]] = block.rows or [(NOTHING,) * len(block.columns)]
        least = [self._least_width(index) for index in range(len(block.columns))]
        self._x, width = frame.area.table_x, frame.area.table_width
        if block.wide or sum(least) > width:
            self._x, width = LEFT, frame.area.full_width
        widths = column_widths([column.weight for column in block.columns], least, width)
        tracks = _tracks(self._x, widths, [column.align for column in block.columns])
        extra = GRID_EXTRA if block.grid else max(block.row_height * MM - CELL.leading - CELL_TOP - CELL_BOTTOM, 0) / 2
        gap = GRID_RULE if block.grid else 0
        self._look = RowLook(tracks, CELL.leading, CELL_TOP + extra, CELL_BOTTOM + extra, gap)
        self._head_look = RowLook(tracks, HEAD.leading, CELL_TOP, CELL_BOTTOM, bottom_aligned=True)

    def strips(self) -> list[Strip]:
        """The caption, the head, the rows and the note."""
        block, frame = self._block, self._frame
        table = Element("Table", frame.parent)
        caption = _caption(frame, block.caption, self._number, self._x, table)
        head = self._head(table)
        last = len(self._rows) - 1
        rows = [self._row(index, row, table, last) for index, row in enumerate(self._rows)]
        note: list[Strip] = []
        if block.note:
            lines = self._setter.lines(block.note, NOTE, frame.area.text_width)
            note = text_strips(lines, NOTE, self._x, Element("P", frame.parent), MUTED)
        return _assemble(frame, caption, head, rows, note)

    def _head(self, table: Element) -> TableRow:
        line = Element("TR", table)
        cells = tuple(
            _cell(self._setter, self._head_look.tracks[index], column.title, HEAD, heading_cell(line, "Column"))
            for index, column in enumerate(self._block.columns)
        )
        return TableRow(self._head_look, cells, above=_HEAVY, below=_MEDIUM)

    def _row(self, index: int, row: Sequence[CellContent], table: Element, last: int) -> TableRow:
        block = self._block
        line = Element("TR", table)
        cells = []
        for position, content in enumerate(row):
            element = Element("TD", line) if position else heading_cell(line, "Row")
            strong = block.sum_row and index == last
            if position == 0:
                strong = strong or block.row_heading == "strong"
            muted = position == 0 and block.row_heading == "label"
            cells.append(self._body_cell(position, content, element, strong=strong, muted=muted))
        before_sum = block.sum_row and index == last - 1
        below = _MEDIUM if before_sum else None if block.grid else _HAIR
        return TableRow(self._look, tuple(cells), below=below)

    def _body_cell(
        self, position: int, content: CellContent, element: Element, *, strong: bool, muted: bool
    ) -> CellText:
        cell = content if isinstance(content, Cell) else Cell(content)
        style = STRONG_CELL if strong or cell.strong else CELL
        if self._block.columns[position].to_write and not cell.text:
            return CellText((), style, INK, element, self._setter.palette.fill(cell.level))
        text = _cell(self._setter, self._look.tracks[position], cell.text, style, element, muted=muted)
        fill = self._setter.palette.fill(cell.level)
        return CellText(text.lines, text.style, text.colour, element, fill)

    def _least_width(self, index: int) -> float:
        """What the column needs for its longest word, with padding."""
        head = self._setter.longest_word(self._block.columns[index].title, HEAD)
        texts = {_text_of(row[index]) for row in self._rows}
        cells = (self._setter.longest_word(text, CELL) for text in texts)
        return max(head, *cells) + 2 * CELL_SIDE


def _text_of(content: CellContent) -> Inline:
    return content.text if isinstance(content, Cell) else content


def _tracks(x: float, widths: Sequence[float], aligns: Sequence[Align]) -> tuple[Track, ...]:
    """The columns from `x` on; text lines up with the ends of the rules at the outer edges."""
    tracks = []
    last = len(widths) - 1
    for index, (width, align) in enumerate(zip(widths, aligns, strict=True)):
        left = CELL_SIDE if index else 0.0
        right = CELL_SIDE if index < last else 0.0
        tracks.append(Track(x, width, left, right, align))
        x += width
    return tuple(tracks)


def _cell(
    setter: Typesetter, track: Track, text: Inline, style: TextStyle, element: Element, *, muted: bool = False
) -> CellText:
    shown = text if text and (not isinstance(text, str) or text.strip()) else NOTHING
    return CellText(setter.noted_lines(shown, style, track.text_width), style, MUTED if muted else INK, element)


def _caption(frame: TableFrame, caption: str, number: str, x: float, table: Element) -> list[Strip]:
    if not caption:
        return []
    strips = caption_strips(frame, f"Tabell{NBSP}{number}", caption, x, Element("Caption", table))
    hold_together(strips, Hold.STRONG)
    return strips


def caption_strips(frame: TableFrame, label: str, caption: str, x: float, element: Element) -> list[Strip]:
    """A table's or figure's label ("Tabell 4") in the accent and its title after it."""
    setter = frame.setter
    label += NBSP
    indent = setter.fonts.semibold.width(label, CAPTION.size) + CAPTION.size / 4
    lines = setter.lines(setter.line(caption), CAPTION, frame.area.text_width - indent)
    strips = text_strips(lines, CAPTION, x + indent, element)
    return labelled(strips, Label(label, x, setter.fonts.semibold, setter.palette.accent, element), CAPTION)


def _assemble(
    frame: TableFrame, caption: list[Strip], head: TableRow | None, rows: list[TableRow], note: list[Strip]
) -> list[Strip]:
    """All strips of a table, with what it costs to part them."""
    most_lines = int(frame.sheet.frame_height * _TALLEST_ROW_SHARE / CELL.leading)
    rows[-1] = replace(rows[-1], below=_HEAVY)
    if head is None:
        rows[0] = replace(rows[0], above=_HEAVY)
    repeated = _repeated(frame, head, rows[0])
    heads = head.parts(most_lines) if head is not None else []
    top = [Strip(part.height, partial(draw_row, row=part), hold=Hold.STRONG) for part in heads]
    body = [
        Strip(part.height, partial(draw_row, row=part), reprise=repeated, notes=notes_in(part.lines))
        for row in rows
        for part in row.parts(most_lines)
    ]
    table = [*top, *body]
    table[0].before = BEFORE_TABLE
    table[-1].after = AFTER_TABLE
    hold_together(body[:-1][: _ROWS_TOGETHER - 1], Hold.STRONG)
    hold_together(body[-_ROWS_TOGETHER:-1], Hold.STRONG)
    strips = [*caption, *table, *note]
    tallest = frame.sheet.frame_height * TABLE_KEPT_WHOLE_SHARE
    if len(rows) <= TABLE_KEPT_WHOLE_ROWS and total_height(strips) <= tallest:
        hold_together(strips[:-1], Hold.AVOID)
    if note:
        table[-1].after = 0
        hold_together(table[-1:], Hold.STRONG)
    return strips


def _repeated(frame: TableFrame, head: TableRow | None, first: TableRow) -> Strip | None:
    """What every new page of a table begins with: its head, or the rule above a table without one."""
    if head is None:
        return Strip(0, partial(_draw_top_rule, tracks=first.look.tracks))
    if head.height > frame.sheet.frame_height * _TALLEST_REPEATED_SHARE:
        return None
    return Strip(head.height, partial(draw_row, row=head, repeated=True))


def _draw_top_rule(canvas: Canvas, top: float, *, tracks: tuple[Track, ...]) -> None:
    """What a table without a head begins with on a new page."""
    left, last = tracks[0].x, tracks[-1]
    canvas.artifact()
    canvas.rule(left, top, last.x + last.width - left, HEAVY_RULE, INK)
