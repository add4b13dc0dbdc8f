"""One notice at a time, the most serious."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong

DONE = Message(Concern.DONE, ("12 poster mottagna.",), "Ångra")
LOCKED = Message(Concern.READ_ONLY, (Strong("Från Färgelanda"), ", skrivskyddat"))
PROBLEM = Message(Concern.PROBLEM, (Strong("3 rader kunde inte läsas."),), "Visa rader")


@pytest.mark.parametrize(
    ("messages", "shown"),
    [
        ((DONE,), DONE),
        ((DONE, PROBLEM), PROBLEM),
        ((PROBLEM, LOCKED, DONE), PROBLEM),
        ((DONE, LOCKED), LOCKED),
        ((), None),
    ],
)
def test_the_most_serious_is_shown(
    qtbot: QtBot, look: Look, messages: tuple[Message, ...], shown: Message | None
) -> None:
    notice = Notice(look)
    qtbot.addWidget(notice)
    notice.set_messages(messages)
    assert notice.shown() is shown
    assert notice.isHidden() is (shown is None)


def test_the_others_are_counted_and_can_be_read(qtbot: QtBot, look: Look) -> None:
    notice = Notice(look)
    qtbot.addWidget(notice)
    notice.set_messages([DONE, PROBLEM, LOCKED])
    others = next(child for child in notice.children() if getattr(child, "text", str)() == "+2")
    assert not others.isHidden()
    assert "12 poster mottagna." in others.toolTip()
    notice.set_messages([DONE])
    assert others.isHidden()


def test_its_button_tells_what_was_acted_on(qtbot: QtBot, look: Look) -> None:
    notice = Notice(look)
    qtbot.addWidget(notice)
    notice.set_messages([PROBLEM])
    assert notice.accessibleName() == "3 rader kunde inte läsas."
    button = notice.findChild(Button)
    assert button.text() == "Visa rader"
    with qtbot.waitSignal(notice.acted) as signal:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert signal.args == [PROBLEM]
    notice.set_messages([LOCKED])
    assert button.isHidden()
