"""What the program is, and what it owes to others."""

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from itadmin import __version__
from itadmin.storage.sqlite_version import SQLITE_VERSION
from itadmin.ui.dialogs.about import AboutDialog
from itadmin.ui.look.look import Look


@pytest.fixture
def dialog(look: Look, qtbot: QtBot) -> AboutDialog:
    dialog = AboutDialog(look, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize("owed", ["EUPL-1.2", "LGPLv3", "SIL Open Font License 1.1", "MIT", "SQLite"])
def test_it_tells_under_which_licences(dialog: AboutDialog, owed: str) -> None:
    assert any(owed in label.text() for label in dialog.findChildren(QLabel))


def test_the_versions_can_be_copied(dialog: AboutDialog) -> None:
    dialog.copy.click()
    for part in (f"itadmin {__version__}", f"Qt {qVersion()}", f"SQLite {SQLITE_VERSION}"):
        assert part in QApplication.clipboard().text()
