"""What the tests of the parts share."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget


@pytest.fixture
def drawn() -> Callable[[QWidget], bytes]:
    """Give what a widget draws, to be compared with what it draws at another time."""

    def draw(widget: QWidget) -> bytes:
        image = widget.grab().toImage()
        return bytes(image.constBits())  # the image must live for as long as its bits are read

    return draw
