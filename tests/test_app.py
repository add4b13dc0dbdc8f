from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itadmin import app
from itadmin.services.workspace import Workspace
from itadmin.ui.last_place import open_where_left
from itadmin.ui.register.page import RegisterPage


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
    ],
)
def test_only_linux_can_be_without_a_display(platform: str, environment: dict[str, str], expected: bool) -> None:
    assert app.has_display(platform, environment) is expected


def test_without_a_display_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app, "has_display", lambda _platform, _environment: False)
    assert app.main([]) == 3
    assert capsys.readouterr().err.startswith("Ingen skärm hittades.")


def test_the_window_opens_on_the_file_it_is_given(
    qapp: QApplication, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.records.add("systems", {"name": "Lifecare"})
    workspace.close()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    open_where_left(settings, chosen=True)
    frame = app.make_frame(qapp, settings, workspace.path)
    qtbot.addWidget(frame)
    frame.show()
    qtbot.waitUntil(lambda: frame.findChild(RegisterPage) is not None, timeout=20_000)
    page = frame.findChild(RegisterPage)
    assert page is not None
    assert page.model.index(0, 0).data() == "Lifecare"
    assert frame.windowTitle() == "Bengtsfors kommun – itadmin"
    frame.close()
