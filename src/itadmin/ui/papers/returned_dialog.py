"""*Registrera påskrivet*: the file that came back, which handling it is, when and how it was signed, and by whom.

The file can be chosen or dropped on the dialog; what it tells of itself is filled in and can be changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from itadmin.domain.calendar import parse_day
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers import KINDS, Scan, Signed, register_signed_paper, scan_at, unsigned_papers
from itadmin.ui.dialogs.scrolled_sheet import ScrolledSheet
from itadmin.ui.papers.returned import Returned, look_at, remarks, signatories_of, signed_rows, still_to_sign
from itadmin.ui.papers.returned_fields import ReturnedFields
from itadmin.ui.session import Session
from itadmin.ui.signing.view import SignaturesView
from itadmin.ui.widgets.buttons import ButtonKind

_TITLE = "Registrera påskrivet"
_WIDTH = 640
_KINDS = f"Påskriven handling ({' '.join(f'*{ending}' for ending in KINDS)})"
_NO_FILE = "Välj filen med det påskrivna, eller släpp den här."
_ELECTRONIC, _OWN_WORD = "e_avancerad", "e_enkel"
"""What a signature with a certificate is taken to be, and one with a certificate that the signer has issued.

If it is a qualified one cannot be told without a network.
"""
_NO_PAPER = "Välj vilken handling filen är."
_ACT, _ACT_ALL_THE_SAME = "Registrera", "Registrera ändå"


class ReturnedDialog(ScrolledSheet):
    """Registers one handling as signed; `done_with` tells in a sentence that it is registered.

    `set_aside` gives the file (a Scan) when something else is to be done with it.
    """

    set_aside = Signal(object)
    done_with = Signal(str)

    def __init__(
        self, session: Session, parent: QWidget | None, first: IssuedPaper | None = None, other: str = ""
    ) -> None:
        """`first` is the handling that is likeliest meant; a file that says otherwise is believed, and it is told.

        `other` is what else can be done with the file, as the word of a button. Raises KnownError when nothing is out
        to be signed.
        """
        papers = unsigned_papers(session.reading())
        if not papers:
            raise KnownError("Ingen handling väntar på underskrift. Skapa handlingen som PDF först.")
        super().__init__(session.look, _TITLE, _WIDTH, parent)
        self._session = session
        self._papers = papers
        self._first = first
        self._returned: Returned | None = None
        self._expected: list[Mapping[str, Any]] = []
        self._waits = self._insisted = False
        self.signatures = SignaturesView(session.look)
        self.fields = ReturnedFields(session.look, self._papers, session.reading().words)
        self._choose_paper(first or (self._papers[0] if len(self._papers) == 1 else None))
        self._build(other)
        self.fields.show_day(session.reading().day)
        self._on_paper()

    @property
    def paper(self) -> IssuedPaper | None:
        """The handling that is chosen."""
        place = self.fields.paper.currentIndex()
        return self._papers[place] if place >= 0 else None

    def take_file(self, path: Path) -> None:
        """Take a file as what came back; one that cannot be is told of."""
        self.fields.refuse("")
        try:
            self.take_scan(scan_at(path))
        except KnownError as error:
            self._returned = None
            self.fields.show_file("")
            self.signatures.show_signatures(())
            self.other.setEnabled(False)
            self._tell()
            self.fields.refuse(error.sentence)
            self.fit_soon()

    def take_scan(self, scan: Scan) -> None:
        """Take a signed copy as what came back, and fill in what it tells."""
        returned = self._returned = look_at(self._session.workspace, scan)
        self.other.setEnabled(True)
        self.fields.show_file(scan.name)
        self.signatures.show_signatures(returned.signatures)
        if returned.match.paper is not None:
            self._choose_paper(returned.match.paper)
        days = [seen.at.astimezone().date() for seen in returned.signers if seen.at is not None]
        if days:
            self.fields.show_day(max(days))
        if returned.signers:
            self.fields.choose_signing(_OWN_WORD if any(seen.is_own_word for seen in returned.signers) else _ELECTRONIC)
            self._on_paper()
        self._tell()

    def carry_out(self) -> None:
        """Register it; what is wrong is told, and nothing is written then.

        When not all have signed it is asked for twice.
        """
        if self._waits and not self._insisted:
            self._insisted = True
            self.act.setText(_ACT_ALL_THE_SAME)
            return
        try:
            paper, signed = self._asked()
            register_signed_paper(self._session.workspace, paper.id, signed)
        except (ValueError, KnownError) as error:
            self.fields.refuse(error.sentence if isinstance(error, KnownError) else str(error))
            self.fit_soon()
            return
        self.done_with.emit(f"Handling {paper.number} är registrerad som påskriven.")
        self.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of the computer's."""
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.take_file(path)

    def _asked(self) -> tuple[IssuedPaper, Signed]:
        """What is to be registered. Raises ValueError with what is missing or wrong."""
        if self._returned is None:
            raise ValueError(_NO_FILE)
        if self.paper is None:
            raise ValueError(_NO_PAPER)
        day = self._day()
        rows = [{**row, "signed_on": day.isoformat()} for row in self.fields.signatories.rows()]
        return self.paper, Signed(day, self.fields.signing_code(), rows, self._returned.scan)

    def _day(self) -> date:
        return parse_day(self.fields.day.text())

    def _build(self, other: str) -> None:
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAcceptDrops(True)
        self.column.addWidget(self.fields)
        self.column.addWidget(self.signatures)
        self.other = self.add_button(other, first=True)
        self.other.setVisible(bool(other))
        self.other.setEnabled(False)
        self.other.clicked.connect(self._set_aside)
        self.add_button("Avbryt").clicked.connect(self.reject)
        self.act = self.add_button(_ACT, ButtonKind.PRIMARY)
        self.act.setDefault(True)
        self.act.clicked.connect(self.carry_out)
        self.fields.choose.clicked.connect(self._choose_file)
        self.fields.paper.currentIndexChanged.connect(self._on_paper)
        self.fields.signatories.grown.connect(self.fit_soon)

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, "Välj det påskrivna", "", _KINDS)
        if name:
            self.take_file(Path(name))

    def _choose_paper(self, paper: IssuedPaper | None) -> None:
        ids = [each.id for each in self._papers]
        self.fields.paper.setCurrentIndex(ids.index(paper.id) if paper is not None and paper.id in ids else -1)

    def _on_paper(self) -> None:
        expected = signatories_of(self._session.workspace, self.paper) if self.paper is not None else []
        self._expected = expected
        signed = signed_rows(self._returned, expected) if self._returned is not None else []
        self.fields.signatories.show_rows(signed or expected)
        self._tell()

    def _tell(self) -> None:
        """Say what to think of with the file and the handling that are chosen."""
        workspace, returned = self._session.workspace, self._returned
        told = list(remarks(workspace, returned, self.paper, self._first)) if returned is not None else []
        waits = still_to_sign(returned, self._expected)
        self.fields.remark([waits, *told] if waits else told)
        self._waits, self._insisted = bool(waits), False
        self.act.setText(_ACT)
        wanted, left = (self.other, self.act) if waits and not self.other.isHidden() else (self.act, self.other)
        wanted.set_kind(ButtonKind.PRIMARY)
        wanted.setDefault(True)
        left.set_kind(ButtonKind.PLAIN)
        self.fit_soon()

    def _set_aside(self) -> None:
        if self._returned is not None:
            self.set_aside.emit(self._returned.scan)
            self.reject()


def dropped_file(event: QDropEvent) -> Path | None:
    """The one file of the computer's that is being dropped; None when it is anything else."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
