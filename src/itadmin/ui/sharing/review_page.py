"""The second step of receiving: what each file would change, under tabs, and what it asks before it is taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from itadmin.domain.money import grouped
from itadmin.services.receiving.preview import CHANGED, GONE, NEW
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.sharing import receive_words as words
from itadmin.ui.sharing.arrived import HEADERS, PROBLEMS, TABS, UNCHANGED, Arrived
from itadmin.ui.sharing.basket import Basket
from itadmin.ui.sharing.bounded_area import BoundedArea
from itadmin.ui.sharing.changes_part import ChangesPart
from itadmin.ui.sharing.grouped_table import GroupedTable
from itadmin.ui.widgets.chip import Chip, ChipKind
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.empty_state import IconPicture
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong

_WORDS: Mapping[str, tuple[str, str]] = {
    NEW: ("Nya", "add"),
    CHANGED: ("Ändrade", "edit"),
    UNCHANGED: ("Oförändrade", "checkmark_circle"),
    GONE: ("Borttagna", "subtract_circle"),
    PROBLEMS: ("Problem", "error_circle"),
}
_WIDTHS: Mapping[str, tuple[int, ...]] = {
    NEW: (300, 0),
    CHANGED: (260, 320, 0),
    UNCHANGED: (300, 0),
    GONE: (0,),
    PROBLEMS: (260, 200, 0),
}
"""Widths by tab and column; 0 takes what is left."""
_ICON, _ASKED = 20, 150
_FACTS = {"Avsändare": 4, "Skapad": 0, "Fil nr": 0, "Profil": 3, "Innehåll": 4}
"""What a file says of itself, and its share of the room; 0 is as wide as it is."""


class ReviewPage(QWidget):
    """Shows files of a basket one at a time. `answered` when what one asks has been answered."""

    answered = Signal()

    def __init__(self, look: Look, basket: Basket) -> None:
        super().__init__()
        self._look = look
        self._basket = basket
        self._files: Sequence[Arrived] = ()
        self.all = Label(look, wrap=True)
        self.which = ComboBox(look)
        self.which.setAccessibleName("Fil som visas")
        self._facts: dict[str, ElidedLabel | Label] = {}
        self.signed = Chip(look, ChipKind.IN_FORCE, "signerad")
        self.asks = Notice(look)
        self.asked = BoundedArea(look, self.asks, _ASKED, "Vad filen frågar")
        self.agree = QCheckBox("Ja, det stämmer")
        self.tabs = QTabBar()
        self.tables = {tab: GroupedTable(look, HEADERS[tab], _WIDTHS[tab], _WORDS[tab][0]) for tab in TABS}
        self.changes = ChangesPart(look, self.tables[CHANGED])
        self._pages = QStackedWidget()
        self._build()
        self.which.currentIndexChanged.connect(self._show_file)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.agree.toggled.connect(self._on_agreed)
        look.changed.connect(self._dress)
        self._dress()

    def show_files(self, files: Sequence[Arrived]) -> None:
        """Show files that are to be taken in, the first of them now."""
        self._files = files
        with QSignalBlocker(self.which):
            self.which.clear()
            self.which.addItems([words.shown_as(arrived) for arrived in files])
        self.all.setText(words.takes_all(files))
        for part in (self.all, self.which):
            part.setVisible(len(files) > 1)
        self._show_file()

    def show_file(self, arrived: Arrived) -> None:
        """Show one of them."""
        self.which.setCurrentIndex(list(self._files).index(arrived))

    def shown(self) -> Arrived | None:
        """The file that is shown."""
        place = max(self.which.currentIndex(), 0)
        return self._files[place] if place < len(self._files) else None

    def _show_file(self) -> None:
        arrived = self.shown()
        if arrived is None or arrived.parcel is None:
            return
        for name, value in words.facts(arrived.parcel):
            self._facts[name].setText(value)
        whom = self._basket.asks_whom(arrived)
        asked = words.questions(arrived, whom=whom)
        self.asks.set_messages([Message(Concern.WARNING, (Strong("Kontrollera. "), asked))] if asked else [])
        self.agree.setText("Ja, ta emot filen ändå" if whom else "Ja, det stämmer")
        self.agree.setVisible(bool(asked))
        with QSignalBlocker(self.agree):
            self.agree.setChecked(self._basket.answers(arrived).agreed)
        for place, tab in enumerate(TABS):
            self.tabs.setTabText(place, f"{_WORDS[tab][0]} ({grouped(arrived.counts.get(tab, 0))})")
            shown = arrived.rows.get(tab, ())
            (self.changes if tab == CHANGED else self.tables[tab].rows).show_rows(shown)
        first = next((place for place, tab in enumerate(TABS) if arrived.counts.get(tab) and tab != UNCHANGED), 0)
        self.tabs.setCurrentIndex(first)

    def _on_agreed(self, agreed: bool) -> None:
        arrived = self.shown()
        if arrived is not None:
            self._basket.answers(arrived).agreed = agreed
            self.answered.emit()

    def _build(self) -> None:
        metrics = self._look.metrics
        bar = QWidget()
        set_property(bar, "ground", "sunken")
        line = QHBoxLayout(bar)
        line.setContentsMargins(metrics.section_gap, metrics.block, metrics.section_gap, metrics.block)
        line.setSpacing(metrics.section_gap)
        line.addWidget(IconPicture(self._look, "mail_inbox", _ICON), 0, Qt.AlignmentFlag.AlignVCenter)
        for name, room in _FACTS.items():
            line.addLayout(self._fact(name, elided=bool(room)), room)
        line.addWidget(self.signed, 0, Qt.AlignmentFlag.AlignVCenter)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Vad som skulle ändras")
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for tab in TABS:
            self.tabs.addTab("")
            self._pages.addWidget(self.changes if tab == CHANGED else self.tables[tab])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.block)
        column.addWidget(self.all)
        column.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(bar)
        column.addWidget(self.asked)
        column.addWidget(self.agree)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)

    def _fact(self, name: str, *, elided: bool) -> QVBoxLayout:
        look = self._look
        value = ElidedLabel(look, "", TextStyle.NAME) if elided else Label(look, style=TextStyle.NAME)
        self._facts[name] = value
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(self._look, name, TextStyle.SECOND, Ink.TEXT2))
        column.addWidget(value)
        return column

    def _dress(self) -> None:
        for place, tab in enumerate(TABS):
            self.tabs.setTabIcon(place, self._look.icons.icon(_WORDS[tab][1], 16))
