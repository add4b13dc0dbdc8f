"""Who has which right in a system by whose decision, and deciding on one more."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.panels.access_rights import WRITING
from itadmin.ui.panels.table_panel import TablePanel, parted
from itadmin.ui.register.fact_table import Table, name_link
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.labels import Label

DECISIONS = REGISTERS["access_decisions"]
_NAMES = ("starts_on", "ends_on", "state")
_HEADINGS = ("Behörighet", "Vem", *(DECISIONS.fields[name].label for name in _NAMES))
_WHOLE = (2, 3)
_OVER = ("aterkallad", "upphord")
_DECISION = ("decided_by", "decided_by_function", "decided_on")


class AccessPanel(TablePanel):
    """The decisions that hold or will; withdrawn and ended ones are folded."""

    section = "behorigheter"
    is_last = True
    takes = (("access_decisions", "system"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Inga behörighetsbeslut finns.", ("som inte längre gäller",) * 2)
        self._shown: Read | None = None
        look = session.look
        self._heading = Label(look, "Vem har vad", TextStyle.NAME)
        self._heading.setContentsMargins(look.metrics.link_pad, look.metrics.gap, 0, 0)
        self.column.insertWidget(0, self._heading)
        self._decide = Button(look, "Nytt beslut …", icon="add", small=True)
        self._decide.setAccessibleName("Nytt behörighetsbeslut …")
        self._decide.clicked.connect(self._ask)
        self.foot.setContentsMargins(look.metrics.link_pad, look.metrics.tight, 0, 0)
        self.foot.addWidget(self._decide)
        self.foot.addStretch(1)

    def show_read(self, read: Read) -> None:
        """Offer a decision where the system may be changed."""
        self._shown = read
        self._decide.setVisible(self.session.may_change(read))

    def show_related(self, _read: Read, related: Related) -> None:
        """Show the decisions."""
        decisions = [decision for decisions in related.values() for decision in decisions]
        now, over = parted(decisions, lambda decision: decision.state in _OVER)
        self._heading.setVisible(bool(now))
        self.show_tables(
            Table(_HEADINGS, [partial(self._row, decision) for decision in now], whole=_WHOLE),
            Table(_HEADINGS, [partial(self._row, decision) for decision in over], whole=_WHOLE),
        )

    def _row(self, decision: Read) -> list[str | QWidget]:
        open_decision = partial(self.session.guide.open_record, DECISIONS.name, decision.record.id)
        link = name_link(self.session.look, decision.label, open_decision)
        who = field_text(DECISIONS, decision, "person") or field_text(DECISIONS, decision, "function")
        return [link, who or "–", *(field_text(DECISIONS, decision, name) for name in _NAMES)]

    def _ask(self) -> None:
        """Ask for a decision, with the system's kinds of right at hand."""
        if self._shown is None:
            return
        day = self.session.reading().day
        sheet = NewRecordDialog(
            self.session,
            DECISIONS,
            {"system": self._shown.record.id},
            self.window(),
            also=_DECISION,
            begun={"starts_on": day, "decided_on": day},
        )
        sheet.offer(WRITING)
        sheet.added.connect(lambda _made: self.session.guide.say("Behörighetsbeslutet är tillagt.", undoable=True))
        sheet.open()
