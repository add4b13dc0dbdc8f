"""The sheet that notes a meeting of a network, as one step: its day, where it is, and what was said."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from itadmin.domain.problems import KnownError
from itadmin.domain.record import described_fields, plain_value
from itadmin.domain.registers.networks import MeetingRow, Network
from itadmin.services.competence.network import note_meeting
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.editor import Editor
from itadmin.ui.register.editors import value_editor
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (520, 0)
_FIELDS = described_fields(MeetingRow)


class MeetingSheet(SheetDialog):
    """Begins with today. What is refused is told, and nothing is noted then."""

    def __init__(self, session: Session, area: Network, parent: QWidget | None) -> None:
        super().__init__(session.look, f"Möte i nätverket {area.name}", _SIZE, parent)
        self._session, self._area = session, area
        self.editors: dict[str, Editor] = {}
        self.fault = Label(self.look, "", ink=Ink.RED, wrap=True)
        self.fault.hide()
        self._build()
        self.add_button("Avbryt").clicked.connect(self.reject)
        self.note = self.add_button("Anteckna mötet", ButtonKind.PRIMARY)
        self.note.setDefault(True)
        self.note.clicked.connect(self.carry_out)
        self.editors["held_on"].setFocus()

    def carry_out(self) -> None:
        """Note the meeting."""
        values: dict[str, Any] = {}
        try:
            values = {name: editor.plain() for name, editor in self.editors.items()}
            note_meeting(self._session.workspace.records, self._area, values)
        except ValueError as error:
            self._refuse(str(error))
        except KnownError as error:
            self._refuse(error.sentence)
        else:
            self._session.guide.say("Mötet är antecknat.", undoable=True)
            self.accept()

    def _build(self) -> None:
        today, words = self._session.reading().day, self._session.reading().words
        begun = MeetingRow(held_on=today)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.look.metrics.block)
        grid.setVerticalSpacing(self.look.metrics.gap)
        grid.setColumnStretch(1, 1)
        for row, (name, field) in enumerate(_FIELDS.items()):
            editor = value_editor(self.look, field, words, today)
            editor.show_plain(plain_value(field, getattr(begun, name)))
            editor.setAccessibleName(field.label)
            editor.cancelled.connect(self.reject)
            editor.finished.connect(self._on_finished)
            self.editors[name] = editor
            grid.addWidget(Label(self.look, field.label, ink=Ink.TEXT2), row, 0)
            grid.addWidget(editor, row, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.fault)

    def _on_finished(self, by: int) -> None:
        """Note the meeting on Enter, go on to the next field on Tab."""
        if by:
            self.focusNextPrevChild(by > 0)
        else:
            self.carry_out()

    def _refuse(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.show()
        self.fit_height()
