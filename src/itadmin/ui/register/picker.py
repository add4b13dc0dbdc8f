"""A line that completes to records: search as you type, choose with arrows and Enter, or make the one that is missing.

Asks for choices as they are typed, so that it finds among any number. Knows no storage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from itadmin.domain.register import Register
from itadmin.domain.text import clean_line, fold
from itadmin.ui.look.look import Look
from itadmin.ui.popup_list import LineKind, PopupList
from itadmin.ui.register.naming import begins_with, first_name_first, names_a_person, needs_only_a_name

_MOST_SHOWN = 12
_MOST_OF_ONE_NAME = 200
_MOST_FUNCTIONS = 6
_FUNCTION = "funktion"
_LEAST_WIDTH = 220

Choices = Callable[[str, int], list[tuple[UUID, str]]]
"""Gives ids and names that have these words in them, so many at most."""

Details = Callable[[Iterable[UUID]], Mapping[UUID, str]]
"""Gives what tells records of one name apart."""


Functions = Callable[[str], Sequence[str]]
"""Gives the functions that are known already and begin with these words."""


def no_functions(_words: str) -> Sequence[str]:
    """Know none."""
    return ()


def no_details(_ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """Tell names only."""
    return {}


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that does not exist yet, to be made with just this name before it is referred to."""

    register: str
    name: str


@dataclass(frozen=True, slots=True)
class HeldByFunction:
    """A role that a function has, not a person."""

    name: str


Meant = UUID | NewRecord | HeldByFunction


class Picker(QLineEdit):
    """A line with a list under it. `picked` gives what was chosen in the list, and its name.

    `functions` lets a name that nothing has be meant as a function; `only_known` lets nothing new be made.
    `known` are functions to choose among; `details` are shown after the names of records.
    """

    picked = Signal(object, str)

    def __init__(
        self,
        look: Look,
        register: Register,
        choices: Choices,
        *,
        functions: bool,
        label: str,
        only_known: bool = False,
        details: Details = no_details,
        known: Functions = no_functions,
    ) -> None:
        super().__init__()
        self._register = register
        self._functions = functions
        self._only_known = only_known
        self._choices = choices
        self._details = details
        self._known = known
        self._popup = PopupList(look, self, f"Förslag: {label}")
        self._popup.chosen.connect(self._on_chosen)
        self._show_hint()
        self.setAccessibleName(label)
        self.setMinimumWidth(look.metrics.px(_LEAST_WIDTH))
        self.textEdited.connect(self._offer)

    def choose_among(self, choices: Choices) -> None:
        """Offer these records from now on, and let nothing new be made."""
        self._choices, self._only_known = choices, True
        self._show_hint()

    def resolve(self) -> Meant | None:
        """What the text names now: what is called so, or alone begins so, else something new; None when empty.

        Raises ValueError when several begin so, or when nothing can be made of it.
        """
        name = clean_line(self.text())
        if not name:
            return None
        known = self._called(name)
        same = (fold(name), fold(first_name_first(name)))
        meant = [item for label, item in known if fold(label) in same] or [
            item for label, item in known if begins_with(label, name)
        ]
        if len(set(meant)) > 1 and not any(fold(label) in same for label, _item in known):
            raise ValueError(
                f"Flera heter något på ”{name}”. Välj i listan, eller peka där på det som ska läggas till."
            )
        if meant:
            return meant[0]
        if not any(sign.isalpha() for sign in name):
            raise ValueError(f"”{name}” är inget namn. Välj i listan, eller skriv ett namn.")
        offers = self._offers(name)
        if not offers:
            raise ValueError(f"”{name}” finns inte bland {self._register.plural.lower()}. Välj i listan.")
        return offers[0]

    def open_list(self) -> None:
        """Show what there is to choose from, once the line stands in its place."""
        QTimer.singleShot(0, self, self._open_untouched)

    def is_open(self) -> bool:
        """Say whether the list is shown."""
        return self._popup.isVisible()

    def close_list(self) -> None:
        """Take the list away: what it was asked for is done."""
        self._popup.hide()

    def take_key(self, event: QKeyEvent) -> bool:
        """Let arrows, Enter and Escape work on the list; says whether the key was used."""
        if event.key() == Qt.Key.Key_Down and not self.is_open():
            self._open()
            return True
        return self._popup.take_key(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the list away."""
        super().focusOutEvent(event)
        self._popup.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the list away with the line."""
        self._popup.hide()
        super().hideEvent(event)

    def _called(self, name: str) -> list[tuple[str, Meant]]:
        """Records and functions that have these words in their names."""
        records = self._found(name, _MOST_OF_ONE_NAME)
        functions = ((function, HeldByFunction(function)) for function in self._known(name))
        return [*((label, record_id) for record_id, label in records), *functions]

    def _found(self, name: str, most: int) -> list[tuple[UUID, str]]:
        """Records with these words; where none has, those that have them as a name is said, the first name first."""
        turned = first_name_first(name)
        return self._choices(name, most) or (self._choices(turned, most) if turned != name else [])

    def _show_hint(self) -> None:
        self.setPlaceholderText("Sök eller skriv ett nytt namn" if self._can_make() else "Sök")

    def _can_make(self) -> bool:
        return not self._only_known and needs_only_a_name(self._register)

    def _open_untouched(self) -> None:
        if not self.isModified():
            self._open()

    def _open(self) -> None:
        if self.hasFocus():
            self._show("")

    def _offer(self, text: str) -> None:
        self._show(clean_line(text))

    def _show(self, name: str) -> None:
        found = self._found(name, _MOST_SHOWN + 1)
        popup = self._popup
        popup.clear()
        details = self._details([record_id for record_id, _label in found[:_MOST_SHOWN]])
        for record_id, label in found[:_MOST_SHOWN]:
            popup.add_line(label, record_id, detail=details.get(record_id, ""))
        if len(found) > _MOST_SHOWN:
            popup.add_line("Skriv för att söka bland fler", None, kind=LineKind.HEADING)
        functions = self._known(name)
        for function in functions[:_MOST_FUNCTIONS]:
            popup.add_line(function, HeldByFunction(function), detail=_FUNCTION)
        if name and not any(fold(known) == fold(name) for known in (*(label for _id, label in found), *functions)):
            for offer in self._offers(name):
                popup.add_line(self._words(offer), offer, kind=LineKind.NEW)
        popup.show_below(self.width())

    def _offers(self, name: str) -> list[NewRecord | HeldByFunction]:
        """What a name that nothing has may mean, the likeliest first."""
        record = NewRecord(self._register.name, name)
        if not self._functions:
            return [record] if self._can_make() else []
        function = HeldByFunction(name)
        return [record, function] if names_a_person(name) else [function, record]

    def _words(self, offer: NewRecord | HeldByFunction) -> str:
        if isinstance(offer, HeldByFunction):
            return f"Ange ”{offer.name}” som funktion"
        return f"Lägg till ”{offer.name}” som {self._register.new_label.lower()}"

    def _on_chosen(self, meant: object, text: str) -> None:
        self._popup.hide()
        self.picked.emit(meant, text if isinstance(meant, UUID) else getattr(meant, "name", text))
