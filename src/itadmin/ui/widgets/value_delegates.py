"""Columns of values that are never elided: days and sums."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.widgets.cell_delegate import CellDelegate, Index, mark_of, missing_width, text_of, words_of
from itadmin.ui.widgets.marks import draw_missing
from itadmin.ui.widgets.painting import RIGHT, draw_text, line_width, one_line
from itadmin.ui.widgets.roles import Mark
from itadmin.ui.widgets.signs import Sign, draw_sign, sign_size

_DAY_SIGNS = {Mark.SOON: Sign.CLOCK, Mark.LATE: Sign.ALERT}


class DateDelegate(CellDelegate):
    """A column of days. A day that is near or past has a sign and its colour; a day is never elided."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the sign and the day."""
        theme = self.theme
        mark = mark_of(index)
        if mark is Mark.MISSING:
            draw_missing(painter, theme, rect)
            return
        sign = _DAY_SIGNS.get(mark)
        if sign is None:
            ink = theme.tokens.text3 if mark is Mark.NONE else theme.tokens.text
            draw_text(painter, theme, _unbounded(rect), words_of(index, mark), TextStyle.TEXT, ink)
            return
        ink = theme.tokens.amber.ink if mark is Mark.SOON else theme.tokens.red.ink
        edge = sign_size(theme)
        draw_sign(painter, theme, QRectF(rect.left() - 1, rect.top(), edge, rect.height()), sign, ink)
        room = _unbounded(rect.adjusted(edge + theme.metrics.tight - 1, 0, 0, 0))
        draw_text(painter, theme, room, text_of(index), TextStyle.NAME, ink)

    def content_width(self, index: Index) -> int:
        """Want room for the day and its sign."""
        mark = mark_of(index)
        if mark is Mark.MISSING:
            return missing_width(self.theme)
        sign = sign_size(self.theme) + self.theme.metrics.tight if mark in _DAY_SIGNS else 0
        return line_width(self.theme, words_of(index, mark), TextStyle.NAME) + sign


class MoneyDelegate(CellDelegate):
    """A column of sums or counts, right aligned in digits of one width, never in part; the unit is in the header."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the figure against the right edge."""
        theme = self.theme
        mark = mark_of(index)
        if mark is Mark.MISSING:
            draw_missing(painter, theme, rect.adjusted(rect.width() - missing_width(self.theme), 0, 0, 0))
            return
        inks = {Mark.NONE: theme.tokens.text3, Mark.QUIET: theme.tokens.text2, Mark.LATE: theme.tokens.red.ink}
        text = words_of(index, mark)
        shown = text if one_line(theme, text, TextStyle.TEXT, rect.width()) == text else "…"
        draw_text(painter, theme, rect, shown, TextStyle.TEXT, inks.get(mark, theme.tokens.text), RIGHT)

    def text_room(self, rect: QRectF, index: Index) -> tuple[TextStyle, float]:
        """Show the figure beside a column that is too narrow for it."""
        del index
        return TextStyle.TEXT, rect.width()

    def content_width(self, index: Index) -> int:
        """Want room for the figure."""
        mark = mark_of(index)
        if mark is Mark.MISSING:
            return missing_width(self.theme)
        return line_width(self.theme, words_of(index, mark), TextStyle.TEXT)


def _unbounded(rect: QRectF) -> QRectF:
    """Give room enough for a day at whatever width the column has."""
    return QRectF(rect.left(), rect.top(), max(rect.width(), rect.height() * 8), rect.height())
