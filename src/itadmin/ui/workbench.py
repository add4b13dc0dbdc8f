"""An open register in the window: its pages, its commands, the way back and search.

Lives from opening to closing. Loading this module loads the database library, so `desk.py` does it after first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from itadmin.domain.addresses import target_of
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.attachments.opening import AskToOpen
from itadmin.ui.background import Background
from itadmin.ui.bus import Bus
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.file_words import FileWords
from itadmin.ui.main_window import MainWindow
from itadmin.ui.memory import Memory
from itadmin.ui.navigator import Navigator
from itadmin.ui.panels import special_of
from itadmin.ui.register.list_pane import ListPane
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.register_pages import RegisterPages
from itadmin.ui.reviewing.dialog import ReviewDialog
from itadmin.ui.search_popup import SearchPopup
from itadmin.ui.session import Guide, Session
from itadmin.ui.side_windows import SideWindows
from itadmin.ui.stepping import Stepping
from itadmin.ui.trail import Place, Trail
from itadmin.ui.window_commands import RECORD_WINDOWS, Stand, furnish

_LAST_PLACE = "place/last"
_PLACE_PARTS = 3

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
"""What commands do with the page that is shown. What opens a window stands in `window_commands`."""


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
        self._window = window
        self._workspace = workspace
        memory = Memory(window.frame.settings, workspace.path)
        self.session = Session(workspace, window.look, Bus(self), Guide(self), background, memory)
        self.windows = SideWindows(self)
        self._trail = Trail()
        self._bound: list[str] = []
        window.navigation.fill(REGISTERS.values())
        self._pages = RegisterPages(window, self.session, first)
        self._navigator = Navigator(window, self.session)
        self._stepping = Stepping(self.session, window.frame)
        self._search = SearchPopup(window.search, self.session)
        self._words = FileWords(window, self.session)
        workspace.listeners.append(self.session.bus.tell)
        self._connect()
        self._bind()
        self.show_register(next(iter(REGISTERS)))
        self._return_to_last_place()

    @property
    def page(self) -> RegisterPage:
        """The page that is shown."""
        return self._pages.shown

    def _connect(self) -> None:
        window, guide = self._window, self.session.guide
        window.view_chosen.connect(self.show_view)
        window.status.undo_wanted.connect(self.undo)
        window.banner.acted.connect(self.today_wanted)
        guide.record_wanted.connect(self.open_record)
        guide.field_wanted.connect(self.open_field)
        guide.paper_wanted.connect(self.open_paper)
        guide.address_wanted.connect(self.open_address)
        guide.said.connect(self._say)
        self.session.background.busy.connect(window.status.set_work)
        self._search.chosen.connect(self.open_record)
        self._search.left.connect(self._return_to_list)
        self._pages.stood_on.connect(self._note)
        self._pages.view_changed.connect(self._show_place)

    def _bind(self) -> None:
        """Say what every command does while this register is open."""
        stand = Stand(
            self.session, self._window.frame, self.windows, lambda: self.page, self.leave_all, self.restored.emit
        )
        slots: dict[str, Callable[[], object]] = {
            "undo": self.undo,
            "redo": self.redo,
            "back": lambda: self._go(self._trail.back()),
            "forward": lambda: self._go(self._trail.forward()),
            "close_file": self.close_wanted.emit,
            "past_day": self.day_wanted.emit,
            **{key: partial(self._on_page, method) for key, method in _OF_PAGE.items()},
            **furnish(stand),
        }
        if not self._workspace.writable:
            slots["today"] = self.today_wanted.emit
        for key, slot in slots.items():
            self._bind_command(key, slot)
        self._words.tell_undo()
        self._set_trail()

    def _bind_command(self, key: str, slot: Callable[[], object]) -> None:
        """Bind a command, unless it changes a register that is only shown."""
        if self._workspace.writable or not self._window.commands.writes(key):
            self._window.commands.bind(key, slot)
            self._bound.append(key)

    def show_register(self, name: str) -> None:
        """Show a register's page."""
        self._pages.show(name)
        self._show_place()
        for key in RECORD_WINDOWS:
            self._window.commands[key].setEnabled(key in special_of(name).windows)
        self.page.count()
        self.page.list.focus_table()

    def show_view(self, register: str, view: str) -> None:
        """Show one of a register's views, "" for the register itself."""
        self.show_register(register)
        self.page.show_view(view)

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
        self.windows.open(DocumentWindow(self.session, document_type, record_id))

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
        self.session.guide.attempt(self._stepping.undo)

    def redo(self) -> None:
        """Do the step that was taken back again."""
        self.page.record.leave()
        self.session.guide.attempt(self._stepping.redo)

    def close(self) -> None:
        """Save what can be saved and let go of the register."""
        self.put_away()
        self._workspace.close()

    def put_away(self) -> None:
        """Save what can be saved and clear the window; the register stays open."""
        self.leave_all()
        self._remember_place()
        self.windows.close()
        self._window.commands.release(*self._bound)
        self._search.close()
        self._navigator.close()
        self._words.close()
        self._pages.close()
        self._workspace.listeners.remove(self.session.bus.tell)
        self.deleteLater()

    def leave_all(self) -> None:
        """Save what is being edited anywhere."""
        self._pages.leave()
        for paper in self.windows.of(DocumentWindow):
            paper.needs.leave()
        for review in self.windows.of(ReviewDialog):
            review.leave()

    def _return_to_list(self) -> None:
        self.page.list.focus_table()

    def _on_page(self, method: Callable[[RegisterPage], object]) -> None:
        self.session.guide.attempt(lambda: method(self.page))

    def _show_place(self) -> None:
        self._navigator.show(self.page.register.name, self.page.state.key)

    def _remember_place(self) -> None:
        """Keep where we are for the next time this file is opened."""
        record_id = self.page.record.record_id
        place = [str(self._workspace.path.absolute()), self.page.register.name, str(record_id or "")]
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

    def _come_forward(self) -> None:
        if self.windows:
            self._window.frame.raise_()
            self._window.frame.activateWindow()

    def _note(self, register: str, record_id: UUID) -> None:
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

    def _say(self, sentence: str, undoable: bool) -> None:
        self._window.status.say(sentence, undoable=undoable)
