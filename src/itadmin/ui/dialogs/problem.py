"""The dialog for what the world refuses: one sentence that says what to do, the details folded for the curious.

For what could not be told in the page itself. Made of Qt's plain parts, as it may be shown before there is a look.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

_LEAST_WIDTH = 420
_DETAIL_LINES = 5


class ProblemDialog(QDialog):
    """Tells one trouble. Escape or *Stäng* closes it."""

    def __init__(self, sentence: str, details: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Det gick inte")
        self.setMinimumWidth(_LEAST_WIDTH)
        words = QLabel(sentence)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName("Detaljer")
        self.details.setFixedHeight(self.fontMetrics().lineSpacing() * _DETAIL_LINES)
        self.details.hide()
        self.unfold = QPushButton("Visa detaljer")
        self.unfold.setAutoDefault(False)
        self.unfold.setVisible(bool(details))
        self.unfold.clicked.connect(self._unfold)
        close = QPushButton("Stäng")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.unfold)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addWidget(self.details)
        column.addLayout(foot)
        close.setFocus()

    def _unfold(self) -> None:
        shown = self.details.isHidden()
        self.details.setVisible(shown)
        self.unfold.setText("Dölj detaljer" if shown else "Visa detaljer")
