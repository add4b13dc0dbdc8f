"""Stretches, signs and arrows of pictures of time on paper: told apart by form, so that a grey print keeps them."""

from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import INK, MUTED, WHITE, Palette
from itadmin.domain.calculations.chart_shapes import Spot, head, star
from itadmin.domain.calculations.time_chart import Fill, Shape, Tie

Box = tuple[float, float, float, float]
"""Left, bottom, width, height."""

_FIRM_LEVEL = 2
_EDGE, _SIGN_EDGE = 0.6, 0.9
_DASHES, _DOTS = (2.4, 1.8), (0.8, 1.6)
_HATCH = 3.0
_ARROW, _HEAD = 0.6, 3.6
_STAR = 1.25
"""A star looks smaller than it reaches."""
_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, in radii."""


def draw_stretch(canvas: Canvas, palette: Palette, fill: Fill, box: Box) -> None:
    """Draw a stretch by how it is known: filled, outlined, dashed, dotted or hatched."""
    x, bottom, width, height = box
    outline = f"{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re"
    if fill is Fill.FIRM:
        canvas.box(box, palette.levels[_FIRM_LEVEL - 1].colour)
    elif fill is Fill.VAGUE:
        for row in (0.2, 0.5, 0.8):
            y = bottom + height * row
            canvas.line(f"{x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l", _EDGE * 2, MUTED, _DOTS)
    elif fill is Fill.WINDOW:
        canvas.box(box, WHITE)
        canvas.line(outline, _EDGE, INK)
        canvas.line(_hatching(box), _EDGE, INK)
    else:
        canvas.box(box, WHITE)
        is_choice = fill is Fill.CHOICE
        canvas.line(outline, _EDGE, palette.accent if is_choice else MUTED, None if is_choice else _DASHES)


def draw_sign(canvas: Canvas, palette: Palette, shape: Shape, middle: tuple[float, float], edge: float) -> None:
    """Draw the sign of a day in a square of `edge` around a point."""
    x, y = middle
    half = edge / 2
    if shape is Shape.NOTICE:
        canvas.path(_polygon((x, y + half), (x + half, y), (x, y - half), (x - half, y)), INK)
    elif shape is Shape.GOAL:
        canvas.path(_polygon(*star(Spot(x, y), half * _STAR, up=1)), palette.accent)
    elif shape in (Shape.CHOICE, Shape.DECIDED):
        triangle = _polygon((x, y + half), (x + half, y - half), (x - half, y - half))
        canvas.path(triangle, palette.accent if shape is Shape.CHOICE else WHITE)
        canvas.line(triangle, _EDGE, palette.accent)
    else:
        square = f"{x - half:.2f} {y - half:.2f} {edge:.2f} {edge:.2f} re"
        path = _circle(x, y, half) if shape is Shape.SUPPORT else square
        canvas.path(path, INK if shape is Shape.END else WHITE)
        canvas.line(path, _SIGN_EDGE, INK)


def draw_arrow(canvas: Canvas, tie: Tie, corners: tuple[Spot, ...]) -> None:
    """Draw an arrow through its corners: dashed where what waits does not."""
    (x, y), *others = corners
    path = " ".join((f"{x:.2f} {y:.2f} m", *(f"{right:.2f} {top:.2f} l" for right, top in others)))
    canvas.line(path, _ARROW, INK, None if tie is Tie.KEPT else _DASHES)
    canvas.path(_polygon(*head(corners, _HEAD)), INK)


def _polygon(*corners: tuple[float, float]) -> str:
    (x, y), *others = corners
    return " ".join((f"{x:.2f} {y:.2f} m", *(f"{right:.2f} {top:.2f} l" for right, top in others), "h"))


def _hatching(box: Box) -> str:
    """Slanting lines that stay inside a box."""
    x, bottom, width, height = box
    lines = []
    start = x - height
    while start < x + width:
        left, right = max(start, x), min(start + height, x + width)
        if left < right:
            lines.append(f"{left:.2f} {bottom + left - start:.2f} m {right:.2f} {bottom + right - start:.2f} l")
        start += _HATCH
    return " ".join(lines)


def _circle(x: float, y: float, radius: float) -> str:
    reach = radius * _ROUND
    return (
        f"{x + radius:.2f} {y:.2f} m "
        f"{x + radius:.2f} {y + reach:.2f} {x + reach:.2f} {y + radius:.2f} {x:.2f} {y + radius:.2f} c "
        f"{x - reach:.2f} {y + radius:.2f} {x - radius:.2f} {y + reach:.2f} {x - radius:.2f} {y:.2f} c "
        f"{x - radius:.2f} {y - reach:.2f} {x - reach:.2f} {y - radius:.2f} {x:.2f} {y - radius:.2f} c "
        f"{x + reach:.2f} {y - radius:.2f} {x + radius:.2f} {y - reach:.2f} {x + radius:.2f} {y:.2f} c h"
    )
