"""What refers to a record, as sections of links: for a system its agreements and roles, for a person all they hold."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from itadmin.domain.fields import Choice
from itadmin.domain.register import Register
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.chips import CHIPS, chip_for
from itadmin.ui.session import Guide
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.chip import Chip, ChipKind
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.section_header import SectionHeader

_MOST = 30
_FEW_COLUMNS = 4


class RelatedBlock(QWidget):
    """The records of one register that refer here by one field. `add_wanted` asks for one more."""

    add_wanted = Signal()

    def __init__(self, look: Look, guide: Guide, register: Register, field: str) -> None:
        super().__init__()
        self._look = look
        self._guide = guide
        self.register = register
        self._columns = tuple(name for name in register.columns if name not in (field, register.title_fields[0]))
        own = register.fields[field].label
        title = register.plural if register.plural.lower() != own.lower() else own
        self.header = SectionHeader(look, title, f"{register.new_label} …")
        self.header.link_chosen.connect(self.add_wanted)
        self._grid_host = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.heading_gap)
        column.addWidget(self.header)
        column.addWidget(self._grid_host)

    def show_reads(self, reads: list[Read], *, writable: bool) -> None:
        """Show the records."""
        self.header.set_link(f"{self.register.new_label} …" if writable else "")
        host = QWidget()
        grid = QGridLayout(host)
        metrics = self._look.metrics
        grid.setContentsMargins(metrics.gap - metrics.link_pad, 0, 0, 0)
        grid.setHorizontalSpacing(metrics.section_gap)
        grid.setVerticalSpacing(metrics.tight)
        shown = [name for name in self._columns if any(field_text(self.register, read, name) for read in reads)]
        for row, read in enumerate(reads[:_MOST]):
            grid.addWidget(self._link(read), row, 0)
            for column, name in enumerate(shown[: _FEW_COLUMNS - 1], start=1):
                grid.addWidget(self._value(read, name), row, column, Qt.AlignmentFlag.AlignLeft)
        if len(reads) > _MOST:
            grid.addWidget(Label(self._look, f"och {len(reads) - _MOST} till", ink=Ink.TEXT2), _MOST, 0)
        grid.setColumnStretch(_FEW_COLUMNS, 1)
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(self._grid_host, host)
        self._grid_host.deleteLater()
        self._grid_host = host

    def _link(self, read: Read) -> QWidget:
        link = LinkButton(self._look, read.label)
        link.clicked.connect(lambda: self._guide.open_record(self.register.name, read.record.id))
        return link

    def _value(self, read: Read, name: str) -> QWidget:
        field = self.register.fields[name]
        text = field_text(self.register, read, name)
        if isinstance(field, Choice) and field.values in CHIPS and text:
            return Chip(self._look, chip_for(field.values, getattr(read.record, name)) or ChipKind.PLAIN, text)
        return Label(self._look, text, ink=Ink.TEXT2)
