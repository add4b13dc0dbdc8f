"""Drawing a picture of time on any painter: screen, picture file or print. Knows lanes and days, no register."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter

from itadmin.domain.calculations.chart_shapes import Bend, Spot, route
from itadmin.domain.calculations.time_chart import Arrow, Lane, Mark, Slot, TimeChart, worded
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.picture_files import Drawing
from itadmin.ui.timeline.places import Places
from itadmin.ui.timeline.signs import draw_arrow, draw_sign, draw_stretch, draw_swatch
from itadmin.ui.widgets.legend import draw_legend, legend_height
from itadmin.ui.widgets.painting import CENTRE, draw_text, fill_round, line_width, pen

_BEYOND = 7
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
    painter.setPen(pen(tokens.line2))
    painter.drawLine(QLineF(0, places.head - 0.5, places.width, places.head - 0.5))
    with _on_axis(painter, places):
        _draw_slots(painter, places, list(chart.axis.wholes()), metrics.tight, TextStyle.SECOND_STRONG)
        _draw_slots(painter, places, list(chart.axis.parts()), below, TextStyle.AXIS)
        if chart.axis.holds(chart.today):
            _draw_today(painter, places, below + metrics.second_line)


def draw_rows(painter: QPainter, places: Places, rows: Iterable[int]) -> None:
    """Draw some rows with the lines of the axis behind them, and today over them."""
    rows, chart = list(rows), places.chart
    if not rows:
        return
    for place in rows:
        _draw_name(painter, places, place, chart.lane(place))
    with _on_axis(painter, places):
        _draw_grid(painter, places, rows)
        for place in rows:
            for stretch in chart.lane(place).stretches:
                shares = chart.axis.stretch(stretch.starts_on, stretch.ends_on)
                if shares is not None:
                    box = places.bar_rect(place, chart.lane(place), *shares)
                    draw_stretch(painter, places.theme, stretch.fill, box)
        _draw_arrows(painter, places, rows)
        if chart.axis.holds(chart.today):
            x = places.x(chart.axis.at(chart.today))
            painter.setPen(pen(places.theme.tokens.red.ink, 2))
            painter.drawLine(QLineF(x, places.row_rect(rows[0]).top(), x, places.row_rect(rows[-1]).bottom()))
        for place in rows:
            for mark in chart.lane(place).marks:
                _draw_mark(painter, places, place, mark)


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


@contextmanager
def _on_axis(painter: QPainter, places: Places) -> Iterator[None]:
    """Draw what may lie under the names only as far as they leave room for it."""
    if not places.is_larger:
        yield
        return
    painter.save()
    painter.setClipRect(QRectF(places.axis, 0, places.width - places.axis, places.height))
    try:
        yield
    finally:
        painter.restore()


def _draw_today(painter: QPainter, places: Places, top: float) -> None:
    theme, metrics, chart = places.theme, places.metrics, places.chart
    label = QRectF(0, top, 0, metrics.second_line)
    label.setWidth(line_width(theme, _TODAY, TextStyle.SECOND_STRONG) + metrics.gap)
    label.moveLeft(max(places.x(chart.axis.at(chart.today)), places.x(0)) - label.width() / 2)
    fill_round(painter, label, metrics.radius_chip, theme.tokens.red.ink)
    draw_text(painter, theme, label, _TODAY, TextStyle.SECOND_STRONG, theme.tokens.surface, CENTRE)


def _draw_grid(painter: QPainter, places: Places, rows: Collection[int]) -> None:
    tokens, axis = places.theme.tokens, places.chart.axis
    top, bottom = places.row_rect(min(rows)).top(), places.row_rect(max(rows)).bottom()
    for slots, ink in ((axis.parts(), tokens.line), (axis.wholes(), tokens.ctl)):
        painter.setPen(pen(ink))
        for slot in slots:
            x = round(places.x(slot.begin)) + 0.5
            painter.drawLine(QLineF(x, top, x, bottom))


def _draw_arrows(painter: QPainter, places: Places, rows: Collection[int]) -> None:
    """Draw the arrows that begin, end or pass by in some rows."""
    first, last = min(rows), max(rows)
    for arrow in places.chart.arrows:
        if min(arrow.before, arrow.after) <= last and max(arrow.before, arrow.after) >= first:
            _draw_arrow(painter, places, arrow)


def _draw_arrow(painter: QPainter, places: Places, arrow: Arrow) -> None:
    before, after = places.bar_of(arrow.before), places.bar_of(arrow.after)
    if before is None or after is None:
        return
    bend = Bend(places.metrics.px(_BEYOND), after.height() / 2, places.row / 2)
    begin = Spot(before.right(), before.center().y())
    corners = route(begin, Spot(after.left(), after.center().y()), bend)
    draw_arrow(painter, places.theme, arrow.tie, corners)


def _draw_slots(painter: QPainter, places: Places, slots: list[Slot], top: float, style: TextStyle) -> None:
    """Draw the words of stretches beside each other."""
    theme, metrics = places.theme, places.metrics

    def width(words: str) -> float:
        return line_width(theme, words, style) + metrics.tight

    for slot, words in worded(slots, places.x(1) - places.x(0), width):
        room = QRectF(places.x(slot.begin) + metrics.tight, top, width(words), metrics.second_line)
        draw_text(painter, theme, room, words, style, theme.tokens.text2)


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
