"""A sheet that makes a record of what it must and ought to have first: for those that a name alone does not begin.

What is given already – the system it is made from – is told, not asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from itadmin.domain.changes import Plain
from itadmin.domain.fields import Computed, Reference, References, Rows
from itadmin.domain.record import Record
from itadmin.domain.register import Register
from itadmin.services.reading import Read
from itadmin.ui.register.fields_sheet import FieldsSheet, Question
from itadmin.ui.register.saving import add_record
from itadmin.ui.register.special import Instead, Writing
from itadmin.ui.session import Session


class NewRecordDialog(FieldsSheet):
    """Asks for what a register's records are begun with, else for its first section.

    `added` gives the id of the record that was made.
    """

    added = Signal(object)

    def __init__(
        self,
        session: Session,
        register: Register,
        given: Mapping[str, UUID],
        parent: QWidget | None = None,
        *,
        also: Sequence[str] = (),
        begun: Plain | None = None,
    ) -> None:
        """`given` are references that are known already, by identifier; `also` fields are asked for too.

        `begun` are values of the record that the editors begin with.
        """
        fields = register.fields
        self._given: Plain = {
            name: [str(target)] if isinstance(fields[name], References) else str(target)
            for name, target in given.items()
        }
        told = [
            (field.label, session.reading().label(field.to, target))
            for name, target in given.items()
            if isinstance(field := fields[name], Reference | References)
        ]
        record = register.record(**(begun or {}))
        empty = Read(record, "", _labels(session, register, record), {}, placeholder=False)
        asked = _asked(register, given, also)
        super().__init__(
            session, register, Question(register.new_label, asked, empty, "Lägg till", told, "add"), parent
        )

    def written(self, name: str) -> Any:
        """What a field says now, also one that is given."""
        return self._given[name] if name in self._given else super().written(name)

    def offer(self, writing: Writing) -> None:
        """Offer words where one writes, and another way to a new record where there is one."""
        super().offer(writing)
        instead = writing.instead
        if instead is not None:
            self.add_button(instead.words, first=True).clicked.connect(lambda: self._turn_to(instead))

    def _turn_to(self, instead: Instead) -> None:
        self.discard()
        instead.open(self.session, self.parentWidget())

    def carry_out(self, values: Mapping[str, Any]) -> None:
        """Make the record. Raises KnownError."""
        self.added.emit(add_record(self.session, self.register, self._given, values))


def _labels(session: Session, register: Register, record: Record) -> Mapping[UUID, str]:
    """What the records that a record refers to are called."""
    found: dict[UUID, str] = {}
    for name, field in register.fields.items():
        value = getattr(record, name)
        if value and isinstance(field, Reference | References):
            found |= session.reading().labels(field.to, value if isinstance(field, References) else (value,))
    return found


def _asked(register: Register, given: Mapping[str, UUID], also: Sequence[str]) -> list[str]:
    """What it is begun with and `also`, what is required first; not tables, and not what is computed or given."""
    first = register.begun_with or (*register.title_fields[:1], *register.sections[0].fields)
    names = dict.fromkeys((*first, *also))
    fields = register.fields
    asked = [name for name in names if name not in given and not isinstance(fields[name], (Rows, Computed))]
    return sorted(asked, key=lambda name: not fields[name].required)
