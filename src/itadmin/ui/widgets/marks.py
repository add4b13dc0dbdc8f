"""Signs as small widgets: a sign alone, and the open ring with “saknas”."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import make_plain
from itadmin.ui.widgets.painting import draw_text, line_width
from itadmin.ui.widgets.signs import Sign, draw_sign, sign_size

MISSING = "saknas"
DASH = "–"  # nothing there, as it should be


class SignMark(QWidget):
    """A sign beside a word. It says nothing to a screen reader: the word does."""

    def __init__(self, look: Look, sign: Sign, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sign = sign
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_as(self, sign: Sign, ink: Ink) -> None:
        """Show another sign."""
        self._sign = sign
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        """Be a square that follows the text size."""
        edge = sign_size(self._look.theme)
        return QSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        theme = self._look.theme
        with QPainter(self) as painter:
            draw_sign(painter, theme, QRectF(self.rect()), self._sign, theme.tokens.ink(self._ink))


class MissingMark(QLabel):
    """The open ring and “saknas”, where a value is expected but not there."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        make_plain(self)
        self.setText(MISSING)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Follow the text size."""
        theme = self._look.theme
        width = sign_size(theme) + theme.metrics.tight + line_width(theme, MISSING, TextStyle.TEXT)
        return QSize(width, max(theme.metrics.line, sign_size(theme)))

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        with QPainter(self) as painter:
            draw_missing(painter, self._look.theme, QRectF(self.rect()))


def draw_missing(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """Draw the open ring and “saknas” at the left of `rect`."""
    edge = sign_size(theme)
    ink = theme.tokens.amber.ink
    draw_sign(painter, theme, QRectF(rect.left() - 1, rect.top(), edge, rect.height()), Sign.MISSING, ink)
    word = rect.adjusted(edge + theme.metrics.tight - 1, 0, 0, 0)
    draw_text(painter, theme, word, MISSING, TextStyle.TEXT, ink)
