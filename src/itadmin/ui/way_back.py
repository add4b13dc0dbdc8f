"""The commands that lead back and forward among the places one has stood on. Where a place is shown is the caller's."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from itadmin.ui.commands import Commands
from itadmin.ui.trail import Place, Trail


class WayBack:
    """Keeps the trail of one open register; `show` goes to a place."""

    def __init__(self, commands: Commands, show: Callable[[Place], None]) -> None:
        self._commands = commands
        self._show = show
        self._trail = Trail()

    def note(self, page: str, record_id: UUID | None = None) -> None:
        """Stand on a place."""
        self._trail.visit(Place(page, record_id))
        self.tell()

    def back(self) -> None:
        """Go to the place before."""
        self._go(self._trail.back())

    def forward(self) -> None:
        """Go to the place after."""
        self._go(self._trail.forward())

    def tell(self) -> None:
        """Let the commands be on where they lead somewhere."""
        self._commands["back"].setEnabled(self._trail.can_go_back)
        self._commands["forward"].setEnabled(self._trail.can_go_forward)

    def _go(self, place: Place | None) -> None:
        if place is not None:
            with self._trail.moving():
                self._show(place)
            self.tell()
