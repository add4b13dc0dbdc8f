"""What the buttons of lines about utbildningsplaner do: make one, go on with one, or begin the next version."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.domain.calculations.attention import AttentionLine
from itadmin.services.training.plans import plan_of_system
from itadmin.ui.session import Session
from itadmin.ui.training.acts import open_next_version
from itadmin.ui.training.making_dialog import MakingDialog

_PLANS = "training_plans"


class PlanDeeds:
    """Does them for lines of systems and of plans, through the session's guide or in a dialog over `window`."""

    def __init__(self, session: Session, window: QWidget) -> None:
        self._session = session
        self._window = window

    def make(self, line: AttentionLine) -> None:
        """Ask from which template the plan that a system lacks is made."""
        MakingDialog(self._session, (line.record_id,), self._window.window()).open()

    def open(self, line: AttentionLine) -> None:
        """Open the plan that is begun, else the one there is."""
        self._session.guide.open_record(_PLANS, self._newest(line))

    def begin_next(self, line: AttentionLine) -> None:
        """Begin the next version of the plan, and go there. Raises KnownError."""
        open_next_version(self._session, self._newest(line))

    def _newest(self, line: AttentionLine) -> UUID:
        """The plan of a line: itself, or of its system the one that is begun, else the one that counts."""
        if line.register == _PLANS:
            return line.record_id
        plan = plan_of_system(self._session.reading(), line.record_id)
        return plan.draft_id or plan.plan_id or line.record_id
