"""Where the parts of a row lie: nothing on top of anything else, and what gives way where it is narrow."""

import pytest
from PySide6.QtCore import QRectF

from itadmin.ui.attention.row_places import Part, columns, row_places
from itadmin.ui.look.look import Look

BUTTONS = {"Förnya eller säg upp…", "Öppna"}


@pytest.mark.parametrize("width", [300, 560, 700, 900, 1400])
@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_no_part_lies_on_another(look: Look, width: int, factor: float) -> None:
    look.set_text_factor(factor)
    at = columns(look.theme, width, BUTTONS)
    rect = QRectF(0, 100, width, 60)
    places = row_places(look.theme, at, rect, "Förnya eller säg upp…", folds=True, signs=True)
    parts = [places.words, places.day, places.who, *places.pressed.values()]
    shown = [part for part in parts if part.width() > 0]
    assert all(part.right() <= width for part in shown)
    pairs = [(one, other) for number, one in enumerate(shown) for other in shown[number + 1 :]]
    assert not any(one.intersects(other) for one, other in pairs)
    for part, place in places.pressed.items():
        assert places.part_at(place.center()) is part


@pytest.mark.parametrize(("width", "day", "who"), [(1200, True, True), (700, True, False), (520, False, False)])
def test_who_answers_gives_way_before_the_day(look: Look, width: int, day: bool, who: bool) -> None:
    at = columns(look.theme, width, BUTTONS)
    assert (at.day[1] > 0, at.who[1] > 0) == (day, who)


def test_only_the_row_with_signs_gives_room_for_them(look: Look) -> None:
    at = columns(look.theme, 900, BUTTONS)
    rect = QRectF(0, 0, 900, 60)
    with_signs, without = (
        row_places(look.theme, at, rect, "Förnya eller säg upp…", folds=False, signs=signs) for signs in (True, False)
    )
    assert with_signs.words == without.words
    assert 0 < with_signs.who.width() < without.who.width()
    assert without.who.right() > without.pressed[Part.BUTTON].left() - look.metrics.section_gap


def test_a_row_without_a_button_has_nothing_to_press(look: Look) -> None:
    at = columns(look.theme, 900, set())
    places = row_places(look.theme, at, QRectF(0, 0, 900, 60), "", folds=False, signs=False)
    assert places.pressed == {}
    assert places.part_at(places.words.center()) is None


def test_signs_lie_beside_the_button_whatever_it_says(look: Look) -> None:
    at = columns(look.theme, 900, BUTTONS)
    rect = QRectF(0, 0, 900, 60)
    for text in BUTTONS:
        pressed = row_places(look.theme, at, rect, text, folds=False, signs=True).pressed
        assert pressed[Part.HANDLED].right() == pytest.approx(pressed[Part.BUTTON].left())
