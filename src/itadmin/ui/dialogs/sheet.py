"""The frame that dialogs share: a sheet with what is told, and a foot with the buttons. Escape closes.

Where something is written that would be thrown away, it says so first, and closes the next time.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from itadmin.ui.forms import load_form
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.reading_order import step_focus

_OF_SCREEN = 0.92
_NO_SCREEN = 1_000_000
_UNSAVED = "Det som är skrivet är inte sparat. Esc en gång till slänger det."


class SheetDialog(QDialog):
    """A dialog that is deleted when it is closed. Put parts in `body` and buttons with `add_button`."""

    sheet: QWidget
    foot_row: QWidget
    body: QVBoxLayout
    foot: QHBoxLayout
    rows: QVBoxLayout

    def __init__(self, look: Look, title: str, size: tuple[int, int], parent: QWidget | None) -> None:
        """`size` is width and height in pixels for text of 13 pixels; a height of 0 follows what is in the dialog."""
        super().__init__(parent)
        self.look = look
        self._size = size
        self._told_unsaved: object = None
        load_form("dialog", self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        set_property(self, "ground", "surface")
        set_property(self.sheet, "ground", "surface")
        set_property(self.foot_row, "ground", "window")
        self.foot.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()
        self.resize(
            min(look.metrics.px(size[0]), self._most_width()), min(look.metrics.px(size[1]), self._most_height())
        )

    def add_button(
        self, text: str, kind: ButtonKind = ButtonKind.PLAIN, icon: str = "", *, first: bool = False
    ) -> Button:
        """Add a button to the foot, at the left of it when `first`."""
        button = Button(self.look, text, kind, icon)
        if first:
            self.foot.insertWidget(0, button)
        else:
            self.foot.addWidget(button)
        return button

    def add_close(self, text: str = "Stäng") -> Button:
        """Add the button that closes, and give it the focus."""
        button = self.add_button(text)
        button.clicked.connect(self.reject)
        button.setFocus()
        return button

    def unsaved(self) -> object:
        """What is written that closing would throw away, in any form that can be compared; None for nothing."""
        return None

    def reject(self) -> None:
        """Close, unless something would be thrown away that has not been told of."""
        written = self.unsaved()
        if written is None or written == self._told_unsaved:
            super().reject()
            return
        if self._told_unsaved is None:
            self.foot.insertWidget(0, Label(self.look, _UNSAVED, TextStyle.SECOND, Ink.AMBER, wrap=True), 100)
        self._told_unsaved = written

    def discard(self) -> None:
        """Close, whatever is written."""
        super().reject()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab follow the order one reads in."""
        return step_focus(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the key for help reach the window under the dialog, whose commands sleep meanwhile."""
        if event.matches(QKeySequence.StandardKey.HelpContents):
            self._ask_for_help(event.key())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as what is told, where no height is given."""
        super().showEvent(event)
        if not self._size[1]:
            self.fit_height()

    def fit_height(self) -> None:
        """Be as high as what is told now."""
        if self.isVisible():
            self.resize(self.width(), self.rows.totalHeightForWidth(self.width()))

    def _dress(self) -> None:
        metrics = self.look.metrics
        self.setMinimumWidth(min(metrics.px(self._size[0]), self._most_width()))
        self.body.setContentsMargins(metrics.margin, metrics.margin, metrics.margin, metrics.margin)
        self.body.setSpacing(metrics.block)
        self.foot.setContentsMargins(metrics.section_gap, metrics.block, metrics.section_gap, metrics.block)
        self.foot.setSpacing(metrics.gap)

    def _ask_for_help(self, key: int) -> None:
        parent = self.parentWidget()
        for action in parent.window().actions() if parent is not None else ():
            if QKeySequence(key) in action.shortcuts():
                action.trigger()

    def _most_height(self) -> int:
        """The height of the screen but for a title bar."""
        screen = self.screen()
        return int(screen.availableGeometry().height() * _OF_SCREEN) if screen else _NO_SCREEN

    def _most_width(self) -> int:
        """The width of the screen but for its edges."""
        screen = self.screen()
        return int(screen.availableGeometry().width() * _OF_SCREEN) if screen else _NO_SCREEN
