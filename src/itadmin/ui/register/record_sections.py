"""The described sections of a record page: those that a record of its kind has, and the rest when they are asked for.

A section that the kind has not is shown all the same where something is filled in, said of a field, or being written.
Knows no register: which sections belong to which kind is said by the description.
"""

from __future__ import annotations

from collections.abc import Container
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.domain.register import Register
from itadmin.services.reading import Read
from itadmin.ui.look.look import Look
from itadmin.ui.register.section_block import SectionBlock
from itadmin.ui.register.value_view import ValueView
from itadmin.ui.widgets.buttons import LinkButton

_ALL = "Visa alla avsnitt"
_FEWER = "Dölj avsnitt som inte hör hit"


class RecordSections(QWidget):
    """Keeps a page's sections. The widget itself is the link to the rest; `turned` says that it was followed."""

    turned = Signal()

    def __init__(self, look: Look, register: Register, views: ValueView, left_out: Container[str]) -> None:
        """`left_out` are fields that are shown elsewhere."""
        super().__init__()
        self._register = register
        self._record_id: UUID | None = None
        self._wants_all = False
        self.blocks = [SectionBlock(look, register, section, views, left_out) for section in register.sections]
        self._link = LinkButton(look, _ALL)
        self._link.clicked.connect(self._turn)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.metrics.gap - look.metrics.link_pad, 0, 0, 0)
        row.addWidget(self._link)
        row.addStretch(1)

    def show_read(
        self, read: Read, told: Container[str], *, writable: Container[str], withheld: Container[str] | None = None
    ) -> None:
        """Show a record in the sections that it has; fields in `told` have something said of them.

        `withheld` are those that the neighbour whose it is does not share; None of one's own.
        """
        if read.record.id != self._record_id:
            self._record_id, self._wants_all = read.record.id, False
        kept = self._register.sections_of(read.record)
        are_all = True
        for block in self.blocks:
            block.show_read(read, told, writable=writable, withheld=withheld)
            belongs = block.section in kept or block.is_needed(told)
            are_all = are_all and belongs
            block.setVisible(belongs or self._wants_all)
        self._link.set_words(_FEWER if self._wants_all else _ALL)
        self.setVisible(not are_all)

    def _turn(self) -> None:
        self._wants_all = not self._wants_all
        self.turned.emit()
