"""The type scale follows the application font and the user's factor."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from itadmin.ui.look import fonts
from itadmin.ui.look.fonts import Fonts, TextStyle

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("style", "pixels"),
    [
        (TextStyle.PAGE_TITLE, 22),
        (TextStyle.LIST_TITLE, 20),
        (TextStyle.SECTION, 15),
        (TextStyle.SIDE_HEADING, 14),
        (TextStyle.TEXT, 13),
        (TextStyle.SECOND, 12),
        (TextStyle.AXIS, 11),
    ],
)
def test_sizes_are_factors_of_the_application_font(base_font: QFont, style: TextStyle, pixels: int) -> None:
    assert Fonts(base_font, 1.0).font(style).pixelSize() == pixels
    assert Fonts(base_font, 2.0).font(style).pixelSize() == pytest.approx(2 * pixels, abs=1)


def test_a_font_given_in_points_stays_in_points(qapp: QApplication) -> None:
    base = QFont("DejaVu Sans")
    base.setPointSizeF(10.0)
    assert Fonts(base, 1.5).font(TextStyle.TEXT).pointSizeF() == 15.0
    assert qapp.font().pointSizeF() != 15.0


def test_weights_and_strokes(base_font: QFont) -> None:
    fonts = Fonts(base_font, 1.0)
    assert fonts.font(TextStyle.NAME).weight() == 550
    assert fonts.font(TextStyle.STRONG).weight() == 650
    assert fonts.font(TextStyle.NAME, struck=True).strikeOut()
    assert not fonts.font(TextStyle.NAME).strikeOut()


def test_fonts_and_metrics_are_made_once(base_font: QFont) -> None:
    fonts = Fonts(base_font, 1.0)
    assert fonts.font(TextStyle.TEXT) is fonts.font(TextStyle.TEXT)
    assert fonts.metrics(TextStyle.TEXT) is fonts.metrics(TextStyle.TEXT)


def test_digits_have_one_width(base_font: QFont) -> None:
    fonts = Fonts(base_font, 1.0)
    assert fonts.font(TextStyle.TEXT).featureValue(QFont.Tag("tnum")) == 1
    assert 0 < fonts.width(TextStyle.TEXT, "1111-11-11") == fonts.width(TextStyle.TEXT, "2028-09-30")


def test_a_width_is_right_also_when_much_has_been_measured(base_font: QFont, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_MOST_MEASURED", 2)
    made = Fonts(base_font, 1.0)
    for text in ("Ett", "Två", "Tre", "Ett", "Två"):
        for style in (TextStyle.TEXT, TextStyle.PAGE_TITLE):
            assert made.width(style, text) == made.metrics(style).horizontalAdvance(text)
