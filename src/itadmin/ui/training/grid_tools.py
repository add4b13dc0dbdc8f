"""The buttons over the table of a utbildningsplan: moment and målgrupper are added, moved and taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import Button, ButtonKind, IconButton
from itadmin.ui.widgets.flow_layout import FlowLayout

Offer = Sequence[tuple[str, str]]
"""Codes with their words."""


class GridTools(QWidget):
    """The buttons. `moved` gives rows and columns; `audience_wanted` and `kommun_wanted` give what was chosen."""

    module_wanted = Signal()
    module_unwanted = Signal()
    audience_wanted = Signal(str)
    audience_unwanted = Signal()
    kommun_wanted = Signal(str)
    moved = Signal(int, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout(look.metrics.gap)
        column.addLayout(self._flow)
        self.new_module = self._button("Nytt moment", "add", self.module_wanted.emit, "Nytt moment (Ctrl+N)")
        self.up = self._mover("Flytta upp", "Alt+Up", "arrow_up", (-1, 0))
        self.down = self._mover("Flytta ned", "Alt+Down", "arrow_down", (1, 0))
        self.drop_module = self._button("Ta bort momentet", "delete", self.module_unwanted.emit)
        self.new_audience = self._chooser("Ny målgrupp", "add")
        self.left = self._mover("Flytta målgruppen åt vänster", "Alt+Left", "arrow_left", (0, -1))
        self.right = self._mover("Flytta målgruppen åt höger", "Alt+Right", "arrow_right", (0, 1))
        self.drop_audience = self._button("Ta bort målgruppen", "delete", self.audience_unwanted.emit)
        self.new_kommun = self._chooser("Ny kommun", "add")

    def offer_audiences(self, offer: Offer) -> None:
        """Offer målgrupper that the plan does not have."""
        self._fill(self.new_audience, offer, self.audience_wanted.emit)

    def offer_kommuner(self, offer: Offer) -> None:
        """Offer kommuner that have no numbers."""
        self._fill(self.new_kommun, offer, self.kommun_wanted.emit)

    def enable(self, module: str, audience: str) -> None:
        """Offer what can be done with the moment and the målgrupp that one stands on; "" for none."""
        for button, word in ((self.drop_module, module), (self.drop_audience, audience)):
            button.setEnabled(bool(word))
            button.setToolTip(f"{button.text()} {word}" if word else "")
            button.setAccessibleName(f"{button.text()}: {word}" if word else button.text())
        for mover in (self.up, self.down):
            mover.setEnabled(bool(module))
        for mover in (self.left, self.right):
            mover.setEnabled(bool(audience))

    def _button(self, word: str, icon: str, work: Callable[[], None], tip: str = "") -> Button:
        button = Button(self._look, word, ButtonKind.QUIET, icon, small=True)
        button.setToolTip(tip)
        button.clicked.connect(lambda _checked=False: work())
        self._flow.addWidget(button)
        return button

    def _chooser(self, word: str, icon: str) -> Button:
        """A button that opens a list to choose from."""
        button = Button(self._look, word, ButtonKind.QUIET, icon, small=True)
        button.setMenu(QMenu(button))
        self._flow.addWidget(button)
        return button

    def _mover(self, word: str, keys: str, icon: str, by: tuple[int, int]) -> IconButton:
        mover = IconButton(self._look, icon, word, QKeySequence(keys), nominal=16)
        mover.clicked.connect(lambda _checked=False: self.moved.emit(*by))
        self._flow.addWidget(mover)
        return mover

    def _fill(self, button: Button, offer: Offer, wanted: Callable[[str], None]) -> None:
        menu = button.menu()
        menu.clear()
        for code, word in offer:
            menu.addAction(word.replace("&", "&&")).triggered.connect(lambda _on=False, code=code: wanted(code))
        button.setEnabled(bool(offer))
