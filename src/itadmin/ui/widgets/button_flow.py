"""Small buttons beside each other, on as many lines as they need."""

from __future__ import annotations

from collections.abc import Callable

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.flow_layout import FlowLayout


class ButtonFlow(FlowLayout):
    """Has no button until one is added."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.metrics.gap)
        self._look = look

    def add(self, word: str, icon: str, work: Callable[[], object]) -> Button:
        """Add a button that does some work."""
        button = Button(self._look, word, icon=icon, small=True)
        button.clicked.connect(lambda _checked=False: work())
        self.addWidget(button)
        return button
