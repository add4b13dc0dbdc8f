"""The views under the registers in the navigation: which there are, how many records each shows, names and removal.

Counting waits until nothing else is to be done, one view at a time, and only where views can be seen.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPoint, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.services.views import NamedView, Views, query_of
from itadmin.ui.main_window import MainWindow
from itadmin.ui.navigation import KEY, OWN, VIEW, ViewLine
from itadmin.ui.session import Session

_PAUSE = 30
"""Milliseconds between two counts, in which the window answers."""


class Navigator(QObject):
    """Keeps the navigation's views as they are kept in the file."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._views = Views(session.workspace)
        self._register = ""
        self._waiting: list[NamedView] = []
        self._count = QTimer(self, singleShot=True, interval=_PAUSE)
        self._count.timeout.connect(self._count_next)
        nav = window.nav
        self._connections = [
            window.navigation.renamed.connect(self._rename),
            nav.delete_wanted.connect(self._delete),
            nav.menu_wanted.connect(self._show_menu),
            nav.expanded.connect(self._on_expanded),
            session.bus.changed.connect(self._on_changed),
        ]

    def show(self, register: str, view: str) -> None:
        """Show where we are, with the views of the register."""
        self._register = register
        self._fill(register)
        self._window.mark_register(register, view)
        self._count_all()

    def close(self) -> None:
        """Let go of the window."""
        self._count.stop()
        for connection in self._connections:
            QObject.disconnect(connection)
        self.deleteLater()

    def _fill(self, register: str) -> None:
        lines = [ViewLine(each.key, each.view.name, each.record_id is not None) for each in self._views.of(register)]
        self._window.navigation.set_views(register, lines)

    def _on_expanded(self, index: QModelIndex) -> None:
        self._register = str(index.data(KEY))
        self._fill(self._register)
        self._count_all()

    def _on_changed(self, _changes: ChangeSet, _initiator: object) -> None:
        if self._register:
            self._fill(self._register)
            self._count_all()

    def _count_all(self) -> None:
        """Count the views that can be seen, when there is time."""
        self._waiting = self._views.of(self._register)
        self._count.start()

    def _count_next(self) -> None:
        line = self._window.navigation.line(self._register)
        is_seen = line is not None and self._window.nav.isExpanded(line.index())
        if not self._waiting or not is_seen:
            return
        named = self._waiting.pop(0)
        number = len(self._session.reading().keys(self._register, query_of(named.view)))
        self._window.navigation.set_count(self._register, named.key, number)
        self._count.start()

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        if not index.data(OWN):
            return
        nav = self._window.nav
        menu = QMenu(nav)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("Byt namn", QKeySequence("F2"), partial(nav.edit, index))
        menu.addAction("Ta bort vyn", QKeySequence("Del"), partial(self._delete, index))
        menu.popup(place)

    def _rename(self, register: str, view: str, name: str) -> None:
        named = self._views.find(register, view)
        record_id = named.record_id if named is not None else None
        if record_id is not None:
            self._try(lambda: self._views.rename(record_id, name), f"Vyn heter nu ”{name}”.")

    def _delete(self, index: QModelIndex) -> None:
        named = self._views.find(str(index.data(KEY)), str(index.data(VIEW)))
        record_id = named.record_id if named is not None else None
        if named is not None and record_id is not None:
            self._try(lambda: self._views.delete(record_id), f"Vyn ”{named.view.name}” är borttagen.")

    def _try(self, work: Callable[[], object], sentence: str) -> None:
        try:
            work()
        except KnownError as error:
            self._session.guide.say(error.sentence)
            return
        self._session.guide.say(sentence, undoable=True)
