"""The last step of receiving: what was taken in, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.empty_state import IconPicture
from itadmin.ui.widgets.labels import Label

_ICON = 20
_WHERE = (
    "Grannarnas poster är skrivskyddade. De visas i listorna när du väljer Alla eller en kommun vid sökrutan, "
    "och räknas med i samverkan."
)


class ReceivedPage(QWidget):
    """`undo_wanted` when it is to be taken back."""

    undo_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        metrics = look.metrics
        self.sentence = Label(look, style=TextStyle.SIDE_HEADING, wrap=True)
        self.left_out = Label(look, wrap=True)
        self.more = Label(look, ink=Ink.TEXT2, wrap=True)
        self.undo = Button(look, "Ångra mottagningen", icon="arrow_undo")
        head = QHBoxLayout()
        head.setSpacing(metrics.gap)
        head.addWidget(IconPicture(look, "checkmark_circle", _ICON, Ink.GREEN), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.sentence, 1)
        self._area = QScrollArea()
        self._area.setWidget(self.left_out)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for ground in (self._area, self._area.viewport(), self.left_out):
            set_property(ground, "ground", "surface")
        self.left_out.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.block)
        column.addLayout(head)
        column.addWidget(self.more)
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._area, 1)
        column.addStretch(0)
        self.undo.clicked.connect(self.undo_wanted)

    def show_done(self, sentence: str, left_out: str, backup: str) -> None:
        """Tell what was done, which files were left out, and the name of the copy taken before; "" for none."""
        self.sentence.setText(sentence)
        self.left_out.setText(left_out)
        self._area.setVisible(bool(left_out))
        self.more.setText("\n".join([_WHERE, *([f"Säkerhetskopian {backup} togs före."] if backup else [])]))
        self.undo.setVisible(bool(backup))

    def show_undone(self) -> None:
        """Tell that it is taken back."""
        self.sentence.setText("Mottagningen är ångrad. Registret är som det var.")
        self._area.hide()
        self.more.setText("")
        self.undo.hide()
