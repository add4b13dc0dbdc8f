"""The page of the starter list: search, areas to jump to, the table, what is known of a line, and the one button.

Nothing is written before the button is pressed; then everything is, as one step.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from itadmin.domain.problems import KnownError
from itadmin.services.starter_list import Area, SystemKind
from itadmin.services.starter_step import step
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
from itadmin.ui.session import Session
from itadmin.ui.starter.model import StarterModel, classing_of
from itadmin.ui.starter.table import StarterTable
from itadmin.ui.starter.ticking import Line, Ticking
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.jump_list import JumpList, JumpSection
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.notice import Notice
from itadmin.ui.window_size import open_at_size

_LEAST_SIZE = (700, 420)
_SIZE = (1280, 840)
_AREAS_WIDTH = 220
_INTRODUCTION = "Bocka för det ni har, skriv vad det heter och vem som äger det. Allt är förslag – ändra fritt."
_KEYS = "Mellanslag bockar · Tabb går till produkt och ägare · bokstäver söker · Ctrl+Enter lägger till"


class StarterDialog(SheetDialog):
    """Lets the user tick; `ticking` keeps what was ticked when it is closed without adding."""

    def __init__(self, session: Session, ticking: Ticking, parent: QWidget | None) -> None:
        super().__init__(session.look, "Startlista", _LEAST_SIZE, parent)
        self._session = session
        self._ticking = ticking
        self._line: Line | None = None
        self.model = StarterModel(ticking, self)
        self.notice = Notice(self.look)
        self.search = QLineEdit()
        self.only_ticked = QCheckBox("Visa bara det jag har bockat")
        self.areas = JumpList(self.look)
        self.table = StarterTable(self.look, self.model)
        self.purpose = ElidedLabel(self.look, "", TextStyle.SECOND)
        self.usual = ElidedLabel(self.look, "", TextStyle.SECOND, Ink.TEXT2)
        self._build()
        self._connect()
        self._filter()
        self._dress_areas()
        open_at_size(self, self.look, _SIZE)
        self.table.setFocus()

    def add(self) -> None:
        """Write what is ticked as one step, and close."""
        workspace, ticks = self._session.workspace, self._ticking.ticks()
        if not ticks:
            return
        try:
            changes = step(self._session.reading(), self._ticking.starter, ticks, workspace.records)
            workspace.records.apply(changes)
        except KnownError as error:
            show_known_error(self, error, self.notice)
            return
        self._session.guide.say(f"{len(ticks)} system är tillagda.", undoable=True)
        self.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the areas beside the table where there is room."""
        super().resizeEvent(event)
        self.areas.setVisible(self.look.metrics.step(self.width()) is not WidthStep.NARROW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, arrow down and Enter lead to the table, and Escape empties it first."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and not event.modifiers():
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.table.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                self.table.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        metrics = self.look.metrics
        self.search.setPlaceholderText("Sök slag av system, produkt eller leverantör")
        self.search.setAccessibleName("Sök i startlistan")
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.areas.setAccessibleName("Områden")
        self.areas.set_sections([JumpSection(area.name) for area in self._ticking.starter.areas])
        above = QHBoxLayout()
        above.setSpacing(metrics.block)
        above.addWidget(self.search, 1)
        above.addWidget(self.only_ticked)
        middle = QHBoxLayout()
        middle.setSpacing(metrics.section_gap)
        middle.addWidget(self.areas)
        middle.addWidget(self.table, 1)
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addWidget(self.purpose)
        about.addWidget(self.usual)
        self.body.addWidget(Label(self.look, "Vilka system har ni?", TextStyle.PAGE_TITLE))
        self.body.addWidget(Label(self.look, _INTRODUCTION, ink=Ink.TEXT2, wrap=True))
        self.body.addWidget(self.notice)
        self.body.addLayout(above)
        self.body.addLayout(middle, 1)
        self.body.addLayout(about)
        self.foot.insertWidget(0, ElidedLabel(self.look, _KEYS, TextStyle.SECOND, Ink.TEXT2), 100)
        self.close_button = self.add_button("Stäng")
        self.add_to_register = self.add_button("", ButtonKind.PRIMARY)
        for button in (self.close_button, self.add_to_register):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.only_ticked.toggled.connect(self._filter)
        self.areas.chosen.connect(self._go_to_area)
        self.table.typed.connect(self._search_on)
        self.table.left.connect(self.search.setFocus)
        self.table.line_changed.connect(self._show_line)
        self.table.verticalScrollBar().valueChanged.connect(self._follow)
        self.model.dataChanged.connect(self._count)
        self.close_button.clicked.connect(self.reject)
        self.add_to_register.clicked.connect(self.add)
        self.look.changed.connect(self._dress_areas)
        for keys, slot in (
            ("Ctrl+Return", self.add),
            ("Ctrl+Enter", self.add),
            ("Ctrl+F", self.search.setFocus),
            ("Ctrl+L", self.search.setFocus),
            ("F6", self.close_button.setFocus),
        ):
            QShortcut(QKeySequence(keys), self, slot)

    def _filter(self) -> None:
        line = self._line
        self.model.set_filter(self.search.text(), only_ticked=self.only_ticked.isChecked())
        self.table.go_to(line)
        self._show_line()
        self._count()
        self._follow()

    def _search_on(self, letter: str) -> None:
        self.search.setFocus()
        self.search.insert(letter)

    def _go_to_area(self, number: int) -> None:
        self.search.clear()
        self.only_ticked.setChecked(False)
        self.table.go_to_area(self._ticking.starter.areas[number])

    def _follow(self) -> None:
        area = self.table.area_at_top()
        if area is not None:
            self.areas.set_current(self._ticking.starter.areas.index(area))

    def _show_line(self) -> None:
        """Say what is known of the line that the keyboard stands on."""
        self._line = self.table.current_line()
        purpose, usual = _about(self._line)
        self.purpose.setText(purpose)
        self.usual.setText(usual)

    def _count(self) -> None:
        number = len(self._ticking.ticks())
        self.add_to_register.setText(f"Lägg till {number} system" if number else "Lägg till")
        self.add_to_register.setEnabled(number > 0)

    def _dress_areas(self) -> None:
        self.areas.setFixedWidth(self.look.metrics.px(_AREAS_WIDTH))


def _about(line: Line | None) -> tuple[str, str]:
    """What is known of a line, in two lines of text."""
    if isinstance(line, Area):
        return line.name, "Ägaren som du skriver här gäller det du bockar för i området och som inte har en egen ägare."
    if not isinstance(line, SystemKind):
        return "Inget i listan passar sökningen.", "Stäng och lägg till systemet med sitt namn i stället."
    products = ", ".join(f"{each.name} ({each.supplier})" if each.supplier else each.name for each in line.products)
    personal = "känsliga personuppgifter" if line.sensitive else "personuppgifter"
    usual = (
        f"Vanligen: {classing_of(line).in_words().lower()}",
        personal if line.personal_data else "inga personuppgifter",
        f"ägare {line.owner}",
        f"produkter {products}" if products else "",
    )
    return line.purpose, " · ".join(part for part in usual if part)
