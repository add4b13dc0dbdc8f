"""How far a plan has come: a bar and sentences, over a row of buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.calculations.implementation import Progress
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.button_flow import ButtonFlow
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.progress_bar import ProgressBar

_WHOLE = 100_00


class ProgressBlock(QWidget):
    """The bar over what is told, and `buttons` under it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.bar = ProgressBar(look)
        self.told = Label(look, "", wrap=True)
        self.buttons = ButtonFlow(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.gap)
        column.addWidget(self.bar)
        column.addWidget(self.told)
        column.addLayout(self.buttons)

    def show_progress(self, come: Progress, sentences: Sequence[str]) -> None:
        """Show how far it has come; the bar is away where there is nothing to do."""
        self.bar.setVisible(come.share is not None)
        self.bar.set_progress(come.share or 0, _WHOLE, sentences[0] if sentences else "")
        self.told.setText(" ".join(sentences))
        self.told.setVisible(bool(sentences))
