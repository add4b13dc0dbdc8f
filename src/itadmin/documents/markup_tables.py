"""A table that somebody has written with marks, as a block: how its columns are aligned and share the width."""

from __future__ import annotations

from collections.abc import Sequence

from itadmin.documents.content import Align, Column, DataTable, Inline, Missing
from itadmin.documents.templates import runs_of

Cells = list[Inline]
"""The cells of a row."""

_LEAST, _MOST = 6, 44
"""Letters that a column counts as at least and at most, when columns share the width."""


def table_of(heads: Sequence[str], aligns: Sequence[str], rows: Sequence[Cells]) -> DataTable:
    """A table under its heads; `aligns` are the styles that the marks gave, "text-align:right"."""
    columns = tuple(
        Column(head, _align(aligns[place]), _weight([head, *(row[place] for row in rows)]))
        for place, head in enumerate(heads)
    )
    return DataTable(columns, tuple(tuple(row) for row in rows))


def _align(style: str) -> Align:
    if style.endswith("right"):
        return "right"
    return "center" if style.endswith("center") else "left"


def _weight(texts: Sequence[Inline]) -> float:
    return min(max(_LEAST, *(_length(text) for text in texts)), _MOST)


def _length(text: Inline) -> int:
    return sum(
        len(run if isinstance(run, str) else run.label if isinstance(run, Missing) else run.text)
        for run in runs_of(text)
    )
