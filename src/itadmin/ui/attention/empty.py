"""What stands in place of the work list when it is empty: why, what comes next, and where to go from here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from itadmin.services.attention import Figures, WorkList
from itadmin.ui.attention.rows import Choice, Shown
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.empty_state import EmptyState

_ICON = "checkmark_circle"

Words = tuple[str, str]


class EmptyWork(QStackedWidget):
    """`everything_wanted` asks for all that is to be done, `list_wanted` for the list of systems.

    `new_wanted` and `starter_wanted` are for a register without systems, `work_wanted` for one that is very large.
    """

    everything_wanted = Signal()
    list_wanted = Signal()
    new_wanted = Signal()
    starter_wanted = Signal()
    work_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.first = EmptyState(
            look,
            "apps",
            "Inga system än",
            "Börja med ett system, eller med de vanligaste ur startlistan. Sedan står det som kräver åtgärd här.",
            primary="Nytt system",
            plain="Startlista…",
        )
        self.hidden = EmptyState(look, _ICON, "", "", plain="Visa allt som ska göras")
        self.done = EmptyState(look, _ICON, "", "", plain="Gå till System")
        self.large = EmptyState(
            look,
            "search",
            "Ett mycket stort register",
            "Det tar en stund att gå igenom allt. Du kan arbeta i listorna under tiden.",
            plain="Ta fram det som kräver åtgärd",
        )
        for state in (self.first, self.hidden, self.done, self.large):
            self.addWidget(state)
        self.large.plain_chosen.connect(self.work_wanted)
        self.first.primary_chosen.connect(self.new_wanted)
        self.first.plain_chosen.connect(self.starter_wanted)
        self.hidden.plain_chosen.connect(self.everything_wanted)
        self.done.plain_chosen.connect(self.list_wanted)

    def tell(self, work: WorkList, figures: Figures, choice: Choice) -> None:
        """Tell why nothing of the work list is shown."""
        state = self.hidden if hides(work, choice) else self.done
        state.set_words(*empty_words(work, choice))
        self._show(self.first if state is self.done and not figures.systems else state)

    def ask(self) -> None:
        """Ask whether all of a very large register is to be gone through."""
        self._show(self.large)

    def _show(self, state: QWidget) -> None:
        self.setCurrentWidget(state)
        self.setFocusProxy(state)


def hides(work: WorkList, choice: Choice) -> bool:
    """Whether something is left to be done that the choice leaves out, or the choice is of other lines altogether."""
    return bool(work.lines) or choice.shown is not Shown.TO_DO


def empty_words(work: WorkList, choice: Choice) -> Words:
    """Why nothing is shown, and what comes next, as a heading and a sentence."""
    if choice.shown is Shown.RESTING:
        return "Inget vilar", "Det du låter vila ligger här tills dagen kommer."
    if choice.shown is Shown.HANDLED:
        return "Inget är markerat som hanterat", "Det du markerar som hanterat ligger här och kan tas upp igen."
    if work.lines:
        return "Inget att göra här", "Det som kräver åtgärd gäller någon annan eller ett annat register."
    until = min((mark.until for _line, mark in work.resting if mark.until is not None), default=None)
    if until is None:
        return "Inget kräver åtgärd", "När ett avtal närmar sig sin dag, eller en uppgift saknas, står det här."
    line = next(line for line, mark in work.resting if mark.until == until)
    return f"Inget kräver åtgärd före {until}", f"Då kommer {line.record} tillbaka hit."
