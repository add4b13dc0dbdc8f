"""What all sheet dialogs do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label


def test_escape_closes_and_the_dialog_is_gone(look: Look, qtbot: QtBot) -> None:
    dialog = SheetDialog(look, "Prov", (400, 300), None)
    dialog.add_close()
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_close_has_the_focus_and_enter_presses_what_has_it(look: Look, qtbot: QtBot) -> None:
    dialog = SheetDialog(look, "Prov", (400, 300), None)
    qtbot.addWidget(dialog)
    close = dialog.add_close()
    dialog.add_button("Genomför", ButtonKind.PRIMARY).clicked.connect(dialog.accept)
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    assert close.hasFocus()
    qtbot.keyClick(close, Qt.Key.Key_Return)
    assert dialog.result() == SheetDialog.DialogCode.Rejected


def test_a_dialog_without_a_height_is_as_high_as_what_it_tells(look: Look, qtbot: QtBot) -> None:
    heights = []
    for lines in (1, 10):
        dialog = SheetDialog(look, "Prov", (400, 0), None)
        qtbot.addWidget(dialog)
        for _ in range(lines):
            dialog.body.addWidget(Label(look, "En rad"))
        dialog.show()
        heights.append(dialog.height())
    assert heights[1] - heights[0] > 9 * look.metrics.line


def test_it_grows_with_the_text(look: Look, qtbot: QtBot) -> None:
    dialog = SheetDialog(look, "Prov", (400, 300), None)
    qtbot.addWidget(dialog)
    before = dialog.minimumWidth()
    look.set_text_factor(1.5)
    assert dialog.minimumWidth() >= before * 1.4
    assert isinstance(dialog.sheet, QWidget)
