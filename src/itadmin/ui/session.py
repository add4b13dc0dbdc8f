"""What a page is handed to work with: the open register, how things look, and how to go somewhere else.

One Session lives as long as its register is open. It holds; it does not do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from itadmin.domain.problems import KnownError
from itadmin.domain.register import Register
from itadmin.domain.views import ListView
from itadmin.services.reading import Read, Reading
from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background
from itadmin.ui.bus import Bus
from itadmin.ui.look.look import Look
from itadmin.ui.memory import Memory


class Guide(QObject):
    """Where pages ask to go, and what they ask the frame to say; the frame listens.

    `record_wanted` (register, id): open a record in its page, with the way back kept.
    `field_wanted` (register, id, field): the same, and start editing that field.
    `list_wanted` (register, ListView): show a register's list with these conditions.
    `command_wanted` (key): do what a command of the window does.
    `paper_wanted` (document type, id or None): open the document window.
    `address_wanted` (address): open a web page, a letter or a folder, after asking.
    `said` (sentence, undoable): one line in the status row, with *Ångra* when it can be undone.
    """

    record_wanted = Signal(str, object)
    field_wanted = Signal(str, object, str)
    list_wanted = Signal(str, object)
    command_wanted = Signal(str)
    paper_wanted = Signal(str, object)
    address_wanted = Signal(str)
    said = Signal(str, bool)

    def open_record(self, register: str, record_id: UUID) -> None:
        """Open a record."""
        self.record_wanted.emit(register, record_id)

    def open_field(self, register: str, record_id: UUID, field: str) -> None:
        """Open a record and start editing one of its fields."""
        self.field_wanted.emit(register, record_id, field)

    def open_list(self, register: str, view: ListView) -> None:
        """Show a register's list with the conditions of a view."""
        self.list_wanted.emit(register, view)

    def do_command(self, key: str) -> None:
        """Do what a command of the window does."""
        self.command_wanted.emit(key)

    def open_paper(self, document_type: str, record_id: UUID | None) -> None:
        """Open the document window on a paper of a record, or (None) of the whole file."""
        self.paper_wanted.emit(document_type, record_id)

    def open_address(self, address: str) -> None:
        """Open what an address leads to, after asking."""
        self.address_wanted.emit(address)

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """Say something in the status row."""
        self.said.emit(sentence, undoable)

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do something; what the world refuses is said in the status row. Says whether it was done."""
        try:
            work()
        except KnownError as error:
            self.say(error.sentence)
            return False
        return True


@dataclass(frozen=True)
class Session:
    """The open register and everything around it that a page needs."""

    workspace: Workspace
    look: Look
    bus: Bus
    guide: Guide
    background: Background
    memory: Memory = field(default_factory=Memory)

    def reading(self) -> Reading:
        """The register as it is today."""
        return self.workspace.reading()

    def may_change(self, read: Read) -> bool:
        """Whether a record is one's own to change: not another's, not in the bin, and not of an earlier day."""
        is_own = read.record.owner == self.workspace.file.info.organisation and not read.placeholder
        return is_own and self.workspace.writable and not read.record.deleted

    def open_fields(self, register: Register, read: Read) -> frozenset[str]:
        """The fields of a record that may be changed: all, none, or those that its lock leaves open."""
        if not self.may_change(read):
            return frozenset()
        lock = self.reading().lock_of(register.name, read.record)
        return lock.open if lock else frozenset(register.fields)

    def may_add(self, register: Register, field: str, to: str, read: Read) -> bool:
        """Whether a record may be added that refers by `field` to one that is one's own in the register `to`.

        It may not where the program makes it, or where that is locked and what belongs to it is locked with it.
        """
        if register.made_by_program or not self.may_change(read):
            return False
        is_behind = register.lock is not None and register.lock.through == field
        return not is_behind or self.reading().lock_of(to, read.record) is None
