"""Gemensamma kurser: the needs of all known kommuner as courses, what each pays and saves, and sessions made of them.

Stands beside the main window and follows the register.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from itadmin.documents.course_list import NAME as TITLE
from itadmin.documents.course_list import TYPE as PAPER
from itadmin.services.reading import Reading
from itadmin.services.training.course_words import (
    ANY_MONTH,
    PARTS,
    amount,
    part_rows,
    standing,
    told,
    whole_words,
)
from itadmin.services.training.joining import NEEDS, Joined, courses, years
from itadmin.services.training.joint_sessions import month_words
from itadmin.ui.changing_window import ChangingWindow
from itadmin.ui.competence.course_deeds import CourseDeeds
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.told_rows import Told, ToldRows
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate
from itadmin.ui.widgets.value_delegates import MoneyDelegate
from itadmin.ui.window_size import open_at_size

_SIZE = (1240, 760)
_UPPER_SHARE = 0.55
_COURSES = ("Kurs", "System", "År", "Deltagare", "Kommuner", "Tillfällen", "Månad", "Besparing", "Läge")
_WIDTHS = (260, 170, 56, 84, 84, 84, 120, 110, 140)
_FIGURES, _PART_FIGURES = (3, 4, 5, 7), (1, 2, 3, 4, 5)
_PART_WIDTHS = (190, 90, 130, 110, 110, 110, 110)
_ALL_YEARS = "Alla år"
_EMPTY = "Inga utbildningsbehov är registrerade"
_HOW = "Lägg till behov, eller låt programmet göra behov av dem som saknar utbildning."


class CoursesWindow(ChangingWindow):
    """Shows the courses of one year, or of all. Escape closes it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "surface")
        look = session.look
        self.heading = ElidedLabel(look, TITLE, TextStyle.NAME)
        self.years_box = ComboBox(look)
        self.paper = Button(look, "Kurslista…", icon="document_pdf")
        self.told = Label(look, "", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.model, self.parts_model = ToldRows(self, _COURSES, _FIGURES), ToldRows(self, PARTS, _PART_FIGURES)
        self.table, self.parts = RowTable(look), RowTable(look, RowHeight.COMPACT)
        self.course_told = Label(look, "", wrap=True)
        self.make_sessions = Button(look, "Skapa tillfällen…", ButtonKind.PRIMARY, "calendar_person")
        self.add_need = Button(look, "Nytt behov…", icon="add")
        self.make_needs = Button(look, "Föreslå behov…", icon="lightbulb")
        self.empty = EmptyState(look, "people_community", _EMPTY, _HOW)
        self._pages, self._splitter = QStackedWidget(), Splitter(look, Qt.Orientation.Vertical)
        self.deeds = CourseDeeds(session, self)
        self._found: tuple[Joined, ...] = ()
        self._build()
        self._connect()
        self.refresh()
        self.table.setFocus()

    @property
    def shown(self) -> tuple[Joined, ...]:
        """The courses that are shown."""
        return self._found

    def refresh(self) -> None:
        """Read the register anew, and stay at the course one was at."""
        kept = self._chosen()
        reading = self._session.reading()
        self._offer_years(years(reading))
        self._found = courses(reading, self.years_box.currentData())
        rows = [Told(_row(reading, each), f"{each.title}. {told(reading, each)}") for each in self._found]
        self.model.show_rows(_COURSES, rows)
        again = next((place for place, each in enumerate(self._found) if kept is not None and _same(each, kept)), 0)
        self.table.setCurrentIndex(self.model.index(again, 0))
        self.told.setText(whole_words(self._found))
        self._pages.setCurrentIndex(0 if self._found else 1)
        self.paper.setEnabled(bool(self._found))
        self._show_course()

    def _build(self) -> None:
        look = self._session.look
        metrics = look.metrics
        self.setWindowTitle(f"{TITLE} – itadmin")
        self.top_items.setSpacing(metrics.gap)
        for part, stretch in ((self.heading, 1), (self.years_box, 0), (self.paper, 0)):
            self.top_items.addWidget(part, stretch)
        self.years_box.setAccessibleName("År")
        self.table.setAccessibleName("Kurser")
        self.parts.setAccessibleName("Kommunernas delar")
        for table, model, widths, figures in (
            (self.table, self.model, _WIDTHS, _FIGURES),
            (self.parts, self.parts_model, _PART_WIDTHS, _PART_FIGURES),
        ):
            table.setModel(model)
            table.setItemDelegate(TextDelegate(look, table))
            table.setItemDelegateForColumn(0, NameDelegate(look, table))
            for column, width in enumerate(widths):
                table.setColumnWidth(column, metrics.px(width))
                if column in figures:
                    table.setItemDelegateForColumn(column, MoneyDelegate(look, table))
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, metrics.gap, 0, 0)
        lower.setSpacing(metrics.gap)
        lower.addWidget(self.course_told)
        lower.addWidget(self.parts, 1)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(below)
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self.empty)
        holder = QWidget()
        column_items = QVBoxLayout(holder)
        column_items.setContentsMargins(metrics.section_gap, metrics.gap, metrics.section_gap, metrics.gap)
        column_items.setSpacing(metrics.gap)
        column_items.addWidget(self.told)
        column_items.addWidget(self._pages, 1)
        column_items.addWidget(self._acts())
        self.body_items.addWidget(holder)
        open_at_size(self, look, _SIZE)
        height = self.height()
        self._splitter.setSizes([round(height * _UPPER_SHARE), round(height * (1 - _UPPER_SHARE))])

    def _acts(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._session.look.metrics.gap)
        for button in (self.make_sessions, self.add_need, self.make_needs):
            row.addWidget(button)
        row.addStretch(1)
        holder.setVisible(self._session.workspace.writable)
        menu = QMenu(self.make_needs)
        year = self.years_box.currentData
        menu.addAction("Av dem som saknar utbildning…", lambda: self.deeds.make_of_lacking(year()))
        menu.addAction("Av antalet i utbildningsplanerna…", lambda: self.deeds.make_of_head_counts(year()))
        self.make_needs.setMenu(menu)
        return holder

    def _connect(self) -> None:
        self.deeds.said.connect(self.status.say)
        self.deeds.done.connect(lambda sentence: self.status.say(sentence, undoable=True))
        self.keep_up(self.refresh)
        self.years_box.currentIndexChanged.connect(lambda _place: self.refresh())
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_course())
        self.table.opened.connect(self._open)
        self.make_sessions.clicked.connect(self._make_sessions)
        self.add_need.clicked.connect(self.deeds.add_need)
        self.paper.clicked.connect(lambda: self._session.guide.open_paper(PAPER, None))

    def _offer_years(self, offered: tuple[int, ...]) -> None:
        kept = self.years_box.currentData()
        with QSignalBlocker(self.years_box):
            self.years_box.clear()
            self.years_box.addItem(_ALL_YEARS, None)
            for year in offered:
                self.years_box.addItem(str(year), year)
            self.years_box.setCurrentIndex(max(self.years_box.findData(kept), 0) if kept is not None else 0)

    def _chosen(self) -> Joined | None:
        row = self.table.currentIndex().row()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show_course(self) -> None:
        joined = self._chosen()
        rows = [] if joined is None else part_rows(joined)
        self.parts_model.show_rows(PARTS, [Told(row, ", ".join(filter(None, row))) for row in rows])
        self.course_told.setText("" if joined is None else told(self._session.reading(), joined))
        self.make_sessions.setEnabled(joined is not None and not joined.is_begun)

    def _open(self, _index: QModelIndex) -> None:
        """Open the first of the needs that the course is made of."""
        joined = self._chosen()
        if joined is not None:
            self._session.guide.open_record(NEEDS, (joined.own_needs or joined.needs)[0])

    def _make_sessions(self) -> None:
        joined = self._chosen()
        if joined is not None:
            self.deeds.make_sessions(joined)


def _row(reading: Reading, joined: Joined) -> tuple[str, ...]:
    course = joined.course
    return (
        joined.title,
        joined.system_name,
        str(joined.year or ""),
        str(course.people),
        str(len(course.parts)),
        str(course.sessions),
        month_words(reading, joined) or ANY_MONTH,
        amount(course.saving) if joined.is_joint else "",
        standing(joined),
    )


def _same(one: Joined, other: Joined) -> bool:
    return (one.title, one.year, one.system) == (other.title, other.year, other.system)
