"""What is past its time stands with ticks, follows the register, and leads to the last question."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.retention.dialog import RetentionDialog
from itadmin.ui.retention.erasure_dialog import ErasureDialog
from itadmin.ui.session import Session

Show = Callable[[], RetentionDialog]


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Show]:
    parent = QWidget()
    qtbot.addWidget(parent)

    def make() -> RetentionDialog:
        dialog = RetentionDialog(session, parent)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    yield make
    for dialog in parent.findChildren(RetentionDialog):
        dialog.close()


def words(dialog: RetentionDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_without_rules_one_is_told_where_to_write_them(show: Show, session: Session, qtbot: QtBot, anna: UUID) -> None:
    assert anna
    dialog = show()
    assert any("Ni har inga gallringsfrister" in text for text in words(dialog))
    assert not dialog.erase.isEnabled()
    with qtbot.waitSignal(session.guide.list_wanted) as asked:
        qtbot.mouseClick(dialog.rules, Qt.MouseButton.LeftButton)
    assert asked.args[0] == "retention_rules"


@pytest.mark.usefixtures("months")
def test_what_is_ticked_is_looked_at_and_goes(show: Show, workspace: Workspace, anna: UUID, qtbot: QtBot) -> None:
    dialog = show()
    assert dialog.people[anna].accessibleName() == "Anna Ek · Rektor · slutade 2020-06-30"
    assert dialog.texts is not None
    assert dialog.texts.text() == "Texterna i 1 deltagande som är äldre än 12 månader"
    qtbot.mouseClick(dialog.erase, Qt.MouseButton.LeftButton)
    question = dialog.findChild(ErasureDialog)
    assert isinstance(question, ErasureDialog)
    question.understood.setChecked(True)
    qtbot.mouseClick(question.carry_out, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert workspace.reading().one("people", anna).label == "Person som har slutat"
    assert any("Inget är äldre" in text for text in words(dialog))


@pytest.mark.usefixtures("months")
def test_nothing_ticked_is_nothing_to_look_at(show: Show, anna: UUID, qtbot: QtBot) -> None:
    dialog = show()
    assert dialog.texts is not None
    for tick in (dialog.people[anna], dialog.texts):
        assert dialog.erase.isEnabled()
        tick.setFocus()
        qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert not dialog.erase.isEnabled()


@pytest.mark.usefixtures("months")
def test_somebody_who_comes_back_is_told_of(show: Show, workspace: Workspace, anna: UUID) -> None:
    dialog = show()
    workspace.records.save("people", anna, {"left_on": None})
    dialog.look_at()
    assert any("Fyll i sista dagen" in text for text in words(dialog))
    QApplication.processEvents()
    assert not dialog.people
