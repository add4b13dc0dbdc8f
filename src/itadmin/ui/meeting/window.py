"""*Mötesläge*: walks a meeting through what the register asks for, full-screen, and takes decisions down on the way.

Follows the register. Left and right turn pages; a decision is taken at any of them without leaving it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from importlib import import_module
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent

from itadmin.domain.problems import KnownError
from itadmin.services.meetings.agenda import agenda_of, matches_point
from itadmin.services.meetings.decided import decisions_of, done_step, taken_on, usual_forum
from itadmin.services.meetings.points import Kind, Point
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading
from itadmin.ui.background import known
from itadmin.ui.changing_window import ChangingWindow
from itadmin.ui.help.side_help import SideHelp
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.meeting.decide_sheet import DecideSheet, Meeting
from itadmin.ui.meeting.slide_view import SlideView
from itadmin.ui.meeting.slides import Slide, first_of, slides_of
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, ButtonKind, IconButton
from itadmin.ui.widgets.labels import ElidedLabel
from itadmin.ui.window_size import open_at_size
from itadmin.ui.working import Working

TITLE = "Mötesläge"
PAPER = "meeting_minutes"
_PROPOSING = "itadmin.services.matching.proposing"
_HELP = "moteslage"
_SIZE = (1280, 720)
_KEYS = "→ nästa · ← förra · 1–6 rubrik · B ta beslut · Esc lämna · F11 helskärm"
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp)


def _unanswered(later: Callable[[], Reading], progress: Progress) -> Point | None:
    """The point about pairs that nobody has answered; what compares names is loaded by whoever looks first."""
    with closing(later()) as reading:
        found = import_module(_PROPOSING).proposals(reading, progress)
    return matches_point(len(found.questions), more=found.more)


class MeetingWindow(ChangingWindow):
    """Holds the meeting of today. Escape closes it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "surface")
        look, reading = session.look, session.reading()
        self._help = SideHelp(look, _HELP)
        self._working = Working(session.background)
        self._forum = usual_forum(reading, decisions_of(reading))
        self._matches: Point | None = None
        self._place = 0
        self._slides: tuple[Slide, ...] = ()
        self._taken: tuple[UUID, ...] = ()
        self.heading = ElidedLabel(look, TITLE, TextStyle.NAME)
        self.where = ElidedLabel(look, "", ink=Ink.TEXT2)
        self.back = IconButton(look, "arrow_left", "Förra sidan (←)")
        self.forward = IconButton(look, "arrow_right", "Nästa sida (→)")
        self.decide = Button(look, "Ta beslut…", ButtonKind.PRIMARY, "gavel")
        self.done = Button(look, "Verkställt", icon="checkmark")
        self.minutes = Button(look, "Protokoll…", icon="document_pdf")
        self.leave = Button(look, "Lämna")
        self.help = IconButton(look, "question_circle", "Hjälp om mötesläget")
        self.slide = SlideView(look)
        self.keys = ElidedLabel(look, _KEYS, TextStyle.SECOND, Ink.TEXT2)
        self._build()
        self._connect()
        self.refresh()
        self._look_for_matches()

    @property
    def shown(self) -> Slide:
        """The page that is shown."""
        return self._slides[self._place]

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All pages."""
        return self._slides

    def refresh(self) -> None:
        """Read the register anew, and stay at the page one was at."""
        kept = self._slides[self._place].key if self._slides else None
        reading = self._session.reading()
        agenda = agenda_of(reading, self._forum)
        if self._matches is not None:
            agenda = agenda.with_point(self._matches)
        taken = taken_on(decisions_of(reading), self._forum, reading.day)
        own = reading.organisation_id
        self._taken = tuple(each.id for each in taken if each.owner == own)
        self._slides = slides_of(agenda)
        places = [place for place, slide in enumerate(self._slides) if slide.key == kept]
        self._show(places[0] if places else min(self._place, len(self._slides) - 1))

    def turn(self, by: int) -> None:
        """Go some pages on, or back, as far as there are any."""
        self._show(min(max(self._place + by, 0), len(self._slides) - 1))

    def go_to(self, kind: Kind) -> None:
        """Go to the first point of a kind, if there is one."""
        place = first_of(self._slides, kind)
        if place is not None:
            self._show(place)

    def take_decision(self) -> None:
        """Ask for a decision about what is shown."""
        if not self._session.workspace.writable:
            return
        meeting = Meeting(self._forum, self._session.reading().day)
        sheet = DecideSheet(self._session, meeting, self.shown.point, self)
        sheet.taken.connect(self._on_taken)
        sheet.open()

    def mark_done(self) -> None:
        """Note that the decision that is followed up here is carried out."""
        point = self.shown.point
        if point is None or point.settles is None or not self._session.workspace.writable:
            return
        records = self._session.workspace.records
        try:
            step = done_step(records, point.settles, point.title)
            records.apply(step)
        except KnownError as error:
            self.status.say(error.sentence)
            return
        self.status.say(f"{step.title}.", undoable=True)

    def print_minutes(self) -> None:
        """Open the minutes of what has been decided today."""
        if self._taken:
            self._session.guide.open_paper(PAPER, self._taken[0])

    def turn_screen(self) -> None:
        """Fill the whole screen, or be a window again."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Look no more, and close the help with it."""
        self._working.forget()
        self._help.close()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, scroll, decide; Escape leaves."""
        key = Qt.Key(event.key())
        deed = self._deeds.get(key)
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    def _build(self) -> None:
        metrics = self._session.look.metrics
        self.setWindowTitle(f"{TITLE} – itadmin")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.top_items.setSpacing(metrics.gap)
        self.top_items.addWidget(self.heading)
        self.top_items.addWidget(self.where, 1)
        for button in (self.back, self.forward, self.decide, self.done, self.minutes, self.leave, self.help):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.top_items.addWidget(button)
        self.decide.setToolTip("Anteckna ett beslut om det som visas (B)")
        self.done.setToolTip("Beslutet är verkställt (V)")
        self.minutes.setToolTip("Det som har beslutats i dag, att skriva ut (Ctrl+P)")
        self.body_items.addWidget(self.slide)
        self.status_items.addWidget(self.keys)
        open_at_size(self, self._session.look, _SIZE)
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.setFocus()

    def _connect(self) -> None:
        self.keep_up(self.refresh)
        buttons = (
            (self.back, lambda: self.turn(-1)),
            (self.forward, lambda: self.turn(1)),
            (self.decide, self.take_decision),
            (self.done, self.mark_done),
            (self.minutes, self.print_minutes),
            (self.leave, self.close),
            (self.help, self._help.open),
        )
        for button, deed in buttons:
            button.clicked.connect(lambda _on=False, deed=deed: deed())
        self._deeds: dict[Qt.Key, Callable[[], object]] = {
            **dict.fromkeys(_NEXT, lambda: self.turn(1)),
            **dict.fromkeys(_BACK, lambda: self.turn(-1)),
            Qt.Key.Key_Home: lambda: self._show(0),
            Qt.Key.Key_End: lambda: self._show(len(self._slides) - 1),
            Qt.Key.Key_Down: lambda: self.slide.move_text(2),
            Qt.Key.Key_Up: lambda: self.slide.move_text(-2),
            Qt.Key.Key_B: self.take_decision,
            Qt.Key.Key_V: self.mark_done,
            **{Qt.Key(Qt.Key.Key_1 + place): partial(self.go_to, kind) for place, kind in enumerate(Kind)},
        }
        self.bind_keys(
            {
                "F11": self.turn_screen,
                "F1": self._help.open,
                "Ctrl+P": self.print_minutes,
            }
        )

    def _show(self, place: int) -> None:
        self._place = place
        slide, writable = self.shown, self._session.workspace.writable
        self.slide.show_slide(slide)
        self.where.setText(f"{self._forum} · sida {place + 1} av {len(self._slides)}")
        self.back.setEnabled(place > 0)
        self.forward.setEnabled(place < len(self._slides) - 1)
        self.decide.setVisible(writable)
        self.done.setVisible(writable and slide.point is not None and slide.point.settles is not None)
        self.minutes.setEnabled(bool(self._taken))

    def _look_for_matches(self) -> None:
        later = self._session.workspace.snapshot_later()
        self._working.run(
            "Letar efter system som kan vara samma",
            lambda progress: _unanswered(later, progress),
            self._on_matches,
            lambda error: self.status.say(known(error).sentence),
        )

    def _on_matches(self, point: Point | None) -> None:
        self._matches = point
        self.refresh()

    def _on_taken(self, forum: str, sentence: str) -> None:
        self._forum = forum
        self.refresh()
        self.status.say(sentence, undoable=True)
