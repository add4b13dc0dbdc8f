"""The term of an agreement as a picture one can point at and walk through; and its small form for lists.

The same facts always stand as text beside it. It knows the plain values of `term_data.py` and no agreement.
"""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.painting import draw_focus
from itadmin.ui.widgets.term_data import TermBarData
from itadmin.ui.widgets.term_mini import draw_mini_bar
from itadmin.ui.widgets.term_painting import block_rects, draw_term_bar, drawing_height
from itadmin.ui.widgets.term_parts import legend_places
from itadmin.ui.widgets.tooltips import as_tooltip

_COMFORTABLE = 560
_LEAST = 280
_MINI_WIDTH = 120
_MINI_LEAST = 72


class TermBar(QWidget):
    """The large bar. The arrow keys walk through its parts, whose words are then shown and said."""

    def __init__(self, look: Look, data: TermBarData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._data = data
        self._part = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_data(data)
        look.changed.connect(self.updateGeometry)

    def set_data(self, data: TermBarData) -> None:
        """Show another term."""
        self._data = data
        self._part = -1
        self.setAccessibleName(data.sentence)
        self.setAccessibleDescription("")
        self.updateGeometry()
        self.update()

    def words_of(self, part: int) -> str:
        """Give the words of a part: its label and its note."""
        block = self._data.blocks[part]
        return f"{block.label}: {block.note}" if block.note else block.label

    def part_at(self, position: QPoint) -> int:
        """Give which part lies at `position`, or -1."""
        rects = self._rects()
        place = position.toPointF() - self._drawing().topLeft()
        return next((number for number, rect in enumerate(rects) if rect.contains(place)), -1)

    def hasHeightForWidth(self) -> bool:
        """Be as high as the legend needs."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of bar and legend at this width."""
        theme = self._look.theme
        inside = width - 2 * theme.metrics.tight
        legend = legend_places(theme, self._data, inside)
        bottom = max((place.bottom() for place in legend), default=0)
        return drawing_height(theme, self._data) + round(bottom) + 2 * theme.metrics.tight

    def sizeHint(self) -> QSize:
        """Want a comfortable width."""
        width = self._look.metrics.px(_COMFORTABLE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Need room for a few words."""
        metrics = self._look.metrics
        return QSize(metrics.px(_LEAST), drawing_height(self._look.theme, self._data) + metrics.line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            drawing = self._drawing()
            draw_term_bar(painter, drawing, self._data, theme)
            if self.hasFocus():
                ring = QRectF(self.rect())
                if self._part >= 0:
                    ring = self._rects()[self._part].translated(drawing.topLeft()).adjusted(-2, -2, 2, 2)
                draw_focus(painter, theme, ring, theme.metrics.radius_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the parts."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._data.blocks:
            super().keyPressEvent(event)
            return
        self._part = min(max(self._part + step, 0), len(self._data.blocks) - 1)
        words = self.words_of(self._part)
        self.setAccessibleDescription(words)
        rect = self._rects()[self._part].translated(self._drawing().topLeft())
        QToolTip.showText(self.mapToGlobal(rect.bottomLeft().toPoint()), as_tooltip(words), self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stand on no part any more."""
        super().focusOutEvent(event)
        self._part = -1
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say the words of the part under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            part = self.part_at(event.pos())
            QToolTip.showText(event.globalPos(), as_tooltip(self.words_of(part) if part >= 0 else ""), self)
            return True
        return super().event(event)

    def _rects(self) -> list[QRectF]:
        return block_rects(self._look.theme, self._data, self._drawing().width())

    def _drawing(self) -> QRectF:
        edge = self._look.metrics.tight
        return QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)


class MiniTermBar(QWidget):
    """The small bar beside an agreement's link. Its sentence is its accessible name and its tooltip."""

    def __init__(self, look: Look, data: TermBarData, axis: tuple[date, date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._data = data
        self._axis = axis
        self.setAccessibleName(data.sentence)
        self.setToolTip(as_tooltip(data.sentence))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Be as high as a line in a record."""
        return QSize(self._look.metrics.px(_MINI_WIDTH), self._look.metrics.form_read)

    def minimumSizeHint(self) -> QSize:
        """Give way, but stay wide enough to tell the years apart."""
        return QSize(self._look.metrics.px(_MINI_LEAST), self._look.metrics.form_read)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        with QPainter(self) as painter:
            draw_mini_bar(painter, QRectF(self.rect()), self._data, self._axis, self._look.theme)
