"""The small term bar that stands in lists of agreements: the same parts on one axis, without words."""

from datetime import date

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from itadmin.ui.look.look import Theme
from itadmin.ui.widgets.painting import pen
from itadmin.ui.widgets.term_data import TermBarData, shifted
from itadmin.ui.widgets.term_layout import LabelKind, lay_out
from itadmin.ui.widgets.term_parts import draw_block_ground, draw_notice_ground

_HEIGHT = 10
_DAYS = 365.25


def draw_mini_bar(painter: QPainter, rect: QRectF, data: TermBarData, axis: tuple[date, date], theme: Theme) -> None:
    """Draw the small bar, without words, in the middle of `rect`, on an axis that several bars share."""
    tokens = theme.tokens
    middle = round(rect.center().y()) + 0.5
    bar = QRectF(rect.left(), middle - theme.metrics.px(_HEIGHT) / 2, rect.width(), theme.metrics.px(_HEIGHT))
    layout = lay_out(data, rect.width(), _no_words, axis)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(tokens.line2))
    painter.drawLine(QLineF(rect.left(), middle, rect.right(), middle))
    for place in layout.blocks:
        if place.block.ends >= axis[0] and place.block.starts <= axis[1]:
            box = QRectF(rect.left() + place.left, bar.top(), place.right - place.left, bar.height())
            draw_block_ground(painter, theme, place.block.kind, box, theme.metrics.radius_chip - 1)
    if layout.notice is not None and layout.notice[1] > layout.notice[0]:
        begins, ends = layout.notice
        window = QPainterPath()
        window.addRect(QRectF(rect.left() + begins, bar.top(), ends - begins, bar.height()))
        draw_notice_ground(painter, theme, window, 4)
    if layout.today is not None:
        x = rect.left() + layout.today.x
        painter.setPen(pen(tokens.red.ink, 1.5))
        painter.drawLine(QLineF(x, bar.top() - theme.metrics.tight, x, bar.bottom() + theme.metrics.tight))
    painter.restore()


def axis_around(today: date, years_back: int = 3, years_ahead: int = 5) -> tuple[date, date]:
    """Give one axis for the small bars of a list, the same for all of them."""
    return shifted(today, -round(_DAYS * years_back)), shifted(today, round(_DAYS * years_ahead))


def _no_words(_kind: LabelKind, _text: str) -> float:
    return 0.0
