"""A list's filter as conditions that can be read as a sentence: which field, what must hold, of which values.

Plain values only: the storage turns them into SQL, the window into chips, a saved view keeps them as JSON. Knows no
register and no storage.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, TypeGuard, get_args

from itadmin.domain.calendar import months_from
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

Test = Literal[
    "one_of",
    "none_of",
    "empty",
    "filled",
    "contains",
    "before",
    "after",
    "within_months",
    "by_months",
    "at_least",
    "at_most",
]

MOST_MONTHS = 1200
"""The longest time that can be asked from today on."""

TESTS: frozenset[str] = frozenset(get_args(Test))

_PRESENCE: tuple[Test, ...] = ("empty", "filled")
_SET: tuple[Test, ...] = ("one_of", "none_of")
_IN_MONTHS: tuple[Test, ...] = ("within_months", "by_months")

TESTS_OF: Mapping[type[Field], tuple[Test, ...]] = {
    Text: ("contains", *_SET, *_PRESENCE),
    LongText: ("contains", *_PRESENCE),
    Choice: (*_SET, *_PRESENCE),
    Reference: (*_SET, *_PRESENCE),
    References: (*_SET, *_PRESENCE),
    Held: (*_SET, *_PRESENCE),
    YesNo: (*_SET, *_PRESENCE),
    Day: ("before", "after", *_IN_MONTHS, *_PRESENCE),
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
    `before` and `after` take an ISO day or the prefix of one and leave that day itself out; `within_months` takes a
    number and holds from today on, through the same day so many months later; `by_months` holds also before today.
    `none_of` holds also of records without a value.
    """

    field: str
    test: Test
    values: tuple[Any, ...] = ()


def settled(conditions: Iterable[Condition], today: date) -> tuple[Condition, ...]:
    """The conditions as they are on a day: what is told from today on becomes days.

    Raises ValueError for what is no number of months.
    """
    return tuple(part for condition in conditions for part in _settled(condition, today))


def _settled(condition: Condition, today: date) -> tuple[Condition, ...]:
    if condition.test not in _IN_MONTHS:
        return (condition,)
    (months,) = condition.values if len(condition.values) == 1 else (None,)
    if not is_months(months):
        raise ValueError(f"{condition.values!r} is no number of months")
    end = min(months_from(today, months), date.max - timedelta(days=1)) + timedelta(days=1)
    until = Condition(condition.field, "before", (end.isoformat(),))
    if condition.test == "by_months":
        return (until,)
    return Condition(condition.field, "after", ((today - timedelta(days=1)).isoformat(),)), until


def asks_months(test: str) -> bool:
    """Whether a test takes a number of months."""
    return test in _IN_MONTHS


def is_months(value: Any) -> TypeGuard[int]:
    """Whether a value is a number of months that can be asked for."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_MONTHS


def tests_of(field: Field) -> tuple[Test, ...]:
    """What can be asked of a field; a computed one as of the kind it is shown as."""
    if isinstance(field, Computed):
        return TESTS_OF[Choice if field.values else field.kind]
    return TESTS_OF[type(field)]
