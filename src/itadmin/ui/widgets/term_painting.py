"""Drawing the large term bar with its labels and legend, on any painter: screen, picture or print."""

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.widgets.painting import CENTRE, draw_text, fill_round, line_width, pen, round_path
from itadmin.ui.widgets.term_data import BlockKind, TermBarData, TermFlag
from itadmin.ui.widgets.term_layout import BlockPlace, LabelKind, LabelPlace, Measure, TermLayout, lay_out, today_words
from itadmin.ui.widgets.term_parts import FIRST_LEVEL, draw_block_ground, draw_legend, draw_notice_ground

_STYLES = {LabelKind.TITLE: TextStyle.STRONG, LabelKind.NOTE: TextStyle.SECOND, LabelKind.AXIS: TextStyle.AXIS}
_NOTCH = 8


def measure_with(theme: Theme) -> Measure:
    """Give a measure of texts in the fonts that the bar is drawn with."""

    def measure(kind: LabelKind, text: str) -> float:
        return theme.fonts.width(_STYLES[kind], text)

    return measure


def bar_height(theme: Theme) -> int:
    """Give the height of the blocks of a large bar."""
    return theme.metrics.line + theme.metrics.second_line + 13


def bar_top(theme: Theme, data: TermBarData) -> int:
    """Give how far below the drawing's top the blocks begin: a flag if there is one, today's label and air."""
    return _flag_room(theme, data) + _today_height(theme) + theme.metrics.gap


def drawing_height(theme: Theme, data: TermBarData) -> int:
    """Give the height of a large bar with its flag, its years and air for its legend, the legend not included."""
    return bar_top(theme, data) + bar_height(theme) + theme.metrics.second_line + theme.metrics.margin


def lay_out_for(theme: Theme, data: TermBarData, width: float) -> TermLayout:
    """Give where everything lies in a large bar of this width."""
    return lay_out(data, width, measure_with(theme))


def draw_term_bar(painter: QPainter, rect: QRectF, data: TermBarData, theme: Theme) -> None:
    """Draw the large bar with its legend into `rect`."""
    layout = lay_out_for(theme, data, rect.width())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    top, height = bar_top(theme, data), bar_height(theme)
    _draw_years(painter, theme, layout, top, height)
    for place in layout.blocks:
        _draw_block(painter, theme, place, QRectF(place.left, top, place.right - place.left, height))
    if layout.notice is not None:
        _draw_notice(painter, theme, layout, QRectF(0, top, rect.width(), height))
    for place in layout.blocks:
        _draw_block_words(painter, theme, place, top)
    if layout.flag is not None and data.flag is not None:
        _draw_flag(painter, theme, layout.flag, data.flag, top + height)
    if layout.today is not None:
        _draw_today(painter, theme, layout.today, data, top + height)
    painter.translate(0, drawing_height(theme, data))
    draw_legend(painter, theme, data, rect.width())
    painter.restore()


def block_rects(theme: Theme, data: TermBarData, width: float) -> list[QRectF]:
    """Give the rectangles of the blocks of a large bar of this width, for the pointer and the keyboard."""
    top, height = bar_top(theme, data), bar_height(theme)
    layout = lay_out_for(theme, data, width)
    return [QRectF(place.left, top, place.right - place.left, height) for place in layout.blocks]


def _flag_height(theme: Theme) -> int:
    return theme.metrics.line + 10


def _flag_room(theme: Theme, data: TermBarData) -> int:
    return 0 if data.flag is None else _flag_height(theme) + theme.metrics.tight


def _today_height(theme: Theme) -> int:
    return theme.metrics.second_line + 5


def _draw_years(painter: QPainter, theme: Theme, layout: TermLayout, top: float, height: float) -> None:
    for year in layout.years:
        painter.setPen(pen(theme.tokens.line))
        x = round(year.x) + 0.5
        painter.drawLine(QLineF(x, top - theme.metrics.gap, x, top + height + theme.metrics.block))
        if year.label:
            room = QRectF(
                year.x + 4, top + height + 6, line_width(theme, year.label, TextStyle.AXIS), theme.metrics.line
            )
            draw_text(painter, theme, room, year.label, TextStyle.AXIS, theme.tokens.text3)


