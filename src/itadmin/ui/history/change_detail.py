"""One record's change, field by field, in full. Texts are wrapped; nothing is read as markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from itadmin.services.change_words import ToldField
from itadmin.ui.history.words import NOTHING, in_full
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label

PutBack = Callable[[ToldField], None]
_TOP = Qt.AlignmentFlag.AlignTop


class ChangeDetail(QWidget):
    """The fields of a change in a grid. With `put_back`, a field that can be saved has *Återställ*."""

    def __init__(
        self, look: Look, fields: Sequence[ToldField], *, is_new: bool, put_back: PutBack | None = None
    ) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.metrics.gap)
        grid.setVerticalSpacing(look.metrics.tight)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(fields):
            label = Label(look, field.label, ink=Ink.TEXT2, wrap=True)
            label.setFixedWidth(look.metrics.label)
            grid.addWidget(label, row, 0, _TOP)
            grid.addWidget(Label(look, in_full(field, is_new=is_new), wrap=True), row, 1, _TOP)
            if put_back is not None and field.name and not is_new:
                grid.addWidget(self._button(look, field, put_back), row, 2, _TOP)

    def _button(self, look: Look, field: ToldField, put_back: PutBack) -> LinkButton:
        button = LinkButton(look, "Återställ")
        old = field.old.splitlines()[0][:60] if field.old else NOTHING
        button.setAccessibleName(f"Återställ {field.label.lower()} till {old}")
        button.clicked.connect(lambda: put_back(field))
        return button
