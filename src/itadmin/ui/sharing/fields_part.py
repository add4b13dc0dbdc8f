"""What goes out under a profile and what stays at home, field by field, to be searched in and to be changed.

What is moved by a heading is what is shown under it, and the button says how much that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTabBar, QVBoxLayout, QWidget

from itadmin.domain.money import grouped
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import Profile
from itadmin.domain.text import clean_line, fold
from itadmin.services.sharing.own_profiles import Part
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.sharing.counting import fields, records
from itadmin.ui.sharing.grouped_rows import GroupedRow
from itadmin.ui.sharing.grouped_table import GroupedTable
from itadmin.ui.sharing.told_fields import ToldRegister, told_fields
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import ElidedLabel, Label

_OUT, _HOME = range(2)
_WHY = 220
_WORDS = ("Går ut", "Stannar hemma")
_DEEDS = ("Låt{} stanna hemma", "Låt{} gå ut")
_MAKES_OWN = "Det blir en egen profil."
_CHOOSE = "Markera ett fält eller rubriken för ett register."


class FieldsPart(QWidget):
    """`moved` gives registers and fields as profiles have them, and whether they are to go out."""

    moved = Signal(object, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._told: tuple[ToldRegister, ...] = ()
        self._counts: Mapping[str, int] = {}
        self._is_own = False
        self._rows: Sequence[GroupedRow] = ()
        self.tabs = QTabBar()
        self.search = QLineEdit()
        self.table = GroupedTable(look, ("Fält", "Upplysning"), (0, _WHY), _WORDS[_OUT])
        self.nothing = Label(look, ink=Ink.TEXT2, wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.move_button = Button(look, _DEEDS[_OUT].format(""), ButtonKind.QUIET, small=True)
        self.told = ElidedLabel(look, "", TextStyle.SECOND, Ink.TEXT2)
        self._build(look)
        self.tabs.currentChanged.connect(self._show)
        self.search.textChanged.connect(self._show)
        self.table.selectionModel().selectionChanged.connect(lambda *_rows: self._offer())
        self.table.opened.connect(self._move)
        self.move_button.clicked.connect(self._move)

    def show_profile(self, profile: Profile, *, own: bool) -> None:
        """Show what a profile does; the program's become one of one's `own` when anything is changed."""
        self._told = told_fields(profile, REGISTERS.values())
        self._is_own = own
        self._show()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Tell how many records of which register go out."""
        self._counts = counts
        self._show()

    def _build(self, look: Look) -> None:
        metrics = look.metrics
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tabs.setAccessibleName("Vad som går ut och vad som stannar")
        for word in _WORDS:
            self.tabs.addTab(word)
        self.search.setPlaceholderText("Sök fält eller register")
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        below = QHBoxLayout()
        below.setSpacing(metrics.gap)
        below.addWidget(self.move_button)
        below.addWidget(self.told, 100)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.gap)
        column.addWidget(self.tabs)
        column.addWidget(self.search)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    @property
    def _is_out(self) -> bool:
        return self.tabs.currentIndex() == _OUT

    def _show(self) -> None:
        shown, chosen, before = self.tabs.currentIndex(), self._chosen(), self._rows
        near = max(self.table.currentIndex().row(), 0)
        for place, word in enumerate(_WORDS):
            number = sum(len(told.going_out(out=place == _OUT)) for told in self._told)
            self.tabs.setTabText(place, f"{word} ({grouped(number)})")
        self.table.setAccessibleName(_WORDS[shown])
        self._rows = list(_rows(self._told, self._counts, fold(self.search.text()), out=self._is_out))
        self.table.rows.show_rows(self._rows)
        self.nothing.setText(f"Inget fält och inget register innehåller ”{clean_line(self.search.text())}”.")
        self.nothing.setVisible(not self._rows)
        self.table.setVisible(bool(self._rows))
        self._stand(_nearest(before, chosen, self._rows) if chosen >= 0 else -1, near)
        self._offer()

    def _stand(self, row: int, near: int) -> None:
        """Choose a row; with none, let the keyboard go on from near where it was, with nothing chosen."""
        place = row if row >= 0 else min(near, len(self._rows) - 1)
        how = QItemSelectionModel.SelectionFlag
        chosen = how.ClearAndSelect | how.Rows if row >= 0 else how.NoUpdate
        self.table.selectionModel().setCurrentIndex(self.table.rows.index(place, 0), chosen)

    def _key(self) -> Part | None:
        """What is chosen; None for nothing."""
        return self.table.rows.key_at(self._chosen())

    def _chosen(self) -> int:
        """The row that is chosen; -1 for none."""
        return next((index.row() for index in self.table.selectionModel().selectedRows()), -1)

    def _offer(self) -> None:
        """Offer to move what is chosen, where a profile may; say how much that is."""
        parts = self._parts()
        self.move_button.setText(_DEEDS[self.tabs.currentIndex()].format(_how_much(self._key(), parts)))
        self.move_button.setEnabled(bool(parts))
        makes_own = "" if self._is_own else _MAKES_OWN
        self.told.setText(makes_own if self._key() else _CHOOSE)

    def _parts(self) -> frozenset[Part]:
        """What would be moved now: a field, those that are shown under a heading, or all of the register.

        Without the field that names its records nothing of a register goes out, so that is all of it too.
        """
        register, field = self._key() or ("", "")
        told = next((told for told in self._told if told.register.name == register), None)
        if told is None:
            return frozenset()
        found = told.found(fold(self.search.text()), out=self._is_out)
        names = {field} if field else {item.name for item in found}
        if self._is_out:
            is_whole = len(names) == len(told.going_out(out=True)) or told.register.title_fields[0] in names
        else:
            is_whole = not field and told.is_left_out
            names &= {item.name for item in told.fields if item.is_left_out}
        return frozenset((register, name) for name in ([""] if is_whole else names))

    def _move(self) -> None:
        parts = self._parts()
        if parts:
            self.moved.emit(parts, not self._is_out)


