"""Drawing the ring of a year on any painter: screen, picture file or print. Knows arcs and signs, no register.

What lasts is told apart by its name along the arc, days by their form; colour only helps.
"""

from __future__ import annotations

from math import pi

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from itadmin.domain.calculations.year_ring import MIDDLE, Arc, Happening, Sign, Spot, YearPicture, numbers_of
from itadmin.domain.calendar import MONTHS
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.picture_files import Drawing
from itadmin.ui.wheel.places import RingPlaces, places_in
from itadmin.ui.widgets.legend import draw_legend, legend_height
from itadmin.ui.widgets.painting import CENTRE, draw_text, one_line, pen

_LETTERS = 3
_DASHES = (3.0, 2.0)
_EDGE, _TODAY = 0.8, 2.0
_LEAST_LETTERS = 5
_HALF_TURN, _QUARTER, _ROUND = 180.0, 0.25, 360.0
_MOST_TOLD = 9
_ROOM_FOR_NUMBER = 1.7
_ELLIPSIS = "…"
_RING_AROUND = 3
_PRINT_EDGE = 900


def draw_ring(
    painter: QPainter, places: RingPlaces, picture: YearPicture, current: int = -1, *, has_focus: bool = False
) -> None:
    """Draw the months, what lasts, the days, today and the words in the middle. `current` is a happening's number."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = picture.ring
    _draw_months(painter, places, ring.today)
    for arc in ring.arcs:
        _fill(painter, places.theme, places.arc(arc), ring.happenings[arc.number].level)
    if ring.today is not None:
        painter.setPen(pen(places.theme.tokens.red.ink, _TODAY))
        painter.drawLine(places.at(ring.today, places.whole), places.at(ring.today, MIDDLE * places.radius))
    for arc in ring.arcs:
        _draw_name(painter, places, arc, ring.happenings[arc.number])
    for spot in ring.spots:
        draw_sign(painter, places.theme, spot.sign, places.sign(spot), len(spot.numbers))
    part = ring.part_of(current) if current >= 0 else None
    if part is not None:
        _draw_chosen(painter, places, part, has_focus=has_focus)
    _draw_middle(painter, places, picture.middle)


def draw_sign(painter: QPainter, theme: Theme, sign: Sign, box: QRectF, days: int = 1) -> None:
    """Draw the sign of a day; of several, with their number where it can be read."""
    tokens = theme.tokens
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawPath(_outline(sign, box))
    if days > 1 and box.height() >= theme.fonts.metrics(TextStyle.AXIS_STRONG).capHeight() * _ROOM_FOR_NUMBER:
        words = str(days) if days <= _MOST_TOLD else "+"
        low = box.height() / 6 if sign is Sign.TRIANGLE else 0.0
        draw_text(painter, theme, box.translated(0, low), words, TextStyle.AXIS_STRONG, tokens.on_accent, CENTRE)


def draw_swatch(painter: QPainter, theme: Theme, part: Sign | int, box: QRectF) -> None:
    """Draw what the legend explains: a sign, or the fill of a period by its level."""
    if isinstance(part, Sign):
        square = QRectF(0, 0, box.height(), box.height())
        square.moveCenter(box.center())
        draw_sign(painter, theme, part, square)
    else:
        path = QPainterPath()
        path.addRoundedRect(box, theme.metrics.radius_chip - 1, theme.metrics.radius_chip - 1)
        _fill(painter, theme, path, part)


def _outline(sign: Sign, box: QRectF) -> QPainterPath:
    path, middle = QPainterPath(), box.center()
    if sign is Sign.DISC:
        path.addEllipse(box)
    elif sign is Sign.SQUARE:
        path.addRect(box.adjusted(box.width() / 14, box.height() / 14, -box.width() / 14, -box.height() / 14))
    elif sign is Sign.DIAMOND:
        corners = [
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        ]
        path.addPolygon(QPolygonF(corners))
    else:
        path.addPolygon(QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
    path.closeSubpath()
    return path


def _fill(painter: QPainter, theme: Theme, path: QPainterPath, level: int) -> None:
    tokens = theme.tokens
    painter.setPen(pen(tokens.ctl, _EDGE, () if level else _DASHES))
    painter.setBrush(QColor(tokens.levels[level].fill if level else tokens.surface))
    painter.drawPath(path)


def _draw_months(painter: QPainter, places: RingPlaces, today: float | None) -> None:
    tokens = places.theme.tokens
    count = len(MONTHS)
    this_month = -1 if today is None else int(today * count)
    for number, name in enumerate(MONTHS):
        begin, end = number / count, (number + 1) / count
        is_now = number == this_month
        painter.setPen(pen(tokens.line))
        painter.setBrush(QColor(tokens.sel if is_now else tokens.sunken))
        painter.drawPath(places.sector(begin, end, places.radius, places.whole))
        painter.setPen(pen(tokens.line))
        painter.drawLine(places.at(begin, places.radius), places.at(begin, MIDDLE * places.radius))
        style = TextStyle.AXIS_STRONG if is_now else TextStyle.AXIS
        ink = tokens.text if is_now else tokens.text2
        _draw_along(painter, places, (places.radius + places.whole) / 2, begin, end, name[:_LETTERS], style, ink)
    painter.setPen(pen(tokens.ctl, _EDGE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(places.middle, places.radius, places.radius)


def _draw_name(painter: QPainter, places: RingPlaces, arc: Arc, happening: Happening) -> None:
    """Write the name along the arc, on as many lines as it has room for."""
    theme = places.theme
    ink = theme.tokens.levels[happening.level].ink if happening.level else theme.tokens.text
    line, breadth = theme.metrics.second_line, (arc.outer - arc.inner) * places.radius
    room = 2 * pi * arc.inner * places.radius * (arc.end - arc.begin) - theme.metrics.gap
    lines = _wrapped(theme, happening.name, room, int(breadth // line))
    is_below = _is_below(arc.begin, arc.end)
    for number, words in enumerate(lines):
        outwards = (len(lines) - 1) / 2 - number
        radius = arc.radius * places.radius + line * (-outwards if is_below else outwards)
        _draw_along(painter, places, radius, arc.begin, arc.end, words, TextStyle.AXIS, ink)


def _wrapped(theme: Theme, text: str, room: float, most: int) -> list[str]:
    """A name on at most so many lines of `room`; what is left over stands on the last."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (len(lines) == most or theme.fonts.width(TextStyle.AXIS, longer) <= room):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines[:most]


