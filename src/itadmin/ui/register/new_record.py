"""A sheet that makes a record of what it must and ought to have first: for those that a name alone does not begin.

What is given already – the system it is made from – is told, not asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from itadmin.domain.changes import Plain
from itadmin.domain.fields import Computed, Reference, Rows
from itadmin.domain.problems import InvalidRecordError, KnownError, errors
from itadmin.domain.register import Register
from itadmin.services.reading import Read
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.editor import Editor
from itadmin.ui.register.field_editor import field_editor
from itadmin.ui.register.saving import add_record
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (620, 0)


class NewRecordDialog(SheetDialog):
    """Asks for the fields of a register's first section. `added` gives the id of the record that was made."""

    added = Signal(object)

    def __init__(
        self, session: Session, register: Register, given: Mapping[str, UUID], parent: QWidget | None = None
    ) -> None:
        """`given` are references that are known already, by identifier."""
        super().__init__(session.look, register.new_label, _SIZE, parent)
        self._session = session
        self._register = register
        self._given: Plain = {name: str(target) for name, target in given.items()}
        self._editors: dict[str, Editor] = {}
        self._faults: dict[str, Label] = {}
        self._grid = QGridLayout()
        self._build(given)
        self._save = self.add_button("Lägg till", ButtonKind.PRIMARY, "add")
        self._save.clicked.connect(self.save)
        self.add_button("Avbryt").clicked.connect(self.reject)
        first = next(iter(self._editors.values()), None)
        if first is not None:
            QTimer.singleShot(0, first, first.setFocus)

    @property
    def editors(self) -> Mapping[str, Editor]:
        """The editors by field."""
        return self._editors

    def save(self) -> None:
        """Make the record; what cannot be accepted is told at its field."""
        values: dict[str, object] = {}
        refused = False
        for name, editor in self._editors.items():
            self._tell(name, "")
            try:
                values[name] = editor.plain()
            except ValueError as error:
                self._tell(name, str(error))
                refused = True
        if refused:
            return
        try:
            record_id = add_record(self._session, self._register, self._given, values)
        except KnownError as error:
            self._refuse(error)
            return
        self.added.emit(record_id)
        self.accept()

    def _refuse(self, error: KnownError) -> None:
        """Tell what is wrong at the fields it is about, and the rest at the first."""
        found = error.problems if isinstance(error, InvalidRecordError) else ()
        told = {problem.field: problem.text for problem in errors(found) if problem.field in self._editors}
        for name, sentence in (told or {next(iter(self._editors)): error.sentence}).items():
            self._tell(name, sentence)

    def _build(self, given: Mapping[str, UUID]) -> None:
        metrics = self._session.look.metrics
        self._grid.setContentsMargins(0, 0, metrics.gap, 0)
        self._grid.setHorizontalSpacing(metrics.block)
        self._grid.setVerticalSpacing(metrics.tight)
        self._grid.setColumnStretch(1, 1)
        for name, target in given.items():
            field = self._register.fields[name]
            if isinstance(field, Reference):
                self._add_row(field.label, Label(self._session.look, self._session.reading().label(field.to, target)))
        empty = Read(self._register.record(), "", {}, {}, placeholder=False)
        for name in self._asked():
            editor = field_editor(self._session, self._register, empty, name)
            editor.finished.connect(partial(self._on_finished, name))
            editor.cancelled.connect(self.reject)
            self._editors[name] = editor
            field = self._register.fields[name]
            self._add_row(field.label + (" *" if field.required else ""), editor)
            self._faults[name] = Label(self._session.look, ink=Ink.RED, wrap=True)
            self._faults[name].hide()
            self._grid.addWidget(self._faults[name], self._grid.rowCount(), 1)
        inside = QWidget()
        inside.setLayout(self._grid)
        set_property(inside, "ground", "surface")
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMinimumHeight(min(inside.sizeHint().height(), metrics.px(460)))
        set_property(area.viewport(), "ground", "surface")
        self.body.addWidget(area, 1)

    def _asked(self) -> list[str]:
        """What is asked for: the name and the first section, without tables and what is given or computed."""
        names = dict.fromkeys((*self._register.title_fields[:1], *self._register.sections[0].fields))
        fields = self._register.fields
        asked = [name for name in names if name not in self._given and not isinstance(fields[name], (Rows, Computed))]
        return sorted(asked, key=lambda name: not fields[name].required)

    def _add_row(self, label: str, value: QWidget) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(Label(self._session.look, label, ink=Ink.TEXT2), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)

    def _on_finished(self, name: str, by: int) -> None:
        if not by:
            self.save()
            return
        names = list(self._editors)
        place = names.index(name) + by
        if 0 <= place < len(names):
            self._editors[names[place]].setFocus()
        else:
            self._save.setFocus()

    def _tell(self, name: str, sentence: str) -> None:
        self._faults[name].setText(sentence)
        self._faults[name].setVisible(bool(sentence))
        self._editors[name].set_faulty(faulty=bool(sentence))
