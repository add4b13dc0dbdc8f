"""What is asked of a handling that has come back: its file, which one it is, the day, how it was signed and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from itadmin.domain.registers.papers import IssuedPaper
from itadmin.domain.words import Words
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.papers.signatory_rows import SignatoryRows
from itadmin.ui.papers.words import name_of, state_of
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.labels import ElidedLabel, Label

_SIGNING = "signering"
_DAY_WIDTH = 120
_LEAST_LETTERS = 20
_NO_FILE = "eller släpp den här"


class ReturnedFields(QWidget):
    """The fields. What is wrong and what to think of stand under them."""

    def __init__(self, look: Look, papers: Sequence[IssuedPaper], words: Words) -> None:
        super().__init__()
        self._look = look
        self.choose = Button(look, "Välj fil…", icon="folder_open", small=True)
        self._file = ElidedLabel(look, _NO_FILE, ink=Ink.TEXT2)
        self.paper = ComboBox(look)
        self.day = QLineEdit()
        self.signing = ComboBox(look)
        self.signatories = SignatoryRows(look)
        self._remark = Label(look, style=TextStyle.SECOND, ink=Ink.AMBER, wrap=True)
        self._fault = Label(look, style=TextStyle.SECOND, ink=Ink.RED, wrap=True)
        for each in papers:
            self.paper.addItem(" · ".join(part for part in (name_of(each), state_of(each, words)) if part))
        for code, word in words.offered(_SIGNING, "").items():
            self.signing.addItem(word, code)
        for box in (self.paper, self.signing):
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LEAST_LETTERS)
        self.day.setFixedWidth(look.metrics.px(_DAY_WIDTH))
        self.day.setAcceptDrops(False)
        self._lay_out()
        self.remark(())
        self.refuse("")

    def show_file(self, name: str) -> None:
        """Show which file is chosen; "" for none."""
        self._file.setText(name or _NO_FILE)

    def show_day(self, day: date) -> None:
        """Propose a day."""
        self.day.setText(day.isoformat())

    def signing_code(self) -> str:
        """The way of signing that is chosen, as its code."""
        return str(self.signing.currentData() or "")

    def choose_signing(self, code: str) -> None:
        """Propose a way of signing, where the kommun has it."""
        place = self.signing.findData(code)
        if place >= 0:
            self.signing.setCurrentIndex(place)

    def remark(self, sentences: Sequence[str]) -> None:
        """Say what to think of."""
        self._remark.setText("\n".join(sentences))
        self._remark.setVisible(bool(sentences))

    def refuse(self, sentence: str) -> None:
        """Say what is wrong; "" for nothing."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))

    def told(self) -> tuple[str, str]:
        """What is said to think of, and what is said to be wrong."""
        return self._remark.text(), self._fault.text()

    def _lay_out(self) -> None:
        metrics = self._look.metrics
        file_row = QWidget()
        row = QHBoxLayout(file_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.gap)
        row.addWidget(self.choose)
        row.addWidget(self._file, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics.block)
        grid.setVerticalSpacing(metrics.gap)
        grid.setColumnStretch(1, 1)
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        for line, (word, field) in enumerate(
            (
                ("Påskriven fil", file_row),
                ("Handling", self.paper),
                ("Påskriven den", self.day),
                ("Underskrift", self.signing),
                ("Påskriven av", self.signatories),
            )
        ):
            grid.addWidget(
                Label(self._look, word, ink=Ink.TEXT2), line, 0, top if field is self.signatories else middle
            )
            grid.addWidget(field, line, 1)
            field.setAccessibleName(word)
        grid.addWidget(self._remark, 5, 1)
        grid.addWidget(self._fault, 6, 1)
        self.choose.setAccessibleName("Välj fil: det påskrivna")
