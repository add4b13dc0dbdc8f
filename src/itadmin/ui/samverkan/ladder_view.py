"""The ladder on the screen: a system is chosen with the mouse or the arrow keys, and opened with Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from itadmin.domain.keys import Key
from itadmin.ui.look.look import Look
from itadmin.ui.samverkan.ladder import Ladder
from itadmin.ui.samverkan.ladder_painting import Box, LadderPlaces, draw_ladder, least_height
from itadmin.ui.widgets.painting import draw_focus
from itadmin.ui.widgets.tooltips import as_tooltip

_LEAST_STEP = 116
_WANTED = 250


class LadderView(QWidget):
    """Shows a ladder. `chosen` gives the key of a system, `opened` that of one that is wanted.

    `more_wanted` when one asks for those that a step has no room for.
    """

    chosen = Signal(bytes)
    opened = Signal(bytes)
    more_wanted = Signal()

    def __init__(self, look: Look, ladder: Ladder) -> None:
        super().__init__()
        self._look = look
        self._ladder = ladder
        self._key: Key | None = None
        self._places: LadderPlaces | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._lay_out)
        self.show_ladder(ladder)

    def show_ladder(self, ladder: Ladder) -> None:
        """Show another ladder."""
        self._ladder = ladder
        self.setAccessibleName(f"{ladder.title}. {ladder.sentence}")
        self._lay_out()

    def choose(self, key: Key | None) -> None:
        """Ring a system, if it stands on the ladder; says nothing."""
        if key == self._key:
            return
        self._key, self._places = key, None
        box = None if key is None else self.places.box_of(key)
        self.setAccessibleDescription("" if box is None else self._words(box))
        self.update()

    @property
    def places(self) -> LadderPlaces:
        """Where everything lies now."""
        if self._places is None:
            self._places = LadderPlaces(self._ladder, self._look.theme, self.width(), self.height(), self._key)
        return self._places

    def sizeHint(self) -> QSize:
        """Want room for a few systems on each step."""
        metrics = self._look.metrics
        return QSize(metrics.px(2 * _LEAST_STEP) * 3, metrics.px(_WANTED))

    def minimumSizeHint(self) -> QSize:
        """Give way until the names of the steps cannot be read."""
        steps = len(self._ladder.steps)
        return QSize(steps * self._look.metrics.px(_LEAST_STEP), round(least_height(self._look.theme)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_ladder(painter, self.places)
            if self.hasFocus():
                box = self.places.box_of(self._key) if self._key else None
                ring = box.rect.adjusted(-3, -3, 3, 3) if box else self.rect().toRectF()
                draw_focus(painter, self._look.theme, ring, self._look.metrics.radius_chip)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked."""
        box = self._at(event.position())
        if box is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if box.key is None:
            self.more_wanted.emit()
        else:
            self._come_to(box)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the system that is clicked twice."""
        box = self._at(event.position())
        if box is not None and box.key is not None:
            self.opened.emit(box.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        is_box = self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_box else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk up and down a step and between steps; Enter opens."""
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}
        if key in steps:
            self._walk(*steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._key is not None:
            self.opened.emit(self._key)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell what is under the pointer in words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            box = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), as_tooltip(self._words(box)) if box else "", self)
            return True
        return super().event(event)

    def _walk(self, across: int, up: int) -> None:
        boxes = [box for box in self.places.boxes if box.key is not None]
        standing = next((box for box in boxes if box.key == self._key), None)
        if standing is None:
            if boxes:
                self._come_to(boxes[0])
            return
        if across:
            ahead = [box for box in boxes if (box.step - standing.step) * across > 0]
            nearest = min((abs(box.step - standing.step) for box in ahead), default=0)
            goals = [box for box in ahead if abs(box.step - standing.step) == nearest]
            goal = min(goals, key=lambda box: abs(box.rect.top() - standing.rect.top()), default=None)
        else:
            place = boxes.index(standing) + up
            goal = boxes[place] if 0 <= place < len(boxes) and boxes[place].step == standing.step else None
        if goal is not None:
            self._come_to(goal)

    def _come_to(self, box: Box) -> None:
        if box.key is not None:
            self.choose(box.key)
            self.chosen.emit(box.key)

    def _at(self, spot: QPointF) -> Box | None:
        return next((box for box in self.places.boxes if box.rect.contains(spot)), None)

    def _words(self, box: Box) -> str:
        step = self._ladder.steps[box.step]
        if box.key is None:
            names = ", ".join(system.name for system in step.systems)
            return f"Nivå {step.level} {step.name}: {names}"
        return f"{box.text}: nivå {step.level} {step.name}"

    def _lay_out(self) -> None:
        self._places = None
        self.updateGeometry()
        self.update()
