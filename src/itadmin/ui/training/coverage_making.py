"""The deeds of the coverage that make plans: many at once, or one for the system that one stands on.

Knows the list and what is asked for there, and no window.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.documents.phrases import counted
from itadmin.services.training.coverage import Covered
from itadmin.ui.session import Session
from itadmin.ui.training.coverage_choices import CoverageChoices
from itadmin.ui.training.coverage_lists import SystemsTable
from itadmin.ui.training.making_dialog import MakingDialog
from itadmin.ui.widgets.buttons import Button, ButtonKind


class CoverageMaking:
    """The buttons `many` and `one`, and what they ask for; `show` says how many plans there are to make."""

    def __init__(self, session: Session, systems: SystemsTable, choices: CoverageChoices, window: QWidget) -> None:
        self._session, self._systems, self._choices, self._window = session, systems, choices, window
        self._covered: Sequence[Covered] = ()
        self.many = Button(session.look, "", ButtonKind.PRIMARY, "document_add")
        self.one = Button(session.look, "Gör plan för markerat…", icon="document_add")
        self.many.clicked.connect(self.ask_many)
        self.one.clicked.connect(self.ask_one)
        systems.selectionModel().selectionChanged.connect(lambda *_ranges: self._tell())
        systems.selectionModel().currentChanged.connect(lambda *_indexes: self._tell())

    def show(self, covered: Sequence[Covered]) -> None:
        """Take in all systems there are, and say for how many of those shown plans would be made."""
        self._covered = covered
        self._tell()

    def ask_many(self) -> None:
        """Ask how plans are to be made for the chosen systems, else for those that miss one.

        Where none is chosen the others without a plan are offered too, unticked, as where plans are listed.
        """
        chosen = self._chosen_missing()
        if chosen:
            MakingDialog(self._session, chosen, self._window).open()
        else:
            MakingDialog(self._session, self._offered(), self._window, begun=self._shown_missing()).open()

    def ask_one(self) -> None:
        """Ask how a plan is to be made for the system that one stands on."""
        system = self._systems.current()
        if system is not None and system.plan is None:
            MakingDialog(self._session, (system.system_id,), self._window).open()

    def _tell(self) -> None:
        chosen, missing = self._chosen_missing(), self._shown_missing()
        number = len(chosen or missing)
        words = "Gör plan för valt system…" if len(chosen) == 1 else f"Gör planer för {len(chosen)} valda…"
        every = f"Gör {counted(number, 'plan som saknas', 'planer som saknas')}…" if number else "Gör planer…"
        self.many.setText(words if chosen else every)
        self.many.setEnabled(bool(number) or (self._choices.wanted.others and bool(self._offered())))
        current = self._systems.current()
        self.one.setEnabled(current is not None and current.plan is None)
        self.one.setAccessibleName(f"Gör plan för {current.name}…" if current else self.one.text())
        for button in (self.many, self.one):
            button.setVisible(self._session.workspace.writable)

    def _chosen_missing(self) -> list[UUID]:
        """The chosen systems without a plan; none while less than two are chosen, as one always stands somewhere."""
        chosen = self._systems.chosen()
        return [each.system_id for each in chosen if each.plan is None] if len(chosen) > 1 else []

    def _shown_missing(self) -> list[UUID]:
        return [each.system_id for each in self._systems.shown() if each.plan is None and each.is_demanded]

    def _offered(self) -> list[UUID]:
        """The systems without a plan that fit what is asked for, whether they need one or not."""
        wanted = self._choices.wanted._replace(others=True)
        return [each.system_id for each in self._covered if each.plan is None and wanted.fits(each)]
