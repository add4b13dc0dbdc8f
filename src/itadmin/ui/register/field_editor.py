"""The editor of any field of a record, filled with the value it has now."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from itadmin.domain.fields import Held, Reference, References, Rows
from itadmin.domain.record import plain_value
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.display import subtitle
from itadmin.services.functions import KnownFunctions
from itadmin.services.reading import Read
from itadmin.ui.register.editors import Editor, value_editor
from itadmin.ui.register.picker import Choices, Details, no_functions
from itadmin.ui.register.reference_editors import ReferenceEditor, ReferencesEditor
from itadmin.ui.register.rows_grid import RowsEditor
from itadmin.ui.session import Session


def field_editor(session: Session, register: Register, read: Read, name: str) -> Editor:
    """Make the editor of one field, showing the record's value."""
    field = register.fields[name]
    value = getattr(read.record, name)
    if isinstance(field, (Reference, Held)):
        known = KnownFunctions(session.reading(), field).beginning if isinstance(field, Held) else no_functions
        choices, details = _choices(session, field.to), _details(session, field.to)
        one = ReferenceEditor(session.look, field, choices, details=details, known=known)
        label = read.holders[name].label if name in read.holders else read.labels.get(value, "")
        one.show_named(str(value) if value else None, label)
        return one
    if isinstance(field, References):
        many = ReferencesEditor(session.look, field, _choices(session, field.to), details=_details(session, field.to))
        many.show_named_all([(str(item), read.labels.get(item, "")) for item in value])
        return many
    words = session.reading().words
    if isinstance(field, Rows):
        other: Editor = RowsEditor(session.look, field, words)
    else:
        other = value_editor(session.look, field, words, session.workspace.around.today())
    other.show_plain(plain_value(field, value))
    return other


def _choices(session: Session, register: str) -> Choices:
    return lambda words, most: session.reading().choices(register, words, most)


def _details(session: Session, register: str) -> Details:
    """What a register says of its records after their names."""

    def tell(ids: Iterable[UUID]) -> dict[UUID, str]:
        reads = session.reading().many(register, ids)
        return {record_id: subtitle(REGISTERS[register], read) for record_id, read in reads.items()}

    return tell
