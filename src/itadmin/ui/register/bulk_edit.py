"""Changing fields of many records at once: which fields, what value. What would change is shown before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.changes import Change
from itadmin.domain.money import NBSP
from itadmin.domain.problems import KnownError
from itadmin.domain.register import Register
from itadmin.services.bulk import Plan, PlannedLines, changeable, plan
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.records import Refused
from itadmin.ui.background import known
from itadmin.ui.dialogs.changes import ChangesDialog
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.bulk_field import BulkField
from itadmin.ui.register.field_line import Group
from itadmin.ui.register.saving import plain_of
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import Label
from itadmin.ui.working import Working

_SIZE = (560, 0)
_MOST_TOLD = 8
_WORKING_OUT = "Räknar ut ändringarna"


class BulkEdit(SheetDialog):
    """Asks for the change of these records, shows what it comes to and makes it. `preview` is open meanwhile."""

    def __init__(self, session: Session, register: Register, ids: Sequence[UUID], parent: QWidget | None) -> None:
        what = register.singular if len(ids) == 1 else register.plural.lower()
        super().__init__(session.look, f"Ändra {len(ids)} {what}", _SIZE, parent)
        self.preview: ChangesDialog | None = None
        self._writing = False
        self._session = session
        self._register = register
        self._ids = ids
        self._working = Working(session.background, session.guide)
        self._groups = _groups(register)
        self.fields: list[BulkField] = []
        self._build(what)
        self.add_field()

    def _build(self, what: str) -> None:
        look = self.look
        marked = "den markerade posten" if len(self._ids) == 1 else f"de {len(self._ids)} markerade {what}"
        words = f"Välj fält och nytt värde för {marked}. Inget ändras förrän du har sett vad."
        self.told = Label(look, words, ink=Ink.TEXT2, wrap=True)
        self.body.addWidget(self.told)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.metrics.section_gap)
        self.body.addLayout(self._list)
        self._another = Button(look, "Ett fält till", ButtonKind.QUIET, "add", small=True)
        self._another.clicked.connect(self.add_field)
        self.body.addWidget(self._another)
        self._said = Label(look, ink=Ink.TEXT2, wrap=True)
        self._said.hide()
        self.body.addWidget(self._said)
        self.stop_button = self.add_button("Avbryt")
        self.stop_button.clicked.connect(self._stop_or_close)
        self.show_button = self.add_button("Visa ändringarna…", ButtonKind.PRIMARY)
        self.show_button.setDefault(False)
        self.show_button.setAutoDefault(False)
        self.show_button.clicked.connect(self.show_changes)
        self._working.moved.connect(self._tell_progress)
        self.finished.connect(self._working.forget)

    def add_field(self) -> None:
        """Ask for one field more."""
        field = BulkField(self._session, self._register, self._groups)
        field.finished.connect(self.show_changes)
        field.removed.connect(lambda: self._remove(field))
        field.left.connect(lambda: self._leave(field))
        field.resized.connect(self.fit_height)
        self.fields.append(field)
        self._list.addWidget(field)
        self._mark_removable()
        field.field.setFocus()
        self.fit_height()

    def show_changes(self) -> None:
        """Work out what would change, beside the window, and show it."""
        asked = None if self._working.is_busy else self._values()
        if asked is None:
            return
        values, also = asked
        records, register, ids = self._session.workspace.records, self._register.name, self._ids

        def work(progress: Progress) -> Plan:
            return plan(records, register, ids, values, also, progress)

        self._working.run(_WORKING_OUT, work, self._show, self._on_failed)

    def _show(self, made: Plan) -> None:
        if not made.changes.changes:
            self._say(_nothing(made))
            return
        self._say("")
        self.preview = ChangesDialog(self._session, made.changes, self)
        self.preview.heading.setText(f"{made.what} ändras: {made.labels}")
        self.preview.browser.show_lines(PlannedLines(self._session.reading(), made))
        if made.refused:
            self.preview.body.insertWidget(1, _refusals(self.look, made.refused))
        self.preview.accepted.connect(lambda: self._carry_out(made))
        self.preview.open()

    def _values(self) -> tuple[dict[str, Any], tuple[Change, ...]] | None:
        """The plain values and the records made for them; None when a field says what is wrong."""
        values: dict[str, Any] = {}
        also: tuple[Change, ...] = ()
        for field in self.fields:
            try:
                plain, made = plain_of(self._session, self._register, field.name, field.value())
            except (ValueError, KnownError) as error:
                field.show_fault(str(error))
                return None
            field.show_fault("")
            values[field.name] = plain
            also += made
        return values, also

    def _carry_out(self, made: Plan) -> None:
        """Write it, beside the window; what is begun is not stopped."""
        records = self._session.workspace.records
        self._writing = True
        self.stop_button.setEnabled(False)
        self._say(f"Ändrar {made.what} …")
        self._working.run(
            "Ändrar",
            lambda _progress: records.write(made.changes),
            lambda _step: self._on_written(made),
            self._on_failed,
        )

    def _on_written(self, made: Plan) -> None:
        self._writing = False
        self._session.workspace.records.announce(made.changes)
        self._session.guide.say(f"{made.changes.title}.", undoable=True)
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self._writing = False
        self.stop_button.setEnabled(True)
        trouble = known(error)
        self._say("" if isinstance(trouble, CancelledError) else trouble.sentence)

    def _tell_progress(self, done: int, total: int) -> None:
        if not self._writing:
            self._say(f"{_WORKING_OUT} {100 * done // total}{NBSP}% …")

    def _stop_or_close(self) -> None:
        """Stop what is being worked out; with nothing in hand, close."""
        if self._working.is_busy:
            self._working.stop()
        else:
            self.reject()

    def reject(self) -> None:
        """Close, unless something is being written."""
        if not self._writing:
            super().reject()

    def _leave(self, field: BulkField) -> None:
        """Escape takes away the field one is in, and the last one closes."""
        if len(self.fields) > 1:
            self._remove(field)
        else:
            self.reject()

    def _remove(self, field: BulkField) -> None:
        self.fields.remove(field)
        self._list.removeWidget(field)
        field.hide()
        field.deleteLater()
        self._mark_removable()
        self.fields[-1].field.setFocus()
        self.fit_height()

    def _mark_removable(self) -> None:
        for field in self.fields:
            field.set_removable(removable=len(self.fields) > 1)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self.fit_height()


def _groups(register: Register) -> list[Group]:
    """The fields that can be changed in many, under the headings of the record's page."""
    names = changeable(register)
    groups = [
        Group(section.title, tuple((name, register.fields[name].label) for name in section.fields if name in names))
        for section in register.sections
    ]
    return [group for group in groups if group.items]


def _nothing(made: Plan) -> str:
    if made.refused:
        return "Inget kan ändras: " + " ".join(f"{each.label}: {each.reason}" for each in made.refused[:_MOST_TOLD])
    return "Alla markerade poster har redan det värdet."


def _refusals(look: Look, refused: Sequence[Refused]) -> Label:
    """Which records are left out, and why."""
    number = "1 post lämnas" if len(refused) == 1 else f"{len(refused)} poster lämnas"
    lines = [f"{number} utan ändring:", *(f"{each.label}: {each.reason}" for each in refused[:_MOST_TOLD])]
    if len(refused) > _MOST_TOLD:
        lines.append(f"… och {len(refused) - _MOST_TOLD} till.")
    return Label(look, "\n".join(lines), ink=Ink.AMBER, wrap=True)
