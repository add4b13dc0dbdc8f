"""Who uses a system, with how many users and licences; who no longer does is folded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from itadmin.domain.entry import text_from_plain
from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.panels.table_panel import TablePanel, parted
from itadmin.ui.register.fact_table import Table, name_link
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session

USES = REGISTERS["system_uses"]
_NAMES = ("status", "since", "until", "user_count", "licence_count")
_HEADINGS = ("Används av", *(USES.fields[name].label for name in _NAMES))
_COUNTED = ("user_count", "licence_count")
_RIGHT = tuple(_NAMES.index(name) + 1 for name in _COUNTED)
_OVER = "upphort"


class UsePanel(TablePanel):
    """The use of a system by förvaltning and kommun, with the sum."""

    section = "anvandning"
    title = "Användning"
    takes = (("system_uses", "system"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Ingen är angiven som användare än.", ("som inte längre använder det",) * 2)
        self._shown: Read | None = None

    def show_read(self, read: Read) -> None:
        """Offer one more where the system may be changed."""
        self._shown = read
        self.link_changed.emit(f"{USES.new_label} …" if self.session.may_change(read) else "")

    def show_related(self, _read: Read, related: Related) -> None:
        """Show who uses the system."""
        uses = [use for uses in related.values() for use in uses]
        now, over = parted(uses, lambda use: use.status == _OVER)
        rows = [partial(self._row, use) for use in now]
        total = _sum(now) if len(rows) > 1 else ()
        earlier = [partial(self._row, use) for use in over]
        self.show_tables(Table(_HEADINGS, rows, right=_RIGHT, total=total), Table(_HEADINGS, earlier, right=_RIGHT))

    def follow_link(self) -> None:
        """Ask for one more."""
        if self._shown is None:
            return
        given, begun = {"system": self._shown.record.id}, {"status": "anvands"}
        sheet = NewRecordDialog(self.session, USES, given, self.window(), begun=begun)
        sheet.added.connect(lambda _made: self.session.guide.say("Användningen är tillagd.", undoable=True))
        sheet.open()

    def _row(self, use: Read) -> list[str | QWidget]:
        open_use = partial(self.session.guide.open_record, USES.name, use.record.id)
        link = name_link(self.session.look, field_text(USES, use, "organisation"), open_use)
        return [link, *(field_text(USES, use, name) for name in _NAMES)]


def _sum(uses: Sequence[Read]) -> list[str]:
    """The row under the others: all users, all licences."""
    row = ["Summa"]
    for name in _NAMES:
        known = [getattr(use.record, name) for use in uses if getattr(use.record, name) is not None]
        is_counted = name in _COUNTED and known
        row.append(text_from_plain(USES.fields[name], sum(known)) if is_counted else "")
    return row
