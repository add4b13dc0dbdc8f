"""What stands in the window: top row, navigation, the place for pages, status row.

Knows no register, service or file: the workbench fills it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QModelIndex, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenuBar, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from itadmin.ui.commands import Commands
from itadmin.ui.frame import Frame
from itadmin.ui.look.look import Look
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.look.style import set_property
from itadmin.ui.look_commands import LookCommands
from itadmin.ui.navigation import ALSO, DEED, KEY, PLACE, VIEW, NavigationModel, ViewLine
from itadmin.ui.status_row import StatusRow
from itadmin.ui.widgets.buttons import IconButton
from itadmin.ui.widgets.nav_view import NavView
from itadmin.ui.widgets.notice import Notice

_SEARCH_WIDTH, _LEAST_SEARCH_WIDTH = 330, 96
_BEFORE_GAPS = 100
"""The search field gets what room there is before the gaps beside it, and yields before the menus do."""
_NUMBERED = 10
"""Places that Alt leads to with a figure, the tenth with 0."""


class MainWindow(QObject):
    """The furniture of a frame. `stepped` is said when more or less fits beside each other.

    `view_chosen` gives a register and one of its views, "" for the register itself; or the key of the start page.
    """

    stepped = Signal(WidthStep)
    view_chosen = Signal(str, str)

    def __init__(self, frame: Frame, look: Look) -> None:
        super().__init__(frame)
        self.frame = frame
        self.look = look
        self.step = WidthStep.WIDE
        self.pages = QStackedWidget()
        self.commands = Commands(frame, look)
        self.navigation = NavigationModel(self)
        self.nav = NavView(look)
        self.search = QLineEdit()
        self.status = StatusRow(look)
        self.banner = Notice(look)
        self._build()
        self._bind()
        look.changed.connect(self._dress)
        look.changed.connect(self._measure)
        frame.resized.connect(self._measure)
        self._dress()
        self._measure()

    def _build(self) -> None:
        bar = QMenuBar()
        self.commands.fill(bar)
        bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.search.setPlaceholderText("Sök i allt")
        self.search.setAccessibleName("Sök i alla register")
        self.search.setClearButtonEnabled(True)
        self.search.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._top = QHBoxLayout()
        for key, icon in (("back", "arrow_left"), ("forward", "arrow_right")):
            self._top.addWidget(self._button(key, icon))
        self._top.addWidget(bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self._top.addStretch(1)
        self._top.addWidget(self.search, _BEFORE_GAPS)
        self._top.addStretch(1)
        for key, icon in (("undo", "arrow_undo"), ("redo", "arrow_redo"), ("help", "question_circle")):
            self._top.addWidget(self._button(key, icon))
        self._top_row = QWidget()
        self._top_row.setLayout(self._top)
        self.nav.setModel(self.navigation)
        self.nav.setAccessibleName("Register")
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.nav)
        body.addWidget(self.pages, 1)
        central = QWidget()
        set_property(central, "ground", "window")
        rows = QVBoxLayout(central)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._top_row)
        self._banner_row = QHBoxLayout()
        self._banner_row.addWidget(self.banner)
        rows.addLayout(self._banner_row)
        rows.addLayout(body, 1)
        rows.addWidget(self.status)
        self.show_navigation(shown=False)
        self.frame.setCentralWidget(central)

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
        bind = self.commands.bind
        self.nav.selectionModel().selectionChanged.connect(self._on_nav)
        self.nav.pressed_on.connect(lambda index: self._do(index.data(DEED)))
        self.nav.pressed.connect(lambda index: self._do(index.data(ALSO)))
        bind("quit", self.close)
        bind("search", self._focus_search)
        LookCommands(self.commands, self.look, self.frame)
        for place in range(_NUMBERED):
            shortcut = QShortcut(QKeySequence(f"Alt+{(place + 1) % _NUMBERED}"), self.frame)
            shortcut.activated.connect(partial(self._go_to, place))

    def close(self) -> None:
        """Close the window."""
        self.frame.close()

    def show_navigation(self, *, shown: bool) -> None:
        """Show or hide what belongs to an open register."""
        self.nav.setVisible(shown)
        self.search.setVisible(shown)
        self.status.setVisible(shown)

    def show_views(self, register: str, views: Sequence[ViewLine]) -> bool:
        """Show a register's views in the navigation, without going anywhere; says whether anything is new."""
        with QSignalBlocker(self.nav.selectionModel()):
            return self.navigation.set_views(register, views)

    def mark_register(self, register: str, view: str = "") -> None:
        """Show in the navigation where we are, without going there; nowhere for what has no line."""
        line, parent = self.navigation.line(register, view), self.navigation.line(register)
        with QSignalBlocker(self.nav.selectionModel()):
            if parent is not None:
                self.nav.open_only(parent.index())
                place = parent.data(PLACE)
                self.nav.show_rows(lambda row: self.navigation.is_shown(row, place))
            if line is None or self.nav.is_narrow:
                line = parent
            self.nav.setCurrentIndex(line.index() if line is not None else QModelIndex())
        self.nav.viewport().update()

    def _measure(self) -> None:
        step = self.look.metrics.step(self.frame.width())
        if step is not self.step:
            self.step = step
            self.nav.set_narrow(step is not WidthStep.WIDE)
            self.stepped.emit(step)

    def _on_nav(self, chosen: QItemSelection, _left: QItemSelection) -> None:
        for index in chosen.indexes():
            self.view_chosen.emit(index.data(KEY), index.data(VIEW))

    def _do(self, command: str | None) -> None:
        if command:
            self.commands[command].trigger()

    def _go_to(self, place: int) -> None:
        """Go to the page that stands so far down in the navigation."""
        places = self.navigation.places
        if place < len(places) and self.nav.isVisible():
            self.view_chosen.emit(places[place], "")

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _dress(self) -> None:
        metrics = self.look.metrics
        self._top.setContentsMargins(metrics.gap, 0, metrics.gap, 0)
        self._top.setSpacing(metrics.tight)
        self._top_row.setFixedHeight(metrics.top_row)
        self._banner_row.setContentsMargins(metrics.gap, 0, metrics.gap, 0)
        self.status.setContentsMargins(metrics.block, 0, metrics.block, 0)
        self.status.setFixedHeight(metrics.status)
        self.search.setMinimumWidth(metrics.px(_LEAST_SEARCH_WIDTH))
        self.search.setMaximumWidth(metrics.px(_SEARCH_WIDTH))
