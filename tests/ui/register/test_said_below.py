"""What is said under a value has a label only when it has been said."""

from PySide6.QtWidgets import QGridLayout, QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.said_below import SaidBelow
from itadmin.ui.widgets.labels import Label


def test_a_label_is_made_when_something_is_said_and_is_kept(look: Look, qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    said = SaidBelow(look, QGridLayout(row), 2)
    row.show()
    said.say("")
    assert (said.text, row.findChildren(Label)) == ("", [])
    said.say("Skriv ett årtal.", Ink.RED, 7)
    (label,) = row.findChildren(Label)
    assert (said.text, label.isVisible(), label.contentsMargins().left()) == ("Skriv ett årtal.", True, 7)
    said.say("")
    assert (said.text, label.isVisible()) == ("", False)
    said.say("Årtal, som 2026")
    assert (row.findChildren(Label), label.isVisible(), label.contentsMargins().left()) == ([label], True, 0)
