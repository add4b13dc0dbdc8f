"""A sheet that asks for a little, tells at once what it leads to, and does it as one step.

What is refused is told on the sheet, which stays open. Knows no plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from itadmin.domain.calendar import parse_day, with_year
from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (580, 0)
_SHORT = 140


class LineError(ValueError):
    """What is wrong with what one line says."""

    def __init__(self, line: QLineEdit, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line


class AskSheet(SheetDialog):
    """Asks in lines; a subclass says what they lead to and gives the step."""

    def __init__(
        self, session: Session, title: str, heading: str, button: tuple[str, str], parent: QWidget | None
    ) -> None:
        """`button` is the word that does it and its icon."""
        super().__init__(session.look, title, _SIZE, parent)
        self.session = session
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.lines: list[QLineEdit] = []
        self.outcome = Label(self.look, "", wrap=True)
        self.remarks = Label(self.look, "", ink=Ink.TEXT2, wrap=True)
        self.fault = Label(self.look, "", ink=Ink.RED, wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(self.look.metrics.block)
        self._grid.setVerticalSpacing(self.look.metrics.gap)
        self._grid.setColumnStretch(1, 1)
        self.body.addWidget(Label(self.look, heading, TextStyle.SIDE_HEADING, wrap=True))
        self.body.addLayout(self._grid)
        for part in (self.outcome, self.remarks, self.fault):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.add_button("Avbryt").clicked.connect(self.discard)
        self.act = self.add_button(button[0], ButtonKind.PRIMARY, button[1])
        self.act.setDefault(True)
        self.act.clicked.connect(self.carry_out)

    def leads_to(self) -> tuple[str, Sequence[str]]:
        """What it leads to, and what to think of first. Raises ValueError or KnownError with why it cannot be done."""
        raise NotImplementedError

    def step(self) -> ChangeSet:
        """The step that does it. Raises ValueError or KnownError."""
        raise NotImplementedError

    def after(self, step: ChangeSet) -> None:
        """Do what follows when the step is written."""
        self.session.guide.say(f"{step.title}.", undoable=True)

    def add_part(self, label: str, part: QWidget) -> None:
        """Ask with any part."""
        row = self._grid.rowCount()
        self._grid.addWidget(Label(self.look, label, ink=Ink.TEXT2), row, 0)
        if part.maximumWidth() == part.minimumWidth():
            self._grid.addWidget(part, row, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(part, row, 1)
        part.setAccessibleName(label)

    def add_line(self, label: str, text: str = "", *, is_short: bool = False) -> QLineEdit:
        """Ask with a line that is written in."""
        line = QLineEdit(text)
        if is_short:
            line.setFixedWidth(self.look.metrics.px(_SHORT))
        self.add_part(label, line)
        self.lines.append(line)
        line.textChanged.connect(lambda _text: self.preview())
        return line

    def day_in(self, line: QLineEdit) -> date:
        """The day that a line says. Raises LineError with what is right and, of several lines, its name."""
        try:
            return parse_day(with_year(line.text(), self.session.reading().day))
        except ValueError as error:
            name = f"{line.accessibleName()}: " if len(self.lines) > 1 else ""
            raise LineError(line, f"{name}{error}") from error

    def line_of(self, error: Exception) -> QLineEdit | None:
        """The line that something is wrong with: the first where nothing tells which."""
        if isinstance(error, LineError):
            return error.line
        return self.lines[0] if self.lines else None

    def preview(self) -> None:
        """Tell what it leads to with what stands in the lines."""
        try:
            outcome, remarks = self.leads_to()
        except (ValueError, KnownError) as error:
            self.tell_fault(error)
        else:
            self._tell(outcome, remarks, "")

    def carry_out(self) -> None:
        """Do it, and close; what is refused is told, and nothing is written."""
        try:
            step = self.step()
            self.session.workspace.records.apply(step)
        except (ValueError, KnownError) as error:
            self.tell_fault(error)
            line = self.line_of(error)
            if line is not None:
                line.setFocus()
            return
        self.accept()
        self.after(step)

    def tell_fault(self, error: Exception) -> None:
        """Tell why it cannot be done."""
        self._tell("", (), _sentence(error), self.line_of(error))

    def _tell(self, outcome: str, remarks: Sequence[str], fault: str, at_fault: QLineEdit | None = None) -> None:
        for label, text in ((self.outcome, outcome), (self.remarks, "\n".join(remarks)), (self.fault, fault)):
            label.setText(text)
            label.setVisible(bool(text))
        for line in self.lines:
            set_property(line, "state", "error" if line is at_fault else "")
        self.fit_height()


def _sentence(error: Exception) -> str:
    return error.sentence if isinstance(error, KnownError) else str(error)
