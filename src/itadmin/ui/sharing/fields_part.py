"""What goes out under a profile and what stays at home, field by field, to be searched in and to be changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTabBar, QVBoxLayout, QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import Profile
from itadmin.domain.text import fold
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.sharing.grouped_rows import GroupedRow
from itadmin.ui.sharing.grouped_table import GroupedTable
from itadmin.ui.sharing.told_fields import ToldRegister, told_fields
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import ElidedLabel

_OUT, _HOME = range(2)
_WHY = 220
_WORDS = ("Går ut", "Stannar hemma")
_DEEDS = ("Låt stanna hemma", "Låt gå ut")
_MAKES_OWN = "Det blir en egen profil."


class FieldsPart(QWidget):
    """`moved` gives a register, a field as profiles have it, "" for the whole register, and whether it is to go out."""

    moved = Signal(str, str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._told: tuple[ToldRegister, ...] = ()
        self._counts: Mapping[str, int] = {}
        self.tabs = QTabBar()
        self.search = QLineEdit()
        self.table = GroupedTable(look, ("Fält", "Upplysning"), (0, _WHY), _WORDS[_OUT])
        self.move_button = Button(look, _DEEDS[_OUT], ButtonKind.QUIET, small=True)
        self.told = ElidedLabel(look, _MAKES_OWN, TextStyle.SECOND, Ink.TEXT2)
        self._build(look)
        self.tabs.currentChanged.connect(self._show)
        self.search.textChanged.connect(self._show)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._offer())
        self.table.opened.connect(self._move)
        self.move_button.clicked.connect(self._move)

    def show_profile(self, profile: Profile, *, own: bool) -> None:
        """Show what a profile does; the program's become one of one's `own` when anything is changed."""
        self._told = told_fields(profile, REGISTERS.values())
        self.told.setVisible(not own)
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
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def _show(self) -> None:
        shown, stood_on, before = self.tabs.currentIndex(), self._key(), self.table.currentIndex().row()
        for place, word in enumerate(_WORDS):
            number = sum(len(told.going_out(out=place == _OUT)) for told in self._told)
            self.tabs.setTabText(place, f"{word} ({number})")
        self.table.setAccessibleName(_WORDS[shown])
        rows = list(_rows(self._told, self._counts, fold(self.search.text()), out=shown == _OUT))
        self.table.rows.show_rows(rows)
        place = next((place for place, row in enumerate(rows) if row.key == stood_on), before)
        place = max(min(place, len(rows) - 1), 0)  # where it stood, if it has gone
        if rows:
            self.table.setCurrentIndex(self.table.rows.index(place, 0))
        self._offer()

    def _key(self) -> tuple[str, str] | None:
        return self.table.rows.key_at(self.table.currentIndex().row())

    def _offer(self) -> None:
        """Offer to move the field or register that one stands on, where a profile may."""
        out = self.tabs.currentIndex() == _OUT
        self.move_button.setText(_DEEDS[self.tabs.currentIndex()])
        self.move_button.setEnabled(self._key() is not None and (out or self._is_left_out()))

    def _is_left_out(self) -> bool:
        """Whether what one stands on stays at home because the profile says so itself."""
        register, field = self._key() or ("", "")
        return any(
            told.is_left_out if not field else any(item.is_left_out for item in told.fields if item.name == field)
            for told in self._told
            if told.register.name == register
        )

    def _move(self) -> None:
        key = self._key()
        if key is not None and self.move_button.isEnabled():
            self.moved.emit(*key, self.tabs.currentIndex() == _HOME)


def _rows(told: Sequence[ToldRegister], counts: Mapping[str, int], wanted: str, *, out: bool) -> Iterator[GroupedRow]:
    for each in told:
        name, register = each.register.plural, each.register.name
        fields = [item for item in each.going_out(out=out) if wanted in fold(item.label) or wanted in fold(name)]
        if fields:
            yield GroupedRow((name, _about(each, counts, out=out)), heading=True, key=(register, ""))
            for item in fields:
                yield GroupedRow((item.label, item.why), quiet=frozenset({1}), key=(register, item.name))


def _about(told: ToldRegister, counts: Mapping[str, int], *, out: bool) -> str:
    number = len(told.going_out(out=out))
    if number == len(told.fields) and not out:
        return "hela registret stannar hemma"
    records = counts.get(told.register.name, 0)
    shown = f"{number} av {len(told.fields)} fält"
    return f"{'1 post' if records == 1 else f'{records} poster'} · {shown}" if out and counts else shown
