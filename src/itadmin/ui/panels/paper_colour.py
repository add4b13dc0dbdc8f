"""The colour of an organisation's papers: a swatch of it, in words how it can be read, and choosing another.

Knows no record: it is given a colour as `#RRGGBB` and says which one is wanted.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QWidget

from itadmin.documents.content import STANDARD_ACCENT
from itadmin.domain.calculations.contrast import READABLE_CONTRAST, colour, contrast_on_white, readable, written
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.labels import Label

_CHOOSE = "Välj färg"
_OPTIONS = QColorDialog.ColorDialogOption.NoEyeDropperButton
"""Taking a colour off the screen has no Swedish name in Qt."""


def told_colour(accent: str) -> str:
    """A colour in words: how well it can be read on white paper, and what is done about it."""
    wanted = colour(accent or STANDARD_ACCENT)
    contrast = f"{contrast_on_white(wanted):.1f}".replace(".", ",")
    if not accent:
        return f"Ingen färg är vald. Handlingarna har programmets egen, {STANDARD_ACCENT}, med kontrasten {contrast}:1."
    if contrast_on_white(wanted) >= READABLE_CONTRAST:
        return f"Färgen har kontrasten {contrast}:1 mot vitt papper och går bra att läsa."
    least = f"{READABLE_CONTRAST:.1f}".replace(".", ",")
    return (
        f"Färgen har kontrasten {contrast}:1 mot vitt papper. Text behöver minst {least}:1, så i handlingarna görs den "
        f"mörkare, till {written(readable(wanted))}."
    )


class Swatch(QWidget):
    """A patch of one colour, as high as a line of text."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.accent = STANDARD_ACCENT

    def show_colour(self, accent: str) -> None:
        """Show a colour, `#RRGGBB`."""
        self.accent = accent
        self.setAccessibleName(f"Färgen {accent}")
        self.setToolTip(accent)
        self.update()

    def sizeHint(self) -> QSize:
        """Twice as wide as it is high."""
        edge = self._look.metrics.icon(20)
        return QSize(2 * edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it, within an edge that shows also what is as light as the page."""
        del event
        with QPainter(self) as painter:
            edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QColor(self._look.tokens.text2))
            painter.setBrush(QColor(self.accent))
            painter.drawRect(edge)


class PaperColour(QWidget):
    """The colour of papers in a row; `chosen` gives another that is wanted."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.swatch = Swatch(look)
        self.words = Label(look, wrap=True)
        self._choose = Button(look, f"{_CHOOSE}…", small=True)
        self._choose.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.gap)
        self.swatch.setSizePolicy(self._choose.sizePolicy())
        row.addWidget(self.swatch)
        row.addWidget(self._choose)
        row.addWidget(self.words, 1)

    def show_accent(self, accent: str, *, writable: bool) -> None:
        """Show a colour, "" for the program's own, and whether another may be chosen."""
        self.swatch.show_colour(accent or STANDARD_ACCENT)
        self.words.setText(told_colour(accent))
        self._choose.setVisible(writable)

    def _ask(self) -> None:
        wanted = QColorDialog.getColor(QColor(self.swatch.accent), self, _CHOOSE, _OPTIONS)
        if wanted.isValid():
            self.chosen.emit(wanted.name().upper())
