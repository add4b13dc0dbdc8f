"""What leaves the window: matrix and ladder as pictures, both with the openings as a paper, the matrix as a table."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from itadmin.domain.problems import KnownError
from itadmin.services.reading import Reading
from itadmin.services.samverkan.matrix import Asked
from itadmin.services.samverkan.narrowing import Narrowing
from itadmin.services.samverkan.tables import matrix_overview
from itadmin.ui.exporting.overview_output import OverviewOutput
from itadmin.ui.picture_files import Drawing
from itadmin.ui.picture_output import Output, PictureOutput
from itadmin.ui.samverkan import ladder_painting, matrix_painting
from itadmin.ui.samverkan.ladder_pane import LadderPane
from itadmin.ui.samverkan.matrix_pane import MatrixPane
from itadmin.ui.session import Session
from itadmin.ui.window_work import WindowWork

PAPER = "cooperation_overview"
_MAKING = "itadmin.documents.making"
_MATRIX, _LADDER = "Samverkansmatris", "Samverkanstrappa"
Chosen = Callable[[], tuple[Asked, Narrowing, str]]


class Outputs(QObject):
    """Asks over `window`. `chosen` gives what is asked for, and in words what is shown; `said` what came of it."""

    said = Signal(str)

    def __init__(
        self, session: Session, window: QWidget, work: WindowWork, shown: tuple[MatrixPane, LadderPane], chosen: Chosen
    ) -> None:
        super().__init__(window)
        self._session = session
        self._pane, self._ladder = shown
        self._model = self._pane.model
        self._chosen = chosen
        self._pictures = PictureOutput(session, window, work)
        self._tables = OverviewOutput(session, window, work)

    def save_matrix(self) -> None:
        """Ask where the matrix is to lie as a picture, or as a paper with ladder and openings."""
        self._attempt(lambda: self._pictures.save(self._output(_MATRIX, self._draw_matrix)))

    def save_ladder(self) -> None:
        """Ask where the ladder is to lie as a picture, or as a paper with matrix and openings."""
        self._attempt(lambda: self._pictures.save(self._output(_LADDER, self._draw_ladder)))

    def save_table(self) -> None:
        """Ask where the matrix is to lie as a table."""
        self._tables.save(matrix_overview(self._model.matrix, self._model.rows))

    def copy_matrix(self) -> None:
        """Put the matrix on the clipboard as a picture."""
        self._attempt(lambda: self._pictures.copy(self._output(_MATRIX, self._draw_matrix)))

    def copy_ladder(self) -> None:
        """Put the ladder on the clipboard as a picture."""
        self._attempt(lambda: self._pictures.copy(self._output(_LADDER, self._draw_ladder)))

    def print_out(self) -> None:
        """Hand matrix, ladder and openings over to be printed."""
        self._pictures.print_out(self._output(_MATRIX, self._draw_matrix))

    def save_menu(self, parent: QWidget) -> QMenu:
        """All that can be saved."""
        menu = QMenu(parent)
        menu.addAction("Matrisen som bild eller PDF…", self.save_matrix)
        menu.addAction("Trappan som bild eller PDF…", self.save_ladder)
        menu.addAction("Matrisen till Excel…", self.save_table)
        menu.addAction("Som dokument…", lambda: self._session.guide.open_paper(PAPER, None))
        return menu

    def copy_menu(self, parent: QWidget) -> QMenu:
        """What can be copied."""
        menu = QMenu(parent)
        menu.addAction("Matrisen som bild", self.copy_matrix)
        menu.addAction("Trappan som bild", self.copy_ladder)
        return menu

    def _draw_matrix(self) -> Drawing:
        return matrix_painting.printed(
            self._model, self._session.look.theme, _MATRIX, self._told(), self._pane.first_seen
        )

    def _draw_ladder(self) -> Drawing:
        ladder = self._ladder.ladder
        return ladder_painting.printed(ladder, self._session.look.theme, self._told())

    def _told(self) -> str:
        return f"{self._chosen()[2]}, {self._model.matrix.day}."

    def _output(self, name: str, draw: Callable[[], Drawing]) -> Output:
        asked, narrowing, _told = self._chosen()
        order = [row.key for row in self._model.rows]

        def paper(reading: Reading) -> bytes:
            made: bytes = import_module(_MAKING).make_cooperation_overview(reading, asked, narrowing, order)
            return made

        return Output(f"{name}_{self._model.matrix.day.isoformat()}", draw, paper)

    def _attempt(self, work: Callable[[], str]) -> None:
        try:
            said = work()
        except KnownError as error:
            said = error.sentence
        if said:
            self.said.emit(said)
