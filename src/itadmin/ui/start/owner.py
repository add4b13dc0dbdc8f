"""The first question: whose register it is – a kommun the program knows, or another organisation by code and name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from itadmin.domain.identifiers import is_municipality_code, parse_organisation_number
from itadmin.domain.text import clean_line, swedish_key
from itadmin.services.reference_data import Municipality
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.start.question import Question
from itadmin.ui.widgets.combo_box import ComboBox

_OTHER = "En annan kommun eller organisation…"
_HINT_OTHER = "Kommunkod med fyra siffror, eller organisationsnummer. Allt går att ändra sedan."
_HINT_FIRST = "Namn, kommunkod och organisationsnummer fylls i."
_CODE_WIDTH = 150


class OwnerQuestion(Question):
    """Whose register it is. `changed` when the answer is another; `finished` when Enter is pressed in a field."""

    changed = Signal()
    finished = Signal()

    def __init__(self, look: Look, known: Sequence[Municipality], parent: QWidget | None = None) -> None:
        super().__init__(look, 1, "Vilken kommun?", parent)
        self.kommun = ComboBox(look)
        self.code = QLineEdit()
        self.name = QLineEdit()
        self._other = QWidget()
        self._known = {item.code: item for item in known}
        self.kommun.setAccessibleName(self.title)
        self.kommun.setPlaceholderText("Välj kommun")
        for item in sorted(known, key=lambda each: swedish_key(each.name)):
            self.kommun.addItem(item.name, item.code)
        self.kommun.addItem(_OTHER, "")
        self.kommun.setCurrentIndex(-1)
        self._build_other()
        self.add(self.kommun)
        self.add(self._other)
        self.kommun.currentIndexChanged.connect(self._on_chosen)
        self._on_chosen()

    def answer(self) -> tuple[str, str]:
        """Code and name; the name is "" for a kommun the program knows."""
        if self._is_other():
            return clean_line(self.code.text()), clean_line(self.name.text())
        return str(self.kommun.currentData() or ""), ""

    def shown_name(self) -> str:
        """What the organisation is called; "" while it is not chosen."""
        return clean_line(self.name.text()) if self._is_other() else self.kommun.currentText()

    def check(self) -> bool:
        """Say whether the answer will do; what is wrong is said in the line and gets the focus."""
        field, fault = self._fault()
        for each in (self.code, self.name, self.kommun):
            set_property(each, "state", "error" if each is field else "")
        self.set_fault(fault)
        if field is not None:
            field.setFocus()
        return field is None

    def _fault(self) -> tuple[QWidget | None, str]:
        if self.kommun.currentIndex() < 0:
            return self.kommun, "Välj kommun först."
        if not self._is_other():
            return None, ""
        code, name = self.answer()
        if not is_municipality_code(code):
            try:
                parse_organisation_number(code)
            except ValueError:
                return self.code, "Skriv en kommunkod med fyra siffror, eller ett organisationsnummer som 212000-1470."
        if not name and code not in self._known:
            return self.name, "Skriv också vad organisationen heter."
        return None, ""

    def _build_other(self) -> None:
        row = QHBoxLayout(self._other)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.metrics.gap)
        for field, name, stretch in ((self.code, "Kod eller nummer", 0), (self.name, "Namn", 1)):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.textEdited.connect(self._on_typed)
            field.returnPressed.connect(self.finished)
            row.addWidget(field, stretch)
        self.code.setFixedWidth(self._look.metrics.px(_CODE_WIDTH))

    def _is_other(self) -> bool:
        return self.kommun.currentText() == _OTHER

    def _on_typed(self) -> None:
        self.set_fault("")
        self.changed.emit()

    def _on_chosen(self) -> None:
        self._other.setVisible(self._is_other())
        known = self._known.get(str(self.kommun.currentData() or ""))
        hint = f"Namn, kommunkod {known.code} och organisationsnummer fylls i. Allt går att ändra." if known else ""
        self.set_hint(hint or (_HINT_OTHER if self._is_other() else _HINT_FIRST))
        set_property(self.kommun, "state", "")
        self.changed.emit()
