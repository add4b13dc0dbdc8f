"""The agreements of the kommuner about one system on one axis of time, with the first day they can begin together.

The same stands in words below it. Knows plain lanes; draws on any painter.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadmin.domain.calculations.notice_state import Block
from itadmin.domain.calendar import days_from, months_from
from itadmin.services.samverkan.planner import Lane, Plan
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.widgets.painting import LEFT, draw_text, line_width, outline_round, pen, round_path
from itadmin.ui.widgets.term_data import BlockKind
from itadmin.ui.widgets.term_layout import position
from itadmin.ui.widgets.term_parts import draw_block_ground, draw_notice_ground
from itadmin.ui.widgets.tooltips import as_tooltip

_NAMES, _WIDTH, _LEAST = 84, 300, 200
_BAR, _HATCH = 9, 3.5
_BEFORE_YEARS, _LATEST_MONTHS = 2, 72
_MOST_TERMS = 4
_NO_AGREEMENT = "inget avtal i registret"

Axis = tuple[date, date]
_KINDS: dict[Literal["forsta", "option", "forlangning", "tills_vidare"], BlockKind] = {
    "forsta": BlockKind.FIRST,
    "option": BlockKind.OPTION,
    "forlangning": BlockKind.RENEWAL,
    "tills_vidare": BlockKind.RENEWAL,
}


def axis_of(plan: Plan) -> Axis:
    """Whole years around the day of the plan, its common day and the terms, as far as they can be overlooked."""
    latest = months_from(plan.day, _LATEST_MONTHS)
    ends = [min(block.ends_on, latest) for block in _blocks(plan) if block.ends_on and block.is_certain]
    last = max([plan.day, *ends, *([plan.alignment.last_day] if plan.alignment.last_day else [])])
    starts = [block.starts_on for block in _blocks(plan) if block.starts_on]
    first = max(min([plan.day, *starts]), plan.day.replace(year=plan.day.year - _BEFORE_YEARS, day=1))
    return date(first.year, 1, 1), date(last.year, 12, 31)


def _blocks(plan: Plan) -> Iterator[Block]:
    return (block for lane in plan.lanes for term in lane.terms for block in term.blocks)


class LanesView(QWidget):
    """Shows a plan. What it shows is its accessible name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._plan: Plan | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_plan(self, plan: Plan, sentence: str) -> None:
        """Show another plan, which `sentence` says in words."""
        self._plan = plan
        self.setAccessibleName(f"Avtalstider. {sentence}")
        self.setToolTip(as_tooltip(sentence))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Want a row for each kommun under the years."""
        theme = self._look.theme
        high = sum(_lane_height(theme, lane) for lane in self._plan.lanes) if self._plan else 0
        return QSize(theme.metrics.px(_WIDTH), round(_head(theme) + high + theme.metrics.tight))

    def minimumSizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(self._look.metrics.px(_LEAST), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        if self._plan is not None:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                draw_lanes(painter, self._look.theme, self._plan, self.rect().toRectF())


def draw_lanes(painter: QPainter, theme: Theme, plan: Plan, rect: QRectF) -> None:
    """Draw the lanes of a plan into `rect`."""
    axis, metrics = axis_of(plan), theme.metrics
    left = rect.left() + metrics.px(_NAMES)
    room = QRectF(left, rect.top(), rect.right() - left, rect.height())
    _draw_years(painter, theme, room, axis)
    top = rect.top() + _head(theme)
    if plan.alignment.last_day is not None:
        _draw_common(painter, theme, room, axis, days_from(plan.alignment.last_day, 1))
    for lane in plan.lanes:
        height = _lane_height(theme, lane)
        name = f"{lane.kommun.name} ?" if lane.is_similar else lane.kommun.name
        ink = theme.tokens.text2 if lane.is_similar else theme.tokens.text
        label = QRectF(rect.left(), top, metrics.px(_NAMES) - metrics.tight, height)
        draw_text(painter, theme, label, name, TextStyle.SECOND, ink)
        _draw_terms(painter, theme, lane, QRectF(room.left(), top, room.width(), height), axis)
        top += height
    x = round(room.left() + position(plan.day, axis, room.width()))
    painter.setPen(pen(theme.tokens.red.ink, 2))
    painter.drawLine(QLineF(x, rect.top() + _head(theme), x, rect.bottom()))


def _head(theme: Theme) -> float:
    return theme.metrics.second_line + theme.metrics.tight


def _lane_height(theme: Theme, lane: Lane) -> float:
    terms = min(max(len(lane.terms), 1), _MOST_TERMS)
    return max(theme.metrics.second_line + theme.metrics.gap, terms * (theme.metrics.px(_BAR) + 3) + theme.metrics.gap)


def _draw_years(painter: QPainter, theme: Theme, room: QRectF, axis: Axis) -> None:
    wanted = line_width(theme, "'00 ", TextStyle.AXIS)
    years = range(axis[0].year, axis[1].year + 1)
    apart = room.width() / len(years)
    step = max(round(wanted / apart + 0.49), 1)
    for year in years:
        x = room.left() + position(date(year, 1, 1), axis, room.width())
        painter.setPen(pen(theme.tokens.line))
        painter.drawLine(QLineF(x, room.top() + _head(theme) - 2, x, room.bottom()))
        if not (year - years[0]) % step:
            label = QRectF(x + 2, room.top(), wanted + 4, theme.metrics.second_line)
            draw_text(painter, theme, label, f"’{year % 100:02d}", TextStyle.AXIS, theme.tokens.text3, LEFT)


def _draw_common(painter: QPainter, theme: Theme, room: QRectF, axis: Axis, start: date) -> None:
    """Draw the day on which all can begin, as a pole through all lanes."""
    x = room.left() + position(start, axis, room.width())
    pole = QRectF(min(x, room.right() - 5) - 3, room.top() + _head(theme) - 2, 7, room.height() - _head(theme) + 2)
    outline_round(painter, pole, theme.metrics.radius_chip, pen(theme.tokens.accent, 1.6), theme.tokens.sel)


def _draw_terms(painter: QPainter, theme: Theme, lane: Lane, room: QRectF, axis: Axis) -> None:
    if not lane.terms:
        draw_text(painter, theme, room, _NO_AGREEMENT, TextStyle.SECOND, theme.tokens.text3)
        return
    high, terms = theme.metrics.px(_BAR), lane.terms[:_MOST_TERMS]
    top = room.center().y() - (len(terms) * (high + 3) - 3) / 2
    painter.save()
    painter.setClipRect(room)
    painter.setOpacity(0.55 if lane.is_similar else 1.0)
    for number, term in enumerate(terms):
        for block in term.blocks:
            _draw_block(painter, theme, block, QRectF(room.left(), top + number * (high + 3), room.width(), high), axis)
    painter.restore()


def _draw_block(painter: QPainter, theme: Theme, block: Block, bar: QRectF, axis: Axis) -> None:
    starts, ends = block.starts_on or axis[0], block.ends_on or axis[1]
    if ends < axis[0] or starts > axis[1]:
        return
    left = bar.left() + position(max(starts, axis[0]), axis, bar.width())
    right = bar.left() + position(min(ends, axis[1]), axis, bar.width())
    box = QRectF(left, bar.top(), max(right - left - 1, 2.0), bar.height())
    draw_block_ground(painter, theme, BlockKind.FIRST if block.is_certain else _KINDS[block.kind], box, 2)
    if block.last_notice_day is not None and block.ends_on is not None and block.last_notice_day < axis[1]:
        begins = bar.left() + position(max(block.last_notice_day, axis[0]), axis, bar.width())
        window = QRectF(begins, bar.top(), max(right - begins - 1, 2.0), bar.height())
        draw_notice_ground(painter, theme, round_path(window, 2), _HATCH)
