"""The notes of one paper: numbered in the order their texts are set, tied to what refers to them when all is drawn.

A note is read after the text that brings it, though it stands at the foot of the page. Knows nothing of how either
looks.
"""

from dataclasses import dataclass, field

from itadmin.documents.content import Footnote, Inline
from itadmin.documents.pdf.tagged import Element


@dataclass(slots=True, eq=False)
class Note:
    """A note; `home` is the element of the text that refers to it, known when that is drawn."""

    number: int
    text: str
    element: Element = field(default_factory=lambda: Element("Note"))
    home: Element | None = None

    @property
    def mark_key(self) -> str:
        """The key of the place that refers to the note; no block's own key can equal it."""
        return f"\0<{self.number}"

    @property
    def text_key(self) -> str:
        """The key of the note's own place."""
        return f"\0>{self.number}"


class Notes:
    """All notes of a paper so far."""

    def __init__(self) -> None:
        self._notes: list[Note] = []

    def take(self, text: str) -> Note:
        """The next note."""
        note = Note(len(self._notes) + 1, text)
        self._notes.append(note)
        return note

    def settle(self) -> None:
        """Puts each note last in the element that refers to it; called once, when all pages are drawn."""
        for note in self._notes:
            if note.home is not None:
                note.element.parent = note.home
                note.home.kids.append(note.element)


def without_notes(text: Inline) -> Inline:
    """`text` with what its notes say in parentheses, for places that have no foot."""
    if isinstance(text, str):
        return text
    return tuple(f" ({run.text})" if isinstance(run, Footnote) else run for run in text)


def without_marks(text: Inline) -> Inline:
    """`text` without its notes."""
    return text if isinstance(text, str) else tuple(run for run in text if not isinstance(run, Footnote))
