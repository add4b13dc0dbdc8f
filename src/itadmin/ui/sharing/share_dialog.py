"""*Dela med grannar*: what goes out, a password if one wants, and the file, which is proven before it is called done.

What goes out is worked out on a private copy, and the file made, beside the window; both can be stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QWidget

from itadmin.domain.problems import KnownError
from itadmin.domain.sharing import ENDING
from itadmin.domain.text import file_name
from itadmin.domain.views import ListView
from itadmin.services.progress import Progress
from itadmin.services.sharing.outgoing import Outgoing, outgoing
from itadmin.services.sharing.own_profiles import Part, free_name, is_own, leave_out, let_out
from itadmin.services.sharing.phrase import new_phrase
from itadmin.services.sharing.profiles import profiles_of
from itadmin.services.sharing.sending import Made, Sending
from itadmin.ui.dialogs.steps import StepsDialog
from itadmin.ui.document.viewer import shown_by_system
from itadmin.ui.problems import show_known_error
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session
from itadmin.ui.sharing.password_page import PasswordPage
from itadmin.ui.sharing.profile_name import ProfileNameDialog
from itadmin.ui.sharing.profile_page import ProfilePage
from itadmin.ui.sharing.shared_page import SharedPage

CHOOSE, PROTECT, DONE = range(3)

_SIZE = (1060, 660)
_STEPS = ("Vad går ut", "Lösenord", "Klart")
_PROFILE, _FOLDER = "share/profile", "share/folder"
_OWN_PROFILES = "share_profiles"


class ShareDialog(StepsDialog):
    """Makes a share file of the open register."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(session, "Dela med grannar", _SIZE, _STEPS, parent)
        self._place = Path()
        self._stale = False
        last = str(session.memory.value(_PROFILE) or "")
        self.profile_page = ProfilePage(self.look, profiles_of(session.reading()), last)
        self.password_page = PasswordPage(self.look, new_phrase)
        self.shared_page = SharedPage(self.look)
        for page in (self.profile_page, self.password_page, self.shared_page):
            self.pages.addWidget(page)
        self._connect()
        self.stand_on(CHOOSE)
        self._count()

    def _connect(self) -> None:
        self.profile_page.changed.connect(self._count)
        self.profile_page.ready_changed.connect(self.set_buttons)
        self.profile_page.fields.moved.connect(self._move)
        self.profile_page.own_wanted.connect(self._show_own)
        self.shared_page.folder_wanted.connect(self._open_folder)
        self.finished.connect(self.password_page.forget)

    def deeds(self) -> Sequence[Callable[[], object]]:
        """Go to the password, ask for a place, and close."""
        return lambda: self.stand_on(PROTECT), self.ask_place, self.accept

    def first_focus(self) -> QWidget:
        """The profiles, and whether there is to be a password."""
        return (self.profile_page.choices, self.password_page.protects, self.forward)[self.step]

    def set_buttons(self) -> None:
        """Let one go on when it is known what goes out."""
        step, working = self.step, self._working.is_busy
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

        self.run("Räknar vad som går ut", work, self.profile_page.show_outgoing)

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
        self.run(
            "Gör delningsfilen och kontrollerar den",
            lambda progress: sending.make(path, out, password, progress),
            lambda made: self._on_made(made, password),
        )

    def _on_made(self, made: Made, password: str) -> None:
        memory = self._session.memory
        memory.keep(_FOLDER, str(self._place.parent))
        memory.keep(_PROFILE, self.profile_page.profile.key)
        self.shared_page.show_made(made, self._place, password)
        self.stand_on(DONE)
        self._session.guide.say(f"Delningsfilen {self._place.name} är sparad.")

    def _open_folder(self) -> None:
        if not shown_by_system(self._place.parent):
            self._session.guide.say(f"Datorn har inget program som visar {self._place.parent}.")

    # Work beside the window

    def on_failed(self, error: BaseException) -> None:
        """Tell what went wrong; where what goes out was being worked out and is something else now, do it anew."""
        if self._stale:
            self._stale = False
            self._count()
        else:
            super().on_failed(error)

    def reject(self) -> None:
        """Stop the file that is being made; with none in hand, close."""
        if self._working.is_busy and self.step == PROTECT:
            self._working.stop()
        else:
            super().reject()
