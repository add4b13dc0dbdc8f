"""The focus in contrast mode: a ring over the part that has it, as the style sheet that else draws it is not worn.

Lists and what we paint ourselves draw their own.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.painting import draw_focus

_RINGED = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QSlider, QTabBar, QTextEdit)


class ContrastRings(QObject):
    """Lays a ring on whatever gets the focus while contrast mode is on; lives as long as the look."""

    def __init__(self, application: QApplication, look: Look) -> None:
        super().__init__(look)
        self._application = application
        self._look = look
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._look.tokens.contrast and isinstance(new, _RINGED):
            ContrastRing(self._application, self._look, new)


class ContrastRing(QWidget):
    """The ring on one part, which it lies over and goes with; gone when the focus is."""

    def __init__(self, application: QApplication, look: Look, part: QWidget) -> None:
        super().__init__(part)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(part.size())
        part.installEventFilter(self)
        application.focusChanged.connect(self._on_focus)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the part."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, as long as the look is still one of contrast."""
        theme = self._look.theme
        if theme.tokens.contrast:
            with QPainter(self) as painter:
                draw_focus(painter, theme, QRectF(self.rect()), theme.metrics.radius_chip)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not self.parentWidget():
            self.hide()
            self.deleteLater()
