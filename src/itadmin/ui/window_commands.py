"""What opens a window while a register is open: windows beside the main one and dialogs over it, by command.

A new window is a line in `WINDOWS`; one on a record of a single register a line in that register's `Special.windows`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from itadmin.documents import processing_register, records_description, system_register, system_register_internal
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.ui.access.dialog import AccessDialog
from itadmin.ui.batch.dialog import BatchDialog
from itadmin.ui.commands import COMMANDS
from itadmin.ui.competence.courses_window import CoursesWindow
from itadmin.ui.competence.window import CompetenceWindow
from itadmin.ui.costs.window import CostsWindow
from itadmin.ui.dialogs.backups import BackupsDialog
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.duplicates.dialog import DuplicatesDialog
from itadmin.ui.exporting.audit_pack import save_audit_pack
from itadmin.ui.exporting.commands import ListCommands, listed_on
from itadmin.ui.gantt.window import gantt_window
from itadmin.ui.history.overview import OverviewDialog
from itadmin.ui.history.record_history import HistoryDialog
from itadmin.ui.importing.opening import ImportOpening
from itadmin.ui.incident.window import IncidentWindow
from itadmin.ui.matching.window import MatchingWindow
from itadmin.ui.navigation import DeedLine
from itadmin.ui.panels import SPECIALS, special_of
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.retention.dialog import RetentionDialog
from itadmin.ui.reviewing.dialog import ReviewDialog
from itadmin.ui.session import Session
from itadmin.ui.sharing.opening import ReceiveOpening, open_share_dialog
from itadmin.ui.side_windows import SideWindows
from itadmin.ui.starter.opening import StarterOpening
from itadmin.ui.timeline.window import REGISTERS as TIMELINE_REGISTERS
from itadmin.ui.timeline.window import Listed, TimelineWindow
from itadmin.ui.training.coverage_window import CoverageWindow
from itadmin.ui.training_sessions.calendar_window import TrainingCalendarWindow
from itadmin.ui.training_sessions.lacking_window import LackingWindow
from itadmin.ui.value_lists.dialog import ValueListsDialog
from itadmin.ui.wheel.window import WheelWindow


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
    return lambda stand: lambda: stand.windows.open(DocumentWindow(stand.session, document_type, None))


def beside(make: Callable[[Session, QWidget], QWidget]) -> Furnish:
    """A window beside the main one, of which there is one at a time."""
    return lambda stand: lambda: stand.windows.open_once(make, lambda: make(stand.session, stand.frame))


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
    """The pictures of time, which may be narrowed to what the list of the page shows."""

    def make() -> TimelineWindow:
        page = stand.page()
        if page is None or page.register.name not in TIMELINE_REGISTERS:
            return TimelineWindow(stand.session)
        return TimelineWindow(stand.session, Listed(page.register.name, page.shown_list().query))

    return lambda: stand.windows.open_once(TimelineWindow, make)


def _backups(stand: Stand) -> Opening:
    def open_it() -> None:
        dialog = BackupsDialog(stand.session, stand.frame)
        dialog.leaving.connect(stand.leave)
        dialog.restored.connect(stand.reopen)
        dialog.open()

    return open_it


def _lists(stand: Stand) -> ListCommands:
    return ListCommands(stand.session, stand.frame, stand.windows)


def _export(stand: Stand) -> Opening:
    return _with_page(stand, _lists(stand).export)


def _print_list(stand: Stand) -> Opening:
    return _with_page(stand, _lists(stand).print_list)


def _batch(stand: Stand) -> Opening:
    """Papers of what the list of the page shows."""

    def make(page: RegisterPage) -> None:
        page.record.leave()
        BatchDialog(stand.session, listed_on(page), stand.frame).open()

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
    "starter": lambda stand: StarterOpening(stand.session, stand.frame, stand.windows).open,
    "import": _import,
    "receive": lambda stand: ReceiveOpening(stand.session, stand.frame, stand.leave, stand.windows).open,
    "share": lambda stand: lambda: open_share_dialog(stand.session, stand.frame),
    "batch": _batch,
    "export": _export,
    "print_list": _print_list,
    "open_register": paper(system_register.TYPE),
    "internal_register": paper(system_register_internal.TYPE),
    "processing_register": paper(processing_register.TYPE),
    "records_description": paper(records_description.TYPE),
    "audit_pack": lambda stand: lambda: save_audit_pack(stand.session, stand.frame),
    "backups": _backups,
    "history": over_record(HistoryDialog),
    "changes": beside(OverviewDialog),
    "duplicates": beside(DuplicatesDialog),
    "matching": beside(MatchingWindow),
    "value_lists": beside(ValueListsDialog),
    "review": beside(ReviewDialog),
    "retention": beside(RetentionDialog),
    "access": beside(AccessDialog),
    "costs": beside(CostsWindow),
    "incident": beginning_with_record(IncidentWindow),
    "timeline": _timeline,
    "gantt": beginning_with_record(gantt_window),
    "wheel": beside(lambda session, _frame: WheelWindow(session)),
    "competence": beside(lambda session, _frame: CompetenceWindow(session)),
    "courses": beside(lambda session, _frame: CoursesWindow(session)),
    "training_coverage": beside(CoverageWindow),
    "training_calendar": beside(lambda session, _frame: TrainingCalendarWindow(session)),
    "who_lacks": beginning_with_record(LackingWindow),
}
"""What opens by command, whatever register is shown."""

_IN_NAVIGATION: Mapping[str, tuple[str, ...]] = {"Samverkan": ("receive", "share")}
"""Commands that stand in the navigation under the registers of a group."""

RECORD_WINDOWS = tuple({key: None for special in SPECIALS.values() for key in special.windows})
"""Commands that open a window on a record of some registers."""


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
    """Open what a command shows of the record, where its register has such a window."""
    page = stand.page()
    if page is None:
        return
    make, current = special_of(page.register.name).windows.get(key), page.record.record_id
    if make is not None and current is not None:
        stand.windows.open(make(stand.session, current))
