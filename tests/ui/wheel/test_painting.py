"""What is drawn: forms differ without colour, names follow their arc, and today and what is chosen are there."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from itadmin.domain.calculations.year_ring import Happening, Sign, YearPicture, ring_of
from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.picture_files import image_of
from itadmin.ui.wheel.painting import draw_ring, draw_sign, draw_swatch, printed, words_of
from itadmin.ui.wheel.places import places_in

Picture = Callable[..., YearPicture]


def drawn(look: Look, picture: YearPicture, current: int = -1, *, has_focus: bool = False, edge: int = 500) -> QImage:
    image = QImage(edge, edge, QImage.Format.Format_RGB32)
    image.fill(QColor(look.tokens.surface))
    with QPainter(image) as painter:
        places = places_in(look.theme, QRectF(image.rect()))
        draw_ring(painter, places, picture, current, has_focus=has_focus)
    return image


def grey(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_form_is_its_own_also_without_colour(look: Look, scheme: Scheme, picture: Picture) -> None:
    look.set_scheme(scheme)
    seen = set()
    for part, _words in picture().legend:
        image = QImage(48, 22, QImage.Format.Format_RGB32)
        image.fill(QColor(look.tokens.surface))
        with QPainter(image) as painter:
            draw_swatch(painter, look.theme, part, QRectF(4, 4, 40, 14))
        seen.add(grey(image))
    assert len(seen) == len(picture().legend)


@pytest.mark.parametrize("sign", list(Sign))
def test_several_days_are_numbered_where_there_is_room(look: Look, sign: Sign) -> None:
    def painted(edge: int, days: int) -> QImage:
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(QColor("black"))
        with QPainter(image) as painter:
            draw_sign(painter, look.theme, sign, QRectF(2, 2, edge, edge), days)
        return image

    white = QColor(look.tokens.on_accent)
    assert [
        any(painted(30, days).pixelColor(x, y) == white for x in range(40) for y in range(40)) for days in (1, 2)
    ] == [
        False,
        True,
    ]
    assert painted(30, 1) != painted(30, 2) != painted(30, 3)
    assert painted(30, 10) == painted(30, 99)
    assert painted(8, 1) == painted(8, 2)


def test_today_is_seen_in_its_year_only(look: Look, picture: Picture) -> None:
    red = QColor(look.tokens.red.ink)

    def has_red(year: YearPicture) -> bool:
        image = drawn(look, year)
        return any(image.pixelColor(x, y) == red for x in range(500) for y in range(250))

    now = picture()
    ring = ring_of(2026, now.ring.happenings, date(2027, 1, 1))
    then = YearPicture(now.title, now.sentence, ring, ("2026", ""), now.legend, now.headings)
    assert has_red(now)
    assert not has_red(then)


@pytest.mark.parametrize("month", ["02", "08"])
def test_a_name_is_written_within_its_arc(
    look: Look, picture: Picture, happening: Callable[..., Happening], month: str
) -> None:
    def of(name: str) -> QImage:
        return drawn(look, picture(happening(f"2026-{month}-01", f"2026-{month}-28", name)), edge=800)

    bare, named = of(" "), of("Uppföljning av allt som har hänt och allt som inte har hänt under året som gick")
    changed = [(x, y) for x in range(800) for y in range(800) if bare.pixel(x, y) != named.pixel(x, y)]
    assert len(changed) > 100
    places = places_in(look.theme, QRectF(0, 0, 800, 800))
    (arc,) = picture(happening(f"2026-{month}-01", f"2026-{month}-28")).ring.arcs
    outline = places.arc(arc)
    inside = sum(outline.contains(QRectF(x, y, 1, 1).center()) for x, y in changed)
    assert inside >= 0.98 * len(changed)


@pytest.mark.parametrize(("first", "last"), [("2026-02-01", "2026-02-28"), ("2026-06-16", "2026-07-16")])
def test_a_name_is_read_from_left_to_right_in_the_middle_of_its_arc(
    look: Look, picture: Picture, happening: Callable[..., Happening], first: str, last: str
) -> None:
    def of(name: str) -> tuple[float, float]:
        """Where the ink of a name is: across from the middle of the arc, and as a share of the radius."""
        year = picture(happening(first, last, name))
        bare, named = drawn(look, picture(happening(first, last, " ")), edge=800), drawn(look, year, edge=800)
        ink = [QPointF(x, y) for x in range(800) for y in range(800) if bare.pixel(x, y) != named.pixel(x, y)]
        places = places_in(look.theme, QRectF(0, 0, 800, 800))
        away = sum(places.share_and_radius(spot)[1] for spot in ink) / len(ink)
        return sum(spot.x() for spot in ink) / len(ink) - places.place_of(year.ring.arcs[0]).x(), away

    (arc,) = picture(happening(first, last)).ring.arcs
    across, away = of("XXXXXXX")
    assert across == pytest.approx(0, abs=3)
    assert away == pytest.approx(arc.radius, abs=0.006)
    assert of("-------XXXX")[0] > across + 3


def test_what_is_chosen_is_seen_and_more_so_with_the_keyboard(look: Look, picture: Picture) -> None:
    year = picture()
    arc, spot, without = 0, 5, 4
    images = [grey(drawn(look, year, at)) for at in (-1, arc, spot)]
    assert len(set(images)) == 3
    assert grey(drawn(look, year, without)) == images[0]
    assert drawn(look, year, arc, has_focus=True) != drawn(look, year, arc)


def test_the_words_of_a_sign_are_those_of_its_days(picture: Picture, happening: Callable[..., Happening]) -> None:
    year = picture()
    part = year.ring.part_of(5)
    assert part is not None
    assert words_of(year, part) == "Första mötet den 2026-05-05.\nAndra mötet den 2026-05-06."
    many = picture(*(happening("2026-05-05", name=f"Möte {number}") for number in range(12)))
    lines = words_of(many, many.ring.spots[0]).splitlines()
    assert (len(lines), lines[-1]) == (10, "… och 3 till i listan.")


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_the_printed_picture_is_light_and_has_its_legend(look: Look, picture: Picture, factor: float) -> None:
    look.set_scheme(Scheme.DARK)
    look.set_text_factor(factor)
    drawing = printed(picture(), look.theme)
    assert (drawing.title, drawing.sentence) == ("Årshjul 2026", "Årshjul 2026: åtta dagar.")
    assert drawing.height > drawing.width
    image = image_of(drawing)
    assert image.pixelColor(2, 2) == QColor("white")
    below = image.copy(0, image.height() - round(160 * factor), image.width(), round(160 * factor))
    assert len(set(grey(below))) > 5


@pytest.mark.parametrize("edge", [1, 20, 60])
def test_very_little_room_is_no_trouble(look: Look, picture: Picture, edge: int) -> None:
    assert not drawn(look, picture(), 0, edge=edge).isNull()
