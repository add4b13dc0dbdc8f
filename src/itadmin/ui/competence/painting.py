"""Drawing the heat map on any painter: screen, picture file or print.

A level is told by its digit as well as by its fill, a gap by an arrow to what is wanted and a corner.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from functools import partial

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QPolygonF

from itadmin.domain.calculations.competence import LEVELS
from itadmin.services.competence.ground import Judged
from itadmin.services.competence.heat_map import Column, HeatMap, gap_of
from itadmin.ui.competence.places import GridPlaces
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.picture_files import Drawing
from itadmin.ui.widgets.legend import draw_legend, legend_height
from itadmin.ui.widgets.painting import CENTRE, RIGHT, draw_text, fill_round, line_width, outline_round, pen
from itadmin.ui.widgets.stamps import Stamps

_AIR = 1.0
_CORNER = 8
_DASHES = (3.0, 2.0)
_PRINT_WIDTH = 700
_ARROW = "→"
_UNKNOWN = "–"
_HEADING, _ABLE = "Person", "Behärskar"


class Extra(Enum):
    """What the legend explains beside the levels."""

    GAP = "gap"
    UNKNOWN = "unknown"
    VULNERABLE = "vulnerable"


LegendPart = int | Extra


def legend_of(heat: HeatMap) -> list[tuple[LegendPart, str]]:
    """What the forms mean, with what the file calls the levels."""
    levels: list[tuple[LegendPart, str]] = [(level, heat.level_words(level)) for level in LEVELS]
    return [
        *levels,
        (Extra.GAP, "Nu → önskat"),
        (Extra.UNKNOWN, "Önskat, inte bedömt"),
        (Extra.VULNERABLE, "Färre än två i regionen behärskar"),
    ]


def draw_cell(painter: QPainter, theme: Theme, rect: QRectF, judged: Judged | None) -> None:
    """Draw one cell; nothing but its edge where nothing is judged."""
    tokens, radius = theme.tokens, theme.metrics.radius_chip
    box = rect.adjusted(_AIR, _AIR, -_AIR, -_AIR)
    if judged is None or (judged.level is None and judged.wanted is None):
        outline_round(painter, box, radius, pen(tokens.line))
        return
    ink = tokens.text2
    if judged.level is None:
        outline_round(painter, box, radius, pen(tokens.ctl, dashes=_DASHES))
    else:
        colours = tokens.levels[judged.level]
        ink = colours.ink
        fill_round(painter, box, radius, colours.fill)
        if not judged.level or tokens.contrast:
            outline_round(painter, box, radius, pen(tokens.ctl))
    draw_text(painter, theme, box, cell_text(judged), TextStyle.STRONG, ink, CENTRE)
    if gap_of(judged):
        _draw_corner(painter, theme, box)


def cell_text(judged: Judged | None) -> str:
    """What stands in a cell: "2", or "2→3" where more is wanted; "" where nothing is judged."""
    if judged is None or (judged.level is None and judged.wanted is None):
        return ""
    level = _UNKNOWN if judged.level is None else str(judged.level)
    return f"{level}{_ARROW}{judged.wanted}" if gap_of(judged) else level


def draw_cells(
    painter: QPainter, places: GridPlaces, rows: Iterable[int], columns: Iterable[int], stamps: Stamps | None = None
) -> None:
    """Draw some cells; by `stamps`, on the screen, cells that are alike are drawn once."""
    across = list(columns)
    if stamps is not None:
        _stamp_cells(painter, places, rows, across, stamps)
        return
    for row in rows:
        cells = places.heat.rows[row].cells
        for column in across:
            draw_cell(painter, places.theme, places.cell_rect(row, column), cells[column])


def _stamp_cells(painter: QPainter, places: GridPlaces, rows: Iterable[int], across: list[int], stamps: Stamps) -> None:
    """Put a stamp in each cell; each sort is looked up once, as there may be thousands of cells."""
    size = places.cell_rect(0, 0).size().toSize()
    known: dict[tuple[int | None, int | None] | None, QPixmap] = {}
    lefts = [places.names + column * places.cell for column in across]
    for row in rows:
        cells, top = places.heat.rows[row].cells, places.head + row * places.row
        for column, left in zip(across, lefts, strict=True):
            judged = cells[column]
            key = None if judged is None else (judged.level, judged.wanted)
            pixmap = known.get(key)
            if pixmap is None:
                paint = partial(_stamp, places.theme, judged)
                pixmap = known[key] = stamps.stamp(painter, places.theme, size, key, paint)
            painter.drawPixmap(QPointF(left, top), pixmap)


def draw_names(painter: QPainter, places: GridPlaces, rows: Iterable[int]) -> None:
    """Draw the names of some rows, and the kommuner beside them."""
    theme, metrics = places.theme, places.metrics
    for row in rows:
        who, rect = places.heat.rows[row], places.row_rect(row)
        room = QRectF(metrics.cell_left, rect.top(), places.name_width - metrics.cell_left - metrics.gap, rect.height())
        draw_text(painter, theme, room, who.name, TextStyle.NAME, theme.tokens.text)
        beside = places.names - places.name_width - metrics.gap
        if beside > 0:
            place = QRectF(places.name_width, rect.top(), beside, rect.height())
            draw_text(painter, theme, place, who.kommun, TextStyle.SECOND, theme.tokens.text2)
        painter.setPen(pen(theme.tokens.line))
        painter.drawLine(QLineF(0, rect.bottom() - 0.5, places.names, rect.bottom() - 0.5))


def draw_heads(painter: QPainter, places: GridPlaces, columns: Iterable[int]) -> None:
    """Draw the heads of some columns: the name from below upwards, and under it how many are able."""
    theme = places.theme
    for number in columns:
        column, rect = places.heat.columns[number], places.column_rect(number)
        painter.save()
        painter.translate(rect.center().x(), rect.bottom() - places.foot - places.metrics.gap)
        painter.rotate(-90)
        room = QRectF(0, -places.cell / 2, rect.height() - places.foot - 2 * places.metrics.gap, places.cell)
        draw_text(painter, theme, room, column.topic.name, TextStyle.CHIP, theme.tokens.text)
        painter.restore()
        _draw_able(painter, places, column, rect)


def draw_corner(painter: QPainter, places: GridPlaces) -> None:
    """Draw what the names and the numbers in the heads are called."""
    theme, metrics = places.theme, places.metrics
    foot = QRectF(metrics.cell_left, places.head - places.foot, places.names - metrics.cell_left, places.foot)
    draw_text(painter, theme, foot, _HEADING, TextStyle.CHIP, theme.tokens.text3)
    told = foot.adjusted(line_width(theme, _HEADING, TextStyle.CHIP), 0, -metrics.gap, 0)
    draw_text(painter, theme, told, _ABLE, TextStyle.CHIP, theme.tokens.text3, RIGHT)


def draw_swatch(painter: QPainter, theme: Theme, part: LegendPart, box: QRectF) -> None:
    """Draw what the legend explains, in small."""
    tokens, radius = theme.tokens, theme.metrics.radius_chip
    if part is Extra.GAP:
        fill_round(painter, box, radius, tokens.levels[2].fill)
        _draw_corner(painter, theme, box)
    elif part is Extra.UNKNOWN:
        outline_round(painter, box, radius, pen(tokens.ctl, dashes=_DASHES))
    elif part is Extra.VULNERABLE:
        _draw_weak(painter, theme, box, "!")
    elif isinstance(part, int):
        fill_round(painter, box, radius, tokens.levels[part].fill)
        if not part or tokens.contrast:
            outline_round(painter, box, radius, pen(tokens.ctl))
        draw_text(painter, theme, box, str(part), TextStyle.AXIS_STRONG, tokens.levels[part].ink, CENTRE)


def printed(heat: HeatMap, theme: Theme) -> Drawing:
    """The map as it is copied and saved: all of it with its legend, in the light colours."""
    light = theme.for_print()
    places = GridPlaces(heat, light)
    width = max(places.width, light.metrics.px(_PRINT_WIDTH))
    entries, gap = legend_of(heat), light.metrics.block

    def draw(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_whole(painter, places)
        painter.translate(0, places.height + gap)
        draw_legend(painter, light, entries, width, draw_swatch)

    height = places.height + gap + legend_height(light, entries, width)
    return Drawing(width, height, heat.title, heat.sentence, draw)


def _draw_whole(painter: QPainter, places: GridPlaces) -> None:
    rows, columns = range(len(places.heat.rows)), range(len(places.heat.columns))
    draw_cells(painter, places, rows, columns)
    draw_names(painter, places, rows)
    draw_heads(painter, places, columns)
    draw_corner(painter, places)


def _stamp(theme: Theme, judged: Judged | None, painter: QPainter, rect: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_cell(painter, theme, rect, judged)


def _draw_able(painter: QPainter, places: GridPlaces, column: Column, rect: QRectF) -> None:
    theme = places.theme
    box = QRectF(rect.left(), rect.bottom() - places.foot, rect.width(), places.metrics.chip)
    box.adjust(places.metrics.tight, 0, -places.metrics.tight, 0)
    if column.is_vulnerable:
        _draw_weak(painter, theme, box, f"{column.able} !")
    else:
        draw_text(painter, theme, box, str(column.able), TextStyle.CHIP, theme.tokens.text2, CENTRE)


def _draw_weak(painter: QPainter, theme: Theme, box: QRectF, text: str) -> None:
    family, radius = theme.tokens.amber, theme.metrics.radius_chip
    outline_round(painter, box, radius, pen(family.line), family.fill)
    draw_text(painter, theme, box, text, TextStyle.SECOND_STRONG, family.ink, CENTRE)


def _draw_corner(painter: QPainter, theme: Theme, box: QRectF) -> None:
    edge = theme.metrics.px(_CORNER)
    painter.setPen(pen(theme.tokens.surface))
    painter.setBrush(QColor(theme.tokens.amber.ink))
    corner = box.topRight()
    painter.drawPolygon(QPolygonF([corner - QPointF(edge, 0), corner, corner + QPointF(0, edge)]))
