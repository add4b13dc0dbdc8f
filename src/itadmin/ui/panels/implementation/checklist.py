"""The checklist of a plan, held against the register: each point is answered by a person, with one key or one press."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QMenu, QVBoxLayout

from itadmin.domain.record import to_plain
from itadmin.domain.registers.implementations import APPROVED
from itadmin.services.acting import step_of
from itadmin.services.implementation import Answer, Standing, Verdict, by_the_register, noted, plan_of, standing_of
from itadmin.services.implementation.parts import PLANS
from itadmin.services.reading import Read
from itadmin.ui.implementation.gate_sheets import AnswerSheet
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.panels.implementation.checklist_model import ChecklistModel
from itadmin.ui.panels.implementation.checklist_table import (
    BY_REGISTER,
    DONE,
    LEFT,
    NOT_CONCERNED,
    WAIVED,
    ChecklistTable,
)
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.widgets.button_flow import ButtonFlow
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong

_NONE = "Checklistan är tom. Fyll planen från en mall, eller lägg till punkter."
_KEYS_TOLD = "K klart · I inte aktuellt · A avstå · R som registret säger · Del öppna igen"
_STATES = {Verdict.FOUND: DONE, Verdict.UNNEEDED: NOT_CONCERNED}
_BY_USUAL = "Systemansvarig"


class ChecklistPanel(Panel):
    """The points with what the register says, and buttons for the one that one stands on."""

    section = "grind"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._read: Read | None = None
        look, metrics = session.look, session.look.metrics
        self.model = ChecklistModel(self)
        self.table = ChecklistTable(look, self.model)
        self.asked_for = Notice(look)
        self.left = Label(look, "", TextStyle.NAME, wrap=True)
        self.detail = Label(look, "", ink=Ink.TEXT2, wrap=True, selectable=True)
        self.keys = Label(look, _KEYS_TOLD, TextStyle.SECOND, Ink.TEXT2, wrap=True)
        answers, foot = ButtonFlow(look), ButtonFlow(look)
        self.buttons: Mapping[str, Button] = {
            answer: answers.add(word, icon, partial(self._answer, answer))
            for answer, word, icon in (
                (DONE, "Klart", "checkmark"),
                (NOT_CONCERNED, "Inte aktuellt…", "subtract_circle"),
                (WAIVED, "Avstå med skäl…", "edit"),
                (BY_REGISTER, "Som registret säger", "database"),
                (LEFT, "Öppna igen", "arrow_undo"),
            )
        }
        self.note_all = foot.add("", "database", self._note_all)
        self.add_point = foot.add("Lägg till punkt…", "add", self._offer_points)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap, 0, metrics.gap, metrics.block)
        column.setSpacing(metrics.gap)
        for part in (self.asked_for, self.left, self.table, self.detail):
            column.addWidget(part)
        column.addLayout(answers)
        column.addWidget(self.keys)
        column.addLayout(foot)
        self.table.answered.connect(self._answer)
        self.table.selectionModel().currentChanged.connect(lambda *_indexes: self._tell_point())

    def show_read(self, read: Read) -> None:
        """Show the points, held against the register as it is now."""
        if self._read is not None and read.record.id != self._read.record.id:
            self.asked_for.set_messages([])
            self.table.setCurrentIndex(self.model.index(-1, 0))
        self._read = read
        reading, plan = self._session.reading(), plan_of(read)
        standings = () if plan.deleted else standing_of(reading, plan)
        self.model.show_standings(standings, read.words)
        left = sum(standing.is_left for standing in standings)
        self.left.setText(_left_words(left, len(standings)))
        self.table.setVisible(bool(standings))
        if not left:
            self.asked_for.set_messages([])
        offered = len(by_the_register(reading, plan.id, "")) if self._is_open and not plan.deleted else 0
        self.note_all.setText(f"Notera det som registret vet ({offered})")
        self.note_all.setVisible(bool(offered))
        self.add_point.setVisible(self._is_open and bool(self._points_left()))
        self._tell_point()

    def begin(self, told: str) -> None:
        """Say what is left, and stand on the first of it."""
        self.asked_for.set_messages([Message(Concern.MISSING, (Strong("Planen kan inte godkännas än. "), told))])
        first = next((row for row, standing in enumerate(self.model.standings) if standing.is_left), 0)
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(first, 0))

    @property
    def _is_open(self) -> bool:
        """Whether points may be answered: in one's own plan that nobody has approved."""
        read = self._read
        return read is not None and self._session.may_change(read) and plan_of(read).status not in APPROVED

    def _current(self) -> Standing | None:
        row = self.table.currentIndex().row()
        return self.model.standings[row] if 0 <= row < len(self.model.standings) else None

    def _tell_point(self) -> None:
        """Tell all of the point that one stands on, and offer its answers."""
        standing = self._current()
        self.detail.setText("\n".join(self._told(standing)) if standing else "")
        self.detail.setVisible(standing is not None)
        self.keys.setVisible(self._is_open and bool(self.model.standings))
        for answer, button in self.buttons.items():
            button.setVisible(self._is_open and bool(self.model.standings))
            button.setEnabled(standing is not None and self._can(standing, answer))
            name = self.model.name_of(standing) if standing else ""
            button.setAccessibleName(f"{button.text()} {name}".strip())

    def _told(self, standing: Standing) -> Iterator[str]:
        row = standing.row
        yield standing.judgement.sentence
        if row.noted_on or row.noted_by:
            by = " ".join(part for part in (row.noted_on.isoformat() if row.noted_on else "", row.noted_by) if part)
            yield f"{self.model.state_of(standing)}: noterat {by}."
        if row.reason:
            yield row.reason

    def _can(self, standing: Standing, answer: str) -> bool:
        if answer == LEFT:
            return not standing.is_left
        if answer == BY_REGISTER:
            return standing.judgement.verdict in _STATES
        return answer in (NOT_CONCERNED, WAIVED) or standing.row.state != answer

    def _answer(self, answer: str) -> None:
        """Answer the point that one stands on, at once or when a reason is given."""
        standing, read = self._current(), self._read
        if standing is None or read is None or not self._is_open or not self._can(standing, answer):
            return
        point, by = standing.row.point, self._function()
        if answer in (NOT_CONCERNED, WAIVED) or (answer == DONE and standing.judgement.verdict is Verdict.LACKING):
            unneeded = answer == NOT_CONCERNED and standing.judgement.verdict is Verdict.UNNEEDED
            reason = standing.row.reason or (standing.judgement.sentence if unneeded else "")
            begun = Answer(answer, "" if answer == WAIVED else by, reason)
            sheet = AnswerSheet(self._session, read, point, begun, self.window())
            sheet.accepted.connect(lambda: self._go_on({point: begun}))
            sheet.open()
            return
        if answer == BY_REGISTER:
            given = Answer(_STATES[standing.judgement.verdict], by, standing.judgement.sentence)
        else:
            is_found = standing.judgement.verdict is Verdict.FOUND
            given = Answer(answer, by, standing.judgement.sentence if is_found else "")
        self._note(read.record.id, {point: given})

    def _note_all(self) -> None:
        read = self._read
        if read is not None:
            answers = by_the_register(self._session.reading(), read.record.id, self._function())
            self._note(read.record.id, answers)

    def _note(self, plan_id: UUID, answers: Mapping[str, Answer]) -> None:
        def work() -> None:
            records = self._session.workspace.records
            step = step_of(records, noted(self._session.reading(), plan_id, answers))
            records.apply(step)
            self._session.guide.say(f"{step.title}.", undoable=True)
            self._go_on(answers)

        self._session.guide.attempt(work)

    def _go_on(self, answers: Mapping[str, Answer]) -> None:
        """Stand on the row after a single point that was answered, as one works down the list."""
        row = self.table.currentIndex().row()
        standing = self._current()
        answer = answers.get(standing.row.point) if standing is not None and len(answers) == 1 else None
        if answer is not None and answer.state != LEFT:
            self.table.setCurrentIndex(self.model.index(min(row + 1, self.model.rowCount() - 1), 0))

    def _function(self) -> str:
        """Which function notes what one notes oneself."""
        return (plan_of(self._read).responsible_function if self._read else "") or _BY_USUAL

    def _points_left(self) -> dict[str, str]:
        """The points that the list does not have, in words."""
        there = {standing.row.point for standing in self.model.standings}
        words = self._read.words.all_of("grindpunkt") if self._read else {}
        return {code: word for code, word in words.items() if code not in there}

    def _offer_points(self) -> None:
        menu = QMenu(self)
        for code, word in self._points_left().items():
            menu.addAction(word).triggered.connect(lambda _checked=False, code=code: self.add(code))
        menu.popup(self.add_point.mapToGlobal(self.add_point.rect().bottomLeft()))

    def add(self, point: str) -> None:
        """Put one more point last in the list."""
        read = self._read
        if read is None:
            return
        empty = {"state": "kvar", "noted_on": None, "noted_by": None, "reason": None}
        rows = [*to_plain(read.record)["checklist"], {"point": point, **empty}]
        records = self._session.workspace.records
        self._session.guide.attempt(lambda: records.save(PLANS, read.record.id, {"checklist": rows}))


def _left_words(left: int, total: int) -> str:
    if not total:
        return _NONE
    if not left:
        return "Den enda punkten är besvarad." if total == 1 else f"Alla {total} punkter är besvarade."
    return f"{left} av {total} punkter är kvar."
