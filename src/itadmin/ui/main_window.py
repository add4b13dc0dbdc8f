"""The window's frame: top row, navigation, the place for pages, status row. Painted before anything heavy is loaded.

Knows no register, service or file: the workbench fills it.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QItemSelection, QSettings, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QMenuBar, QSizePolicy, QStackedWidget, QWidget

from itadmin.ui.commands import Commands
from itadmin.ui.forms import load_form
from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.look.style import set_property
from itadmin.ui.navigation import KEY, NavigationModel
from itadmin.ui.status_row import StatusRow
from itadmin.ui.widgets.buttons import IconButton
from itadmin.ui.widgets.nav_view import NavView

_SEARCH_WIDTH = 330
_SIZE = (1400, 880)


class MainWindow(QMainWindow):
    """The frame. `painted` is said once, after the first paint; `stepped` when more or less fits beside each other."""

    top_row: QWidget
    body: QWidget
    pages: QStackedWidget
    status_row: QWidget
    top_items: QHBoxLayout
    body_items: QHBoxLayout
    status_items: QHBoxLayout

    painted = Signal()
    stepped = Signal(WidthStep)
    register_chosen = Signal(str)
    closing = Signal()

    def __init__(self, look: Look, settings: QSettings) -> None:
        super().__init__()
        self.look = look
        self._settings = settings
        self._painted = False
        self._step = WidthStep.WIDE
        load_form("main_window", self)
        self.commands = Commands(self, look)
        self.navigation = NavigationModel(self)
        self.nav = NavView(look)
        self.search = QLineEdit()
        self.status = StatusRow(look)
        self._build()
        self._bind()
        self._remember()
        look.changed.connect(self._dress)
        self._dress()

    @property
    def step(self) -> WidthStep:
        """How much fits beside each other now."""
        return self._step

    def _build(self) -> None:
        for area, ground in ((self.top_row, "window"), (self.status_row, "window"), (self.body, "window")):
            set_property(area, "ground", ground)
        bar = QMenuBar()
        self.commands.fill(bar)
        self.search.setPlaceholderText("Sök i allt")
        self.search.setAccessibleName("Sök i alla register")
        self.search.setClearButtonEnabled(True)
        top = self.top_items
        for key, icon in (("back", "arrow_left"), ("forward", "arrow_right")):
            top.addWidget(self._button(key, icon))
        bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        top.addWidget(bar, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        top.addWidget(self.search)
        top.addStretch(1)
        for key, icon in (("undo", "arrow_undo"), ("redo", "arrow_redo"), ("help", "question_circle")):
            top.addWidget(self._button(key, icon))
        self.nav.setModel(self.navigation)
        self.nav.setAccessibleName("Register")
        self.body_items.insertWidget(0, self.nav)
        self.status_items.addWidget(self.status)

    def _button(self, key: str, icon: str) -> IconButton:
        action = self.commands[key]
        keys = action.shortcuts()
        button = IconButton(self.look, icon, action.text(), keys[0] if keys else QKeySequence())
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        action.changed.connect(lambda: button.setToolTip(action.toolTip()))
        return button

    def _bind(self) -> None:
        self.nav.selectionModel().selectionChanged.connect(self._on_nav)
        self.commands.bind("quit", self.close_whole)
        self.commands.bind("search", self._focus_search)
        self.commands.bind("larger", lambda: self._resize_text(0.1))
        self.commands.bind("smaller", lambda: self._resize_text(-0.1))
        self.commands.bind("normal_size", lambda: self._set_text(1.0))
        for scheme in Scheme:
            self.commands.bind(f"scheme_{scheme.value}", partial(self._set_scheme, scheme))

    def close_whole(self) -> None:
        """Close the window."""
        self.close()

    def show_navigation(self, *, shown: bool) -> None:
        """Show or hide what belongs to an open register."""
        self.nav.setVisible(shown)
        self.search.setVisible(shown)
        self.status_row.setVisible(shown)

    def mark_register(self, register: str) -> None:
        """Show in the navigation where we are, without going there."""
        selection = self.nav.selectionModel()
        with QSignalBlocker(selection):
            self.nav.setCurrentIndex(self.navigation.line(register).index())
        self.nav.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell when another step of width is reached."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place of the window and let the rest close."""
        self._settings.setValue("window/geometry", self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the font is another."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._painted:
            self._measure()

    def _measure(self) -> None:
        step = self.look.metrics.step(self.width())
        if step is not self._step:
            self._step = step
            self.nav.set_narrow(step is not WidthStep.WIDE)
            self.stepped.emit(step)

    def _on_nav(self, chosen: QItemSelection, _left: QItemSelection) -> None:
        for index in chosen.indexes():
            self.register_chosen.emit(index.data(KEY))

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _resize_text(self, by: float) -> None:
        self._set_text(round(self.look.text_factor + by, 1))

    def _set_text(self, factor: float) -> None:
        self.look.set_text_factor(factor)
        self._settings.setValue("look/text_factor", self.look.text_factor)
        self._measure()

    def _set_scheme(self, scheme: Scheme) -> None:
        self.look.set_scheme(scheme)
        self._settings.setValue("look/scheme", scheme.value)

    def _remember(self) -> None:
        geometry = self._settings.value("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(*_SIZE)

    def _dress(self) -> None:
        metrics = self.look.metrics
        self.top_items.setContentsMargins(metrics.gap, 0, metrics.gap, 0)
        self.top_items.setSpacing(metrics.tight)
        self.status_items.setContentsMargins(metrics.block, 0, metrics.block, 0)
        self.top_row.setFixedHeight(metrics.top_row)
        self.status_row.setFixedHeight(metrics.status)
        self.search.setFixedWidth(metrics.px(_SEARCH_WIDTH))
