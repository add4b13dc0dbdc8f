"""Facts in large type, some beside each other: what is read first, and from afar. Knows no fact in particular."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from itadmin.documents.content import KeyFact, KeyFacts
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import INK, MUTED, Colour
from itadmin.documents.pdf.flow import Hold, Strip, hold_together
from itadmin.documents.pdf.lines import Line, going_on
from itadmin.documents.pdf.style import AFTER_TABLE, BEFORE_TABLE, HEAVY_RULE, MM, SMALL, TextStyle
from itadmin.documents.pdf.tables import TableFrame
from itadmin.documents.pdf.tagged import Element
from itadmin.documents.pdf.typesetter import draw_line

_VALUE = TextStyle("semibold", 17, 21)
_GAP = 5 * MM
_RULE_ROOM = 5
_BELOW = 4
_MOST_LINES = 3


def key_facts(frame: TableFrame, block: KeyFacts) -> list[Strip]:
    """One strip a row of facts; nothing when there are none."""
    columns = min(block.across, len(block.facts))
    strips = []
    for first in range(0, len(block.facts), block.across):
        facts = block.facts[first : first + block.across]
        row = [_set(frame, fact, columns) for fact in facts]
        height = max(each.height for each in row) + _RULE_ROOM + _BELOW
        strips.append(Strip(height, partial(_draw, frame=frame, row=row, columns=columns)))
    if strips:
        strips[0].before, strips[-1].after = BEFORE_TABLE, AFTER_TABLE
        hold_together(strips[:-1], Hold.AVOID)
    return strips


@dataclass(frozen=True, slots=True)
class _SetFact:
    """A fact's lines with their looks, and the paragraph they are."""

    lines: tuple[tuple[Line, TextStyle, Colour], ...]
    element: Element

    @property
    def height(self) -> float:
        return sum(style.leading for _, style, _ in self.lines)


def _width(frame: TableFrame, columns: int) -> float:
    return (frame.area.table_width - _GAP * (columns - 1)) / columns


def _set(frame: TableFrame, fact: KeyFact, columns: int) -> _SetFact:
    setter, width = frame.setter, _width(frame, columns)
    lines = [(line, SMALL, MUTED) for line in setter.fitted(fact.label, SMALL, width)]
    lines += [(line, _VALUE, INK) for line in _first(setter.lines(fact.value, _VALUE, width))]
    if fact.note:
        lines += [(line, SMALL, MUTED) for line in _first(setter.lines(fact.note, SMALL, width))]
    spaced = tuple((going_on([line])[0], style, colour) for line, style, colour in lines)
    return _SetFact(spaced, Element("P", frame.parent))


def _first(lines: Sequence[Line]) -> Sequence[Line]:
    """As much as a fact may take: what is longer is no fact to be read from afar."""
    return lines[:_MOST_LINES]


def _draw(canvas: Canvas, top: float, *, frame: TableFrame, row: Sequence[_SetFact], columns: int) -> None:
    width = _width(frame, columns)
    for place, fact in enumerate(row):
        left = frame.area.table_x + place * (width + _GAP)
        canvas.artifact()
        canvas.rule(left, top - HEAVY_RULE / 2, width, HEAVY_RULE, INK)
        y = top - _RULE_ROOM
        for line, style, colour in fact.lines:
            draw_line(canvas, line, (left, y - style.size), style, colour, fact.element)
            y -= style.leading
