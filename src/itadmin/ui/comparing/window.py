"""Comparing two versions of a styrande dokument: which two, what differs, and the same to print or save."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from itadmin.documents.steering_document_facts import own_municipality
from itadmin.documents.version_changes import (
    REGISTER,
    VersionChanges,
    version_changes,
    version_name,
    version_overview,
)
from itadmin.domain.problems import KnownError
from itadmin.services.steering import versions_of
from itadmin.ui.comparing.changed_text import ChangedText
from itadmin.ui.exporting.overview_output import OverviewOutput
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.side_window import SideWindow
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.window_size import open_at_size
from itadmin.ui.window_work import WindowWork

_SIZE = (960, 860)
_ALONE = "Det finns bara en version av dokumentet. Välj Ny version på dess sida, så finns det något att jämföra."
_TOLD_OF = frozenset({REGISTER.name, "steering_chapters", "organisations", "people", "value_words"})


class ComparisonWindow(SideWindow):
    """Shows what differs between two versions of a document. Raises KnownError when there is only one."""

    def __init__(self, session: Session, document_id: UUID) -> None:
        self._versions = versions_of(session.reading(), document_id)
        if len(self._versions) == 1:
            raise KnownError(_ALONE)
        super().__init__(session, "surface")
        look = session.look
        self._changes: VersionChanges | None = None
        self.heading = ElidedLabel(look, f"Jämför versioner av {self._versions[0].label}", TextStyle.NAME)
        self.print_out = Button(look, "Skriv ut", icon="print")
        self.save = Button(look, "Spara som fil…", icon="save")
        self.earlier, self.later = ComboBox(look), ComboBox(look)
        self.all_text = QCheckBox("Visa all text")
        self.next = Button(look, "Nästa ändring", icon="arrow_down", small=True)
        self.told = Label(look, "", TextStyle.NAME, wrap=True)
        self.text = ChangedText(look)
        self.said = ElidedLabel(look, style=TextStyle.SECOND)
        self._work = WindowWork(session, self)
        self._output = OverviewOutput(session, self, self._work)
        self._fill(document_id)
        self._build()
        self._connect()
        self.refresh()
        self.text.setFocus()

    def refresh(self) -> None:
        """Compare the chosen versions as they are now."""
        reading = self._session.reading()
        earlier, later = self.earlier.currentData(), self.later.currentData()
        try:
            self._changes = version_changes(reading, earlier, later, own_municipality(reading))
        except KnownError as error:
            self._changes = None
            self.told.setText(error.sentence)
            self.text.clear()
            return
        self.told.setText(self._changes.told)
        self.text.show_changes(self._changes, all_text=self.all_text.isChecked())

    def _fill(self, document_id: UUID) -> None:
        """Offer the versions; the one asked about is compared with the one before it, the first with the next."""
        ids = [read.record.id for read in self._versions]
        for box in (self.earlier, self.later):
            for read in self._versions:
                box.addItem(version_name(read), read.record.id)
        place = min(ids.index(document_id), len(ids) - 2)
        self.later.setCurrentIndex(place)
        self.earlier.setCurrentIndex(place + 1)

    def _build(self) -> None:
        metrics = self._session.look.metrics
        self.setWindowTitle(f"{self.heading.text()} – itadmin")
        self.top_items.setSpacing(metrics.gap)
        self.top_items.addWidget(self.heading, 1)
        for button, keys in ((self.print_out, "Ctrl+P"), (self.save, "Ctrl+S")):
            self.top_items.addWidget(button)
            button.setToolTip(f"{button.text()} ({keys})")
        self.next.setToolTip("Nästa ändring (F3)")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(metrics.section_gap, metrics.gap, metrics.section_gap, 0)
        column.setSpacing(metrics.gap)
        flow = FlowLayout(metrics.block)
        for box, word in ((self.earlier, "Från"), (self.later, "Till")):
            flow.addWidget(self._named(box, word))
        for part in (self.all_text, self.next):
            flow.addWidget(part)
        column.addLayout(flow)
        column.addWidget(self.told)
        column.addWidget(self.text, 1)
        self.body_items.addWidget(holder)
        self.status_items.addWidget(self.said)
        open_at_size(self, self._session.look, _SIZE)

    def _named(self, box: ComboBox, word: str) -> QWidget:
        look = self._session.look
        box.setAccessibleName(f"{word} version")
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.gap)
        row.addWidget(Label(look, word, ink=Ink.TEXT2))
        row.addWidget(box)
        return holder

    def _connect(self) -> None:
        self.keep_up(self._read_again, _TOLD_OF)
        for box in (self.earlier, self.later):
            box.currentIndexChanged.connect(lambda _place: self.refresh())
        self.all_text.toggled.connect(lambda _on: self.refresh())
        self.next.clicked.connect(self._go_to_next)
        self.print_out.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self._work.said.connect(self.said.setText)
        self._work.failed.connect(lambda error: self.said.setText(error.sentence))
        self.bind_keys({"Ctrl+P": self._print, "Ctrl+S": self._save, "F3": self._go_to_next})

    def _read_again(self) -> None:
        """Call the versions what they are called now, and compare them anew; closes when one of them is gone."""
        reads = self._session.reading().many(REGISTER.name, [read.record.id for read in self._versions])
        if len(reads) < len(self._versions):
            self.close()
            return
        self._versions = [reads[read.record.id] for read in self._versions]
        for box in (self.earlier, self.later):
            with QSignalBlocker(box):
                for place, read in enumerate(self._versions):
                    box.setItemText(place, version_name(read))
        self.refresh()

    def _go_to_next(self) -> None:
        if not self.text.go_to_next():
            self.said.setText("Det finns inga ändringar att gå till.")

    def _print(self) -> None:
        if self._changes is not None:
            self._output.print_out(version_overview(self._changes))

    def _save(self) -> None:
        if self._changes is not None:
            self._output.save(version_overview(self._changes))
