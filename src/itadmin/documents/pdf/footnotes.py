"""Notes as they stand at the foot of a page: a short rule, the number that leads back to the text, the note.

Which page a note comes to is settled by `flow`: it follows the line that refers to it.
"""

from collections.abc import Iterable
from functools import partial

from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import HEADER_RULE, MUTED
from itadmin.documents.pdf.flow import Draw, Strip
from itadmin.documents.pdf.notes import Note
from itadmin.documents.pdf.prose import text_strips
from itadmin.documents.pdf.style import BULLET_INDENT, FOOTNOTE, MEDIUM_RULE, MM, Area
from itadmin.documents.pdf.tagged import Element
from itadmin.documents.pdf.typesetter import Typesetter

_RULE_ROOM = 15.0
_RULE_DEPTH = 9.0
_RULE_WIDTH = 40 * MM
_NUMBER_GAP = 3.0
_LINK_BELOW, _LINK_ABOVE = 2.4, 8.0


def set_feet(setter: Typesetter, strips: Iterable[Strip], area: Area) -> None:
    """Gives every strip whose text refers to notes the strips of those notes, and the places links lead to."""
    placed: set[Note] = set()
    for strip in strips:
        new = [note for note in strip.notes if note not in placed]
        if new:
            placed.update(new)
            strip.foot = tuple(line for note in new for line in _note_strips(setter, note, area))
            strip.keys += tuple(note.mark_key for note in new)


def _note_strips(setter: Typesetter, note: Note, area: Area) -> list[Strip]:
    label, text = Element("Lbl", note.element), Element("P", note.element)
    number = str(note.number)
    indent = max(BULLET_INDENT, setter.fonts.sans.width(number, FOOTNOTE.size) + _NUMBER_GAP)
    lines = setter.lines(note.text, FOOTNOTE, area.text_width - indent, prose=True)
    strips = text_strips(lines, FOOTNOTE, area.text_x + indent, text, MUTED)
    rule = Strip(_RULE_ROOM, partial(_draw_rule, x=area.text_x))
    for strip in strips:
        strip.reprise = rule
    link = Element("Link", label)
    first = strips[0]
    first.draw = partial(_draw_numbered, setter=setter, note=note, x=area.text_x, link=link, draw=first.draw)
    first.keys = (note.text_key,)
    return strips


def _draw_rule(canvas: Canvas, top: float, *, x: float) -> None:
    canvas.artifact()
    canvas.rule(x, top - _RULE_DEPTH, _RULE_WIDTH, MEDIUM_RULE, HEADER_RULE)


def _draw_numbered(
    canvas: Canvas, top: float, *, setter: Typesetter, note: Note, x: float, link: Element, draw: Draw
) -> None:
    face, baseline, number = setter.fonts.sans, top - FOOTNOTE.size, str(note.number)
    canvas.element(link)
    canvas.text(x, baseline, f"{number} ", face, FOOTNOTE.size, MUTED)
    right = x + face.width(number, FOOTNOTE.size)
    if canvas.can_reach(note.mark_key):
        box = (x, baseline - _LINK_BELOW, right, baseline + _LINK_ABOVE)
        canvas.link(link, box, note.mark_key, f"Tillbaka till texten från fotnot {number}")
    draw(canvas, top)
