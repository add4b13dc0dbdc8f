"""Sentences in a few lines, the last one elided."""

import pytest

from itadmin.ui.attention.wrapping import Wrapping
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look

LONG = "Supportavtalet för Lifecare förlängs 12 månader om det inte sägs upp senast söndag 28 februari"


def test_a_sentence_that_fits_is_one_line(look: Look) -> None:
    wrapping = Wrapping(3)
    assert wrapping.lines(look.theme, "Systemägare saknas.", 900) == ["Systemägare saknas."]
    assert wrapping.is_whole(look.theme, "Systemägare saknas.", 900)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_longer_one_has_no_more_lines_than_are_allowed(look: Look, most: int) -> None:
    wrapping = Wrapping(most)
    lines = wrapping.lines(look.theme, LONG, 130)
    assert len(lines) == most
    assert lines[-1].endswith("…")
    assert not wrapping.is_whole(look.theme, LONG, 130)


def test_a_few_lines_hold_all_of_it_where_there_is_room(look: Look) -> None:
    wrapping = Wrapping(3)
    assert len(wrapping.lines(look.theme, LONG, 300)) > 1
    assert wrapping.is_whole(look.theme, LONG, 300)


@pytest.mark.parametrize("text", ["", "ord" * 1000, f"{'ord' * 40} slut", "två\nrader"])
def test_odd_texts_are_broken_too(look: Look, text: str) -> None:
    lines = Wrapping(2).lines(look.theme, text, 100)
    assert len(lines) <= 2
    assert all(look.fonts.width(TextStyle.SECOND, line) <= 101 for line in lines)
    assert not any("\n" in line for line in lines)


def test_another_size_of_text_breaks_anew(look: Look) -> None:
    wrapping = Wrapping(3)
    before = wrapping.lines(look.theme, LONG, 300)
    look.set_text_factor(1.5)
    assert wrapping.lines(look.theme, LONG, 300) != before


def test_a_comma_begins_no_line(look: Look) -> None:
    word = "Arbetsmarknadshandledare"
    width = look.fonts.width(TextStyle.SECOND, word) + 1
    assert Wrapping(2).lines(look.theme, f"{word}, Ledning", width) == [f"{word},", "Ledning"]
