"""*Regionöversikt*: who has what, suppliers in common, agreements by end, cost a head and levels over time.

Stands beside the main window and follows the register. Each part is a table, with a picture where it says more.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from itadmin.services.exporting.overview import Overview
from itadmin.services.samverkan.heard import told_heard
from itadmin.services.samverkan.matrix import Asked, matrix_of
from itadmin.services.samverkan.narrowing import Narrowing, narrowed
from itadmin.services.samverkan.overview_tables import TITLE, region_tables, sheet_of
from itadmin.services.samverkan.overview_words import told_of
from itadmin.services.samverkan.region import regions_of
from itadmin.services.samverkan.seen import PARTS, Part, RegionSeen, region_seen
from itadmin.ui.exporting.overview_output import OverviewOutput
from itadmin.ui.help.side_help import SideHelp
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.region.bars_view import BarsView
from itadmin.ui.region.choices import Choices
from itadmin.ui.region.ends_view import EndsView
from itadmin.ui.region.pictures import cost_bars, ends_lanes, level_bars
from itadmin.ui.session import Session
from itadmin.ui.sheet_table import SheetTable
from itadmin.ui.side_window import SideWindow
from itadmin.ui.widgets.buttons import Button, IconButton, LinkButton
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.window_size import open_at_size
from itadmin.ui.window_work import WindowWork

PAPER = "region_overview"
_SIZE = (1360, 860)
_HELP = "regionoversikt"
_EMPTY = (
    "Inga system att visa ännu",
    "Registrera era system, och ta emot grannarnas filer.",
)


class RegionWindow(SideWindow):
    """Shows the region of today. Escape closes it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "surface")
        look = session.look
        self._help = SideHelp(look, _HELP)
        self.heading = ElidedLabel(look, TITLE, TextStyle.NAME)
        self.document = Button(look, "Som dokument…", icon="document_pdf")
        self.paper, self.save = Button(look, "Skriv ut", icon="print"), Button(look, "Spara som fil…", icon="save")
        self.help = IconButton(look, "question_circle", "Hjälp om regionöversikten")
        self.choices = Choices(look)
        self.tabs = QTabBar()
        self.heard = Label(look, "", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.told = Label(look, "", ink=Ink.TEXT2, wrap=True)
        self.match = LinkButton(look, "Matcha system…")
        self.bars, self.ends = BarsView(look), EndsView(look)
        self.table = SheetTable(look, TITLE)
        self.empty = EmptyState(look, "people_community", *_EMPTY, plain="Ta emot från granne…")
        self.said = ElidedLabel(look, style=TextStyle.SECOND)
        self._pages = QStackedWidget()
        self._work = WindowWork(session, self)
        self._output = OverviewOutput(session, self, self._work)
        self._build()
        self._connect()
        self.refresh()
        self.table.setFocus()

    @property
    def part(self) -> Part:
        """Which part is shown."""
        return list(PARTS)[max(self.tabs.currentIndex(), 0)]

    @property
    def seen(self) -> RegionSeen:
        """What is shown of the region."""
        return self._seen

    def refresh(self) -> None:
        """Read the register anew."""
        reading = self._session.reading()
        whole = matrix_of(reading, Asked(self.choices.region))
        self.choices.offer(regions_of(reading), whole.areas)
        self._seen = region_seen(reading, narrowed(whole, Narrowing(self.choices.area)))
        self.heard.setText(told_heard(self._seen.heard))
        self._pages.setCurrentIndex(0 if whole.rows else 1)
        for button in (self.document, self.paper, self.save):
            button.setEnabled(bool(whole.rows))
        self.show_part()

    def show_part(self) -> None:
        """Show the part whose tab is chosen."""
        seen, part = self._seen, self.part
        sheet = sheet_of(seen, part)
        self.table.setAccessibleName(sheet.name)
        self.table.show_rows(sheet.columns, list(sheet.rows))
        self.table.setCurrentIndex(self.table.sheet.index(0, 0))
        told = told_of(seen, part)
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.match.setVisible(part is Part.SYSTEMS and self._has_similar())
        bars = {Part.COSTS: cost_bars, Part.LEVELS: level_bars}.get(part)
        self.bars.show_bars(bars(seen) if bars else [])
        self.ends.show_lanes(seen.matrix.day, ends_lanes(seen) if part is Part.AGREEMENTS else [])

    def step_part(self, by: int) -> None:
        """Go to the part after or before, and round."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the help with it."""
        self._help.close()
        super().closeEvent(event)

    def _build(self) -> None:
        look = self._session.look
        metrics = look.metrics
        self.setWindowTitle(f"{TITLE} – itadmin")
        self.top_items.setSpacing(metrics.gap)
        self.top_items.addWidget(self.heading, 1)
        for button, keys in ((self.document, ""), (self.paper, "Ctrl+P"), (self.save, "Ctrl+S")):
            button.setToolTip(f"{button.text()} ({keys})" if keys else "Hela översikten med alla delar som PDF")
            self.top_items.addWidget(button)
        self.top_items.addWidget(self.help)
        self.tabs.setAccessibleName("Del av översikten")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        with QSignalBlocker(self.tabs):
            for name in PARTS.values():
                self.tabs.addTab(name)
        shown = QWidget()
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(metrics.gap)
        words = QHBoxLayout()
        words.setSpacing(metrics.block)
        words.addWidget(self.told, 1)
        words.addWidget(self.match, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(words)
        for part in (self.bars, self.ends):
            inner.addWidget(part)
        inner.addWidget(self.table, 1)
        self._pages.addWidget(shown)
        self._pages.addWidget(self.empty)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(metrics.section_gap, metrics.gap, metrics.section_gap, metrics.gap)
        column.setSpacing(metrics.gap)
        for above in (self.choices, self.heard, self.tabs):
            column.addWidget(above)
        column.addWidget(self._pages, 1)
        self.body_items.addWidget(holder)
        self.status_items.addWidget(self.said)
        open_at_size(self, look, _SIZE)

    def _connect(self) -> None:
        self.keep_up(self.refresh)
        self.tabs.currentChanged.connect(lambda _place: self.show_part())
        self.choices.changed.connect(self.refresh)
        self.table.opened.connect(self._open)
        self.table.copied.connect(self.said.setText)
        self.document.clicked.connect(lambda: self._session.guide.open_paper(PAPER, None))
        self.paper.clicked.connect(lambda: self._output.print_out(self._overview()))
        self.save.clicked.connect(lambda: self._output.save(self._overview()))
        self.match.clicked.connect(lambda: self._session.guide.do_command("matching"))
        self.help.clicked.connect(self._help.open)
        self.empty.plain_chosen.connect(lambda: self._session.guide.do_command("receive"))
        self._work.said.connect(self.said.setText)
        self._work.failed.connect(lambda error: self.said.setText(error.sentence))
        self.bind_keys(
            {
                "Ctrl+S": self.save.click,
                "Ctrl+P": self.paper.click,
                "Ctrl+PgDown": lambda: self.step_part(1),
                "Ctrl+PgUp": lambda: self.step_part(-1),
                "F1": self._help.open,
            }
        )

    def _has_similar(self) -> bool:
        """Whether systems stand on several rows until somebody has said whether they are the same."""
        return any(cell.is_only_similar for row in self._seen.matrix.rows for cell in row.cells.values())

    def _overview(self) -> Overview:
        return region_tables(self._seen, self.part, self.choices.area)

    def _open(self, index: QModelIndex) -> None:
        """Open what a row tells of, where that is a record."""
        place = self.table.sheet.place_of(index.row())
        found = None if place is None else self._record_at(place)
        if found is not None:
            self._session.guide.open_record(*found)

    def _record_at(self, place: int) -> tuple[str, UUID] | None:
        seen = self._seen
        match self.part:
            case Part.SYSTEMS:
                return "systems", seen.matrix.rows[place].id
            case Part.AGREEMENTS:
                return "agreements", seen.ends[place].id
            case Part.COSTS:
                return "organisations", seen.overview.kommuner[place].kommun.id
            case _:
                return None
