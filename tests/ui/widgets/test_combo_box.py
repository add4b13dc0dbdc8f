"""A choice is not changed by scrolling past it, and its list shows whole rows."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.combo_box import ComboBox


def turn(box: ComboBox) -> bool:
    here, none, inverted = QPointF(20, 10), QPoint(), False
    event = QWheelEvent(
        here,
        here,
        none,
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        inverted,
    )
    box.wheelEvent(event)
    return event.isAccepted()


def test_the_wheel_chooses_only_with_the_focus(qtbot: QtBot, look: Look) -> None:
    box = ComboBox(look)
    qtbot.addWidget(box)
    box.addItems(["Egen drift", "Annan kommun"])
    box.show()
    box.clearFocus()
    assert not turn(box)
    assert box.currentIndex() == 0
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    turn(box)
    assert box.currentIndex() == 1


def test_the_arrow_is_drawn(qtbot: QtBot, look: Look) -> None:
    box = ComboBox(look)
    qtbot.addWidget(box)
    box.resize(160, look.metrics.button)
    image = box.grab().toImage()
    arrow = {image.pixelColor(x, y).name() for x in range(130, 154) for y in range(8, 22)}
    assert len(arrow) > 2


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(("rows", "shown"), [(1, 1), (8, 8), (40, 14)])
@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_the_list_shows_whole_rows_and_scrolls_only_when_it_must(
    qtbot: QtBot, look: Look, factor: float, rows: int, shown: int
) -> None:
    look.set_text_factor(factor)
    box = ComboBox(look)
    qtbot.addWidget(box)
    box.addItems([f"Åmåls kommun {number}" for number in range(rows)])
    box.show()
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    assert view.viewport().height() == shown * view.sizeHintForRow(0)
    assert (view.verticalScrollBar().maximum() > 0) == (rows > shown)
    assert view.sizeHintForRow(0) >= look.fonts.height(TextStyle.TEXT)
    box.hidePopup()
