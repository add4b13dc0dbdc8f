"""What the large and the small term bar share: grounds, the notice window and the legend."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.widgets.painting import draw_hatch, draw_text, fill_round, line_width, outline_round, pen, round_path
from itadmin.ui.widgets.term_data import BlockKind, TermBarData

FIRST_LEVEL = 3
_OPTION_LEVEL = 1
_LEGEND = {
    BlockKind.FIRST: "avtalad tid",
    BlockKind.OPTION: "option, kommunens val",
    BlockKind.RENEWAL: "automatisk förlängning",
}
_NOTICE_LEGEND = "uppsägningstid"
_DASHES = (4.0, 3.0)
_SWATCH_WIDTH = 18
_SWATCH_HEIGHT = 10


def draw_block_ground(painter: QPainter, theme: Theme, kind: BlockKind, box: QRectF, radius: float) -> None:
    """Draw a block's ground and edge: filled, outlined or dashed."""
    tokens = theme.tokens
    if kind is BlockKind.FIRST:
        fill_round(painter, box, radius, tokens.levels[FIRST_LEVEL].fill)
        if tokens.contrast:
            outline_round(painter, box, radius, pen(tokens.text))
    elif kind is BlockKind.OPTION:
        outline_round(painter, box, radius, pen(tokens.accent, 1.2), tokens.levels[_OPTION_LEVEL].fill)
    else:
        outline_round(painter, box, radius, pen(tokens.ctl, 1.2, _DASHES), tokens.surface)


def draw_notice_ground(painter: QPainter, theme: Theme, area: QPainterPath, step: float) -> None:
    """Hatch the notice window that fills `area`, with lines `step` pixels apart."""
    painter.fillPath(area, QColor(theme.tokens.amber.fill))
    draw_hatch(painter, area, pen(theme.tokens.amber.ink, 1.2), step)


def legend_parts(data: TermBarData) -> list[BlockKind | None]:
    """Give what the legend explains, in order; None stands for the notice window."""
    parts: list[BlockKind | None] = [kind for kind in BlockKind if any(block.kind is kind for block in data.blocks)]
    return [*parts, None] if data.notice is not None else parts


def legend_places(theme: Theme, data: TermBarData, width: float) -> list[QRectF]:
    """Give where the parts of the legend lie, wrapped to `width`, from its own top left corner."""
    places: list[QRectF] = []
    left, top = 0.0, 0.0
    height = theme.metrics.second_line + theme.metrics.tight
    for part in legend_parts(data):
        wanted = _SWATCH_WIDTH + theme.metrics.heading_gap + line_width(theme, _legend_word(part), TextStyle.SECOND)
        if places and left + wanted > width:
            left, top = 0.0, top + height
        places.append(QRectF(left, top, wanted, height))
        left += wanted + theme.metrics.section_gap
    return places


def draw_legend(painter: QPainter, theme: Theme, data: TermBarData, width: float) -> None:
    """Draw the legend from the painter's origin, wrapped to `width`."""
    for part, place in zip(legend_parts(data), legend_places(theme, data, width), strict=True):
        swatch = QRectF(place.left(), 0, _SWATCH_WIDTH, _SWATCH_HEIGHT)
        swatch.moveTop(round(place.center().y() - swatch.height() / 2))
        _draw_swatch(painter, theme, swatch, part)
        word = place.adjusted(_SWATCH_WIDTH + theme.metrics.heading_gap, 0, 0, 0)
        draw_text(painter, theme, word, _legend_word(part), TextStyle.SECOND, theme.tokens.text2)


def _draw_swatch(painter: QPainter, theme: Theme, swatch: QRectF, part: BlockKind | None) -> None:
    if part is None:
        draw_notice_ground(painter, theme, round_path(swatch, 1), 4)
    else:
        draw_block_ground(painter, theme, part, swatch, theme.metrics.radius_chip - 1)


def _legend_word(part: BlockKind | None) -> str:
    return _NOTICE_LEGEND if part is None else _LEGEND[part]
