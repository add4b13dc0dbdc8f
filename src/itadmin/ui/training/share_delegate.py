"""A column of shares: a bar filled as far as the share goes, and the figures beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.training.coverage_models import SHARE
from itadmin.ui.widgets.cell_delegate import CellDelegate, Index, text_of
from itadmin.ui.widgets.painting import draw_text, fill_round, line_width, outline_round, pen
from itadmin.ui.widgets.share_data import WHOLE

_BAR, _THICK = 80, 10


class ShareDelegate(CellDelegate):
    """Draws the bar first and the words after it; where nothing is to be counted, only the words."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw bar and words."""
        theme, share = self.theme, index.data(SHARE)
        words = rect.adjusted(self._bar() + theme.metrics.gap, 0, 0, 0)
        draw_text(painter, theme, words, text_of(index), TextStyle.TEXT, theme.tokens.text)
        if not isinstance(share, int):
            return
        height = theme.metrics.px(_THICK)
        place = QRectF(rect.left(), round(rect.center().y() - height / 2), self._bar(), height)
        radius = height / 2
        outline_round(painter, place, radius, pen(theme.tokens.ctl), theme.tokens.surface)
        if share:
            filled = QRectF(place)
            filled.setWidth(max(place.width() * min(share, WHOLE) / WHOLE, height))
            fill_round(painter, filled, radius, theme.tokens.accent)

    def content_width(self, index: Index) -> int:
        """Want room for both."""
        return self._bar() + self.theme.metrics.gap + line_width(self.theme, text_of(index), TextStyle.TEXT)

    def _bar(self) -> int:
        return self.theme.metrics.px(_BAR)
