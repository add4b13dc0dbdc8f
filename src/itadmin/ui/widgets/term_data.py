"""The facts of a term bar, and the axis they need. Plain values: no Qt, no clock, no register."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

_MARGIN = 40  # the axis begins and ends a fortieth of the term outside it


class BlockKind(Enum):
    """What a stretch of an agreement's term is."""

    FIRST = "first"  # agreed
    OPTION = "option"  # ours to choose
    RENEWAL = "renewal"  # comes by itself


@dataclass(frozen=True, slots=True)
class TermBlock:
    """A stretch of the term from `starts` through `ends`; `open_ended` when nothing ends it and the bar just stops."""

    kind: BlockKind
    starts: date
    ends: date
    label: str
    note: str = ""
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class TermFlag:
    """A day that matters, with a few words."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class TermBarData:
    """An agreement's term to draw.

    `notice` is the window from the last day to give notice through the day the term then ends. `sentence` says the
    whole in words and is what a screen reader hears.
    """

    today: date
    blocks: tuple[TermBlock, ...]
    notice: tuple[date, date] | None = None
    flag: TermFlag | None = None
    sentence: str = ""


def axis_of(data: TermBarData) -> tuple[date, date]:
    """Give the first and last day of the axis: the term with a little air, and today when it is not too far away.

    Today is too far away when it would take more room than the term itself; it is then left out.
    """
    days = [] if data.blocks else [data.today]
    for block in data.blocks:
        days += [block.starts, block.ends]
    if data.flag is not None:
        days.append(data.flag.day)
    if data.notice is not None:
        days += data.notice
    first, last = min(days), max(days)
    length = max((last - first).days, 1)
    reach = timedelta(days=length)
    if first - data.today <= reach and data.today - last <= reach:
        first, last = min(first, data.today), max(last, data.today)
    return shifted(first, -((last - first).days // _MARGIN + 1)), shifted(last, (last - first).days // _MARGIN + 1)


def shifted(day: date, days: int) -> date:
    """Give the day `days` later, or the first or last day there is."""
    number = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(number)
