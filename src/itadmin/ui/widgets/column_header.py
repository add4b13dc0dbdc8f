"""The header of a list: quiet words, a line under them, and one arrow at the column that sorts."""

from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.painting import CENTRE, LEFT, RIGHT, draw_text, line_width, pen

_ARROW = 16


class ColumnHeader(QHeaderView):
    """A header drawn from the look. Clicks sort, the edges drag; a column's alignment is the model's."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        look.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Have the height of a header row."""
        return QSize(super().sizeHint().width(), self._look.metrics.header)

    def sectionSizeFromContents(self, logical_index: int) -> QSize:
        """Want room for the word and the arrow."""
        metrics = self._look.metrics
        word = line_width(self._look.theme, self._word(logical_index), TextStyle.CHIP)
        return QSize(word + metrics.cell_left + metrics.cell_right + metrics.icon(_ARROW), metrics.header)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paint one column's word, its arrow and the line below."""
        theme = self._look.theme
        tokens, metrics = theme.tokens, theme.metrics
        painter.save()
        painter.fillRect(rect, QColor(tokens.surface))
        painter.setPen(pen(tokens.line2))
        bottom = rect.bottom() + 0.5
        painter.drawLine(QLineF(rect.left(), bottom, rect.right() + 1, bottom))
        word = self._word(logical_index)
        inside = QRectF(rect).adjusted(metrics.cell_left, 0, -metrics.cell_right, -metrics.hairline)
        right = self._is(logical_index, Qt.AlignmentFlag.AlignRight)
        sorts = self.isSortIndicatorShown() and self.sortIndicatorSection() == logical_index and bool(word)
        ink = tokens.text if sorts else tokens.text3
        if sorts:
            inside = self._draw_arrow(painter, inside, word, right=right)
        align = RIGHT if right else CENTRE if self._is(logical_index, Qt.AlignmentFlag.AlignHCenter) else LEFT
        draw_text(painter, theme, inside, word, TextStyle.CHIP, ink, align)
        painter.restore()

    def _draw_arrow(self, painter: QPainter, inside: QRectF, word: str, *, right: bool) -> QRectF:
        """Draw the arrow beside the word and give the room that is left for the word."""
        theme = self._look.theme
        edge = theme.metrics.icon(_ARROW)
        name = "arrow_up" if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else "arrow_down"
        room = QRectF(inside)
        room.setWidth(max(inside.width() - edge - theme.metrics.tight, 0))
        used = min(line_width(theme, word, TextStyle.CHIP), room.width())
        left = inside.right() - edge if right else inside.left() + used + theme.metrics.tight
        place = QRectF(left, inside.top(), edge, inside.height())
        theme.icons.draw(painter, name, _ARROW, place, theme.tokens.text)
        return room

    def _word(self, logical_index: int) -> str:
        model = self.model()
        if model is None:
            return ""
        return str(model.headerData(logical_index, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")

    def _is(self, logical_index: int, side: Qt.AlignmentFlag) -> bool:
        """Whether a column's word stands at a side, or in the middle."""
        role = Qt.ItemDataRole.TextAlignmentRole
        align = self.model().headerData(logical_index, Qt.Orientation.Horizontal, role)
        return bool(align is not None and Qt.AlignmentFlag(align) & side)

    def _dress(self) -> None:
        self.setMinimumSectionSize(self._look.metrics.px(40))
        self.setFixedHeight(self._look.metrics.header)
        self.viewport().update()
