"""The third question: what to begin with – the starter list, an Excel list, or nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.start.choice_row import ChoiceRow
from itadmin.ui.start.question import Question

STARTER, EXCEL, EMPTY = "starter", "import", ""
"""The answers: the key of the command that begins, "" for none."""

_CHOICES = (
    (STARTER, "Startlistan", "Vanliga kommunala system att bocka för, med förslag på klassning", "checkmark_circle"),
    (EXCEL, "En Excellista", "Du visar vilka kolumner som är vad, och ser allt innan det läses in", "document_text"),
    (EMPTY, "Tomt", "Lägg in systemen ett i taget; bara namnet behövs", "add"),
)


class BeginningQuestion(Question):
    """What to begin with; the starter list unless another is chosen."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, 3, "Vad vill du börja med?", parent)
        self._group = QButtonGroup(self)
        self.choices = {key: ChoiceRow(look, text, told, icon) for key, text, told, icon in _CHOICES}
        for row in self.choices.values():
            self._group.addButton(row)
            self.add(row)
        self.choices[STARTER].setChecked(True)
        self.set_hint("Det du inte börjar med nu finns kvar under Arkiv.")

    def answer(self) -> str:
        """The key of the command that begins; "" for none."""
        return next(key for key, row in self.choices.items() if row.isChecked())
