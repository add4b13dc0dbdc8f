"""Values in order: what each is sorted by, and records grouped by their values and ranked. Knows no file.

Records are named by their place in the file.
"""

from __future__ import annotations

from array import array
from collections.abc import Generator, Iterable, Sequence
from typing import Any, TypeAlias
from uuid import UUID

from itadmin.domain.fields import Choice, Computed, Field, LongText, Reference, Text, YesNo
from itadmin.domain.text import swedish_key
from itadmin.domain.words import Words
from itadmin.storage.reads import Piece

Order: TypeAlias = "array[int]"
Pieces: TypeAlias = Generator[Piece, None, None]
Working: TypeAlias = Generator[Piece, None, Order]
"""Pieces without records, and all of them in the end."""

NONE: Order = array("q")

_GROUPED_AT_ONCE = 10_000


def sort_key_of(field: Field, value: Any, words: Words) -> Any:
    """What a value is sorted by: text in Swedish order, codes in the order of their list, all else as it is."""
    kind = field.kind if isinstance(field, Computed) else type(field)
    if isinstance(field, (Choice, Computed)) and field.values:
        codes = list(words.all_of(field.values))
        return codes.index(value) if value in codes else len(codes)
    return swedish_key(value) if kind in (Text, LongText) else value


def plain_of(field: Field, raw: Any) -> Any:
    """A value as SQLite has it, in plain form."""
    if isinstance(field, Reference):
        return str(UUID(bytes=raw))
    return bool(raw) if isinstance(field, YesNo) else raw


def grouped(names: Order, numbers: Sequence[int], groups: Sequence[Order]) -> Pieces:
    """Put the records with each number together, in name order; those that came after the numbers have none."""
    known = len(numbers)
    for start in range(0, len(names), _GROUPED_AT_ONCE):
        for place in names[start : start + _GROUPED_AT_ONCE]:
            groups[numbers[place] if place < known else 0].append(place)
        yield Piece(NONE, _GROUPED_AT_ONCE // 10)


def ranked(names: Order, groups: Iterable[Order], keys: Iterable[Any]) -> list[Order]:
    """Groups in the order of their keys; those with equal keys are one, in name order."""
    alike: dict[Any, list[Order]] = {}
    for places, key in zip(groups, keys, strict=True):
        alike.setdefault(key, []).append(places)
    return [same[0] if len(same) == 1 else _in_order(names, same) for _key, same in sorted(alike.items(), key=_first)]


def _first(item: tuple[Any, list[Order]]) -> Any:
    return item[0]


def _in_order(names: Order, orders: Iterable[Order]) -> Order:
    wanted = set[int]().union(*orders)
    return array("q", filter(wanted.__contains__, names))


def joined(orders: Iterable[Order]) -> Order:
    """One order after the other."""
    whole = array("q")
    for order in orders:
        whole.extend(order)
    return whole
