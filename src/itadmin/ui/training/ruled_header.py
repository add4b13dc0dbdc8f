"""The head of the table as on paper: words on as many lines as they need, at the bottom, with a rule over and under."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.training.words import breakable, unbroken_parts
from itadmin.ui.widgets.painting import line_width

_MOST_LINES = 4


class RuledHeader(QHeaderView):
    """Draws the words of the model; the part of a word after a line break is a second, quieter one."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(look.metrics.px(44))
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Be as high as the longest head is when it is wrapped."""
        heights = [self._wanted(section) for section in range(self.count())]
        metrics = self._look.metrics
        return QSize(super().sizeHint().width(), max([metrics.header, *heights]))

    def word_room(self, section: int) -> int:
        """The width that the longest word of a head needs."""
        words = unbroken_parts(self._words(section)[0])
        widths = (line_width(self._look.theme, word, TextStyle.SECOND_STRONG) for word in words)
        return max(widths, default=0) + 2 * self._look.metrics.gap

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paint one head."""
        theme = self._look.theme
        tokens, metrics, fonts = theme.tokens, theme.metrics, theme.fonts
        painter.save()
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), QColor(tokens.text2))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.text2))
        inside = QRectF(rect).adjusted(metrics.gap, metrics.tight, -metrics.gap, -metrics.tight)
        word, second = self._words(logical_index)
        if second:
            line = fonts.height(TextStyle.SECOND)
            painter.setFont(fonts.font(TextStyle.SECOND))
            painter.setPen(QColor(tokens.text2))
            painter.drawText(QRectF(inside.left(), inside.bottom() - line, inside.width(), line), 0, second)
            inside = inside.adjusted(0, 0, 0, -line)
        painter.setFont(fonts.font(TextStyle.SECOND_STRONG))
        painter.setPen(QColor(tokens.text))
        painter.drawText(inside, self._flags(logical_index), word)
        painter.restore()

    def _words(self, section: int) -> tuple[str, str]:
        model = self.model()
        shown = model.headerData(section, Qt.Orientation.Horizontal) if model is not None else ""
        word, _break, second = str(shown or "").partition("\n")
        return breakable(word), second

    def _flags(self, section: int) -> int:
        role = Qt.ItemDataRole.TextAlignmentRole
        given = self.model().headerData(section, Qt.Orientation.Horizontal, role)
        is_right = bool(given is not None and Qt.AlignmentFlag(given) & Qt.AlignmentFlag.AlignRight)
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)

    def _wanted(self, section: int) -> int:
        """The height of a head at the width of its column."""
        theme = self._look.theme
        metrics = theme.metrics
        word, second = self._words(section)
        line = theme.fonts.height(TextStyle.SECOND_STRONG)
        room = QRectF(0, 0, max(self.sectionSize(section) - 2 * metrics.gap, 1), _MOST_LINES * line)
        wrapped = theme.fonts.metrics(TextStyle.SECOND_STRONG).boundingRect(room, self._flags(section), word)
        below = theme.fonts.height(TextStyle.SECOND) if second else 0
        return round(min(wrapped.height(), room.height())) + below + 2 * metrics.tight + 4
