"""The dialog for a fault in the program itself. Made of Qt's plain parts, so that it can be shown whatever broke."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

_LEAD = "Något gick fel i programmet"
_WORDS = (
    "Det du har sparat är kvar. Du kan fortsätta, men starta om programmet om något ser konstigt ut. "
    "Rapporten nedan säger var felet uppstod; inget ur registret finns med. Kopiera den och skicka den till den som "
    "förvaltar programmet."
)
_BETWEEN = "\n\n· · ·\n\n"
_SIZE = (620, 420)


class CrashDialog(QDialog):
    """Shows a report and lets it be copied."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Fel i programmet")
        self.resize(*_SIZE)
        lead, words = _label(_LEAD), _label(_WORDS)
        strong = QFont(lead.font())
        strong.setWeight(QFont.Weight.DemiBold)
        lead.setFont(strong)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName("Felrapport")
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.copy = QPushButton("Kopiera rapporten")
        self.copy.clicked.connect(self._copy)
        self.close_button = QPushButton("Stäng")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.addWidget(lead)
        column.addWidget(words)
        column.addWidget(self.report, 1)
        column.addLayout(foot)
        self.close_button.setFocus()

    def add(self, report: str) -> None:
        """Show one more report, unless it is the same fault again."""
        shown = self.report.toPlainText()
        if report not in shown.split(_BETWEEN):
            self.report.setPlainText(shown + _BETWEEN + report)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText("Rapporten är kopierad")


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
