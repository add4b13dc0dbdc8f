"""The colours keep the contrast that the look promises."""

import re
from collections.abc import Iterator
from dataclasses import fields

import pytest

from itadmin.ui.look.tokens import DARK, LIGHT, Family, Ink, Tokens, Tone, mix

SCHEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("surface", "window", "sunken", "hover", "sel", "sel_off", "nav_sel")


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lowest(tokens: Tokens, ink: str) -> float:
    return min(contrast(ink, getattr(tokens, ground)) for ground in GROUNDS)


def hex_values(tokens: Tokens) -> Iterator[str]:
    for field in fields(tokens):
        value = getattr(tokens, field.name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, Family):
            yield from (value.ink, value.fill, value.line)


@pytest.mark.parametrize(
    ("name", "light", "dark"),
    [("text", 13.2, 9.4), ("text2", 5.8, 5.9), ("text3", 4.6, 4.6), ("accent", 5.4, 5.6)],
)
def test_lowest_contrast_of_plain_inks(name: str, light: float, dark: float) -> None:
    assert round(lowest(LIGHT, getattr(LIGHT, name)), 1) == light
    assert round(lowest(DARK, getattr(DARK, name)), 1) == dark


@pytest.mark.parametrize(
    ("tone", "light", "dark"),
    [
        (Tone.RED, (5.9, 6.2), (5.7, 6.9)),
        (Tone.AMBER, (5.7, 6.3), (6.6, 7.5)),
        (Tone.GREEN, (5.5, 5.9), (6.1, 7.0)),
        (Tone.BLUE, (6.4, 6.8), (6.3, 7.3)),
        (Tone.VIOLET, (6.3, 6.6), (5.9, 7.0)),
        (Tone.GREY, (5.8, 6.3), (5.9, 6.4)),
    ],
)
def test_contrast_of_tones_on_grounds_and_on_their_own_fill(
    tone: Tone, light: tuple[float, float], dark: tuple[float, float]
) -> None:
    for tokens, claimed in ((LIGHT, light), (DARK, dark)):
        family = tokens.tone(tone)
        assert (round(lowest(tokens, family.ink), 1), round(contrast(family.ink, family.fill), 1)) == claimed


@pytest.mark.parametrize(
    ("tokens", "claimed"),
    [(LIGHT, [5.5, 13.8, 11.4, 7.8, 4.8, 8.6]), (DARK, [6.7, 10.6, 7.5, 6.1, 6.4, 10.9])],
    ids=["light", "dark"],
)
def test_contrast_of_levels(tokens: Tokens, claimed: list[float]) -> None:
    assert [round(contrast(level.ink, level.fill), 1) for level in tokens.levels] == claimed


@SCHEMES
def test_levels_go_one_way_in_lightness(tokens: Tokens) -> None:
    scale = [luminance(level.fill) for level in tokens.levels]
    assert scale == sorted(scale, reverse=not tokens.dark)


@SCHEMES
def test_areas_carry_text_and_are_seen(tokens: Tokens) -> None:
    for area in tokens.areas:
        assert round(contrast(area.edge, tokens.surface), 1) >= 3.3
        assert round(contrast(tokens.text, area.fill), 1) >= 9.0
        assert round(contrast(tokens.text2, area.fill), 1) >= 5.4


@SCHEMES
def test_controls_and_filled_buttons_are_seen(tokens: Tokens) -> None:
    assert contrast(tokens.ctl, tokens.surface) >= 3.0
    for fill in (tokens.accent, tokens.accent_hover, tokens.accent_press):
        assert contrast(tokens.on_accent, fill) >= 6.0
    assert contrast(tokens.text, tokens.counter) >= 4.5
    assert contrast(tokens.text2, tokens.nav_hover) >= 4.5
    assert contrast(tokens.surface, tokens.red.ink) >= 4.5


@SCHEMES
def test_inks_and_tones_go_by_name(tokens: Tokens) -> None:
    for ink in Ink:
        value = getattr(tokens, ink.value)
        assert tokens.ink(ink) == (value.ink if isinstance(value, Family) else value)
    assert [tokens.tone(tone) for tone in Tone] == [getattr(tokens, tone.value) for tone in Tone]


@pytest.mark.parametrize(("share", "colour"), [(0, "#000000"), (1, "#FF8040"), (0.5, "#804020")])
def test_colours_are_mixed(share: float, colour: str) -> None:
    assert mix("#000000", "#FF8040", share) == colour


@SCHEMES
def test_every_value_is_a_full_hex_colour(tokens: Tokens) -> None:
    assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for value in hex_values(tokens))
    assert len(tokens.levels) == 6
    assert len(tokens.areas) == 5
