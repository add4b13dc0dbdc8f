"""How a goal went, as values of a chart and rows of the table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from itadmin.domain.calculations.goals import Measured
from itadmin.domain.calendar import prose
from itadmin.services.goals import GoalShown
from itadmin.services.goals.words import aim_words, percent_words
from itadmin.ui.widgets.share_data import Origin, ShareHistory, SharePoint

ORIGINS = {
    Origin.READ: "Avläst",
    Origin.WORKED_OUT: "Räknat ur registrets historik",
    Origin.TODAY: "Räknat i dag",
}
"""How a value is known, in words."""


def history_of(goal: GoalShown, worked_out: Sequence[Measured], today: date) -> ShareHistory:
    """The readings of a goal, what was worked out for other days, and what is counted today."""
    by_day = {past.day: SharePoint(past.day, past.percent, Origin.WORKED_OUT) for past in worked_out}
    by_day |= {read.day: SharePoint(read.day, read.percent, Origin.READ) for read in goal.readings}
    if goal.is_counted and goal.value is not None:
        by_day[today] = SharePoint(today, goal.value, Origin.TODAY)
    points = tuple(point for _day, point in sorted(by_day.items()))
    until = date(goal.year, 12, 31) if goal.year else None
    return ShareHistory(points, today, goal.target, until, _sentence(points, aim_words(goal.target, goal.year)))


def _sentence(points: Sequence[SharePoint], aim: str) -> str:
    told = "; ".join(f"{prose(point.day)} {percent_words(point.percent)}" for point in points)
    return f"Utfall över tid: {told}; {aim}." if told else ""
