"""The införande- and avvecklingsplaner of a system, on its page, with the way to a new one."""

from __future__ import annotations

from functools import partial

from itadmin.documents.phrases import counted
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.implementations import WORKED_ON
from itadmin.domain.registers.system_record import IN_USE
from itadmin.services.display import field_text
from itadmin.services.implementation import left_of, parts_of, plans_of
from itadmin.services.implementation.parts import PLANS, plan_of
from itadmin.services.reading import Read
from itadmin.ui.implementation.making_sheet import MakingSheet
from itadmin.ui.panels.table_panel import TablePanel, parted
from itadmin.ui.register.chips import chip_for
from itadmin.ui.register.fact_table import Cells, Table, name_link
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.chip import Chip, ChipKind

_REGISTER = REGISTERS[PLANS]
_HEADINGS = ("Plan", "Läge", "Gjort", "När", "Checklista")
_COMING, _RUNNING, _GONE = ("inforande",), ("byte", "inforande"), "avvecklad"


class PlansPanel(TablePanel):
    """The plans that go on, and behind a link those that are over; away for a system that never had one and is gone."""

    section = "inforande"
    title = "Införande och avveckling"
    takes = ((PLANS, "system"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Ingen plan pågår.", ("plan som är över", "planer som är över"))
        self._read: Read | None = None
        self._kinds: tuple[str, ...] = _COMING
        look = session.look
        self.bring_in = Button(look, "Ny införandeplan…", icon="rocket", small=True)
        self.take_out = Button(look, "Ny avvecklingsplan…", icon="archive", small=True)
        self.foot.setContentsMargins(look.metrics.link_pad, look.metrics.tight, 0, 0)
        for button in (self.bring_in, self.take_out):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.bring_in.clicked.connect(lambda: self._make(self._kinds))
        self.take_out.clicked.connect(lambda: self._make(("avveckling",)))

    def show_read(self, read: Read) -> None:
        """Offer the plans that a system may need where it is in its life."""
        self._read = read
        lifecycle = str(getattr(read.record, "lifecycle", ""))
        is_own = self.session.may_change(read)
        self._kinds = _RUNNING if lifecycle in IN_USE else (*_COMING, "byte")
        self.bring_in.setVisible(is_own and lifecycle != _GONE)
        self.take_out.setVisible(is_own and lifecycle in IN_USE)

    def show_related(self, read: Read, _related: Related) -> None:
        """Show the plans, those worked on first."""
        reads = () if read.record.deleted else plans_of(self.session.reading(), read.record.id)
        going, over = parted(reads, lambda plan: plan.status not in {*WORKED_ON, "godkand"})
        now, earlier = (
            Table(_HEADINGS, [partial(self._row, each) for each in some], whole=(1, 2, 3)) for some in (going, over)
        )
        self.show_tables(now, earlier)
        self.shown_changed.emit(bool(reads) or not self.bring_in.isHidden() or not self.take_out.isHidden())

    def _row(self, read: Read) -> Cells:
        look, reading, plan = self.session.look, self.session.reading(), plan_of(read)
        link = name_link(look, read.label, partial(self.session.guide.open_record, PLANS, plan.id))
        state = field_text(_REGISTER, read, "status") or "–"
        chip = Chip(look, chip_for("inforandelage", plan.status) or ChipKind.PLAIN, state)
        share = parts_of(reading, plan.id).progress(reading.day).share
        left = len(left_of(read))
        told = f"{counted(left, 'punkt', 'punkter')} kvar" if left else ("Klar" if plan.checklist else "Tom")
        done = f"{share // 100}\u00a0%" if share is not None else "–"
        day = field_text(_REGISTER, read, "go_live_on")
        when = f"{_REGISTER.label_of(plan, 'go_live_on')} {day}" if day else "–"
        return link, chip, done, when, told

    def _make(self, kinds: tuple[str, ...]) -> None:
        if self._read is not None:
            MakingSheet(self.session, self._read.record.id, kinds, self.window()).open()
