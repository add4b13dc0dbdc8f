"""Numbers that people write as about so many: the number is taken, and what was left of the cell is told."""

from __future__ import annotations

import re

from itadmin.domain.fields import Field, Money, Percent, Whole
from itadmin.services.tables.table import Cell

_ABOUT = re.compile(
    r"(?:(?:ca|c:a|cirka|circa|omkring|ungefär|runt|uppskattningsvis)\b[.:]?|[~≈])\s*(?P<rest>\S.*)", re.IGNORECASE
)


def without_about(field: Field, cell: Cell) -> tuple[Cell, str]:
    """The cell of a number without a word such as "ca" before it, and what is told of that: "" where there is none."""
    if not isinstance(cell, str) or not isinstance(field, (Whole, Money, Percent)):
        return cell, ""
    found = _ABOUT.fullmatch(cell.strip())
    return (found["rest"], f"”{cell.strip()}” lästes som {found['rest']}") if found else (cell, "")
