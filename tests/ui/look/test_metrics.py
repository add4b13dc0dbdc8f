"""Measures are a line plus a constant, and the width of a window counts in units of the text."""

import pytest

from itadmin.ui.look.metrics import Metrics, WidthStep

PLAIN = Metrics(line=16, second_line=15, text_pixels=13, text_factor=1.0)
LARGE = Metrics(line=24, second_line=22, text_pixels=19.5, text_factor=1.5)


@pytest.mark.parametrize(
    ("name", "pixels"),
    [
        ("row", 32),
        ("row_compact", 28),
        ("row_airy", 36),
        ("row_two_lines", 46),
        ("header", 32),
        ("nav_row", 34),
        ("saved_view", 28),
        ("form_read", 23),
        ("button", 30),
        ("button_small", 24),
        ("chip", 20),
        ("filter_chip", 26),
        ("top_row", 42),
        ("status", 28),
        ("nav", 232),
        ("nav_narrow", 52),
        ("list_min", 340),
        ("list_max", 530),
        ("section_head", 34),
        ("jump_list", 150),
        ("label", 152),
        ("record_max", 640),
    ],
)
def test_measures_at_text_of_13_pixels(name: str, pixels: int) -> None:
    assert getattr(PLAIN, name) == pixels
    assert getattr(LARGE, name) > pixels


@pytest.mark.parametrize(
    ("width", "plain", "large"),
    [
        (2100, WidthStep.WIDE, WidthStep.WIDE),
        (1440, WidthStep.WIDE, WidthStep.NARROW),
        (1399, WidthStep.MIDDLE, WidthStep.NARROW),
        (1650, WidthStep.WIDE, WidthStep.MIDDLE),
        (1100, WidthStep.MIDDLE, WidthStep.NARROW),
        (1099, WidthStep.NARROW, WidthStep.NARROW),
    ],
)
def test_large_text_makes_a_window_narrower(width: int, plain: WidthStep, large: WidthStep) -> None:
    assert PLAIN.step(width) is plain
    assert LARGE.step(width) is large


def test_icons_grow_with_text_and_never_shrink() -> None:
    small = Metrics(line=12, second_line=11, text_pixels=10, text_factor=0.8)
    assert [small.icon(16), PLAIN.icon(16), LARGE.icon(16)] == [16, 16, 24]
    assert LARGE.icon(20) == 30
