"""*Gallring*: what is kept longer than the kommun's own gallringsfrister say, looked at before it goes.

Stands beside the main window and follows the register. Takes nothing away by itself.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from itadmin.domain.erasure import PEOPLE
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.domain.views import ListView
from itadmin.services.display import subtitle
from itadmin.services.reading import Reading
from itadmin.services.retention.overdue import LEFT, PARTICIPATIONS, Due, due, has_rules, ids_due
from itadmin.services.retention.words import NO_RULES, NOTHING_DUE, due_words
from itadmin.ui.dialogs.following import follow_until_closed
from itadmin.ui.dialogs.scrolled_sheet import ScrolledSheet
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
from itadmin.ui.retention.erasure_dialog import ErasureDialog
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Notice

_WIDTH = 560
_RULES = "retention_rules"
_INTRODUCTION = (
    "Här står det som är äldre än era egna gallringsfrister. Inget försvinner av sig självt: kryssa för, läs vad som "
    "tas bort och bekräfta."
)


class RetentionDialog(ScrolledSheet):
    """What is past its time, a tick for each person and one for what is written of participations. Not modal."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(session.look, "Gallring", _WIDTH, parent)
        self._session = session
        self.setModal(False)
        self._found: tuple[Due, ...] = ()
        self.people: dict[UUID, QCheckBox] = {}
        self.texts: QCheckBox | None = None
        self.notice = Notice(self.look)
        self._list = QWidget()
        self.column.addWidget(self.notice)
        self.column.addWidget(Label(self.look, _INTRODUCTION, ink=Ink.TEXT2, wrap=True))
        self.column.addWidget(self._list)
        self.column.addStretch(1)
        self.rules = self.add_button("Gallringsfrister", first=True)
        self.close_button = self.add_close()
        self.erase = self.add_button("Visa vad som tas bort…", ButtonKind.PRIMARY)
        self.rules.clicked.connect(lambda: session.guide.open_list(_RULES, ListView()))
        self.erase.clicked.connect(self.look_at)
        follow_until_closed(self, session.bus, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read anew what is past its time; everything is ticked."""
        reading = self._session.reading()
        self._found = due(reading)
        self.people, self.texts = {}, None
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.metrics.tight)
        for item in self._found:
            self._add(column, reading, item)
        if not self._found:
            words = NOTHING_DUE if has_rules(reading) else NO_RULES
            column.addWidget(Label(self.look, words, TextStyle.SIDE_HEADING, wrap=True))
        self.column.replaceWidget(self._list, holder)
        self._list.deleteLater()
        self._list = holder
        self._on_ticked()
        self.fit_soon()

    def look_at(self) -> None:
        """Show what would be taken away of what is ticked."""
        people = [person for person, tick in self.people.items() if tick.isChecked()]
        is_texts = self.texts is not None and self.texts.isChecked()
        participations = ids_due(self._found, PARTICIPATIONS) if is_texts else ()
        try:
            ErasureDialog(self._session, people, participations, self).open()
        except KnownError as error:
            show_known_error(self, error, self.notice)

    def _add(self, column: QVBoxLayout, reading: Reading, item: Due) -> None:
        words = due_words(item)
        if item.kind == PARTICIPATIONS:
            column.addSpacing(self.look.metrics.gap)
            self.texts = self._tick(column, f"{words[0].upper()}{words[1:]}")
        elif item.kind == LEFT:
            column.addWidget(Label(self.look, f"{words[0].upper()}{words[1:]}", TextStyle.NAME, wrap=True))
            reads = reading.many(PEOPLE, [each.record_id for each in item.records])
            for each in item.records:
                read = reads[each.record_id]
                self.people[each.record_id] = self._tick(column, read.label, subtitle(REGISTERS[PEOPLE], read))

    def _tick(self, column: QVBoxLayout, words: str, about: str = "") -> QCheckBox:
        """A tick, and under it what is said of what it is about, in as many lines as it takes."""
        tick = QCheckBox(words.replace("&", "&&"))
        tick.setAccessibleName(" · ".join(filter(None, (words, about))))
        tick.setChecked(True)
        tick.toggled.connect(self._on_ticked)
        column.addWidget(tick)
        if about:
            told = Label(self.look, about, TextStyle.SECOND, Ink.TEXT2, wrap=True)
            told.setIndent(tick.sizeHint().height())
            column.addWidget(told)
        return tick

    def _on_ticked(self) -> None:
        ticks = [*self.people.values(), *([self.texts] if self.texts else [])]
        self.erase.setEnabled(any(tick.isChecked() for tick in ticks))
