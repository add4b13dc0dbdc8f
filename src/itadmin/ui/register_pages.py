"""The pages of the registers in the window: each is made when it is first shown, and kept.

Names no register.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from itadmin.documents.of_records import WITH_PAPERS
from itadmin.domain.registers import REGISTERS
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.main_window import MainWindow
from itadmin.ui.panels import special_of, ways_of
from itadmin.ui.register.list_pane import ListPane
from itadmin.ui.register.name_offers import is_taken, offer_names
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.session import Session

_IN_RECORD_MENU = ("copy", "history", "delete")


class RegisterPages(QObject):
    """Makes pages and shows one at a time; `first` is a list that is shown already, the first page's.

    `stood_on` gives the register when its page is shown, with None, and then the id of each record that the page shows;
    `view_changed` says that the page shown has another view of its register.
    """

    stood_on = Signal(str, object)
    view_changed = Signal()

    def __init__(self, window: MainWindow, session: Session, first: ListPane | None) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._first = first
        self._pages: dict[str, RegisterPage] = {}
        self._shown = ""
        window.stepped.connect(self._on_step)

    def __iter__(self) -> Iterator[RegisterPage]:
        return iter(self._pages.values())

    @property
    def shown(self) -> RegisterPage | None:
        """The page that is shown; None when another than a register's is."""
        return self._pages.get(self._shown)

    def show(self, name: str) -> None:
        """Show a register's page; what is being edited in another is saved."""
        is_other = self._shown != name
        if is_other:
            self.leave()
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._make(name)
            self._window.pages.addWidget(page)
        self._shown = name
        self._window.pages.setCurrentWidget(page)
        if is_other:
            self.stood_on.emit(name, None)

    def step_aside(self) -> None:
        """Let another page than a register's be shown; what is being edited is saved."""
        self.leave()
        self._shown = ""

    def leave(self) -> None:
        """Save what is being edited in any of them."""
        for page in self:
            page.record.leave()

    def close(self) -> None:
        """Take the pages out of the window."""
        self._window.stepped.disconnect(self._on_step)
        for page in self:
            for waiting in page.findChildren(QTimer):
                waiting.stop()
            self._window.pages.removeWidget(page)
            page.deleteLater()
        self.deleteLater()

    def _make(self, name: str) -> RegisterPage:
        commands = self._window.commands
        page = RegisterPage(self._session, REGISTERS[name], self._first)
        self._first = None
        page.counted.connect(self._window.status.set_counts)
        page.record_shown.connect(partial(self._stand_on, name))
        page.list.named.connect(partial(self._create, page))
        page.list.heading.naming.set_taken(partial(is_taken, self._session, name))
        page.state.view_changed.connect(self.view_changed)
        page.side.bar.export_wanted.connect(commands["export"].trigger)
        page.side.bar.papers_wanted.connect(commands["batch"].trigger)
        if page.register.name not in WITH_PAPERS:
            page.side.bar.set_without_papers()
        page.set_step(self._window.step)
        opening = [commands[key] for key in special_of(name).windows]
        page.record.fill_menu([*(commands[key] for key in _IN_RECORD_MENU), *opening])
        page.side.offer(opening, [commands[key] for key in ways_of(name)])
        self._offer_names(page)
        return page

    def _stand_on(self, name: str, record_id: UUID | None) -> None:
        if name == self._shown and record_id is not None:
            self.stood_on.emit(name, record_id)

    def _create(self, page: RegisterPage, name: str) -> None:
        self._session.guide.attempt(lambda: page.create_record(name))

    def _offer_names(self, page: RegisterPage) -> None:
        """Offer names where the register knows of some; choosing one makes the record and shows it."""
        new_names = special_of(page.register.name).writing.names
        if new_names is not None:
            names, guide = new_names(self._session), self._session.guide
            offer_names(
                self._window.look,
                page.list.heading.naming,
                names,
                lambda meant: guide.attempt(lambda: page.show_record(names.make(meant))),
            )

    def _on_step(self, step: WidthStep) -> None:
        for page in self:
            page.set_step(step)
