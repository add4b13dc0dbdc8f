"""What is to change of the platform that a system stands on, on the page of the system."""

from __future__ import annotations

from functools import partial

from itadmin.domain.registers import REGISTERS
from itadmin.domain.states import OVER
from itadmin.services.display import field_text
from itadmin.services.platform.standing import CHANGES
from itadmin.services.reading import Read
from itadmin.ui.panels.table_panel import TablePanel, parted
from itadmin.ui.register.fact_table import Cells, Table, name_link
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session

_REGISTER = REGISTERS[CHANGES]
_TOLD = ("changes_on", "changed_by", "kind", "status")


class ComingChangesPanel(TablePanel):
    """Changes that are not over, those that are folded; away where there are none."""

    section = "plattformsandringar"
    title = "Plattformsändringar"
    takes = ((CHANGES, "systems"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Ingen ändring är på gång.", ("tidigare ändring", "tidigare ändringar"))

    def show_read(self, read: Read) -> None:
        """Wait for the changes."""

    def show_related(self, _read: Read, related: Related) -> None:
        """Show the changes."""
        changes = [change for changes in related.values() for change in changes]
        coming, over = parted(changes, lambda change: change.status in OVER)
        coming.sort(key=lambda change: field_text(_REGISTER, change, "changes_on") or "~")
        headings = ("Ändring", *(_REGISTER.fields[name].label for name in _TOLD))
        self.show_tables(
            *(Table(headings, [partial(self._row, change) for change in told], whole=(1, 2)) for told in (coming, over))
        )
        self.shown_changed.emit(bool(changes))

    def _row(self, change: Read) -> Cells:
        link = name_link(
            self.session.look, change.label, partial(self.session.guide.open_record, CHANGES, change.record.id)
        )
        return (link, *(field_text(_REGISTER, change, name) for name in _TOLD))
