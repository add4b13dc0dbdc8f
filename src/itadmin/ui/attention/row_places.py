"""Where the parts of a row of the work list lie: words, day, who answers, signs and the button. Pure geometry.

The signs, which only one row has, stand in the place of who answers. What does not fit beside the words gives way:
first who answers, then the day, which both are told with the reason; then the signs, which are in the menu.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.widgets.painting import line_width

_ICON, _SIGN = 20, 16
_DAY = "2026-00-00"
_DAY_BESIDE = "om 000 dagar"
_WHO = 176
_LEAST_WORDS = 240
_FEWEST_WORDS = 210
_MOST_OF_BUTTON = 0.4


class Part(StrEnum):
    """A part of a row that can be pressed."""

    BUTTON = "knapp"
    REST = "vila"
    HANDLED = "hanterad"
    MORE = "mer"
    UNFOLD = "visa"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of all rows, from left to right, as (left, width) in logical pixels; width 0 is not shown."""

    icon: tuple[float, float]
    words: tuple[float, float]
    day: tuple[float, float]
    who: tuple[float, float]
    signs: tuple[float, float]
    button: tuple[float, float]
    more: tuple[float, float]


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """The parts of one row. `pressed` are those that can be pressed, by part."""

    icon: QRectF
    words: QRectF
    day: QRectF
    who: QRectF
    pressed: dict[Part, QRectF]

    def part_at(self, place: QPointF) -> Part | None:
        """The part that is pressed at a place."""
        return next((part for part, rect in self.pressed.items() if rect.contains(place)), None)


def columns(theme: Theme, width: float, buttons: set[str]) -> Columns:
    """Divide a width, with room for the widest of the buttons."""
    metrics = theme.metrics
    icon = metrics.icon(_ICON) + 2 * metrics.cell_left
    more = metrics.icon(_SIGN) + 2 * metrics.gap
    signs = 2 * more
    button = min(max((button_width(theme, text) for text in buttons), default=0.0), width * _MOST_OF_BUTTON)
    day = (
        max(line_width(theme, _DAY, TextStyle.NAME), line_width(theme, _DAY_BESIDE, TextStyle.SECOND))
        + metrics.section_gap
    )
    who = float(metrics.px(_WHO))
    left = width - icon - more - button - metrics.gap
    if left - day - who < metrics.px(_LEAST_WORDS):
        who, left = 0, left - signs
    if left - day - who < metrics.px(_FEWEST_WORDS):
        day = 0
    if left < metrics.px(_FEWEST_WORDS):
        left, signs = left + signs, 0
    places, at = [], 0.0
    for part in (icon, left - day - who, day, who, 0 if who else signs, button, more):
        places.append((at, float(part)))
        at += part
    divided = Columns(*places)
    return replace(divided, signs=(divided.signs[0] - signs, float(signs))) if who else divided


def button_width(theme: Theme, text: str) -> float:
    """The width of a button with this word."""
    return line_width(theme, text, TextStyle.BUTTON) + 3 * theme.metrics.gap


def row_places(theme: Theme, at: Columns, rect: QRectF, button: str, *, folds: bool, signs: bool) -> RowPlaces:
    """Lay out a row in `rect`; `folds` has a sign that unfolds it, `signs` those for resting and handled."""
    metrics = theme.metrics

    def column(place: tuple[float, float]) -> QRectF:
        return QRectF(rect.left() + place[0], rect.top(), place[1], rect.height())

    pressed: dict[Part, QRectF] = {}
    who = column(at.who).adjusted(0, 0, -metrics.gap, 0)
    right = column(at.button)
    high = metrics.button_small + metrics.tight
    wide = min(button_width(theme, button), right.width())
    if button:
        pressed[Part.BUTTON] = QRectF(right.right() - wide, rect.center().y() - high / 2, wide, high)
    if signs and at.signs[1]:
        each = at.signs[1] / 2
        first = right.right() - wide - 2 * each
        if at.who[1]:
            who.setRight(min(who.right(), first - metrics.gap))
        for number, part in enumerate((Part.REST, Part.HANDLED)):
            pressed[part] = QRectF(first + number * each, rect.center().y() - each / 2, each, each)
    more = column(at.more)
    if button:
        pressed[Part.MORE] = QRectF(more.left(), rect.center().y() - more.width() / 2, more.width(), more.width())
    icon = column(at.icon)
    if folds:
        pressed[Part.UNFOLD] = icon
    words = column(at.words).adjusted(0, 0, -metrics.section_gap, 0)
    return RowPlaces(icon, words, column(at.day), who, pressed)
