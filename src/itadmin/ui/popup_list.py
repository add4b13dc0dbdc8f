"""A list that drops down under a field while one types in it: lines to choose, headings between them.

The field keeps the keyboard and hands over the keys that belong to the list. Knows nothing of what is chosen.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.painting import draw_focus, draw_text, fill_round, line_width

Index = QModelIndex | QPersistentModelIndex
_MEANT = int(Qt.ItemDataRole.UserRole)
_KIND = _MEANT + 1
_DETAIL = _MEANT + 2
_ICON = 16
_MOST_ROWS = 14
_MOST_WIDTH = 600


class LineKind(IntEnum):
    """What a line is: something to choose, something new that would be made, or words that only tell."""

    CHOICE = 0
    NEW = 1
    HEADING = 2


class _LineDelegate(QStyledItemDelegate):
    """Paints a line with the look of now."""

    def __init__(self, look: Look, view: QListWidget) -> None:
        super().__init__(view)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._look.theme
        words = line_width(theme, str(index.data()), TextStyle.TEXT)
        detail = line_width(theme, str(index.data(_DETAIL) or ""), TextStyle.SECOND)
        icon = theme.metrics.icon(_ICON) if index.data(_KIND) == LineKind.NEW else 0
        return QSize(words + detail + icon + 5 * theme.metrics.block, theme.metrics.row_compact)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        tokens, metrics = theme.tokens, theme.metrics
        kind = LineKind(index.data(_KIND))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(metrics.tight, 0, -metrics.tight, 0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or (option.state & QStyle.StateFlag.State_MouseOver and kind is not LineKind.HEADING):
            fill_round(painter, area, metrics.radius_chip, tokens.sel if chosen else tokens.hover)
        if chosen and tokens.contrast:
            draw_focus(painter, theme, area, metrics.radius_chip)
        room = area.adjusted(metrics.gap, 0, -metrics.gap, 0)
        if kind is LineKind.HEADING:
            draw_text(painter, theme, room, index.data(), TextStyle.CHIP, tokens.text3)
        else:
            self._words(painter, room, index, kind)
        painter.restore()

    def _words(self, painter: QPainter, room: QRectF, index: Index, kind: LineKind) -> None:
        theme = self._look.theme
        ink = theme.tokens.accent if kind is LineKind.NEW else theme.tokens.text
        if kind is LineKind.NEW:
            edge = theme.metrics.icon(_ICON)
            theme.icons.draw(painter, "add", _ICON, QRectF(room.left(), room.top(), edge, room.height()), ink)
            room.setLeft(room.left() + edge + theme.metrics.gap)
        text = str(index.data())
        draw_text(painter, theme, room, text, TextStyle.TEXT, ink)
        detail = str(index.data(_DETAIL) or "")
        if detail:
            room.setLeft(room.left() + line_width(theme, text, TextStyle.TEXT) + theme.metrics.block)
            draw_text(painter, theme, room, detail, TextStyle.SECOND, theme.tokens.text2)


class PopupList(QListWidget):
    """The list. `chosen` gives what a line means, and its words."""

    chosen = Signal(object, str)

    def __init__(self, look: Look, field: QWidget, name: str) -> None:
        super().__init__(field)
        self._look = look
        self._field = field
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(_LineDelegate(look, self))
        self.setAccessibleName(name)
        self.itemClicked.connect(self._choose)
        look.changed.connect(self._dress)
        self._dress()

    def add_line(self, text: str, meant: Any, *, detail: str = "", kind: LineKind = LineKind.CHOICE) -> None:
        """Add a line; a heading cannot be chosen."""
        item = QListWidgetItem(text)
        item.setData(_MEANT, meant)
        item.setData(_KIND, int(kind))
        item.setData(_DETAIL, detail)
        if kind is LineKind.HEADING:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def is_choosing(self) -> bool:
        """Say whether a line is pointed at with the keyboard."""
        return self.isVisible() and self.currentRow() >= 0

    def current_meaning(self) -> Any:
        """What the line means that is pointed at; None when none is."""
        item = self.currentItem()
        return item.data(_MEANT) if item is not None else None

    def move_by(self, step: int) -> None:
        """Point at the next line that can be chosen, or the one before."""
        row = self.currentRow() + step
        while 0 <= row < self.count() and not self.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
            row += step
        if 0 <= row < self.count():
            self.setCurrentRow(row)

    def choose_current(self) -> None:
        """Choose the line that is pointed at."""
        self._choose(self.currentItem())

    def take_key(self, event: QKeyEvent) -> bool:
        """Let arrows, Enter and Escape work on the list while it is shown; says whether the key was used."""
        key = event.key()
        if not self.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.move_by(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_choosing():
            self.choose_current()
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False

    def show_below(self, least_width: int) -> None:
        """Show the list under its field, or above when there is no room below; without lines, not at all."""
        if not self.count():
            self.hide()
            return
        edge = 2 * (self._look.metrics.tight + self._look.metrics.hairline)
        height = sum(self.sizeHintForRow(row) for row in range(min(self.count(), _MOST_ROWS))) + edge
        width = max(least_width, self.sizeHintForColumn(0) + edge)
        screen = self._field.screen().availableGeometry()
        width = min(width, max(least_width, self._look.metrics.px(_MOST_WIDTH)), screen.width())
        place = self._field.mapToGlobal(QPoint(0, self._field.height() + 2))
        if place.y() + height > screen.bottom():
            place.setY(self._field.mapToGlobal(QPoint(0, -2)).y() - height)
        place.setX(max(min(place.x(), screen.right() - width), screen.left()))
        self.setGeometry(place.x(), place.y(), width, height)
        self.show()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.chosen.emit(item.data(_MEANT), item.text())

    def _dress(self) -> None:
        tokens = self._look.tokens
        frame = "" if tokens.contrast else f"border: 1px solid {tokens.line2}; background: {tokens.raised};"
        self.setStyleSheet(f"QListWidget {{ {frame} padding: {self._look.metrics.tight}px 0; }}")
        self.viewport().update()
