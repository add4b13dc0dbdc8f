"""Drawing the matrix as a picture to save, copy or paste: names, levels, sums and what the signs mean.

A picture has as many rows as can be read on a page; all of a long matrix is for paper and tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.picture_files import Drawing
from itadmin.ui.samverkan.cell_look import looks_in
from itadmin.ui.samverkan.cell_painting import draw_cell, draw_swatch, legend_of
from itadmin.ui.samverkan.matrix_model import COST, JOINT, NAME, SCORED, USERS, MatrixModel
from itadmin.ui.samverkan.score_painting import draw_score
from itadmin.ui.widgets.legend import draw_legend, legend_height
from itadmin.ui.widgets.painting import CENTRE, LEFT, RIGHT, draw_text, pen

_NAMES, _KOMMUN = 270, 76
_SUM_WIDTHS = {JOINT: 60, SCORED: 250, USERS: 90, COST: 120}
_AIR = 3
MOST_ROWS = 40


def rows_from(first: int, number: int) -> range:
    """Which of a number of rows a picture has, when the first that is seen is `first`."""
    start = max(min(first, number - MOST_ROWS), 0)
    return range(start, min(start + MOST_ROWS, number))


def printed(model: MatrixModel, theme: Theme, title: str, sentence: str, first: int = 0) -> Drawing:
    """The matrix as it is shown, in its order, in the light colours; of a long one the rows from `first` on."""
    rows = rows_from(first, len(model.rows))
    if len(rows) < len(model.rows):
        sentence = f"{sentence} Rad {rows[0] + 1}–{rows[-1] + 1} av {len(model.rows)}."
    light = theme.for_print()
    metrics = light.metrics
    widths = _widths(model, light)
    width, row_height = sum(widths), float(metrics.row_compact)
    head = metrics.line + metrics.second_line + metrics.block
    legend = legend_of(looks_in(model.matrix, model.shown), model.shown)
    body = metrics.header + row_height * len(rows)

    def draw(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(0, 0, width, metrics.line)
        draw_text(painter, light, room, title, TextStyle.SIDE_HEADING, light.tokens.text)
        below = QRectF(0, metrics.line, width, metrics.second_line)
        draw_text(painter, light, below, sentence, TextStyle.SECOND, light.tokens.text2)
        painter.translate(0, head)
        _draw_row(painter, light, model, None, widths, QRectF(0, 0, width, metrics.header))
        for number, place in enumerate(rows):
            box = QRectF(0, metrics.header + number * row_height, width, row_height)
            _draw_row(painter, light, model, place, widths, box)
        painter.translate(0, body + metrics.block)
        draw_legend(painter, light, legend, width, draw_swatch)

    height = head + body + metrics.block + legend_height(light, legend, width)
    return Drawing(width, height, title, sentence, draw)


def _widths(model: MatrixModel, theme: Theme) -> list[int]:
    kommuner = (_KOMMUN for _kommun in model.matrix.kommuner)
    return [theme.metrics.px(width) for width in (_NAMES, *kommuner, *_SUM_WIDTHS.values())]


def _draw_row(
    painter: QPainter, theme: Theme, model: MatrixModel, place: int | None, widths: Sequence[int], rect: QRectF
) -> None:
    """Draw a row, or (None) the headings."""
    left = 0.0
    for column, width in enumerate(widths):
        cell = QRectF(left, rect.top(), width, rect.height())
        if place is None:
            _draw_heading(painter, theme, model, column, cell)
        else:
            _draw_cell(painter, theme, model, place, column, cell)
        left += width
    painter.setPen(pen(theme.tokens.line if place is not None else theme.tokens.ctl))
    painter.drawLine(QLineF(rect.left(), rect.bottom() - 0.5, rect.right(), rect.bottom() - 0.5))


def _draw_heading(painter: QPainter, theme: Theme, model: MatrixModel, column: int, cell: QRectF) -> None:
    inside = cell.adjusted(theme.metrics.tight, 0, -theme.metrics.gap, 0)
    is_sum = column - model.first_sum in (USERS, COST)
    align = RIGHT if is_sum else LEFT if column in (NAME, model.first_sum + SCORED) else CENTRE
    draw_text(painter, theme, inside, model.heading(column), TextStyle.CHIP, theme.tokens.text2, align)


def _draw_cell(painter: QPainter, theme: Theme, model: MatrixModel, place: int, column: int, cell: QRectF) -> None:
    row, told = model.rows[place], model.index(place, column)
    inside = cell.adjusted(theme.metrics.tight, 0, -theme.metrics.gap, 0)
    text = str(told.data() or "")
    if column == NAME:
        draw_text(painter, theme, inside, text, TextStyle.NAME, theme.tokens.text)
    elif column - model.first_sum in (USERS, COST):
        draw_text(painter, theme, inside, text, TextStyle.TEXT, theme.tokens.text, RIGHT)
    elif column - model.first_sum == SCORED:
        draw_score(painter, theme, inside, model.score_of(row), text)
    else:
        draw_cell(painter, theme, cell.adjusted(_AIR, _AIR, -_AIR, -_AIR - 1), model.look(row, column))
