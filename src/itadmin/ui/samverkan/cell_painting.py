"""Drawing a cell of the matrix on any painter: fill, pattern and digit; a flap, dashes, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from itadmin.domain.calculations.opportunities import ENDING_MONTHS
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.samverkan.cell_look import ARROW, DIFFERING, NO_LEVEL, OTHERS_WORD, SIMILAR, CellLook, Shown
from itadmin.ui.widgets.level_cell import draw_flap, draw_level_ground
from itadmin.ui.widgets.painting import CENTRE, draw_text, fill_round, line_width, outline_round, pen, round_path

_PATTERNED = range(1, 5)
_DASHES = (3.0, 2.0)

Entry = tuple[CellLook, str]
_ENDING = (CellLook("2", 2, ends_soon=True), f"avtal på väg ut inom {ENDING_MONTHS} månader")
_SIMILAR = (CellLook(SIMILAR, is_dashed=True), "liknande, ej matchat")
_OTHERS = (CellLook(f"2{OTHERS_WORD}", 2), "uppgift från annan")
_DIFFERS = (CellLook(f"2{DIFFERING}", 2), "andra säger annat")
_NO_LEVEL = (CellLook(NO_LEVEL), "nivå saknas")
_LEFT = (CellLook(ARROW, 4), "nu → mål")
_NO_TARGET = (CellLook("2"), "inget mål")


def legend_of(looks: Iterable[CellLook], shown: Shown) -> list[Entry]:
    """What the signs mean that stand in some cells; what an empty cell means always."""
    found = set(looks)
    signs = set(chain.from_iterable(look.text for look in found))
    entries: list[Entry] = []
    if any(look.ends_soon for look in found):
        entries.append(_ENDING)
    if shown is Shown.TARGET:
        entries += [_LEFT, _NO_TARGET]
    told = ((OTHERS_WORD, _OTHERS), (DIFFERING, _DIFFERS), (SIMILAR, _SIMILAR))
    entries += [entry for sign, entry in told if sign in signs]
    if any(look.text == NO_LEVEL for look in found):
        entries.append(_NO_LEVEL)
    return [*entries, (CellLook(), "systemet saknas")]


def draw_cell(
    painter: QPainter, theme: Theme, rect: QRectF, look: CellLook, style: TextStyle = TextStyle.STRONG
) -> None:
    """Draw a cell that fills `rect`; nothing where it is empty."""
    if not look.text:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tokens, radius = theme.tokens, theme.metrics.radius_chip
    ink = tokens.text2
    if look.ground is None:
        outline_round(painter, rect, radius, pen(tokens.ctl, dashes=_DASHES if look.is_dashed else ()))
    else:
        ink = tokens.levels[look.ground].ink
        draw_level_ground(painter, theme, round_path(rect, radius), look.ground)
        if not look.ground or tokens.contrast:
            outline_round(painter, rect, radius, pen(tokens.ctl))
        if look.ground in _PATTERNED:
            fill_round(painter, _patch(theme, rect, look.text, style), radius * 2, tokens.levels[look.ground].fill)
    draw_text(painter, theme, rect, look.text, style, ink, CENTRE)
    if look.ends_soon:
        draw_flap(painter, theme, rect)
    painter.restore()


def draw_swatch(painter: QPainter, theme: Theme, look: CellLook, box: QRectF) -> None:
    """Draw what the legend explains, in small."""
    if look.text:
        draw_cell(painter, theme, box.adjusted(0, -2, 2, 2), look, TextStyle.AXIS_STRONG)
    else:
        outline_round(painter, box, theme.metrics.radius_chip, pen(theme.tokens.line2))


def _patch(theme: Theme, rect: QRectF, text: str, style: TextStyle) -> QRectF:
    """A plain patch, so that the pattern never touches the digit."""
    width = line_width(theme, text, style) + 2 * theme.metrics.tight
    patch = QRectF(0, 0, min(width, rect.width()), rect.height() - 2)
    patch.moveCenter(rect.center())
    return patch
