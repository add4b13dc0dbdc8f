"""The bare window: it tells what happens to it and keeps its place."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings
from PySide6.QtGui import QFont, QScreen
from pytestqt.qtbot import QtBot

from itadmin.ui.frame import Frame


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_the_first_paint_is_told_once(settings: QSettings, qtbot: QtBot) -> None:
    frame = Frame(settings)
    qtbot.addWidget(frame)
    painted: list[None] = []
    frame.painted.connect(lambda: painted.append(None))
    frame.show()
    qtbot.waitUntil(lambda: painted == [None])
    frame.grab()
    assert painted == [None]


def test_size_and_font_are_told_as_another_size(settings: QSettings, qtbot: QtBot) -> None:
    frame = Frame(settings)
    qtbot.addWidget(frame)
    frame.show()
    with qtbot.waitSignal(frame.resized):
        frame.resize(700, 500)
    with qtbot.waitSignal(frame.resized):
        frame.setFont(QFont("DejaVu Sans", 30))


def test_the_place_is_kept_until_next_time(settings: QSettings, qtbot: QtBot) -> None:
    frame = Frame(settings)
    qtbot.addWidget(frame)
    frame.resize(777, 555)
    frame.show()
    with qtbot.waitSignal(frame.closing):
        frame.close()
    again = Frame(settings)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (777, 555)


@pytest.mark.parametrize("place", [None, b"not a place"])
@pytest.mark.parametrize(
    ("room", "size"),
    [
        (QRect(0, 0, 1920, 1040), (1400, 880)),
        (QRect(0, 0, 1280, 720), (1264, 680)),
        (QRect(1920, 30, 1440, 870), (1400, 830)),
    ],
)
def test_the_first_time_it_has_the_usual_size_but_never_more_than_the_screen(
    settings: QSettings,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    place: bytes | None,
    room: QRect,
    size: tuple[int, int],
) -> None:
    settings.setValue("window/geometry", place)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: room)
    frame = Frame(settings)
    qtbot.addWidget(frame)
    assert (frame.width(), frame.height()) == size
    assert room.contains(frame.geometry())
