"""Colours of the papers: ink, greys, and what follows from a kommun's accent.

An accent too light to be read on white is darkened until it can be, and the five levels take its hue at fixed
luminances, so that a grey print keeps their order.
"""

from dataclasses import dataclass

from itadmin.domain.calculations.contrast import Colour, colour, luminance, readable, with_luminance

__all__ = [
    "DRAFT_MARK",
    "HAIR",
    "HEADER_RULE",
    "INK",
    "LEVEL_LUMINANCES",
    "MUTED",
    "WATERMARK_FILL",
    "WATERMARK_LINE",
    "WHITE",
    "Colour",
    "Fill",
    "Palette",
    "colour",
    "palette",
]

WHITE: Colour = (1.0, 1.0, 1.0)
LEVEL_LUMINANCES = (0.88, 0.70, 0.49, 0.16, 0.06)
LEVEL_SATURATIONS = (0.43, 0.40, 0.39, 0.50, 1.0)
"""Of the accent's own saturation: pale fills are kept calm."""
WHITE_TEXT_BELOW = 0.2
"""Fills darker than this luminance carry white text."""

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
    fills = (with_luminance(wanted, luminance, saturation) for luminance, saturation in levels)
    return Palette(readable(wanted), tuple(Fill(fill, _text_on(fill)) for fill in fills))


def _text_on(fill: Colour) -> Colour:
    return WHITE if luminance(fill) < WHITE_TEXT_BELOW else INK
