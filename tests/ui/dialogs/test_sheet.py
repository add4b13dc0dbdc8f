"""What all sheet dialogs do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.prose import ProseLabel


def test_escape_closes_and_the_dialog_is_gone(look: Look, qtbot: QtBot) -> None:
    dialog = SheetDialog(look, "Prov", (400, 300), None)
    dialog.add_close()
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_close_has_the_focus_and_enter_presses_what_has_it(look: Look, qtbot: QtBot) -> None:
    dialog = SheetDialog(look, "Prov", (400, 300), None)
    qtbot.addWidget(dialog)
    dialog.add_button("Genomför", ButtonKind.PRIMARY).clicked.connect(dialog.accept)
    close = dialog.add_close()
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    assert close.hasFocus()
    qtbot.keyClick(close, Qt.Key.Key_Return)
    assert dialog.result() == SheetDialog.DialogCode.Rejected


def test_a_dialog_without_a_height_is_as_high_as_what_it_tells(look: Look, qtbot: QtBot) -> None:
    dialog = SheetDialog(look, "Prov", (300, 0), None)
    qtbot.addWidget(dialog)
    told = ProseLabel(look, ("Ord som bryts. " * 60,))
    dialog.body.addWidget(told)
    dialog.show()
    assert told.height() >= told.heightForWidth(told.width())


def test_it_grows_with_the_text(look: Look, qtbot: QtBot) -> None:
    dialog = SheetDialog(look, "Prov", (400, 300), None)
    qtbot.addWidget(dialog)
    before = dialog.minimumWidth()
    look.set_text_factor(1.5)
    assert dialog.minimumWidth() >= before * 1.4
    assert isinstance(dialog.sheet, QWidget)


def test_the_key_for_help_reaches_the_window_under_it(look: Look, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    asked: list[str] = []
    for keys in ("F1", "F2"):
        action = QAction(keys, host)
        action.setShortcut(keys)
        action.triggered.connect(lambda _checked, keys=keys: asked.append(keys))
        host.addAction(action)
    dialog = SheetDialog(look, "Prov", (400, 300), host)
    close = dialog.add_close()
    dialog.open()
    QTest.keyClick(close, Qt.Key.Key_F1)
    QTest.keyClick(close, Qt.Key.Key_F2)
    assert asked == ["F1"]
    assert dialog.isVisible()


def test_it_is_never_larger_than_the_screen(look: Look, qtbot: QtBot) -> None:
    look.set_text_factor(2.0)
    dialog = SheetDialog(look, "Prov", (4000, 3000), None)
    qtbot.addWidget(dialog)
    dialog.show()
    screen = dialog.screen().availableGeometry()
    assert dialog.width() < screen.width()
    assert dialog.height() < screen.height()
