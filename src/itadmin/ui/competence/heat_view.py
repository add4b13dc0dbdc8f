"""The heat map in a view: heads and names stay while the cells are scrolled, and one walks from cell to cell by keys.

Digits set what is known now, with Alt what is wanted. Only what is seen is drawn.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from itadmin.domain.calculations.competence import LEVELS
from itadmin.services.competence.heat_map import HeatMap
from itadmin.ui.competence.painting import draw_cells, draw_corner, draw_heads, draw_names
from itadmin.ui.competence.places import NOWHERE, Cell, GridPlaces
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.painting import draw_focus, outline_round, pen
from itadmin.ui.widgets.stamps import Stamps
from itadmin.ui.widgets.tooltips import as_tooltip

_HEAD_SHARE = 0.3
_ASK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2)
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_DIGITS = {Qt.Key(Qt.Key.Key_0.value + level): level for level in LEVELS}


class HeatView(QAbstractScrollArea):
    """Shows a map. `stood_on` and `asked` give row and column: the cell one has come to, and wants to say more of.

    `now_set` and `wanted_set` give the level that a key sets of the cell one stands on, None to take it away.
    `person_opened` gives the row of a name that is clicked twice, `topic_opened` the column of a head.
    """

    stood_on = Signal(int, int)
    asked = Signal(int, int)
    now_set = Signal(object)
    wanted_set = Signal(object)
    person_opened = Signal(int)
    topic_opened = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._heat: HeatMap | None = None
        self._places: GridPlaces | None = None
        self._cell = self._hovered = NOWHERE
        self._stamps = Stamps()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        look.changed.connect(self._dress)

    @property
    def cell(self) -> Cell:
        """The row and column one stands on; −1 for none."""
        return self._cell

    def show_map(self, heat: HeatMap, cell: Cell = NOWHERE) -> None:
        """Show another map, standing on a cell of it; with the keyboard one always stands on one, if there is any."""
        self._heat = heat
        self.setAccessibleName(f"{heat.title}. {heat.sentence}")
        self._cell = self._hovered = NOWHERE
        self._dress()
        self.go_to((0, 0) if self.hasFocus() and not self._is_cell(cell) else cell)

    def go_to(self, cell: Cell) -> None:
        """Stand on a cell, if it is one of the map."""
        if self._heat is not None and self._is_cell(cell) and cell != self._cell:
            self._stand_on(cell)

    def places(self) -> GridPlaces | None:
        """Where everything lies; None before there is a map."""
        return self._places

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk between the cells, set levels, and ask for more of a cell."""
        key = Qt.Key(event.key())
        goal = self._goal(key, ctrl=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        if self._places is None or not self._is_cell(self._cell):
            super().keyPressEvent(event)
        elif goal is not None:
            self._stand_on(goal)
        elif key in _DIGITS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            is_wanted = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            (self.wanted_set if is_wanted else self.now_set).emit(_DIGITS[key])
        elif key in _CLEAR:
            self.now_set.emit(None)
        elif key in _ASK:
            self.asked.emit(*self._cell)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on the cell that is clicked and ask for it."""
        cell = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and self._is_cell(cell):
            self.go_to(cell)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the cell that is clicked, where it was pressed too."""
        cell = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and self._is_cell(cell) and cell == self._cell:
            self.asked.emit(*cell)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the person or the area whose name is clicked twice."""
        row, column = self._at(event.position())
        if row >= 0 > column:
            self.person_opened.emit(row)
        elif column >= 0 > row:
            self.topic_opened.emit(column)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the cell under the pointer."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Mark no cell under the pointer."""
        self._hover(NOWHERE)
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the pointer in words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._words(self._at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), as_tooltip(words), self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Know how much is seen; in a low view heads are cut to leave room for cells."""
        super().resizeEvent(event)
        self._dress()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring; stand on the first cell when on none."""
        super().focusInEvent(event)
        if not self._is_cell(self._cell):
            self.go_to((0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells in view, the names beside and the heads above them."""
        places, view = self._places, QRectF(self.viewport().rect())
        ground = QColor(self._look.tokens.surface)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(view, ground)
            if places is None:
                return
            left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
            rows, columns = self._seen(places, left, top)
            painter.translate(-left, -top)
            draw_cells(painter, places, rows, columns, self._stamps)
            self._draw_rings(painter, places)
            painter.translate(left, 0)
            painter.fillRect(QRectF(0, top, places.names, view.height()), ground)
            draw_names(painter, places, rows)
            painter.translate(-left, top)
            painter.fillRect(QRectF(left, 0, view.width(), places.head), ground)
            draw_heads(painter, places, columns)
            painter.translate(left, 0)
            painter.fillRect(QRectF(0, 0, places.names, places.head), ground)
            draw_corner(painter, places)

    def _draw_rings(self, painter: QPainter, places: GridPlaces) -> None:
        """Draw where one stands, and what the pointer is over."""
        radius = self._look.metrics.radius_chip
        if self._is_cell(self._hovered):
            outline_round(painter, places.cell_rect(*self._hovered), radius, pen(self._look.tokens.text2))
        if self._is_cell(self._cell):
            rect = places.cell_rect(*self._cell)
            if self.hasFocus():
                draw_focus(painter, self._look.theme, rect, radius)
            else:
                outline_round(painter, rect, radius, pen(self._look.tokens.ctl, 2))

    def _seen(self, places: GridPlaces, left: int, top: int) -> tuple[range, range]:
        view = self.viewport()
        last_row = int((top + view.height() - places.head) // places.row) + 1
        last_column = int((left + view.width() - places.names) // places.cell) + 1
        return (
            range(int(top // places.row), min(last_row, len(places.heat.rows))),
            range(int(left // places.cell), min(last_column, len(places.heat.columns))),
        )

    def _goal(self, key: Qt.Key, *, ctrl: bool) -> Cell | None:
        """Where a key leads from the cell one stands on; None for other keys."""
        if self._places is None:
            return None
        row, column = self._cell
        last_row, last_column = len(self._places.heat.rows) - 1, len(self._places.heat.columns) - 1
        page = max(int(self.verticalScrollBar().pageStep() // self._places.row) - 1, 1)
        goals = {
            Qt.Key.Key_Up: (row - 1, column),
            Qt.Key.Key_Down: (row + 1, column),
            Qt.Key.Key_Left: (row, column - 1),
            Qt.Key.Key_Right: (row, column + 1),
            Qt.Key.Key_PageUp: (row - page, column),
            Qt.Key.Key_PageDown: (row + page, column),
            Qt.Key.Key_Home: (0 if ctrl else row, 0),
            Qt.Key.Key_End: (last_row if ctrl else row, last_column),
        }
        if key not in goals:
            return None
        to_row, to_column = goals[key]
        return min(max(to_row, 0), last_row), min(max(to_column, 0), last_column)

    def _at(self, spot: QPointF) -> Cell:
        """The row and column at a spot of the view; heads and names stay where they are when one scrolls."""
        places = self._places
        if places is None:
            return NOWHERE
        on_names, on_heads = spot.x() < places.names, spot.y() < places.head
        moved = QPointF(
            spot.x() + (0 if on_names else self.horizontalScrollBar().value()),
            spot.y() + (0 if on_heads else self.verticalScrollBar().value()),
        )
        return places.at(moved)

    def _is_cell(self, cell: Cell) -> bool:
        heat = self._heat
        return heat is not None and 0 <= cell[0] < len(heat.rows) and 0 <= cell[1] < len(heat.columns)

    def _words(self, cell: Cell) -> str:
        heat, (row, column) = self._heat, cell
        if heat is None or (row < 0 and column < 0):
            return ""
        if row < 0:
            return heat.columns[column].words
        return heat.rows[row].name if column < 0 else heat.cell_words(row, column)

    def _hover(self, cell: Cell) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.viewport().update()

    def _stand_on(self, cell: Cell) -> None:
        self._cell = cell
        self.setAccessibleDescription(self._words(cell))
        if self._places is not None:
            rect = self._places.cell_rect(*cell)
            for bar, start, size in (
                (self.verticalScrollBar(), rect.top() - self._places.head, rect.height()),
                (self.horizontalScrollBar(), rect.left() - self._places.names, rect.width()),
            ):
                bar.setValue(round(max(min(bar.value(), start), start + size - bar.pageStep())))
        self.stood_on.emit(*cell)
        self.viewport().update()

    def _dress(self) -> None:
        room = self.viewport().height() * _HEAD_SHARE
        self._places = None if self._heat is None else GridPlaces(self._heat, self._look.theme, room)
        self._arrange()

    def _arrange(self) -> None:
        places, view = self._places, self.viewport()
        if places is None:
            return
        for bar, room, whole, step in (
            (self.verticalScrollBar(), view.height() - places.head, places.height - places.head, places.row),
            (self.horizontalScrollBar(), view.width() - places.names, places.width - places.names, places.cell),
        ):
            shown = max(round(room), 1)
            bar.setRange(0, max(round(whole) - shown, 0))
            bar.setPageStep(shown)
            bar.setSingleStep(round(step))
        view.update()
