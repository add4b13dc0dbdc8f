"""Drawing a month of sessions on any painter: screen, picture file or print. Knows bars and days, no register.

How far a session has come is told apart by edge and words too; colour only helps.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from itadmin.domain.calculations.month_grid import Bar
from itadmin.domain.calendar import MONTHS, WEEKDAYS, is_working_day, iso_week, public_holidays
from itadmin.services.sessions.month import MonthPicture, Shown
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.look.tokens import Family
from itadmin.ui.picture_files import Drawing
from itadmin.ui.training_sessions.places import MonthPlaces
from itadmin.ui.widgets.legend import draw_legend, legend_height
from itadmin.ui.widgets.painting import CENTRE, RIGHT, draw_focus, draw_text, fill_round, line_width, outline_round, pen

STATES = ("planerat", "oppet", "genomfort", "installt")
COLLIDES = "krockar"
"""What stands in the legend for the sign of sessions that collide."""

_DASHES = (3.0, 2.0)
_LETTERS = 3
_ICON = 16
_PRINT_SIZE = (1240, 820)


def draw_month(
    painter: QPainter,
    places: MonthPlaces,
    picture: MonthPicture,
    day: date | None = None,
    number: int = -1,
    *,
    has_focus: bool = False,
) -> None:
    """Draw the days, the sessions in them, today, and the day and session one stands on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_head(painter, places)
    for week, days in enumerate(picture.grid.weeks):
        _draw_week_number(painter, places, week, days[0])
        for weekday, each in enumerate(days):
            _draw_day(painter, places, (week, weekday), each, picture)
    shown, hidden = picture.grid.shown(places.lanes)
    for bar in shown:
        _draw_bar(painter, places, bar, picture.sessions[bar.number], is_chosen=bar.number == number)
    seen = {(bar.week, weekday) for bar in shown for weekday in range(bar.begin, bar.end + 1)}
    for place, left in hidden.items():
        words = f"+{left} till" if place in seen else f"{left} st"
        draw_text(painter, places.theme, places.more(*place), words, TextStyle.SECOND, places.theme.tokens.text2)
    stood_on = picture.grid.place_of(day) if day is not None else None
    if stood_on is not None and has_focus:
        draw_focus(painter, places.theme, places.cell(*stood_on), places.theme.metrics.radius_chip)


def draw_state(painter: QPainter, theme: Theme, status: str, box: QRectF) -> None:
    """Draw the ground of a session, as in the month and beside its word in the legend."""
    if status == COLLIDES:
        theme.icons.draw(painter, "warning", _ICON, box, theme.tokens.amber.ink)
        return
    family = _family(theme, status)
    is_open = status in ("oppet", "genomfort")
    edge = pen(family.line if is_open else theme.tokens.ctl, 1.0, () if is_open else _DASHES)
    outline_round(painter, box, theme.metrics.radius_chip, edge, family.fill if is_open else theme.tokens.surface)
    if status == "installt":
        painter.setPen(pen(theme.tokens.ctl))
        painter.drawLine(box.bottomLeft(), box.topRight())


def printed(picture: MonthPicture, theme: Theme, entries: list[tuple[str, str]]) -> Drawing:
    """The month as it is copied and saved: with what its forms mean, in the light colours."""
    light = theme.for_print()
    width, height = (light.metrics.px(length) for length in _PRINT_SIZE)
    gap = light.metrics.section_gap
    heading = light.fonts.height(TextStyle.PAGE_TITLE) + gap
    places = MonthPlaces(light, QRectF(0, heading, width, height), len(picture.grid.weeks))

    def draw(painter: QPainter) -> None:
        title = QRectF(0, 0, width, heading - gap)
        draw_text(painter, light, title, picture.title, TextStyle.PAGE_TITLE, light.tokens.text)
        draw_month(painter, places, picture)
        painter.translate(0, heading + height + gap)
        draw_legend(painter, light, entries, width, draw_state)

    whole = heading + height + gap + legend_height(light, entries, width)
    return Drawing(width, whole, picture.title, picture.sentence, draw)


def _family(theme: Theme, status: str) -> Family:
    return {"oppet": theme.tokens.blue, "genomfort": theme.tokens.green}.get(status, theme.tokens.grey)


