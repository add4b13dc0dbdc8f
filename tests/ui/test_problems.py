"""A known error is told in the page when there is a notice, and in a dialog when there is none."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import KnownError
from itadmin.ui.dialogs.problem import ProblemDialog
from itadmin.ui.look.look import Look
from itadmin.ui.problems import show_known_error
from itadmin.ui.widgets.notice import Concern, Notice

ERROR = KnownError("Filen är <b>skrivskyddad</b>.", details="SQLITE_READONLY")


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def shown() -> list[ProblemDialog]:
    return [
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ProblemDialog) and widget.isVisible()
    ]


def test_a_notice_tells_it_and_no_dialog_opens(look: Look, host: QWidget, qtbot: QtBot) -> None:
    notice = Notice(look)
    qtbot.addWidget(notice)
    show_known_error(host, ERROR, notice)
    message = notice.shown()
    assert message is not None
    assert message.concern is Concern.PROBLEM
    assert notice.accessibleName() == "Det gick inte. Filen är <b>skrivskyddad</b>."
    assert shown() == []


def test_a_dialog_tells_it_with_the_details_folded(host: QWidget) -> None:
    show_known_error(host, ERROR)
    (dialog,) = shown()
    assert dialog.details.isHidden()
    dialog.unfold.click()
    assert dialog.details.isVisible()
    assert dialog.details.toPlainText() == "SQLITE_READONLY"
    dialog.unfold.click()
    assert dialog.details.isHidden()
    dialog.close()
