"""An empty place says what it is for and offers what to do."""

from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.empty_state import EmptyState, IconPicture
from itadmin.ui.widgets.labels import Label


def test_a_picture_follows_the_text(qtbot: QtBot, look: Look) -> None:
    picture = IconPicture(look, "document_text", 32)
    qtbot.addWidget(picture)
    assert picture.sizeHint() == QSize(32, 32)
    look.set_text_factor(2.0)
    assert picture.sizeHint() == QSize(64, 64)


def test_both_buttons_tell(qtbot: QtBot, look: Look) -> None:
    place = EmptyState(
        look, "document_text", "Inga avtal än", "Lägg till det första.", primary="Nytt avtal", plain="Öppna"
    )
    qtbot.addWidget(place)
    plain, primary = sorted(place.findChildren(Button), key=lambda button: button.text(), reverse=True)
    with qtbot.waitSignal(place.primary_chosen):
        qtbot.mouseClick(primary, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(place.plain_chosen):
        qtbot.mouseClick(plain, Qt.MouseButton.LeftButton)


def test_a_button_without_a_word_is_not_there(qtbot: QtBot, look: Look) -> None:
    place = EmptyState(look, "search", "Inga träffar", "Pröva ett annat ord.")
    qtbot.addWidget(place)
    assert all(button.isHidden() for button in place.findChildren(Button))
    place.set_words("Inga system passar villkoren", "Ta bort ett villkor.")
    assert [label.text() for label in place.findChildren(Label)] == [
        "Inga system passar villkoren",
        "Ta bort ett villkor.",
    ]