def _draw_head(painter: QPainter, places: MonthPlaces) -> None:
    theme = places.theme
    for weekday, name in enumerate(WEEKDAYS):
        box = places.weekday(weekday)
        has_room = line_width(theme, name, TextStyle.SECOND_STRONG) <= box.width()
        words = name.capitalize() if has_room else name[:_LETTERS].capitalize()
        draw_text(painter, theme, box, words, TextStyle.SECOND_STRONG, theme.tokens.text2, CENTRE)


def _draw_week_number(painter: QPainter, places: MonthPlaces, week: int, monday: date) -> None:
    theme = places.theme
    words = f"v. {iso_week(monday)[1]}"
    draw_text(painter, theme, places.week(week), words, TextStyle.AXIS, theme.tokens.text2)


def _draw_day(painter: QPainter, places: MonthPlaces, place: tuple[int, int], day: date, picture: MonthPicture) -> None:
    theme, tokens = places.theme, places.theme.tokens
    cell, is_in = places.cell(*place), day.month == picture.grid.month
    painter.setPen(pen(tokens.line))
    painter.setBrush(QColor(tokens.surface if is_working_day(day) and is_in else tokens.sunken))
    painter.drawRect(cell)
    words = f"{day.day} {MONTHS[day.month - 1][:_LETTERS]}" if day.day == 1 else str(day.day)
    box = places.number(*place)
    is_today = day == picture.today
    style = TextStyle.SECOND_STRONG if is_in else TextStyle.SECOND
    width = line_width(theme, words, style)
    if is_today:
        around = QRectF(
            box.left() - theme.metrics.tight, box.top() + 1, width + 2 * theme.metrics.tight, box.height() - 2
        )
        fill_round(painter, around, theme.metrics.radius_chip, tokens.accent)
    ink = tokens.on_accent if is_today else tokens.text if is_in else tokens.text2
    draw_text(painter, theme, box, words, style, ink)
    holiday = public_holidays(day.year).get(day, "")
    if holiday:
        room = box.adjusted(width + theme.metrics.gap, 0, 0, 0)
        draw_text(painter, theme, room, holiday, TextStyle.AXIS, tokens.text2, RIGHT)


def _draw_bar(painter: QPainter, places: MonthPlaces, bar: Bar, shown: Shown, *, is_chosen: bool) -> None:
    theme, tokens = places.theme, places.theme.tokens
    box = places.bar(bar)
    painter.save()
    painter.setClipRect(box.adjusted(-1, -1, 1, 1))
    beyond = theme.metrics.block
    ground = box.adjusted(-beyond if bar.from_before else 0, 0, beyond if bar.goes_on else 0, 0)
    draw_state(painter, theme, shown.status, ground)
    if is_chosen:
        outline_round(painter, ground, theme.metrics.radius_chip, pen(tokens.accent, theme.metrics.ring))
    painter.restore()
    room = box.adjusted(theme.metrics.tight, 0, -theme.metrics.tight, 0)
    if shown.collides:
        edge = min(theme.metrics.icon(_ICON), room.height())
        theme.icons.draw(
            painter, "warning", _ICON, QRectF(room.left(), room.top(), edge, room.height()), tokens.amber.ink
        )
        room.setLeft(room.left() + edge + theme.metrics.tight)
    ink = _family(theme, shown.status).ink if shown.status in ("oppet", "genomfort") else tokens.text
    _draw_words(painter, theme, room, shown, ink)


def _draw_words(painter: QPainter, theme: Theme, room: QRectF, shown: Shown, ink: str) -> None:
    """The time, the name, and how many seats are left where there is room for that beside the name."""
    struck = shown.status == "installt"
    time = line_width(theme, shown.time, TextStyle.SECOND_STRONG) + theme.metrics.tight if shown.time else 0
    name, seats = (line_width(theme, words, TextStyle.SECOND) for words in (shown.title, shown.seats))
    if shown.time:
        draw_text(painter, theme, room, shown.time, TextStyle.SECOND_STRONG, ink, struck=struck)
        room = room.adjusted(time, 0, 0, 0)
    draw_text(painter, theme, room, shown.title, TextStyle.SECOND, ink, struck=struck)
    if shown.seats and name + theme.metrics.block + seats <= room.width():
        draw_text(painter, theme, room, shown.seats, TextStyle.SECOND, ink, RIGHT)
