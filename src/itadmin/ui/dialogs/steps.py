"""What dialogs that go step by step have in common: the trail of steps, a page for each, and work beside the window.

Knows nothing of what is asked on the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from itadmin.domain.problems import KnownError
from itadmin.services.progress import CancelledError, Progress
from itadmin.ui.background import known
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.notice import Notice
from itadmin.ui.widgets.step_trail import StepTrail
from itadmin.ui.working import Working


class StepsDialog(SheetDialog):
    """One whose pages a subclass puts in `pages`, and then stands on the first. Steps are counted from 0.

    The buttons of a step are set by `set_buttons`; the filled one does what `deeds` has for it.
    """

    def __init__(
        self, session: Session, title: str, size: tuple[int, int], steps: Sequence[str], parent: QWidget | None
    ) -> None:
        super().__init__(session.look, title, size, parent)
        self._session = session
        self._working = Working(session.background, session.guide)
        self.notice = Notice(self.look)
        self.trail = StepTrail(self.look, steps)
        self.pages = QStackedWidget()
        self.told = ElidedLabel(self.look, "", TextStyle.SECOND, Ink.TEXT2)
        self.close_button = self.add_button("Avbryt")
        self.back = self.add_button("Tillbaka")
        self.forward = self.add_button("Nästa", ButtonKind.PRIMARY)
        self._lay_out()
        self.close_button.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self.stand_on(self.step - 1))
        self.forward.clicked.connect(self.go_on)
        self._working.began.connect(self._on_began)
        self._working.ended.connect(self._on_ended)
        self._working.late.connect(self._on_late)
        self.finished.connect(self._working.forget)

    @property
    def step(self) -> int:
        """The step one stands on."""
        return self.pages.currentIndex()

    def deeds(self) -> Sequence[Callable[[], object]]:
        """What the filled button does, step by step."""
        raise NotImplementedError

    def set_buttons(self) -> None:
        """Set the words of the buttons and which may be pressed, on the step one stands on."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """What gets the keyboard when one comes to the step."""
        return self.forward

    def go_on(self) -> None:
        """Do what the filled button says."""
        self.deeds()[self.step]()

    def stand_on(self, step: int) -> None:
        """Go to a step; what was told is forgotten."""
        self.pages.setCurrentIndex(step)
        self.trail.show_step(step)
        self.notice.set_messages([])
        self.told.setText("")
        self.set_buttons()
        self.first_focus().setFocus()

    def run(self, name: str, work: Callable[[Progress], Any], then: Callable[[Any], None]) -> None:
        """Do work beside the window, and hand its result on; one piece at a time."""
        self._working.run(name, work, then, self.on_failed)

    def on_failed(self, error: BaseException) -> None:
        """Tell what went wrong with the work; nothing of what was stopped."""
        trouble = known(error)
        if not isinstance(trouble, CancelledError):
            show_known_error(self, trouble, self.notice)

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

    def _on_began(self, name: str) -> None:
        self.notice.set_messages([])
        self.told.setText(f"{name} …")
        self.set_buttons()

    def _on_ended(self) -> None:
        self.told.setText("")
        self.set_buttons()

    def _on_late(self, error: BaseException | None) -> None:
        """Something came back when the dialog was gone: trouble of the world is still said."""
        if isinstance(error, KnownError):
            self._session.guide.say(error.sentence)
        elif error is not None:
            raise error
