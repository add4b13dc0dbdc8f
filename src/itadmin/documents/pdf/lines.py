"""Breaks running text into lines: at spaces, at soft hyphens, and inside a word when nothing else helps.

A line that goes on keeps a trailing space, and a word that is broken keeps U+00AD, so that words are read aloud and
copied as they were written. Widths come from the faces; nothing here draws.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from itadmin.documents.pdf.fonts import Face
from itadmin.documents.pdf.notes import Note
from itadmin.documents.pdf.tagged import Element
from itadmin.documents.pdf.text import NBSP, SOFT_HYPHEN

WELL_FILLED = 0.75
"""A line filled to this share is ended at a space rather than inside a word."""
RAISED_SIZE = 0.65
"""Of the text's size: the number of a note."""
_SEAMS = "@./_:?&=,;-"
_SEAM_REACH = 24
_SYLLABLE_REACH = 9
_VOWELS = frozenset("aeiouyåäöéAEIOUYÅÄÖÉ")
_LEFT_BEHIND = 3
_ROUNDING = 0.01


@dataclass(slots=True)
class Span:
    """Text in one face; `marked` prints it on a fill, `target` makes it a link (its element is made when drawn).

    With a `note` it is the small raised number of that note.
    """

    text: str
    face: Face
    marked: bool = False
    target: str = ""
    link: Element | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A span's share of a line; `offset` and `width` in points."""

    text: str
    span: Span
    offset: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `width` leaves a trailing space out."""

    pieces: tuple[Piece, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Cut:
    """A line as a stretch of the text, and what is drawn after it to show how it goes on."""

    start: int
    end: int
    tail: str


def break_lines(spans: Sequence[Span], size: float, width: float) -> list[Line]:
    """The lines that `spans` fill at `size` in `width` points; at least one, however narrow the width."""
    text = "".join(span.text for span in spans)
    sums = _running_widths(spans, text)
    scale = size / 1000
    limit = (width + _ROUNDING) / scale
    if sums[-1] <= limit and "\n" not in text and SOFT_HYPHEN not in text:
        cuts = [Cut(0, len(text), "")]
    else:
        hyphen = max((span.face.advances["-"] for span in spans), default=0)
        cuts = list(_cuts(text, sums, limit, hyphen))
    return [_line(spans, sums, cut, scale) for cut in cuts]


def going_on(lines: Sequence[Line]) -> list[Line]:
    """The lines with a space after the last, for a text that another one follows in the same element."""
    *first, last = lines
    if not last.pieces:
        return list(lines)
    *before, final = last.pieces
    spaced = replace(final, text=final.text + " ")
    return [*first, Line((*before, spaced), last.width)]


def notes_in(lines: Iterable[Line]) -> tuple[Note, ...]:
    """The notes that lines refer to."""
    return tuple(piece.span.note for line in lines for piece in line.pieces if piece.span.note is not None)


def longest_word(text: str, face: Face, size: float) -> float:
    """Width of the longest stretch of `text` that has no place to break, in points."""
    return max(
        (face.width(part, size) for word in text.replace("\n", " ").split(" ") for part in _parts(word)), default=0.0
    )


def _parts(word: str) -> list[str]:
    parts = word.split(SOFT_HYPHEN)
    return [part + "-" for part in parts[:-1]] + parts[-1:]


def _running_widths(spans: Sequence[Span], text: str) -> list[int]:
    """Width of the text up to each character, in thousandths. A soft hyphen inside a line takes no room."""
    widths: list[int] = []
    for span in spans:
        advances = map(span.face.advances.__getitem__, span.text)
        widths += advances if span.note is None else (round(width * RAISED_SIZE) for width in advances)
    if SOFT_HYPHEN in text:
        widths = [0 if character == SOFT_HYPHEN else width for character, width in zip(text, widths, strict=True)]
    return [0, *accumulate(widths)]


def _cuts(text: str, sums: list[int], limit: float, hyphen: int) -> Iterator[Cut]:
    start = 0
    while True:
        stop = text.find("\n", start)
        last = stop < 0
        if last:
            stop = len(text)
        yield from _paragraph_cuts(text, (start, stop), sums, (limit, hyphen), last=last)
        if last:
            return
        start = stop + 1


def _paragraph_cuts(
    text: str, stretch: tuple[int, int], sums: list[int], measure: tuple[float, int], *, last: bool
) -> Iterator[Cut]:
    start, stop = stretch
    limit, hyphen = measure
    while sums[stop] - sums[start] > limit and stop - start > 1:
        fit = bisect_right(sums, sums[start] + limit, start + 1, stop + 1) - 1
        fit_hyphen = max(bisect_right(sums, sums[start] + limit - hyphen, start, fit + 1) - 1, start)
        cut, following = _next_cut(text, start, fit, fit_hyphen, sums)
        yield cut
        start = following
        while start < stop and text[start] == " ":
            start += 1
    yield Cut(start, stop, "" if last else " ")


def _next_cut(text: str, start: int, fit: int, fit_hyphen: int, sums: list[int]) -> tuple[Cut, int]:
    """The next line of a text that does not fit, and where the line after it begins."""
    space = text.rfind(" ", start + 1, fit + 1)
    if space > start and sums[space] - sums[start] >= WELL_FILLED * (sums[fit] - sums[start]):
        return Cut(start, space, " "), space + 1
    soft = text.rfind(SOFT_HYPHEN, start + 1, fit_hyphen + 1)
    dash = _dash(text, max(start, space), fit)
    if soft > max(space, dash):
        return Cut(start, soft, SOFT_HYPHEN), soft + 1
    if dash > space:
        return Cut(start, dash, ""), dash
    if space > start:
        return Cut(start, space, " "), space + 1
    held = text.rfind(NBSP, start + 1, fit + 1)
    if held > start:
        return Cut(start, held, " "), held + 1
    end, tail = _word_break(text, start, fit, fit_hyphen)
    return Cut(start, end, tail), end


def _dash(text: str, start: int, fit: int) -> int:
    """The place after the last hyphen or slash between words that fits, or -1."""
    for at in range(fit - 1, start + 2, -1):
        if text[at] in "-/" and text[at - 2 : at].isalpha() and text[at + 1 : at + 3].isalpha():
            return at + 1
    return -1


def _word_break(text: str, start: int, fit: int, fit_hyphen: int) -> tuple[int, str]:
    """Where to break a word too long for a line, and what shows it: U+00AD between letters, else nothing."""
    end = max(fit, start + 1)
    for at in range(end, max(start + 1, end - _SEAM_REACH), -1):
        if text[at - 1] in _SEAMS and not text[at].isspace():
            return at, ""
    for at in range(fit_hyphen, max(start + _LEFT_BEHIND, fit_hyphen - _SYLLABLE_REACH) - 1, -1):
        if _between_syllables(text, at):
            return at, SOFT_HYPHEN
    if fit_hyphen > start and text[fit_hyphen - 1 : fit_hyphen + 1].isalpha():
        return fit_hyphen, SOFT_HYPHEN
    return end, ""


def _between_syllables(text: str, at: int) -> bool:
    """Whether Swedish could break at `at`: a consonant before a vowel begins the new line."""
    around = text[at - _LEFT_BEHIND : at + _LEFT_BEHIND]
    return (
        len(around) == 2 * _LEFT_BEHIND
        and around.isalpha()
        and text[at] not in _VOWELS
        and text[at + 1] in _VOWELS
        and not _VOWELS.isdisjoint(text[at - _LEFT_BEHIND : at])
    )


def _line(spans: Sequence[Span], sums: list[int], cut: Cut, scale: float) -> Line:
    pieces: list[Piece] = []
    begin = 0
    for span in spans:
        end = begin + len(span.text)
        first, last = max(begin, cut.start), min(end, cut.end)
        if first < last:
            text = span.text[first - begin : last - begin].replace(SOFT_HYPHEN, "")
            if last == cut.end:
                text += cut.tail
            offset = (sums[first] - sums[cut.start]) * scale
            pieces.append(Piece(text, span, offset, (sums[last] - sums[first]) * scale))
        begin = end
    width = (sums[cut.end] - sums[cut.start]) * scale
    if cut.tail == SOFT_HYPHEN and pieces:
        width += pieces[-1].span.face.advances["-"] * scale
    return Line(tuple(pieces), width)
