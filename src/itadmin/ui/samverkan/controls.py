"""What stands above the matrix: what is looked for, which region and area, what the cells show, and the order."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from itadmin.services.samverkan.narrowing import Narrowing, Which
from itadmin.services.samverkan.region import Members
from itadmin.ui.look.look import Look
from itadmin.ui.samverkan.cell_look import Shown
from itadmin.ui.samverkan.matrix_model import COST, JOINT, SCORED, USERS
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout

_SEARCH, _WIDEST, _WIDEST_AREA = 140, 230, 150
_ALL_AREAS, _SURROUNDINGS = "Alla områden", "Kommunerna runt vår"
_SHOWN = ((Shown.NOW, "Visa nivå nu"), (Shown.TARGET, "Visa mål"))
_WHICH = (
    (Which.TOGETHER, "Gemensamma system"),
    (Which.OPENINGS, "Bara kandidater"),
    (Which.ALL, "Alla system"),
)
Order = tuple[int | None, bool]
_NAME: Order = (None, False)
_ORDERS: tuple[tuple[str, Order], ...] = (
    ("Sortera på nivå", (JOINT, True)),
    ("Sortera på poäng", (SCORED, True)),
    ("Sortera på namn", _NAME),
    ("Sortera på användare", (USERS, True)),
    ("Sortera på kostnad", (COST, True)),
)


class Controls(QWidget):
    """The choices.

    `region_changed` when another matrix must be read, `changed` when less of it or something else of it is shown, and
    `ordered` gives the column after the kommuner to sort by, None for the names, and whether the highest come first.
    """

    region_changed = Signal()
    changed = Signal()
    ordered = Signal(object, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText("Sök system")
        self.search.setAccessibleName("Sök system")
        self.search.setToolTip("Ctrl+F")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(look.metrics.px(_SEARCH))
        self.regions, self.areas, self.shown_box, self.orders = (ComboBox(look) for _ in range(4))
        self.which = ComboBox(look)
        for which, words in _WHICH:
            self.which.addItem(words, which)
        for shown, words in _SHOWN:
            self.shown_box.addItem(words, shown)
        for words, order in _ORDERS:
            self.orders.addItem(words, order)
        flow = FlowLayout(look.metrics.gap, self)
        flow.addWidget(self.search)
        named = (
            (self.regions, "Region"),
            (self.which, "Vilka system"),
            (self.areas, "Område"),
            (self.shown_box, "Visa"),
            (self.orders, "Ordning"),
        )
        for box, name in named:
            box.setAccessibleName(name)
            box.setMaximumWidth(look.metrics.px(_WIDEST))
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
            flow.addWidget(box)
        self.areas.setMaximumWidth(look.metrics.px(_WIDEST_AREA))
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self.regions.currentIndexChanged.connect(lambda _place: self.region_changed.emit())
        for box in (self.which, self.areas, self.shown_box):
            box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.orders.activated.connect(lambda _place: self.ordered.emit(*self.order))

    @property
    def region(self) -> UUID | None:
        """The region that is asked for; None for the first there is."""
        chosen = self.regions.currentData()
        return chosen if isinstance(chosen, UUID) else None

    @property
    def narrowing(self) -> Narrowing:
        """Which part of the matrix is asked for."""
        return Narrowing(str(self.areas.currentData() or ""), self.search.text(), Which(self.which.currentData()))

    @property
    def shown(self) -> Shown:
        """What the cells show."""
        return Shown(self.shown_box.currentData())

    @property
    def order(self) -> Order:
        """By what the rows are sorted."""
        order = self.orders.currentData()
        return order if order is not None else _NAME

    def offer(self, regions: Sequence[Members], areas: Sequence[str]) -> None:
        """Offer these without saying so; what is asked for stays where it is still there."""
        told = [(region.name, region.record_id) for region in regions] or [(_SURROUNDINGS, None)]
        self._fill(self.regions, told)
        self.regions.setVisible(len(told) > 1)
        self._fill(self.areas, [(_ALL_AREAS, ""), *((area, area) for area in areas)])
        self.areas.setVisible(bool(areas))

    def tell_order(self, column: int | None, *, descending: bool) -> None:
        """Show the order that a heading was asked for; none where it has no line here."""
        places = [place for place, (_words, order) in enumerate(_ORDERS) if order == (column, descending)]
        with QSignalBlocker(self.orders):
            self.orders.setCurrentIndex(places[0] if places else -1)

    def tell_no_order(self) -> None:
        """Show that the rows are in an order that has no line here."""
        with QSignalBlocker(self.orders):
            self.orders.setCurrentIndex(-1)

    def show_all(self) -> None:
        """Ask for the whole matrix."""
        with QSignalBlocker(self):
            self.search.clear()
            self.areas.setCurrentIndex(0)
            self.which.setCurrentIndex(self.which.findData(Which.ALL))
        self.changed.emit()

    def _fill(self, box: ComboBox, entries: Sequence[tuple[str, object]]) -> None:
        kept = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            for words, value in entries:
                box.addItem(words, value)
            places = [place for place, (_words, value) in enumerate(entries) if value == kept]
            box.setCurrentIndex(places[0] if places else 0)
