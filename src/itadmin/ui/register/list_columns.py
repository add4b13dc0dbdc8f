"""The columns of a list in the window: how each is drawn, how wide it is, which fit, and what dragging changes.

Lives beside the table. Knows no register in particular; which columns there are is the caller's affair.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from itadmin.domain.columns import OWNER, column_field
from itadmin.domain.fields import Choice, Computed, LongText, Money, Percent, Text, Whole, YesNo
from itadmin.domain.fields import Field as AnyField
from itadmin.ui.look.look import Look
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.register.chips import CHIPS, CLASSES, LEVELS
from itadmin.ui.register.table_model import RegisterModel, is_day
from itadmin.ui.widgets.cell_delegate import CellDelegate
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.sign_delegates import ChipDelegate, ClassDelegate, LevelDelegate
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate
from itadmin.ui.widgets.value_delegates import DateDelegate, MoneyDelegate

_NAME_WIDTH, _TEXT_WIDTH, _CHIP_WIDTH, _GRADE_WIDTH, _DAY_WIDTH, _NUMBER_WIDTH = 200, 150, 138, 184, 112, 96
_SHORT_WIDTH, _OWNER_WIDTH, _LOCK = 68, 188, 28
"""Widths before anybody has pulled at a column; a kommun's name is whole, and a lock takes nothing from a name."""
_SHORT_FORM = "version"
_FIGURES = (Money, Whole, Percent)
_MOST_BESIDE = 3
_PRECISE = 1000
_SIGNED: Mapping[str, Callable[[Look, RowTable], CellDelegate]] = {
    **dict.fromkeys(CHIPS, ChipDelegate),
    CLASSES: ClassDelegate,
    LEVELS: LevelDelegate,
}


class ListColumns(QObject):
    """Dresses the columns of a table in a pane, whose width is the room there is.

    `moved` gives all columns in their new order, `sized` one and its width, in pixels for text of 13 pixels.
    """

    moved = Signal(object)
    sized = Signal(str, float)

    def __init__(self, look: Look, pane: QWidget, table: RowTable, model: RegisterModel) -> None:
        super().__init__(table)
        self._look = look
        self._pane = pane
        self._table = table
        self._model = model
        self._chosen = self._is_marked = False
        self._step = WidthStep.WIDE
        self._widths: dict[str, float] = {}
        self._delegates: list[CellDelegate] = []
        self._fitting = False
        header = table.horizontalHeader()
        header.setFirstSectionMovable(False)
        header.sectionMoved.connect(self._on_moved)
        header.sectionResized.connect(self._on_resized)
        self._reorder = QTimer(self, singleShot=True, interval=0)
        self._reorder.timeout.connect(self._tell_order)
        self.show_columns(model.columns, {}, chosen=False)

    def show_columns(self, columns: Sequence[str], widths: Mapping[str, float], *, chosen: bool) -> None:
        """Show other columns. Somebody's own are all shown, wide as they are; others as many as there is room for."""
        self._chosen = chosen
        self._widths = dict(widths)
        if tuple(columns) != self._model.columns:
            self._model.set_columns(columns)
        self._dress()
        self.fit(resized=True)

    def give_room(self, *, marked: bool) -> None:
        """Give names room for a lock before them where they may be `marked` with one."""
        if marked is not self._is_marked:
            self._is_marked = marked
            self.fit(resized=True)

    def set_step(self, step: WidthStep) -> None:
        """Show the first columns only, where there is little room."""
        self._step = step
        self.fit()

    def fit(self, *, resized: bool = False) -> None:
        """Show so many columns as fit beside each other, the first always; the last one takes what is over."""
        self._fitting = True
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if self._chosen else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._table.setHorizontalScrollBarPolicy(policy)
        room = self._pane.width() - self._table.verticalScrollBar().sizeHint().width()
        is_usual = self._pane.width() <= self._look.metrics.list_max  # one who has widened the list wants to see more
        few = _MOST_BESIDE if self._step is WidthStep.MIDDLE and is_usual else len(self._model.columns)
        used = 0
        for place, name in enumerate(self._model.columns):
            width = self._width(place, name)
            if resized:
                self._table.setColumnWidth(place, width)
            used += width
            hidden = not self._chosen and place > 0 and (used > room or place >= few)
            self._table.setColumnHidden(place, hidden)
        self._fitting = False

    def visible(self) -> tuple[str, ...]:
        """The columns that are shown now."""
        shown = (not self._table.isColumnHidden(place) for place in range(len(self._model.columns)))
        return tuple(name for name, is_shown in zip(self._model.columns, shown, strict=True) if is_shown)

    def _width(self, place: int, name: str) -> int:
        own = self._widths.get(name)
        if own is not None:
            return self._look.metrics.px(own)
        field = column_field(self._model.register, name)
        wanted = _OWNER_WIDTH if name == OWNER else _usual_width(place, field)
        usual = self._look.metrics.px(wanted + (_LOCK if self._is_marked and not place else 0))
        if not isinstance(field, _FIGURES):
            return usual
        return max(usual, self._table.horizontalHeader().sectionSizeFromContents(place).width())

    def _dress(self) -> None:
        """Give each column the delegate that draws its kind."""
        for place in range(len(self._delegates)):
            self._table.setItemDelegateForColumn(place, self._table.itemDelegate())
        for delegate in self._delegates:
            delegate.deleteLater()
        self._delegates = [
            self._delegate(place, column_field(self._model.register, name))
            for place, name in enumerate(self._model.columns)
        ]
        for place, delegate in enumerate(self._delegates):
            self._table.setItemDelegateForColumn(place, delegate)

    def _delegate(self, place: int, field: AnyField) -> CellDelegate:
        look, table = self._look, self._table
        if place == 0:
            return NameDelegate(look, table)
        if isinstance(field, Choice):
            return _SIGNED.get(field.values, TextDelegate)(look, table)
        if is_day(field):
            return DateDelegate(look, table)
        if isinstance(field, _FIGURES):
            return MoneyDelegate(look, table)
        return TextDelegate(look, table)

    def _on_moved(self, _logical: int, _old: int, _new: int) -> None:
        self._reorder.start()

    def _tell_order(self) -> None:
        """Turn what was dragged into an order of columns; showing them puts the header right under it."""
        header = self._table.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        names = tuple(self._model.columns[logical] for logical in order)
        self.moved.emit(names)

    def _on_resized(self, logical: int, _old: int, new: int) -> None:
        names = self._model.columns
        if self._fitting or not new or not self._table.isVisible() or names[logical] == self.visible()[-1]:
            return  # the last one takes what is over
        name = names[logical]
        width = round(new * _PRECISE / self._look.metrics.px(_PRECISE), 1)
        self._widths[name] = width
        self.sized.emit(name, width)


def _usual_width(place: int, field: AnyField) -> int:
    """How wide a column is before anybody has pulled at it."""
    kind = field.kind if isinstance(field, Computed) else type(field)
    if place == 0:
        return _NAME_WIDTH
    if isinstance(field, Choice) and field.values in _SIGNED:
        return _CHIP_WIDTH if field.values in CHIPS else _GRADE_WIDTH
    if is_day(field):
        return _DAY_WIDTH
    if isinstance(field, Text) and field.form == _SHORT_FORM:
        return _SHORT_WIDTH
    if kind in (*_FIGURES, YesNo):
        return _TEXT_WIDTH if isinstance(field, Whole) and field.unit else _NUMBER_WIDTH
    return _TEXT_WIDTH * 2 if kind is LongText else _TEXT_WIDTH
