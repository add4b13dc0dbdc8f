"""What the tests of the look share."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from itadmin.ui.look.look import Look, Scheme, apply_look


@pytest.fixture
def base_font() -> QFont:
    font = QFont("DejaVu Sans")
    font.setPixelSize(13)
    return font


@pytest.fixture
def look(qapp: QApplication, base_font: QFont) -> Iterator[Look]:
    """A light look on the application, taken off afterwards."""
    own_font, own_palette = QFont(qapp.font()), QPalette(qapp.palette())
    qapp.setFont(base_font)
    look = apply_look(qapp, Scheme.LIGHT, 1.0)
    yield look
    look.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setPalette(own_palette)
    qapp.setFont(own_font)


@pytest.fixture
def drawn() -> Callable[[QWidget], bytes]:
    """Give what a widget draws, to be compared with what it draws at another time."""

    def draw(widget: QWidget) -> bytes:
        image = widget.grab().toImage()
        return bytes(image.constBits())  # the image must live for as long as its bits are read

    return draw
