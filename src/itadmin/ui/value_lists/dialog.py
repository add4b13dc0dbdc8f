"""*Värdelistor*: the words of every list that a kommun may word its own way, written in place.

Stands beside the main window and follows the register. Each change is one step, and can be taken back at once.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.values import LIST_NAMES, OPEN_LISTS, PROPOSED_LISTS
from itadmin.services.value_lists import ValueLists
from itadmin.ui.dialogs.following import follow_until_closed
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
from itadmin.ui.session import Session
from itadmin.ui.value_lists import texts
from itadmin.ui.value_lists.words_model import WordsModel
from itadmin.ui.value_lists.words_table import WordsTable
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong
from itadmin.ui.widgets.splitter import Splitter

_SIZE = (1000, 620)
_SHARES = (196, 804)
_KEY = int(Qt.ItemDataRole.UserRole)


class ValueListsDialog(SheetDialog):
    """The lists at the left, the words of one of them at the right. Not modal."""

    def __init__(self, session: Session, parent: QWidget | None, values: str = "") -> None:
        """`values` is the list that is shown first; the first one when it says none."""
        super().__init__(session.look, texts.TITLE, _SIZE, parent)
        self._session = session
        self._lists = ValueLists(session.workspace.records, session.reading())
        self._steps: list[str] = []
        self.setModal(False)
        self.lists = QListWidget()
        self.heading = Label(self.look, "", TextStyle.SIDE_HEADING)
        self.explanation = Label(self.look, "", ink=Ink.TEXT2, wrap=True)
        self.notice = Notice(self.look)
        self.model = WordsModel(self)
        self.table = WordsTable(self.look, self.model)
        self.new_word = QLineEdit()
        self.reset = Button(self.look, texts.RESET, ButtonKind.QUIET, "arrow_undo", small=True)
        self.reset_all = self.add_button(texts.RESET_ALL, ButtonKind.QUIET, first=True)
        self.add_close()
        self._build()
        self._connect()
        self.lists.setCurrentRow(list(LIST_NAMES).index(values) if values else 0)
        self.lists.setFocus()

    @property
    def values(self) -> str:
        """The list that is shown."""
        item = self.lists.currentItem()
        return str(item.data(_KEY)) if item is not None else next(iter(LIST_NAMES))

    def _build(self) -> None:
        metrics = self.look.metrics
        self.lists.setAccessibleName(texts.LISTS_LABEL)
        set_property(self.lists, "checks", "true")
        for key, name in LIST_NAMES.items():
            item = QListWidgetItem(name)
            item.setData(_KEY, key)
            item.setSizeHint(QSize(0, metrics.row_compact))
            self.lists.addItem(item)
        self.new_word.setPlaceholderText(texts.NEW_WORD)
        self.new_word.setAccessibleName(texts.NEW_WORD_LABEL)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(metrics.section_gap, 0, 0, 0)
        column.setSpacing(metrics.gap)
        for part in (self.heading, self.explanation, self.notice):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.new_word)
        column.addLayout(self._buttons())
        split = Splitter(self.look)
        split.addWidget(self.lists)
        split.addWidget(right)
        split.setSizes([metrics.px(share) for share in _SHARES])
        split.setStretchFactor(1, 1)
        self.body.addWidget(Label(self.look, texts.INTRODUCTION, ink=Ink.TEXT2, wrap=True))
        self.body.addWidget(split, 1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.metrics.gap)
        for text, icon, keys, by in (
            ("Flytta upp", "arrow_up", "Alt+Upp", -1),
            ("Flytta ned", "arrow_down", "Alt+Ned", 1),
        ):
            button = Button(self.look, text, ButtonKind.QUIET, icon, small=True)
            button.setToolTip(f"{text} ({keys})")
            button.clicked.connect(lambda _checked=False, by=by: self.move_by(by))
            row.addWidget(button)
        row.addWidget(self.reset)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.lists.currentRowChanged.connect(lambda _row: self._show_list())
        self.model.written.connect(self._write)
        self.model.refused.connect(self._refuse)
        self.table.moved.connect(self.move_by)
        self.table.selectionModel().currentChanged.connect(lambda _new, _old: self._tell_word())
        self.new_word.returnPressed.connect(self._add)
        self.reset.clicked.connect(self.reset_word)
        self.reset_all.clicked.connect(lambda: self._carry_out(lambda: self._lists.reset_all(self.values), told=True))
        self.notice.acted.connect(self._take_back)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._take_back)
        follow_until_closed(self, self._session.bus, self.refresh)

    def refresh(self) -> None:
        """Show the words as they are now, and stay on the one where one was."""
        standing, column = self._code(), max(self.table.currentIndex().column(), 0)
        self.model.show_lines(self._lists.lines(self.values))
        if self.table.currentIndex().isValid():
            self._tell_word()
        else:
            self._stand_on(standing, column)

    def move_by(self, by: int) -> None:
        """Move the word that the keyboard stands on."""
        code = self._code()
        if code:
            self._carry_out(lambda: self._lists.move(self.values, code, by))

    def reset_word(self) -> None:
        """Let the word be as it was, or take an own one away."""
        code = self._code()
        if code:
            self._carry_out(lambda: self._lists.reset(self.values, code), told=True)
            self.table.setFocus()

    def _show_list(self) -> None:
        self.notice.set_messages([])
        self.heading.setText(LIST_NAMES[self.values])
        self.explanation.setText(texts.explanation(self.values))
        self.new_word.setVisible(self.values in OPEN_LISTS)
        self.new_word.clear()
        self.table.show_adoption(shown=self.values in PROPOSED_LISTS)
        self.model.show_lines(self._lists.lines(self.values))
        self._stand_on("", 0)

    def _stand_on(self, code: str, column: int) -> None:
        self.table.setCurrentIndex(self.model.index(max(self.model.row_of(code), 0), column))
        self._tell_word()

    def _code(self) -> str:
        line = self.model.line(self.table.currentIndex().row())
        return line.code if line is not None else ""

    def _tell_word(self) -> None:
        line = self.model.line(self.table.currentIndex().row())
        self.reset.setText(texts.REMOVE if line is not None and line.is_own else texts.RESET)
        self.reset.setEnabled(line is not None and line.is_changed)

    def _write(self, code: str, said: dict[str, object]) -> None:
        self._carry_out(lambda: self._lists.change(self.values, code, said))

    def _add(self) -> None:
        before = {line.code for line in self._lists.lines(self.values)}
        if self._carry_out(lambda: self._lists.add(self.values, self.new_word.text())):
            self.new_word.clear()
            self.refresh()
            self._stand_on(next(line.code for line in self._lists.lines(self.values) if line.code not in before), 0)

    def _refuse(self, sentence: str) -> None:
        self.notice.set_messages([Message(Concern.PROBLEM, (Strong("Det gick inte. "), sentence))])

    def _carry_out(self, work: Callable[[], ChangeSet], *, told: bool = False) -> bool:
        """Do something as a step, and say whether it was done; what was taken away is told, with the way back."""
        self.notice.set_messages([])
        try:
            made = work()
        except KnownError as error:
            show_known_error(self, error, self.notice)
            return False
        if made.changes:
            self._steps.append(made.title)
        if made.changes and told:
            self.notice.set_messages([Message(Concern.DONE, (Strong(f"{made.title}."),), "Ångra")])
        return bool(made.changes)

    def _take_back(self) -> None:
        """Undo the last of the steps that were made here, as long as nothing else has been done since."""
        undo = self._session.workspace.undo
        if self._steps and undo.state().undo == self._steps.pop():
            undo.undo()
        self.notice.set_messages([])
