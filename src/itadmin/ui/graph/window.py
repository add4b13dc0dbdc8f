"""The window of dependencies: the drawing, the same as a list beside it, and how far and which way one looks.

It follows the register, and leads to the systems it shows.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from itadmin.domain.calculations.dependencies import Side
from itadmin.domain.problems import KnownError
from itadmin.domain.text import file_name
from itadmin.services.dependencies import Dependencies, dependencies
from itadmin.services.dependency_picture import Picture, draw, listed
from itadmin.ui import texts_document as texts
from itadmin.ui.graph.controls import GraphTopRow
from itadmin.ui.graph.graph_view import GraphView
from itadmin.ui.graph.outline_view import OutlineView
from itadmin.ui.graph.painting import printed
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.picture_files import PNG, SVG, Drawing, image_of, save
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session
from itadmin.ui.side_window import SideWindow
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.window_size import open_at_size
from itadmin.ui.zoom_status import ZoomStatus

_SIZE = (1280, 800)
_LIST = 400
_LOWER_SHARE = 0.4
_REGISTER = "systems"
_TOUCHED_BY = frozenset({_REGISTER, "integrations"})
_WORDS = {Side.GIVERS: "Systemet beror på", Side.RECEIVERS: "Beroende av systemet"}


class DependencyWindow(SideWindow):
    """Shows what one system depends on and what depends on it. Escape closes, Alt with the left arrow goes back."""

    def __init__(self, session: Session, system_id: UUID) -> None:
        super().__init__(session, "surface")
        self._centres = [system_id]
        self._opened: set[int] = set()
        self._folder = session.workspace.path.parent
        self._found: Dependencies = dependencies(session.reading(), system_id)
        look = session.look
        self.top = GraphTopRow(look)
        self.graph = GraphView(look, self._picture())
        self.outline = OutlineView(look)
        self.status = ZoomStatus(look)
        self.empty = EmptyState(
            look,
            "apps",
            "Inga kända beroenden",
            "Lägg till en integration på systemets sida, så ritas den här.",
            primary="Öppna systemet",
        )
        self._stack = QStackedWidget()
        self._splitter = Splitter(look)
        self._build()
        self._connect()
        self._show()

    @property
    def centre(self) -> UUID:
        """The system that the picture is about."""
        return self._centres[-1]

    def go_to(self, system_id: UUID) -> None:
        """Look from another system."""
        if system_id != self.centre:
            self._centres.append(system_id)
            self._read()

    def go_back(self) -> None:
        """Look from the system before."""
        if len(self._centres) > 1:
            self._centres.pop()
            self._read()

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(image_of(self._printed()))
        self.status.said.setText("Bilden är kopierad.")

    def save_picture(self) -> None:
        """Ask where the picture is to lie, and write it."""
        name = file_name(f"Beroenden_{self._found.parts[self._found.centre].label[:60]}{PNG}")
        path = ask_save_place(self, "Spara bild", self._folder / name, (PNG, SVG))
        if path is None:
            return
        self._folder = path.parent
        try:
            save(self._printed(), path)
        except KnownError as error:
            self.status.said.setText(error.sentence)
            return
        self.status.said.setText(texts.saved_as(path.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list below the drawing where there is little room."""
        super().resizeEvent(event)
        narrow = self._session.look.metrics.step(self.width()) is WidthStep.NARROW
        way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if way is not self._splitter.orientation():
            self._splitter.setOrientation(way)
            self._share_room()

    def _build(self) -> None:
        look = self._session.look
        self.top_items.addWidget(self.top)
        self.status_items.addWidget(self.status)
        self._stack.addWidget(self.graph)
        self._stack.addWidget(self.empty)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self.outline)
        self._splitter.setStretchFactor(0, 1)
        self.body_items.addWidget(self._splitter)
        open_at_size(self, look, _SIZE)
        self._share_room()
        self.graph.setFocus()

    def _share_room(self) -> None:
        """The list takes its width; below the drawing, less than half."""
        if self._splitter.orientation() is Qt.Orientation.Horizontal:
            width = self._session.look.metrics.px(_LIST)
            self._splitter.setSizes([self.width() - width, width])
        else:
            self._splitter.setSizes([round(self.height() * (1 - _LOWER_SHARE)), round(self.height() * _LOWER_SHARE)])

    def _connect(self) -> None:
        self.keep_up(self._read, _TOUCHED_BY, at_once=True)
        self.top.changed.connect(self._look_again)
        self.top.back.clicked.connect(self.go_back)
        self.top.copy.clicked.connect(self.copy_picture)
        self.top.save.clicked.connect(self.save_picture)
        for part in (self.graph, self.outline):
            part.opened.connect(self._open)
        self.graph.centred.connect(self.go_to)
        self.graph.unfolded.connect(self._unfold)
        self.graph.current_changed.connect(self.outline.go_to)
        self.outline.stood_on.connect(self.graph.go_to)
        self.empty.primary_chosen.connect(lambda: self._open(self.centre))
        self.graph.zoom_changed.connect(self.status.set_zoom)
        self.status.zoom_in.clicked.connect(self.graph.zoom_in)
        self.status.zoom_out.clicked.connect(self.graph.zoom_out)
        self.status.fit.clicked.connect(self.graph.fit)
        self.bind_keys(
            {
                "Ctrl+C": self.copy_picture,
                "Ctrl+S": self.save_picture,
                "Alt+Left": self.go_back,
                "Ctrl++": self.graph.zoom_in,
                "Ctrl+=": self.graph.zoom_in,
                "Ctrl+-": self.graph.zoom_out,
                "Ctrl+0": self.graph.fit,
            }
        )

    def _picture(self) -> Picture:
        return draw(self._found, self.top.steps, self.top.way, opened=self._opened)

    def _printed(self) -> Drawing:
        return printed(self._picture(), self._session.look.theme)

    def _read(self) -> None:
        """Read the register and show what it tells; without the system there is nothing to show."""
        try:
            self._found = dependencies(self._session.reading(), self.centre)
        except KnownError:
            self.close()
            return
        self._look_again()

    def _look_again(self) -> None:
        self._opened.clear()
        self._show()

    def _unfold(self, layer: int) -> None:
        self._opened.add(layer)
        self._show()

    def _show(self) -> None:
        picture = self._picture()
        name = self._found.parts[self._found.centre].label
        self.setWindowTitle(f"Beroenden för {name} – itadmin")
        self.top.name.setText(name)
        self.top.back.setEnabled(len(self._centres) > 1)
        self._stack.setCurrentWidget(self.graph if self._found.flows else self.empty)
        self.graph.set_picture(picture)
        sides = (Side.GIVERS, Side.RECEIVERS) if self.top.way is Side.BOTH else (self.top.way,)
        self.outline.show_groups({_WORDS[side]: listed(self._found, self.top.steps, side) for side in sides})
        self.outline.go_to(self.graph.current)
        self.status.said.setText(picture.sentence)
        self.status.set_zoom(self.graph.zoom)

    def _open(self, system_id: UUID) -> None:
        self._session.guide.open_record(_REGISTER, system_id)
