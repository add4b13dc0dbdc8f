"""The heading of a section in a record: title, what is missing, what is filled in, a link, and a hairline under it."""

from PySide6.QtCore import QLineF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.chip import Chip, ChipKind
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.painting import pen


class SectionHeader(QWidget):
    """A section's heading. `link_chosen` is said when its link is followed."""

    link_chosen = Signal()

    def __init__(self, look: Look, title: str, link: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = ElidedLabel(look, title, TextStyle.SECTION)
        self._missing = Chip(look, ChipKind.MISSING, "")
        self._filled = Label(look, style=TextStyle.SECOND, ink=Ink.TEXT3)
        self._link = LinkButton(look, link, TextStyle.CHIP)
        self._link.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._title, 0, middle)
        row.addWidget(self._missing, 0, middle)
        row.addStretch(1)
        row.addWidget(self._filled, 0, middle)
        row.addWidget(self._link, 0, middle)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_missing(0)
        self.set_filled(0, 0)
        self.set_link(link)
        look.changed.connect(self._dress)
        self._dress()

    def title(self) -> str:
        """Give the heading."""
        return self._title.text()

    def set_missing(self, count: int) -> None:
        """Say how many expected values are missing; nothing when none are."""
        self._missing.show_as(ChipKind.MISSING, f"{count} saknas")
        self._missing.setVisible(count > 0)

    def set_filled(self, filled: int, total: int) -> None:
        """Say how many of the section's fields are filled in; nothing when it has none."""
        self._filled.setText(f"{filled} av {total} ifyllda")
        self._filled.setVisible(total > 0)

    def set_link(self, text: str) -> None:
        """Put `text` as the link at the right, or none when it is empty."""
        self._link.set_words(text)
        self._link.setVisible(bool(text))
        self._link.setAccessibleName(f"{text}: {self.title()}" if text else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline."""
        with QPainter(self) as painter:
            painter.setPen(pen(self._look.tokens.line))
            bottom = self.height() - 0.5
            painter.drawLine(QLineF(0, bottom, self.width(), bottom))

    def _on_clicked(self) -> None:
        self.link_chosen.emit()

    def _dress(self) -> None:
        row = self.layout()
        if row is not None:
            row.setSpacing(self._look.metrics.block)
        self.setFixedHeight(self._look.metrics.section_head)
        self.update()
