"""What can be done with a styrande dokument: write its text, adopt it, begin the next version, compare versions."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from itadmin.documents.adoptable import UndecidedError
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.services.reading import Read
from itadmin.services.steering import new_version
from itadmin.ui.panels.steering.adopt_dialog import AdoptDialog
from itadmin.ui.panels.steering.decisions import DecisionsPanel
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.steering.paper_types import paper_type
from itadmin.ui.widgets.button_flow import ButtonFlow

REGISTER = "steering_documents"
_WRITE, _READ = "Redigera text…", "Visa text…"


class DeedsPanel(Panel):
    """A row of buttons over the fields; what a document of another's, or one that is locked, cannot have is away."""

    section = "oversikt"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._read: Read | None = None
        metrics = session.look.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap, 0, metrics.gap, metrics.block)
        buttons = ButtonFlow(session.look)
        column.addLayout(buttons)
        self.text = buttons.add(_WRITE, "edit", lambda: session.guide.do_command("chapters"))
        self.adopt = buttons.add("Fastställ…", "checkmark_circle", self._adopt)
        self.next = buttons.add("Ny version", "document_add", self._begin_next)
        self.compare = buttons.add("Jämför versioner…", "copy", lambda: session.guide.do_command("compare_versions"))

    def show_read(self, read: Read) -> None:
        """Show what there is to do."""
        self._read = read
        document, reading = read.record, self._session.reading()
        if not isinstance(document, SteeringDocument):
            return
        is_own = self._session.may_change(read)
        is_locked = reading.lock_of(REGISTER, document) is not None
        has_later = bool(reading.referring(REGISTER, "replaces", document.id))
        self.text.setText(_READ if is_locked or not is_own else _WRITE)
        self.text.setVisible(bool(paper_type(document.template)))
        self.adopt.setVisible(is_own and not is_locked)
        self.next.setVisible(is_own and not has_later)
        self.compare.setVisible(has_later or document.replaces is not None)

    def _adopt(self) -> None:
        read = self._read
        if read is None:
            return
        try:
            AdoptDialog(self._session, read.record.id, self.window()).open()
        except UndecidedError as error:
            self.asked.emit(DecisionsPanel.section, error.sentence)
        except KnownError as error:
            self._session.guide.say(error.sentence)

    def _begin_next(self) -> None:
        """Begin the next version, and go there."""
        read = self._read
        if read is not None:
            self._session.guide.attempt(lambda: self._write_next(read))

    def _write_next(self, read: Read) -> None:
        guide, records = self._session.guide, self._session.workspace.records
        record_id, step = new_version(self._session.reading(), records, read.record.id)
        records.apply(step)
        guide.open_record(REGISTER, record_id)
        guide.say(f"{step.title}.", undoable=True)
