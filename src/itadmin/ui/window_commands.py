"""What opens a window while a register is open: windows beside the main one and dialogs over it, by command.

A new window is a line in `WINDOWS`; one on a record of a single register a line in that register's `Special.windows`,
with its command in `RECORD_WINDOWS`. Each is loaded when it is first opened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.ui.commands import COMMANDS
from itadmin.ui.importing.opening import ImportOpening
from itadmin.ui.later import found_at, later
from itadmin.ui.navigation import DeedLine
from itadmin.ui.panels import RECORD_WINDOWS, special_of
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.session import Session
from itadmin.ui.sharing.opening import ReceiveOpening, open_share_dialog
from itadmin.ui.side_windows import SideWindows

_PAPER = later("ui.document.window:DocumentWindow")
_TIMELINE = later("ui.timeline.window:timeline_of")
_BACKUPS = later("ui.dialogs.backups:BackupsDialog")
_BATCH = later("ui.batch.dialog:BatchDialog")
_LISTS = later("ui.exporting.commands:ListCommands")
_LISTED = later("ui.exporting.commands:listed_on")
_STARTER = later("ui.starter.opening:StarterOpening")


@dataclass(frozen=True)
class Stand:
    """Where windows are opened from.

    `frame` is what dialogs stand over, `windows` keeps what stands beside it. `page` gives the register's page that is
    shown, None when another page is.
    `leave` saves what is being edited anywhere; `reopen` asks for the file to be opened anew.
    """

    session: Session
    frame: QWidget
    windows: SideWindows
    page: Callable[[], RegisterPage | None]
    leave: Callable[[], None]
    reopen: Callable[[], None]


Opening = Callable[[], object]
Furnish = Callable[[Stand], Opening]


def paper(document_type: str) -> Furnish:
    """A paper about the whole file."""
    return lambda stand: (
        lambda: stand.windows.open_once((document_type, None), lambda: _PAPER(stand.session, document_type, None))
    )


def beside(make: Callable[[Session, QWidget], QWidget]) -> Furnish:
    """A window beside the main one, of which there is one at a time."""
    return lambda stand: lambda: stand.windows.open_once(make, lambda: make(stand.session, stand.frame))


def alone(make: Callable[[Session], QWidget]) -> Furnish:
    """The same of a window that no other stands behind."""
    return beside(lambda session, _frame: make(session))


def beginning_with_record(make: Callable[[Session, str, UUID | None], QWidget]) -> Furnish:
    """A window beside the main one that begins with the record one stands on, if any."""

    def furnish(stand: Stand) -> Opening:
        def open_it() -> None:
            page = stand.page()
            register, current = ("", None) if page is None else (page.register.name, page.record.record_id)
            stand.windows.open(make(stand.session, register, current))

        return open_it

    return furnish


def over_record(make: Callable[[Session, Register, UUID, QWidget], QDialog]) -> Furnish:
    """A dialog about the record one stands on; nothing without one."""

    def furnish(stand: Stand) -> Opening:
        def open_it() -> None:
            page = stand.page()
            if page is not None and page.record.record_id is not None:
                make(stand.session, page.register, page.record.record_id, stand.frame).open()

        return open_it

    return furnish


def _timeline(stand: Stand) -> Opening:
    return lambda: stand.windows.open_once("timeline", lambda: _TIMELINE(stand.session, stand.page()))


def _backups(stand: Stand) -> Opening:
    def open_it() -> None:
        dialog = _BACKUPS(stand.session, stand.frame)
        dialog.leaving.connect(stand.leave)
        dialog.restored.connect(stand.reopen)
        dialog.open()

    return open_it


def _export(stand: Stand) -> Opening:
    return _with_page(stand, lambda page: _LISTS(stand.session, stand.frame, stand.windows).export(page))


def _print_list(stand: Stand) -> Opening:
    return _with_page(stand, lambda page: _LISTS(stand.session, stand.frame, stand.windows).print_list(page))


def _starter(stand: Stand) -> Opening:
    """The starter list, which remembers what was ticked."""
    opening = cache(lambda: _STARTER(stand.session, stand.frame, stand.windows))
    return lambda: opening().open()


def _batch(stand: Stand) -> Opening:
    """Papers of what the list of the page shows."""

    def make(page: RegisterPage) -> None:
        page.record.leave()
        _BATCH(stand.session, _LISTED(page), stand.frame).open()

    return _with_page(stand, make)


def _with_page(stand: Stand, work: Callable[[RegisterPage], object]) -> Opening:
    def do_it() -> None:
        page = stand.page()
        if page is not None:
            work(page)

    return do_it


def _import(stand: Stand) -> Opening:
    """The wizard, which begins with the register of the page, or with the first one."""

    def register() -> Register:
        stand.leave()
        page = stand.page()
        return next(iter(REGISTERS.values())) if page is None else page.register

    return ImportOpening(stand.session, stand.frame, register, stand.windows).open


WINDOWS: Mapping[str, Furnish] = {
    "starter": _starter,
    "import": _import,
    "receive": lambda stand: ReceiveOpening(stand.session, stand.frame, stand.leave, stand.windows).open,
    "share": lambda stand: lambda: open_share_dialog(stand.session, stand.frame),
    "batch": _batch,
    "export": _export,
    "print_list": _print_list,
    "open_register": paper("system_register"),
    "internal_register": paper("system_register_internal"),
    "processing_register": paper("processing_register"),
    "records_description": paper("records_description"),
    "audit_pack": lambda stand: lambda: found_at("ui.exporting.audit_pack:save_audit_pack")(stand.session, stand.frame),
    "backups": _backups,
    "history": over_record(later("ui.history.record_history:HistoryDialog")),
    "changes": beside(later("ui.history.overview:OverviewDialog")),
    "duplicates": beside(later("ui.duplicates.dialog:DuplicatesDialog")),
    "matching": alone(later("ui.matching.window:MatchingWindow")),
    "value_lists": beside(later("ui.value_lists.dialog:ValueListsDialog")),
    "review": beside(later("ui.reviewing.dialog:ReviewDialog")),
    "retention": beside(later("ui.retention.dialog:RetentionDialog")),
    "access": beside(later("ui.access.dialog:AccessDialog")),
    "costs": alone(later("ui.costs.window:CostsWindow")),
    "incident": beginning_with_record(later("ui.incident.window:IncidentWindow")),
    "timeline": _timeline,
    "gantt": beginning_with_record(later("ui.gantt.window:gantt_window")),
    "wheel": alone(later("ui.wheel.window:WheelWindow")),
    "competence": alone(later("ui.competence.window:CompetenceWindow")),
    "samverkan": alone(later("ui.samverkan.window:SamverkanWindow")),
    "region": alone(later("ui.region.window:RegionWindow")),
    "meeting": alone(later("ui.meeting.window:MeetingWindow")),
    "courses": alone(later("ui.competence.courses_window:CoursesWindow")),
    "training_coverage": beside(later("ui.training.coverage_window:CoverageWindow")),
    "training_calendar": alone(later("ui.training_sessions.calendar_window:TrainingCalendarWindow")),
    "who_lacks": beginning_with_record(later("ui.training_sessions.lacking_window:LackingWindow")),
}
"""What opens by command, whatever register is shown."""

_IN_NAVIGATION: Mapping[str, tuple[str, ...]] = {
    "Samverkan": ("samverkan", "region", "meeting", "receive", "matching", "share")
}
"""Commands that stand in the navigation under the registers of a group."""


def navigation_deeds() -> Mapping[str, list[DeedLine]]:
    """The commands that stand in the navigation, by group."""
    known = {command.key: command for command in COMMANDS}
    return {
        place: [DeedLine(key, known[key].text, known[key].icon) for key in keys]
        for place, keys in _IN_NAVIGATION.items()
    }


def furnish(stand: Stand) -> Mapping[str, Opening]:
    """What each command that opens something does, for one open register. What is being edited is saved first."""
    whole = {key: make(stand) for key, make in WINDOWS.items()}
    of_record = {key: partial(_open_on_record, stand, key) for key in RECORD_WINDOWS}
    return {key: partial(_open, stand, opening) for key, opening in (whole | of_record).items()}


def _open(stand: Stand, opening: Opening) -> None:
    stand.leave()
    stand.session.guide.attempt(opening)


def _open_on_record(stand: Stand, key: str) -> None:
    """Bring what a command shows of the record forward, where its register has such a window."""
    page = stand.page()
    if page is None:
        return
    make, current = special_of(page.register.name).windows.get(key), page.record.record_id
    if make is not None and current is not None:
        stand.windows.open_once((key, current), lambda: make(stand.session, current))
