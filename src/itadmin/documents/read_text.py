"""A chapter's text as one reads it: values in their places, what is worked out told in words, no marks but headings'.

For texts that are compared rather than set on pages; what has changed in them is then told paragraph by paragraph,
headings as headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from itadmin.documents.markup import with_values
from itadmin.documents.phrases import raised
from itadmin.domain.calculations.text_changes import Kind, Piece, paragraphs

_HEADING = re.compile(r"#{1,6}\s+")
_POINT = re.compile(r"^(\s*)[-*+]\s+")
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")
_RULE = re.compile(r"^\s*\|[\s|:-]+\|\s*$")
_ALONE = re.compile(r"^\[(.*)\]$")
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_SIDES: Mapping[Kind, tuple[Kind, ...]] = {
    "same": ("removed", "added"),
    "added": ("added",),
    "removed": ("removed",),
}


@dataclass(frozen=True, slots=True)
class ToldParagraph:
    """A paragraph of two texts as one, without its mark when it is a heading."""

    pieces: tuple[Piece, ...]
    is_heading: bool = False

    @property
    def is_same(self) -> bool:
        """Whether both texts have it as it is."""
        return all(piece.kind == "same" for piece in self.pieces)


def read_text(text: str, values: Mapping[str, str], worked_out: Mapping[str, str]) -> str:
    """A text without marks, save those of headings. A name that stands for nothing is left as it is.

    `worked_out` says what stands in the place of names that the paper works out.
    """
    told = {name: f"[{words}]" for name, words in worked_out.items()}
    lines = with_values(text, {**values, **told}).splitlines()
    return _STRONG.sub(r"\1", "\n".join(_line(line) for line in lines if not _RULE.match(line))).strip()


def told_paragraphs(pieces: Sequence[Piece]) -> Iterator[ToldParagraph]:
    """The paragraphs of what has changed between two such texts."""
    for paragraph in paragraphs(pieces):
        yield ToldParagraph(tuple(_without_marks(paragraph)), _is_heading(paragraph))


def _line(line: str) -> str:
    """A line of the text; a heading stands by itself, the cells of a table beside each other."""
    if _HEADING.match(line):
        return f"\n{line}\n"
    row, alone = _ROW.match(line), _ALONE.match(line.strip())
    if row:
        return " · ".join(cell.strip() for cell in row[1].split("|"))
    return f"[{raised(alone[1])}]" if alone else _POINT.sub(r"\1– ", line)


def _is_heading(paragraph: Sequence[Piece]) -> bool:
    """Whether the later text, or the earlier where that has nothing, has a heading here."""
    texts = ("".join(piece.text for piece in paragraph if side in _SIDES[piece.kind]) for side in ("added", "removed"))
    return bool(_HEADING.match(next((text for text in texts if text), "")))


def _without_marks(paragraph: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces without the mark that begins the paragraph in either text."""
    begun: set[Kind] = set()
    for piece in paragraph:
        is_first = not begun.issuperset(_SIDES[piece.kind])
        begun.update(_SIDES[piece.kind])
        text = _HEADING.sub("", piece.text, count=1) if is_first and _HEADING.match(piece.text) else piece.text
        if text:
            yield Piece(piece.kind, text)
