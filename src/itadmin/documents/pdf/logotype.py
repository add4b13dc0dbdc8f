"""Arms or a logotype, drawn from the outlines a kommun's profile holds.

Understands the absolute letters of an SVG path and nothing else; a path it cannot read is a ValueError, so that a bad
profile is found when it is chosen, not on paper.
"""

import re

from itadmin.documents.content import Logotype
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import colour
from itadmin.documents.pdf.tagged import Element, figure_element, place_figure

_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_NUMBERS_AFTER = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}


def path_operators(path: str) -> str:
    """The operators that draw an SVG path of M L H V C Z. Raises ValueError for any other path."""
    tokens = _TOKEN.findall(path)
    operators: list[str] = []
    x = y = 0.0
    letter = ""
    while tokens:
        if tokens[0].isalpha():
            letter = tokens.pop(0)
        count = _NUMBERS_AFTER.get(letter)
        if count is None or len(tokens) < count or (count == 0 and tokens and not tokens[0].isalpha()):
            raise ValueError(f"cannot read the outline at {letter!r}")
        numbers = [float(tokens.pop(0)) for _ in range(count)]
        if letter == "H":
            x = numbers[0]
        elif letter == "V":
            y = numbers[0]
        elif numbers:
            x, y = numbers[-2:]
        operators.append(_operator(letter, numbers, (x, y)))
    return " ".join(operators)


def _operator(letter: str, numbers: list[float], point: tuple[float, float]) -> str:
    if letter == "Z":
        return "h"
    if letter == "C":
        return " ".join(f"{number:.3f}" for number in numbers) + " c"
    return f"{point[0]:.3f} {point[1]:.3f} {'m' if letter == 'M' else 'l'}"


def logotype_height(logotype: Logotype, tallest: float, widest: float) -> float:
    """How high the logotype is that fits within both."""
    return min(tallest, widest * logotype.height / logotype.width)


def logotype_width(logotype: Logotype, height: float) -> float:
    """How wide the logotype is at `height`."""
    return height * logotype.width / logotype.height


def draw_logotype(canvas: Canvas, logotype: Logotype, corner: tuple[float, float], height: float) -> None:
    """Draws the logotype with its upper left corner at `corner`."""
    x, top = corner
    if logotype.pixels is not None:
        canvas.picture(logotype.pixels, (x, top - height, logotype_width(logotype, height), height))
        return
    scale = height / logotype.height
    with canvas.placed((scale, 0, 0, -scale, x, top)):
        for shape in logotype.shapes:
            canvas.path(path_operators(shape.path), colour(shape.fill), even_odd=shape.even_odd)


def logotype_figure(
    canvas: Canvas, logotype: Logotype, said: str, corner: tuple[float, float], height: float, parent: Element
) -> None:
    """Draws the logotype as a figure; `said` is its text alternative."""
    x, top = corner
    figure = figure_element(parent, said)
    place_figure(figure, (x, top - height, x + logotype_width(logotype, height), top))
    canvas.element(figure)
    draw_logotype(canvas, logotype, corner, height)
