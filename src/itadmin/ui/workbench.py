"""An open register in the window: its pages, its commands, the way back, search and papers.

Lives from opening to closing. Loading this module loads the database library, so `desk.py` does it after first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from itadmin.documents import system_register
from itadmin.domain.addresses import target_of
from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.attachments.opening import AskToOpen
from itadmin.ui.background import Background
from itadmin.ui.bus import Bus
from itadmin.ui.dialogs.backups import BackupsDialog
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.duplicates.opening import DuplicatesOpening
from itadmin.ui.exporting.commands import ListCommands
from itadmin.ui.history.overview import OverviewOpening
from itadmin.ui.history.record_history import HistoryDialog
from itadmin.ui.importing.opening import ImportOpening
from itadmin.ui.incident.window import IncidentWindow
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.main_window import MainWindow
from itadmin.ui.memory import Memory
from itadmin.ui.navigator import Navigator
from itadmin.ui.panels import SPECIALS, special_of
from itadmin.ui.register.list_pane import ListPane
from itadmin.ui.register.name_offers import offer_names
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.search_popup import SearchPopup
from itadmin.ui.session import Guide, Session
from itadmin.ui.side_windows import SideWindows
from itadmin.ui.starter.opening import StarterOpening
from itadmin.ui.stepping import Stepping
from itadmin.ui.trail import Place, Trail
from itadmin.ui.widgets.notice import Concern, Message
from itadmin.ui.widgets.prose import Strong

_COMMANDS = (
    "undo",
    "redo",
    "new",
    "copy",
    "edit",
    "save",
    "delete",
    "history",
    "back",
    "forward",
    "filter",
    "condition",
    "save_view",
    "columns",
    "change_many",
    "bin",
    "paper",
    "open_register",
    "export",
    "print_list",
    "starter",
    "import",
    "backups",
    "close_file",
    "changes",
    "duplicates",
    "past_day",
    "today",
    "incident",
)


_WINDOWS = tuple({key: None for special in SPECIALS.values() for key in special.windows})
"""Commands that open a window of its own on a record of some registers."""

_LAST_PLACE = "place/last"
_PLACE_PARTS = 3
_IN_RECORD_MENU = ("copy", "history", "delete")

_OF_PAGE: Mapping[str, Callable[[RegisterPage], object]] = {
    "new": RegisterPage.add_record,
    "copy": RegisterPage.copy_record,
    "delete": RegisterPage.delete_records,
    "bin": RegisterPage.show_bin,
    "edit": lambda page: page.record.edit_current(),
    "save": lambda page: page.record.leave(),
    "paper": lambda page: page.record.make_paper(),
    "filter": lambda page: page.list.heading.focus_search(),
    "condition": lambda page: page.side.add_condition(),
    "save_view": lambda page: page.side.save_view(),
    "columns": lambda page: page.side.choose_columns(),
    "change_many": lambda page: page.side.change_many(),
}
"""What commands do with the page that is shown."""


class Workbench(QObject):
    """Ties one open register to the window. `restored` asks for the file to be opened anew.

    `day_wanted` asks to see the register as it was on an earlier day, `today_wanted` as it is now.
    """

    restored = Signal()
    close_wanted = Signal()
    day_wanted = Signal()
    today_wanted = Signal()

    def __init__(
        self, window: MainWindow, workspace: Workspace, background: Background, first: ListPane | None = None
    ) -> None:
        super().__init__(window)
        self._first = first
        self._window = window
        self._workspace = workspace
        memory = Memory(window.frame.settings, workspace.path)
        self.session = Session(workspace, window.look, Bus(self), Guide(self), background, memory)
        self._pages: dict[str, RegisterPage] = {}
        self._papers: list[DocumentWindow] = []
        self._windows = SideWindows(self)
        self._trail = Trail()
        self._shown = ""
        self._saved = ""
        window.navigation.fill(REGISTERS.values())
        self._navigator = Navigator(window, self.session)
        self._stepping = Stepping(self.session, window.frame)
        self._search = SearchPopup(window.search, self.session)
        workspace.listeners.append(self.session.bus.tell)
        self._connect()
        self._bind()
        self._tell_file()
        self._tell_day()
        self._set_undo()
        self.show_register(next(iter(REGISTERS)))
        self._return_to_last_place()

    @property
    def page(self) -> RegisterPage:
        """The page that is shown."""
        return self._pages[self._shown]

    def _connect(self) -> None:
        window, guide = self._window, self.session.guide
        window.view_chosen.connect(self.show_view)
        window.stepped.connect(self._on_step)
        window.status.undo_wanted.connect(self.undo)
        guide.record_wanted.connect(self.open_record)
        guide.field_wanted.connect(self.open_field)
        guide.paper_wanted.connect(self.open_paper)
        guide.address_wanted.connect(self.open_address)
        guide.said.connect(self._say)
        self.session.bus.changed.connect(self._on_changed)
        self.session.background.busy.connect(window.status.set_work)
        self._search.chosen.connect(self.open_record)
        window.banner.acted.connect(self.today_wanted)

    def _bind(self) -> None:
        bind = self._bind_command
        bind("undo", self.undo)
        bind("redo", self.redo)
        for key, method in _OF_PAGE.items():
            bind(key, partial(self._on_page, method))
        lists = ListCommands(self.session, self._window.frame, self)
        bind("export", lambda: lists.export(self.page))
        bind("print_list", lambda: lists.print_list(self.page))
        bind("open_register", lambda: self.open_paper(system_register.TYPE, None))
        bind("starter", StarterOpening(self.session, self._window.frame, self).open)
        bind("import", ImportOpening(self.session, self._window.frame, lambda: self.page, self).open)
        bind("history", self.show_history)
        bind("back", lambda: self._go(self._trail.back()))
        bind("forward", lambda: self._go(self._trail.forward()))
        bind("backups", self.show_backups)
        bind("close_file", self.close_wanted.emit)
        bind("changes", OverviewOpening(self.session, self._window.frame, self._windows).open)
        bind("duplicates", DuplicatesOpening(self.session, self._window.frame, self._windows).open)
        bind("past_day", self.day_wanted.emit)
        if not self._workspace.writable:
            bind("today", self.today_wanted.emit)
        bind("incident", self.show_incident)
        for key in _WINDOWS:
            bind(key, partial(self._open_window, key))
        self._set_trail()

    def _bind_command(self, key: str, slot: Callable[[], None]) -> None:
        """Bind a command, unless it changes a register that is only shown."""
        if self._workspace.writable or not self._window.commands.writes(key):
            self._window.commands.bind(key, slot)

    def show_register(self, name: str) -> None:
        """Show a register's page."""
        if self._shown and self._shown != name:
            self.page.record.leave()
        if name not in self._pages:
            page = RegisterPage(self.session, REGISTERS[name], self._first)
            self._first = None
            page.counted.connect(self._window.status.set_counts)
            page.record_shown.connect(lambda record_id: self._note(name, record_id))
            page.list.named.connect(lambda text: self.guarded(lambda: page.create_record(text)))
            self._offer_names(page)
            page.state.view_changed.connect(lambda: self._navigator.show(self._shown, self.page.state.key))
            page.side.bar.export_wanted.connect(self._window.commands["export"].trigger)
            page.set_step(self._window.step)
            in_menu = (*_IN_RECORD_MENU, *special_of(name).windows)
            page.record.fill_menu([self._window.commands[key] for key in in_menu])
            self._pages[name] = page
            self._window.pages.addWidget(page)
        self._shown = name
        self._window.pages.setCurrentWidget(self.page)
        self._navigator.show(name, self.page.state.key)
        for key in _WINDOWS:
            self._window.commands[key].setEnabled(key in special_of(name).windows)
        self.page.count()
        self.page.list.focus_table()

    def show_view(self, register: str, view: str) -> None:
        """Show one of a register's views, "" for the register itself."""
        self.show_register(register)
        self.page.show_view(view)

    def _offer_names(self, page: RegisterPage) -> None:
        """Offer names where the register knows of some; choosing one makes the record and shows it."""
        special = special_of(page.register.name)
        if special.new_names is not None:
            names = special.new_names(self.session)
            offer_names(
                self._window.look,
                page.list.name,
                names,
                lambda meant: self.guarded(lambda: page.show_record(names.make(meant))),
            )

    def open_record(self, register: str, record_id: UUID) -> None:
        """Show a record in its page, before any paper that stands over it."""
        self._come_forward()
        self.show_register(register)
        self.page.show_record(record_id)

    def open_field(self, register: str, record_id: UUID, field: str) -> None:
        """Show a record and start editing a field."""
        self._come_forward()
        self.show_register(register)
        self.page.edit_field(record_id, field)

    def open_paper(self, document_type: str, record_id: UUID | None) -> None:
        """Open the document window on a paper."""
        self.page.record.leave()
        paper = DocumentWindow(self.session, document_type, record_id)
        self._papers.append(paper)
        paper.destroyed.connect(lambda: self._papers.remove(paper) if paper in self._papers else None)
        paper.show()

    def open_address(self, address: str) -> None:
        """Open what an address leads to, when the user has said yes to it."""
        try:
            sheet = AskToOpen(self.session.look, target_of(address), self._window.frame)
        except ValueError as error:
            self.session.guide.say(str(error))
            return
        sheet.failed.connect(self.session.guide.say)
        sheet.open()

    def undo(self) -> None:
        """Take back the newest step."""
        self.page.record.leave()
        self.guarded(self._stepping.undo)

    def redo(self) -> None:
        """Do the step that was taken back again."""
        self.page.record.leave()
        self.guarded(self._stepping.redo)

    def show_incident(self) -> None:
        """Open the sheet for a supplier incident, beginning with what the record points to."""
        self.page.record.leave()
        self._windows.open(IncidentWindow(self.session, self._shown, self.page.record.record_id))

    def _open_window(self, key: str) -> None:
        """Open what a command shows of the record in a window of its own."""
        make, current = special_of(self._shown).windows.get(key), self.page.record.record_id
        if make is not None and current is not None:
            self.page.record.leave()
            self._windows.open(make(self.session, current))

    def show_history(self) -> None:
        """Show what has happened to the record."""
        current = self.page.record.record_id
        if current is not None:
            HistoryDialog(self.session, self.page.register, current, self._window.frame).open()

    def show_backups(self) -> None:
        """Show the backups; after a restore the file is opened anew."""
        self.leave_all()
        dialog = BackupsDialog(self.session, self._window.frame)
        dialog.leaving.connect(self.leave_all)
        dialog.restored.connect(self.restored)
        dialog.open()

    def _on_page(self, method: Callable[[RegisterPage], object]) -> None:
        self.guarded(lambda: method(self.page))

    def guarded(self, work: Callable[[], object]) -> None:
        """Do something; what the world refuses is said in the status row."""
        try:
            work()
        except KnownError as error:
            self.session.guide.say(error.sentence)

    def close(self) -> None:
        """Save what can be saved and let go of the register."""
        self.put_away()
        self._workspace.close()

    def put_away(self) -> None:
        """Save what can be saved and clear the window; the register stays open."""
        self.leave_all()
        self._remember_place()
        for paper in list(self._papers):
            paper.close()
        self._windows.close()
        self._window.commands.release(*_COMMANDS, *_WINDOWS)
        self._search.close()
        self._navigator.close()
        for page in self._pages.values():
            for waiting in page.findChildren(QTimer):
                waiting.stop()
            self._window.pages.removeWidget(page)
            page.deleteLater()
        self._window.banner.set_messages([])
        self._workspace.listeners.remove(self.session.bus.tell)
        self.deleteLater()

    def _remember_place(self) -> None:
        """Keep where we are for the next time this file is opened."""
        record_id = self.page.record.record_id
        place = [str(self._workspace.path.absolute()), self._shown, str(record_id or "")]
        self._window.frame.settings.setValue(_LAST_PLACE, place)

    def _return_to_last_place(self) -> None:
        """Go where we were when this file was open last, if it is still there."""
        place = self._window.frame.settings.value(_LAST_PLACE)
        if not isinstance(place, list) or len(place) != _PLACE_PARTS:
            return
        path, register, record_id = place
        if path != str(self._workspace.path.absolute()):
            return
        if register in REGISTERS and record_id and self.session.reading().label(register, UUID(record_id)):
            self.open_record(register, UUID(record_id))

    def leave_all(self) -> None:
        """Save what is being edited anywhere."""
        for page in self._pages.values():
            page.record.leave()
        for paper in self._papers:
            paper.needs.leave()

    def _come_forward(self) -> None:
        if self._papers or self._windows:
            self._window.frame.raise_()
            self._window.frame.activateWindow()

    def _note(self, register: str, record_id: UUID | None) -> None:
        if record_id is not None and register == self._shown:
            self._trail.visit(Place(register, record_id))
            self._set_trail()

    def _go(self, place: Place | None) -> None:
        if place is not None:
            with self._trail.moving():
                self.open_record(place.register, place.record_id)
            self._set_trail()

    def _set_trail(self) -> None:
        self._window.commands["back"].setEnabled(self._trail.can_go_back)
        self._window.commands["forward"].setEnabled(self._trail.can_go_forward)

    def _on_step(self, step: WidthStep) -> None:
        for page in self._pages.values():
            page.set_step(step)

    def _on_changed(self, _changes: ChangeSet, _initiator: object) -> None:
        self._saved = self._workspace.around.now().astimezone().strftime("%H.%M")
        self._tell_file()
        self._set_undo()

    def _set_undo(self) -> None:
        if not self._workspace.writable:
            return
        state = self._workspace.undo.state()
        for key, word, title in (("undo", "Ångra", state.undo), ("redo", "Gör om", state.redo)):
            action = self._window.commands[key]
            action.setEnabled(bool(title))
            action.setText(f"{word}: {title}" if title else word)

    def _tell_file(self) -> None:
        name = self._workspace.path.name
        saved = f" · sparad {self._saved}" if self._saved else ""
        mark = " · övningsdata" if self._workspace.file.info.sample else ""
        self._window.status.set_file(f"{name}{saved}{mark}")
        owner = self.session.reading().organisation().label
        day = "" if self._workspace.writable else f" {self._workspace.around.today()}"
        self._window.frame.setWindowTitle(f"{owner}{day} – itadmin")

    def _tell_day(self) -> None:
        """Say over the pages that the register is shown as it was, if it is."""
        if not self._workspace.writable:
            prose = (Strong(f"Så såg registret ut {self._workspace.around.today()}"), " · skrivskyddat")
            self._window.banner.set_messages([Message(Concern.READ_ONLY, prose, "Tillbaka till i dag")])

    def _say(self, sentence: str, undoable: bool) -> None:
        self._window.status.say(sentence, undoable=undoable)
