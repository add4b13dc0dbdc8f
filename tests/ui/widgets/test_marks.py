"""Signs beside words."""

from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.marks import MissingMark, SignMark
from itadmin.ui.widgets.signs import Sign


def picture(mark: SignMark) -> bytes:
    mark.resize(mark.sizeHint())
    image = mark.grab().toImage()
    return bytes(image.constBits())  # the image must live for as long as its bits are read


def test_every_sign_looks_different(qtbot: QtBot, look: Look) -> None:
    mark = SignMark(look, Sign.DISC, Ink.TEXT)
    qtbot.addWidget(mark)
    pictures = set()
    for sign in Sign:
        mark.show_as(sign, Ink.TEXT)
        pictures.add(picture(mark))
    assert len(pictures) == len(Sign)


def test_a_sign_takes_its_ink(qtbot: QtBot, look: Look) -> None:
    mark = SignMark(look, Sign.DISC, Ink.GREEN)
    qtbot.addWidget(mark)
    mark.resize(mark.sizeHint())
    middle = mark.rect().center()
    assert mark.grab().toImage().pixelColor(middle).name().upper() == look.tokens.green.ink
    mark.show_as(Sign.DISC, Ink.RED)
    assert mark.grab().toImage().pixelColor(middle).name().upper() == look.tokens.red.ink


def test_what_is_missing_is_said_in_a_word(qtbot: QtBot, look: Look) -> None:
    mark = MissingMark(look)
    qtbot.addWidget(mark)
    assert mark.text() == "saknas"
