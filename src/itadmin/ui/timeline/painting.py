"""Drawing a picture of time on any painter: screen, picture file or print. Knows lanes and days, no register.

Stretches and marks differ by form; colour only helps.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPolygonF

from itadmin.domain.calculations.time_chart import Fill, Lane, Mark, Shape, Slot, TimeChart
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.picture_files import Drawing
from itadmin.ui.timeline.places import Places
from itadmin.ui.widgets.legend import draw_legend, legend_height
from itadmin.ui.widgets.painting import CENTRE, draw_dots, draw_text, fill_round, line_width, pen, round_path
from itadmin.ui.widgets.term_data import BlockKind
from itadmin.ui.widgets.term_parts import draw_block_ground, draw_notice_ground

_KINDS = {Fill.FIRM: BlockKind.FIRST, Fill.CHOICE: BlockKind.OPTION, Fill.LIKELY: BlockKind.RENEWAL}
_DOTS = 4
_EDGE = 1.6
_HATCH = 5
_PRINT_WIDTH = 1180
_TODAY = "i dag"


def draw_head(painter: QPainter, places: Places) -> None:
    """Draw the years and their parts, and today's label, over the rows."""
    theme, metrics, chart = places.theme, places.metrics, places.chart
    tokens = theme.tokens
    painter.fillRect(QRectF(0, 0, places.width, places.head), QColor(tokens.surface))
    below = metrics.tight + metrics.second_line
    name = QRectF(metrics.cell_left, below, places.names - metrics.cell_left - metrics.gap, metrics.second_line)
    draw_text(painter, theme, name, chart.headings[0], TextStyle.CHIP, tokens.text3)
    day = QRectF(places.names, below, places.axis - places.names, metrics.second_line)
    draw_text(painter, theme, day, chart.day_heading, TextStyle.CHIP, tokens.text3)
    for slots, top, style in (
        (chart.axis.years(), metrics.tight, TextStyle.SECOND_STRONG),
        (chart.axis.parts(), below, TextStyle.AXIS),
    ):
        _draw_slots(painter, places, list(slots), top, style)
    painter.setPen(pen(tokens.line2))
    painter.drawLine(QLineF(0, places.head - 0.5, places.width, places.head - 0.5))
    if chart.axis.holds(chart.today):
        label = QRectF(0, below + metrics.second_line, 0, metrics.second_line)
        label.setWidth(line_width(theme, _TODAY, TextStyle.SECOND_STRONG) + metrics.gap)
        label.moveLeft(max(places.x(chart.axis.at(chart.today)) - label.width() / 2, places.axis - label.width() / 2))
        fill_round(painter, label, metrics.radius_chip, tokens.red.ink)
        draw_text(painter, theme, label, _TODAY, TextStyle.SECOND_STRONG, tokens.surface, CENTRE)


def draw_rows(painter: QPainter, places: Places, rows: Iterable[int]) -> None:
    """Draw some rows with the lines of the axis behind them, and today over them."""
    rows, chart, tokens = list(rows), places.chart, places.theme.tokens
    if not rows:
        return
    whole = places.row_rect(rows[0]).united(places.row_rect(rows[-1]))
    for slots, ink in ((chart.axis.parts(), tokens.line), (chart.axis.years(), tokens.ctl)):
        painter.setPen(pen(ink))
        for slot in slots:
            x = round(places.x(slot.begin)) + 0.5
            painter.drawLine(QLineF(x, whole.top(), x, whole.bottom()))
    for place in rows:
        _draw_name(painter, places, place, chart.lane(place))
        for stretch in chart.lane(place).stretches:
            shares = chart.axis.stretch(stretch.starts_on, stretch.ends_on)
            if shares is not None:
                draw_stretch(painter, places.theme, stretch.fill, places.bar_rect(place, chart.lane(place), *shares))
    if chart.axis.holds(chart.today):
        x = places.x(chart.axis.at(chart.today))
        painter.setPen(pen(tokens.red.ink, 2))
        painter.drawLine(QLineF(x, whole.top(), x, whole.bottom()))
    for place in rows:
        for mark in chart.lane(place).marks:
            _draw_mark(painter, places, place, mark)


def draw_stretch(painter: QPainter, theme: Theme, fill: Fill, box: QRectF) -> None:
    """Draw a stretch by how it is known."""
    radius = theme.metrics.radius_chip - 1
    if fill in _KINDS:
        draw_block_ground(painter, theme, _KINDS[fill], box, radius)
    elif fill is Fill.WINDOW:
        draw_notice_ground(painter, theme, round_path(box.adjusted(0, 1, 0, -1), 1), _HATCH)
    else:
        draw_dots(painter, round_path(box, radius), QColor(theme.tokens.ctl), _DOTS)


