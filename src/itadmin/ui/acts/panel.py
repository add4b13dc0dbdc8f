"""The way from an agreement's page to what can be done with it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout

from itadmin.services.reading import Read
from itadmin.ui.acts.dialog import ActDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.labels import Label

_TOLD = "Förläng, säg upp, ersätt eller registrera påskrivet, och se först vad det leder till."


class ActsPanel(Panel):
    """Opens the dialog of acts; not there for agreements that may not be changed."""

    section = "avtalstid"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._record_id: UUID | None = None
        look = session.look
        self.open_button = Button(look, "Avtalsåtgärd…", icon="signature", small=True)
        self.open_button.setToolTip("Ctrl+Skift+A")
        self.open_button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.metrics.gap, 0, look.metrics.gap, look.metrics.block)
        row.setSpacing(look.metrics.block)
        row.addWidget(self.open_button)
        row.addWidget(Label(look, _TOLD, TextStyle.SECOND, Ink.TEXT2, wrap=True), 1)

    def show_read(self, read: Read) -> None:
        """Show the way to the acts of an own agreement."""
        self._record_id = read.record.id
        self.setVisible(self._session.may_change(read))

    def _open(self) -> None:
        agreement = self._record_id
        if agreement is not None:
            self._session.guide.attempt(lambda: ActDialog(self._session, agreement, self.window()).open())
