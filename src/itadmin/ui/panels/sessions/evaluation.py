"""What those who took part in a session think of it: the mean, how many gave each mark, and what they wrote."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.calculations.participation import BEST
from itadmin.services.reading import Read
from itadmin.services.sessions.parts import parts_of
from itadmin.services.sessions.sign_up import evaluation_of
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.fact_table import FactTable, Table
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.share_chart import ShareBar

_WHOLE = 10_000
_WORDS = {1: "1 – dåligt", BEST: "5 – mycket bra"}


class EvaluationPanel(Panel):
    """Hidden until somebody has answered."""

    section = "utvardering"
    title = "Utvärdering"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        look = session.look
        self.told = Label(look, "", TextStyle.NAME, wrap=True)
        self.marks = FactTable(look)
        self.written = Label(look, "", ink=Ink.TEXT2, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.metrics.gap, 0, look.metrics.gap, 0)
        column.setSpacing(look.metrics.gap)
        for part in (self.told, self.marks, self.written):
            column.addWidget(part)

    def show_read(self, read: Read) -> None:
        """Show what has been answered."""
        reading = self._session.reading()
        found = evaluation_of(reading, read.record.id)
        self.shown_changed.emit(bool(found.count))
        if found.mean is None:
            return
        mean = f"{found.mean:.1f}".replace(".", ",")
        self.told.setText(f"{mean} av {BEST}, {found.count} svar.")
        rows = [partial(self._row, mark, found.given[mark - 1], found.count) for mark in range(BEST, 0, -1)]
        self.marks.show_table(Table(("Betyg", "", "Svar"), rows, right=(2,)))
        told = [part.rating_note for part in parts_of(reading, read.record.id) if part.rating_note]
        self.written.setText("\n".join(f"”{words}”" for words in told))
        self.written.setVisible(bool(told))

    def _row(self, mark: int, number: int, count: int) -> list[str | QWidget]:
        bar = ShareBar(self._session.look)
        bar.show_share(number * _WHOLE // count, None, f"{number} av {count} gav betyget {mark}")
        return [_WORDS.get(mark, str(mark)), bar, str(number)]
