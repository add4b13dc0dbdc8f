"""One who answers at a time: their systems one by one, how many are reviewed, and what to say of each.

Everything is done with Enter and the arrows. What is corrected of a system and that it is reviewed is one step.
"""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from itadmin.domain.problems import KnownError
from itadmin.services.reviewing.rounds import REGISTER, Share, confirm
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.reviewing import walk, words
from itadmin.ui.reviewing.card import ReviewCard
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, ButtonKind, LinkButton
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.progress_bar import ProgressBar


class ReviewPane(QWidget):
    """Shows somebody's systems. `who` answers; `refused` gives a KnownError, `said` a sentence; `who_wanted` asks.

    `finished` when the one who is shown has nothing left.
    """

    refused = Signal(object)
    said = Signal(str)
    who_wanted = Signal()
    finished = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.who = ""
        self._session = session
        self._share: Share | None = None
        look = session.look
        self.name = LinkButton(look, "", TextStyle.SIDE_HEADING)
        self.name.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.last = Label(look, style=TextStyle.SECOND, ink=Ink.TEXT2)
        self.bar = ProgressBar(look)
        self.count = Label(look, style=TextStyle.SECOND, ink=Ink.TEXT2)
        self.card = ReviewCard(session)
        self.confirm_button = Button(look, words.CONFIRM, ButtonKind.PRIMARY, "checkmark")
        self.skip_button = Button(look, "Hoppa över")
        self.done_page = EmptyState(look, "checkmark_circle", words.DONE_TITLE, "", plain="Gå igenom dem igen")
        self._area = QScrollArea()
        self._pages = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._session.look
        head = QHBoxLayout()
        head.setSpacing(look.metrics.gap)
        for part in (self.name, self.last):
            head.addWidget(part)
        head.addStretch(1)
        for counted in (self.bar, self.count):
            head.addWidget(counted)
        self._area.setWidget(self.card)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName("Uppgifter om systemet")
        for ground in (self._area, self._area.viewport(), self.card):
            set_property(ground, "ground", "surface")
        buttons = QHBoxLayout()
        buttons.setSpacing(look.metrics.gap)
        self.confirm_button.setToolTip("Enter, eller Ctrl+Enter när du står på en uppgift")
        self.skip_button.setToolTip("Ctrl+Pil ned")
        keys = "Pil ned går till uppgifterna. F2 ändrar. Page Up och Page Down bläddrar."
        buttons.addWidget(ElidedLabel(look, keys, TextStyle.SECOND, Ink.TEXT3), 1)
        buttons.addWidget(self.skip_button)
        buttons.addWidget(self.confirm_button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(look.metrics.gap, 0, 0, 0)
        column.setSpacing(look.metrics.gap)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addLayout(buttons)
        self._pages.addWidget(page)
        self._pages.addWidget(self.done_page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        order = [self.confirm_button, *self.card.rows.values(), self.skip_button, self.name]
        for before, following in pairwise(order):
            QWidget.setTabOrder(before, following)

    def _connect(self) -> None:
        self.confirm_button.clicked.connect(self.confirm)
        self.skip_button.clicked.connect(self.skip)
        self.confirm_button.installEventFilter(self)
        self.name.clicked.connect(self._open_record)
        self.done_page.plain_chosen.connect(self._again)
        self.card.left.connect(self.confirm_button.setFocus)
        self.card.reached.connect(self._area.ensureWidgetVisible)
        for keys, slot in (
            ("Ctrl+Return", self.confirm),
            ("Ctrl+Enter", self.confirm),
            ("Ctrl+Down", self.skip),
            ("PgDown", lambda: self.step(1)),
            ("PgUp", lambda: self.step(-1)),
        ):
            QShortcut(QKeySequence(keys), self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and up go from the answer to the first and the last value."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            rows = list(self.card.rows.values())
            to = {Qt.Key.Key_Down: rows[0], Qt.Key.Key_Up: rows[-1]}.get(Qt.Key(event.key()))
            if to is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                to.setFocus()
                self._area.ensureWidgetVisible(to)
                return True
        return super().eventFilter(watched, event)

    @property
    def system_id(self) -> UUID | None:
        """The system that is shown; None when none is."""
        return self.card.read.record.id if self.card.read is not None else None

    def take_keyboard(self) -> None:
        """Stand where Enter answers, or on what there is when nothing is left."""
        (self.confirm_button if self._pages.currentIndex() == 0 else self.done_page).setFocus()

    def show_share(self, share: Share | None) -> None:
        """Show somebody's systems: the one that is shown stays if it is theirs, else the first that is left."""
        self._share = share
        if share is None:
            self.card.forget()
            return
        current = self.system_id
        stays = current is not None and any(item.system_id == current for item in share.items)
        item = walk.first(share)
        if stays and current is not None:
            self.show_system(current)
        elif item is not None:
            self.show_system(item.system_id)
        else:
            self._show_done(share)
        self._tell()

    def show_system(self, system_id: UUID) -> None:
        """Show one of the systems."""
        read = self._session.reading().one(REGISTER.name, system_id)
        is_new = system_id != self.system_id
        self.card.show_read(read)
        self.name.set_words(read.label)
        self.last.setText(
            words.last_time(getattr(read.record, "reviewed_on", None), getattr(read.record, "reviewed_by", ""))
        )
        self._pages.setCurrentIndex(0)
        if is_new:
            self._area.verticalScrollBar().setValue(0)

    def confirm(self) -> None:
        """Write that the system is right, with what has been corrected, and go on to the next."""
        read, corrections = self.card.read, self.card.corrections
        if read is None or corrections is None or not self.card.finish():
            return
        if not self.who:
            self.who_wanted.emit()
            return
        try:
            confirm(
                self._session.workspace.records,
                read,
                corrections.values,
                corrections.also,
                day=self._session.workspace.around.today(),
                who=self.who,
            )
        except KnownError as error:
            self.refused.emit(error)
            return
        self.said.emit(f"{read.label} är granskat.")
        self._go_on(read.record.id, answered=True)

    def skip(self) -> None:
        """Go on to the next without an answer; what has been corrected is written."""
        current = self.system_id
        if current is not None and self.put_down():
            self._go_on(current, answered=False)

    def step(self, by: int) -> None:
        """Show the system before or after, reviewed or not."""
        current = self.system_id
        if self._share is None or current is None:
            return
        item = walk.beside(self._share, current, by)
        if item is not None and self.put_down():
            self.show_system(item.system_id)
            self.confirm_button.setFocus()

    def put_down(self) -> bool:
        """Write what has been corrected of the system that is shown; False when it cannot be."""
        if not self.card.finish():
            return False
        corrections = self.card.corrections
        if corrections is None or not corrections.values:
            return True
        records = self._session.workspace.records
        try:
            records.save(REGISTER.name, corrections.record_id, corrections.values, also=corrections.also)
        except KnownError as error:
            self.refused.emit(error)
            return False
        self.card.forget()
        self.show_system(corrections.record_id)
        return True

    def _go_on(self, from_id: UUID, *, answered: bool) -> None:
        """Show the next that is left, or that nothing is."""
        self.card.forget()
        share = self._share
        if share is None:
            return
        item = walk.after(share, from_id)
        if item is not None:
            self.show_system(item.system_id)
            self.confirm_button.setFocus()
        elif answered:
            self._show_done(share)
            self.finished.emit()
        else:
            self.show_system(from_id)
            self.said.emit(words.ONLY_THIS)

    def _show_done(self, share: Share) -> None:
        self.card.forget()
        self.done_page.set_words(words.DONE_TITLE, words.all_done(share))
        self._pages.setCurrentIndex(1)

    def _again(self) -> None:
        """Go through what is reviewed once more."""
        if self._share is not None and self._share.items:
            self.show_system(self._share.items[0].system_id)
            self.confirm_button.setFocus()

    def _tell(self) -> None:
        if self._share is not None:
            told = words.progress(self._share)
            self.count.setText(told)
            self.bar.set_progress(self._share.done, len(self._share.items), f"{told} granskade")

    def _open_record(self) -> None:
        """Open the whole record in the main window."""
        current = self.system_id
        if current is not None and self.put_down():
            self._session.guide.open_record(REGISTER.name, current)
