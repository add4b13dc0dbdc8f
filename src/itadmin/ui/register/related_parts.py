"""Everything that refers to the record that is shown: a block for each register and field, and making one more."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from itadmin.domain.fields import References
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import Read
from itadmin.ui.register.naming import added_words, first_name
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.related import RelatedBlock
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session


class RelatedParts(QObject):
    """The blocks. `made` gives key, title, block and what it lacks of one that is needed for the first time."""

    made = Signal(str, str, QWidget, object)

    def __init__(
        self,
        session: Session,
        register: Register,
        taken: Collection[tuple[str, str]],
        window: QWidget,
    ) -> None:
        """What is `taken`, by register and field, has no block: it is told elsewhere on the page."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._register = register
        self._taken = frozenset(".".join(key) for key in taken)
        self._blocks: dict[str, RelatedBlock] = {}
        self._shown: tuple[UUID, str] | None = None

    def show_related(self, read: Read, related: Related) -> None:
        """Show what refers to a record."""
        self._shown = (read.record.id, read.label)
        found = {".".join(key): list(reads) for key, reads in related.items()}
        shown = {key: reads for key, reads in found.items() if key not in self._taken}
        for key, reads in shown.items():
            block = self._block(key)
            writable = self._session.may_add(block.register, block.field, self._register.name, read)
            block.show_reads(reads, writable=writable)
        for key, block in self._blocks.items():
            block.setVisible(key in shown)

    def _block(self, key: str) -> RelatedBlock:
        block = self._blocks.get(key)
        if block is None:
            register, _dot, field = key.partition(".")
            own = self._session.workspace.file.info.organisation
            block = RelatedBlock(self._session.look, self._session.guide, REGISTERS[register], field, own)
            block.add_wanted.connect(partial(self._add, register, field))
            self._blocks[key] = block
            self.made.emit(key, block.header.title(), block, lambda: 0)
        return block

    def _add(self, register: str, field: str) -> None:
        """Ask for what one more that refers here must and ought to have, and stay where we are."""
        if self._shown is None:
            return
        record_id, label = self._shown
        other = REGISTERS[register]
        name = other.title_fields[0]
        begun = {name: first_name(other, label)} if isinstance(other.fields[field], References) else None
        sheet = NewRecordDialog(self._session, other, {field: record_id}, self._window, begun=begun)
        sheet.added.connect(lambda _made: self._session.guide.say(added_words(other), undoable=True))
        sheet.open()
