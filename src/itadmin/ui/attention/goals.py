"""The block of goals beside the work list: how many are reached, and those that are not, the ones behind first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.calculations.goals import STANDING_WORDS, Standing
from itadmin.domain.filters import Condition
from itadmin.domain.views import ListView
from itadmin.services.goals import Followed
from itadmin.services.goals.words import come_words, overview_words
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.elided_link import ElidedLink
from itadmin.ui.widgets.labels import Label

REGISTER = "goals"
_MOST = 3
_OVER = (Standing.REACHED, Standing.DROPPED)


class GoalsBeside(QWidget):
    """The block; it hides when there is no goal. `chosen` gives the id of the goal that is followed."""

    chosen = Signal(object)
    all_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = Label(look, "Mål", TextStyle.SIDE_HEADING)
        self._title.setIndent(look.metrics.link_pad)
        self._count = ElidedLink(look, "", TextStyle.SECOND)
        self._count.clicked.connect(self.all_wanted)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.metrics.tight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.metrics.gap)
        column.setSpacing(look.metrics.tight)
        column.addWidget(self._title)
        column.addWidget(self._count)
        column.addLayout(self._rows)
        self.has_goals = False

    def show_goals(self, goals: Sequence[Followed]) -> None:
        """Show these, which stand with those that are behind first."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.has_goals = bool(goals)
        self._count.set_words(" ".join(overview_words(each.standing for each in goals)))
        for each in [each for each in goals if each.standing not in _OVER][:_MOST]:
            self._rows.addWidget(self._row(each))

    def _row(self, followed: Followed) -> QWidget:
        look = self._look
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        link = ElidedLink(look, followed.goal.wording)
        link.clicked.connect(partial(self.chosen.emit, followed.id))
        is_behind = followed.standing is Standing.BEHIND
        how = Label(look, told(followed), TextStyle.SECOND, Ink.RED if is_behind else Ink.TEXT2)
        how.setIndent(look.metrics.link_pad)
        link.setAccessibleName(f"{followed.goal.wording} {told(followed)}")
        column.addWidget(link)
        column.addWidget(how)
        return row


def told(followed: Followed) -> str:
    """How a goal stands, how far it has come, and by when: "Efter · 65,7 % av 95 % · 2025"."""
    come = come_words(followed.value, followed.goal.target)
    year = str(followed.goal.year) if followed.goal.year else ""
    return " · ".join(part for part in (STANDING_WORDS[followed.standing], come, year) if part)


def list_of(goals: Sequence[Followed]) -> ListView:
    """The list of the goals that are told of: those of their documents, or all where some have none."""
    documents = {each.document_id for each in goals}
    found = sorted(str(key) for key in documents if key is not None)
    if not found or None in documents:
        return ListView()
    return ListView(conditions=(Condition("document", "one_of", tuple(found)),))
