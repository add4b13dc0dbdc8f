"""An open register in the window: its pages, its commands, the way back and search.

Lives from opening to closing. Loading this module loads the database library, so `desk.py` does it after first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from itadmin.domain.addresses import target_of
from itadmin.domain.registers import REGISTERS
from itadmin.domain.views import ListView
from itadmin.services.workspace import Workspace
from itadmin.ui.attachments.opening import AskToOpen
from itadmin.ui.attention.place import StartPlace
from itadmin.ui.background import Background
from itadmin.ui.bus import Bus
from itadmin.ui.file_words import FileWords
from itadmin.ui.last_place import LastPlace, opens_where_left
from itadmin.ui.later import later
from itadmin.ui.main_window import MainWindow
from itadmin.ui.memory import Memory
from itadmin.ui.navigation import START
from itadmin.ui.navigator import Navigator
from itadmin.ui.page_commands import OF_REGISTER, OF_START, ONES_OWN, is_on
from itadmin.ui.register.list_pane import ListPane
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.register_pages import RegisterPages
from itadmin.ui.search_popup import SearchPopup
from itadmin.ui.session import Guide, Session
from itadmin.ui.side_windows import SideWindows
from itadmin.ui.stepping import Stepping
from itadmin.ui.trail import Place
from itadmin.ui.way_back import WayBack
from itadmin.ui.window_commands import Stand, furnish, navigation_deeds

_PAPER = later("ui.document.window:DocumentWindow")
_ON_BY_OTHERS = ("undo", "redo", "back", "forward")
"""Commands that are on or off for reasons of their own."""


class Workbench(QObject):
    """Ties one open register to the window. `restored` asks for the file to be opened anew.

    `day_wanted` asks to see the register as it was on an earlier day, `today_wanted` as it is now.
    """

    restored = Signal()
    close_wanted = Signal()
    day_wanted = Signal()
    today_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        background: Background,
        first: ListPane | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """`stays` opens where one was, as when another day of the same file is shown."""
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        memory = Memory(window.frame.settings, workspace.path)
        self.session = Session(workspace, window.look, Bus(self), Guide(self), background, memory)
        self.windows = SideWindows(self)
        self._way = WayBack(window.commands, self._show)
        self._bound: list[str] = []
        window.navigation.fill(REGISTERS.values(), navigation_deeds())
        self._last = LastPlace(window.frame.settings, workspace.path)
        self._pages = RegisterPages(window, self.session, first)
        self._start = StartPlace(window, self.session)
        self._navigator = Navigator(window, self.session)
        self._stepping = Stepping(self.session, window.frame)
        self._search = SearchPopup(window.search, self.session)
        self._words = FileWords(window, self.session)
        workspace.listeners.append(self.session.bus.tell)
        self._connect()
        self._bind()
        if stays or opens_where_left(window.frame.settings):
            self._return_to_last_place()
        else:
            self.show_start()

    @property
    def page(self) -> RegisterPage:
        """The register's page that is shown. Raises LookupError on the start page."""
        if self._pages.shown is None:
            raise LookupError("no register's page is shown")
        return self._pages.shown

    def _connect(self) -> None:
        window, guide = self._window, self.session.guide
        window.view_chosen.connect(self.show_view)
        window.status.undo_wanted.connect(self.undo)
        window.banner.acted.connect(self.today_wanted)
        guide.record_wanted.connect(self.open_record)
        guide.field_wanted.connect(self.open_field)
        guide.list_wanted.connect(self.open_list)
        guide.command_wanted.connect(lambda key: window.commands[key].trigger())
        guide.paper_wanted.connect(self.open_paper)
        guide.address_wanted.connect(self.open_address)
        guide.said.connect(self._say)
        self.session.background.busy.connect(window.status.set_work)
        self._search.chosen.connect(self.open_record)
        self._search.left.connect(self._return_to_list)
        self._pages.stood_on.connect(self._way.note)
        self._pages.stood_on.connect(lambda *_place: self._heed_owner())
        self._pages.view_changed.connect(self._show_place)

    def _bind(self) -> None:
        """Say what every command does while this register is open."""
        stand = Stand(
            self.session,
            self._window.frame,
            self.windows,
            lambda: self._pages.shown,
            self.leave_all,
            self.restored.emit,
        )
        slots: dict[str, Callable[[], object]] = {
            "undo": self.undo,
            "redo": self.redo,
            "back": self._way.back,
            "forward": self._way.forward,
            "close_file": self.close_wanted.emit,
            "past_day": self.day_wanted.emit,
            **dict.fromkeys(OF_REGISTER, _nothing),
            **furnish(stand),
        }
        slots |= {key: partial(self._on_page, key, slots[key]) for key in (*OF_REGISTER, *OF_START)}
        if not self._workspace.writable:
            slots["today"] = self.today_wanted.emit
        for key, slot in slots.items():
            self._bind_command(key, slot)
        self._words.tell_undo()
        self._way.tell()

    def _bind_command(self, key: str, slot: Callable[[], object]) -> None:
        """Bind a command, unless it changes a register that is only shown."""
        if self._workspace.writable or not self._window.commands.writes(key):
            self._window.commands.bind(key, slot)
            self._bound.append(key)

    def show_register(self, name: str) -> None:
        """Show a register's page."""
        self._pages.show(name)
        self._show_place()
        self._set_commands()
        self.page.count()
        self.page.list.focus_table()

    def show_start(self) -> None:
        """Show the start page."""
        self._pages.step_aside()
        self._start.show()
        self._show_place()
        self._set_commands()
        self._way.note(START)

    def show_view(self, register: str, view: str) -> None:
        """Show one of a register's views, "" for the register itself; or the start page, by its key."""
        if register == START:
            self.show_start()
            return
        self.show_register(register)
        self.page.show_view(view)

    def open_list(self, register: str, view: ListView) -> None:
        """Show a register's list with other conditions than it was left with."""
        self._come_forward()
        self.show_view(register, "")
        self.page.state.show(view)

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
        """Bring the document window of a paper forward."""
        self._pages.leave()
        self.windows.open_once((document_type, record_id), lambda: _PAPER(self.session, document_type, record_id))

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
        self._pages.leave()
        self.session.guide.attempt(self._stepping.undo)

    def redo(self) -> None:
        """Do the step that was taken back again."""
        self._pages.leave()
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
        self._start.close()
        self._pages.close()
        self._workspace.listeners.remove(self.session.bus.tell)
        self.deleteLater()

    def leave_all(self) -> None:
        """Save what is being edited anywhere."""
        self._pages.leave()
        self.windows.leave()

    def _return_to_list(self) -> None:
        page = self._pages.shown
        (self._start.page.focus_list if page is None else page.list.focus_table)()

    def _on_page(self, key: str, otherwise: Callable[[], object]) -> None:
        """Let a command do what it does with the page that is shown, or something else."""
        page = self._pages.shown
        if page is None and key in OF_START:
            self.session.guide.attempt(lambda: OF_START[key](self._start.page))
        elif page is not None and key in OF_REGISTER:
            self.session.guide.attempt(lambda: OF_REGISTER[key](page))
        else:
            otherwise()

    def _set_commands(self) -> None:
        """Let only commands be on that there is something for to do here."""
        for key in self._bound:
            if key not in _ON_BY_OTHERS:
                self._window.commands[key].setEnabled(is_on(key, self._pages.shown))
        self._heed_owner()

    def _heed_owner(self) -> None:
        """Let what is done with records of one's own alone be off on a neighbour's, and its keys say why."""
        page = self._pages.shown
        why = page.record.why_others() if page is not None else ""
        for key in ONES_OWN.intersection(self._bound):
            self._window.commands[key].setEnabled(is_on(key, page))
            self._window.commands.refuse(key, partial(self.session.guide.say, why) if why else None)

    def _show_place(self) -> None:
        page = self._pages.shown
        self._navigator.show(*((START, "") if page is None else (page.register.name, page.state.key)))

    def _remember_place(self) -> None:
        """Keep where we are for the next time this file is opened."""
        page = self._pages.shown
        self._last.keep(Place(START) if page is None else Place(page.register.name, page.record.record_id))

    def _return_to_last_place(self) -> None:
        """Go where we were when this file was open last; to the first register when that is gone."""
        place = self._last.value()
        if place is not None and place.page == START:
            self.show_start()
            return
        self.show_register(next(iter(REGISTERS)))
        if place is not None and place.record_id is not None and self._is_there(place.page, place.record_id):
            self._show(place)

    def _is_there(self, register: str, record_id: UUID) -> bool:
        return register in REGISTERS and bool(self.session.reading().label(register, record_id))

    def _come_forward(self) -> None:
        if self.windows:
            self._window.frame.raise_()
            self._window.frame.activateWindow()

    def _show(self, place: Place) -> None:
        if place.record_id is not None:
            self.open_record(place.page, place.record_id)
        else:
            self.show_view(place.page, "")

    def _say(self, sentence: str, undoable: bool) -> None:
        self._window.status.say(sentence, undoable=undoable)


def _nothing() -> None:
    """Do nothing, where a command has nothing to do."""
