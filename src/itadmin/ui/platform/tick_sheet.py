"""A sheet with a list to tick: what is proposed, why, and which of it is wanted. Knows nothing of what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget

from itadmin.domain.problems import KnownError
from itadmin.ui.dialogs.scrolled_sheet import ScrolledSheet
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import ButtonKind, LinkButton
from itadmin.ui.widgets.labels import Label

_WIDTH = 560
_ALL, _NONE = "Markera alla", "Markera ingen"


@dataclass(frozen=True)
class Offer:
    """What may be ticked: the record, its name, why it is offered, and whether it is ticked from the beginning."""

    id: UUID
    name: str
    reason: str
    is_ticked: bool


class TickSheet(ScrolledSheet):
    """`accept_with` does what is to be done with those that are ticked. It raises KnownError, which is told here."""

    def __init__(
        self,
        look: Look,
        title: str,
        told: str,
        button: str,
        offers: Sequence[Offer],
        accept_with: Callable[[Sequence[UUID]], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, title, _WIDTH, parent)
        self._accept_with = accept_with
        self.column.setSpacing(look.metrics.tight)
        self.column.addWidget(Label(look, told, ink=Ink.TEXT2, wrap=True))
        self.all = LinkButton(look, _ALL)
        self.all.clicked.connect(self._turn)
        self.ticks: list[tuple[Offer, QCheckBox]] = []
        for offer in offers:
            self._add(offer)
        if len(offers) > 1:
            self.column.insertWidget(1, self.all)
        self.fault = Label(look, style=TextStyle.SECOND, ink=Ink.RED, wrap=True)
        self.fault.hide()
        self.column.addWidget(self.fault)
        self.add_button("Avbryt").clicked.connect(self.reject)
        self.act = self.add_button(button, ButtonKind.PRIMARY)
        self.act.setDefault(True)
        self.act.clicked.connect(self.carry_out)
        self._on_ticked()

    @property
    def ticked(self) -> list[UUID]:
        """What is ticked, in the order it stands."""
        return [offer.id for offer, tick in self.ticks if tick.isChecked()]

    def carry_out(self) -> None:
        """Do it with what is ticked; what is refused is told, and the sheet stays open."""
        try:
            self._accept_with(self.ticked)
        except KnownError as error:
            self.fault.setText(error.sentence)
            self.fault.show()
            self.fit_soon()
            return
        self.accept()

    def _add(self, offer: Offer) -> None:
        tick = QCheckBox(offer.name.replace("&", "&&"))
        tick.setAccessibleName(offer.name)
        tick.setAccessibleDescription(offer.reason)
        tick.setChecked(offer.is_ticked)
        tick.toggled.connect(self._on_ticked)
        self.column.addWidget(tick)
        if offer.reason:
            why = Label(self.look, offer.reason, TextStyle.SECOND, Ink.TEXT2, wrap=True)
            why.setContentsMargins(self.look.metrics.section_gap, 0, 0, 0)
            self.column.addWidget(why)
        self.ticks.append((offer, tick))

    def _turn(self) -> None:
        is_whole = len(self.ticked) == len(self.ticks)
        for _offer, tick in self.ticks:
            tick.setChecked(not is_whole)

    def _on_ticked(self) -> None:
        self.act.setEnabled(bool(self.ticked))
        self.all.set_words(_NONE if len(self.ticked) == len(self.ticks) else _ALL)
