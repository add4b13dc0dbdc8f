"""The backups of the open register: when they were taken, whether they are whole, taking one now, and restoring one.

Restoring lets go of the register first, as nobody may have it open; whether it succeeds or not, `restored` then asks
for the file to be opened anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.backups import Backups
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import damage
from itadmin.services.workspace import open_reading
from itadmin.ui.dialogs.backup_table import BackupTable, Condition, moment
from itadmin.ui.dialogs.restore_question import RestoreQuestion
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong

_SIZE = (620, 500)
_INTRODUCTION = (
    "En kopia tas när registret öppnas, om något har ändrats sedan den förra. Den kontrolleras innan den räknas. "
    "Äldre kopior gallras: alla från två dagar sparas, sedan en per dag, vecka och månad."
)


class BackupsDialog(SheetDialog):
    """Lists the backups.

    `leaving`: the register is about to be closed, so what is being typed must be saved now. `restored`: it is closed
    and its file is to be opened anew.
    """

    leaving = Signal()
    restored = Signal()

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(session.look, "Säkerhetskopior", _SIZE, parent)
        self._session = session
        self._backups = Backups(session.workspace.path, session.workspace.around)
        self._open = True
        self.notice = Notice(self.look)
        self.table = BackupTable(self.look)
        self.question = RestoreQuestion(self.look)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list_page())
        self._pages.addWidget(self.question)
        self.body.addWidget(self.notice)
        self.body.addWidget(self._pages, 1)
        self.take = self.add_button("Säkerhetskopiera nu", icon="archive", first=True)
        self.back = self.add_button("Tillbaka")
        self.close_button = self.add_close()
        self.restore = self.add_button("Återställ…", icon="history")
        self.take.clicked.connect(self._take)
        self.back.clicked.connect(self._show_list)
        self.restore.clicked.connect(self._go_on)
        self.table.opened.connect(self._go_on)
        self.table.chosen_changed.connect(self._set_buttons)
        self.finished.connect(self._on_finished)
        self._show_list()
        self._fill()

    def _list_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.metrics.block)
        column.addWidget(Label(self.look, _INTRODUCTION, ink=Ink.TEXT2, wrap=True))
        column.addWidget(self.table, 1)
        where = f"Kopiorna ligger i {self._backups.folder}"
        column.addWidget(Label(self.look, where, TextStyle.SECOND, Ink.TEXT3, wrap=True, selectable=True))
        return page

    @property
    def _asking(self) -> bool:
        return self._pages.currentWidget() is self.question

    def _fill(self) -> None:
        """Read the list anew and look at each backup in turn, as long as the dialog is open."""
        found = self._backups.all()
        self.table.set_backups(found)
        self._set_buttons()
        waiting = [item.path for item in found if self.table.condition(item.path) is Condition.UNKNOWN]
        self._look_at(iter(waiting))

    def _look_at(self, paths: Iterator[Path]) -> None:
        path = next(paths, None)
        if path is None or not self._open:
            return

        def note(condition: Condition) -> None:
            if self._open:
                self.table.set_condition(path, condition)
                self._set_buttons()
                self._look_at(paths)

        self._session.background.run(
            "Kontrollerar säkerhetskopior",
            lambda: damage(path),
            lambda faults: note(Condition.DAMAGED if faults else Condition.WHOLE),
            lambda _error: note(Condition.DAMAGED),
        )

    def _show_list(self) -> None:
        self._pages.setCurrentIndex(0)
        self._set_buttons()
        self.table.setFocus()

    def _set_buttons(self) -> None:
        chosen = self.table.chosen()
        whole = chosen is not None and self.table.condition(chosen.path) is not Condition.DAMAGED
        self.restore.setText("Återställ registret" if self._asking else "Återställ…")
        self.restore.set_kind(ButtonKind.PRIMARY if self._asking else ButtonKind.PLAIN)
        self.restore.setEnabled(whole)
        self.take.setHidden(self._asking)
        self.back.setVisible(self._asking)
        self.close_button.setHidden(self._asking)

    def _take(self) -> None:
        try:
            taken = self._backups.keep(self._session.workspace.file.content())
        except KnownError as error:
            show_known_error(self, error, self.notice)
            return
        self.notice.set_messages([Message(Concern.DONE, (Strong("Kopian är tagen och kontrollerad. "), taken.name))])
        self.table.set_condition(taken, Condition.WHOLE)
        self._fill()

    def _go_on(self) -> None:
        if self._asking:
            self._restore()
        elif self.restore.isEnabled():
            self._ask()

    def _ask(self) -> None:
        chosen = self.table.chosen()
        if chosen is None:
            return
        now = self._session.reading()
        try:
            with closing(open_reading(chosen.path, now.day)) as then:
                self.question.ask(moment(chosen), _counts(now), _counts(then))
        except KnownError as error:
            show_known_error(self, error, self.notice)
            return
        self.notice.set_messages([])
        self._pages.setCurrentWidget(self.question)
        self._set_buttons()
        self.back.setFocus()

    def _restore(self) -> None:
        chosen = self.table.chosen()
        if chosen is None:
            return
        window = self.parentWidget()
        self.leaving.emit()
        self._session.workspace.close()
        try:
            self._backups.restore(chosen.path)
        except KnownError as error:
            self.accept()
            self.restored.emit()
            show_known_error(window, error)
            return
        self.accept()
        self.restored.emit()

    def _on_finished(self) -> None:
        self._open = False


def _counts(reading: Reading) -> dict[str, int]:
    return {name: reading.count(name) for name in REGISTERS}
