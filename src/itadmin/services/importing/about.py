"""What people write that is taken for something surer: "ca 40" for 40, "30.11.26" for a day. It is told."""

from __future__ import annotations

import re

from itadmin.domain.fields import ApproximateDay, Day, Field, Money, Percent, Whole
from itadmin.services.tables.table import Cell

_ABOUT = re.compile(
    r"(?:(?:ca|c:a|cirka|circa|omkring|ungefär|runt|uppskattningsvis)\b[.:]?|[~≈])\s*(?P<rest>\S.*)", re.IGNORECASE
)

_DOTTED = re.compile(r"(?P<day>[0-3]?[0-9])\.(?P<month>[01]?[0-9])\.(?P<year>[0-9]{2}|[0-9]{4})")
_FIRST_OF_LAST_CENTURY = 70


def made_sure(field: Field, cell: Cell) -> tuple[Cell, str]:
    """The cell as it can be read, and what is told of that: "" where it is taken as it stands."""
    if not isinstance(cell, str):
        return cell, ""
    if isinstance(field, (Day, ApproximateDay)):
        return _with_whole_day(cell)
    return _without_about(field, cell)


def _with_whole_day(cell: str) -> tuple[Cell, str]:
    """A day that is written with points, day first."""
    found = _DOTTED.fullmatch(cell.strip())
    if found is None:
        return cell, ""
    year = int(found["year"])
    if len(found["year"]) == len("26"):
        year += 1900 if year >= _FIRST_OF_LAST_CENTURY else 2000
    day = f"{year}-{int(found['month']):02}-{int(found['day']):02}"
    return day, f"”{cell.strip()}” lästes som {day}"


def _without_about(field: Field, cell: str) -> tuple[Cell, str]:
    """A number without a word such as "ca" before it."""
    if not isinstance(field, (Whole, Money, Percent)):
        return cell, ""
    found = _ABOUT.fullmatch(cell.strip())
    return (found["rest"], f"”{cell.strip()}” lästes som {found['rest']}") if found else (cell, "")
