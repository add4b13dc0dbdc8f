"""The paper made anew whenever the register has changed, on the worker thread, from a private copy.

One making at a time: changes that come while one is under way are answered by one more after it, however many they
were.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from itadmin.services.reading import Reading
from itadmin.ui.background import known
from itadmin.ui.session import Session

if TYPE_CHECKING:
    from itadmin.ui.document.press import Printed

_PRESS = "itadmin.ui.document.press"


def press() -> Any:
    """The module that makes papers; loaded by whoever asks first, on the thread that asks."""
    return import_module(_PRESS)


class Preview(QObject):
    """Makes one paper. `made` gives it, `failed` says in one sentence why it could not be made."""

    made = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        document_type: str,
        record_id: UUID | None,
        parent: QObject | None = None,
        snapshot: Callable[[], Reading] | None = None,
    ) -> None:
        """`snapshot` gives the register as it is to be shown; without one, as it is."""
        super().__init__(parent)
        self._session = session
        self._type = document_type
        self._record_id = record_id
        self._snapshot = snapshot or session.workspace.snapshot
        self._working = False
        self._again = False
        self._stopped = False

    @property
    def is_working(self) -> bool:
        """Whether the paper is being made."""
        return self._working

    def refresh(self) -> None:
        """Make the paper anew."""
        if self._stopped:
            return
        if self._working:
            self._again = True
            return
        self._working = True
        reading = self._snapshot()
        self._session.background.run("Sidorna ritas", lambda: self._make(reading), self._on_made, self._on_failed)

    def stop(self) -> None:
        """Say nothing more."""
        self._stopped = True

    def _make(self, reading: Reading) -> Printed:
        printed: Printed = press().print_now(reading, self._type, self._record_id)
        return printed

    def _on_made(self, printed: Printed) -> None:
        self._finish()
        if not self._stopped:
            self.made.emit(printed)

    def _on_failed(self, error: BaseException) -> None:
        self._finish()
        trouble = known(error)
        if not self._stopped:
            self.failed.emit(trouble.sentence)

    def _finish(self) -> None:
        self._working = False
        if self._again:
            self._again = False
            self.refresh()
