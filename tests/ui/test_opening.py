"""A large register is shown before it is backed up."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from itadmin.services import workspace as workspaces
from itadmin.services.backups import Backups
from itadmin.services.clock import Surroundings
from itadmin.ui import opening as openings
from itadmin.ui.background import Background
from itadmin.ui.frame import Frame
from itadmin.ui.look.look import Look
from itadmin.ui.main_window import MainWindow
from itadmin.ui.opening import Opening


def test_a_large_register_is_shown_and_then_backed_up(
    qtbot: QtBot, look: Look, register_path: Path, around: Surroundings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openings, "install_crash_handler", lambda: None)
    monkeypatch.setattr(workspaces, "_SOON_COPIED", 0)
    monkeypatch.setattr(openings, "_UNTIL_BACKUP", 0)
    frame = Frame(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(frame)
    background, backups = Background(at_once=True), Backups(register_path, around)
    opening = Opening(MainWindow(frame, look), background, around)
    opening.open(register_path)
    assert opening.bench
    assert backups.all() == []
    qtbot.waitUntil(lambda: len(backups.all()) == 1)
    opening.close()
    background.close()
