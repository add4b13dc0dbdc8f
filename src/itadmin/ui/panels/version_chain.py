"""The versions of a record, newest first: which holds, which is on its way, and what has been."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.domain.register import Register
from itadmin.services.display import field_text
from itadmin.services.reading import Read, Reading
from itadmin.ui.panels.table_panel import TablePanel
from itadmin.ui.register.chips import chip_for
from itadmin.ui.register.fact_table import Cells, Table, name_link
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.chip import Chip
from itadmin.ui.widgets.labels import Label

_WITHOUT_NUMBER = "utan nummer"


class VersionChain(TablePanel):
    """Each version is a link to its page, save the one that is shown; away when there is only one.

    A register's own panel says which `register` it is of, which `days` are told, and gives the `chain`.
    """

    section = "versioner"
    title = "Versioner"
    register: Register
    days: tuple[str, ...] = ()

    def __init__(self, session: Session) -> None:
        super().__init__(session, "", ("", ""))

    def chain(self, reading: Reading, record_id: UUID) -> Sequence[Read]:
        """The versions, newest first, with the record itself."""
        raise NotImplementedError

    def show_read(self, _read: Read) -> None:
        """Wait for what replaces it."""

    def show_related(self, read: Read, related: Related) -> None:
        """Show the chain that the record stands in."""
        is_alone = getattr(read.record, "replaces", None) is None and not any(related.values())
        chain = [] if is_alone else self.chain(self.session.reading(), read.record.id)
        rows = [partial(self._row, each, is_shown=each.record.id == read.record.id) for each in chain]
        headings = ("Version", "Läge", *(self.register.fields[name].label for name in self.days))
        self.show_tables(Table(headings, rows, whole=(1, 2, 3, 4)), Table())
        self.none.hide()
        self.shown_changed.emit(len(chain) > 1)

    def _row(self, version: Read, *, is_shown: bool) -> Cells:
        look, register = self.session.look, self.register
        named = field_text(register, version, "version") or _WITHOUT_NUMBER
        state = field_text(register, version, "status")
        chip = chip_for("planstatus", getattr(version.record, "status", ""))
        name: QWidget | str = named
        if not is_shown:
            name = name_link(look, named, partial(self.session.guide.open_record, register.name, version.record.id))
            name.setAccessibleName(f"Version {named}, {state.lower()}")
        sign = Chip(look, chip, state) if chip is not None and state else Label(look, state)
        return (name, sign, *(field_text(register, version, day) for day in self.days))
