"""A list's filter as conditions that can be read as a sentence: which field, what must hold, of which values.

Plain values only: the storage turns them into SQL, the window into chips, a saved view keeps them as JSON. Knows no
register and no storage.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from itadmin.domain.fields import (
    ApproximateDay,
    Choice,
    Computed,
    Day,
    Field,
    Held,
    LongText,
    Money,
    Percent,
    Reference,
    References,
    Rows,
    Text,
    Whole,
    YesNo,
)

Test = Literal["one_of", "none_of", "empty", "filled", "contains", "before", "after", "at_least", "at_most"]

TESTS: frozenset[str] = frozenset(get_args(Test))

_PRESENCE: tuple[Test, ...] = ("empty", "filled")
_SET: tuple[Test, ...] = ("one_of", "none_of")

TESTS_OF: Mapping[type[Field], tuple[Test, ...]] = {
    Text: ("contains", *_SET, *_PRESENCE),
    LongText: ("contains", *_PRESENCE),
    Choice: (*_SET, *_PRESENCE),
    Reference: (*_SET, *_PRESENCE),
    References: (*_SET, *_PRESENCE),
    Held: (*_SET, *_PRESENCE),
    YesNo: (*_SET, *_PRESENCE),
    Day: ("before", "after", *_PRESENCE),
    ApproximateDay: ("before", "after", *_PRESENCE),
    Whole: ("at_least", "at_most", *_PRESENCE),
    Money: ("at_least", "at_most", *_PRESENCE),
    Percent: ("at_least", "at_most", *_PRESENCE),
    Rows: _PRESENCE,
}
"""What can be asked of a field of each kind, the usual question first."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold of one field.

    `values` are plain values: any number for `one_of` and `none_of`, none for `empty` and `filled`, one for the others.
    `before` and `after` take an ISO day or the prefix of one and leave that day itself out; `none_of` holds also of
    records without a value.
    """

    field: str
    test: Test
    values: tuple[Any, ...] = ()


def tests_of(field: Field) -> tuple[Test, ...]:
    """What can be asked of a field; a computed one as of the kind it is shown as."""
    if isinstance(field, Computed):
        return TESTS_OF[Choice if field.values else field.kind]
    return TESTS_OF[type(field)]
