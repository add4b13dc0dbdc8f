"""New utbildningsplaner, one or many, in one step: like what, for which systems, and who answers for them.

What will be made is told before; nothing is written until it is asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QWidget

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.record import Record
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.services.reading import Read
from itadmin.services.training.making import Answering, Made
from itadmin.services.training.templates import template, usual_template
from itadmin.ui.background import known
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.editor import Editor
from itadmin.ui.register.field_editor import field_editor
from itadmin.ui.register.saving import plain_of
from itadmin.ui.session import Session
from itadmin.ui.training.making_choices import (
    OTHER_PLAN,
    USUAL,
    about_plan,
    about_template,
    choices,
    make_plans,
    offered_systems,
)
from itadmin.ui.training.plan_read import PLANS
from itadmin.ui.training.system_ticks import SystemTicks
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.labels import Label

SYSTEMS, PLAN_REGISTER = REGISTERS["systems"], REGISTERS[PLANS]
_HOLDER, _PLAN = "system_owner", "replaces"
"""Any held field, whose editor takes a person or a function, and any reference to a plan."""
_SIZE, _SMALL = (720, 640), (620, 0)
_USUAL_ABOUT = (
    "Varje plan får målgrupper, moment, krav och ansvar ur den mall som passar systemets slag. Allt kan ändras."
)
_SAME = "Den som mallen säger, om fältet är tomt."
_CHOOSE_PLAN = "Välj vilken plan som ska kopieras."


class MakingDialog(SheetDialog):
    """Makes plans for `systems`, or for what one chooses among all that have none.

    `copying` begins with a copy of another plan, `like` says of which. `begun` are those
    of `systems` that are ticked at first, all when it is None. One plan that has been made is opened.
    """

    def __init__(
        self,
        session: Session,
        systems: Sequence[UUID],
        parent: QWidget | None,
        *,
        copying: bool = False,
        like: UUID | None = None,
        begun: Collection[UUID] | None = None,
    ) -> None:
        reading = session.reading()
        self._offered = offered_systems(reading, systems, begun)
        self._alone = self._offered[0] if len(systems) == 1 and not self._offered[0].reason else None
        title = f"Ny utbildningsplan för {self._alone.name}" if self._alone else "Nya utbildningsplaner"
        super().__init__(session.look, title, _SMALL if self._alone else _SIZE, parent)
        self._session = session
        self.like = ComboBox(self.look)
        labels = reading.labels(PLANS, [like] if like else ())
        self.plan: Editor = field_editor(session, PLAN_REGISTER, _empty(TrainingPlan(replaces=like), labels), _PLAN)
        self.answering: Editor = field_editor(session, SYSTEMS, _empty(SYSTEMS.record()), _HOLDER)
        self.about = Label(self.look, "", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        wanted = {each.system_id for each in self._offered if each.wanted and like is None}
        self.ticks = SystemTicks(self.look, self._offered, wanted)
        self.fault = Label(self.look, "", ink=Ink.RED, wrap=True)
        self._build()
        self.like.setCurrentIndex(self.like.findData(OTHER_PLAN if copying or like else USUAL))
        self._connect()
        self._show_like()
        (self.plan if copying else self.like).setFocus()

    def make(self) -> None:
        """Make the plans in one step; the dialog stays open when that is refused."""
        self.fault.hide()
        try:
            like, answering, also = self._asked()
        except (ValueError, KnownError) as error:
            self._refuse(error.sentence if isinstance(error, KnownError) else str(error))
            return
        workspace, key = self._session.workspace, self._key
        systems = self.ticks.chosen
        reading = workspace.snapshot()
        self.do_it.setEnabled(False)
        self.ticks.set_busy(busy=True)

        def work() -> Made:
            try:
                made = make_plans(reading, workspace.records, systems, key, like, answering)
                step = ChangeSet(made.changes.title, (*also, *made.changes.changes))
                if made.plan_ids:
                    workspace.records.write(step)
                return Made(made.plan_ids, made.left_out, step)
            finally:
                reading.close()

        self._session.background.run("Planerna görs", work, self._on_made, self._on_failed)

    @property
    def _key(self) -> str:
        return str(self.like.currentData() or USUAL)

    def _build(self) -> None:
        metrics = self.look.metrics
        for key, word in choices():
            self.like.addItem(word, key)
        for part, name in ((self.like, "Gör som"), (self.plan, "Plan att kopiera"), (self.answering, "Ansvarig")):
            part.setAccessibleName(name)
        self._plan_label = Label(self.look, "Plan att kopiera", ink=Ink.TEXT2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics.block)
        grid.setVerticalSpacing(metrics.gap)
        grid.setColumnStretch(1, 1)
        told = Label(self.look, _SAME, TextStyle.SECOND, Ink.TEXT2)
        like, answering = (Label(self.look, word, ink=Ink.TEXT2) for word in ("Gör som", "Ansvarig"))
        for place, (label, value) in enumerate(
            ((like, self.like), (self._plan_label, self.plan), (None, self.about), (answering, self.answering))
        ):
            if label is not None:
                grid.addWidget(label, place, 0)
            grid.addWidget(value, place, 1)
        grid.addWidget(told, 4, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.ticks, 1)
        self.ticks.setVisible(self._alone is None)
        self.body.addWidget(self.fault)
        self.fault.hide()
        self.add_button("Avbryt").clicked.connect(self.reject)
        self.do_it = self.add_button("Gör planen", ButtonKind.PRIMARY, "document_add")
        self.do_it.setDefault(True)

    def _connect(self) -> None:
        self.like.currentIndexChanged.connect(lambda _place: self._show_like())
        self.plan.finished.connect(lambda _by: self._show_about())
        self.plan.chosen.connect(self._show_about)
        self.plan.cancelled.connect(self.reject)
        self.answering.cancelled.connect(self.reject)
        self.answering.finished.connect(lambda _by: self.ticks.setFocus())
        self.ticks.changed.connect(self._count)
        self.do_it.clicked.connect(self.make)

    def _show_like(self) -> None:
        is_copy = self._key == OTHER_PLAN
        self.plan.setVisible(is_copy)
        self._plan_label.setVisible(is_copy)
        self._show_about()
        self.ticks.show_like(self._key)

    def _show_about(self) -> None:
        """Say what the plans will hold."""
        reading, key = self._session.reading(), self._key
        alone = self._alone
        if key == OTHER_PLAN:
            like = self._like()
            self.about.setText(about_plan(reading, like) if like else _CHOOSE_PLAN)
        elif key == USUAL and alone is None:
            self.about.setText(_USUAL_ABOUT)
        else:
            chosen = usual_template(alone.code) if key == USUAL and alone else template(key)
            self.about.setText(about_template(chosen, reading.words, alone.name if alone else "systemet"))
        if alone is not None:
            self.fit_height()

    def _like(self) -> UUID | None:
        """The plan to copy, as far as it can be told yet."""
        try:
            plain = self.plan.plain()
        except ValueError:
            return None
        return UUID(plain) if isinstance(plain, str) else None

    def _count(self) -> None:
        number = len(self.ticks.chosen)
        self.do_it.setText("Gör planen" if number == 1 else f"Gör {number} planer" if number else "Gör planer")
        self.do_it.setEnabled(number > 0)

    def _asked(self) -> tuple[UUID | None, Answering, tuple[Change, ...]]:
        """Like which plan, who answers, and who is made for it. Raises ValueError or KnownError."""
        plain, also = plain_of(self._session, SYSTEMS, _HOLDER, self.answering.plain())
        like = None
        if self._key == OTHER_PLAN:
            given: Any = self.plan.plain()
            if not isinstance(given, str):
                raise ValueError(_CHOOSE_PLAN)
            like = UUID(given)
        if isinstance(plain, Mapping):
            return like, Answering(function=str(plain.get("function") or "")), also
        return like, Answering(person=UUID(plain) if plain else None), also

    def _refuse(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.show()

    def _on_made(self, made: Made) -> None:
        guide = self._session.guide
        if made.plan_ids:
            self._session.workspace.records.announce(made.changes)
        if len(made.plan_ids) == 1:
            guide.open_record(PLANS, made.plan_ids[0])
        told = f"{made.changes.title}." if made.plan_ids else "Ingen plan behövde göras."
        guide.say(told, undoable=bool(made.plan_ids))
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self._refuse(known(error).sentence)
        self.ticks.set_busy(busy=False)


def _empty(record: Record, labels: Mapping[UUID, str] = MappingProxyType({})) -> Read:
    """A record that is nowhere, for an editor to begin with."""
    return Read(record, "", labels, {}, placeholder=False)
