"""Columns of painted signs: chips, the classing, cooperation levels."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.cell_delegate import CellDelegate, Index, mark_of, missing_width, text_of
from itadmin.ui.widgets.chip import ChipKind, chip_size, draw_chip
from itadmin.ui.widgets.classing import Classing, classing_size, draw_classing
from itadmin.ui.widgets.level_cell import LevelMark, draw_level, level_size
from itadmin.ui.widgets.marks import DASH, draw_missing
from itadmin.ui.widgets.painting import draw_text
from itadmin.ui.widgets.roles import Mark, Role
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.stamps import Stamps

_UNKNOWN = Classing(None, None, None)


class StampDelegate(CellDelegate):
    """What columns of signs have in common: a sign is painted once and then copied from row to row."""

    def __init__(self, look: Look, view: RowTable) -> None:
        super().__init__(look, view)
        self._stamps = Stamps()


class ChipDelegate(StampDelegate):
    """A column of chips: the word is the cell's text, the kind its `Role.CHIP`."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the chip; where there is no word, the sign for one that is expected, or nothing."""
        text = text_of(index)
        if not text:
            if mark_of(index) is Mark.MISSING:
                draw_missing(painter, self.theme, rect)
            return
        kind = _kind_of(index)
        size = chip_size(self.theme, kind, text)
        place = _at_left(rect, QSize(min(size.width(), int(rect.width())), size.height()))

        def paint(stamp: QPainter, box: QRectF) -> None:
            draw_chip(stamp, self.theme, box, kind, text)

        self._stamps.draw(painter, self.theme, place, (kind, text), paint)

    def content_width(self, index: Index) -> int:
        """Want room for the whole chip."""
        if not text_of(index) and mark_of(index) is Mark.MISSING:
            return missing_width(self.theme)
        return chip_size(self.theme, _kind_of(index), text_of(index)).width()

    def text_room(self, rect: QRectF, index: Index) -> tuple[TextStyle, float] | None:
        """Elide the word when the chip is wider than the cell."""
        missing = self.content_width(index) - rect.width()
        return TextStyle.CHIP, self.theme.fonts.width(TextStyle.CHIP, text_of(index)) - max(missing, 0)


class ClassingDelegate(StampDelegate):
    """A column of the three class cells (`Role.CLASSING`)."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the cells; dashed where nothing is classed."""
        value = index.data(Role.CLASSING)
        classing = value if isinstance(value, Classing) else _UNKNOWN
        place = _at_left(rect, classing_size(self.theme))

        def paint(stamp: QPainter, box: QRectF) -> None:
            draw_classing(stamp, self.theme, box.left(), box.center().y(), classing)

        self._stamps.draw(painter, self.theme, place, classing, paint)

    def content_width(self, index: Index) -> int:
        """Want room for three cells."""
        del index
        return classing_size(self.theme).width()


class LevelDelegate(StampDelegate):
    """A column of cooperation levels (`Role.LEVEL`); a dash where none is set."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the cell."""
        mark = index.data(Role.LEVEL)
        if not isinstance(mark, LevelMark):
            draw_text(painter, self.theme, rect, DASH, TextStyle.TEXT, self.theme.tokens.text3)
            return

        def paint(stamp: QPainter, box: QRectF) -> None:
            draw_level(stamp, self.theme, box, mark)

        self._stamps.draw(painter, self.theme, _at_left(rect, level_size(self.theme)), mark, paint)

    def content_width(self, index: Index) -> int:
        """Want room for the cell."""
        del index
        return level_size(self.theme).width()


def _at_left(rect: QRectF, size: QSize) -> QRectF:
    """Give a place of this size at the left of `rect`, in the middle of its height, on whole pixels."""
    return QRectF(round(rect.left()), round(rect.center().y() - size.height() / 2), size.width(), size.height())


def _kind_of(index: Index) -> ChipKind:
    kind = index.data(Role.CHIP)
    return kind if isinstance(kind, ChipKind) else ChipKind.PLAIN
