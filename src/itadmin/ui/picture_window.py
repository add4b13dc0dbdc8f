"""What windows of a painted picture have in common: the same as a table beside it, choices above, what is done with it.

The picture and the table go together row by row. Knows no picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QVBoxLayout, QWidget

from itadmin.domain.problems import KnownError
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.picture_output import Output, PictureOutput
from itadmin.ui.planner_file import PlannerFile
from itadmin.ui.session import Session
from itadmin.ui.side_window import SideWindow
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate
from itadmin.ui.window_work import WindowWork

_TABLE_SHARE, _LOWER_SHARE = 0.4, 0.38


class PictureWindow(SideWindow):
    """A window without a picture yet. It follows the register: every change shows it anew.

    A subclass puts its picture in with `put_together`, tells what is shown with `tell`, and says what `output` is.
    """

    def __init__(
        self,
        session: Session,
        model: QAbstractItemModel,
        names: int = 0,
        shares: tuple[float, float] = (_TABLE_SHARE, _LOWER_SHARE),
    ) -> None:
        """`names` is the column of the table that names the row, `shares` the table's beside and below the picture."""
        super().__init__(session, "surface")
        self._shares = shares
        look = session.look
        self.heading = ElidedLabel(look, "", TextStyle.NAME)
        self.calendar = Button(look, "Till kalendern…", icon="calendar")
        self.copy = Button(look, "Kopiera bild", icon="copy")
        self.print_out = Button(look, "Skriv ut", icon="print")
        self.save = Button(look, "Spara bild eller PDF…", icon="save")
        self.told = Label(look, "", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.table = RowTable(look, RowHeight.COMPACT)
        self.said = ElidedLabel(look, style=TextStyle.SECOND)
        self._splitter, self._sides = Splitter(look), (QVBoxLayout(), QVBoxLayout())
        work = WindowWork(session, self)
        work.said.connect(self.said.setText)
        work.failed.connect(lambda error: self.said.setText(error.sentence))
        self._pictures = PictureOutput(session, self, work)
        self.days = PlannerFile(session, self, work)
        self._build(model, names)
        self._connect()

    def refresh(self) -> None:
        """Read the register anew, and stay at what one was at."""
        raise NotImplementedError

    def output(self) -> Output:
        """The picture that is shown, as what is saved and printed."""
        raise NotImplementedError

    def go_to(self, row: int) -> None:
        """Stand on what a row of the table tells, in the picture."""
        raise NotImplementedError

    def open_row(self, row: int) -> None:
        """Open what a row of the table tells."""
        raise NotImplementedError

    def has_room_beside(self) -> bool:
        """Whether the table has room beside the picture; else it goes below."""
        raise NotImplementedError

    def save_picture(self) -> None:
        """Ask where the picture is to lie and as what, and write it."""
        self._attempt(lambda: self._pictures.save(self.output()))

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        self._attempt(lambda: self._pictures.copy(self.output()))

    def print_picture(self) -> None:
        """Hand the picture over to be printed."""
        self._pictures.print_out(self.output())

    def offer_days(self, offers: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Say which days can be put in a calendar."""
        menu = QMenu(self.calendar)
        for words, save in offers:
            menu.addAction(words, save)
        self.calendar.setMenu(menu)

    def tell(self, title: str, sentence: str, show_table: Callable[[], object]) -> None:
        """Say what is shown, and have the table show it, laid out so that it can be scrolled to a row at once."""
        self.setWindowTitle(f"{title} – itadmin")
        self.heading.setText(title)
        self.told.setText(sentence)
        show_table()
        self.table.doItemsLayout()

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give the columns of the table widths, in pixels of the usual text size."""
        for column, width in enumerate(widths):
            self.table.setColumnWidth(column, self._session.look.metrics.px(width))

    def follow(self, row: int) -> None:
        """Choose the row of the table that the picture has come to."""
        column = max(self.table.currentIndex().column(), 0)
        self.table.setCurrentIndex(self.table.model().index(row, column))

    def put_together(self, picture: QWidget, table: QWidget) -> QWidget:
        """The picture and the table, beside or below each other as there is room."""
        for part, side in zip((picture, table), self._sides, strict=True):
            holder = QWidget()
            holder.setLayout(side)
            side.addWidget(part)
            self._splitter.addWidget(holder)
        self._set_apart()
        return self._splitter

    def column(self, stretched: QWidget, *below: QWidget, above: Sequence[QWidget] = ()) -> QWidget:
        """Parts below each other, one of which takes the room there is."""
        gap = self._session.look.metrics.gap
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, gap, 0, gap)
        column.setSpacing(gap)
        for part in (*above, stretched, *below):
            column.addWidget(part, 1 if part is stretched else 0)
        return holder

    def share_room(self) -> None:
        """Give picture and table their shares of the window."""
        across = self._splitter.orientation() is Qt.Orientation.Horizontal
        beside, below = self._shares
        room, share = (self.width(), beside) if across else (self.height(), below)
        self._splitter.setSizes([round(room * (1 - share)), round(room * share)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the table where there is room."""
        super().resizeEvent(event)
        self.turn_by_room()

    def turn_by_room(self) -> None:
        """Put the table beside the picture where there is room for it there, else below."""
        way = Qt.Orientation.Horizontal if self.has_room_beside() else Qt.Orientation.Vertical
        if way is not self._splitter.orientation():
            self._splitter.setOrientation(way)
            self._set_apart()
            self.share_room()

    def _build(self, model: QAbstractItemModel, names: int) -> None:
        look = self._session.look
        self.body_items.setContentsMargins(look.metrics.section_gap, 0, look.metrics.section_gap, 0)
        self.top_items.setSpacing(look.metrics.gap)
        self.top_items.addWidget(self.heading, 1)
        for button in (self.calendar, self.copy, self.print_out, self.save):
            self.top_items.addWidget(button)
        self.copy.setToolTip("Kopiera bild (Ctrl+C)")
        self.print_out.setToolTip("Skriv ut (Ctrl+P)")
        self.save.setToolTip("Spara bild eller PDF (Ctrl+S)")
        model.setParent(self)
        self.table.setModel(model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setItemDelegate(TextDelegate(look, self.table))
        self.table.setItemDelegateForColumn(names, NameDelegate(look, self.table))
        self.status_items.addWidget(self.said)

    def _connect(self) -> None:
        self.keep_up(self.refresh)
        self.table.opened.connect(lambda index: self.open_row(index.row()))
        self.table.selectionModel().currentRowChanged.connect(self._on_table)
        self.copy.clicked.connect(self.copy_picture)
        self.save.clicked.connect(self.save_picture)
        self.print_out.clicked.connect(self.print_picture)
        self.bind_keys({"Ctrl+C": self.copy_picture, "Ctrl+S": self.save_picture, "Ctrl+P": self.print_picture})

    def _set_apart(self) -> None:
        """Leave room on both sides of the line between picture and table where they stand beside each other."""
        across = self._splitter.orientation() is Qt.Orientation.Horizontal
        gap = self._session.look.metrics.gap if across else 0
        for place, (left, right) in enumerate(((0, gap), (gap, 0))):
            self._sides[place].setContentsMargins(left, 0, right, 0)

    def _attempt(self, work: Callable[[], str]) -> None:
        try:
            said = work()
        except KnownError as error:
            said = error.sentence
        if said:
            self.said.setText(said)

    def _on_table(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.go_to(current.row())
