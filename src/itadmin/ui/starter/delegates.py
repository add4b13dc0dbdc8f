"""How the starter list is drawn and written in: headings of areas, ticks, lines that complete."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyleOptionViewItem, QWidget

from itadmin.services.starter_list import Area, SystemKind
from itadmin.ui.completing_line import CompletingLine, Offer, Offers
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.starter.model import Column, Index, StarterModel
from itadmin.ui.widgets.cell_delegate import CellDelegate, mark_of, text_of
from itadmin.ui.widgets.classing import Classing, classing_size, draw_classing
from itadmin.ui.widgets.painting import draw_focus, draw_text, line_width
from itadmin.ui.widgets.roles import Mark, Role
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.ticks import draw_box, is_ticked, room_of_box

_ICON = 16


class StarterDelegate(CellDelegate):
    """A cell of words; the headings of areas stand on their own ground, and the cell one is in has a ring."""

    def __init__(self, look: Look, view: RowTable, model: StarterModel) -> None:
        super().__init__(look, view)
        self._model = model

    def is_area(self, index: Index) -> bool:
        """Say whether the row is the heading of an area."""
        return isinstance(self._model.line(index.row()), Area)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, and the ring where the keyboard is."""
        theme = self.theme
        if self.is_area(index):
            painter.fillRect(option.rect, QColor(theme.tokens.sunken))
            painter.save()
            self.draw_content(painter, self.content_rect(option), index)
            painter.restore()
        else:
            super().paint(painter, option, index)
        if self._view.has_focus() and self._view.currentIndex() == index:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            inside = QRectF(option.rect).adjusted(1, 1, -1, -1 - theme.metrics.hairline)
            draw_focus(painter, theme, inside, theme.metrics.radius_chip)
            painter.restore()

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the words; a hint in a quieter ink."""
        tokens = self.theme.tokens
        ink = tokens.text3 if mark_of(index) is Mark.QUIET else tokens.text
        draw_text(painter, self.theme, rect, text_of(index), TextStyle.TEXT, ink)

    def content_width(self, index: Index) -> int:
        """Want room for the words."""
        return line_width(self.theme, text_of(index), TextStyle.TEXT)

    def text_room(self, rect: QRectF, index: Index) -> tuple[TextStyle, float] | None:
        """Elide the words where they do not fit."""
        del index
        return TextStyle.TEXT, rect.width()


class TickDelegate(StarterDelegate):
    """The column of kinds: a box to tick before the name; an area's name alone."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the box and the name."""
        theme = self.theme
        if self.is_area(index):
            draw_text(painter, theme, rect, text_of(index), TextStyle.SIDE_HEADING, theme.tokens.text)
            return
        edge = theme.metrics.icon(_ICON)
        box = QRectF(rect.left(), round(rect.center().y() - edge / 2), edge, edge)
        ticked = is_ticked(index)
        draw_box(painter, theme, box, ticked=ticked, enabled=self._model.is_open(index))
        room = rect.adjusted(room_of_box(theme), 0, 0, 0)
        style = TextStyle.NAME if ticked else TextStyle.TEXT
        draw_text(painter, theme, room, text_of(index), style, theme.tokens.text)

    def text_room(self, rect: QRectF, index: Index) -> tuple[TextStyle, float] | None:
        """Elide the name where it does not fit beside the box."""
        if self.is_area(index):
            return TextStyle.SIDE_HEADING, rect.width()
        return TextStyle.NAME, rect.width() - room_of_box(self.theme)


class WritingDelegate(StarterDelegate):
    """A column that is written in: opens a line that offers products or owners."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the line."""
        line = self._model.line(index.row())
        offers = self._owners(index) if index.column() == Column.OWNER else self._products(index)
        label = str(self._model.headerData(index.column(), Qt.Orientation.Horizontal))
        editor = CompletingLine(self._look, offers, f"{label}: {line.name}", parent)
        if mark_of(index) is Mark.QUIET:
            editor.setPlaceholderText(text_of(index))
        editor.offers.taken.connect(lambda: self._take(editor))
        editor.offers.open_soon()
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what was written."""
        if isinstance(editor, CompletingLine):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give what was chosen or written; what was left as it stood changes nothing."""
        if isinstance(editor, CompletingLine):
            written = editor.text()
            if editor.offers.meaning() is not None or written != index.data(Qt.ItemDataRole.EditRole):
                model.setData(index, editor.offers.meaning() or written)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Escape and Enter work on the offers first, while they are shown."""
        if isinstance(editor, CompletingLine) and isinstance(event, QKeyEvent) and editor.offers.is_open():
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return False
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.type() is QEvent.Type.KeyPress and editor.offers.choose_pointed():
                return True
        return super().eventFilter(editor, event)

    def _products(self, index: Index) -> Offers:
        kind = self._model.line(index.row())

        def offers(words: str) -> list[Offer]:
            found = self._model.ticking.product_offers(kind, words) if isinstance(kind, SystemKind) else []
            return [Offer(product.name, product.name, product.supplier) for product in found]

        return offers

    def _owners(self, index: Index) -> Offers:
        line = self._model.line(index.row())
        return lambda words: [Offer(name, owner) for name, owner in self._model.ticking.owner_offers(line, words)]

    def _take(self, editor: CompletingLine) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


class UsualClassDelegate(StarterDelegate):
    """The column of typical classes."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the three cells; nothing for an area."""
        classing = index.data(Role.CLASSING)
        if isinstance(classing, Classing):
            draw_classing(painter, self.theme, round(rect.left()), rect.center().y(), classing)

    def content_width(self, index: Index) -> int:
        """Want room for the three cells."""
        del index
        return classing_size(self.theme).width()