def _how_much(chosen: Part | None, parts: frozenset[Part]) -> str:
    """What would be moved, with a space before; nothing is said of one field that one stands on."""
    if any(not field for _register, field in parts):
        return " hela registret"
    return f" {fields(len(parts))}" if parts and chosen is not None and not chosen[1] else ""


def _nearest(before: Sequence[GroupedRow], place: int, rows: Sequence[GroupedRow]) -> int:
    """Where a row stands now; if it has gone where the next field of the same register does, or the one before.

    -1 when there is none: nobody is led on to another register.
    """
    now, gone = {row.key: number for number, row in enumerate(rows)}, before[place]
    beside = (row for row in (*before[place:], *reversed(before[:place])) if _is_beside(row, gone))
    return next((now[row.key] for row in (gone, *beside) if row.key in now), -1)


def _is_beside(row: GroupedRow, gone: GroupedRow) -> bool:
    """Whether both are fields, and of one register."""
    (one, field), (other, another) = row.key or ("", ""), gone.key or ("", "")
    return bool(field and another) and one == other


def _rows(told: Sequence[ToldRegister], counts: Mapping[str, int], wanted: str, *, out: bool) -> Iterator[GroupedRow]:
    for each in told:
        name, register = each.register.plural, each.register.name
        found = each.found(wanted, out=out)
        if found:
            yield GroupedRow((name, _about(each, counts, out=out)), heading=True, key=(register, ""))
            for item in found:
                yield GroupedRow((item.label, item.why), quiet=frozenset({1}), key=(register, item.name))


def _about(told: ToldRegister, counts: Mapping[str, int], *, out: bool) -> str:
    number = len(told.going_out(out=out))
    if number == len(told.fields) and not out:
        return "hela registret stannar hemma"
    shown = f"{number} av {fields(len(told.fields))}"
    return f"{records(counts.get(told.register.name, 0))} · {shown}" if out and counts else shown
