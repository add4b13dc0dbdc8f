"""The chapter that is being written: heading, how it stands, tools, text, and the values that it asks for."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.text import clean_line, clean_text
from itadmin.ui.document.needs import NeedGroup
from itadmin.ui.document.needs_panel import NeedsPanel
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.steering import words
from itadmin.ui.steering.chapter_text import ChapterText
from itadmin.ui.steering.chapter_tools import ChapterTools
from itadmin.ui.steering.chapter_values import UNKNOWN
from itadmin.ui.steering.chapters_read import AS_BELOW, Draft, Standing
from itadmin.ui.steering.undo_keys import HeadingLine
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Notice
from itadmin.ui.widgets.splitter import Splitter

_SHARES = (70, 30)


class ChapterPane(QWidget):
    """One chapter. `changed` is said when something is written, `manner_wanted` when it is to stand in another way."""

    changed = Signal()
    manner_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        look = session.look
        self._look = look
        self._shown: Draft | None = None
        self.notice = Notice(look)
        self.heading = HeadingLine()
        self.manner = ComboBox(look)
        self.manner_row = QWidget()
        self.text = ChapterText(look)
        self.tools = ChapterTools(look, self.text)
        self.values = NeedsPanel(session)
        self.told = Label(look, words.NO_VALUES, ink=Ink.TEXT2, wrap=True)
        self.values.add_above(self.told)
        self._lay_out()
        self.heading.textEdited.connect(lambda _text: self.changed.emit())
        self.text.textChanged.connect(self.changed)
        self.manner.activated.connect(lambda _row: self.manner_wanted.emit(str(self.manner.currentData())))

    @property
    def is_changed(self) -> bool:
        """Whether something is written that is not saved."""
        return self._shown is not None and self.draft() != self._shown

    def draft(self) -> Draft:
        """The chapter as it is written now. Only when one is shown."""
        if self._shown is None:
            raise ValueError("no chapter is shown")
        return Draft(self._shown.key, self.heading.text(), self.text.toPlainText(), self._shown.manner)

    def show_standing(self, standing: Standing, *, writable: bool) -> None:
        """Show a chapter as it stands, or that there is none."""
        draft, has_manner = standing.draft, standing.has_manner
        with QSignalBlocker(self), QSignalBlocker(self.manner):
            if not self._stands_as(draft):
                self.heading.setText(draft.heading if draft else "")
                self.text.setPlainText(draft.text if draft else "")
            self.manner.setCurrentIndex(self.manner.findData(draft.manner if draft else AS_BELOW))
        self._shown = self._as_shown(draft)
        is_below = has_manner and draft is not None and draft.manner == AS_BELOW
        may_write = writable and draft is not None and not is_below and not standing.left_out
        self.heading.setReadOnly(not may_write)
        self.text.setReadOnly(not may_write)
        set_property(self.heading, "state", "" if may_write else "computed")
        self.tools.setEnabled(may_write)
        self.manner_row.setVisible(has_manner)
        self.manner.setEnabled(writable)

    def put_back_heading(self) -> None:
        """Let the heading be as it was shown."""
        if self._shown is not None:
            self.heading.setText(self._shown.heading)

    def keep(self) -> None:
        """Take what is written as what is shown: it has been saved."""
        self._shown = self.draft() if self._shown is not None else None

    def show_values(self, groups: tuple[NeedGroup, ...]) -> None:
        """Show the values that the text asks for."""
        self.told.setText("" if groups else words.NO_VALUES)
        if any(group.title == UNKNOWN for group in groups):
            self.told.setText(words.UNKNOWN_NAMES)
        self.told.setVisible(bool(self.told.text()))
        self.values.show_groups(groups)

    def _stands_as(self, draft: Draft | None) -> bool:
        """Whether the same chapter stands here already with the same words, so that the cursor may stay where it is."""
        if draft is None or self._shown is None or draft.key != self._shown.key:
            return False
        written = self.draft()
        return clean_line(written.heading) == draft.heading and clean_text(written.text) == draft.text

    def _as_shown(self, draft: Draft | None) -> Draft | None:
        """The draft as the widgets give it back: one kind of line break, one line of heading."""
        if draft is None:
            return None
        return Draft(draft.key, self.heading.text(), self.text.toPlainText(), draft.manner)

    def _lay_out(self) -> None:
        metrics = self._look.metrics
        set_property(self, "ground", "surface")
        self.heading.setAccessibleName("Kapitlets rubrik")
        self.heading.setPlaceholderText("Rubrik")
        self.manner.setAccessibleName("Hur kapitlet står hos oss")
        for manner, word in words.MANNERS.items():
            self.manner.addItem(word, manner)
        row = QHBoxLayout(self.manner_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.gap)
        row.addWidget(Label(self._look, "Hos oss", ink=Ink.TEXT2))
        row.addWidget(self.manner)
        row.addStretch(1)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(metrics.section_gap, metrics.block, metrics.section_gap, metrics.block)
        column.setSpacing(metrics.gap)
        for part in (self.notice, self.manner_row, self.heading, self.tools):
            column.addWidget(part)
        column.addWidget(self.text, 1)
        split = Splitter(self._look, Qt.Orientation.Vertical)
        split.addWidget(upper)
        split.addWidget(self.values)
        for place, share in enumerate(_SHARES):
            split.setStretchFactor(place, share)
        split.setSizes([metrics.px(10 * share) for share in _SHARES])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
