"""Whose records a list shows: one's own, everybody's or a neighbour's. There only when something has been received.

A button that says it, with a menu to choose from, and the notice over a list that has others' records in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from itadmin.domain.views import EVERYBODYS, OWN
from itadmin.services.neighbours import Neighbour
from itadmin.ui.look.look import Look
from itadmin.ui.register.list_state import ListState
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Prose, Strong

_WHOSE = "Vems poster som visas"
_NAMES = {OWN: "Egna", EVERYBODYS: "Alla"}


class OwnerChoice(Button):
    """Chooses whose records a list's state shows. `notice` says that others' records stand in the list."""

    def __init__(self, look: Look, state: ListState, known: Callable[[], Sequence[Neighbour]]) -> None:
        super().__init__(look, "", ButtonKind.QUIET, "people_community")
        self._state = state
        self._known = known
        self._neighbours: Sequence[Neighbour] = ()
        self.notice = Notice(look)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        state.changed.connect(self._tell)
        state.view_changed.connect(self._tell)
        self.refresh()

    def refresh(self) -> None:
        """See who has been received from now."""
        self._neighbours = self._known()
        self._tell()

    @property
    def is_offered(self) -> bool:
        """Whether there is anything to choose."""
        return not self._state.deleted and (bool(self._neighbours) or self._state.owner != OWN)

    def sentence(self) -> str:
        """Whose records are shown, for who prints or exports the list; "" where they are one's own."""
        owner = self._state.owner
        return "" if owner == OWN else f"från {'alla' if owner == EVERYBODYS else self._name(owner)}"

    def _tell(self) -> None:
        owner = self._state.owner
        self.setVisible(self.is_offered)
        self.setText(self._name(owner).replace("&", "&&"))
        self.setAccessibleName(f"{_WHOSE}: {self._name(owner)}")
        self.setToolTip(_WHOSE)
        self.notice.set_messages([] if owner == OWN else [Message(Concern.READ_ONLY, self._prose(owner))])

    def _prose(self, owner: str) -> Prose:
        if owner == EVERYBODYS:
            return (Strong("Även grannars poster. "), "De med lås är skrivskyddade.")
        found = next((each for each in self._neighbours if str(each.id) == owner), None)
        return (
            whose_words(found) if found else (Strong("Inget härifrån finns kvar. "), "Välj Egna för att gå tillbaka.")
        )

    def _name(self, owner: str) -> str:
        known = {str(each.id): each.name for each in self._neighbours}
        return _NAMES.get(owner) or known.get(owner, "En granne")

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        for owner in (*_NAMES, *(str(each.id) for each in self._neighbours)):
            action = menu.addAction(self._name(owner).replace("&", "&&"))
            action.setCheckable(True)
            group.addAction(action)
            with QSignalBlocker(action):
                action.setChecked(owner == self._state.owner)
            action.triggered.connect(lambda _checked, owner=owner: self._state.show_owner(owner))
            if owner == EVERYBODYS:
                menu.addSeparator()


def whose_words(neighbour: Neighbour) -> Prose:
    """From whom records are and since when: "Från Färgelanda kommun, delat 2026-03-02 · skrivskyddat"."""
    return (Strong(f"Från {neighbour.name}"), f", delat {neighbour.shared_on.isoformat()} · skrivskyddat")
