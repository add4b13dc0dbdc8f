"""The row at the top of the document window: kind, version and status of the paper, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.domain.registers.papers import IssuedPaper
from itadmin.domain.words import Words
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.papers.words import STATES, state_of
from itadmin.ui.register.chips import chip_for
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.chip import Chip, ChipKind
from itadmin.ui.widgets.labels import Label

if TYPE_CHECKING:
    from itadmin.ui.document.press import Printed
_DRAFT, _COPY = "Spara utkast…", "Spara en kopia…"


class PaperTopRow(QWidget):
    """Tells what paper it is; its buttons wait until there is one."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind_word = Label(look, "Dokument", ink=Ink.TEXT2)
        self._kind = Label(look, "", TextStyle.NAME)
        self._version_word = Label(look, "Version", ink=Ink.TEXT2)
        self._version = Label(look, "", TextStyle.NAME)
        self._chip = Chip(look, ChipKind.DRAFT, "")
        self._number = Label(look, "", TextStyle.NAME)
        self.returned = Button(look, "Registrera påskrivet…", icon="signature")
        self.print_out = Button(look, "Skriv ut", icon="print")
        self.draft = Button(look, _DRAFT, icon="save")
        self.make = Button(look, "Skapa PDF", ButtonKind.PRIMARY, "document_pdf")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.metrics.gap)
        for part in (self._kind_word, self._kind, self._version_word, self._version, self._chip, self._number):
            self._row.addWidget(part)
            if part is self._kind:
                self._row.addSpacing(look.metrics.gap)
        self._row.addStretch(1)
        for button in (self.print_out, self.draft, self.returned, self.make):
            self._row.addWidget(button)
        for button in (self.print_out, self.draft, self.make):
            button.setEnabled(False)
        self._is_narrow = self._may_return = self._may_store = self._is_locked = False
        self._arrange()
        self.print_out.setToolTip("Skriv ut (Ctrl+P)")
        self.make.setToolTip("Skapa PDF (Ctrl+S)")

    def show_printed(self, printed: Printed) -> None:
        """Tell about a paper."""
        self._kind.setText(printed.kind)
        self._version.setText(printed.version)
        self._chip.show_as(chip_for(printed.states, printed.status) or ChipKind.PLAIN, printed.status_word)
        for button in (self.print_out, self.draft, self.make):
            button.setEnabled(True)
        self._is_locked = printed.locked
        self.draft.setText(_COPY if printed.locked else _DRAFT)
        self._arrange()

    def show_issued(
        self, paper: IssuedPaper | None, words: Words, *, may_return: bool, may_store: bool = False
    ) -> None:
        """Tell which handling the paper has become, if any; `may_return` offers to register it as signed.

        `may_store` offers to make the handling of what is decided already.

        Where each version is a record, the version and state that are told stay those of the record.
        """
        self._number.setText(f"Handling {paper.number}" if paper else "")
        self._may_return, self._may_store = may_return, may_store
        if paper is not None and paper.version is not None:
            self._version.setText(str(paper.version))
            self._chip.show_as(chip_for(STATES, paper.status) or ChipKind.PLAIN, state_of(paper, words))
        self._arrange()

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out what can be read and done elsewhere when there is little room."""
        self._is_narrow = narrow
        self._arrange()

    def _arrange(self) -> None:
        """Show what there is to tell and room for."""
        room = not self._is_narrow
        self._kind_word.setVisible(room)
        self._version_word.setVisible(room and bool(self._version.text()))
        self._version.setVisible(bool(self._version.text()) and (room or not self._number.text()))
        self._chip.setVisible(bool(self._chip.text()))
        self._number.setVisible(room and bool(self._number.text()))
        self.returned.setVisible(room and self._may_return)
        self.make.setVisible(not self._is_locked or self._may_store)
