"""Changing fields of many records at once: which fields, what value. What would change is shown before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.domain.register import Register
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.session import Session

_SIZE = (560, 0)


class BulkEdit(SheetDialog):
    """Asks for the change of these records."""

    def __init__(self, session: Session, register: Register, ids: Sequence[UUID], parent: QWidget | None) -> None:
        super().__init__(session.look, f"Ändra {len(ids)} poster", _SIZE, parent)
        self._session = session
        self._register = register
        self._ids = ids
