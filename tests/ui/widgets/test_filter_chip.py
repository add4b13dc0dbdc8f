"""A condition as a chip: pressed, removed and walked by mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.widgets.filter_chip import FilterChip


@pytest.fixture
def chip(qtbot: QtBot, look: Look) -> FilterChip:
    chip = FilterChip(look, "läge", "I drift")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    with qtbot.waitExposed(chip):
        chip.show()
    return chip


def test_it_says_what_it_is(chip: FilterChip) -> None:
    assert chip.accessibleName() == "Villkor: läge I drift"
    assert chip.words == "läge I drift"
    assert "Delete" in chip.accessibleDescription()


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Return, "clicked"),
        (Qt.Key.Key_Space, "clicked"),
        (Qt.Key.Key_Delete, "removed"),
        (Qt.Key.Key_Backspace, "removed"),
        (Qt.Key.Key_Left, "moved"),
        (Qt.Key.Key_Right, "moved"),
    ],
)
def test_keys(chip: FilterChip, key: Qt.Key, signal: str) -> None:
    spies = {name: QSignalSpy(getattr(chip, name)) for name in ("clicked", "removed", "moved")}
    QTest.keyClick(chip, key)
    assert [name for name, spy in spies.items() if spy.count()] == [signal]
    if signal == "moved":
        assert spies[signal].at(0) == [1 if key == Qt.Key.Key_Right else -1]


@pytest.mark.parametrize(("from_right", "signal"), [(8, "removed"), (60, "clicked")])
def test_the_cross_removes_and_the_words_open(chip: FilterChip, from_right: int, signal: str) -> None:
    spies = {name: QSignalSpy(getattr(chip, name)) for name in ("clicked", "removed")}
    place = QPoint(chip.width() - from_right, chip.height() // 2)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=place)
    assert [name for name, spy in spies.items() if spy.count()] == [signal]


def test_it_is_as_wide_as_its_words_and_gives_way(chip: FilterChip, look: Look) -> None:
    longer = FilterChip(look, "läge", "I drift eller Planerad")
    assert longer.sizeHint().width() > chip.sizeHint().width()
    assert longer.minimumSizeHint().width() < longer.sizeHint().width()
    before = chip.sizeHint()
    look.set_text_factor(1.5)
    assert chip.sizeHint().height() > before.height()
    longer.deleteLater()


def test_focus_and_colours_are_seen(chip: FilterChip, look: Look, qtbot: QtBot) -> None:
    chip.clearFocus()
    pictures = [chip.grab().toImage()]
    chip.setFocus()
    chip.activateWindow()
    qtbot.waitUntil(chip.hasFocus)
    pictures.append(chip.grab().toImage())
    look.set_scheme(Scheme.DARK)
    pictures.append(chip.grab().toImage())
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[place + 1 :])
