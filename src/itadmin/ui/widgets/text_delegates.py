"""Columns of text: plain text, names, and names with a second line."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.widgets.cell_delegate import CellDelegate, Index, mark_of, missing_width, text_of, words_of
from itadmin.ui.widgets.marks import draw_missing
from itadmin.ui.widgets.painting import draw_text, line_width
from itadmin.ui.widgets.roles import Mark, Role, Standing
from itadmin.ui.widgets.signs import Sign, draw_sign, sign_size

_STANDING_SIGNS = {Standing.FOREIGN: Sign.LOCK, Standing.SNOOZED: Sign.SNOOZE}


class TextDelegate(CellDelegate):
    """A column of plain text, elided last, with a tooltip when it was."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the text, or the sign for why there is none."""
        tokens = self.theme.tokens
        mark = mark_of(index)
        if mark is Mark.MISSING:
            draw_missing(painter, self.theme, rect)
        else:
            inks = {Mark.QUIET: tokens.text2, Mark.NONE: tokens.text3}
            ink = inks.get(mark, tokens.text)
            draw_text(painter, self.theme, rect, words_of(index, mark), TextStyle.TEXT, ink)

    def content_width(self, index: Index) -> int:
        """Want room for the whole text."""
        mark = mark_of(index)
        if mark is Mark.MISSING:
            return missing_width(self.theme)
        return line_width(self.theme, words_of(index, mark), TextStyle.TEXT)

    def text_room(self, rect: QRectF, index: Index) -> tuple[TextStyle, float] | None:
        """Elide the text when it is wider than the cell."""
        del index
        return TextStyle.TEXT, rect.width()


class NameDelegate(CellDelegate):
    """The column that names the row, in a heavier weight, with a sign for what the row is."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the sign and the name."""
        tokens = self.theme.tokens
        standing = _standing_of(index)
        sign = _STANDING_SIGNS.get(standing)
        if sign is not None:
            ink = tokens.violet.ink if standing is Standing.FOREIGN else tokens.text3
            place = QRectF(rect.left(), rect.top(), sign_size(self.theme), rect.height())
            draw_sign(painter, self.theme, place, sign, ink)
        ink = tokens.text3 if standing in (Standing.SNOOZED, Standing.BINNED) else tokens.text
        room = rect.adjusted(self._sign_room(standing), 0, 0, 0)
        struck = standing is Standing.BINNED
        draw_text(painter, self.theme, room, text_of(index), TextStyle.NAME, ink, struck=struck)

    def content_width(self, index: Index) -> int:
        """Want room for the sign and the whole name."""
        return line_width(self.theme, text_of(index), TextStyle.NAME) + self._sign_room(_standing_of(index))

    def text_room(self, rect: QRectF, index: Index) -> tuple[TextStyle, float] | None:
        """Elide the name when it is wider than the cell."""
        return TextStyle.NAME, rect.width() - self._sign_room(_standing_of(index))

    def _sign_room(self, standing: Standing) -> int:
        if standing not in _STANDING_SIGNS:
            return 0
        return sign_size(self.theme) + self.theme.metrics.heading_gap


class TwoLineDelegate(CellDelegate):
    """A name with a second line under it (`Role.SECOND`), for rows of two lines."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw both lines, centred as one."""
        theme = self.theme
        first, second = theme.metrics.line + 2, theme.metrics.second_line + 1
        top = round(rect.center().y() - (first + second) / 2)
        upper = QRectF(rect.left(), top, rect.width(), first)
        lower = QRectF(rect.left(), top + first, rect.width(), second)
        draw_text(painter, theme, upper, text_of(index), TextStyle.NAME, theme.tokens.text)
        draw_text(painter, theme, lower, str(index.data(Role.SECOND) or ""), TextStyle.SECOND, theme.tokens.text2)

    def content_width(self, index: Index) -> int:
        """Want room for the longer line."""
        return max(
            line_width(self.theme, text_of(index), TextStyle.NAME),
            line_width(self.theme, str(index.data(Role.SECOND) or ""), TextStyle.SECOND),
        )

    def text_room(self, rect: QRectF, index: Index) -> tuple[TextStyle, float] | None:
        """Elide the name when it is wider than the cell."""
        del index
        return TextStyle.NAME, rect.width()


def _standing_of(index: Index) -> Standing:
    standing = index.data(Role.STANDING)
    return standing if isinstance(standing, Standing) else Standing.OWN
