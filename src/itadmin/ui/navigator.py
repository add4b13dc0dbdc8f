"""The views under the registers in the navigation: which there are, how many records each shows, names and removal.

Counting waits until nothing else is to be done, one view at a time, and only where views can be seen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import perf_counter

from PySide6.QtCore import QModelIndex, QObject, QPoint, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from itadmin.domain.changes import ChangeSet
from itadmin.domain.registers import REGISTERS
from itadmin.services.listing import Listing
from itadmin.services.views import NamedView, Views, query_of
from itadmin.ui.main_window import MainWindow
from itadmin.ui.navigation import KEY, OWN, VIEW, ViewLine
from itadmin.ui.session import Session

_PAUSE = 20
"""Milliseconds between two turns of counting, in which the window answers."""
_SECONDS = 0.004
"""So long a turn may take."""


class _Counting:
    """The counting of one view, a little at a time."""

    def __init__(self, key: str, listing: Listing) -> None:
        self.key = key
        self.number = 0
        self._listing = listing

    def go_on(self) -> bool:
        """Count for a short while; says whether all is counted."""
        started = perf_counter()
        while perf_counter() - started < _SECONDS:
            piece = self._listing.more()
            if piece is None:
                return True
            self.number += len(piece.places)
        return False


class Navigator(QObject):
    """Keeps the navigation's views as they are kept in the file."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._views = Views(session.workspace)
        self._register = self._view = ""
        self._waiting: list[NamedView] = []
        self._counting: _Counting | None = None
        self._count = QTimer(self, singleShot=True, interval=_PAUSE)
        self._count.timeout.connect(self._count_some)
        nav = window.nav
        self._connections = [
            window.navigation.renamed.connect(self._rename),
            nav.delete_wanted.connect(self._delete),
            nav.menu_wanted.connect(self._show_menu),
            nav.expanded.connect(self._on_expanded),
            session.bus.changed.connect(self._on_changed),
        ]

    def show(self, register: str, view: str) -> None:
        """Show where we are, with the views of the register; the start page has none."""
        self._register, self._view = register, view
        self._fill()
        self._window.mark_register(register, view)
        self._count_all()

    def close(self) -> None:
        """Let go of the window."""
        self._count.stop()
        for connection in self._connections:
            QObject.disconnect(connection)
        self.deleteLater()

    def _fill(self) -> None:
        if self._register not in REGISTERS:
            return
        views = self._views.of(self._register)
        lines = [ViewLine(each.key, each.view.name, each.record_id is not None) for each in views]
        if self._window.show_views(self._register, lines):
            self._window.mark_register(self._register, self._view)

    def _on_expanded(self, index: QModelIndex) -> None:
        if index.data(KEY) == self._register:
            self._count_all()

    def _on_changed(self, _changes: ChangeSet, _initiator: object) -> None:
        self._fill()
        self._count_all()

    def _count_all(self) -> None:
        """Count the views that can be seen, when there is time."""
        self._waiting = self._views.of(self._register) if self._register in REGISTERS else []
        self._counting = None
        self._count.start()

    def _count_some(self) -> None:
        """Count a little of the view in turn; show its number when it is whole and go on with the next."""
        line = self._window.navigation.line(self._register)
        if line is None or not self._window.nav.isExpanded(line.index()):
            return
        if self._counting is None:
            if not self._waiting:
                return
            named = self._waiting.pop(0)
            listing = self._session.reading().listing(self._register, replace(query_of(named.view), sort=""))
            self._counting = _Counting(named.key, listing)
        if self._counting.go_on():
            self._window.navigation.set_count(self._register, self._counting.key, self._counting.number)
            self._counting = None
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
        if self._session.guide.attempt(work):
            self._session.guide.say(sentence, undoable=True)
