"""*Dela med grannar*: what goes out, a password if one wants, and the file, which is proven before it is called done.

What goes out is worked out on a private copy, and the file made, beside the window; both can be stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from itadmin.domain.problems import KnownError
from itadmin.domain.text import file_name
from itadmin.domain.views import ListView
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.sharing.outgoing import Outgoing, outgoing
from itadmin.services.sharing.own_profiles import Part, free_name, is_own, leave_out, let_out
from itadmin.services.sharing.phrase import new_phrase
from itadmin.services.sharing.profiles import profiles_of
from itadmin.services.sharing.sending import ENDING, Made, Sending
from itadmin.ui.background import known
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.document.viewer import shown_by_system
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session
from itadmin.ui.sharing.password_page import PasswordPage
from itadmin.ui.sharing.profile_name import ProfileNameDialog
from itadmin.ui.sharing.profile_page import ProfilePage
from itadmin.ui.sharing.shared_page import SharedPage
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.notice import Notice
from itadmin.ui.widgets.step_trail import StepTrail
from itadmin.ui.working import Working

CHOOSE, PROTECT, DONE = range(3)

_SIZE = (1060, 660)
_STEPS = ("Vad går ut", "Lösenord", "Klart")
_PROFILE, _FOLDER = "share/profile", "share/folder"
_OWN_PROFILES = "share_profiles"


class ShareDialog(SheetDialog):
    """Makes a share file of the open register."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(session.look, "Dela med grannar", _SIZE, parent)
        self._session = session
        self._place = Path()
        self._stale = False
        self._working = Working(session.background, session.guide)
        self.notice = Notice(self.look)
        self.trail = StepTrail(self.look, _STEPS)
        last = str(session.memory.value(_PROFILE) or "")
        self.profile_page = ProfilePage(self.look, profiles_of(session.reading()), last)
        self.password_page = PasswordPage(self.look, new_phrase)
        self.shared_page = SharedPage(self.look)
        self.pages = QStackedWidget()
        for page in (self.profile_page, self.password_page, self.shared_page):
            self.pages.addWidget(page)
        self.told = ElidedLabel(self.look, "", TextStyle.SECOND, Ink.TEXT2)
        self.close_button = self.add_button("Avbryt")
        self.back = self.add_button("Tillbaka")
        self.forward = self.add_button("Nästa", ButtonKind.PRIMARY)
        self._lay_out()
        self._connect()
        self._show(CHOOSE)
        self._count()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self.look, self.windowTitle(), TextStyle.LIST_TITLE))
        head.addStretch(1)
        head.addWidget(self.trail)
        self.body.addLayout(head)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.pages, 1)
        self.foot.insertWidget(0, self.told, 100)
        self.forward.setDefault(True)

    def _connect(self) -> None:
        self.profile_page.changed.connect(self._count)
        self.profile_page.ready_changed.connect(self._set_buttons)
        self.profile_page.fields.moved.connect(self._move)
        self.profile_page.own_wanted.connect(self._show_own)
        self.shared_page.folder_wanted.connect(self._open_folder)
        self.close_button.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self._show(self.pages.currentIndex() - 1))
        self.forward.clicked.connect(self.go_on)
        self._working.began.connect(self._on_began)
        self._working.ended.connect(self._on_ended)
        self._working.late.connect(self._on_late)
        self.finished.connect(self._working.forget)
        self.finished.connect(self.password_page.forget)

    def go_on(self) -> None:
        """Do what the filled button says."""
        steps: dict[int, Callable[[], object]] = {
            CHOOSE: lambda: self._show(PROTECT),
            PROTECT: self.ask_place,
            DONE: self.accept,
        }
        steps[self.pages.currentIndex()]()

    def _show(self, step: int) -> None:
        """Stand on a step."""
        self.pages.setCurrentIndex(step)
        self.trail.show_step(step)
        self.notice.set_messages([])
        self._set_buttons()
        first: QWidget = {CHOOSE: self.profile_page.choices, PROTECT: self.password_page.protects}.get(
            step, self.forward
        )
        first.setFocus()

    def _set_buttons(self) -> None:
        step, working = self.pages.currentIndex(), self._working.is_busy
        is_writing = working and step == PROTECT
        self.pages.setEnabled(not is_writing)
        self.back.setVisible(step == PROTECT)
        self.back.setEnabled(not working)
        self.close_button.setVisible(step != DONE)
        ready = step != CHOOSE or self.profile_page.outgoing() is not None
        self.forward.setEnabled(not working and ready)
        self.forward.setText({PROTECT: "Spara filen…", DONE: "Stäng"}.get(step, "Nästa"))

    # What goes out

    def _count(self) -> None:
        """Work out what goes out under the profile that is chosen; when one is at it, anew when that is done."""
        if self._working.is_busy:
            self._stale = True
            self._working.stop()
            return
        snapshot, profile = self._session.workspace.snapshot(), self.profile_page.profile

        def work(_progress: Progress) -> Outgoing:
            with closing(snapshot):
                return outgoing(snapshot, profile)

        self._run("Räknar vad som går ut", work, self.profile_page.show_outgoing)

    def _move(self, parts: Collection[Part], out: bool) -> None:
        """Let something go out, or stay at home; of a profile of the program's one's own is made, with a name."""
        profile = self.profile_page.profile
        if is_own(profile):
            self._keep(parts, out=out)
            return
        reading = self._session.reading()
        taken = [each.name for each in profiles_of(reading)]
        asked = ProfileNameDialog(self.look, free_name(reading, profile), taken, self)
        asked.chosen.connect(lambda name: self._keep(parts, name, out=out))
        asked.open()

    def _keep(self, parts: Collection[Part], name: str = "", *, out: bool) -> None:
        workspace, profile = self._session.workspace, self.profile_page.profile
        try:
            key = let_out(workspace, profile, parts) if out else leave_out(workspace, profile, parts, name)
        except KnownError as error:
            show_known_error(self, error, self.notice)
            return
        self.profile_page.show_profiles(profiles_of(self._session.reading()), key)
        self.profile_page.fields.table.setFocus()

    def _show_own(self) -> None:
        """Leave for the list of one's own profiles, where they are named and taken away."""
        self.accept()
        self._session.guide.open_list(_OWN_PROFILES, ListView())

    # The file

    def ask_place(self) -> None:
        """Ask where the file is to lie."""
        reading = self._session.reading()
        folder = self._session.memory.value(_FOLDER) or str(self._session.workspace.path.parent)
        name = file_name(f"{reading.organisation().label}_{reading.day.isoformat()}{ENDING}")
        path = ask_save_place(self, "Spara delningsfilen", Path(str(folder)) / name, (ENDING,))
        if path is not None:
            self.make(path)

    def make(self, path: Path) -> None:
        """Make the file at a place."""
        out, password = self.profile_page.outgoing(), self.password_page.password()
        if out is None:
            return
        sending = Sending(self._session.workspace.file, self._session.workspace.around)
        self._place = path
        self._run(
            "Gör delningsfilen och kontrollerar den",
            lambda progress: sending.make(path, out, password, progress),
            lambda made: self._on_made(made, password),
        )

    def _on_made(self, made: Made, password: str) -> None:
        memory = self._session.memory
        memory.keep(_FOLDER, str(self._place.parent))
        memory.keep(_PROFILE, self.profile_page.profile.key)
        self.shared_page.show_made(made, self._place, password)
        self._show(DONE)
        self._session.guide.say(f"Delningsfilen {self._place.name} är sparad.")

    def _open_folder(self) -> None:
        if not shown_by_system(self._place.parent):
            self._session.guide.say(f"Datorn har inget program som visar {self._place.parent}.")

    # Work beside the window

    def _run(self, name: str, work: Callable[[Progress], Any], then: Callable[[Any], None]) -> None:
        self._working.run(name, work, then, self._on_failed)

    def _on_began(self, name: str) -> None:
        self.notice.set_messages([])
        self.told.setText(f"{name} …")
        self._set_buttons()

    def _on_ended(self) -> None:
        self.told.setText("")
        self._set_buttons()

    def _on_failed(self, error: BaseException) -> None:
        trouble = known(error)
        if self._stale:
            self._stale = False
            self._count()
        elif not isinstance(trouble, CancelledError):
            show_known_error(self, trouble, self.notice)

    def _on_late(self, error: BaseException | None) -> None:
        """Something came back when the dialog was gone: trouble of the world is still said."""
        if isinstance(error, KnownError):
            self._session.guide.say(error.sentence)
        elif error is not None:
            raise error

    def reject(self) -> None:
        """Stop the file that is being made; with none in hand, close."""
        if self._working.is_busy and self.pages.currentIndex() == PROTECT:
            self._working.stop()
        else:
            super().reject()
