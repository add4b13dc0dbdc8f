"""The help that belongs to a window of its own: made when it is first asked for, closed with that window."""

from __future__ import annotations

from itadmin.ui.help.window import HelpWindow
from itadmin.ui.look.look import Look


class SideHelp:
    """Help that opens on one page."""

    def __init__(self, look: Look, page: str) -> None:
        self._look = look
        self._page = page
        self._window: HelpWindow | None = None

    def open(self) -> None:
        """Show the help, on the page where it was left."""
        if self._window is None:
            self._window = HelpWindow(self._look, self._page)
        self._window.show()
        self._window.raise_()

    def close(self) -> None:
        """Close the help, if it has been opened."""
        if self._window is not None:
            self._window.close()
