"""How a line of the navigation looks: icon, word and counter; or the icon alone with the counter at its corner.

A line that cannot be chosen is the name of a group.
"""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.painting import CENTRE, RIGHT, draw_focus, draw_text, fill_round, pen
from itadmin.ui.widgets.roles import Role
from itadmin.ui.widgets.tooltips import as_tooltip

Index = QModelIndex | QPersistentModelIndex
_ICON = 20
_VIEW_ICON = 16
_ASIDE, _DOWN = 4, 5  # how far an icon alone gives way to its counter, to the left and down
_MOST_IN_BADGE = 99
"""The largest number that there is room for beside an icon alone."""


class NavDelegate(QStyledItemDelegate):
    """Draws a line of the navigation. Text, `Role.ICON` and `Role.COUNT` come from the model.

    `narrow` leaves the icon alone; its word is then in the tooltip and in the accessible text.
    """

    def __init__(self, look: Look, view: QTreeView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self.narrow = False

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be a row, or a saved view's lower line; air follows the last view of a register."""
        metrics = self._look.metrics
        if is_heading(index):
            named = bool(_word(index)) and not self.narrow
            return QSize(0, metrics.gap + (metrics.saved_view if named else 0))
        if not index.parent().isValid():
            return QSize(0, metrics.nav_row + (metrics.gap if self.narrow and _count(index) else 0))
        return QSize(0, metrics.saved_view + (metrics.gap if _is_last(index) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_heading(index):
            self._draw_heading(painter, QRectF(option.rect), index)
            painter.restore()
            return
        shape = self._shape(option.rect, index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._draw_ground(painter, shape, option, index)
        if self.narrow:
            self._draw_narrow(painter, shape, index, chosen=chosen)
        elif index.parent().isValid():
            self._draw_view(painter, shape, index, chosen=chosen)
        else:
            self._draw_register(painter, shape, index, chosen=chosen)
        painter.restore()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the name of a view be written where it stands."""
        metrics = self._look.metrics
        place = self._shape(option.rect, index)
        left = metrics.block + metrics.icon(_ICON) + metrics.gap
        editor.setGeometry(place.adjusted(left, 0, 0, 0).toRect())

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Say the word where only the icon stands, and the saved views that there is no room for."""
        if self.narrow and index.isValid():
            words = (_word(index), str(index.data(Qt.ItemDataRole.ToolTipRole) or ""), *_views(index))
            QToolTip.showText(event.globalPos(), as_tooltip("\n".join(word for word in words if word)), view)
            return True
        return super().helpEvent(event, view, option, index)

    def _shape(self, rect: QRect, index: Index) -> QRectF:
        metrics = self._look.metrics
        side = metrics.heading_gap if self.narrow else metrics.gap
        after = metrics.gap if index.parent().isValid() and _is_last(index) else 0
        return QRectF(rect).adjusted(side, 1, -side, -1 - after)

    def _draw_ground(self, painter: QPainter, shape: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        tokens, metrics = theme.tokens, theme.metrics
        if option.state & QStyle.StateFlag.State_Selected:
            fill_round(painter, shape, metrics.radius_field, tokens.nav_sel)
            bar = QRectF(shape.left(), 0, metrics.bar, shape.height() / 2)
            bar.moveTop(shape.center().y() - bar.height() / 2)
            fill_round(painter, bar, metrics.bar / 2, tokens.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill_round(painter, shape, metrics.radius_field, tokens.nav_hover)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            draw_focus(painter, theme, shape, metrics.radius_field)

    def _draw_heading(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the name of a group at the bottom of its place; where only icons stand, a line between the groups."""
        theme = self._look.theme
        tokens, metrics = theme.tokens, theme.metrics
        if self.narrow:
            if index.row():
                middle = rect.center().y()
                painter.setPen(pen(tokens.line2))
                painter.drawLine(QLineF(rect.left() + metrics.block, middle, rect.right() - metrics.block, middle))
            return
        word = rect.adjusted(metrics.gap + metrics.block, 0, -metrics.gap, 0)
        word.setTop(rect.bottom() - metrics.saved_view)
        draw_text(painter, theme, word, _word(index), TextStyle.CHIP, tokens.text3)

    def _draw_register(self, painter: QPainter, shape: QRectF, index: Index, *, chosen: bool) -> None:
        theme = self._look.theme
        tokens, metrics = theme.tokens, theme.metrics
        here = chosen or self._view.currentIndex().parent() == index
        edge = metrics.icon(_ICON)
        place = QRectF(shape.left() + metrics.block, shape.top(), edge, shape.height())
        theme.icons.draw(painter, _icon(index), _ICON, place, tokens.accent if here else tokens.text2)
        word = QRectF(place.right() + metrics.cell_left, shape.top(), 0, shape.height())
        word.setRight(shape.right() - metrics.tight)
        count = _count(index)
        if count:
            room = shape.adjusted(0, 0, -metrics.cell_left, 0)
            word.setRight(self._draw_counter(painter, room, count) - metrics.tight)
        has_room = theme.fonts.width(TextStyle.BUTTON, _word(index)) <= word.width()
        style = TextStyle.BUTTON if here and has_room else TextStyle.TEXT
        draw_text(painter, theme, word, _word(index), style, tokens.text)

    def _draw_counter(self, painter: QPainter, room: QRectF, count: int) -> float:
        """Draw the number in a pill at the right of `room` and give the pill's left edge."""
        theme = self._look.theme
        text = str(count)
        height = theme.fonts.metrics(TextStyle.AXIS_STRONG).height() + theme.metrics.tight
        width = max(height + 2, theme.fonts.width(TextStyle.AXIS_STRONG, text) + theme.metrics.block)
        pill = QRectF(room.right() - width, room.center().y() - height / 2, width, height)
        fill_round(painter, pill, height / 2, theme.tokens.counter)
        draw_text(painter, theme, pill, text, TextStyle.AXIS_STRONG, theme.tokens.text, CENTRE)
        return pill.left()

    def _draw_view(self, painter: QPainter, shape: QRectF, index: Index, *, chosen: bool) -> None:
        theme = self._look.theme
        tokens, metrics = theme.tokens, theme.metrics
        edge = metrics.icon(_VIEW_ICON)
        left = shape.left() + metrics.block + metrics.icon(_ICON) + metrics.cell_left
        place = QRectF(left, shape.top(), edge, shape.height())
        theme.icons.draw(painter, _icon(index), _VIEW_ICON, place, tokens.accent if chosen else tokens.text3)
        count = _count(index)
        right = shape.right() - metrics.cell_left
        if count is not None:
            width = theme.fonts.width(TextStyle.SECOND, str(count)) + 1
            number = QRectF(right - width, shape.top(), width, shape.height())
            draw_text(painter, theme, number, str(count), TextStyle.SECOND, tokens.text3, RIGHT)
            right = number.left() - metrics.tight
        word = QRectF(place.right() + metrics.heading_gap, shape.top(), 0, shape.height())
        word.setRight(right)
        has_room = theme.fonts.width(TextStyle.SECOND_STRONG, _word(index)) <= word.width()
        style = TextStyle.SECOND_STRONG if chosen and has_room else TextStyle.SECOND
        draw_text(painter, theme, word, _word(index), style, tokens.text if chosen else tokens.text2)

    def _draw_narrow(self, painter: QPainter, shape: QRectF, index: Index, *, chosen: bool) -> None:
        theme = self._look.theme
        tokens = theme.tokens
        count = _count(index)
        place = shape.translated(-theme.metrics.icon(_ASIDE), theme.metrics.icon(_DOWN)) if count else shape
        theme.icons.draw(painter, _icon(index), _ICON, place, tokens.accent if chosen else tokens.text2)
        if not count:
            return
        text = str(count) if count <= _MOST_IN_BADGE else f"{_MOST_IN_BADGE}+"
        height = theme.fonts.metrics(TextStyle.AXIS_STRONG).height() + 1
        width = max(height, theme.fonts.width(TextStyle.AXIS_STRONG, text) + theme.metrics.gap)
        badge = QRectF(shape.right() + theme.metrics.tight - width, shape.top() + 1, width, height)
        fill_round(painter, badge.adjusted(-1.5, -1.5, 1.5, 1.5), height / 2 + 1, tokens.window)
        fill_round(painter, badge, height / 2, tokens.text2)
        draw_text(painter, theme, badge, text, TextStyle.AXIS_STRONG, tokens.window, CENTRE)


def is_heading(index: Index) -> bool:
    """Say whether a line is only the name of a group."""
    return not index.flags() & Qt.ItemFlag.ItemIsEnabled


def _is_last(index: Index) -> bool:
    return index.row() == index.model().rowCount(index.parent()) - 1


def _word(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _views(index: Index) -> Iterator[str]:
    """The saved views under a line, with what they count."""
    for row in range(index.model().rowCount(index)):
        view = index.model().index(row, 0, index)
        count = _count(view)
        yield f"{_word(view)}: {count}" if count is not None else _word(view)


def _icon(index: Index) -> str:
    return str(index.data(Role.ICON) or "star")


def _count(index: Index) -> int | None:
    value = index.data(Role.COUNT)
    return value if isinstance(value, int) else None
