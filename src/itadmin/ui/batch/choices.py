"""What is chosen before papers are made of many records: which kind, of which rows, in what state and where to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.ui import texts_export
from itadmin.ui.batch import words
from itadmin.ui.batch.work import Asked, kinds_of
from itadmin.ui.exporting.choices import RadioChoices
from itadmin.ui.exporting.work import Listed
from itadmin.ui.look.look import Look

_ALL, _SELECTED = "all", "selected"
_FINAL, _DRAFT = "final", "draft"
_FOLDER, _ONE_FILE = "folder", "one"


class BatchChoices(QWidget):
    """The choices in two columns. `changed` when another is made. The register must have kinds of paper of its own."""

    changed = Signal()

    def __init__(self, look: Look, listed: Listed) -> None:
        super().__init__()
        kinds = kinds_of(listed.register.name)
        chosen = len(listed.selected)
        self.kind = RadioChoices(look, "Handling", [(kind.type, kind.name, words.made_of(kind)) for kind in kinds])
        self.which = RadioChoices(
            look,
            "Poster",
            [
                (_ALL, texts_export.all_rows(listed.number), listed.sentence),
                (_SELECTED, texts_export.selected_rows(chosen), ""),
            ],
        )
        self.state = RadioChoices(
            look, "Skick", [(_FINAL, "Färdiga", words.FINAL_TOLD), (_DRAFT, "Utkast", words.DRAFT_TOLD)]
        )
        self.into = RadioChoices(
            look,
            "Sparas som",
            [(_FOLDER, "Filer i en mapp", words.FOLDER_TOLD), (_ONE_FILE, "En PDF", words.ONE_FILE_TOLD)],
        )
        self.which.allow(_SELECTED, allowed=chosen > 0)
        if chosen > 1:
            self.which.choose(_SELECTED)
        self._build(look)

    def _build(self, look: Look) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(look.metrics.section_gap)
        for group in ((self.kind, self.which), (self.state, self.into)):
            column = QVBoxLayout()
            column.setSpacing(look.metrics.block)
            for part in group:
                part.changed.connect(self.changed)
                column.addWidget(part)
            column.addStretch(1)
            columns.addLayout(column, 1)

    def focus_first(self) -> None:
        """Let the keyboard begin with the kind."""
        self.kind.button(self.kind.chosen()).setFocus()

    def asked(self) -> Asked:
        """What is chosen now."""
        return Asked(
            self.kind.chosen(),
            only_selected=self.which.chosen() == _SELECTED,
            draft=self.state.chosen() == _DRAFT,
            one_file=self.into.chosen() == _ONE_FILE,
        )
