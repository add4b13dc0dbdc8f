"""Beslut about a record – a samverkansärende, an agreement, a system – and that one of them is done."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.decisions import TO_DO, Decision, is_carried_out
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.panels.table_panel import TablePanel, parted
from itadmin.ui.register.fact_table import Cells, Table, name_link
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.special import Action, Head, Papers, Related, Special
from itadmin.ui.session import Session

DECISIONS = REGISTERS["decisions"]
_MINUTES = "meeting_minutes"
_HEADINGS = ("Beslut", "Organ", "Dag", "§", "Ansvarig", "Klart senast", "Läge")
_SHOWN = ("forum", "decided_on", "paragraph", "responsible", "due", "status")


class DecisionsPanel(TablePanel):
    """The beslut about a record, which they refer to by `field`; those that are done are folded."""

    section = "fattade_beslut"
    title = "Beslut"

    def __init__(self, field: str, session: Session) -> None:
        super().__init__(session, "", ("beslut som är klart", "beslut som är klara"))
        self._field = field
        self.takes = ((DECISIONS.name, field),)
        self._shown: Read | None = None

    def show_read(self, read: Read) -> None:
        """Offer to write down one more."""
        self._shown = read
        may_add = self.session.workspace.writable and not read.record.deleted
        self.link_changed.emit(f"{DECISIONS.new_label} …" if may_add else "")

    def show_related(self, _read: Read, related: Related) -> None:
        """Show them, the newest first."""
        found = [read for reads in related.values() for read in reads]
        found.sort(key=lambda read: field_text(DECISIONS, read, "decided_on"), reverse=True)
        now, done = parted(found, _is_over)
        self.show_tables(
            Table(_HEADINGS, [partial(self._row, read) for read in now], whole=(2, 5)),
            Table(_HEADINGS, [partial(self._row, read) for read in done], whole=(2, 5)),
        )
        self.none.setText("" if found else "Inget beslut är nedtecknat.")
        self.none.setVisible(not found)

    def follow_link(self) -> None:
        """Ask for one more."""
        if self._shown is None:
            return
        given, begun = (
            {self._field: self._shown.record.id},
            {"decided_on": self.session.reading().day, "kind": "beslut"},
        )
        also = ("responsible_function", "due")
        sheet = NewRecordDialog(self.session, DECISIONS, given, self.window(), also=also, begun=begun)
        sheet.added.connect(lambda _made: self.session.guide.say(added_words(DECISIONS), undoable=True))
        sheet.open()

    def _row(self, read: Read) -> Cells:
        link = name_link(
            self.session.look, read.label, partial(self.session.guide.open_record, DECISIONS.name, read.record.id)
        )
        texts = {name: field_text(DECISIONS, read, name) for name in (*_SHOWN, "responsible_function")}
        texts["responsible"] = texts["responsible"] or texts["responsible_function"]
        return (link, *(texts[name] for name in _SHOWN))


def _is_over(decision: Decision) -> bool:
    return decision.status not in ("", TO_DO)


def _waits(decision: Decision) -> bool:
    """Whether somebody is still to do something about it: what only informs is not, unless it says that it is open."""
    return not _is_over(decision) and bool(decision.status or not decision.kind or is_carried_out(decision.kind))


def _carried_out(session: Session, decision: UUID) -> None:
    """Note that a beslut is carried out today. Raises KnownError."""
    step = session.workspace.records.save(DECISIONS.name, decision, {"status": "klart"})
    session.guide.say(f"{step.title}." if step.changes else "Beslutet är redan klart.", undoable=bool(step.changes))


SPECIAL = Special(
    head=Head(chips=("status",), tells=("forum", "decided_on", "paragraph", "due")),
    papers=Papers(_MINUTES, Action("Markera som klart", _carried_out, "checkmark", is_for=_waits)),
)
"""What is special of the page of a beslut: the minutes of its meeting, and that it is carried out."""
