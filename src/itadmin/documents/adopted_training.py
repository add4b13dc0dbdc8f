"""The adopted utbildningsplan of a system, as papers about the system tell it: which plan, and a table of its moment.

Only what systemägaren has adopted is told; a draft is nobody's promise.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.documents.content import Column, DataTable
from itadmin.documents.gathering import shown
from itadmin.documents.phrases import lowered
from itadmin.domain.calculations.lacking import BEFORE_ACCESS
from itadmin.domain.calculations.training_plans import IN_FORCE
from itadmin.domain.durations import duration_text
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.domain.words import Words
from itadmin.services.reading import Reading
from itadmin.services.training.plans import modules_of


@dataclass(frozen=True, slots=True)
class AdoptedTraining:
    """A plan that is in force, with its moment."""

    plan: TrainingPlan
    modules: tuple[TrainingModule, ...]

    @property
    def words(self) -> str:
        """Which plan it is: "version 2.0, fastställd 2026-03-01"."""
        plan = self.plan
        parts = (
            f"version {plan.version}" if plan.version else "",
            f"fastställd {plan.adopted_on.isoformat()}" if plan.adopted_on else "",
            f"revideras senast {plan.revise_by.isoformat()}" if plan.revise_by else "",
        )
        return ", ".join(part for part in parts if part)


def adopted_training(reading: Reading, system_id: UUID) -> AdoptedTraining | None:
    """The plan of a system that is in force, the newest when there are several; None when there is none."""
    found = (read.record for read in reading.referring("training_plans", "system", system_id))
    plans = [plan for plan in found if isinstance(plan, TrainingPlan) and plan.status == IN_FORCE]
    if not plans:
        return None
    plan = max(plans, key=lambda each: (each.adopted_on or date.min, each.id))
    return AdoptedTraining(plan, tuple(modules_of(reading, plan.id)))


def modules_table(trainings: Iterable[AdoptedTraining], words: Words, key: str) -> DataTable:
    """The moment of one or more plans: form, time, and for whom they come before access."""
    rows = tuple(
        (
            f"{module.code} {module.title}".strip(),
            shown(module, "form", words),
            duration_text(module.minutes),
            _before(module, words),
        )
        for training in trainings
        for module in training.modules
    )
    columns = (
        Column("Moment", weight=70),
        Column("Form", weight=30),
        Column("Tid", weight=24),
        Column("Krävs före behörighet av", weight=50),
    )
    return DataTable(columns, rows, caption="Utbildningsmoment", row_heading="strong", wide=True, key=key)


def _before(module: TrainingModule, words: Words) -> str:
    named = [words.label_of("malgrupp", row.audience) for row in module.demands if row.demand == BEFORE_ACCESS]
    return ", ".join([*named[:1], *map(lowered, named[1:])])
