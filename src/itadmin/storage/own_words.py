"""The words of a file's value lists, read as plain SQL: needs no database library, so that the first page has them too.

Own words come before a neighbour's for the same code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from itadmin.domain.words import Words, words_of

Execute = Callable[[str, tuple[object, ...]], Iterable[Sequence[Any]]]
"""Runs a statement with its values and gives rows as SQLite has them."""

_QUERY = (
    "SELECT name, value_list, code, hidden, ordinal, adopted_on FROM value_words "
    "WHERE deleted = 0 AND placeholder = 0 AND value_list IS NOT NULL AND code IS NOT NULL "
    "ORDER BY owner <> (SELECT organisation FROM file_info), pk"
)


class _OwnWord(NamedTuple):
    name: str
    value_list: str
    code: str
    hidden: bool | None
    ordinal: int | None
    adopted_on: str | None


def read_words(execute: Execute) -> Words:
    """The words of the file's value lists."""
    return words_of(_OwnWord(*row) for row in execute(_QUERY, ()))
