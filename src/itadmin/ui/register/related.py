"""What refers to a record, as sections of links: for a system its agreements and roles, for a person all they hold."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from itadmin.domain.columns import OWNER, column_field
from itadmin.domain.fields import Choice, Field, Reference, References
from itadmin.domain.register import Register
from itadmin.domain.text import small_initial
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.chips import CHIPS, chip_for
from itadmin.ui.register.elided_link import ElidedLink
from itadmin.ui.register.headed import heading_row
from itadmin.ui.register.table_model import is_day
from itadmin.ui.session import Guide
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.chip import Chip, ChipKind
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.section_header import SectionHeader

_MOST = 12
_MOST_COLUMNS = 3
_NAME_WIDTH = 150
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RelatedBlock(QWidget):
    """The records of one register that refer here by one field. `add_wanted` asks for one more.

    Where some are not of `own`, the organisation whose file it is, it is told whose each is.
    """

    add_wanted = Signal()

    def __init__(self, look: Look, guide: Guide, register: Register, field: str, own: UUID) -> None:
        super().__init__()
        self._own = own
        self._look = look
        self._guide = guide
        self.register = register
        self.field = field
        self._columns = tuple(name for name in register.columns if name not in (field, register.title_fields[0]))
        self.header = SectionHeader(look, _title(register, field))
        self.header.link_chosen.connect(self.add_wanted)
        self._table = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.heading_gap)
        column.addLayout(heading_row(look, self.header))
        column.addWidget(self._table)

    def show_reads(self, reads: list[Read], *, writable: bool, most: int = _MOST) -> None:
        """Show the records, the first of them when there are many."""
        self.header.set_link(f"{self.register.new_label} …" if writable else "")
        table = QWidget()
        grid = QGridLayout(table)
        metrics = self._look.metrics
        grid.setContentsMargins(metrics.gap - metrics.link_pad, 0, metrics.gap, 0)
        grid.setHorizontalSpacing(metrics.block)
        grid.setVerticalSpacing(metrics.tight // 2)
        whose = [OWNER] if any(read.record.owner not in (self._own, read.record.id) for read in reads) else []
        told = (name for name in self._columns if any(field_text(self.register, read, name) for read in reads))
        shown = [*whose, *told][:_MOST_COLUMNS]
        for column, name in enumerate(shown, start=1):
            if not _is_chip(column_field(self.register, name)):
                label = column_field(self.register, name).label
                grid.addWidget(ElidedLabel(self._look, label, TextStyle.SECOND, Ink.TEXT3), 0, column)
        for row, read in enumerate(reads[:most], start=1):
            grid.addWidget(self._link(read), row, 0)
            for column, name in enumerate(shown, start=1):
                self._put(grid, row, column, read, name)
        if len(reads) > most:
            more = LinkButton(self._look, f"Visa {len(reads) - most} till")
            more.clicked.connect(lambda: self._show_all(reads, writable=writable))
            grid.addWidget(more, most + 1, 0)
        grid.setColumnStretch(_MOST_COLUMNS + 1, 1)
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(self._table, table)
        self._table.hide()
        self._table.deleteLater()
        self._table = table

    def _show_all(self, reads: list[Read], *, writable: bool) -> None:
        self.show_reads(reads, writable=writable, most=len(reads))
        first = next(iter(self._table.findChildren(ElidedLink)), None)
        if first is not None:
            first.setFocus()

    def _link(self, read: Read) -> QWidget:
        link = ElidedLink(self._look, read.label)
        link.setMinimumWidth(min(link.sizeHint().width(), self._look.metrics.px(_NAME_WIDTH)))
        link.clicked.connect(lambda: self._guide.open_record(self.register.name, read.record.id))
        return link

    def _put(self, grid: QGridLayout, row: int, column: int, read: Read, name: str) -> None:
        field = column_field(self.register, name)
        text = field_text(self.register, read, name)
        if isinstance(field, Choice) and field.values in CHIPS and text:
            kind = chip_for(field.values, getattr(read.record, name)) or ChipKind.PLAIN
            grid.addWidget(Chip(self._look, kind, text), row, column, _LEFT)
        elif is_day(field):
            grid.addWidget(Label(self._look, text, ink=Ink.TEXT2), row, column)
        else:
            grid.addWidget(ElidedLabel(self._look, text, ink=Ink.TEXT2), row, column)


def _title(register: Register, name: str) -> str:
    """What the block is called: the register, and by which field where several lead to the same register."""
    own = register.fields[name]
    if register.plural.lower() == own.label.lower():
        return own.label
    to = getattr(own, "to", "")
    alike = [item for item in register.fields.values() if isinstance(item, Reference | References) and item.to == to]
    return register.plural if len(alike) == 1 else f"{register.plural} – {small_initial(own.label)}"


def _is_chip(field: Field) -> bool:
    return isinstance(field, Choice) and field.values in CHIPS
