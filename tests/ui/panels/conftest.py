"""What the tests of panels share: what is seen, and pressing what one sees."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def seen() -> Callable[[QWidget], list[str]]:
    """The words of the labels and buttons that are visible in a widget."""

    def words(widget: QWidget) -> list[str]:
        QApplication.processEvents()
        parts = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
        return [part.text() for part in parts if part.isVisible() and part.text()]

    return words


@pytest.fixture
def press(qtbot: QtBot) -> Callable[[QWidget, str], None]:
    """Click the visible button whose words or accessible name these are."""

    def pressing(widget: QWidget, words: str) -> None:
        buttons = [item for item in widget.findChildren(QAbstractButton) if item.isVisible()]
        button = next(item for item in buttons if words in (item.text(), item.accessibleName()))
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    return pressing


@pytest.fixture
def sheet_of() -> Callable[[QWidget, type[Any]], Any]:
    """The sheet of a kind that stands open over a page."""

    def found(page: QWidget, kind: type[Any]) -> Any:
        (sheet,) = [item for item in page.findChildren(kind) if isinstance(item, QDialog) and item.isVisible()]
        return sheet

    return found
