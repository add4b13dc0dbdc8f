"""What a system hands to others and gets from them, both ways, those outside too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.panels.table_panel import TablePanel
from itadmin.ui.register.fact_table import FactTable, Table, name_link
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label

INTEGRATIONS = REGISTERS["integrations"]
_FROM_HERE, _TO_HERE = ("integrations", "source"), ("integrations", "target")
_OTHER_END = {"source": "target", "target": "source"}
_BOTH_WAYS = "åt båda håll"
_KIND, _CRITICALITY = "kind", "criticality"


class IntegrationsPanel(TablePanel):
    """Integrations from the system and to it; the other end is a link where it is a system of the register."""

    section = "integrationer"
    title = "Integrationer"
    takes = (
        ("integrations", "source"),
        ("integrations", "target"),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Inga integrationer är angivna.", ("", ""))
        look = session.look
        self._shown: Read | None = None
        self._away = Label(look, "Härifrån", TextStyle.NAME, Ink.TEXT)
        self._here = Label(look, "Hit", TextStyle.NAME, Ink.TEXT)
        self._back = FactTable(look)
        self._adders = [self._adder("Ny härifrån …", "source"), self._adder("Ny hit …", "target")]
        for heading in (self._away, self._here):
            heading.setContentsMargins(look.metrics.link_pad, look.metrics.tight, 0, 0)
        self.column.insertWidget(1, self._away)
        self.column.insertWidget(3, self._here)
        self.column.insertWidget(4, self._back)
        self.foot.addStretch(1)

    def show_read(self, read: Read) -> None:
        """Offer one more each way where the system may be changed."""
        self._shown = read
        for adder in self._adders:
            adder.setVisible(self.session.may_change(read))

    def show_related(self, _read: Read, related: Related) -> None:
        """Show the integrations."""
        away, here = related.get(_FROM_HERE, ()), related.get(_TO_HERE, ())
        self.show_tables(self._table("Till", away, "source"), Table())
        self._back.show_table(self._table("Från", here, "target"))
        self._away.setVisible(bool(away))
        self._here.setVisible(bool(here))
        self.none.setVisible(not away and not here)

    def _adder(self, words: str, end: str) -> LinkButton:
        link = LinkButton(self.session.look, words)
        link.setAccessibleName(f"{words}: {self.title}")
        link.clicked.connect(lambda: self._add(end))
        self.foot.addWidget(link)
        return link

    def _add(self, end: str) -> None:
        """Ask for one more with the system at this end."""
        if self._shown is None:
            return
        sheet = NewRecordDialog(self.session, INTEGRATIONS, {end: self._shown.record.id}, self.window())
        sheet.added.connect(lambda _made: self.session.guide.say("Integrationen är tillagd.", undoable=True))
        sheet.open()

    def _table(self, heading: str, integrations: Sequence[Read], end: str) -> Table:
        labels = (INTEGRATIONS.fields[name].label for name in (_KIND, _CRITICALITY))
        rows = [partial(self._row, integration, _OTHER_END[end]) for integration in integrations]
        return Table(("Integration", heading, *labels), rows)

    def _row(self, integration: Read, other: str) -> list[str | QWidget]:
        look, guide = self.session.look, self.session.guide
        name = name_link(look, integration.label, partial(guide.open_record, INTEGRATIONS.name, integration.record.id))
        system = getattr(integration.record, other)
        party: str | QWidget = field_text(INTEGRATIONS, integration, "external_party") or "–"
        if system is not None:
            label = field_text(INTEGRATIONS, integration, other)
            party = name_link(look, label, partial(guide.open_record, "systems", system))
        ways = _BOTH_WAYS if getattr(integration.record, "both_ways", False) else ""
        kind = ", ".join(part for part in (field_text(INTEGRATIONS, integration, _KIND), ways) if part)
        return [name, party, kind, field_text(INTEGRATIONS, integration, _CRITICALITY)]
