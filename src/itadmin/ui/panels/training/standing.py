"""How it is with a utbildningsplan: a sign with its word, why, and the buttons for what can be done, in one block."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.documents.phrases import raised
from itadmin.domain.calculations.training_plans import Judged, PlanState
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.training.state_signs import state_chip
from itadmin.ui.widgets.button_flow import ButtonFlow
from itadmin.ui.widgets.labels import Label


class StandingBlock(QWidget):
    """The sign and what is told beside it, over `buttons`."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.chip = state_chip(look)
        self.told = Label(look, "", ink=Ink.TEXT2, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(look.metrics.gap)
        row.addWidget(self.chip)
        row.addWidget(self.told, 1)
        self.buttons = ButtonFlow(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.gap)
        column.addLayout(row)
        column.addLayout(self.buttons)

    def show_judged(self, judged: Judged, *more: str) -> None:
        """Show a state, why it is so, and what else is told of it in sentences."""
        self.chip.show()
        self.chip.show_judged(judged)
        reason = f"{raised(judged.reason)}." if judged.reason else ""
        usual = reason or _USUAL.get(judged.state, "")
        self.told.setText(" ".join(part for part in (usual, *more) if part))

    def show_needless(self, sentence: str) -> None:
        """Say that there is no plan where none is needed: nothing is missing then."""
        self.chip.hide()
        self.told.setText(sentence)


_USUAL = {
    PlanState.MISSING: "Systemet har ingen utbildningsplan.",
    PlanState.DRAFT: "Planen är inte fastställd.",
}
