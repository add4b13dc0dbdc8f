"""What the usual adds to a samverkansärende, in words: counted by what it would become. Writes nothing."""

from __future__ import annotations

from itadmin.domain.changes import ChangeSet
from itadmin.domain.text import listed
from itadmin.services.cooperation_cases.standing import CASES, STANCES

_ROWS = (("proposals", "1 att-sats", "att-satser"), ("timetable", "1 steg i tidplanen", "steg i tidplanen"))


def told_filling(step: ChangeSet) -> str:
    """As in "3 ställningstaganden, 4 att-satser och 5 steg i tidplanen"; "" when it adds nothing."""
    stances = sum(change.register == STANCES for change in step.changes)
    parts = [_counted(stances, "1 ställningstagande", "ställningstaganden")]
    for change in step.changes:
        if change.register == CASES and change.after is not None:
            before = change.before or {}
            parts += [_counted(_more(before.get(name), change.after.get(name)), *words) for name, *words in _ROWS]
    return listed([part for part in parts if part])


def _more(before: object, after: object) -> int:
    was, is_now = (len(rows) if isinstance(rows, (list, tuple)) else 0 for rows in (before, after))
    return is_now - was


def _counted(number: int, one: str, many: str) -> str:
    if not number:
        return ""
    return one if number == 1 else f"{number} {many}"
