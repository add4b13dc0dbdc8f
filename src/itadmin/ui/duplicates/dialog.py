"""*Dubbletter*: pairs of systems, or of people, that may be one, side by side, to be told apart for good or made one.

Stands beside the main window and follows the register. Each decision is one step, and can be taken back at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from itadmin.domain.calculations.similarity import Pair
from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.services.duplicates import Candidates
from itadmin.services.progress import CancelledError
from itadmin.ui.background import known
from itadmin.ui.dialogs.changes import ChangesDialog
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.duplicates.comparison import Comparison
from itadmin.ui.duplicates.pairs_model import PairsModel
from itadmin.ui.duplicates.subjects import SUBJECTS, Subject
from itadmin.ui.duplicates.words import NONE_TITLE, heading, looking
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.widgets.text_delegates import TwoLineDelegate
from itadmin.ui.working import Working

_SIZE = (1040, 640)
_SHARES = (330, 710)


class DuplicatesDialog(SheetDialog):
    """The pairs there are. Not modal: records open in the main window beside it."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(session.look, "Dubbletter", _SIZE, parent)
        self._session = session
        self._subject: Subject = next(iter(SUBJECTS.values()))
        self._pair: Pair | None = None
        self._undoable = ""
        self._found = Candidates((), more=False)
        self._is_stale = False
        self._working = Working(session.background, session.guide)
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.comparison: Comparison | None = None
        self.which = ComboBox(self.look)
        self.heading = Label(self.look, "", TextStyle.SIDE_HEADING, wrap=True)
        self._question = Label(self.look, "", ink=Ink.TEXT2, wrap=True)
        self._none = EmptyState(self.look, "checkmark_circle", NONE_TITLE, "")
        self.notice = Notice(self.look)
        self.model = PairsModel(self)
        self.table = RowTable(self.look, RowHeight.TWO_LINES)
        self._area = QScrollArea()
        self._pages = QStackedWidget()
        self.add_close()
        self.apart = self.add_button("Inte samma", icon="subtract_circle")
        self.merge = self.add_button("Slå ihop…", ButtonKind.PRIMARY)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self.refresh()
        self.table.setFocus()

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegate(TwoLineDelegate(self.look, self.table))
        self.table.setAccessibleName("Par som kan vara samma")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().hide()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName("Jämförelse")
        for part in (self._area, self._area.viewport()):
            set_property(part, "ground", "surface")
        split = Splitter(self.look)
        split.addWidget(self.table)
        split.addWidget(self._area)
        split.setSizes([self.width() * share // sum(_SHARES) for share in _SHARES])
        split.setStretchFactor(1, 1)
        self._pages.addWidget(split)
        self._pages.addWidget(self._none)
        self.which.setAccessibleName("Sök dubbletter bland")
        for subject in SUBJECTS.values():
            self.which.addItem(subject.register.plural)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.which, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.body.addWidget(self._question)
        self.body.addWidget(self.notice)
        self.body.addWidget(self._pages, 1)
        self._allow(decisions=False)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.opened.connect(self.preview_merge)
        self.apart.clicked.connect(self.tell_apart)
        self.merge.clicked.connect(self.preview_merge)
        self.notice.acted.connect(self._take_back)
        self.which.activated.connect(self._choose)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._take_back)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self.tell_apart)
        self._later.timeout.connect(self.refresh)
        self._session.bus.changed.connect(self._on_changed)
        self._working.moved.connect(self._tell_progress)
        self._working.ended.connect(self._on_ended)
        self.finished.connect(self._working.forget)
        self.finished.connect(lambda: self._session.bus.changed.disconnect(self._on_changed))

    def refresh(self) -> None:
        """Look for pairs anew, beside the window."""
        if self._working.is_busy:
            self._is_stale = True
            self._working.stop()
            return
        reading = self._session.reading()
        subject = self._subject
        self._question.setText(subject.question)
        self._none.set_words(NONE_TITLE, subject.none)
        if not self._found.pairs:
            self.heading.setText(looking(0, 0))
        self._working.run(
            "Letar efter dubbletter",
            lambda progress: subject.candidates(reading, progress),
            lambda found: self._on_found(subject, found),
            self._on_failed,
        )

    def _choose(self, place: int) -> None:
        """Look among other records, from the beginning."""
        self._subject = list(SUBJECTS.values())[place]
        self._undoable = ""
        self.notice.set_messages([])
        self._show_found(Candidates((), more=False))
        self.refresh()

    def _tell_progress(self, done: int, total: int) -> None:
        self.heading.setText(looking(done, total))

    def _on_ended(self) -> None:
        """Look again, where the register has changed meanwhile."""
        if self._is_stale:
            self._is_stale = False
            self._later.start()

    def _on_failed(self, error: BaseException) -> None:
        trouble = known(error)
        if not isinstance(trouble, CancelledError):
            show_known_error(self, trouble, self.notice)

    def _on_found(self, subject: Subject, found: Candidates) -> None:
        """Show what was found, unless one has gone on to look among other records."""
        if subject is self._subject:
            self._show_found(found)

    def _show_found(self, found: Candidates) -> None:
        """Show pairs and stay where one was: at the pair, or at the one that has its place."""
        reading, row = self._session.reading(), max(self.table.currentIndex().row(), 0)
        self._found = found
        kept, shown = self._pair, {key for pair in found.pairs for key in (pair.one, pair.other)}
        self.model.show_pairs(found.pairs, reading.labels(self._subject.register.name, shown))
        number = len(found.pairs)
        self.heading.setText(heading(number, self._subject.one, more=found.more) if number else NONE_TITLE)
        self._pages.setCurrentIndex(0 if number else 1)
        self._allow(decisions=bool(number))
        again = self.model.row_of(kept)
        self.table.setCurrentIndex(self.model.index(again if again >= 0 else min(row, number - 1), 0))
        if not number:
            self._show(None)

    def _allow(self, *, decisions: bool) -> None:
        for button in (self.apart, self.merge):
            button.setEnabled(decisions)

    def tell_apart(self) -> None:
        """Say that the two are not the same."""
        if self._pair is not None:
            pair = self._pair
            workspace = self._session.workspace
            changes = self._subject.tell_apart(workspace.records, workspace.reading(), pair.one, pair.other)
            self._carry_out(changes, lambda each: each == pair)

    def preview_merge(self) -> None:
        """Show what would be changed to make one of the two; it is done when that is accepted."""
        if self.comparison is None:
            return
        shown, workspace = self.comparison, self._session.workspace
        try:
            records, reading = workspace.records, workspace.reading()
            changes = self._subject.merge(records, reading, shown.keeper, shown.other, shown.taken())
        except KnownError as error:
            show_known_error(self, error, self.notice)
            return
        preview = ChangesDialog(self._session, changes, self)
        gone = shown.other
        preview.accepted.connect(lambda: self._carry_out(changes, lambda each: gone in (each.one, each.other)))
        preview.open()

    def _carry_out(self, changes: ChangeSet, is_settled: Callable[[Pair], bool]) -> None:
        """Do it, and let the pairs that are settled go at once, before the rest is looked for anew."""
        try:
            self._session.workspace.records.apply(changes)
        except KnownError as error:
            show_known_error(self, error, self.notice)
            return
        left = tuple(pair for pair in self._found.pairs if not is_settled(pair))
        self._show_found(replace(self._found, pairs=left))
        self._undoable = changes.title
        self.notice.set_messages([Message(Concern.DONE, (Strong(f"{changes.title}."),), "Ångra")])
        self.table.setFocus()

    def _take_back(self) -> None:
        """Undo the last decision, as long as nothing else has been done since."""
        undo = self._session.workspace.undo
        if self._undoable and undo.state().undo == self._undoable:
            undo.undo()
        self._undoable = ""
        self.notice.set_messages([])

    def _on_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show(self.model.pair(current.row()))

    def _show(self, pair: Pair | None) -> None:
        """Show a pair side by side, with the register as it is now."""
        self._pair = pair
        self.comparison = None
        if pair is None:
            self._area.setWidget(QWidget())
            return
        self.comparison = Comparison(self.look, self._session.reading(), self._subject.register, pair)
        self.comparison.open_wanted.connect(self._open)
        self._area.setWidget(self.comparison)

    def _open(self, record_id: UUID) -> None:
        self._session.guide.open_record(self._subject.register.name, record_id)

    def _on_changed(self, changes: ChangeSet, _initiator: object) -> None:
        if changes.title != self._undoable:
            self.notice.set_messages([])
        self._later.start()
