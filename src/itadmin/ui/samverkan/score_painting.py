"""Drawing how much speaks for a row: a bar of five parts, the number, and the reasons where there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.widgets.painting import draw_text, fill_round, outline_round, pen

MOST = 5
_BAR, _THICK, _FIGURE, _LEAST_WORDS = 40, 7, 16, 48


def draw_score(painter: QPainter, theme: Theme, rect: QRectF, score: int | None, reason: str) -> None:
    """Draw them into `rect`; of what is put aside (None) only the words."""
    metrics, tokens = theme.metrics, theme.tokens
    if score is None:
        draw_text(painter, theme, rect, reason, TextStyle.SECOND, theme.tokens.text2)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bar = QRectF(rect.left(), rect.center().y() - metrics.px(_THICK) / 2, metrics.px(_BAR), metrics.px(_THICK))
    fill_round(painter, bar, bar.height() / 2, tokens.line2)
    if tokens.contrast:
        outline_round(painter, bar, bar.height() / 2, pen(tokens.text))
    if score:
        part = QRectF(bar.left(), bar.top(), bar.width() * min(score, MOST) / MOST, bar.height())
        fill_round(painter, part, bar.height() / 2, tokens.text if tokens.contrast else tokens.accent)
    figure = QRectF(bar.right() + metrics.heading_gap, rect.top(), metrics.px(_FIGURE), rect.height())
    draw_text(painter, theme, figure, str(score), TextStyle.STRONG, tokens.text)
    words = rect.adjusted(figure.right() - rect.left(), 0, 0, 0)
    if words.width() >= metrics.px(_LEAST_WORDS):
        draw_text(painter, theme, words, reason, TextStyle.SECOND, tokens.text2)
    painter.restore()
