"""A button that says one of two things keeps its width, at any size of text."""

from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.turning_button import TurningButton


def test_it_says_either_thing_in_the_same_room(look: Look, qtbot: QtBot) -> None:
    button = TurningButton(look, ("Ta med", "checkmark_circle"), ("Utelämna kapitlet", "delete"), ButtonKind.QUIET)
    qtbot.addWidget(button)
    first, icon = button.sizeHint(), button.icon().cacheKey()
    button.turn(is_second=True)
    assert (button.text(), button.sizeHint()) == ("Utelämna kapitlet", first)
    assert button.icon().cacheKey() != icon
    look.set_text_factor(1.5)
    second = button.sizeHint()
    assert second.width() > first.width()
    button.turn(is_second=False)
    assert (button.text(), button.sizeHint()) == ("Ta med", second)
