"""Where the parts of a term bar come to lie on an axis of a given width. Arithmetic over plain values, no Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from itadmin.ui.widgets.term_data import TermBarData, TermBlock, TermFlag, axis_of, shifted

_BLOCK_PAD = 12.0
_LEAST_LABEL = 40.0  # a label with less room than this is left out
_YEAR_GAP = 10.0


class LabelKind(Enum):
    """What a text in the bar is, so that it can be measured in the right font."""

    TITLE = "title"
    NOTE = "note"
    AXIS = "axis"


Measure = Callable[[LabelKind, str], float]


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """Where a block lies, and its texts; those there is no room for are empty. Text begins at `text_left`."""

    block: TermBlock
    left: float
    right: float
    text_left: float
    text_width: float
    label: str
    note: str


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """A day's line at `x` with its label from `left` to `right`, which lies at one side of the line.

    `whole` is False when there was room for the day alone, without its words.
    """

    x: float
    left: float
    right: float
    whole: bool = True

    @property
    def swapped(self) -> bool:
        """Say whether the label lies to the left of its line."""
        return self.left < self.x - 1


@dataclass(frozen=True, slots=True)
class YearPlace:
    """Where a year begins, and its number where there is room for it."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class TermLayout:
    """Where everything lies on the axis, in pixels from the left."""

    blocks: tuple[BlockPlace, ...]
    years: tuple[YearPlace, ...]
    notice: tuple[float, float] | None
    today: LabelPlace | None
    flag: LabelPlace | None


def position(day: date, axis: tuple[date, date], width: float) -> float:
    """Give where the beginning of `day` lies on an axis `width` pixels long."""
    return width * (day - axis[0]).days / max((axis[1] - axis[0]).days, 1)


def lay_out(data: TermBarData, width: float, measure: Measure, axis: tuple[date, date] | None = None) -> TermLayout:
    """Lay the term out on `width` pixels. `measure` gives the width of a text; `axis` is shared by bars in a list."""
    days = axis or axis_of(data)
    notice = _notice_place(data, days, width)
    flag = None
    if data.flag is not None and days[0] <= data.flag.day <= days[1]:
        flag = _flag_place(data.flag, days, width, measure)
    today = None
    if days[0] <= data.today <= days[1]:
        today = _today_place(position(data.today, days, width), width, measure, data.today, flag)
    return TermLayout(
        blocks=tuple(_block_place(block, days, width, measure, notice) for block in data.blocks),
        years=_year_places(days, width, measure),
        notice=notice,
        today=today,
        flag=flag,
    )


def today_words(today: date) -> str:
    """Give the words on today's label."""
    return f"i dag {today.isoformat()}"


def label_beside(x: float, label_width: float, width: float, *, left_first: bool) -> LabelPlace:
    """Put a label at one side of the line at `x`, at the other when it would pass an end of the axis.

    A label that fits at neither side is pushed in from the end it would pass.
    """
    sides = [(x - label_width, x), (x, x + label_width)]
    if not left_first:
        sides.reverse()
    for left, right in sides:
        if left >= 0 and right <= width:
            return LabelPlace(x, left, right)
    left = min(max(sides[0][0], 0.0), max(width - label_width, 0.0))
    return LabelPlace(x, left, left + label_width)


def _flag_place(flag: TermFlag, axis: tuple[date, date], width: float, measure: Measure) -> LabelPlace:
    """Put the flag right of its pole, else left of it, else without its words, so that the pole never cuts it."""
    x = position(flag.day, axis, width)
    day = measure(LabelKind.TITLE, flag.day.isoformat()) + 2 * _BLOCK_PAD
    whole = label_beside(x, day + measure(LabelKind.NOTE, flag.words) + _BLOCK_PAD, width, left_first=False)
    if x in (whole.left, whole.right):
        return whole
    return replace(label_beside(x, day, width, left_first=False), whole=False)


def _today_place(x: float, width: float, measure: Measure, today: date, flag: LabelPlace | None) -> LabelPlace:
    """Put today's label left of its line, but right of it when the flag's pole would cut through it."""
    label_width = measure(LabelKind.NOTE, today_words(today)) + 2 * _BLOCK_PAD
    place = label_beside(x, label_width, width, left_first=True)
    if flag is not None and place.left < flag.x < place.right:
        other = label_beside(x, label_width, width, left_first=False)
        if not other.left < flag.x < other.right:
            return other
    return place


def _notice_place(data: TermBarData, axis: tuple[date, date], width: float) -> tuple[float, float] | None:
    if data.notice is None:
        return None
    left = position(data.notice[0], axis, width)
    right = position(shifted(data.notice[1], 1), axis, width)
    return max(left, 0.0), min(right, width)


def _block_place(
    block: TermBlock,
    axis: tuple[date, date],
    width: float,
    measure: Measure,
    notice: tuple[float, float] | None,
) -> BlockPlace:
    left = max(position(block.starts, axis, width), 0.0) + 1
    ends = width if block.open_ended else position(shifted(block.ends, 1), axis, width)
    right = min(ends, width) - 1
    right = max(right, left + 1)
    text_left, text_right = left + _BLOCK_PAD, right - _BLOCK_PAD / 2
    if notice is not None:
        window_left, window_right = notice
        if left <= window_left < right:
            text_right = min(text_right, window_left - _BLOCK_PAD / 2)
        elif window_left < left < window_right:
            text_left = min(window_right, right) + _BLOCK_PAD / 2
    room = max(text_right - text_left, 0.0)
    fits = measure(LabelKind.TITLE, block.label) <= room
    label = block.label if fits or room >= _LEAST_LABEL else ""
    note = block.note if label and measure(LabelKind.NOTE, block.note) <= room else ""
    return BlockPlace(block, left, right, text_left, room, label, note)


def _year_places(axis: tuple[date, date], width: float, measure: Measure) -> tuple[YearPlace, ...]:
    """Mark where years begin; number them all, or every second, fifth, … when they stand close."""
    years = range(axis[0].year + 1, axis[1].year + 1)
    if not years:
        return ()
    apart = width / max((axis[1] - axis[0]).days / 365.25, 0.01)
    needed = measure(LabelKind.AXIS, "0000") + _YEAR_GAP
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100) if step * apart >= needed), 200)
    places = []
    for year in years:
        x = position(date(year, 1, 1), axis, width)
        numbered = year % step == 0 and x + needed - _YEAR_GAP <= width
        if step == 1 or year % step == 0:
            places.append(YearPlace(x, str(year) if numbered else ""))
    return tuple(places)
