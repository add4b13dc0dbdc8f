"""What has been added to and taken out of a text, by paragraphs and then by words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["same", "added", "removed"]

_WORDS = re.compile(r"\S+\s*|\s+")
_PARAGRAPHS = re.compile(r"\n\s*\n|.+?(?=\n\s*\n|\Z)", re.DOTALL)
_BETWEEN = re.compile(r"\n\s*\n")
_LIKENESS = 0.3
"""How much of two paragraphs must be alike for them to be compared word by word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is in both, only in the later, or only in the earlier."""

    kind: Kind
    text: str


def text_changes(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order.

    Without what is added they are the earlier text, without what is removed the later one.
    """
    pieces = _compared(_PARAGRAPHS.findall(before), _PARAGRAPHS.findall(after), in_words=True)
    return tuple(
        Piece(kind, "".join(piece.text for piece in group))
        for kind, group in groupby((piece for piece in pieces if piece.text), key=lambda piece: piece.kind)
    )


def _compared(before: Sequence[str], after: Sequence[str], *, in_words: bool) -> Iterator[Piece]:
    for tag, start, end, other, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        removed, added = "".join(before[start:end]), "".join(after[other:last])
        if tag == "equal":
            yield Piece("same", removed)
        elif in_words and _are_alike(removed, added):
            yield from _compared(_WORDS.findall(removed), _WORDS.findall(added), in_words=False)
        else:
            yield Piece("removed", removed)
            yield Piece("added", added)


def _are_alike(one: str, other: str) -> bool:
    """Whether it helps to see which words differ, rather than the one instead of the other."""
    words = SequenceMatcher(None, _WORDS.findall(one), _WORDS.findall(other), autojunk=False)
    return bool(one and other) and words.quick_ratio() >= _LIKENESS


def paragraphs(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of each paragraph, in their order; the empty lines between them are left out."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = _BETWEEN.split(piece.text)
        for place, part in enumerate((first, *others)):
            if place:
                found.append([])
            if part.strip():
                found[-1].append(Piece(piece.kind, part))
    return tuple(tuple(paragraph) for paragraph in found if paragraph)
