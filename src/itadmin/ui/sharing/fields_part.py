"""What goes out under a profile and what stays at home, field by field, to be searched in and to be changed.

What is moved by a heading is what is shown under it, and the button says how much that is. Several may be chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from itadmin.domain.money import grouped
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import Profile
from itadmin.domain.text import clean_line, fold, listed
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
_CHOOSE = "Markera fält eller registrens rubriker. Ctrl+A tar alla som visas."


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
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        self.move_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
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
        near, wanted = max(self.table.currentIndex().row(), 0), {before[row].key for row in chosen}
        for place, word in enumerate(_WORDS):
            number = sum(len(told.going_out(out=place == _OUT)) for told in self._told)
            self.tabs.setTabText(place, f"{word} ({grouped(number)})")
        self.table.setAccessibleName(_WORDS[shown])
        self._rows = list(_rows(self._told, self._counts, fold(self.search.text()), out=self._is_out))
        self.table.rows.show_rows(self._rows)
        self.nothing.setText(f"Inget fält och inget register innehåller ”{clean_line(self.search.text())}”.")
        self.nothing.setVisible(not self._rows)
        self.table.setVisible(bool(self._rows))
        still = [place for place, row in enumerate(self._rows) if row.key in wanted]
        self._stand(still or _nearest(before, chosen, self._rows), near)
        self._offer()

    def _stand(self, chosen: Sequence[int], near: int) -> None:
        """Choose rows; with none, let the keyboard go on from near where it was, with nothing chosen."""
        selection, how = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        place = chosen[0] if chosen else min(near, len(self._rows) - 1)
        rows = QItemSelection()
        for row in chosen:
            rows.select(self.table.rows.index(row, 0), self.table.rows.index(row, 0))
        selection.setCurrentIndex(self.table.rows.index(place, 0), how.NoUpdate)
        selection.select(rows, how.ClearAndSelect | how.Rows)

    def _keys(self) -> list[Part]:
        """What is chosen."""
        return [key for row in self._chosen() if (key := self._rows[row].key)]

    def _chosen(self) -> list[int]:
        """The rows that are chosen, from the top."""
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    def _offer(self) -> None:
        """Offer to move what is chosen, where a profile may; say how much that is."""
        parts = self._parts()
        self.move_button.setText(_DEEDS[self.tabs.currentIndex()].format(_how_much(self._keys(), parts)))
        self.move_button.setEnabled(bool(parts))
        makes_own = "" if self._is_own else _MAKES_OWN
        self.told.setText(makes_own if self._keys() else _CHOOSE)

    def _parts(self) -> frozenset[Part]:
        """What would be moved now: fields, those that are shown under headings, or all of their registers."""
        chosen: dict[str, set[str]] = defaultdict(set)
        for register, field in self._keys():
            chosen[register].add(field)
        told = (told for told in self._told if told.register.name in chosen)
        return frozenset(part for each in told for part in self._parts_of(each, chosen[each.register.name]))

    def _parts_of(self, told: ToldRegister, chosen: Collection[str]) -> Iterator[Part]:
        """The same of one register, of which fields are chosen, or the heading as "".

        Without the field that names its records nothing of a register goes out, so that is all of it too.
        """
        found = told.found(fold(self.search.text()), out=self._is_out)
        names = {item.name for item in found if "" in chosen or item.name in chosen}
        if self._is_out:
            is_whole = len(names) == len(told.going_out(out=True)) or told.register.title_fields[0] in names
        else:
            is_whole = "" in chosen and told.is_left_out
            names &= {item.name for item in told.fields if item.is_left_out}
        return ((told.register.name, name) for name in ([""] if is_whole else names))

    def _move(self) -> None:
        parts = self._parts()
        if parts:
            self.moved.emit(parts, not self._is_out)


def _how_much(chosen: Sequence[Part], parts: frozenset[Part]) -> str:
    """What would be moved, with a space before; nothing is said of one field that one stands on."""
    whole = sum(not field for _register, field in parts)
    if whole == len(parts) == 1:
        return " hela registret"
    if not parts or (len(chosen) == 1 and chosen[0][1]):
        return ""
    told = [f"{whole} register"] if whole else []
    return f" {listed([*told, *([fields(len(parts) - whole)] if len(parts) > whole else [])])}"


def _nearest(before: Sequence[GroupedRow], gone: Sequence[int], rows: Sequence[GroupedRow]) -> list[int]:
    """Where to stand when rows have gone: where the next field of the register of the first does, or the one before.

    Nowhere when there is none: nobody is led on to another register.
    """
    now = {row.key: number for number, row in enumerate(rows)}
    first = gone[0] if gone else len(before)
    beside = (row for row in (*before[first:], *reversed(before[:first])) if gone and _is_beside(row, before[first]))
    return [now[row.key] for row in beside if row.key in now][:1]


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
