"""The sheet that hands over what somebody answers for: to whom, from which day, and which roles; seen before done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.handover import HandedOver, handed_over
from itadmin.services.reading import Read
from itadmin.ui.dialogs.changes import ChangesDialog
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.editor import Editor
from itadmin.ui.register.editors import value_editor
from itadmin.ui.register.field_editor import field_editor
from itadmin.ui.register.saving import plain_of
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

ROLES, SYSTEMS = REGISTERS["roles"], REGISTERS["systems"]
_HOLDER = "system_owner"  # any held field: what it is given is a person or a function
_SIZE = (560, 0)
_MOST_HEIGHT = 260
_TO, _DAY = "Till", "Från och med"


@dataclass(frozen=True)
class _Asked:
    """Which roles go to whom, from which day, and what is made for it in the same step."""

    roles: Sequence[Read]
    to: Plain
    day: date
    also: tuple[Change, ...]

    def summary(self, person: str) -> str:
        """What it comes to, in one line."""
        roles = "1 roll" if len(self.roles) == 1 else f"{len(self.roles)} roller"
        return f"{roles} lämnas över från {person}, från och med {self.day.isoformat()}"


class HandOverSheet(SheetDialog):
    """Asks, shows what would change, and does it when that is accepted."""

    def __init__(self, session: Session, person: Read, roles: Sequence[Read], parent: QWidget | None) -> None:
        """`roles` are those that can be handed over."""
        super().__init__(session.look, f"Lämna över från {person.label}", _SIZE, parent)
        self._session = session
        self._person = person
        empty = Read(SYSTEMS.record(), "", {}, {}, placeholder=False)
        self.to: Editor = field_editor(session, SYSTEMS, empty, _HOLDER)
        self.day: Editor = value_editor(session.look, ROLES.fields["starts_on"], today=session.workspace.around.today())
        self.day.show_plain(session.reading().day.isoformat())
        self._fault = Label(session.look, ink=Ink.RED, wrap=True)
        self._fault.hide()
        self.ticks = [(role, self._tick(role)) for role in roles]
        for label, editor in ((_TO, self.to), (_DAY, self.day)):
            self.body.addWidget(Label(session.look, label, ink=Ink.TEXT2))
            self.body.addWidget(editor)
            editor.cancelled.connect(self.reject)
        self.to.setAccessibleName("Lämna över till: person eller funktion")
        self.body.addWidget(Label(session.look, "Roller", ink=Ink.TEXT2))
        self.body.addWidget(self._list(), 1)
        self.body.addWidget(self._fault)
        self.add_button("Avbryt").clicked.connect(self.reject)
        self.preview = self.add_button("Visa ändringarna …", ButtonKind.PRIMARY)
        self.preview.setDefault(True)
        self.preview.clicked.connect(self.show_changes)
        self.to.finished.connect(lambda _by: self.day.setFocus())
        self.day.finished.connect(lambda _by: self.preview.setFocus())
        self.to.setFocus()

    def show_changes(self) -> None:
        """Show the step; do it when it is accepted."""
        self._fault.hide()
        try:
            asked = self._asked()
            step = self._step(asked)
        except (ValueError, KnownError) as error:
            self._fault.setText(error.sentence if isinstance(error, KnownError) else str(error))
            self._fault.show()
            return
        dialog = ChangesDialog(self._session, step, self)
        dialog.heading.setText(asked.summary(self._person.label))
        dialog.browser.show_lines(HandedOver(self._session.reading(), asked.roles, asked.to, asked.also))
        dialog.accepted.connect(lambda: self._carry_out(step))
        dialog.open()

    def _step(self, asked: _Asked) -> ChangeSet:
        title = f"Lämnade över från {self._person.label}"
        step = handed_over(self._session.workspace.records, asked.roles, asked.to, asked.day, title)
        return ChangeSet(title, (*asked.also, *step.changes))

    def _asked(self) -> _Asked:
        """What is asked for. Raises ValueError or KnownError with what is to be done."""
        plain, also = plain_of(self._session, SYSTEMS, _HOLDER, self.to.plain())
        if plain is None:
            raise ValueError("Ange vem som tar över: en person eller en funktion.")
        if plain == str(self._person.record.id):
            raise ValueError(f"{self._person.label} har redan rollerna. Ange någon annan.")
        day = date.fromisoformat(self._day())
        roles = [role for role, tick in self.ticks if tick.isChecked() and _goes_on(role, day)]
        if not roles:
            raise ValueError("Kryssa för minst en roll som gäller den dagen.")
        return _Asked(roles, plain if isinstance(plain, dict) else {"person": plain}, day, also)

    def _day(self) -> str:
        day: Any = self.day.plain()
        if not day:
            raise ValueError("Ange från vilken dag någon annan tar över.")
        return str(day)

    def _carry_out(self, step: ChangeSet) -> None:
        try:
            self._session.workspace.records.apply(step)
        except KnownError as error:
            self._session.guide.say(error.sentence)
            return
        self._session.guide.say(f"{step.title}.", undoable=True)
        self.accept()

    def _tick(self, role: Read) -> QCheckBox:
        words = " – ".join(field_text(ROLES, role, name) for name in ("system", "kind"))
        tick = QCheckBox(words.replace("&", "&&"))
        tick.setAccessibleName(words)
        tick.setChecked(True)
        return tick

    def _list(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.metrics.tight)
        for _role, tick in self.ticks:
            column.addWidget(tick)
        column.addStretch(1)
        set_property(inside, "ground", "surface")
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMinimumHeight(min(inside.sizeHint().height(), self.look.metrics.px(_MOST_HEIGHT)))
        set_property(area.viewport(), "ground", "surface")
        return area


def _goes_on(role: Read, day: date) -> bool:
    """Whether a role has not ended before a day."""
    ends_on = getattr(role.record, "ends_on", None)
    return ends_on is None or ends_on >= day
