"""The table of målgrupper and moment, worked with where it stands: a click or a key sets a demand or opens a cell."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu

from itadmin.domain.calculations.circles import circle_through
from itadmin.domain.calculations.lacking import BEFORE_ACCESS, OBLIGATORY, VOLUNTARY
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.ui.look.look import Look
from itadmin.ui.training.grid_model import PlanModel
from itadmin.ui.training.grid_texts import BEFORE, CODE, FORM, MINUTES, TITLE, VALID
from itadmin.ui.training.held_columns import HeldColumns
from itadmin.ui.training.plan_read import DEMANDS, NO_DEMAND
from itadmin.ui.training.ruled_table import RuledTable

_WIDTHS = {CODE: (60, 110), FORM: (84, 164), MINUTES: (84, 104), BEFORE: (96, 150), VALID: (64, 90)}
"""The least and the greatest width of each column of words, for text of 13 pixels."""
_FIRST_AWAY = (VALID, BEFORE, CODE, FORM, MINUTES)
"""The columns of words that give way to the målgrupper where a plan is only shown, the first first."""
_TITLE_ON_PAGE, _TITLE, _WIDEST_TITLE = 130, 170, 380
_HELD = 2
_ROWS_SEEN, _MOST_ROWS = 9, 10_000
_AUDIENCE, _WIDEST_AUDIENCE = 84, 164
_DEMAND_KEYS = {
    Qt.Key.Key_F: BEFORE_ACCESS,
    Qt.Key.Key_O: OBLIGATORY,
    Qt.Key.Key_V: VOLUNTARY,
    Qt.Key.Key_Delete: NO_DEMAND,
    Qt.Key.Key_Backspace: NO_DEMAND,
}
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_NONE_TO_ASK = "Planen har inget annat moment"
_A_CIRCLE = "skulle bli en cirkel"


class PlanTable(RuledTable):
    """Shows a plan. `demand_wanted` gives a moment, a målgrupp and a demand; `before_wanted` a moment's förkunskaper.

    `moved` gives how many rows and columns what one stands on is to be moved; `opened` says that somebody wants to
    work with a plan that is only shown.
    """

    demand_wanted = Signal(object, str, str)
    before_wanted = Signal(object, list)
    moved = Signal(int, int)
    added = Signal()
    opened = Signal()
    removed = Signal()

    def __init__(self, look: Look, model: PlanModel) -> None:
        self.plan_model = model
        self.held: HeldColumns | None = None
        self._pressed = QPersistentModelIndex()
        self._is_whole = False
        super().__init__(look, model, "Målgrupper och moment")
        self.setModel(model)
        self.held = HeldColumns(look, self, model, _HELD)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(lambda *_cells: self.fit())

    def current_module(self) -> TrainingModule | None:
        """The moment that one stands on."""
        return self.plan_model.module_at(self.currentIndex().row())

    def current_audience(self) -> str:
        """The målgrupp that one stands on; "" for none."""
        return self.plan_model.audience_at(self.currentIndex().column())

    def stand_on(self, module_id: UUID | None, key: str) -> None:
        """Stand on the cell of a moment, or (None) of the row of levels; where it is not shown, on the first moment."""
        row = self.plan_model.row_of(module_id) if module_id else 0
        column = self.plan_model.column_of(key)
        at_row, at_column = (row if row >= 0 else 1), (column if column >= 0 else 1)
        self.setCurrentIndex(self.plan_model.index(min(at_row, self.plan_model.rowCount() - 1), at_column))

    def write(self, module_id: UUID, key: str) -> None:
        """Stand on a cell and open it, with what is in it marked."""
        self.setFocus()
        self.stand_on(module_id, key)
        self.edit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set, clear and turn demands, open cells, move and add."""
        if self.is_writing() or not self._take_key(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was pressed."""
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click turns a demand and opens any other cell; drawn from one cell to another it does nothing."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and self._pressed == index:
            self._act(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self.fit()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Keep what one stands on from under the columns that stay."""
        super().currentChanged(current, previous)
        if current.isValid() and self.held is not None:
            self.held.uncover(current)

    def menu_of_prerequisites(self, module: TrainingModule) -> QMenu:
        """The other moment to tick as förkunskaper; one that would make a circle says so."""
        menu = QMenu(self)
        menu.setAccessibleName(f"Förkunskaper för {module.title}")
        asked = {each.id: each.prerequisites for each in self.plan_model.modules}
        for other in self.plan_model.modules:
            if other.id == module.id:
                continue
            is_asked = other.id in module.prerequisites
            word = f"{other.code} {other.title}".strip().replace("&", "&&")
            is_circle = not is_asked and bool(
                circle_through({**asked, module.id: (*module.prerequisites, other.id)}, module.id)
            )
            act = menu.addAction(f"{word} – {_A_CIRCLE}" if is_circle else word)
            act.setCheckable(True)
            act.setChecked(is_asked)
            act.setEnabled(not is_circle)
            act.triggered.connect(partial(self._turn_prerequisite, module, other.id))
        known = {each.id for each in self.plan_model.modules}
        for foreign in (key for key in module.prerequisites if key not in known):
            act = menu.addAction(f"Ta bort {self.plan_model.name_of(foreign) or 'förkunskapen som saknas'}")
            act.triggered.connect(partial(self._turn_prerequisite, module, foreign))
        if menu.isEmpty():
            menu.addAction(_NONE_TO_ASK).setEnabled(False)
        return menu

    def set_whole(self) -> None:
        """Be as high as all the rows, as part of a page that scrolls."""
        self._is_whole = True
        self.fit()

    def fit(self) -> None:
        """Let the columns have the room there is: words as much as they need, målgrupper alike, the title the rest.

        As part of a page, words give way to the målgrupper where there is not room for all.
        """
        metrics, model = self._look.metrics, self.plan_model
        audiences = [column for column in range(model.columnCount()) if model.audience_at(column)]
        least = max([metrics.px(_AUDIENCE), *(self.heads.word_room(column) for column in audiences)])
        title = metrics.px(_TITLE_ON_PAGE if self._is_whole else _TITLE)
        widths = self._word_widths()
        if self._is_whole:
            self._give_way(widths, title + least * len(audiences))
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        room = self.viewport().width() - sum(widths.values())
        wanted = self.sizeHintForColumn(model.column_of(TITLE)) if model.columnCount() else 0
        widest = metrics.px(_WIDEST_TITLE)
        each = (room - min(max(wanted, title), widest)) // len(audiences) if audiences else 0
        width = min(max(each, least), metrics.px(_WIDEST_AUDIENCE))
        for column in audiences:
            self.setColumnWidth(column, width)
            room -= width
        if model.columnCount():
            self.setColumnWidth(model.column_of(TITLE), min(max(room, title), widest))
        self.updateGeometries()
        if self.held is not None:
            self.held.fit()
        self.setMaximumHeight(self.whole_height(_MOST_ROWS))
        self.setMinimumHeight(self.whole_height(_MOST_ROWS if self._is_whole else _ROWS_SEEN))

    def _word_widths(self) -> dict[int, int]:
        """How wide the columns of words need to be, as far as they may."""
        px, found = self._look.metrics.px, {}
        for key, (least, most) in _WIDTHS.items():
            column = self.plan_model.column_of(key)
            if column >= 0:
                head = self.heads.word_room(column)
                found[column] = min(max(self.sizeHintForColumn(column), head, px(least)), max(px(most), head))
        return found

    def _give_way(self, widths: dict[int, int], rest: int) -> None:
        """Hide columns of words until `rest` has room beside those that are left."""
        for key in _FIRST_AWAY:
            column = self.plan_model.column_of(key)
            if column in widths:
                is_away = rest + sum(widths.values()) > self.viewport().width()
                self.setColumnHidden(column, is_away)
                if is_away:
                    del widths[column]

    def _take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the table; says whether it means anything."""
        index, key, model = self.currentIndex(), Qt.Key(event.key()), self.plan_model
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self.moved.emit(*_STEPS[key])
        elif held == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key == Qt.Key.Key_Insert:
            self.added.emit()
        elif held & ~Qt.KeyboardModifier.ShiftModifier or not index.isValid():
            return False
        elif key in _OPENS:
            self._act(index)
        elif model.demand_at(index) is not None:
            return self._take_demand_key(index, key)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            model.setData(index, None)
        else:
            return False
        return True

    def _take_demand_key(self, index: QModelIndex, key: Qt.Key) -> bool:
        if key in _DEMAND_KEYS:
            self._want(index, _DEMAND_KEYS[key])
        elif key == Qt.Key.Key_Space:
            self._act(index)
        else:
            return False
        return True

    def _act(self, index: QModelIndex) -> None:
        """Turn a demand to the next, choose förkunskaper, or open a cell."""
        demand, module = self.plan_model.demand_at(index), self.plan_model.module_at(index.row())
        if not self.plan_model.is_writable:
            self.opened.emit()
        elif demand is not None:
            round_ = (NO_DEMAND, *DEMANDS)
            self._want(index, round_[(round_.index(demand) + 1) % len(round_)] if demand in round_ else NO_DEMAND)
        elif module is not None and self.plan_model.key_at(index.column()) == BEFORE:
            self._choose_prerequisites(index, module)
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _want(self, index: QModelIndex, demand: str) -> None:
        module = self.plan_model.module_at(index.row())
        if module is not None and self.plan_model.is_writable and demand != self.plan_model.demand_at(index):
            self.demand_wanted.emit(module.id, self.plan_model.audience_at(index.column()), demand)

    def _choose_prerequisites(self, index: QModelIndex, module: TrainingModule) -> None:
        menu = self.menu_of_prerequisites(module)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(0, 1)))

    def _turn_prerequisite(self, module: TrainingModule, other: UUID, _checked: bool = False) -> None:
        left = [str(key) for key in module.prerequisites if key != other]
        self.before_wanted.emit(module.id, left if other in module.prerequisites else [*left, str(other)])
