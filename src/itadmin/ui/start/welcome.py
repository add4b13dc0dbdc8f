"""The welcome page: three questions and a register is begun; or open a file, or try the sample region.

Shown before anything heavy is loaded, so it knows no register, service or database: it says what is wanted by signal.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QMenu, QScrollArea, QVBoxLayout, QWidget

from itadmin import __version__
from itadmin.paths import proposed_register
from itadmin.services.reference_data import municipalities
from itadmin.ui.forms import load_form
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.program_icon import ProgramIcon
from itadmin.ui.start.beginning import BeginningQuestion
from itadmin.ui.start.owner import OwnerQuestion
from itadmin.ui.start.question import Question
from itadmin.ui.start.recent_files import RecentFiles
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.empty_state import IconPicture
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.landscape import Landscape
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong

SAMPLE_CODES = ("1438", "1439", "1460", "1461", "1492")
"""The kommuner of the sample region."""
FILES = "Register (*.itadmin)"
_INTRODUCTION = "Register över system och avtal. Tre frågor, sedan är du i gång."
_ENDING = ".itadmin"
_TEXT_WIDTH = 600
_AIRY_HEIGHT = 760


class WelcomePage(QWidget):
    """What is shown when no register is open.

    `create_wanted` (code, name, path, command): make a register and begin with a command ("" for none); the name is ""
    for a kommun the program knows.
    `open_wanted` (path): open a file. `sample_wanted` (code): open a kommun of the sample region.
    """

    area: QScrollArea
    sheet: QWidget
    text: QWidget
    panes: QHBoxLayout
    column: QVBoxLayout

    create_wanted = Signal(str, str, Path, str)
    open_wanted = Signal(Path)
    sample_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._proposed = ""
        load_form("welcome", self)
        self.landscape = Landscape(look)
        self.notice = Notice(look)
        self.recent = RecentFiles(look)
        self.owner = OwnerQuestion(look, municipalities())
        self.place = Question(look, 2, "Var ska filen ligga?")
        self.beginning = BeginningQuestion(look)
        self.path = QLineEdit()
        self.create_button = Button(look, "Skapa filen och börja", ButtonKind.PRIMARY)
        self.open_button = Button(look, "Öppna en fil…", ButtonKind.QUIET, "folder_open")
        self.sample_button = Button(look, "Prova med exempelregionen…", ButtonKind.QUIET)
        self._browse = Button(look, "Välj…", icon="folder_open")
        self._build()
        self._connect()
        look.changed.connect(self._dress)
        self._dress()
        self._propose()

    def set_recent(self, files: list[Path]) -> None:
        """Show the files opened lately, newest first."""
        self.recent.set_files(files)
        self.notice.set_messages([])
        self.sample_button.setEnabled(True)

    def show_error(self, sentence: str) -> None:
        """Say why what was asked for could not be done."""
        self.notice.set_messages([Message(Concern.PROBLEM, (Strong("Det gick inte. "), sentence))])
        self.area.verticalScrollBar().setValue(0)

    def show_making(self, sentence: str) -> None:
        """Say what is being made before it opens; until then it cannot be wanted again."""
        self.notice.set_messages([Message(Concern.INFORMATION, (Strong("Exempelregionen görs. "), sentence))])
        self.sample_button.setEnabled(False)
        self.area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the landscape where there is room for it."""
        super().resizeEvent(event)
        self._measure()

    def _build(self) -> None:
        for part in (self, self.area, self.sheet, self.text):
            set_property(part, "ground", "surface")
        self.panes.insertWidget(0, self.landscape)
        self.place.add(self.path, self._browse)
        self.place.set_hint("En fil på din dator. Säkerhetskopior läggs i en mapp bredvid.")
        self.path.setAccessibleName(self.place.title)
        self.sample_button.setMenu(self._sample_menu())
        self.setFocusProxy(self.owner.kommun)
        self.column.addStretch(1)
        self.column.addLayout(self._head())
        for part in (self.notice, self.recent, self.owner, self.place, self.beginning):
            self.column.addWidget(part)
        self.column.addLayout(self._buttons())
        self.column.addLayout(self._foot())
        self.column.addStretch(1)

    def _head(self) -> QVBoxLayout:
        metrics = self._look.metrics
        column = QVBoxLayout()
        column.setSpacing(metrics.tight)
        column.addWidget(ProgramIcon(self._look))
        column.addSpacing(metrics.gap)
        column.addWidget(Label(self._look, "Välkommen till itadmin", TextStyle.WELCOME))
        column.addWidget(Label(self._look, _INTRODUCTION, ink=Ink.TEXT2, wrap=True))
        return column

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.sample_button)
        row.addStretch(1)
        row.addWidget(self.create_button)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.metrics.gap)
        row.addWidget(IconPicture(self._look, "globe_off", 16, Ink.TEXT2))
        row.addWidget(Label(self._look, "Inget nätverk, inget konto, ingen licensnyckel.", TextStyle.SECOND, Ink.TEXT2))
        row.addStretch(1)
        row.addWidget(Label(self._look, f"itadmin {__version__}", TextStyle.SECOND, Ink.TEXT2))
        return row

    def _sample_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName("Exempelregionens kommuner")
        names = {item.code: item.name for item in municipalities()}
        for code in SAMPLE_CODES:
            action = menu.addAction(names[code])
            action.triggered.connect(lambda _checked=False, code=code: self.sample_wanted.emit(code))
        return menu

    def _connect(self) -> None:
        self.recent.chosen.connect(self.open_wanted)
        self.owner.changed.connect(self._propose)
        self.owner.finished.connect(self._create)
        self.path.returnPressed.connect(self._create)
        self.path.textEdited.connect(lambda _text: self.place.set_fault(""))
        self.create_button.clicked.connect(self._create)
        self.open_button.clicked.connect(self._ask_file)
        self._browse.clicked.connect(self._ask_place)

    def _propose(self) -> None:
        """Propose a place for the file, unless the user has written another."""
        if self.path.text() != self._proposed:
            return
        name = self.owner.shown_name()
        self._proposed = QDir.toNativeSeparators(str(proposed_register(name))) if name else ""
        self.path.setText(self._proposed)
        self.path.setCursorPosition(0)

    def _create(self) -> None:
        if not self.owner.check() or not self._check_place():
            return
        code, name = self.owner.answer()
        self.create_wanted.emit(code, name, self._wanted_path(), self.beginning.answer())

    def _check_place(self) -> bool:
        fault = ""
        if not self.path.text().strip():
            fault = "Skriv var filen ska ligga, eller tryck på Välj."
        elif self._wanted_path().exists():
            fault = "Där finns redan en fil med det namnet. Öppna den i stället, eller välj ett annat namn."
        self.place.set_fault(fault)
        set_property(self.path, "state", "error" if fault else "")
        if fault:
            self.path.setFocus()
        return not fault

    def _wanted_path(self) -> Path:
        written = Path(QDir.fromNativeSeparators(self.path.text().strip())).expanduser()
        return written if written.suffix == _ENDING else written.with_name(written.name + _ENDING)

    def _ask_place(self) -> None:
        proposal = self.path.text() or str(proposed_register("Register"))
        name, _kind = QFileDialog.getSaveFileName(self, "Var ska filen ligga?", proposal, FILES)
        if name:
            self.path.setText(QDir.toNativeSeparators(name))
            self.place.set_fault("")

    def _ask_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, "Öppna ett register", "", f"{FILES};;Alla filer (*)")
        if name:
            self.open_wanted.emit(Path(name))

    def _measure(self) -> None:
        metrics = self._look.metrics
        air = metrics.margin if self.height() >= metrics.px(_AIRY_HEIGHT) else metrics.block
        self.column.setContentsMargins(0, air, 0, air)
        self.column.setSpacing(air)
        wide = metrics.step(self.window().width()) is not WidthStep.NARROW
        self.landscape.setVisible(wide and not self._look.tokens.contrast)

    def _dress(self) -> None:
        self.text.setMaximumWidth(self._look.metrics.px(_TEXT_WIDTH))
        self._measure()
