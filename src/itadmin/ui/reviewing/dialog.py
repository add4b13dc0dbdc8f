"""*Årlig granskning*: who answers for what at the left, their systems one by one at the right; sheets out, answers in.

Stands beside the main window and follows the register.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from itadmin.domain.calculations.classification import oldest_that_holds
from itadmin.domain.calendar import parse_day
from itadmin.domain.problems import KnownError
from itadmin.services.exporting.overview import Overview
from itadmin.services.reviewing.overview import review_overview
from itadmin.services.reviewing.rounds import Share, shares
from itadmin.services.reviewing.sheets import Reviewer
from itadmin.ui.dialogs.following import follow_until_closed
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.exporting.overview_output import OverviewOutput
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
from itadmin.ui.reviewing import words
from itadmin.ui.reviewing.answers_in import AnswersIn
from itadmin.ui.reviewing.pane import ReviewPane
from itadmin.ui.reviewing.people_model import PeopleModel
from itadmin.ui.reviewing.sheets_dialog import SheetsDialog
from itadmin.ui.reviewing.sheets_out import write_sheets
from itadmin.ui.reviewing.top_row import ReviewRow
from itadmin.ui.session import Session
from itadmin.ui.undoing import Undoing
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.widgets.text_delegates import TwoLineDelegate
from itadmin.ui.window_work import WindowWork

_SIZE = (1160, 740)
_SHARES = (270, 890)
_SINCE, _WHO = "review/since", "review/who"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReviewDialog(SheetDialog):
    """The review. Not modal: systems open in the main window beside it."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(session.look, words.TITLE, _SIZE, parent)
        self._session = session
        self._share: Share | None = None
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.row = ReviewRow(self.look, self._first_day(), self._first_who())
        self.notice = Notice(self.look)
        self.model = PeopleModel(self)
        self.table = RowTable(self.look, RowHeight.TWO_LINES)
        self.pane = ReviewPane(session)
        self.said = ElidedLabel(self.look, "", TextStyle.SECOND, Ink.TEXT2)
        self._work = WindowWork(session, self)
        self._output = OverviewOutput(session, self, self._work)
        self._answers = AnswersIn(session, self)
        self._pages = QStackedWidget()
        self.sheets = self.add_button("Gör granskningsblad…", icon="document_text")
        self.answers = self.add_button("Läs in svar…", icon="document_add")
        self.print_out = self.add_button("Skriv ut läget", icon="print")
        self.save = self.add_button("Spara läget…", icon="save")
        self._build()
        self._connect()
        self.refresh()
        if self.model.shares:
            self.pane.take_keyboard()

    def _first_day(self) -> date:
        """The day somebody has set, as long as answers of then still hold; else twelve months ago."""
        usual = oldest_that_holds(self._session.reading().day)
        try:
            return max(parse_day(str(self._session.memory.value(_SINCE))), usual)
        except ValueError:
            return usual

    def _first_who(self) -> str:
        return str(self._session.memory.value(_WHO) or self._session.workspace.around.who)

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegate(TwoLineDelegate(self.look, self.table))
        self.table.setAccessibleName("Ansvariga")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().hide()
        split = Splitter(self.look)
        split.addWidget(self.table)
        split.addWidget(self.pane)
        split.setSizes([self.look.metrics.px(share) for share in _SHARES])
        split.setStretchFactor(1, 1)
        self._pages.addWidget(split)
        self._pages.addWidget(EmptyState(self.look, "apps", words.NOTHING_TITLE, words.NOTHING_SENTENCE))
        self.body.addWidget(self.row)
        self.body.addWidget(self.notice)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self.said)
        self.add_close()
        self.pane.confirm_button.setDefault(True)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.opened.connect(lambda _index: self.pane.take_keyboard())
        self.row.changed.connect(self._on_since)
        self.row.failed.connect(self.say)
        self.pane.said.connect(self._on_said)
        self.pane.refused.connect(self._refuse)
        self.pane.who_wanted.connect(self._ask_who)
        self.pane.finished.connect(self.table.setFocus)
        self.row.who_line.returnPressed.connect(self.pane.take_keyboard)
        self.row.who_line.textChanged.connect(self._on_who)
        self.sheets.clicked.connect(self.make_sheets)
        self.answers.clicked.connect(self._take_answers)
        self._answers.taken_in.connect(lambda number: self._tell_made(words.taken_in(number)))
        self.print_out.clicked.connect(lambda: self._output.print_out(self._overview()))
        self.save.clicked.connect(lambda: self._output.save(self._overview()))
        self._work.said.connect(self._tell_made)
        self._work.failed.connect(self._refuse)
        Undoing(self, self._session, self.say, self.pane.put_down)
        follow_until_closed(self, self._session.bus, self.refresh)
        self.pane.who = self.row.who

    def refresh(self) -> None:
        """Read who has what anew, and stay where one was."""
        found = shares(self._session.reading(), self.row.since)
        kept, row = self._share, self.table.currentIndex().row()
        if row < 0:
            row = next((place for place, share in enumerate(found) if share.left), 0)
        self.model.show_shares(found)
        self._pages.setCurrentIndex(0 if found else 1)
        self.row.told.setText(words.answered(found) if found else "")
        again = self.model.row_of(kept)
        self.table.setCurrentIndex(self.model.index(again if again >= 0 else min(row, len(found) - 1), 0))
        share = self.model.share(self.table.currentIndex().row())
        if share is not self._share:
            self._show(share)

    def say(self, sentence: str) -> None:
        """Say what was done, in the foot."""
        self.said.setText(sentence)

    def make_sheets(self) -> None:
        """Ask for whom, and make their sheets."""
        if self.pane.put_down():
            dialog = SheetsDialog(self._session, self)
            dialog.wanted.connect(self._write_sheets)
            dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter answer only where the keyboard stands on the answer."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)

    def leave_edited(self) -> None:
        """Write what has been corrected; a value that cannot be accepted is told in the main window."""
        if not self.pane.put_down():
            fault = self.pane.card.cancel()
            if fault:
                self._session.guide.say(fault)
                self.pane.put_down()

    def done(self, result: int) -> None:
        """Write what has been corrected, and close."""
        self.leave_edited()
        super().done(result)

    def _take_answers(self) -> None:
        if self.pane.put_down():
            self._answers.ask()

    def _overview(self) -> Overview:
        return review_overview(self.model.shares, self.row.since)

    def _on_row(self, current: QModelIndex, previous: QModelIndex) -> None:
        share = self.model.share(current.row())
        if share is self._share:
            return
        if self.model.row_of(self._share) != current.row() and not self.pane.put_down():
            self.table.setCurrentIndex(previous)
            return
        self._show(share)

    def _show(self, share: Share | None) -> None:
        self._share = share
        self.pane.show_share(share)

    def _on_since(self) -> None:
        self._session.memory.keep(_SINCE, self.row.since.isoformat())
        self.say("")
        self.refresh()

    def _on_who(self) -> None:
        self.pane.who = self.row.who
        self._session.memory.keep(_WHO, self.row.who or None)

    def _ask_who(self) -> None:
        self.say(words.WHO_IS_MISSING)
        self.row.who_line.setFocus()

    def _on_said(self, sentence: str) -> None:
        self.notice.set_messages([])
        self.say(sentence)

    def _tell_made(self, sentence: str) -> None:
        self.notice.set_messages([Message(Concern.DONE, (sentence,))])

    def _refuse(self, error: KnownError) -> None:
        show_known_error(self, error, self.notice)

    def _write_sheets(self, chosen: Sequence[Reviewer], folder: Path) -> None:
        reading = self._session.workspace.snapshot()
        self._answers.folder = folder
        self._work.run(
            "Granskningsbladen görs",
            lambda: write_sheets(reading, chosen, folder),
            lambda number: words.written(number, str(folder)),
        )
