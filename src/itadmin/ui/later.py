"""What is loaded when it is first wanted: of all that can be opened, somebody opens a little, and loads just that.

Knows no window; a place that does not exist is found by a test, not by a user.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def found_at(place: str) -> Any:
    """What stands at a place in the program, `module:name` without `itadmin.`."""
    module, name = place.split(":")
    return getattr(import_module(f"itadmin.{module}"), name)


def later(place: str) -> Callable[..., Any]:
    """What makes something, as if it were here; the first call loads it."""

    def make(*given: Any) -> Any:
        return found_at(place)(*given)

    return make
