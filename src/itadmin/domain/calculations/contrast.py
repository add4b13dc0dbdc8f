"""How well a colour can be read on white, and the nearest one of its hue that can be.

A colour is its red, green and blue from 0 to 1; luminance and contrast are reckoned as the accessibility guidelines
for the web do.
"""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls
from typing import TypeAlias

Colour: TypeAlias = tuple[float, float, float]

READABLE_CONTRAST = 4.5

_LINEAR_BELOW = 0.04045
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_BISECTIONS = 24


def is_colour(text: str) -> bool:
    """Whether a text is a colour, `#RRGGBB`."""
    return _HEX.fullmatch(text) is not None


def colour(hexadecimal: str) -> Colour:
    """`#RRGGBB` as a colour. Raises ValueError for anything else."""
    if not is_colour(hexadecimal):
        raise ValueError(f"not a colour: {hexadecimal!r}")
    red, green, blue = (int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def written(of: Colour) -> str:
    """A colour as `#RRGGBB`."""
    return "#" + "".join(f"{round(part * 255):02X}" for part in of)


def luminance(of: Colour) -> float:
    """Relative luminance, 0 for black to 1 for white."""
    red, green, blue = (part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in of)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_on_white(of: Colour) -> float:
    """Contrast ratio against white, 1 to 21."""
    return 1.05 / (luminance(of) + 0.05)


def readable(wanted: Colour) -> Colour:
    """The colour itself if it can be read on white, else a darker one of its hue that just can."""
    if contrast_on_white(wanted) >= READABLE_CONTRAST:
        return wanted
    return with_luminance(wanted, 1.05 / (READABLE_CONTRAST + 0.05) - 0.05)


def with_luminance(wanted: Colour, target: float, saturation_share: float = 1) -> Colour:
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
