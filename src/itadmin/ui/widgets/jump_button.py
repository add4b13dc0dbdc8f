"""The sections of a record as a button with a menu, where there is no room for the list of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.jump_list import JumpSection

_WORD = "Gå till"
_TITLE_WIDTH = 130


class JumpButton(Button):
    """Says which section is being read; `chosen` gives the number of the one that is asked for."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _WORD, ButtonKind.PLAIN, "chevron_down", parent=parent)
        self._sections: Sequence[JumpSection] = ()
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setAccessibleName("Gå till ett avsnitt")

    def set_sections(self, sections: Sequence[JumpSection]) -> None:
        """Offer other sections, or the same with other numbers."""
        self._sections = tuple(sections)

    def set_current(self, section: int) -> None:
        """Show which section is being read."""
        shown = 0 <= section < len(self._sections)
        self.setText(f"{_WORD}: {self._cut(self._sections[section].title)}".replace("&", "&&") if shown else _WORD)

    def _cut(self, title: str) -> str:
        """Cut a long title: the menu has it whole, and the button takes no more room than what stands beside it has."""
        room = self._look.metrics.px(_TITLE_WIDTH)
        return self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)

    def _fill(self) -> None:
        self._menu.clear()
        for place, section in enumerate(self._sections):
            words = f"{section.title} ({section.missing} saknas)" if section.missing else section.title
            self._menu.addAction(words.replace("&", "&&"), partial(self.chosen.emit, place))
