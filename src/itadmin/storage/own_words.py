"""The words of a file's value lists, read as plain SQL: needs no database library, so that the first page has them too.

Neighbours' words hold only for codes of their own, never for those that are built in: first the words they keep, then
what a file of theirs called a code it used; of several the one that came with the newest file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from itadmin.domain.values import LISTS
from itadmin.domain.words import Words, words_of

Execute = Callable[[str, tuple[object, ...]], Iterable[Sequence[Any]]]
"""Runs a statement with its values and gives rows as SQLite has them."""

_OWN = "(SELECT organisation FROM file_info)"
_KEPT = "deleted = 0 AND placeholder = 0 AND value_list IS NOT NULL AND code IS NOT NULL"
_NEWEST_FIRST = "(SELECT max(version) FROM received WHERE received.owner = w.owner AND current = 1) DESC, w.owner"
_OWN_WORDS = (
    "SELECT name, value_list, code, hidden, ordinal, adopted_on FROM value_words "
    f"WHERE owner = {_OWN} AND {_KEPT} ORDER BY pk"
)
_KEPT_BY_OTHERS = (
    f"SELECT name, value_list, code FROM value_words AS w WHERE owner <> {_OWN} AND {_KEPT} "
    f"ORDER BY {_NEWEST_FIRST}, w.id"
)
_USED_BY_OTHERS = f"SELECT label, value_list, code FROM received_words AS w ORDER BY {_NEWEST_FIRST}"


class _OwnWord(NamedTuple):
    name: str
    value_list: str
    code: str
    hidden: bool | None = None
    ordinal: int | None = None
    adopted_on: str | None = None


def read_words(execute: Execute) -> Words:
    """The words of the file's value lists."""
    own = [_OwnWord(*row) for row in execute(_OWN_WORDS, ())]
    others = [_OwnWord(*row) for query in (_KEPT_BY_OTHERS, _USED_BY_OTHERS) for row in execute(query, ())]
    return words_of((*own, *(word for word in others if word.code not in LISTS.get(word.value_list, ()))))
