"""The first step: which file, which register it is about, and where in the file the table begins."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.register import Register
from itadmin.services.importing.headings import Headed, find_headings, find_sheet, headed, likely_register
from itadmin.services.tables.table import Row, Sheet, Table, cell_text
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import Button, LinkButton
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.empty_state import IconPicture
from itadmin.ui.widgets.labels import ElidedLabel, Label

_MOST_ROWS_OFFERED = 40
_LONGEST = 80
_ICON = 32


class FilePage(QWidget):
    """`choose_wanted` when a file is to be asked for, `template_wanted` when an empty table is to be saved."""

    choose_wanted = Signal()
    template_wanted = Signal()

    def __init__(self, look: Look, registers: Sequence[Register], preferred: Register) -> None:
        super().__init__()
        self._look = look
        self._registers = tuple(registers)
        self._table: Table | None = None
        self.choose = Button(look, "Välj fil…", icon="folder_open")
        self.file = ElidedLabel(look, "Ingen fil är vald. Släpp en fil här, eller välj en.", TextStyle.NAME)
        self.kinds = Label(look, "Excel (.xlsx) eller CSV. Filen ändras inte.", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.register = self._combo("Läs in till")
        self.sheet = self._combo("Blad")
        self.heading = self._combo("Rubrikerna står på")
        self.template = LinkButton(look, "Spara en tom mall…")
        for register in self._registers:
            self.register.addItem(register.plural)
        self.register.setCurrentIndex(self._registers.index(preferred))
        self._rows: list[tuple[Label, QWidget]] = []
        self._lay_out()
        self.choose.clicked.connect(self.choose_wanted)
        self.template.clicked.connect(self.template_wanted)
        self.register.currentIndexChanged.connect(self._on_register)
        self.sheet.currentIndexChanged.connect(self._on_sheet)
        self._offer()

    @property
    def chosen_register(self) -> Register:
        """The register that is read into."""
        return self._registers[self.register.currentIndex()]

    def show_file(self, path: Path, table: Table | None) -> None:
        """Show a file that is chosen; without a table while it is read, or when it could not be."""
        self.file.setText(path.name)
        self._table = table
        if table is not None:
            with QSignalBlocker(self.register):
                likely = likely_register(self._registers, table, self.chosen_register)
                self.register.setCurrentIndex(self._registers.index(likely))
        self._offer()

    def chosen_table(self) -> Headed | None:
        """The table under its headings; None while there is no file."""
        if self._table is None or self.sheet.currentIndex() < 0 or self.heading.currentIndex() < 0:
            return None
        return headed(self._sheets()[self.sheet.currentIndex()], self.heading.currentData())

    def _combo(self, name: str) -> ComboBox:
        combo = ComboBox(self._look)
        combo.setAccessibleName(name)
        combo.setMinimumContentsLength(20)
        combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return combo

    def _sheets(self) -> list[Sheet]:
        return [] if self._table is None else [sheet for sheet in self._table.sheets if sheet.rows]

    def _offer(self) -> None:
        """Offer the sheets of the file, and stand on the one that suits the register best."""
        sheets = self._sheets()
        with QSignalBlocker(self.sheet):
            self.sheet.clear()
            self.sheet.addItems([sheet.name for sheet in sheets])
            if self._table is not None:
                best = find_sheet(self.chosen_register, self._table).sheet
                self.sheet.setCurrentIndex([sheet.name for sheet in sheets].index(best))
        self._on_sheet()
        self.template.set_words(f"Spara en tom mall för {self.chosen_register.plural.lower()}…")
        for row, shown in zip(self._rows, (True, len(sheets) > 1, bool(sheets)), strict=True):
            for part in row:
                part.setVisible(shown)

    def _on_register(self) -> None:
        self._offer()

    def _on_sheet(self) -> None:
        """Offer the first rows of the sheet as headings, and stand on those that suit the register best."""
        with QSignalBlocker(self.heading):
            self.heading.clear()
            sheets = self._sheets()
            if not sheets:
                return
            sheet = sheets[max(self.sheet.currentIndex(), 0)]
            first = sheet.rows[:_MOST_ROWS_OFFERED]
            for row in first:
                self.heading.addItem(_told(row), row.number)
            best = find_headings(self.chosen_register, sheet).number
            self.heading.setCurrentIndex([row.number for row in first].index(best))

    def _lay_out(self) -> None:
        metrics = self._look.metrics
        drop = QWidget()
        set_property(drop, "ground", "sunken")
        line = QHBoxLayout(drop)
        line.setContentsMargins(metrics.margin, metrics.margin, metrics.margin, metrics.margin)
        line.setSpacing(metrics.block)
        line.addWidget(IconPicture(self._look, "document_text", _ICON))
        words = QVBoxLayout()
        words.setSpacing(metrics.tight)
        words.addWidget(self.file)
        words.addWidget(self.kinds)
        line.addLayout(words, 1)
        line.addWidget(self.choose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics.gap)
        grid.setVerticalSpacing(metrics.gap)
        grid.setColumnStretch(1, 1)
        for place, combo in enumerate((self.register, self.sheet, self.heading)):
            label = Label(self._look, combo.accessibleName(), ink=Ink.TEXT2)
            label.setBuddy(combo)
            label.setMinimumWidth(metrics.label)
            grid.addWidget(label, place, 0)
            grid.addWidget(combo, place, 1)
            self._rows.append((label, combo))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.section_gap)
        column.addWidget(drop)
        column.addLayout(grid)
        column.addWidget(self.template, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


def _told(row: Row) -> str:
    """A row as it is offered for headings: its number and the beginning of what it says."""
    cells = ", ".join(text for cell in row.cells if (text := " ".join(cell_text(cell).split())))
    return f"Rad {row.number}: {cells[:_LONGEST]}{'…' if len(cells) > _LONGEST else ''}"
