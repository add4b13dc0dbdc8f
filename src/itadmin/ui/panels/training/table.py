"""The table of a utbildningsplan on its page, to be read; worked with in a window of its own, where there is room."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from itadmin.services.reading import Read
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.special import Panel, Related
from itadmin.ui.session import Session
from itadmin.ui.training.grid_model import PlanModel
from itadmin.ui.training.grid_table import PlanTable
from itadmin.ui.training.plan_read import MODULES, read_plan
from itadmin.ui.widgets.labels import Label

_NONE = "Planen har inga moment än."
_FAULTS = "Något i tabellen går inte ihop. Öppna den för att se vad som ska ändras."


class PlanTablePanel(Panel):
    """The table; a click or Enter in it opens the window."""

    section = "moment"
    title = "Målgrupper och moment"
    takes = ((MODULES, "plan"),)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        look = session.look
        self.model = PlanModel(self)
        self.table = PlanTable(look, self.model)
        self.table.opened.connect(self.follow_link)
        self.told = Label(look, _NONE, ink=Ink.TEXT2, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.metrics.gap, 0, look.metrics.gap, look.metrics.block)
        column.setSpacing(look.metrics.gap)
        column.addWidget(self.told)
        column.addWidget(self.table)

    def show_read(self, _read: Read) -> None:
        """Wait for the moment."""

    def show_related(self, read: Read, _related: Related) -> None:
        """Show the table as it is now; away for a plan in the bin."""
        is_there = not read.record.deleted
        self.shown_changed.emit(is_there)
        if not is_there:
            return
        plan = read_plan(self._session.reading(), read.record.id, writable=False)
        self.model.show_plan(plan)
        self.table.set_whole()
        faults = self.model.faults()
        self.told.setText(_FAULTS if faults else _NONE)
        self.told.setVisible(bool(faults) or not plan.modules)
        self.table.setVisible(bool(plan.modules or plan.audiences))
        is_open = self._session.may_change(read) and not plan.lock
        self.link_changed.emit("Ändra …" if is_open else "Öppna …")

    def follow_link(self) -> None:
        """Open the window."""
        self._session.guide.do_command("plan_grid")
