"""What differs between two values, for people to read: rows of a table, and the part of a long text that changed.

Pure: knows plain values only, neither fields nor registers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from itadmin.domain.changes import Plain

ELLIPSIS = "…"
_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class RowDifference:
    """One row that differs. `before` is None for a new row, `after` for one that is gone.

    `number` counts from 1, among the rows of today; for a row that is gone among those there were.
    """

    number: int
    before: Plain | None
    after: Plain | None


def row_differences(before: Sequence[Plain], after: Sequence[Plain]) -> tuple[RowDifference, ...]:
    """The rows that differ, in order. Empty when the same rows stand there, in whatever order."""
    old, new = [_key(row) for row in before], [_key(row) for row in after]
    if sorted(old) == sorted(new):
        return ()
    found: list[RowDifference] = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += _block(before[first:last], after[start:end], first, start)
    return tuple(found)


def _key(row: Plain) -> str:
    return repr(sorted((name, value) for name, value in row.items() if value not in (None, "")))


def _block(before: Sequence[Plain], after: Sequence[Plain], first: int, start: int) -> Iterator[RowDifference]:
    """Rows in the place of others: the first became the first, and so on; the rest is new or gone."""
    for offset, (old, new) in enumerate(zip_longest(before, after)):
        yield RowDifference((start if new is not None else first) + offset + 1, old, new)


def excerpts(old: str, new: str, room: int) -> tuple[str, str]:
    """Two texts as they are where they fit in `room` characters, else the part of each in which they differ."""
    if len(old) <= room and len(new) <= room:
        return old, new
    same = _same_beginning(old, new)
    rest = min(len(old), len(new)) - same
    tail = _same_beginning(old[::-1], new[::-1], rest)
    return _part(old, same, tail, room), _part(new, same, tail, room)


def _same_beginning(one: str, other: str, limit: int | None = None) -> int:
    most = min(len(one), len(other)) if limit is None else limit
    return next((place for place in range(most) if one[place] != other[place]), most)


def _part(text: str, same: int, tail: int, room: int) -> str:
    """What stands between a beginning and an end that are alike, with a little of both around it."""
    start, end = max(same - _CONTEXT, 0), min(len(text) - tail + _CONTEXT, len(text))
    cut = text[start : min(end, start + room)]
    if not text or not cut:
        return text[:room]
    before, after = start > 0, start + len(cut) < len(text)
    return (
        f"{ELLIPSIS + ' ' if before else ''}{cut.strip() if before or after else cut}{' ' + ELLIPSIS if after else ''}"
    )
