"""How far long work has come, and the wish to stop it: asked by the window's thread, told by the thread that works.

Plain attributes, each written by one side alone. Knows nothing of what the work is.
"""

from __future__ import annotations

from itadmin.domain.problems import KnownError


class CancelledError(KnownError):
    """The work was stopped because somebody asked for it; nothing is changed."""

    def __init__(self) -> None:
        super().__init__("Avbrutet. Inget är ändrat.")


class Progress:
    """One piece of work. `done` of `total` parts are finished; a total of 0 is not known yet."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self._cancelled = False

    def begin(self, total: int) -> None:
        """Say how many parts there are. Raises CancelledError."""
        self.done, self.total = 0, total
        self.advance(0)

    def advance(self, parts: int = 1) -> None:
        """Say that so many more parts are finished. Raises CancelledError when the work is to stop."""
        self.done += parts
        if self._cancelled:
            raise CancelledError

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody has asked for it to stop."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask the work to stop at the next part."""
        self._cancelled = True
