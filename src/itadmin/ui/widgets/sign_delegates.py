"""Columns of painted signs: chips, information classes, cooperation levels."""

from functools import partial

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from itadmin.domain.text import without_digit
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.cell_delegate import CellDelegate, Index, mark_of, missing_width, text_of
from itadmin.ui.widgets.chip import ChipKind, chip_size, draw_chip
from itadmin.ui.widgets.classing import class_value_size, draw_class_value
from itadmin.ui.widgets.level_cell import LevelMark, draw_level, level_size
from itadmin.ui.widgets.marks import draw_missing
from itadmin.ui.widgets.painting import draw_text, line_width
from itadmin.ui.widgets.roles import Mark, Role
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.stamps import Stamps
from itadmin.ui.widgets.text_delegates import TextDelegate


class ChipDelegate(CellDelegate):
    """A column of chips: the word is the cell's text, the kind its `Role.CHIP`. Each is painted once, then copied."""

    def __init__(self, look: Look, view: RowTable) -> None:
        super().__init__(look, view)
        self._stamps = Stamps()

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


class GradeDelegate(TextDelegate):
    """A column of grades (`Role.GRADE`), each a cell with its number and the word beside it."""

    def __init__(self, look: Look, view: RowTable) -> None:
        super().__init__(look, view)
        self._stamps = Stamps()

    def cell_size(self) -> QSize:
        """Give the size of the cell with the number, in logical pixels."""
        raise NotImplementedError

    def paint_cell(self, grade: int, painter: QPainter, rect: QRectF) -> None:
        """Paint the cell of a grade."""
        raise NotImplementedError

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw cell and word; where there is no grade, the sign for why."""
        grade = index.data(Role.GRADE)
        if not isinstance(grade, int):
            super().draw_content(painter, rect, index)
            return
        place = _at_left(rect, self.cell_size())
        self._stamps.draw(painter, self.theme, place, grade, partial(self.paint_cell, grade))
        beside = rect.adjusted(self._cell_room(), 0, 0, 0)
        draw_text(painter, self.theme, beside, _word(index), TextStyle.TEXT, self.theme.tokens.text)

    def content_width(self, index: Index) -> int:
        """Want room for the cell and the whole word."""
        if index.data(Role.GRADE) is None:
            return super().content_width(index)
        return self._cell_room() + line_width(self.theme, _word(index), TextStyle.TEXT)

    def text_room(self, rect: QRectF, index: Index) -> tuple[TextStyle, float] | None:
        """Elide the word when it is wider than what the cell leaves; the number stands in the cell."""
        if index.data(Role.GRADE) is None:
            return super().text_room(rect, index)
        widths = [self.theme.fonts.width(TextStyle.TEXT, text) for text in (text_of(index), _word(index))]
        return TextStyle.TEXT, rect.width() - self._cell_room() + widths[0] - widths[1]

    def _cell_room(self) -> int:
        return self.cell_size().width() + self.theme.metrics.gap


class ClassDelegate(GradeDelegate):
    """A column of information classes."""

    def cell_size(self) -> QSize:
        """Be as the class on a record page."""
        return class_value_size(self.theme)

    def paint_cell(self, grade: int, painter: QPainter, rect: QRectF) -> None:
        """Paint the class."""
        draw_class_value(painter, self.theme, rect, grade)


class LevelDelegate(GradeDelegate):
    """A column of cooperation levels."""

    def cell_size(self) -> QSize:
        """Be as the level on a record page."""
        return level_size(self.theme)

    def paint_cell(self, grade: int, painter: QPainter, rect: QRectF) -> None:
        """Paint the level."""
        draw_level(painter, self.theme, rect, LevelMark(grade))


def _word(index: Index) -> str:
    return without_digit(text_of(index))


def _at_left(rect: QRectF, size: QSize) -> QRectF:
    """Give a place of this size at the left of `rect`, in the middle of its height, on whole pixels."""
    return QRectF(round(rect.left()), round(rect.center().y() - size.height() / 2), size.width(), size.height())


def _kind_of(index: Index) -> ChipKind:
    kind = index.data(Role.CHIP)
    return kind if isinstance(kind, ChipKind) else ChipKind.PLAIN
