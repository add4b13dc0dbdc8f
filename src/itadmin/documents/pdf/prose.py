"""Headings, paragraphs and clauses as strips.

Decides what of a text may be parted by a page break: never a heading from its text, never one line alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from itadmin.documents.content import Clause, Heading, Inline, Paragraph, Strong
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import INK, MUTED, Colour
from itadmin.documents.pdf.flow import Draw, Hold, Strip, hold_together
from itadmin.documents.pdf.fonts import Face
from itadmin.documents.pdf.lines import Line, notes_in
from itadmin.documents.pdf.style import (
    BODY,
    LEAD,
    LEFT,
    NOTE,
    NUMBER_COLUMN,
    Area,
    TextStyle,
)
from itadmin.documents.pdf.tagged import Element, clause_element
from itadmin.documents.pdf.typesetter import Typesetter, strip_drawer

_LINES_TOGETHER = 2
_PARAGRAPHS = {"normal": (BODY, INK), "lead": (LEAD, INK), "note": (NOTE, MUTED)}


@dataclass(frozen=True, slots=True)
class Label:
    """A number or dash before the first line of a text, read as `element`."""

    text: str
    x: float
    face: Face
    colour: Colour
    element: Element


def text_strips(
    lines: Sequence[Line], style: TextStyle, x: float, element: Element, colour: Colour = INK
) -> list[Strip]:
    """A text as one strip a line, with no line alone at either end of a page."""
    strips = [
        Strip(style.leading, strip_drawer(line, style, x, colour, element), notes=notes_in((line,))) for line in lines
    ]
    strips[0].before = style.before
    strips[-1].after = style.after
    hold_together(strips[: _LINES_TOGETHER - 1], Hold.STRONG)
    hold_together(strips[-_LINES_TOGETHER:], Hold.STRONG)
    strips[-1].hold = Hold.FREE
    return strips


def labelled(strips: list[Strip], label: Label, style: TextStyle) -> list[Strip]:
    """Puts a label before the first of the strips."""
    strips[0].draw = partial(_draw_labelled, label=label, size=style.size, draw=strips[0].draw)
    return strips


def _draw_labelled(canvas: Canvas, top: float, *, label: Label, size: float, draw: Draw) -> None:
    canvas.element(label.element)
    canvas.text(label.x, top - size, label.text + " ", label.face, size, label.colour)
    draw(canvas, top)


def heading(setter: Typesetter, text: str, style: TextStyle, area: Area, element: Element) -> list[Strip]:
    """A heading without a number, never parted from what follows."""
    width = max(area.text_width, area.full_width - (area.text_x - LEFT))
    strips = text_strips(setter.lines(setter.line(text), style, width), style, area.text_x, element)
    hold_together(strips, Hold.STRONG)
    return strips


def numbered_heading(
    setter: Typesetter, block: Heading, number: str, style: TextStyle, area: Area, element: Element
) -> list[Strip]:
    """A heading with its number in the number column, in the accent for level 1."""
    strips = heading(setter, block.text, style, area, element)
    colour = setter.palette.accent if block.level == 1 else MUTED
    face = setter.fonts.face(style.face if block.level == 1 else "sans", number)
    return labelled(strips, Label(number, LEFT, face, colour, element), style)


def paragraph(setter: Typesetter, block: Paragraph, area: Area, parent: Element) -> list[Strip]:
    """A paragraph without a number."""
    style, colour = _PARAGRAPHS[block.style]
    lines = setter.noted_lines(block.text, style, area.text_width, prose=True)
    return text_strips(lines, style, area.text_x, Element("P", parent), colour)


def clause(setter: Typesetter, block: Clause, number: str, area: Area, parent: Element) -> tuple[list[Strip], Element]:
    """A numbered clause in the list `parent`, and the element its points go into."""
    label, body, text = clause_element(parent)
    lines = setter.noted_lines(_run_in(block), BODY, area.text_width, prose=True)
    strips = text_strips(lines, BODY, area.text_x, text)
    return labelled(strips, Label(number, LEFT, setter.fonts.sans, MUTED, label), BODY), body


def clause_area(area: Area) -> Area:
    """Where clauses stand: their numbers take the number column even where other text does not."""
    if area.text_x > LEFT:
        return area
    return replace(area, text_x=LEFT + NUMBER_COLUMN, text_width=area.text_width - NUMBER_COLUMN)


def _run_in(block: Clause) -> Inline:
    if not block.title:
        return block.text
    title = Strong(f"{block.title.rstrip('.')}.")
    runs = (block.text,) if isinstance(block.text, str) else block.text
    return (title, " ", *runs)
