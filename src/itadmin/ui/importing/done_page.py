"""The last step: what was done, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.services.importing.plan import ImportPlan
from itadmin.ui import texts_import as texts
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.empty_state import IconPicture
from itadmin.ui.widgets.labels import Label

_ICON = 20


class DonePage(QWidget):
    """`undo_wanted` when it is to be taken back, `save_wanted` when what was left out is to be saved as a file."""

    undo_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.sentence = Label(look, style=TextStyle.SIDE_HEADING, wrap=True)
        self.more = Label(look, ink=Ink.TEXT2, wrap=True)
        self.undo = Button(look, "Ångra inläsningen", icon="arrow_undo")
        self.save = Button(look, "Spara raderna som inte gick in…", icon="save")
        metrics = look.metrics
        head = QHBoxLayout()
        head.setSpacing(metrics.gap)
        head.addWidget(IconPicture(look, "checkmark_circle", _ICON, Ink.GREEN), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.sentence, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.gap)
        buttons.addWidget(self.undo)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.block)
        column.addLayout(head)
        column.addWidget(self.more)
        column.addLayout(buttons)
        column.addStretch(1)
        self.undo.clicked.connect(self.undo_wanted)
        self.save.clicked.connect(self.save_wanted)

    def show_done(self, plan: ImportPlan, backup: str) -> None:
        """Tell what was done; `backup` is the name of the copy taken before, "" when nothing was written."""
        left_out = texts.left_out(plan)
        self.sentence.setText(texts.done(plan))
        kept = f"Säkerhetskopian {backup} togs före." if backup else ""
        self.more.setText(
            "\n".join(part for part in (texts.also_made(plan.made, is_done=True), left_out, kept) if part)
        )
        self.undo.setVisible(bool(backup))
        self.undo.setEnabled(True)
        self.save.setVisible(bool(left_out))

    def show_undone(self) -> None:
        """Tell that it is taken back."""
        self.sentence.setText("Inläsningen är ångrad. Registret är som det var.")
        self.more.setText("")
        self.undo.hide()
