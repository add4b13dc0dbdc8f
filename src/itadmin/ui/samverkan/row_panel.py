"""All about the row of the matrix that one stands on: times, reasons, levels over time, and what there is to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from itadmin.domain.text import without_digit
from itadmin.services.reading import Reading
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.services.samverkan.openings import Opening, opening_of
from itadmin.services.samverkan.plan_words import told_plan
from itadmin.services.samverkan.planner import Plan, Term, plan_of
from itadmin.services.samverkan.trend import history_of
from itadmin.services.samverkan.words import said_about, told_reasons
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.fact_table import Cells, FactTable, Table, name_link
from itadmin.ui.samverkan.cell_look import LEVELS
from itadmin.ui.samverkan.lanes_view import LanesView
from itadmin.ui.samverkan.row_words import (
    AGREEMENTS,
    STEPS,
    aside_words,
    earliest_words,
    level_steps,
    note_words,
    row_about,
    told_parts,
)
from itadmin.ui.samverkan.score_painting import MOST
from itadmin.ui.samverkan.steps_view import StepsView
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, ButtonKind, LinkButton
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.level_cell import LevelBadge, LevelMark
from itadmin.ui.widgets.prose import ProseLabel, Strong

_NONE = "Stå på ett system i matrisen, så visas kommunernas avtal, skälen och nivåerna över tid här."
_NO_REASONS = "Inget av skälen för att pröva samverkan finns i registret."
_NO_TERMS = "Inget avtal för systemet finns i registret."
_NO_LEVELS = "Ingen har angett någon nivå."
_PLAIN = "Se avtalet"


class RowPanel(QWidget):
    """Shows a row, with its buttons below, which are connected by who shows it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        look = session.look
        self.begin = Button(look, "Starta samverkansärende…", ButtonKind.PRIMARY, "handshake")
        self.aside = Button(look, "Inte aktuellt till…", icon="clock")
        self.cost = Button(look, "Räkna på kostnaden…", icon="calculator")
        self.case = Button(look, "Visa ärendet", icon="handshake")
        self.match = Button(look, "Matcha system…", icon="link")
        self.heading = LinkButton(look, "", TextStyle.LIST_TITLE)
        self.lanes, self.steps = LanesView(look), StepsView(look)
        self.opening: Opening | None = None
        self._inside = QWidget()
        self._parts = QVBoxLayout(self._inside)
        self._told = QWidget()
        self._scroll = QScrollArea()
        set_property(self._inside, "ground", "sunken")
        self._build()

    @property
    def words(self) -> str:
        """All that is told, as it is read."""
        return "\n".join(label.text() for label in self._told.findChildren(Label))

    def show_row(self, reading: Reading, matrix: Matrix, row: Row | None) -> None:
        """Tell of another row, or of none."""
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._session.look.metrics.gap)
        self.opening = None if row is None else opening_of(reading, matrix, row)
        self._show_buttons(row)
        self.heading.set_words("" if row is None else row.name)
        self.heading.setVisible(row is not None)
        if row is None or self.opening is None:
            column.addWidget(self._text(_NONE))
        else:
            self._show_head(matrix, row, column)
            self._show_times(reading, matrix, row, column)
            self._show_reasons(matrix, row, column)
            self._show_levels(reading, matrix, row, column)
        self._parts.replaceWidget(self._told, told)
        self._told.hide()
        self._told.deleteLater()
        self._told = told
        told.show()
        self._parts.activate()
        self._scroll.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        metrics = self._session.look.metrics
        self._parts.setContentsMargins(metrics.section_gap, metrics.block, metrics.section_gap, metrics.section_gap)
        self._parts.setSpacing(metrics.gap)
        self._parts.addWidget(self.heading)
        self._parts.addWidget(self._told)
        self._parts.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName("Om systemet")
        self._scroll.setWidget(self._inside)
        foot = QWidget()
        set_property(foot, "ground", "sunken")
        flow = FlowLayout(metrics.gap)
        for button in (self.begin, self.case, self.cost, self.aside, self.match):
            flow.addWidget(button)
        column = QVBoxLayout(foot)
        column.setContentsMargins(metrics.section_gap, metrics.gap, metrics.section_gap, metrics.gap)
        column.addLayout(flow)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(foot)

    def _show_buttons(self, row: Row | None) -> None:
        is_writable = self._session.workspace.writable and row is not None
        note = self.opening.note if self.opening else None
        has_case = note is not None and note.case is not None
        is_aside = self.opening is not None and self.opening.is_aside(self._session.reading().day)
        self.begin.setVisible(is_writable and not has_case)
        self.case.setVisible(has_case)
        self.cost.setVisible(is_writable)
        self.aside.setVisible(is_writable and not has_case)
        self.aside.setText("Aktuellt igen" if is_aside else "Inte aktuellt till…")
        has_similar = row is not None and any(cell.is_only_similar for cell in row.cells.values())
        self.match.setVisible(is_writable and has_similar)

    def _show_head(self, matrix: Matrix, row: Row, column: QVBoxLayout) -> None:
        look = self._session.look
        name = without_digit(self._session.reading().words.label_of(LEVELS, str(row.level)))
        column.addWidget(LevelBadge(look, LevelMark(row.level), name))
        column.addWidget(Label(look, row_about(matrix, row), TextStyle.SECOND, Ink.TEXT2, wrap=True))

    def _show_times(self, reading: Reading, matrix: Matrix, row: Row, column: QVBoxLayout) -> None:
        plan = plan_of(reading, matrix, row)
        told = told_plan(matrix, plan)
        column.addWidget(self._heading("Avtalstider"))
        if not any(lane.terms for lane in plan.lanes):
            column.addWidget(self._text(_NO_TERMS))
            return
        self.lanes = LanesView(self._session.look)
        self.lanes.show_plan(plan, told)
        column.addWidget(self.lanes)
        column.addWidget(ProseLabel(self._session.look, (Strong(told),)))
        column.addWidget(self._agreements(plan))
        for name, sentence in told_parts(plan):
            column.addWidget(ProseLabel(self._session.look, (Strong(f"{name}: "), sentence), TextStyle.SECOND))

    def _agreements(self, plan: Plan) -> QWidget:
        rows: list[Callable[[], Cells]] = []
        for lane in plan.lanes:
            if lane.terms:
                rows.append(partial(_as_cells, (lane.kommun.name, "")))
            rows += [partial(self._agreement, term) for term in lane.terms]
        table = FactTable(self._session.look)
        table.show_table(Table(AGREEMENTS, rows, whole=(1,)))
        return table

    def _agreement(self, term: Term) -> Cells:
        follow = partial(self._session.guide.open_record, "agreements", term.agreement)
        link = name_link(self._session.look, term.title or _PLAIN, follow, TextStyle.SECOND)
        return (link, earliest_words(term))

    def _show_reasons(self, matrix: Matrix, row: Row, column: QVBoxLayout) -> None:
        note = self.opening.note if self.opening and self.opening.is_aside(matrix.day) else None
        column.addWidget(self._heading(aside_words(note) if note else f"Kandidatpoäng: {row.score} av {MOST}"))
        for told in told_reasons(matrix, row):
            column.addWidget(ProseLabel(self._session.look, (Strong(f"+1 {told.label}. "), told.sentence)))
        if not row.reasons:
            column.addWidget(self._text(_NO_REASONS))
        noted = note_words(self.opening, matrix, self._session.reading().words, matrix.day) if self.opening else ""
        if noted:
            column.addWidget(self._text(noted))

    def _show_levels(self, reading: Reading, matrix: Matrix, row: Row, column: QVBoxLayout) -> None:
        history = history_of(reading, matrix, row)
        column.addWidget(self._heading("Nivå över tid"))
        self.steps = StepsView(self._session.look)
        self.steps.show_history(history, matrix.day)
        self.steps.setHidden(not history.joint and not history.target)
        column.addWidget(self.steps if history.joint or history.target else self._text(_NO_LEVELS))
        table = FactTable(self._session.look)
        steps = level_steps(matrix, history, reading.words)
        table.show_table(Table(STEPS, [partial(_as_cells, step) for step in steps], whole=(0, 1)))
        column.addWidget(table)
        said = said_about(matrix, row)
        if said:
            column.addWidget(self._heading("Vems uppgift"))
            column.addWidget(self._text("\n".join(said)))

    def _heading(self, words: str) -> Label:
        return Label(self._session.look, words, TextStyle.SIDE_HEADING)

    def _text(self, words: str) -> Label:
        return Label(self._session.look, words, ink=Ink.TEXT2, wrap=True)


def _as_cells(step: Sequence[str]) -> Cells:
    return step
