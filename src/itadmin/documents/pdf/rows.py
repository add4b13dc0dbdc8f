"""One row of a table: its height, its rules and fills, and how it is drawn.

Fills and rules are decoration; each cell's text belongs to the cell's element. Knows nothing of where rows come from.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from itadmin.documents.content import Align
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import Colour, Fill
from itadmin.documents.pdf.lines import Line
from itadmin.documents.pdf.style import TextStyle
from itadmin.documents.pdf.tagged import Element
from itadmin.documents.pdf.typesetter import draw_line


@dataclass(frozen=True, slots=True)
class Track:
    """A column on the sheet: its left edge and width, and where text begins and ends within it."""

    x: float
    width: float
    left: float
    right: float
    align: Align = "left"

    @property
    def text_width(self) -> float:
        """The width text may take."""
        return self.width - self.left - self.right

    def text_x(self, line_width: float) -> float:
        """Where a line of that width begins."""
        if self.align == "center":
            return self.x + (self.width - line_width) / 2
        if self.align == "right":
            return self.x + self.width - self.right - line_width
        return self.x + self.left


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across the table."""

    thickness: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell's lines, how they look and whose text they are; `fill` covers the cell."""

    lines: Sequence[Line]
    style: TextStyle
    colour: Colour
    element: Element
    fill: Fill | None = None


@dataclass(frozen=True, slots=True)
class RowLook:
    """What rows of a kind have in common: leading, padding, and the white gap round fills of a matrix."""

    tracks: tuple[Track, ...]
    leading: float
    top: float
    bottom: float
    gap: float = 0
    bottom_aligned: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row ready to be drawn."""

    look: RowLook
    cells: tuple[CellText, ...]
    above: Rule | None = None
    below: Rule | None = None

    @property
    def lines(self) -> Iterator[Line]:
        """The lines of all cells, cell by cell."""
        return (line for cell in self.cells for line in cell.lines)

    @property
    def line_count(self) -> int:
        """Lines of the row's fullest cell."""
        return max(len(cell.lines) for cell in self.cells)

    @property
    def height(self) -> float:
        """The row's height with its padding."""
        return self.look.top + self.line_count * self.look.leading + self.look.bottom

    def parts(self, most_lines: int) -> list["TableRow"]:
        """The row itself, or parts of it with at most so many lines each."""
        count = self.line_count
        if count <= most_lines:
            return [self]
        parts = [self._part(first, first + most_lines) for first in range(0, count, most_lines)]
        inner = [replace(part, above=None, below=None) for part in parts]
        inner[0] = replace(inner[0], above=self.above)
        inner[-1] = replace(inner[-1], below=self.below)
        return inner

    def _part(self, first: int, last: int) -> "TableRow":
        return replace(self, cells=tuple(replace(cell, lines=cell.lines[first:last]) for cell in self.cells))


def draw_row(canvas: Canvas, top: float, *, row: TableRow, repeated: bool = False) -> None:
    """Draws a row whose top is at `top`; a `repeated` one is decoration throughout."""
    look, height = row.look, row.height
    canvas.artifact()
    for cell, track in zip(row.cells, look.tracks, strict=True):
        if cell.fill is not None:
            inset = look.gap / 2
            box = (track.x + inset, top - height + inset, track.width - look.gap, height - look.gap)
            canvas.box(box, cell.fill.colour)
    left = look.tracks[0].x
    width = look.tracks[-1].x + look.tracks[-1].width - left
    if row.above is not None:
        canvas.rule(left, top, width, row.above.thickness, row.above.colour)
    if row.below is not None:
        canvas.rule(left, top - height, width, row.below.thickness, row.below.colour)
    for cell, track in zip(row.cells, look.tracks, strict=True):
        _draw_cell(canvas, top, cell, track, row, None if repeated else cell.element)


def _draw_cell(
    canvas: Canvas, top: float, cell: CellText, track: Track, row: TableRow, element: Element | None
) -> None:
    look = row.look
    baseline = top - look.top - cell.style.size
    if look.bottom_aligned:
        baseline -= (row.line_count - len(cell.lines)) * look.leading
    colour = cell.colour if cell.fill is None else cell.fill.ink
    for line in cell.lines:
        draw_line(canvas, line, (track.text_x(line.width), baseline), cell.style, colour, element)
        baseline -= look.leading
