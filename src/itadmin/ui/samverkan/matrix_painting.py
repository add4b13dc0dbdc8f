"""Drawing the whole matrix as a picture to save, copy or paste: names, levels, sums and what the signs mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from itadmin.domain.problems import KnownError
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.picture_files import Drawing
from itadmin.ui.samverkan.cell_look import looks_in
from itadmin.ui.samverkan.cell_painting import draw_cell, draw_swatch, legend_of
from itadmin.ui.samverkan.matrix_model import COST, JOINT, NAME, SCORED, USERS, MatrixModel
from itadmin.ui.samverkan.score_painting import draw_score
from itadmin.ui.widgets.legend import draw_legend, legend_height
from itadmin.ui.widgets.painting import CENTRE, LEFT, RIGHT, draw_text, pen

_NAMES, _KOMMUN = 200, 88
_SUM_WIDTHS = {JOINT: 60, USERS: 90, COST: 120, SCORED: 220}
_AIR = 3
_MOST_ROWS = 400
_TOO_LONG = "Matrisen är för lång för en bild, {rows} system. Välj ett område, eller spara den som PDF eller Excel."


def printed(model: MatrixModel, theme: Theme, title: str, sentence: str) -> Drawing:
    """The matrix as it is shown, in its order, in the light colours. Raises KnownError when it is too long for that."""
    if len(model.rows) > _MOST_ROWS:
        raise KnownError(_TOO_LONG.format(rows=len(model.rows)))
    light = theme.for_print()
    metrics = light.metrics
    widths = _widths(model, light)
    width, row_height = sum(widths), float(metrics.row_compact)
    head = metrics.line + metrics.second_line + metrics.block
    legend = legend_of(looks_in(model.matrix, model.shown), model.shown)
    body = metrics.header + row_height * len(model.rows)

    def draw(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(0, 0, width, metrics.line)
        draw_text(painter, light, room, title, TextStyle.SIDE_HEADING, light.tokens.text)
        below = QRectF(0, metrics.line, width, metrics.second_line)
        draw_text(painter, light, below, sentence, TextStyle.SECOND, light.tokens.text2)
        painter.translate(0, head)
        _draw_row(painter, light, model, None, widths, QRectF(0, 0, width, metrics.header))
        for place in range(len(model.rows)):
            _draw_row(
                painter, light, model, place, widths, QRectF(0, metrics.header + place * row_height, width, row_height)
            )
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
