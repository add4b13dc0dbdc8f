"""The list of a record's sections beside it: where one is, and where something is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.painting import draw_focus, draw_text, line_width
from itadmin.ui.widgets.roles import Role
from itadmin.ui.widgets.signs import Sign, draw_sign, sign_size

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class JumpSection:
    """A section and how many expected values it lacks."""

    title: str
    missing: int = 0


class _JumpDelegate(QStyledItemDelegate):
    """Draws a section's title, the bar at the one being read, and the ring with its number."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._look.metrics.saved_view)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        tokens, metrics = theme.tokens, theme.metrics
        rect = QRectF(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(rect.left(), rect.top(), metrics.hairline, rect.height()), QColor(tokens.line))
        if here:
            bar = QRectF(rect.left(), rect.top() + metrics.tight, metrics.ring, rect.height() - 2 * metrics.tight)
            painter.fillRect(bar, QColor(tokens.accent))
        right = self._draw_missing(painter, rect, index)
        word = QRectF(rect.left() + metrics.block, rect.top(), 0, rect.height())
        word.setRight(right - metrics.tight)
        ink = tokens.text if here or hovered else tokens.text2
        title = str(index.data() or "")
        draw_text(painter, theme, word, title, TextStyle.SECOND_STRONG if here else TextStyle.SECOND, ink)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            draw_focus(painter, theme, rect.adjusted(metrics.tight, 1, -1, -1), metrics.radius_chip)
        painter.restore()

    def _draw_missing(self, painter: QPainter, rect: QRectF, index: Index) -> float:
        """Draw the ring and the number at the right and give their left edge."""
        theme = self._look.theme
        missing = index.data(Role.COUNT)
        if not isinstance(missing, int) or not missing:
            return rect.right() - theme.metrics.gap
        ink = theme.tokens.amber.ink
        width = line_width(theme, str(missing), TextStyle.CHIP)
        number = QRectF(rect.right() - theme.metrics.gap - width, rect.top(), width, rect.height())
        draw_text(painter, theme, number, str(missing), TextStyle.CHIP, ink)
        edge = sign_size(theme)
        ring = QRectF(number.left() - edge - 2, rect.top(), edge, rect.height())
        draw_sign(painter, theme, ring, Sign.MISSING, ink)
        return ring.left()


class JumpList(QListView):
    """The sections of a record. `chosen` gives the number of the section that was asked for."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._following = False
        self._asked = -1
        self._sections = QStandardItemModel(self)
        self.setModel(self._sections)
        self.setItemDelegate(_JumpDelegate(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Avsnitt")
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)
        look.changed.connect(self._dress)
        self._dress()

    def set_sections(self, sections: Sequence[JumpSection]) -> None:
        """Show other sections, or the same with other numbers; the place is kept where it can be."""
        kept = self.currentIndex().row()
        self._following = True
        self._sections.clear()
        for section in sections:
            item = QStandardItem(section.title)
            item.setData(section.missing, Role.COUNT)
            words = f"{section.title}, {section.missing} saknas" if section.missing else section.title
            item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
            self._sections.appendRow(item)
        self._following = False
        self.set_current(kept)
        self.updateGeometry()

    def set_current(self, section: int) -> None:
        """Show which section is being read, without saying that it was asked for."""
        self._following = True
        self.setCurrentIndex(self._sections.index(section, 0))
        self._following = False

    def sizeHint(self) -> QSize:
        """Be as high as the sections are."""
        metrics = self._look.metrics
        return QSize(metrics.jump_list, self._sections.rowCount() * metrics.saved_view + 2)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self._asked = current.row()
            self.chosen.emit(current.row())

    def _on_clicked(self, index: QModelIndex) -> None:
        """Ask again for the section that is marked already; the press has asked for another."""
        if self._asked != index.row():
            self.chosen.emit(index.row())
        self._asked = -1

    def _dress(self) -> None:
        self.setFixedWidth(self._look.metrics.jump_list)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
