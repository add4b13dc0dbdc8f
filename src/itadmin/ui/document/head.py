"""What stands above the list of needs: what paper it is, between whom, the one notice about it or what is shown.

A notice of its own says what to think of before it is given to anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.registers.papers import IssuedPaper
from itadmin.ui import texts_document as texts
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong

if TYPE_CHECKING:
    from itadmin.ui.document.press import Printed

_DRAFT, _FILL, _PRESENT = "Spara utkast…", "Fyll i", "Visa som det är nu"


class PaperHead(QWidget):
    """Heading, parties and notice. `draft_wanted` and the others when the notice's button is pressed."""

    draft_wanted = Signal()
    filling_wanted = Signal()
    present_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Label(look, "Dokumentet görs i ordning …", TextStyle.PAGE_TITLE, wrap=True)
        self.parties = Label(look, "", ink=Ink.TEXT2, wrap=True)
        self.notice = Notice(look)
        self.thoughts = Notice(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.gap)
        for part in (self.heading, self.parties, self.notice, self.thoughts):
            column.addWidget(part)
        self.parties.hide()
        self.notice.acted.connect(self._on_acted)

    def show_paper(self, printed: Printed) -> None:
        """Tell of a paper: what it lacks, so that it is a draft or may be made all the same, or that it is complete."""
        self.heading.setText(printed.heading)
        self.parties.setText(printed.parties)
        self.parties.setVisible(bool(printed.parties))
        self._tell(_state_of(printed))
        messages = [Message(Concern.INFORMATION, texts.thought_of(printed.thoughts))] if printed.thoughts else []
        self.thoughts.set_messages(messages)

    def refuse(self, missing: int) -> None:
        """Say that the finished paper cannot be made yet, and offer a draft."""
        self._tell(Message(Concern.WARNING, texts.refused(missing), _DRAFT))

    def show_decided(self, *, is_stored: bool, may_store: bool = False, missing: int = 0) -> None:
        """Say that the paper is decided, that the pages show what the register says now, and whether it may be kept."""
        told = texts.decided(is_stored=is_stored, may_store=may_store, missing=missing)
        self._tell(Message(Concern.READ_ONLY, told))

    def show_signed(self, paper: IssuedPaper) -> None:
        """Say that the paper is signed, and that another file would be another handling."""
        self._tell(Message(Concern.READ_ONLY, texts.signed(paper.number, paper.signed_on)))

    def show_stored(self, paper: IssuedPaper) -> None:
        """Say that the pages are those of a handling as it lies in the store, and offer what would print now."""
        self._tell(Message(Concern.READ_ONLY, texts.stored(paper.number, paper.made_on), _PRESENT))

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong."""
        self._tell(Message(Concern.PROBLEM, (Strong("Det gick inte. "), sentence)))

    def _tell(self, message: Message) -> None:
        self.notice.set_messages([message])

    def _on_acted(self, message: Message) -> None:
        if message.action == _DRAFT:
            self.draft_wanted.emit()
        elif message.action == _PRESENT:
            self.present_wanted.emit()
        else:
            self.filling_wanted.emit()


def _state_of(printed: Printed) -> Message:
    """What a paper lacks or is to be thought of, or that it is complete."""
    if printed.missing:
        words = texts.lacking(printed.missing) if printed.draft else texts.untold(printed.missing)
        return Message(Concern.MISSING, words, _FILL)
    if printed.remarks:
        return Message(Concern.WARNING, texts.remarked(printed.remarks))
    return Message(Concern.DONE, texts.proposed() if printed.proposal else texts.complete())
