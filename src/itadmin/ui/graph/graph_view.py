"""The drawn picture of dependencies, walked through with the arrow keys.

The same stands as a list beside it, which a screen reader reads; here the box one stands on is told in words.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from itadmin.services.dependency_picture import Box, Picture, Weight
from itadmin.ui.graph.painting import Placed, draw_picture, place
from itadmin.ui.graph.walking import along, beside
from itadmin.ui.graph.zoomed_area import ZoomedArea
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.tooltips import as_tooltip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class GraphView(ZoomedArea):
    """Shows a picture. A click, or Enter, says `opened` (record id); with Ctrl it says `centred`.

    `unfolded` gives the layer of a box of several that was opened, `current_changed` the key of the box stood on.
    """

    opened = Signal(object)
    centred = Signal(object)
    unfolded = Signal(int)
    current_changed = Signal(str)

    def __init__(self, look: Look, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._placed = place(picture, look.theme)
        self._current = picture.centre
        self.set_picture(picture)
        look.changed.connect(self._on_look_changed)

    @property
    def current(self) -> str:
        """The key of the box one stands on."""
        return self._current

    @property
    def placed(self) -> Placed:
        """What is shown, with the place of everything in it."""
        return self._placed

    def set_picture(self, picture: Picture) -> None:
        """Show another picture; one stays on the same box if it is there, else on what the picture is about."""
        self._placed = place(picture, self.look.theme)
        self.setAccessibleName(picture.sentence)
        self.set_size(QSizeF(self._placed.width, self._placed.height))
        self._stand_on(self._current if self._current in picture.boxes else picture.centre)

    def go_to(self, key: str) -> None:
        """Stand on a box, if it is shown."""
        if key in self._placed.picture.boxes and key != self._current:
            self._stand_on(key)

    def box_centre(self, key: str) -> QPoint:
        """Where in the view the middle of a box is."""
        return self.in_view(self._placed.rect(key)).center().toPoint()

    def draw(self, painter: QPainter) -> None:
        """Draw the picture."""
        draw_picture(painter, self._placed, self.look.theme, self._current, has_focus=self.hasFocus())

    def is_link(self, place: QPointF) -> bool:
        """Say whether there is a box."""
        return bool(self._placed.box_at(place))

    def clicked(self, place: QPointF, *, control: bool) -> None:
        """Stand on a box, and open it."""
        key = self._placed.box_at(place)
        if key:
            self._stand_on(key)
            self._use(key, centre=control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk between boxes, and open the one stood on."""
        key, held = Qt.Key(event.key()), event.modifiers()
        goal = "" if held & Qt.KeyboardModifier.AltModifier else self._goal(key)
        if goal:
            self._stand_on(goal)
            where = self.in_view(self._placed.rect(goal)).bottomLeft().toPoint()
            QToolTip.showText(self.viewport().mapToGlobal(where), as_tooltip(self._box(goal).words), self)
        elif key in _ENTER:
            self._use(self._current, centre=bool(held & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a box."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        key = self._placed.box_at(self.in_picture(event.pos())) if by_mouse else self._current
        if not key:
            return
        self._stand_on(key)
        menu = self.menu_of(key)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.box_centre(key)))

    def menu_of(self, key: str) -> QMenu:
        """The menu of a box."""
        menu, box = QMenu(self), self._box(key)
        if box.weight is Weight.MORE:
            menu.addAction("Visa alla", lambda: self._use(key, centre=False))
        elif box.record_id is not None:
            menu.addAction("Öppna systemet", lambda: self._use(key, centre=False))
            centre = menu.addAction("Visa beroenden härifrån", lambda: self._use(key, centre=True))
            centre.setEnabled(box.weight is not Weight.OWN)
        else:
            menu.addAction("Extern part utan egen post").setEnabled(False)
        return menu

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the box under the pointer in words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            key = self._placed.box_at(self.in_picture(event.pos()))
            QToolTip.showText(event.globalPos(), as_tooltip(self._box(key).words if key else ""), self)
            return True
        return super().viewportEvent(event)

    def _goal(self, key: Qt.Key) -> str:
        """The box that a key leads to; "" when it leads to none."""
        match key:
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                return beside(self._placed, self._current, 1 if key == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                return along(self._placed, self._current, 1 if key == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Home:
                return self._placed.picture.centre
        return ""

    def _use(self, key: str, *, centre: bool) -> None:
        box = self._box(key)
        if box.weight is Weight.MORE:
            self.unfolded.emit(box.layer)
        elif box.record_id is not None and centre:
            self.centred.emit(box.record_id)
        elif box.record_id is not None:
            self.opened.emit(box.record_id)

    def _stand_on(self, key: str) -> None:
        self._current = key
        self.setAccessibleDescription(self._box(key).words)
        self._show(self._placed.rect(key))
        self.current_changed.emit(key)

    def _show(self, rect: QRectF) -> None:
        self.show_rect(rect)
        self.viewport().update()

    def _box(self, key: str) -> Box:
        return self._placed.picture.boxes[key]

    def _on_look_changed(self) -> None:
        self.set_picture(self._placed.picture)
