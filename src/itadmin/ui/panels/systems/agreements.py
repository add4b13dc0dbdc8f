"""The agreements of a system: what holds or is on its way with its term as a small bar, and folded what is over."""

from __future__ import annotations

from functools import partial

from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.panels.agreements.term_sign import status_chip, term_sign
from itadmin.ui.panels.table_panel import TablePanel, parted
from itadmin.ui.register.fact_table import Cells, Table, name_link
from itadmin.ui.register.naming import added_words, first_name
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session

AGREEMENTS = REGISTERS["agreements"]
_HEADINGS = ("Avtal", "Slag", "Läge", "Tid", "T.o.m.", "Säg upp")
_OVER = ("upphort", "ersatt")
_DAYS = (4, 5)


class AgreementsPanel(TablePanel):
    """What is agreed about the system."""

    section = "avtal"
    title = "Avtal"
    takes = (("agreements", "systems"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Inga avtal är angivna.", ("tidigare avtal", "tidigare avtal"))
        self._shown: Read | None = None

    def show_read(self, read: Read) -> None:
        """Offer one more where the system may be changed."""
        self._shown = read
        self.link_changed.emit(f"{AGREEMENTS.new_label} …" if self.session.may_change(read) else "")

    def show_related(self, _read: Read, related: Related) -> None:
        """Show the agreements."""
        agreements = [agreement for found in related.values() for agreement in found]
        now, over = parted(agreements, lambda agreement: agreement.status in _OVER)
        self.show_tables(self._table(now), self._table(over))

    def follow_link(self) -> None:
        """Ask for one more agreement about the system."""
        if self._shown is None:
            return
        given = {"systems": self._shown.record.id}
        supplier = getattr(self._shown.record, "supplier", None)
        begun = {"title": first_name(AGREEMENTS, self._shown.label), "supplier": supplier}
        sheet = NewRecordDialog(self.session, AGREEMENTS, given, self.window(), begun=begun)
        sheet.added.connect(lambda _made: self.session.guide.say(added_words(AGREEMENTS), undoable=True))
        sheet.open()

    def _table(self, agreements: list[Read]) -> Table:
        return Table(_HEADINGS, [partial(self._row, agreement) for agreement in agreements], whole=_DAYS)

    def _row(self, read: Read) -> Cells:
        follow = partial(self.session.guide.open_record, AGREEMENTS.name, read.record.id)
        return (
            name_link(self.session.look, read.label, follow),
            field_text(AGREEMENTS, read, "kind"),
            status_chip(self.session, read),
            term_sign(self.session, read),
            field_text(AGREEMENTS, read, "term_ends_on"),
            field_text(AGREEMENTS, read, "next_notice_day"),
        )
