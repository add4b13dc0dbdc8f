"""Asks before personal data is taken away for good: all that goes and all that remains, a tick, and then it is done."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget

from itadmin.services.retention.erasure import Erased, erase, person_to_erase
from itadmin.services.retention.foreseen import foresee
from itadmin.services.retention.words import COPIES, FINAL
from itadmin.ui.background import known
from itadmin.ui.dialogs.scrolled_sheet import ScrolledSheet
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.retention.foreseen_view import ForeseenView
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_WIDTH = 620
_MOST_SHOWN = 10
_UNDERSTOOD = "Jag har läst vad som tas bort, och att det inte går att ångra."
_PAST = "Det som gjordes före gallringen kan inte heller ångras. Historiken visar att något ändrades, men inte vad."


class ErasureDialog(ScrolledSheet):
    """Shows what would be done, and does it beside the window. Raises KnownError for somebody who has not left."""

    def __init__(
        self, session: Session, people: Sequence[UUID], participations: Sequence[UUID], parent: QWidget | None
    ) -> None:
        super().__init__(session.look, "Gallra för gott", _WIDTH, parent)
        self._session = session
        self._people = tuple(people)
        self._participations = tuple(participations)
        reading = session.reading()
        for person in people:
            person_to_erase(reading, person)
        self._tell(_heading(len(people), len(participations)), TextStyle.SIDE_HEADING)
        for person in self._people[:_MOST_SHOWN]:
            self.column.addWidget(ForeseenView(self.look, foresee(reading, person)))
        if len(people) > _MOST_SHOWN:
            self._tell(f"… och {len(people) - _MOST_SHOWN} personer till, på samma sätt.")
        if participations:
            self._tell("I deltagandena töms Omdöme och Anteckning. Vem som deltog, dag och betyg står kvar.")
        self._tell(f"{FINAL} {_PAST}")
        self._tell(COPIES)
        self.understood = QCheckBox(_UNDERSTOOD)
        self.body.addWidget(self.understood)
        self.fault = Label(self.look, "", ink=Ink.RED, wrap=True)
        self.fault.hide()
        self.body.addWidget(self.fault)
        self.cancel = self.add_close("Avbryt")
        self.carry_out = self.add_button("Ta bort för gott", ButtonKind.PRIMARY, "broom")
        self.carry_out.setEnabled(False)
        self.understood.toggled.connect(self.carry_out.setEnabled)
        self.carry_out.clicked.connect(self._carry_out)

    def _tell(self, text: str, style: TextStyle = TextStyle.TEXT) -> None:
        self.column.addWidget(Label(self.look, text, style, wrap=True))

    def _carry_out(self) -> None:
        workspace, people, participations = self._session.workspace, self._people, self._participations
        self._allow(asking=False)
        self.fault.hide()
        self._session.background.run(
            "Gallrar", lambda: erase(workspace, people, participations), self._on_done, self._on_failed
        )

    def _allow(self, *, asking: bool) -> None:
        for part in (self.understood, self.cancel, self.carry_out):
            part.setEnabled(asking)

    def _on_done(self, done: Erased) -> None:
        self._session.workspace.records.announce(done.changes)
        self._session.guide.say(done.remark or f"{done.changes.title}.")
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self.fault.setText(known(error).sentence)
        self.fault.show()
        self._allow(asking=True)
        self.fit_soon()


def _heading(people: int, participations: int) -> str:
    told = []
    if people:
        told.append("en person" if people == 1 else f"{people} personer")
    if participations:
        told.append("texterna i ett deltagande" if participations == 1 else f"texterna i {participations} deltaganden")
    return f"Gallra {' och '.join(told)}?"
