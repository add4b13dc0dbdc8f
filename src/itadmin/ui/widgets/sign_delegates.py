"""Columns of painted signs: chips, the classing, cooperation levels."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.widgets.cell_delegate import CellDelegate, Index, text_of
from itadmin.ui.widgets.chip import ChipKind, chip_size, draw_chip
from itadmin.ui.widgets.classing import Classing, classing_size, draw_classing
from itadmin.ui.widgets.level_cell import LevelMark, draw_level, level_size
from itadmin.ui.widgets.marks import DASH
from itadmin.ui.widgets.painting import draw_text
from itadmin.ui.widgets.roles import Role

_UNKNOWN = Classing(None, None, None)


class ChipDelegate(CellDelegate):
    """A column of chips: the word is the cell's text, the kind its `Role.CHIP`."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the chip, or nothing where there is no word."""
        text = text_of(index)
        if not text:
            return
        kind = _kind_of(index)
        size = chip_size(self.theme, kind, text)
        place = QRectF(rect.left(), 0, min(size.width(), rect.width()), size.height())
        place.moveTop(round(rect.center().y() - size.height() / 2))
        draw_chip(painter, self.theme, place, kind, text)

    def content_width(self, index: Index) -> int:
        """Want room for the whole chip."""
        return chip_size(self.theme, _kind_of(index), text_of(index)).width()

    def text_room(self, rect: QRectF, index: Index) -> tuple[TextStyle, float] | None:
        """Elide the word when the chip is wider than the cell."""
        missing = self.content_width(index) - rect.width()
        return TextStyle.CHIP, self.theme.fonts.width(TextStyle.CHIP, text_of(index)) - max(missing, 0)


class ClassingDelegate(CellDelegate):
    """A column of the three class cells (`Role.CLASSING`)."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the cells; dashed where nothing is classed."""
        classing = index.data(Role.CLASSING)
        shown = classing if isinstance(classing, Classing) else _UNKNOWN
        draw_classing(painter, self.theme, rect.left(), rect.center().y(), shown)

    def content_width(self, index: Index) -> int:
        """Want room for three cells."""
        del index
        return classing_size(self.theme).width()


class LevelDelegate(CellDelegate):
    """A column of cooperation levels (`Role.LEVEL`); a dash where none is set."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the cell."""
        mark = index.data(Role.LEVEL)
        if not isinstance(mark, LevelMark):
            draw_text(painter, self.theme, rect, DASH, TextStyle.TEXT, self.theme.tokens.text3)
            return
        size = level_size(self.theme)
        place = QRectF(rect.left(), round(rect.center().y() - size.height() / 2), size.width(), size.height())
        draw_level(painter, self.theme, place, mark)

    def content_width(self, index: Index) -> int:
        """Want room for the cell."""
        del index
        return level_size(self.theme).width()


def _kind_of(index: Index) -> ChipKind:
    kind = index.data(Role.CHIP)
    return kind if isinstance(kind, ChipKind) else ChipKind.PLAIN
