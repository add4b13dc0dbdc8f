"""One field in the changing of many records: which field, its new value, or that it is emptied."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.register import Register
from itadmin.services.reading import Read
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.editors import Editor
from itadmin.ui.register.field_editor import field_editor
from itadmin.ui.register.field_line import FieldLine, Group
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import Label


class BulkField(QWidget):
    """A field and its value. `finished` by Enter in the value, `left` by Escape, `removed` when it is not wanted."""

    finished = Signal()
    left = Signal()
    removed = Signal()
    resized = Signal()

    def __init__(self, session: Session, register: Register, groups: list[Group]) -> None:
        super().__init__()
        self._session = session
        self._register = register
        self._editor: Editor | None = None
        self.name = ""
        self.field = FieldLine(session.look, groups, "Fält att ändra")
        self.empty = QCheckBox("Töm fältet")
        self._remove = Button(session.look, "Ta bort", ButtonKind.QUIET, small=True)
        self._fault = Label(session.look, style=TextStyle.SECOND, ink=Ink.RED, wrap=True)
        self._build()
        self.field.picked.connect(self._on_field)
        self.empty.toggled.connect(self._on_empty)
        self._remove.clicked.connect(self.removed)

    def _build(self) -> None:
        metrics = self._session.look.metrics
        first = QHBoxLayout()
        first.setSpacing(metrics.gap)
        first.addWidget(self.field, 1)
        first.addWidget(self.empty)
        first.addWidget(self._remove)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(metrics.heading_gap)
        self._column.addLayout(first)
        self._column.addWidget(self._fault)
        self._fault.hide()
        for part in (self.empty, self._remove):  # what stands beside them stays where it is
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self.empty.hide()

    def set_removable(self, *, removable: bool) -> None:
        """Let it be taken away, or not when it is the only one."""
        self._remove.setVisible(removable)

    def value(self) -> Any:
        """What the editor holds; None to empty the field. Raises ValueError with a Swedish sentence."""
        if self._editor is None:
            raise ValueError("Välj vilket fält som ska ändras.")
        if self.empty.isChecked():
            return [] if isinstance(self._editor.plain(), list) else None
        value = self._editor.plain()
        if value in (None, []):
            raise ValueError("Ange ett värde, eller kryssa i Töm fältet.")
        return value

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong; "" when nothing is."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        if self._editor is not None:
            self._editor.set_faulty(faulty=bool(sentence))
        if sentence:
            (self._editor or self.field).setFocus()
        self.resized.emit()

    def _on_field(self, name: str) -> None:
        self.name = name
        if self._editor is not None:
            self._column.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
        empty = Read(self._register.record(), "", {}, {}, placeholder=False)
        self._editor = field_editor(self._session, self._register, empty, name)
        self._editor.finished.connect(self._on_finished)
        self._editor.cancelled.connect(self.left)
        self._column.insertWidget(1, self._editor)
        self.setTabOrder(self.field, self.empty)
        self.setTabOrder(self.empty, self._editor)
        self.empty.setChecked(False)
        self.empty.setVisible(not self._register.fields[name].required)
        self.show_fault("")
        self._editor.setFocus()
        self._editor.started()

    def _on_finished(self, by: int) -> None:
        if by:
            self.focusNextPrevChild(by > 0)
        else:
            self.finished.emit()

    def _on_empty(self, checked: bool) -> None:
        if self._editor is not None:
            self._editor.setEnabled(not checked)
        self.show_fault("")
