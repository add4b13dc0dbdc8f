"""The fields that an act asks for: a day, a number of months, a file. Reads what is written; knows no agreement."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from itadmin.domain.calendar import parse_day
from itadmin.domain.entry import plain_from_text
from itadmin.domain.record import described_fields
from itadmin.domain.registers.agreement_rows import OptionRow
from itadmin.services.acting import USUAL_MONTHS
from itadmin.ui.acts.words import Asking
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import Button, LinkButton
from itadmin.ui.widgets.labels import ElidedLabel, Label

_LETTER = "Skapa uppsägning…"
_NO_FILE = "ingen fil vald"
_SHORT = 120
_MONTHS = described_fields(OptionRow)["months"]


class ActFields(QWidget):
    """The fields of the act that is chosen. `changed` says that something else stands in them."""

    changed = Signal()
    letter_wanted = Signal()

    def __init__(self, look: Look, day: date) -> None:
        super().__init__()
        self._look = look
        self._file: Path | None = None
        self.day_line = self._line(day.isoformat())
        self.months_line = self._line(str(USUAL_MONTHS))
        self._day_label, self._months_label, self._file_label = (Label(look, ink=Ink.TEXT2) for _ in range(3))
        self._file_name = ElidedLabel(look, _NO_FILE, ink=Ink.TEXT2)
        self.choose_file = Button(look, "Välj fil…", icon="folder_open", small=True)
        self.drop_file = LinkButton(look, "Ta bort")
        self.letter = Button(look, _LETTER, icon="document_pdf", small=True)
        self._hint = Label(look, style=TextStyle.SECOND, ink=Ink.TEXT2, wrap=True)
        self._file_row = QWidget()
        self._lay_out()
        self.choose_file.clicked.connect(self._choose)
        self.drop_file.clicked.connect(lambda: self.set_file(None))
        self.letter.clicked.connect(self.letter_wanted)
        self.set_file(None)

    @property
    def file(self) -> Path | None:
        """The file that is chosen."""
        return self._file

    def set_file(self, path: Path | None) -> None:
        """Choose a file, or none."""
        self._file = path
        self._file_name.setText(path.name if path else _NO_FILE)
        self.drop_file.setVisible(path is not None)
        self.drop_file.setAccessibleName(f"Ta bort {path.name}" if path else "")
        self.changed.emit()

    def show_asking(self, asking: Asking, *, letter: bool) -> None:
        """Show the fields of an act; `letter` offers to make the notice itself."""
        for label, words, field in (
            (self._day_label, asking.day, self.day_line),
            (self._months_label, asking.months, self.months_line),
            (self._file_label, asking.file, self._file_row),
        ):
            label.setText(words)
            label.setVisible(bool(words))
            field.setVisible(bool(words))
            field.setAccessibleName(words)
        self.choose_file.setAccessibleName(f"Välj fil: {asking.file.lower()}")
        self.letter.setVisible(letter)
        self._hint.setText(asking.hint)
        self._hint.setVisible(bool(asking.hint))
        self.setVisible(bool(asking.day or asking.months or asking.file))

    def day(self) -> date:
        """The day. Raises ValueError with what is right."""
        return parse_day(self.day_line.text())

    def months(self) -> int:
        """The number of months. Raises ValueError with what is right."""
        found = plain_from_text(_MONTHS, self.months_line.text())
        if found is None:
            raise ValueError("Ange hur många månader avtalet förlängs.")
        return int(found)

    def set_faulty(self, line: QLineEdit | None) -> None:
        """Mark the field whose value is not accepted; None for none."""
        for each in (self.day_line, self.months_line):
            set_property(each, "state", "error" if each is line else "")

    def first(self) -> QWidget | None:
        """The first field that is shown."""
        lines = (self.day_line, self.months_line, self.choose_file)
        return next((line for line in lines if not line.isHidden() and not self.isHidden()), None)

    def _line(self, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setFixedWidth(self._look.metrics.px(_SHORT))
        line.setAcceptDrops(False)
        line.textChanged.connect(self.changed)
        return line

    def _lay_out(self) -> None:
        metrics = self._look.metrics
        row = QHBoxLayout(self._file_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.gap)
        for part in (self.choose_file, self._file_name, self.drop_file):
            row.addWidget(part)
        row.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(metrics.margin, 0, 0, metrics.gap)
        grid.setHorizontalSpacing(metrics.block)
        grid.setVerticalSpacing(metrics.gap)
        grid.setColumnStretch(2, 1)
        left = Qt.AlignmentFlag.AlignLeft
        grid.addWidget(self._day_label, 0, 0)
        grid.addWidget(self.day_line, 0, 1, left)
        grid.addWidget(self.letter, 0, 2, left)
        grid.addWidget(self._months_label, 1, 0)
        grid.addWidget(self.months_line, 1, 1, left)
        grid.addWidget(self._file_label, 2, 0)
        grid.addWidget(self._file_row, 2, 1, 1, 2)
        grid.addWidget(self._hint, 3, 0, 1, 3)

    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, "Välj fil att bifoga")
        if name:
            self.set_file(Path(name))
