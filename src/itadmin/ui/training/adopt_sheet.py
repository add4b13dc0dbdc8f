"""Adopting a utbildningsplan: when and by whom, what it leads to, and what the plan lacks before it can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.domain.text import listed
from itadmin.services.papers.about import UNSIGNED, papers_about
from itadmin.services.reading import Read, Reading
from itadmin.services.training.versions import Adoption, adopt, lacking, leads_to
from itadmin.ui.register.fields_sheet import FieldsSheet, Question
from itadmin.ui.register.saving import plain_values
from itadmin.ui.session import Session
from itadmin.ui.training.plan_read import read_plan
from itadmin.ui.training.words import uncounted_words

PLANS = REGISTERS["training_plans"]
_ASKED = ("adopted_on", "adopted_by", "adopted_function", "registry_number")
_USUAL = "Systemägare"
_ANYWAY = "Planen blir fastställd ändå, med det som fylls i här."


class AdoptSheet(FieldsSheet):
    """Asks when, by whom and under which number; adopts in one step."""

    def __init__(self, session: Session, read: Read, plan: TrainingPlan, parent: QWidget | None) -> None:
        reading = session.reading()
        begun = _begun(reading, read, plan)
        outcome = leads_to(reading, plan.id, reading.day)
        told = [("Plan", f"{read.label} {plan.version}".strip()), ("Leder till", outcome)]
        unsigned = [paper.number for paper in papers_about(reading, PLANS.name, plan.id) if paper.status in UNSIGNED]
        if unsigned:
            told.append(("Inte underskrivet", f"{listed(unsigned)}. {_ANYWAY}"))
        shown = read_plan(reading, plan.id, writable=False)
        if shown.uncounted:
            told.append(("Antal saknas", uncounted_words([shown.audience_word(each) for each in shown.uncounted])))
        question = Question("Fastställ utbildningsplanen", _ASKED, begun, "Fastställ", told, "checkmark_circle")
        super().__init__(session, PLANS, question, parent)
        self._plan_id = plan.id

    def carry_out(self, values: Mapping[str, Any]) -> None:
        """Adopt. Raises KnownError."""
        workspace = self.session.workspace
        plain, also = plain_values(self.session, PLANS, values)
        if not plain["adopted_on"]:
            raise KnownError("Ange vilken dag planen fastställdes.")
        adoption = Adoption(
            date.fromisoformat(plain["adopted_on"]),
            UUID(plain["adopted_by"]) if plain["adopted_by"] else None,
            plain["adopted_function"] or "",
            plain["registry_number"] or "",
        )
        step = adopt(workspace.reading(), workspace.records, self._plan_id, adoption)
        workspace.records.apply(ChangeSet(step.title, (*also, *step.changes)))
        self.session.guide.say(f"{step.title}.", undoable=True)


def open_adopting(session: Session, plan_id: UUID, parent: QWidget | None) -> AdoptSheet:
    """Ask, unless the plan lacks something. Raises KnownError with what it lacks."""
    reading = session.reading()
    read = reading.one(PLANS.name, plan_id)
    plan = read.record
    if not isinstance(plan, TrainingPlan):
        raise TypeError(f"{plan_id} is no plan")
    lacks = lacking(reading, plan_id)
    if lacks:
        raise KnownError(f"Planen kan inte fastställas än. Den saknar {', '.join(lacks)}.")
    sheet = AdoptSheet(session, read, plan, parent)
    sheet.open()
    return sheet


def _begun(reading: Reading, read: Read, plan: TrainingPlan) -> Read:
    """The values that the sheet begins with: today, and systemägaren where it is known who that is."""
    system = reading.many("systems", [plan.system]).get(plan.system) if plan.system else None
    holder = system.holders.get("system_owner") if system else None
    person = holder.person_id if holder is not None else None
    named = holder.label if holder is not None and person is None else _USUAL
    record = replace(plan, adopted_on=reading.day, adopted_by=person, adopted_function=named)
    labels = {**read.labels, **({person: holder.label} if holder is not None and person else {})}
    return replace(read, record=record, labels=labels)
