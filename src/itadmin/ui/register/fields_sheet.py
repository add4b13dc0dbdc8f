"""A sheet that asks for some fields of a register and does one thing with them.

What is known already is told above, not asked. What is refused is told at its field, and nothing is done then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QWidget

from itadmin.domain.entry import filled_in
from itadmin.domain.problems import InvalidRecordError, KnownError, errors
from itadmin.domain.register import Register
from itadmin.services.reading import Read
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.editor import Editor
from itadmin.ui.register.field_editor import field_editor
from itadmin.ui.register.name_offers import offer_words
from itadmin.ui.register.special import Writing
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (620, 0)
_MOST_HEIGHT = 520


@dataclass(frozen=True)
class Question:
    """What a sheet asks: its title, the fields, the values they begin with, what is told first, and the button's word.

    `icon` stands in the button.
    """

    title: str
    asked: Sequence[str]
    begun: Read
    button: str
    told: Sequence[tuple[str, str]] = ()
    icon: str = ""


class FieldsSheet(SheetDialog):
    """Asks for fields; `carry_out` does what is to be done with what the editors hold."""

    def __init__(self, session: Session, register: Register, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(session.look, question.title, _SIZE, parent)
        self.session = session
        self.register = register
        self._editors: dict[str, Editor] = {}
        self._faults: dict[str, Label] = {}
        self._faulty: set[str] = set()
        self._remarked: tuple[str, ...] = ()
        self._grid = QGridLayout()
        self._inside = QWidget()
        self._area = QScrollArea()
        self._build(question)
        self._begun: dict[str, object] | None = None
        self.add_button("Avbryt").clicked.connect(self.discard)
        self._save = self.add_button(question.button, ButtonKind.PRIMARY, question.icon)
        self._save.setDefault(True)
        self._save.clicked.connect(self.save)
        first = next(iter(self._editors.values()), None)
        if first is not None:
            QTimer.singleShot(0, first, first.setFocus)

    @property
    def editors(self) -> Mapping[str, Editor]:
        """The editors by field."""
        return self._editors

    def offer(self, writing: Writing) -> None:
        """Offer words where one writes, as on the record's own page."""
        for name, editor in self._editors.items():
            offer_words(self.session, writing, name, editor, self.written)

    def remark_on(self, *names: str) -> None:
        """Tell at these fields, as one goes on, what the register's rules remark on in what they say together."""
        self._remarked = names
        for name in names:
            self._editors[name].chosen.connect(self._remark)
            self._editors[name].finished.connect(self._remark)
        self._remark()

    def showEvent(self, event: QShowEvent) -> None:
        """Note what the fields begin with."""
        super().showEvent(event)
        if self._begun is None:
            self._begun = self._all_written()

    def unsaved(self) -> object:
        """What the fields say, when it is something else than they began with."""
        written = self._all_written()
        return None if self._begun in (None, written) else written

    def written(self, name: str) -> Any:
        """What a field says now; None for nothing, and for what cannot be read."""
        try:
            return self._editors[name].plain() if name in self._editors else None
        except ValueError:
            return None

    def save(self) -> None:
        """Do it; what cannot be accepted is told at its field."""
        values: dict[str, Any] = {}
        refused = False
        for name, editor in self._editors.items():
            self._tell(name, "")
            try:
                values[name] = editor.plain()
            except ValueError as error:
                self._tell(name, str(error))
                refused = True
        if not refused:
            try:
                self.carry_out(values)
            except KnownError as error:
                self._refuse(error)
            else:
                self.accept()
                return
        self._remark()

    def carry_out(self, values: Mapping[str, Any]) -> None:
        """Do what is to be done with what the editors hold. Raises KnownError."""
        raise NotImplementedError

    def _all_written(self) -> dict[str, object]:
        """What each field says, in a form that can be compared; what cannot be read says so."""
        found: dict[str, object] = {}
        for name, editor in self._editors.items():
            try:
                found[name] = editor.plain()
            except ValueError as error:
                found[name] = str(error)
        return found

    def _refuse(self, error: KnownError) -> None:
        """Tell what is wrong at the fields it is about, and the rest at the first."""
        found = error.problems if isinstance(error, InvalidRecordError) else ()
        told = {problem.field: problem.text for problem in errors(found) if problem.field in self._editors}
        for name, sentence in (told or {next(iter(self._editors)): error.sentence}).items():
            self._tell(name, sentence)

    def _build(self, question: Question) -> None:
        metrics = self.look.metrics
        self._grid.setContentsMargins(0, 0, metrics.gap, 0)
        self._grid.setHorizontalSpacing(metrics.block)
        self._grid.setVerticalSpacing(metrics.tight)
        self._grid.setColumnStretch(1, 1)
        for label, text in question.told:
            self._add_row(label, Label(self.look, text, wrap=True))
        for name in question.asked:
            self._add_field(name, question.begun)
        self._inside.setLayout(self._grid)
        self._inside.installEventFilter(self)
        set_property(self._inside, "ground", "surface")
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        set_property(self._area.viewport(), "ground", "surface")
        self.body.addWidget(self._area, 1)
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with what is asked, as a field that holds several does."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._make_room()
        return super().eventFilter(watched, event)

    def _make_room(self) -> None:
        """Be as high as the fields ask for, as far as there is room; the one that is written in is always seen."""
        most = self.look.metrics.px(_MOST_HEIGHT)
        self._area.setMinimumHeight(min(self._inside.sizeHint().height(), most))
        focused = QApplication.focusWidget()
        if focused is not None and self._inside.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused)

    def _add_field(self, name: str, begun: Read) -> None:
        editor = field_editor(self.session, self.register, begun, name)
        editor.finished.connect(partial(self._on_finished, name))
        editor.cancelled.connect(self.reject)
        self._editors[name] = editor
        field = self.register.fields[name]
        self._add_row(field.label + (" *" if field.required else ""), editor)
        self._faults[name] = Label(self.look, ink=Ink.RED, wrap=True)
        self._faults[name].hide()
        self._grid.addWidget(self._faults[name], self._grid.rowCount(), 1)

    def _add_row(self, label: str, value: QWidget) -> None:
        row = self._grid.rowCount()
        told = Label(self.look, label, ink=Ink.TEXT2)
        if isinstance(value, Editor):  # the label stands in the middle of the first line that is written on
            told.setMinimumHeight(min(value.sizeHint().height(), self.look.metrics.button))
        self._grid.addWidget(told, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)

    def _on_finished(self, name: str, by: int) -> None:
        if not by:
            self.save()
            return
        names = list(self._editors)
        place = names.index(name) + by
        if 0 <= place < len(names):
            self._editors[names[place]].setFocus()
            self._area.ensureWidgetVisible(self._editors[names[place]])
        else:
            self._save.setFocus()

    def _remark(self) -> None:
        """Say at the fields that are remarked on what to think of; what is there may be left as it is."""
        record = filled_in(self.register.record(), {name: self.written(name) for name in self._remarked})
        found = (problem for rule in self.register.rules for problem in rule(record))
        told = {problem.field: problem.text for problem in found if problem.severity == "anmarkning"}
        for name in self._remarked:
            if name not in self._faulty:
                self._say(name, told.get(name, ""), Ink.AMBER)

    def _tell(self, name: str, sentence: str) -> None:
        (self._faulty.add if sentence else self._faulty.discard)(name)
        self._say(name, sentence, Ink.RED)
        self._editors[name].set_faulty(faulty=bool(sentence))

    def _say(self, name: str, sentence: str, ink: Ink) -> None:
        self._faults[name].set_ink(ink)
        self._faults[name].setText(sentence)
        self._faults[name].setVisible(bool(sentence))