def _is_below(begin: float, end: float) -> bool:
    """Whether words between two shares would stand on their head."""
    return _QUARTER < (begin + end) / 2 < 1 - _QUARTER


def _draw_along(
    painter: QPainter,
    places: RingPlaces,
    radius: float,
    begin: float,
    end: float,
    text: str,
    style: TextStyle,
    ink: str,
) -> None:
    """Write along a circle, in the middle between two shares; below the middle of the ring the other way round."""
    theme = places.theme
    fonts = theme.fonts
    room = 2 * pi * radius * (end - begin) - theme.metrics.gap
    shown = one_line(theme, text, style, room)
    if len(shown) < min(len(text), _LEAST_LETTERS) or shown == _ELLIPSIS:
        return
    is_below = _is_below(begin, end)
    step = (-1 if is_below else 1) / (2 * pi * radius)
    drop = fonts.metrics(style).capHeight() / 2 * (1 if is_below else -1)
    painter.setFont(fonts.font(style))
    painter.setPen(QColor(ink))
    share = (begin + end) / 2 - step * fonts.width(style, shown) / 2
    for number, letter in enumerate(shown):
        width = fonts.width(style, shown[: number + 1]) - fonts.width(style, shown[:number])
        at = share + step * (fonts.width(style, shown[:number]) + width / 2)
        painter.save()
        painter.translate(places.at(at, radius + drop))
        painter.rotate(_ROUND * at - (_HALF_TURN if is_below else 0.0))
        painter.drawText(QPointF(-width / 2, 0), letter)
        painter.restore()


def _draw_chosen(painter: QPainter, places: RingPlaces, part: Arc | Spot, *, has_focus: bool) -> None:
    tokens = places.theme.tokens
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(tokens.accent if has_focus else tokens.text2, places.theme.metrics.ring))
    if isinstance(part, Arc):
        painter.drawPath(places.arc(part))
    else:
        reach = places.sign(part).height() / 2 + _RING_AROUND
        painter.drawEllipse(places.place_of(part), reach, reach)


def _draw_middle(painter: QPainter, places: RingPlaces, words: tuple[str, str]) -> None:
    theme = places.theme
    width = 2 * MIDDLE * places.radius
    styles = (TextStyle.SECTION, TextStyle.SECOND)
    if theme.fonts.width(styles[0], words[0]) > width:
        styles = (TextStyle.AXIS_STRONG, TextStyle.AXIS)
    lines = [(text, style) for text, style in zip(words, styles, strict=True) if text]
    top = places.middle.y() - sum(theme.fonts.height(style) for _text, style in lines) / 2
    for number, (text, style) in enumerate(lines):
        box = QRectF(places.middle.x() - width / 2, top, width, theme.fonts.height(style))
        draw_text(painter, theme, box, text, style, theme.tokens.text2 if number else theme.tokens.text, CENTRE)
        top = box.bottom()


def words_of(picture: YearPicture, part: Arc | Spot) -> str:
    """What a part stands for, all of it in words; of many days the first ones and how many more."""
    numbers = numbers_of(part)
    told = [picture.ring.happenings[number].sentence for number in numbers[:_MOST_TOLD]]
    left = len(numbers) - len(told)
    return "\n".join([*told, f"… och {left} till i listan."] if left else told)


def printed(picture: YearPicture, theme: Theme) -> Drawing:
    """The ring as it is copied and saved: with what its forms mean, in the light colours."""
    light = theme.for_print()
    edge, gap = light.metrics.px(_PRINT_EDGE), light.metrics.section_gap
    heading = light.fonts.height(TextStyle.PAGE_TITLE) + gap
    places = places_in(light, QRectF(0, heading, edge, edge))

    def draw(painter: QPainter) -> None:
        title = QRectF(0, 0, edge, heading - gap)
        draw_text(painter, light, title, picture.title, TextStyle.PAGE_TITLE, light.tokens.text)
        draw_ring(painter, places, picture)
        painter.translate(0, heading + edge + gap)
        draw_legend(painter, light, picture.legend, edge, draw_swatch)

    height = heading + edge + gap + legend_height(light, picture.legend, edge)
    return Drawing(edge, height, picture.title, picture.sentence, draw)
