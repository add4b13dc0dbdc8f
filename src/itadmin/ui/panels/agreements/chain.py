"""What an agreement hangs together with: the tree of agreements that belong to it, and what has replaced what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.families import Place, family
from itadmin.services.reading import Read
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.panels.agreements.term_sign import status_chip, term_sign
from itadmin.ui.panels.table_panel import TablePanel
from itadmin.ui.register.fact_table import Cells, FactTable, Table, name_link
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.labels import ElidedLabel, Label

AGREEMENTS = REGISTERS["agreements"]
_ABOVE, _BEFORE = "main_agreement", "replaces"
_CHAIN = ("Avtal", "Plats", "Läge", "Tid", "T.o.m.")
_VERSIONS = ("Avtal", "Version", "Läge", "Tid", "T.o.m.")
_SHARED = ("supplier", "systems")
"""What an agreement mostly has in common with the one that it belongs to."""
_NONE = "Avtalet hör inte ihop med något annat avtal."


class ChainPanel(TablePanel):
    """Both trees, each record a link with its state and its term; the one that is shown stands in bold."""

    section = "avtalskedja"
    title = "Avtalskedja"
    takes = (("agreements", _ABOVE), ("agreements", _BEFORE))

    def __init__(self, session: Session) -> None:
        super().__init__(session, _NONE, ("", ""))
        self._shown: Read | None = None
        self._reads: dict[UUID, Read] = {}
        self._replacing = Label(session.look, "Ersätter och ersatts av", TextStyle.NAME, Ink.TEXT)
        self._replacing.setContentsMargins(session.look.metrics.link_pad, session.look.metrics.tight, 0, 0)
        self._versions = FactTable(session.look)
        self.column.insertWidget(2, self._replacing)
        self.column.insertWidget(3, self._versions)

    def show_read(self, read: Read) -> None:
        """Offer one more that belongs to the agreement, where it may be changed."""
        self._shown = read
        self.link_changed.emit("Nytt avtal som hör hit …" if self.session.may_change(read) else "")

    def show_related(self, read: Read, related: Related) -> None:
        """Show what the agreement hangs together with."""
        self._reads = {other.record.id: other for others in related.values() for other in others}
        self._reads[read.record.id] = read
        chain = self._family(read, _ABOVE, related)
        versions = [Place(place.record_id, 0) for place in reversed(self._family(read, _BEFORE, related))]
        self.show_tables(self._table(_CHAIN, chain, "chain_place"), Table())
        self._versions.show_table(self._table(_VERSIONS, versions, "version"))
        self._replacing.setVisible(bool(versions))
        self.none.setVisible(not chain and not versions)
        self.shown_changed.emit(bool(chain or versions) or self.session.may_change(read))

    def follow_link(self) -> None:
        """Ask for one more agreement that belongs to this."""
        if self._shown is None:
            return
        begun = {name: getattr(self._shown.record, name) for name in _SHARED}
        given = {_ABOVE: self._shown.record.id}
        sheet = NewRecordDialog(self.session, AGREEMENTS, given, self.window(), begun=begun)
        sheet.added.connect(lambda _made: self.session.guide.say(added_words(AGREEMENTS), undoable=True))
        sheet.open()

    def _family(self, read: Read, field: str, related: Related) -> Sequence[Place]:
        """Those that hang together with it; none when it is alone."""
        if getattr(read.record, field) is None and not related.get((AGREEMENTS.name, field)):
            return ()
        found = family(self.session.reading(), AGREEMENTS.name, field, read.record.id)
        return found if len(found) > 1 else ()

    def _table(self, headings: Sequence[str], places: Sequence[Place], told: str) -> Table:
        return Table(headings, [partial(self._row, place, told) for place in places], whole=(4,))

    def _row(self, place: Place, told: str) -> Cells:
        read = self._read(place)
        if read is None:
            return ("", "", "", "", "")
        return (
            self._name(read, place.depth),
            field_text(AGREEMENTS, read, told),
            status_chip(self.session, read),
            term_sign(self.session, read),
            field_text(AGREEMENTS, read, "term_ends_on"),
        )

    def _read(self, place: Place) -> Read | None:
        if place.record_id not in self._reads:
            self._reads |= self.session.reading().many(AGREEMENTS.name, [place.record_id])
        return self._reads.get(place.record_id)

    def _name(self, read: Read, depth: int) -> QWidget:
        look = self.session.look
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(depth * look.metrics.block, 0, 0, 0)
        row.setSpacing(0)
        if self._shown is not None and read.record.id == self._shown.record.id:
            row.addSpacing(look.metrics.link_pad)
            row.addWidget(ElidedLabel(look, read.label, TextStyle.NAME))
        else:
            follow = partial(self.session.guide.open_record, AGREEMENTS.name, read.record.id)
            link = name_link(look, read.label, follow)
            link.setMinimumWidth(0)  # far in there is room for a few letters only
            row.addWidget(link)
        return holder
