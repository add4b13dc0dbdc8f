"""What is done to a list while it is measured, the same by every side, and how many times make a figure."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter_ns

from itadmin.domain.filters import Condition

PAGE = 40
"""Rows that are seen at once."""

COLUMNS = ("name", "lifecycle", "system_owner", "area", "system_manager", "supplier", "operating_unit", "user_count")
SORTS = ("lifecycle", "system_owner", "area", "system_manager", "supplier", "user_count")

TYPED = (
    "journal omsorg",
    "fakturor ekonomi 0042",
    "larm",
    "portal bibliotek",
    "ärenden plan",
    "handläggare",
    "kartor 77",
)
"""What is typed, letter by letter."""

FILTERS = (
    Condition("lifecycle", "one_of", ("i_drift",)),
    Condition("lifecycle", "one_of", ("inforande", "under_avveckling")),
    Condition("lifecycle", "one_of", ("avvecklad",)),
    Condition("area", "contains", ("bibliotek",)),
    Condition("area", "contains", ("finns inte",)),
    Condition("user_count", "at_least", (400,)),
    Condition("user_count", "at_most", (10,)),
    Condition("system_owner", "empty"),
    Condition("system_manager", "filled"),
    Condition("category", "one_of", ("plattform",)),
    Condition("personal_data", "one_of", (True,)),
    Condition("in_operation_since", "before", ("2006",)),
)

_MEMORY = Path("/proc/self/statm")


def keystrokes() -> Iterator[str]:
    """What stands in a search field after each letter."""
    for words in TYPED:
        for length in range(1, len(words) + 1):
            yield words[:length]


def nanoseconds(work: Callable[[], object]) -> int:
    """How long a piece of work takes."""
    before = perf_counter_ns()
    work()
    return perf_counter_ns() - before


def percentile_95(times: Iterable[int]) -> int:
    """The time that nineteen of twenty stay below. Raises IndexError for none."""
    ordered = sorted(times)
    return ordered[(len(ordered) * 95 - 1) // 100]


def tell(times: Mapping[str, Sequence[int]]) -> None:
    """Tell each act's 95th percentile, and the memory of the process where the system keeps it in a file (Linux)."""
    told = {act: percentile_95(each) for act, each in times.items()}
    if _MEMORY.exists():
        told["memory_bytes"] = int(_MEMORY.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    sys.stdout.writelines(f"{name} {value}\n" for name, value in told.items())