def draw_sign(painter: QPainter, theme: Theme, shape: Shape, box: QRectF) -> None:
    """Draw the sign of a day by what it is."""
    tokens = theme.tokens
    inks = {
        Shape.NOTICE: tokens.amber.ink,
        Shape.END: tokens.red.ink,
        Shape.RENEWAL: tokens.blue.ink,
        Shape.CHOICE: tokens.violet.ink,
        Shape.SUPPORT: tokens.text,
    }
    ink, middle = QColor(inks[shape]), box.center()
    is_filled = shape in (Shape.NOTICE, Shape.END, Shape.CHOICE)
    painter.setPen(pen(inks[shape], _EDGE))
    painter.setBrush(ink if is_filled else QColor(tokens.surface))
    inner = box.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    if shape is Shape.NOTICE:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), box.top()),
                    QPointF(box.right(), middle.y()),
                    QPointF(middle.x(), box.bottom()),
                    QPointF(box.left(), middle.y()),
                ]
            )
        )
    elif shape is Shape.CHOICE:
        painter.drawPolygon(QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
    elif shape is Shape.SUPPORT:
        painter.drawEllipse(inner)
    else:
        painter.drawRect(inner)


def draw_swatch(painter: QPainter, theme: Theme, part: Shape | Fill, box: QRectF) -> None:
    """Draw what the legend explains."""
    if isinstance(part, Fill):
        draw_stretch(painter, theme, part, box)
        return
    sign = QRectF(0, 0, box.height(), box.height())
    sign.moveCenter(box.center())
    draw_sign(painter, theme, part, sign)


def printed(chart: TimeChart, theme: Theme) -> Drawing:
    """The picture as it is copied and saved: all of it with its legend, in the light colours."""
    light = theme.for_print()
    places = Places(chart, light, light.metrics.px(_PRINT_WIDTH))
    legend = legend_height(light, chart.legend, places.width)
    gap = light.metrics.block

    def draw(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_rows(painter, places, range(len(chart)))
        draw_head(painter, places)
        painter.translate(0, places.height + gap)
        draw_legend(painter, light, chart.legend, places.width, draw_swatch)

    return Drawing(places.width, places.height + gap + legend, chart.title, chart.sentence, draw)


def _draw_slots(painter: QPainter, places: Places, slots: list[Slot], top: float, style: TextStyle) -> None:
    """Draw the words of stretches beside each other: the short ones for all where one long one has no room."""
    theme, metrics = places.theme, places.metrics

    def room(slot: Slot) -> QRectF:
        left, right = places.x(slot.begin) + metrics.tight, places.x(slot.end)
        return QRectF(left, top, right - left, metrics.second_line)

    is_short = any(slot.short and line_width(theme, slot.words, style) > room(slot).width() for slot in slots)
    for slot in slots:
        words = slot.short if is_short else slot.words
        if line_width(theme, words, style) <= room(slot).width():
            draw_text(painter, theme, room(slot), words, style, theme.tokens.text2)


def _draw_name(painter: QPainter, places: Places, place: int, lane: Lane) -> None:
    theme, metrics = places.theme, places.metrics
    rect = places.row_rect(place)
    if lane.is_heading:
        room = rect.adjusted(metrics.cell_left, 0, 0, 0)
        draw_text(painter, theme, room, lane.name, TextStyle.STRONG, theme.tokens.text)
    else:
        left = metrics.cell_left + lane.level * metrics.section_gap
        room = QRectF(left, rect.top(), places.names - left - metrics.gap, rect.height())
        style = TextStyle.TEXT if lane.level else TextStyle.NAME
        draw_text(painter, theme, room, lane.name, style, theme.tokens.text)
        day = QRectF(places.names, rect.top(), places.axis - places.names, rect.height())
        draw_text(painter, theme, day, lane.day, TextStyle.SECOND_STRONG, theme.tokens.text2)
    painter.setPen(pen(theme.tokens.line))
    painter.drawLine(QLineF(0, rect.bottom() - 0.5, places.width, rect.bottom() - 0.5))


def _draw_mark(painter: QPainter, places: Places, place: int, mark: Mark) -> None:
    sign = places.sign_rect(place, mark)
    if sign is not None:
        draw_sign(painter, places.theme, mark.shape, sign)
