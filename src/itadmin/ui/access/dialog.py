"""*Vem har vad*: the rights that hold on a day, by system or by who has them, and the yearly review of them.

Each answer is one step. Stands beside the main window and follows the register.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from itadmin.domain.calculations.classification import oldest_that_holds
from itadmin.domain.problems import KnownError
from itadmin.services.access import REGISTER, Grant, grants, is_due, keep, withdraw
from itadmin.services.access_overview import TITLE, access_overview
from itadmin.services.exporting.overview import Overview
from itadmin.ui.access.choice_row import ChoiceRow
from itadmin.ui.access.grants_model import GrantsModel
from itadmin.ui.access.withdrawal import WithdrawalDialog
from itadmin.ui.dialogs.following import follow_until_closed
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.exporting.overview_output import OverviewOutput
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
from itadmin.ui.session import Session
from itadmin.ui.undoing import Undoing
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.notice import Notice
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate
from itadmin.ui.window_work import WindowWork

_SIZE = (1160, 680)
_WIDTHS = (180, 150, 200, 160, 100, 96, 96, 108)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE_TITLE = "Inga behörigheter att visa"
_NONE_SENTENCE = "Här visas beslutade behörigheter som gäller den valda dagen. Registrera dem under Behörighetsbeslut."
_NONE_DUE = "Alla behörigheter som gäller har granskats sedan dess."


class AccessDialog(SheetDialog):
    """Who has what. Not modal: decisions open in the main window beside it."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(session.look, TITLE, _SIZE, parent)
        self._session = session
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        day = session.reading().day
        self.row = ChoiceRow(self.look, day, oldest_that_holds(day))
        self.heading = Label(self.look, "", TextStyle.SIDE_HEADING, wrap=True)
        self.notice = Notice(self.look)
        self.model = GrantsModel(self)
        self.table = RowTable(self.look)
        self.empty = EmptyState(self.look, "lock_closed", _NONE_TITLE, _NONE_SENTENCE)
        self.said = ElidedLabel(self.look, "", TextStyle.SECOND, Ink.TEXT2)
        self._work = WindowWork(session, self)
        self._output = OverviewOutput(session, self, self._work)
        self._pages = QStackedWidget()
        self.print_out = self.add_button("Skriv ut", icon="print")
        self.save = self.add_button("Spara som fil…", icon="save")
        self.withdraw = self.add_button("Återkalla…", icon="subtract_circle")
        self.keep = self.add_button("Ska vara kvar", ButtonKind.PRIMARY, "checkmark")
        self._build()
        self._connect()
        self.refresh()
        self.table.setFocus()

    def _build(self) -> None:
        self.table.setModel(self.model)
        text = TextDelegate(self.look, self.table)
        self.table.setItemDelegate(text)
        self.table.setItemDelegateForColumn(0, NameDelegate(self.look, self.table))
        self.table.setAccessibleName("Behörigheter")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, self.look.metrics.px(width))
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        for part in (self.row, self.heading, self.notice):
            self.body.addWidget(part)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self.said)
        self.keep.setToolTip("Ctrl+Enter")
        self.withdraw.setToolTip("Delete")
        self.add_close()
        if not self._session.workspace.writable:
            for button in (self.keep, self.withdraw):
                button.hide()

    def _connect(self) -> None:
        self.row.changed.connect(self.refresh)
        self.row.failed.connect(self.said.setText)
        self.table.opened.connect(self._open)
        self.keep.clicked.connect(self.keep_current)
        self.withdraw.clicked.connect(self.ask_to_withdraw)
        self.print_out.clicked.connect(lambda: self._output.print_out(self._overview()))
        self.save.clicked.connect(lambda: self._output.save(self._overview()))
        self._work.said.connect(self.said.setText)
        self._work.failed.connect(self._refuse)
        for keys, slot in (
            ("Ctrl+Return", self.keep_current),
            ("Ctrl+Enter", self.keep_current),
            ("Delete", self.ask_to_withdraw),
        ):
            QShortcut(QKeySequence(keys), self.table, slot, context=Qt.ShortcutContext.WidgetShortcut)
        Undoing(self, self._session, self.said.setText)
        follow_until_closed(self, self._session.bus, self.refresh)

    def refresh(self) -> None:
        """Read what is meant anew, and stay at the right one was at, or at the one that has its place."""
        kept, place = self.current(), max(self.table.currentIndex().row(), 0)
        found = grants(self._session.workspace.reading(self.row.day))
        due = [grant for grant in found if is_due(grant, self.row.since)]
        shown = due if self.row.due.isChecked() else found
        self.model.show_grants(shown, self.row.words_line.text(), holder_first=self.row.holder_first)
        number = self.model.rowCount()
        again = self.model.row_of(kept)
        self.table.setCurrentIndex(self.model.index(again if again >= 0 else min(place, number - 1), 0))
        self.heading.setText(_heading(len(found), len(due), number))
        self._pages.setCurrentIndex(0 if number else 1)
        self.empty.set_words(_NONE_TITLE, _NONE_DUE if found and not shown else _NONE_SENTENCE)
        for button in (self.print_out, self.save, self.keep, self.withdraw):
            button.setEnabled(bool(number))

    def current(self) -> Grant | None:
        """The right that the keyboard stands on."""
        return self.model.grant(self.table.currentIndex().row())

    def keep_current(self) -> None:
        """Note that the right is reviewed and is to stay."""
        grant, workspace = self.current(), self._session.workspace
        if grant is None or not workspace.writable:
            return
        try:
            keep(workspace.records, grant.decision_id, workspace.around.today(), workspace.around.who)
        except KnownError as error:
            self._refuse(error)
            return
        self._tell(f"{grant.holder}: {grant.access_right} i {grant.system} är granskad och ska vara kvar.")
        if not self.row.due.isChecked():
            row = min(self.table.currentIndex().row() + 1, self.model.rowCount() - 1)
            self.table.setCurrentIndex(self.model.index(row, 0))

    def ask_to_withdraw(self) -> None:
        """Ask from when and why; the right is withdrawn when that is answered."""
        grant = self.current()
        if grant is None or not self._session.workspace.writable:
            return
        asked = WithdrawalDialog(self.look, grant, self._session.workspace.around.today(), self)
        asked.accepted.connect(lambda: self._withdraw(grant, asked))
        asked.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter answer only where the keyboard stands on the answer."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)

    def _withdraw(self, grant: Grant, answer: WithdrawalDialog) -> None:
        try:
            withdraw(self._session.workspace.records, grant.decision_id, answer.day, answer.reason)
        except KnownError as error:
            self._refuse(error)
            return
        self._tell(f"{grant.holder}: {grant.access_right} i {grant.system} är återkallad från {answer.day}.")

    def _overview(self) -> Overview:
        return access_overview(self.model.grants, self.row.day, holder_first=self.model.holder_first)

    def _open(self, index: QModelIndex) -> None:
        grant = self.model.grant(index.row())
        if grant is not None:
            self._session.guide.open_record(REGISTER, grant.decision_id)

    def _tell(self, sentence: str) -> None:
        self.notice.set_messages([])
        self.said.setText(f"{sentence} Ctrl+Z ångrar.")
        self.table.setFocus()

    def _refuse(self, error: KnownError) -> None:
        show_known_error(self, error, self.notice)


def _heading(found: int, due: int, shown: int) -> str:
    """How many rights hold, how many are to be reviewed, and how many are shown."""
    holding = "1 behörighet gäller" if found == 1 else f"{found} behörigheter gäller"
    only = f" · {shown} visas" if shown != found else ""
    return f"{holding} · {due} att granska{only}"
