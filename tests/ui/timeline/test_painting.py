"""What is drawn: forms differ without colour, today is there, and the picture is as large as it says."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from itadmin.domain.calculations.time_chart import Arrow, Fill, Lane, Mark, Shape, Stretch, Tie, TimeChart, axis_of
from itadmin.domain.calendar import Interval
from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.picture_files import image_of
from itadmin.ui.timeline.painting import printed
from itadmin.ui.timeline.signs import draw_sign, draw_swatch

TODAY = date(2026, 11, 22)
LEGEND = tuple((part, part.value) for kind in (Shape, Fill, Tie) for part in kind)


def grey(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def chart(number: int, today: date = TODAY) -> TimeChart:
    day = Interval(TODAY + timedelta(days=90), TODAY + timedelta(days=90))
    lane = Lane(
        "Avtal",
        "Avtal.",
        ("Avtal",),
        "2027-02-20",
        0,
        tuple(Stretch(fill, TODAY, None) for fill in Fill),
        tuple(Mark(shape, day, "Mening.") for shape in Shape),
        "agreements",
        UUID(int=1),
    )
    makers = [lambda: lane] * number
    return TimeChart("Kalender", "Ett avtal.", axis_of(TODAY, 24), today, ("Avtal",), "Dag", makers, LEGEND)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_form_is_its_own_also_without_colour(look: Look, scheme: Scheme) -> None:
    look.set_scheme(scheme)
    box = QRectF(4, 4, 40, 14)
    seen = []
    for part, _words in LEGEND:
        image = QImage(48, 22, QImage.Format.Format_RGB32)
        image.fill(QColor(look.tokens.surface))
        with QPainter(image) as painter:
            draw_swatch(painter, look.theme, part, box)
        seen.append(grey(image))
    assert len(set(seen)) == len(LEGEND)


@pytest.mark.parametrize(
    ("shape", "is_filled"),
    [
        (Shape.NOTICE, True),
        (Shape.END, True),
        (Shape.GOAL, True),
        (Shape.RENEWAL, False),
        (Shape.SUPPORT, False),
        (Shape.DECIDED, False),
    ],
)
def test_what_goes_on_and_what_only_ends_from_outside_is_open(look: Look, shape: Shape, is_filled: bool) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(look.tokens.surface))
    with QPainter(image) as painter:
        draw_sign(painter, look.theme, shape, QRectF(0, 0, 20, 20))
    assert (image.pixelColor(10, 10) != QColor(look.tokens.surface)) is is_filled


def test_the_saved_picture_is_light_and_holds_rows_and_legend(look: Look) -> None:
    look.set_scheme(Scheme.DARK)
    small, large = printed(chart(1), look.theme), printed(chart(9), look.theme)
    assert large.height - small.height == pytest.approx(8 * look.metrics.row_compact)
    assert (small.title, small.sentence) == ("Kalender", "Ett avtal.")
    image = image_of(small)
    look.set_scheme(Scheme.LIGHT)
    assert image == image_of(printed(chart(1), look.theme))
    assert image.pixelColor(2, 2) == QColor("#FFFFFF")
    assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 5


def test_a_today_outside_the_axis_is_not_drawn(look: Look) -> None:
    def height_of_red(today: date) -> int:
        image = image_of(printed(chart(9, today), look.theme))
        red = QColor(look.tokens.red.ink).rgb()
        return max(sum(image.pixel(x, y) == red for y in range(image.height())) for x in range(0, image.width(), 2))

    row = look.metrics.row_compact
    assert height_of_red(TODAY) > 10 * row
    assert height_of_red(date(2026, 10, 1)) < 9 * row


def test_an_arrow_is_drawn_between_two_rows_and_none_where_there_is_no_bar(look: Look) -> None:
    plain = chart(3)
    drawn = image_of(printed(plain, look.theme))
    assert image_of(printed(replace(plain, arrows=(Arrow(0, 2),)), look.theme)) != drawn
    empty = Lane("Tom", "Tom.", ("Tom",), record_id=UUID(int=2))
    makers = [*plain.makers[:2], lambda: empty]
    bare, tied = (replace(plain, makers=makers, arrows=arrows, _made={}) for arrows in ((), (Arrow(0, 2),)))
    assert image_of(printed(bare, look.theme)) == image_of(printed(tied, look.theme))
