"""The ladder: where boxes stand, how many more there are, and that it fits whatever size it gets."""

import pytest

from itadmin.ui.look.look import Look
from itadmin.ui.samverkan.ladder import Ladder, Standing, Step, told_steps
from itadmin.ui.samverkan.ladder_painting import LadderPlaces, least_height, printed
from itadmin.ui.samverkan.ladder_view import LadderView

NAMES = ("Erfarenhetsutbyte", "Gemensam upphandling", "Samma applikation", "Gemensam drift", "Gemensam lösning")


def ladder(*counts: int) -> Ladder:
    """So many systems on each step."""
    steps = tuple(
        Step(level, NAMES[level - 1], level == 1, systems(level, n)) for level, n in enumerate(counts, start=1)
    )
    return Ladder("Samverkanstrappan", "Så här.", steps, 2)


def systems(level: int, count: int) -> tuple[Standing, ...]:
    return tuple(Standing(f"{level}-{number}".encode(), f"System {number}") for number in range(count))


def test_what_there_is_no_room_for_is_counted(look: Look) -> None:
    places = LadderPlaces(ladder(12, 0, 1, 0, 3), look.theme, 1000, 300)
    first = [box.text for box in places.boxes if box.step == 0]
    assert first[-1] == f"+ {12 - len(first) + 1} till"
    assert [box.text for box in places.boxes if box.step == 2] == ["System 0"]


def test_the_chosen_system_stands_there_even_when_not_all_do(look: Look) -> None:
    places = LadderPlaces(ladder(12, 0, 0, 0, 0), look.theme, 1000, 300, b"1-11")
    box = places.box_of(b"1-11")
    assert box is not None
    assert box.text == "System 11"
    assert places.boxes[-1].text.endswith("till")
    assert LadderPlaces(ladder(12, 0, 0, 0, 0), look.theme, 1000, 300).box_of(b"1-11") is None


@pytest.mark.parametrize("height", [0, 200, 900])
def test_boxes_stand_on_their_step_and_within_the_picture(look: Look, height: int) -> None:
    places = LadderPlaces(ladder(9, 9, 9, 9, 9), look.theme, 900, height)
    assert places.height >= least_height(look.theme)
    for box in places.boxes:
        step = places.step_rect(box.step)
        assert step.left() <= box.rect.left() <= box.rect.right() <= step.right()
        assert 0 <= box.rect.top() < box.rect.bottom() <= step.top()


@pytest.mark.parametrize("height", [100, 260, 400, 1200])
@pytest.mark.parametrize("counts", [(0, 0, 0, 0, 0), (1, 2, 3, 4, 5), (5, 4, 3, 2, 1), (40, 8, 9, 10, 11)])
def test_every_system_has_a_box_or_is_counted(look: Look, counts: tuple[int, ...], height: int) -> None:
    places = LadderPlaces(ladder(*counts), look.theme, 1000, height)
    for place, count in enumerate(counts):
        texts = [box.text for box in places.boxes if box.step == place]
        more = sum(int(text.split()[1]) for text in texts if text.startswith("+"))
        assert sum(not text.startswith("+") for text in texts) + more == count


def test_a_proposed_name_is_said_to_be_one_in_the_table() -> None:
    rows = told_steps(ladder(1, 2, 0, 0, 0))
    assert rows[-1].cells == ("1", "Erfarenhetsutbyte (benämning ej fastställd)", "1", "System 0")
    assert rows[0].sentence == "Nivå 5 Gemensam lösning, 0 system: inget."


def test_the_picture_has_room_for_more_than_the_screen(look: Look) -> None:
    drawing = printed(ladder(1, 1, 14, 1, 1), look.theme, "Dalsland.")
    small = printed(ladder(1, 1, 1, 1, 1), look.theme, "Dalsland.")
    assert drawing.height > small.height
    assert drawing.sentence.startswith("Dalsland. Antal system på varje steg: nivå 1 Erfarenhetsutbyte: 1")


def test_the_view_says_in_words_what_it_shows(look: Look) -> None:
    view = LadderView(look, ladder(1, 0, 0, 0, 0))
    assert view.accessibleName().startswith("Samverkanstrappan. Antal system på varje steg")
    view.resize(900, 300)
    view.choose(b"1-0")
    assert view.accessibleDescription() == "System 0: nivå 1 Erfarenhetsutbyte"
    view.choose(None)
    assert not view.accessibleDescription()
