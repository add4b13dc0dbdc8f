"""Two panes beside each other where there is room, else one at a time with a button that turns between them."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.look.metrics import WidthStep


class OneOrBoth:
    """The panes of a window with their button, which says what it turns to; the first pane is shown first."""

    def __init__(self, look: Look, panes: tuple[QWidget, QWidget], button: QPushButton, words: tuple[str, str]) -> None:
        self._look = look
        self._panes = panes
        self._button = button
        self._words = words
        self._is_narrow: bool | None = None
        button.clicked.connect(self.turn)

    def fit(self, width: int) -> None:
        """Show as much as a window of this width has room for."""
        is_narrow = self._look.metrics.step(width) is WidthStep.NARROW
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._button.setVisible(is_narrow)
            self._show(first=True, second=not is_narrow)

    def turn(self) -> None:
        """Show the other pane."""
        is_second = self._panes[1].isVisible()
        self._show(first=is_second, second=not is_second)

    def go_back(self) -> bool:
        """Show the first pane where the second one has its place; whether it had."""
        has_its_place = bool(self._is_narrow) and self._panes[0].isHidden()
        if has_its_place:
            self._show(first=True, second=False)
        return has_its_place

    def _show(self, *, first: bool, second: bool) -> None:
        for pane, shown in zip(self._panes, (first, second), strict=True):
            pane.setVisible(shown)
        self._button.setText(self._words[1] if first else self._words[0])
