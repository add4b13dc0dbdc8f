"""What windows of their own in which records are changed have in common: what was done last, and the way to undo it."""

from __future__ import annotations

from itadmin.domain.changes import ChangeSet
from itadmin.ui.session import Session
from itadmin.ui.side_window import SideWindow
from itadmin.ui.undoing import Undoing
from itadmin.ui.widgets.status_line import StatusLine


class ChangingWindow(SideWindow):
    """An empty one with a `status` in its status row. Ctrl+Z takes the newest step back, Ctrl+Y does it again."""

    def __init__(self, session: Session, ground: str) -> None:
        super().__init__(session, ground)
        self.status = StatusLine(session.look)
        self.status_items.addWidget(self.status, 1)
        self.status.undo_wanted.connect(Undoing(self, session, self.status.say, self.leave_edited).undo)

    def leave_edited(self) -> None:
        """Save what is being edited, where anything can be."""

    def _on_changed(self, changes: ChangeSet, initiator: object) -> None:
        self.status.forget_undo()
        super()._on_changed(changes, initiator)
