"""How long before a deciding day to remind of it: lead times, how many have come on a day, and when the next comes.

A lead time of months is counted as a notice period is: it ends on the same number of the day, or on the last day of a
shorter month, and the reminder comes on the latest day from which it fits before the deciding day. Knows no agreement.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from itadmin.domain.calculations.notice_phrases import months_in_words
from itadmin.domain.calculations.notice_terms import Notice


class Lead(NamedTuple):
    """A time before the deciding day; months are counted first where it has both."""

    months: int = 0
    days: int = 0

    def day_before(self, deciding: date) -> date:
        """The day on which to remind."""
        before = Notice(self.months, 0).last_day_before(deciding) if self.months else deciding
        return before - timedelta(days=self.days) if self.days else before

    @property
    def words(self) -> str:
        """The time in words: "18 månader", "7 dagar" or "1 månad och 7 dagar"; "samma dag" for none."""
        days = f"{self.days} {'dag' if self.days == 1 else 'dagar'}" if self.days else ""
        months = months_in_words(self.months) if self.months else ""
        return " och ".join(part for part in (months, days) if part) or "samma dag"


IMPORTANT = tuple(Lead(months=months) for months in (18, 12, 6, 3, 1))
"""For what the kommun cannot be without."""

ORDINARY = tuple(Lead(days=days) for days in (90, 30, 7))


class Reminder(NamedTuple):
    """Where a day stands among the reminders of a deciding day: when the last one came, and when the next comes.

    `since` is None before the first of them, `next_day` when all have come.
    """

    since: date | None
    next_day: date | None


def reminder(leads: Iterable[Lead], deciding: date, day: date) -> Reminder:
    """Say how far the lead times of a deciding day have come on a day; their order does not matter."""
    since: date | None = None
    next_day: date | None = None
    for lead in leads:
        each = lead.day_before(deciding)
        if each > day:
            next_day = each if next_day is None or each < next_day else next_day
        elif since is None or each > since:
            since = each
    return Reminder(since, next_day)