def _draw_block(painter: QPainter, theme: Theme, place: BlockPlace, box: QRectF) -> None:
    if not place.block.open_ended:
        draw_block_ground(painter, theme, place.block.kind, box, theme.metrics.radius_button)
        return
    painter.save()
    painter.setClipRect(box)
    draw_block_ground(
        painter, theme, place.block.kind, box.adjusted(0, 0, theme.metrics.margin, 0), theme.metrics.radius_button
    )
    painter.restore()


def _draw_notice(painter: QPainter, theme: Theme, layout: TermLayout, bar: QRectF) -> None:
    if layout.notice is None:
        return
    begins, ends = layout.notice
    inside = QPainterPath()
    for place in layout.blocks:
        box = QRectF(place.left, bar.top(), place.right - place.left, bar.height())
        inside = inside.united(round_path(box, theme.metrics.radius_button))
    window = QPainterPath()
    window.addRect(QRectF(begins, bar.top(), max(ends - begins, 1.0), bar.height()))
    area = window.intersected(inside) if layout.blocks else window
    draw_notice_ground(painter, theme, area, 6)


def _draw_block_words(painter: QPainter, theme: Theme, place: BlockPlace, top: float) -> None:
    tokens = theme.tokens
    inks = {BlockKind.FIRST: tokens.levels[FIRST_LEVEL].ink, BlockKind.OPTION: tokens.text}
    ink = inks.get(place.block.kind, tokens.text2)
    upper, lower = theme.metrics.line + 2, theme.metrics.second_line + 1
    used = upper + (lower if place.note else 0)
    top += (bar_height(theme) - used) / 2
    first = QRectF(place.text_left, top, place.text_width, upper)
    draw_text(painter, theme, first, place.label, TextStyle.STRONG, ink)
    second = QRectF(place.text_left, top + upper, place.text_width, lower)
    draw_text(painter, theme, second, place.note, TextStyle.SECOND, ink)


def _draw_flag(painter: QPainter, theme: Theme, place: LabelPlace, flag: TermFlag, bottom: float) -> None:
    """Draw the pole and a cloth with a notch at its free end."""
    amber = theme.tokens.amber
    height = _flag_height(theme)
    free, fast = (place.left, place.right) if place.swapped else (place.right, place.left)
    notch = _NOTCH if place.swapped else -_NOTCH
    cloth = QPainterPath(QPointF(fast, 0))
    for point in ((free, 0.0), (free + notch, height / 2), (free, float(height)), (fast, float(height))):
        cloth.lineTo(QPointF(*point))
    cloth.closeSubpath()
    painter.setPen(pen(amber.ink, 1.6))
    painter.drawLine(QLineF(place.x, 0, place.x, bottom))
    painter.setPen(pen(amber.line))
    painter.setBrush(QColor(amber.fill))
    painter.drawPath(cloth)
    painter.fillRect(QRectF(place.x - 1.5, 0, 3, height), QColor(amber.ink))
    gap = theme.metrics.gap
    day = flag.day.isoformat()
    first = QRectF(
        place.left + gap + (_NOTCH if place.swapped else 2), 0, line_width(theme, day, TextStyle.STRONG), height
    )
    draw_text(painter, theme, first, day, TextStyle.STRONG, amber.ink)
    if not place.whole:
        return
    second = QRectF(first.right() + gap, 0, line_width(theme, flag.words, TextStyle.SECOND), height)
    draw_text(painter, theme, second, flag.words, TextStyle.SECOND, amber.ink)


def _draw_today(painter: QPainter, theme: Theme, place: LabelPlace, data: TermBarData, bottom: float) -> None:
    tokens = theme.tokens
    top = _flag_room(theme, data)
    painter.setPen(pen(tokens.red.ink, 2))
    x = round(place.x)
    painter.drawLine(QLineF(x, top, x, bottom + theme.metrics.gap))
    label = QRectF(place.left, top, place.right - place.left, _today_height(theme))
    fill_round(painter, label.adjusted(0, 0, 1, 0), theme.metrics.radius_chip, tokens.red.ink)
    draw_text(painter, theme, label, today_words(data.today), TextStyle.SECOND_STRONG, tokens.surface, CENTRE)
