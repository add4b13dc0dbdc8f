"""A link that gives way when it is narrow: elided, with all of its words in the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.painting import line_width, one_line
from itadmin.ui.widgets.tooltips import as_tooltip

_FEW_LETTERS = "MMMM…"


class ElidedLink(LinkButton):
    """A link whose accessible name is whole whatever is seen of it."""

    def __init__(
        self, look: Look, text: str, style: TextStyle = TextStyle.TEXT, *, parent: QWidget | None = None
    ) -> None:
        self._whole = text
        super().__init__(look, text, style, parent=parent)

    def set_words(self, text: str) -> None:
        """Show other words, as far as there is room."""
        self._whole = text
        super().set_words(text)
        self.updateGeometry()
        if self.isVisible():
            self._elide()

    def minimumSizeHint(self) -> QSize:
        """Give way down to a few letters."""
        hint = self.sizeHint()
        theme = self._look.theme
        few = line_width(theme, _FEW_LETTERS, self._style) + 2 * theme.metrics.link_pad
        return QSize(min(hint.width(), few), hint.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Show what there is room for, also of words that came while it was hidden."""
        super().showEvent(event)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        theme = self._look.theme
        shown = one_line(theme, self._whole, self._style, self.width() - 2 * theme.metrics.link_pad)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip("" if shown == self._whole else as_tooltip(self._whole))
