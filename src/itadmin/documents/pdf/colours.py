"""Colours of the papers: ink, greys, and what follows from a kommun's accent.

A colour is its red, green and blue from 0 to 1. An accent too light to be read on white is darkened until it can be,
and the five levels take its hue at fixed luminances, so that a grey print keeps their order.
"""

import re
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from typing import TypeAlias

Colour: TypeAlias = tuple[float, float, float]

WHITE: Colour = (1.0, 1.0, 1.0)
READABLE_CONTRAST = 4.5
LEVEL_LUMINANCES = (0.88, 0.70, 0.49, 0.16, 0.06)
LEVEL_SATURATIONS = (0.43, 0.40, 0.39, 0.50, 1.0)
"""Of the accent's own saturation: pale fills are kept calm."""
WHITE_TEXT_BELOW = 0.2
"""Fills darker than this luminance carry white text."""

_LINEAR_BELOW = 0.04045
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_BISECTIONS = 24


def colour(hexadecimal: str) -> Colour:
    """`#RRGGBB` as a colour. Raises ValueError for anything else."""
    if not _HEX.fullmatch(hexadecimal):
        raise ValueError(f"not a colour: {hexadecimal!r}")
    red, green, blue = (int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


INK = colour("#17212B")
MUTED = colour("#4A5863")
HEADER_RULE = colour("#8796A0")
HAIR = colour("#CBD4DA")
DRAFT_MARK = colour("#FFF0B3")
WATERMARK_FILL = colour("#F4F6F7")
WATERMARK_LINE = colour("#CFD6DB")


@dataclass(frozen=True, slots=True)
class Fill:
    """A level's fill and the colour of text that stands on it."""

    colour: Colour
    ink: Colour


@dataclass(frozen=True, slots=True)
class Palette:
    """The accent and the fills of levels 1-5 (level 1 first)."""

    accent: Colour
    levels: tuple[Fill, ...]

    def fill(self, level: int) -> Fill | None:
        """The fill of a level; None for level 0."""
        return self.levels[level - 1] if level else None


def palette(accent: str) -> Palette:
    """The colours that follow from an accent `#RRGGBB`. Raises ValueError when it is no colour."""
    wanted = colour(accent)
    levels = zip(LEVEL_LUMINANCES, LEVEL_SATURATIONS, strict=True)
    fills = (_with_luminance(wanted, luminance, saturation) for luminance, saturation in levels)
    return Palette(_readable(wanted), tuple(Fill(fill, _text_on(fill)) for fill in fills))


def luminance(of: Colour) -> float:
    """Relative luminance, 0 for black to 1 for white."""
    red, green, blue = (part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in of)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_on_white(of: Colour) -> float:
    """Contrast ratio against white, 1 to 21."""
    return 1.05 / (luminance(of) + 0.05)


def _readable(wanted: Colour) -> Colour:
    if contrast_on_white(wanted) >= READABLE_CONTRAST:
        return wanted
    return _with_luminance(wanted, 1.05 / (READABLE_CONTRAST + 0.05) - 0.05)


def _text_on(fill: Colour) -> Colour:
    return WHITE if luminance(fill) < WHITE_TEXT_BELOW else INK


def _with_luminance(wanted: Colour, target: float, saturation_share: float = 1) -> Colour:
    """The colour of the hue of `wanted` that has the luminance `target`."""
    hue, _, saturation = rgb_to_hls(*wanted)
    saturation *= saturation_share
    low, high = 0.0, 1.0
    for _ in range(_BISECTIONS):
        lightness = (low + high) / 2
        if luminance(hls_to_rgb(hue, lightness, saturation)) < target:
            low = lightness
        else:
            high = lightness
    return hls_to_rgb(hue, low, saturation)
