"""A plan made of a template: which, from when, and what it will hold, before anything is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.implementation import ImplementationTemplate, Wanted, filled, planned, template_of, templates
from itadmin.services.implementation.making import schedule_of
from itadmin.services.implementation.words import template_sentence
from itadmin.services.reading import Read
from itadmin.ui.dialogs.ask_sheet import AskSheet
from itadmin.ui.register.editor import Editor
from itadmin.ui.register.field_editor import field_editor
from itadmin.ui.register.picker import NewRecord
from itadmin.ui.session import Session
from itadmin.ui.widgets.combo_box import ComboBox

PLANS = "implementations"
_ENDS, _BEGINS = "driftstart", "borjan"
_AWAY = "avveckling"


class MakingSheet(AskSheet):
    """Makes a plan for a system, or fills `plan_id`, which is empty. The kinds are those of the templates to choose.

    Which system a new plan is for is asked where none is given. A plan that says its `go_live_on` already is laid out
    backwards from that day.
    """

    def __init__(
        self,
        session: Session,
        system: UUID | None,
        kinds: Sequence[str],
        parent: QWidget | None,
        *,
        plan_id: UUID | None = None,
        go_live_on: date | None = None,
    ) -> None:
        reading = session.reading()
        name = reading.label("systems", system) if system else ""
        title = "Fyll planen från en mall" if plan_id else "Ny plan från mall"
        super().__init__(session, title, name or title, ("Gör planen", "document_add"), parent)
        self._system, self._plan_id, self._name = system, plan_id, name
        self.like = ComboBox(self.look)
        for key, template in templates().items():
            if template.kind in kinds:
                self.like.addItem(template.name, key)
        self.turns = ComboBox(self.look)
        self.whose = self._ask_system() if system is None and plan_id is None else None
        self.add_part("Mall", self.like)
        self.title = self.add_line("Namn") if plan_id is None else None
        self.add_part("Räkna från", self.turns)
        self.day = self.add_line("Dag", (go_live_on or reading.day).isoformat(), is_short=True)
        self.responsible = self.add_line("Ansvarig funktion") if plan_id is None else None
        self._show_template(_ENDS if go_live_on else _BEGINS)
        self.like.currentIndexChanged.connect(lambda _place: self._show_template())
        self.turns.currentIndexChanged.connect(lambda _place: self.preview())
        (self.whose or self.like).setFocus()

    def leads_to(self) -> tuple[str, Sequence[str]]:
        """What the plan will hold, and when."""
        template = self._template
        schedule = schedule_of(template, self._wanted(), self.session.reading().day)
        days = [day for span in schedule.phases.values() for day in span if day]
        size = template_sentence(len(template.phases), len(template.activities), template.weeks)
        turning = "Sista dagen" if template.kind == _AWAY else "Driftstarten"
        told = (
            f"{size} Arbetet börjar {min(days).isoformat()} och slutar {max(days).isoformat()}. "
            f"{turning} är {schedule.go_live_on.isoformat()}."
        )
        past = min(days) < self.session.reading().day
        remarks = (
            ("En del av planen hamnar i det förflutna. Välj en senare dag, eller en kortare mall.",) if past else ()
        )
        return told, (template.about, *remarks)

    def step(self) -> ChangeSet:
        """The plan. Raises ValueError or KnownError."""
        reading, records = self.session.reading(), self.session.workspace.records
        if self._plan_id is not None:
            return filled(reading, records, self._plan_id, self._wanted())
        self._take_system()
        _made, step = planned(reading, records, self._system, self._wanted())
        return step

    def after(self, step: ChangeSet) -> None:
        """Say so, and go to a plan that is new."""
        super().after(step)
        if self._plan_id is None:
            self.session.guide.open_record(PLANS, step.changes[0].record_id)

    def _ask_system(self) -> Editor:
        register = REGISTERS[PLANS]
        editor = field_editor(self.session, register, Read(register.record(), "", {}, {}, placeholder=False), "system")
        line = editor.focusProxy()
        if isinstance(line, QLineEdit):
            line.setPlaceholderText("Sök bland systemen")
        editor.chosen.connect(self._on_system)
        editor.finished.connect(self._on_system)
        editor.cancelled.connect(self.reject)
        self.add_part(register.fields["system"].label, editor)
        return editor

    def _on_system(self, by: int = 1) -> None:
        """Call the plan after the system that was chosen, and go on."""
        try:
            self._take_system()
        except (ValueError, KnownError) as error:
            self.tell_fault(error)
            return
        if by >= 0:
            self.like.setFocus()

    def _take_system(self) -> None:
        """Plan for the system that is chosen. Raises ValueError or KnownError for one that is not in the register."""
        if self.whose is None:
            return
        chosen = self.whose.plain()
        if isinstance(chosen, NewRecord):
            raise KnownError(
                f"{chosen.name} finns inte i registret. Välj ett system som finns, eller lägg till det först."
            )
        system = UUID(chosen) if chosen else None
        if system != self._system:
            self._system = system
            self._name = self.session.reading().label("systems", system) if system else ""
            self._show_template()

    @property
    def _template(self) -> ImplementationTemplate:
        return template_of(str(self.like.currentData()))

    def _show_template(self, turn: str = "") -> None:
        """Begin with what the template proposes, counted from `turn` or as before."""
        template = self._template
        kept = turn or self.turns.currentData()
        with QSignalBlocker(self.turns):
            self.turns.clear()
            self.turns.addItem("Första dagen för arbetet", _BEGINS)
            self.turns.addItem("Sista dagen systemet används" if template.kind == _AWAY else "Driftstarten", _ENDS)
            self.turns.setCurrentIndex(self.turns.findData(kept))
        if self.title is not None:
            self.title.setText(template.title_for(self._name))
        if self.responsible is not None:
            self.responsible.setText(template.responsible)
        self.preview()

    def _wanted(self) -> Wanted:
        day = self.day_in(self.day)
        values: Mapping[str, Any] = {
            name: line.text().strip()
            for name, line in (("title", self.title), ("responsible_function", self.responsible))
            if line is not None and line.text().strip()
        }
        ends = self.turns.currentData() == _ENDS
        return Wanted(str(self.like.currentData()), day if ends else None, None if ends else day, values)
