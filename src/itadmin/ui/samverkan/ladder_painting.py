"""Where everything in the ladder lies, and drawing it on any painter: five equal steps with systems standing on them.

A step with more systems than it has room for says how many more there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from itadmin.domain.keys import Key
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.picture_files import Drawing
from itadmin.ui.samverkan.ladder import Ladder, Standing, Step
from itadmin.ui.widgets.level_cell import draw_level_ground
from itadmin.ui.widgets.painting import draw_text, fill_round, line_width, outline_round, pen

_RISE = 20
_LEAST_BOXES = 2
_PRINT_WIDTH, _MOST_PRINTED = 1000, 14
_PAD = 10
_NAME_LINES = 2


class Box(NamedTuple):
    """A box on a step; `key` None says how many more there are."""

    step: int
    key: Key | None
    text: str
    rect: QRectF


class LadderPlaces:
    """The measures of a ladder of one size, in logical pixels from its corner."""

    def __init__(self, ladder: Ladder, theme: Theme, width: float, height: float, chosen: Key | None = None) -> None:
        """The system that is `chosen` has a box even where there is no room for all."""
        self.ladder, self.theme, self.width, self.chosen = ladder, theme, width, chosen
        self.height = max(height, least_height(theme))

    @property
    def step_width(self) -> float:
        """The width of a step."""
        return self.width / len(self.ladder.steps)

    def step_rect(self, place: int) -> QRectF:
        """Where a step stands, from its top to the ground."""
        high = _first_height(self.theme) + place * self.theme.metrics.px(_RISE)
        return QRectF(place * self.step_width, self.height - high, self.step_width, high)

    @cached_property
    def boxes(self) -> list[Box]:
        """The boxes of all steps, from the lowest box of the first step on."""
        return [box for place, step in enumerate(self.ladder.steps) for box in self._boxes(place, step)]

    def box_of(self, key: Key) -> Box | None:
        """The box of a system; None when there was no room for it."""
        return next((box for box in self.boxes if box.key == key), None)

    def _some(self, systems: Sequence[Standing], room: int) -> Sequence[Standing]:
        """The first ones, the last of which gives way to the one that is chosen."""
        beyond = [system for system in systems[room:] if system.key == self.chosen]
        return (*systems[: room - len(beyond)], *beyond)

    def _boxes(self, place: int, step: Step) -> Iterator[Box]:
        metrics, top = self.theme.metrics, self.step_rect(place).top()
        room = max(int((top - metrics.tight) // _pitch(self.theme)), 1)
        shown = step.systems if len(step.systems) <= room else self._some(step.systems, max(room - 1, 1))
        texts: list[tuple[Key | None, str]] = [(system.key, system.name) for system in shown]
        if len(shown) < len(step.systems):
            texts.append((None, f"+ {len(step.systems) - len(shown)} till"))
        left = place * self.step_width + metrics.block
        for number, (key, text) in enumerate(texts, start=1):
            wanted = line_width(self.theme, text, TextStyle.CHIP) + 2 * _PAD
            width = min(wanted, self.step_width - 2 * metrics.block)
            box = QRectF(left, top - number * _pitch(self.theme), width, _box_height(self.theme))
            yield Box(place, key, text, box)


def least_height(theme: Theme) -> float:
    """The height that the steps need with a little on each."""
    rise = 4 * theme.metrics.px(_RISE)
    return _first_height(theme) + rise + _LEAST_BOXES * _pitch(theme) + theme.metrics.tight


def draw_ladder(painter: QPainter, places: LadderPlaces) -> None:
    """Draw the steps and what stands on them, with a ring around the system that is chosen."""
    for place, step in enumerate(places.ladder.steps):
        _draw_step(painter, places, place, step)
    for box in places.boxes:
        _draw_box(painter, places.theme, box, is_chosen=box.key is not None and box.key == places.chosen)


def printed(ladder: Ladder, theme: Theme, sentence: str) -> Drawing:
    """The ladder as it is copied and saved, in the light colours, with as many systems as a page has room for.

    `sentence` says of what it is.
    """
    light = theme.for_print()
    most = min(max(len(step.systems) for step in ladder.steps), _MOST_PRINTED)
    height = least_height(light) + max(most - _LEAST_BOXES, 0) * _pitch(light)
    head = light.metrics.line + 2 * light.metrics.second_line + light.metrics.block
    width = light.metrics.px(_PRINT_WIDTH)
    places = LadderPlaces(ladder, light, width, height)

    def draw(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title = QRectF(0, 0, width, light.metrics.line)
        draw_text(painter, light, title, ladder.title, TextStyle.SIDE_HEADING, light.tokens.text)
        for line, words in enumerate((sentence, ladder.how)):
            top = light.metrics.line + line * light.metrics.second_line
            below = QRectF(0, top, width, light.metrics.second_line)
            draw_text(painter, light, below, words, TextStyle.SECOND, light.tokens.text2)
        painter.translate(0, head)
        draw_ladder(painter, places)

    return Drawing(width, head + places.height, ladder.title, f"{sentence} {ladder.sentence}", draw)


def _first_height(theme: Theme) -> float:
    return _NAME_LINES * theme.metrics.second_line + theme.metrics.block


def _box_height(theme: Theme) -> float:
    return theme.metrics.chip + 2


def _pitch(theme: Theme) -> float:
    return _box_height(theme) + theme.metrics.tight


def _draw_step(painter: QPainter, places: LadderPlaces, place: int, step: Step) -> None:
    theme, rect = places.theme, places.step_rect(place)
    tokens, metrics = theme.tokens, theme.metrics
    area = QPainterPath()
    area.addRect(rect)
    draw_level_ground(painter, theme, area, step.level)
    edge = tokens.text if tokens.contrast else tokens.levels[5].fill
    painter.setPen(pen(edge, 2))
    painter.drawLine(QLineF(rect.left(), rect.top(), rect.right(), rect.top()))
    before = places.step_rect(place - 1).top() if place else places.height
    if place:
        painter.drawLine(QLineF(rect.left(), rect.top() - 1, rect.left(), before))
    ink, fill = tokens.levels[step.level].ink, tokens.levels[step.level].fill
    foot = QRectF(rect.left(), rect.bottom() - _first_height(theme) + 1, rect.width(), _first_height(theme) - 1)
    digit = foot.adjusted(metrics.block, 0, 0, 0)
    digit.setWidth(line_width(theme, str(step.level), TextStyle.LIST_TITLE))
    words = foot.adjusted(digit.right() - foot.left() + metrics.gap, 0, -metrics.gap, 0)
    lines = _wrapped(theme, step.name, words.width())
    used = max((line_width(theme, line, TextStyle.SECOND_STRONG) for line in lines), default=0)
    patch = digit.adjusted(-metrics.tight, metrics.tight, metrics.gap + used + metrics.tight, -metrics.tight)
    patch.setRight(min(patch.right(), rect.right() - metrics.tight))
    fill_round(painter, patch, metrics.radius_chip, fill)
    draw_text(painter, theme, digit, str(step.level), TextStyle.LIST_TITLE, ink)
    top = words.center().y() - len(lines) * metrics.second_line / 2
    for number, line in enumerate(lines):
        room = QRectF(words.left(), top + number * metrics.second_line, words.width(), metrics.second_line)
        draw_text(painter, theme, room, line, TextStyle.SECOND_STRONG, ink)


def _draw_box(painter: QPainter, theme: Theme, box: Box, *, is_chosen: bool) -> None:
    tokens = theme.tokens
    if box.key is None:
        draw_text(painter, theme, box.rect, box.text, TextStyle.SECOND_STRONG, tokens.accent)
        return
    edge = pen(tokens.accent, theme.metrics.ring) if is_chosen else pen(tokens.ctl)
    outline_round(painter, box.rect, theme.metrics.radius_chip, edge, tokens.sel if is_chosen else tokens.surface)
    inside = box.rect.adjusted(_PAD, 0, -_PAD + 2, 0)
    draw_text(painter, theme, inside, box.text, TextStyle.CHIP, tokens.text)


def _wrapped(theme: Theme, text: str, room: float) -> list[str]:
    """A name on two lines at most; the last holds all that is left."""
    first: list[str] = []
    words = text.split()
    while words and (not first or line_width(theme, " ".join((*first, words[0])), TextStyle.SECOND_STRONG) <= room):
        first.append(words.pop(0))
    return [" ".join(line) for line in (first, words) if line]
