"""The plans that are about no system: each with its state, and what is missing of those that a kommun needs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.calculations.training_plans import Judged
from itadmin.services.training.coverage import GeneralPlan
from itadmin.services.training.making import SYSTEM
from itadmin.services.training.templates import PlanTemplate, templates
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.register.fact_table import Cells, FactTable, Table, name_link
from itadmin.ui.training.state_signs import state_chip
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label

_HEADINGS = ("Plan", "Läge", "")


class GeneralPlans(QWidget):
    """The block. `chosen` gives the id of a plan, `wanted` the key of a template to begin one from."""

    chosen = Signal(object)
    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._table = FactTable(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.metrics.gap, 0, 0)
        column.setSpacing(look.metrics.tight)
        column.addWidget(Label(look, "Planer som inte gäller ett system", TextStyle.SIDE_HEADING))
        column.addWidget(self._table)

    def show_plans(self, plans: Sequence[GeneralPlan], *, writable: bool) -> None:
        """Show these, and a line for each that is missing where it can be begun."""
        kinds = {plan.kind for plan in plans}
        missing = [each for each in templates() if each.kind != SYSTEM and each.kind not in kinds]
        rows = [partial(self._row, plan) for plan in plans]
        lacking = [partial(self._lacking, each, writable=writable) for each in missing]
        self._table.show_table(Table(_HEADINGS, [*rows, *lacking], whole=(1,)))

    def _row(self, plan: GeneralPlan) -> Cells:
        chip = state_chip(self._look)
        chip.show_judged(Judged(plan.state, plan.reason))
        link = name_link(self._look, plan.label, partial(self.chosen.emit, plan.draft_id or plan.plan_id))
        return (link, chip, plan.reason)

    def _lacking(self, template: PlanTemplate, *, writable: bool) -> Cells:
        named = Label(self._look, template.title, TextStyle.TEXT)
        begin = LinkButton(self._look, "Gör från mall")
        begin.setAccessibleName(f"Gör {template.title} från mall")
        begin.clicked.connect(partial(self._want, template.key))
        return (named, state_chip(self._look), begin if writable else "")

    def _want(self, key: str, _checked: bool = False) -> None:
        self.wanted.emit(key)
