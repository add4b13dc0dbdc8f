"""The versions of a document, newest first: which holds, which is on its way, and what has been."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.services.steering import versions_of
from itadmin.ui.panels.table_panel import TablePanel
from itadmin.ui.register.chips import chip_for
from itadmin.ui.register.fact_table import Cells, Table, name_link
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.chip import Chip
from itadmin.ui.widgets.labels import Label

DOCUMENTS = REGISTERS["steering_documents"]
_DAYS = ("valid_from", "valid_until", "revise_by")
_HEADINGS = ("Version", "Läge", *(DOCUMENTS.fields[name].label for name in _DAYS))
_WITHOUT_NUMBER = "utan nummer"


class VersionsPanel(TablePanel):
    """Each version is a link to its page, save the one that is shown; away when there is only one."""

    section = "versioner"
    title = "Versioner"
    takes = (("steering_documents", "replaces"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "", ("", ""))

    def show_read(self, _read: Read) -> None:
        """Wait for what replaces it."""

    def show_related(self, read: Read, related: Related) -> None:
        """Show the chain that the document stands in."""
        is_alone = getattr(read.record, "replaces", None) is None and not any(related.values())
        chain = [] if is_alone else versions_of(self.session.reading(), read.record.id)
        rows = [partial(self._row, each, is_shown=each.record.id == read.record.id) for each in chain]
        self.show_tables(Table(_HEADINGS, rows, whole=(1, 2, 3, 4)), Table())
        self.none.hide()
        self.shown_changed.emit(len(chain) > 1)

    def _row(self, version: Read, *, is_shown: bool) -> Cells:
        look = self.session.look
        named = field_text(DOCUMENTS, version, "version") or _WITHOUT_NUMBER
        state = field_text(DOCUMENTS, version, "status")
        chip = chip_for("planstatus", getattr(version.record, "status", ""))
        name: QWidget | str = named
        if not is_shown:
            name = name_link(look, named, partial(self.session.guide.open_record, DOCUMENTS.name, version.record.id))
            name.setAccessibleName(f"Version {named}, {state.lower()}")
        sign = Chip(look, chip, state) if chip is not None and state else Label(look, state)
        return (name, sign, *(field_text(DOCUMENTS, version, day) for day in _DAYS))
