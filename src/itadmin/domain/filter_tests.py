"""Whether a condition holds of a value: the meaning of every test, in plain Python.

For values that stand in no column; the storage asks the same of columns in SQL (tested against this).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from itadmin.domain.fields import Field
from itadmin.domain.filters import TESTS, Condition, tests_of
from itadmin.domain.text import fold


def require(field: Field, condition: Condition) -> None:
    """Raise ValueError for a condition that cannot be asked of its field."""
    if condition.test not in TESTS or condition.test not in tests_of(field):
        raise ValueError(f"{condition.test} is nothing to ask of {condition.field}")
    if condition.test not in ("one_of", "none_of", "empty", "filled") and len(condition.values) != 1:
        raise ValueError(f"{condition.test} takes one value")


def holds(condition: Condition, value: Any) -> bool:
    """Whether a condition holds of a plain value; of a list of references or rows, whether it does of any of them."""
    values = value if isinstance(value, (list, tuple)) else [] if value is None else [value]
    if condition.test in ("empty", "filled"):
        return bool(values) == (condition.test == "filled")
    if condition.test in ("one_of", "none_of"):
        return _any_of(values, condition.values) == (condition.test == "one_of")
    (asked,) = condition.values
    return any(_COMPARED[condition.test](each, asked) for each in values)


def _any_of(values: Any, allowed: tuple[Any, ...]) -> bool:
    return any(value in allowed for value in values) if values else None in allowed


def _contains(text: str, asked: str) -> bool:
    return fold(asked) in fold(text)


def _before(day: str, asked: str) -> bool:
    """Days known in part are before another when they surely are; so are they after."""
    return day[: len(asked)] < asked[: len(day)]


def _after(day: str, asked: str) -> bool:
    return day[: len(asked)] > asked[: len(day)]


_COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    "contains": _contains,
    "before": _before,
    "after": _after,
    "at_least": lambda value, asked: bool(value >= asked),
    "at_most": lambda value, asked: bool(value <= asked),
}
