"""From inline text to lines: cleans it, resolves its references, chooses faces, breaks it.

The only way from a paper's text to what is drawn; `Typesetter` is made once a paper. Knows the marks of running text,
not the blocks they stand in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from itadmin.documents.content import Footnote, Inline, Link, Missing, Run, Strong
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import DRAFT_MARK, Colour, Palette
from itadmin.documents.pdf.flow import Draw
from itadmin.documents.pdf.fonts import FontSet
from itadmin.documents.pdf.lines import RAISED_SIZE, Line, Piece, Span, break_lines, longest_word
from itadmin.documents.pdf.notes import Note, Notes, without_marks, without_notes
from itadmin.documents.pdf.style import TextStyle
from itadmin.documents.pdf.tagged import Element
from itadmin.documents.pdf.text import Cleaner, hold_last_words, swedish_spacing

ELLIPSIS = "…"
_MARK_SIDE = 1
_RAISED_BY = 0.34
_MARK_DESCENT = 0.28
_MARK_HEIGHT = 1.24


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets the texts of one paper. `references` says how a key is referred to in running text."""

    fonts: FontSet
    palette: Palette
    cleaner: Cleaner
    references: Mapping[str, str]
    notes: Notes = field(default_factory=Notes)

    def line(self, text: str) -> str:
        """A text for one line: cleaned, with Swedish spacing."""
        return swedish_spacing(self.cleaner.line(text))

    def spans(self, text: Inline, style: TextStyle, *, prose: bool = False) -> list[Span]:
        """The runs of `text` in their faces. `prose` keeps a short last word from standing alone."""
        spans = [self._span(run, style) for run in ((text,) if isinstance(text, str) else text)]
        for before, after in pairwise(spans):
            if before.note is not None and after.note is not None:
                after.text = f",{after.text}"
        if prose and spans and not spans[-1].marked and spans[-1].note is None:
            spans[-1].text = hold_last_words(spans[-1].text, sum(len(span.text) for span in spans))
        return spans

    def lines(self, text: Inline, style: TextStyle, width: float, *, prose: bool = False) -> list[Line]:
        """The lines of `text` within `width`, with what its notes say in parentheses."""
        return break_lines(self.spans(without_notes(text), style, prose=prose), style.size, width)

    def noted_lines(self, text: Inline, style: TextStyle, width: float, *, prose: bool = False) -> list[Line]:
        """The lines of `text` within `width`, with numbers for notes that must then be put at the foot of the page."""
        return break_lines(self.spans(text, style, prose=prose), style.size, width)

    def longest_word(self, text: Inline, style: TextStyle) -> float:
        """What `text` needs not to be broken inside a word, in the heavier face."""
        plain = "".join(span.text for span in self.spans(without_marks(text), style))
        return longest_word(plain, self.fonts.semibold, style.size)

    def fitted(self, text: str, style: TextStyle, width: float, most: int = 1) -> list[Line]:
        """At most `most` lines; what has no room gives way to "…"."""
        line = self.line(text)
        lines = break_lines([Span(line, self.fonts.face(style.face, line))], style.size, width)
        if len(lines) <= most:
            return lines
        kept = "".join(piece.text for shown in lines[:most] for piece in shown.pieces).rstrip()
        while kept:
            shortened = [Span(kept.rstrip() + ELLIPSIS, self.fonts.face(style.face, line))]
            lines = break_lines(shortened, style.size, width)
            if len(lines) <= most:
                return lines
            kept = kept[:-1]
        return lines[:most]

    def _span(self, run: Run, style: TextStyle) -> Span:
        match run:
            case Strong(text=text):
                return Span(swedish_spacing(self.cleaner.text(text)), self.fonts.semibold)
            case Missing(in_place=True):
                return Span("[Uppgift saknas]", self.fonts.semibold, marked=True)
            case Missing(label=label):
                return Span(f"[Uppgift saknas: {self.line(label)}]", self.fonts.semibold, marked=True)
            case Link(target=target, text=text):
                shown = self.line(text or self.references.get(target, ""))
                return Span(shown, self.fonts.face(style.face, shown), target=target)
            case Footnote(text=text):
                note = self.notes.take(text)
                return Span(str(note.number), self.fonts.face(style.face), target=note.text_key, note=note)
            case str():
                shown = swedish_spacing(self.cleaner.text(run))
                return Span(shown, self.fonts.face(style.face, shown))


def strip_drawer(line: Line, style: TextStyle, x: float, colour: Colour, element: Element) -> Draw:
    """Draws one line of `element` as a strip of its own."""
    return partial(_draw_strip, line=line, style=style, x=x, colour=colour, element=element)


def _draw_strip(
    canvas: Canvas, top: float, *, line: Line, style: TextStyle, x: float, colour: Colour, element: Element
) -> None:
    draw_line(canvas, line, (x, top - style.size), style, colour, element)


def draw_line(
    canvas: Canvas, line: Line, start: tuple[float, float], style: TextStyle, colour: Colour, element: Element | None
) -> None:
    """Draws a line from `start` (x and baseline) as text of `element`, or as decoration when there is none."""
    x, baseline = start
    for piece in line.pieces:
        span = piece.span
        left = x + piece.offset
        if span.note is not None and element is not None:
            _draw_mark(canvas, piece, span.note, (left, baseline), style, colour, element)
            continue
        if element is None:
            canvas.artifact()
        elif span.target and canvas.can_reach(span.target):
            _draw_link(canvas, piece, (left, baseline), style, colour, element)
            continue
        else:
            canvas.element(element)
        if span.marked:
            bottom = baseline - style.size * _MARK_DESCENT
            canvas.box((left - _MARK_SIDE, bottom, piece.width + 2 * _MARK_SIDE, style.size * _MARK_HEIGHT), DRAFT_MARK)
        canvas.text(left, baseline, piece.text, span.face, style.size, colour)


def _draw_mark(
    canvas: Canvas,
    piece: Piece,
    note: Note,
    start: tuple[float, float],
    style: TextStyle,
    colour: Colour,
    element: Element,
) -> None:
    """The raised number of a note, which leads to the note."""
    span, (left, baseline) = piece.span, start
    if span.link is None:
        span.link = Element("Link", Element("Reference", element))
        note.home = element
    raised = baseline + style.size * _RAISED_BY
    size = style.size * RAISED_SIZE
    canvas.element(span.link)
    canvas.text(left, raised, piece.text, span.face, size, colour)
    if canvas.can_reach(span.target):
        box = (left, raised - _MARK_SIDE, left + piece.width, raised + size)
        canvas.link(span.link, box, span.target, f"Fotnot {note.number}")


def _draw_link(
    canvas: Canvas, piece: Piece, start: tuple[float, float], style: TextStyle, colour: Colour, element: Element
) -> None:
    span = piece.span
    if span.link is None:
        span.link = Element("Link", element)
    left, baseline = start
    canvas.element(span.link)
    canvas.text(left, baseline, piece.text, span.face, style.size, colour)
    bottom = baseline - style.size * _MARK_DESCENT
    box = (left, bottom, left + piece.width, bottom + style.size * _MARK_HEIGHT)
    canvas.link(span.link, box, span.target, f"Gå till {span.text}")
