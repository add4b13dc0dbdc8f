"""Text size and colours by command, kept at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from itadmin.ui.dialogs.appearance import AppearanceDialog
from itadmin.ui.frame import Frame
from itadmin.ui.last_place import opens_where_left
from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.look_settings import kept_look
from itadmin.ui.main_window import MainWindow


@pytest.fixture
def window(look: Look, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    frame = Frame(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(frame)
    frame.resize(1500, 800)
    return MainWindow(frame, look)


def test_keys_make_the_text_larger_smaller_and_usual(window: MainWindow) -> None:
    sizes = []
    for command in ("larger", "larger", "smaller", "normal_size"):
        window.commands[command].trigger()
        sizes.append(kept_look(window.frame.settings)[1])
    assert sizes == [1.1, 1.2, 1.1, 1.0]


def test_larger_text_counts_as_a_narrower_window(window: MainWindow) -> None:
    steps = [window.step]
    window.stepped.connect(steps.append)
    window.look.set_text_factor(1.5)
    assert steps == [WidthStep.WIDE, WidthStep.NARROW]


def test_what_is_chosen_in_the_dialog_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitExposed(window.frame):
        window.frame.show()
    window.commands["appearance"].trigger()
    dialog = window.frame.findChild(AppearanceDialog)
    assert dialog is not None
    dialog.schemes[Scheme.DARK].click()
    assert not opens_where_left(window.frame.settings)
    dialog.opening.click()
    dialog.close()
    assert window.look.tokens.dark
    assert kept_look(window.frame.settings) == (Scheme.DARK, 1.0)
    assert opens_where_left(window.frame.settings)
    window.commands["appearance"].trigger()
    assert all(each.opening.isChecked() for each in window.frame.findChildren(AppearanceDialog) if each.isVisible())
