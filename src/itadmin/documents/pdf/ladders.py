"""Steps as a figure: five at most, rising from left to right, with what stands on each as white pills.

Everything on a step is said by the figure's text alternative, also what only a number stands for in the drawing.
Knows steps, not what they are steps of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from itadmin.documents.content import Ladder, Step
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import INK, MUTED, WHITE, Fill
from itadmin.documents.pdf.flow import Hold, Strip, hold_together
from itadmin.documents.pdf.lines import Line, going_on
from itadmin.documents.pdf.prose import text_strips
from itadmin.documents.pdf.style import AFTER_FIGURE, LEFT, MM, NOTE, TextStyle
from itadmin.documents.pdf.tables import TableFrame, caption_strips
from itadmin.documents.pdf.tagged import Element, figure_element, place_figure
from itadmin.documents.pdf.text import NBSP
from itadmin.documents.pdf.typesetter import draw_line

_WIDTH = 32 * MM
_LOWEST = 24 * MM
_RISE = 8.4 * MM
_SEAM = 1.0
_EDGE = 1.6
_SIDE = 5.0
_NUMBER = TextStyle("display", 20, 22)
_NAME = TextStyle("semibold", 9, 11.2)
_NUMBER_TOP = 5.0
_NAME_LINES = 3

_PILL = TextStyle("sans", 8.5, 11.5)
_PILL_HEIGHT = 13.6
_PILL_PITCH = 16.8
_PILL_SIDE = 2.0
_PILL_BASELINE = 4.1
_PILL_EDGE = 0.6
_CORNER = 3.4
_ROUNDNESS = 0.448
_MOST_PILLS = 6
_FEW_PILLS = 3
_NOTHING_SAID = "inget"


def ladder(frame: TableFrame, block: Ladder, number: str) -> list[Strip]:
    """The caption, the steps and the small print."""
    strips = caption_strips(frame, f"Figur{NBSP}{number}", block.caption, LEFT, Element("P", frame.parent))
    figure = _Figure(frame, block)
    steps = Strip(figure.height, partial(_draw, figure=figure), after=AFTER_FIGURE)
    strips.append(steps)
    if block.note:
        steps.after = 0
        lines = frame.setter.lines(block.note, NOTE, frame.area.text_width)
        strips += text_strips(lines, NOTE, LEFT, Element("P", frame.parent), MUTED)
    hold_together(strips[:-1], Hold.STRONG)
    return strips


@dataclass(frozen=True, slots=True)
class _Riser:
    """One step, set: its left edge, its height above the floor, its fill, its number, name and pills from above."""

    x: float
    height: float
    fill: Fill
    number: Line
    name: Sequence[Line]
    pills: Sequence[Line]

    @property
    def top(self) -> float:
        """The height of all, pills with it."""
        return self.height + len(self.pills) * _PILL_PITCH


class _Figure:
    """One figure: its texts set, its steps measured."""

    def __init__(self, frame: TableFrame, block: Ladder) -> None:
        self._setter = frame.setter
        self.edge = frame.setter.palette.accent
        self.risers = [self._riser(index, step) for index, step in enumerate(block.steps)]
        self.height = max(riser.top for riser in self.risers) + _EDGE
        self.width = _WIDTH * len(self.risers)
        said = "; ".join(_said(index, step) for index, step in enumerate(block.steps, 1))
        self.element = figure_element(frame.parent, frame.setter.line(f"{block.alt.rstrip('.')}. {said}."))

    def _riser(self, index: int, step: Step) -> _Riser:
        setter, room = self._setter, _WIDTH - _SEAM - 2 * _SIDE
        return _Riser(
            x=LEFT + index * _WIDTH,
            height=_LOWEST + index * _RISE,
            fill=setter.palette.levels[index],
            number=going_on(setter.fitted(str(index + 1), _NUMBER, room))[0],
            name=going_on(setter.fitted(step.name, _NAME, room, _NAME_LINES)),
            pills=[going_on(setter.fitted(text, _PILL, room))[0] for text in _shown(step.items)],
        )


def _shown(items: Sequence[str]) -> Iterator[str]:
    """What stands on a step: all, or the first and how many more there are."""
    few = items if len(items) <= _MOST_PILLS else items[:_FEW_PILLS]
    yield from few
    if len(items) > len(few):
        yield f"+ {len(items) - len(few)} till"


def _said(number: int, step: Step) -> str:
    return f"steg {number} {step.name.rstrip('*')}: {', '.join(step.items) or _NOTHING_SAID}"


def _draw(canvas: Canvas, top: float, *, figure: _Figure) -> None:
    floor = top - figure.height
    place_figure(figure.element, (LEFT, floor, LEFT + figure.width, top))
    canvas.element(figure.element)
    for riser in figure.risers:
        canvas.box((riser.x, floor, _WIDTH - _SEAM, riser.height), riser.fill.colour)
        canvas.box((riser.x, floor + riser.height - _EDGE, _WIDTH - _SEAM, _EDGE), figure.edge)
        _draw_words(canvas, riser, floor + riser.height - _EDGE, figure.element)
        _draw_pills(canvas, riser, floor + riser.top, figure.element)


def _draw_words(canvas: Canvas, riser: _Riser, top: float, element: Element) -> None:
    x, baseline = riser.x + _SIDE, top - _NUMBER_TOP - _NUMBER.size * 0.8
    draw_line(canvas, riser.number, (x, baseline), _NUMBER, riser.fill.ink, element)
    for line in riser.name:
        baseline -= _NAME.leading
        draw_line(canvas, line, (x, baseline - 1), _NAME, riser.fill.ink, element)


def _draw_pills(canvas: Canvas, riser: _Riser, top: float, element: Element) -> None:
    width = _WIDTH - _SEAM - 2 * _PILL_SIDE
    for line in riser.pills:
        outline = _rounded(riser.x + _PILL_SIDE, top - _PILL_HEIGHT, width, _PILL_HEIGHT)
        canvas.path(outline, WHITE)
        canvas.line(outline, _PILL_EDGE, INK)
        x = riser.x + _PILL_SIDE + (width - line.width) / 2
        draw_line(canvas, line, (x, top - _PILL_HEIGHT + _PILL_BASELINE), _PILL, INK, element)
        top -= _PILL_PITCH


def _rounded(x: float, y: float, width: float, height: float) -> str:
    """A rectangle with rounded corners as path operators."""
    right, above, corner = x + width, y + height, _CORNER
    near = corner * _ROUNDNESS
    points = (
        f"{x + corner:.2f} {y:.2f} m {right - corner:.2f} {y:.2f} l",
        f"{right - near:.2f} {y:.2f} {right:.2f} {y + near:.2f} {right:.2f} {y + corner:.2f} c",
        f"{right:.2f} {above - corner:.2f} l",
        f"{right:.2f} {above - near:.2f} {right - near:.2f} {above:.2f} {right - corner:.2f} {above:.2f} c",
        f"{x + corner:.2f} {above:.2f} l",
        f"{x + near:.2f} {above:.2f} {x:.2f} {above - near:.2f} {x:.2f} {above - corner:.2f} c",
        f"{x:.2f} {y + corner:.2f} l",
        f"{x:.2f} {y + near:.2f} {x + near:.2f} {y:.2f} {x + corner:.2f} {y:.2f} c h",
    )
    return " ".join(points)
