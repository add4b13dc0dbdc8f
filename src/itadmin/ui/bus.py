"""The one notice of change: who shows records listens here, whoever made the change.

Knows nothing of pages or storage.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from itadmin.domain.changes import ChangeSet


class Bus(QObject):
    """Carries every change of the open register to the screens, always on the window's thread.

    `changed` gives the ChangeSet and the object that made it, so that it may leave its own change alone.
    """

    changed = Signal(object, object)

    def tell(self, changes: ChangeSet, initiator: object) -> None:
        """Tell every screen."""
        self.changed.emit(changes, initiator)
