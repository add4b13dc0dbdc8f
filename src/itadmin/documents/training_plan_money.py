"""What the training of a utbildningsplan costs, line by line, and what each kommun carries of it."""

from __future__ import annotations

from itadmin.documents.content import Column, DataTable
from itadmin.documents.gathering import shown
from itadmin.documents.phrases import kronor_figure
from itadmin.documents.training_plan_facts import PlanFacts
from itadmin.domain.calculations.allocation import shares
from itadmin.domain.money import grouped


def budget(facts: PlanFacts) -> DataTable:
    """What the training costs in a year."""
    lines = facts.plan.budget
    rows = [(shown(row, "item", facts.words), _kronor(row.amount), row.note) for row in lines]
    has_sum = len(rows) > 1
    if has_sum:
        rows.append(("Summa", _kronor(cost(facts)), ""))
    return DataTable(
        columns=(Column("Post", weight=50), Column("Kronor per år", "right", 36), Column("Anmärkning", weight=64)),
        rows=tuple(rows),
        caption="Budget",
        row_heading="strong",
        sum_row=has_sum,
        wide=True,
        key="budget",
    )


def cost(facts: PlanFacts) -> int | None:
    """The whole budget, öre; None when any line has no amount."""
    amounts = [row.amount for row in facts.plan.budget]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def sharing(facts: PlanFacts) -> DataTable | None:
    """What each kommun carries by its number of people or alike; None when that cannot be told."""
    weights = _weights(facts)
    whole = cost(facts)
    if whole is None or whole < 0 or len(weights) <= 1 or sum(weights.values()) <= 0:
        return None
    carried = shares(whole, weights)
    rows = [(facts.municipalities[code], grouped(weights[code]), kronor_figure(carried[code])) for code in weights]
    rows.append(("Summa", grouped(sum(weights.values())), kronor_figure(whole)))
    return DataTable(
        columns=(
            Column("Kommun", weight=70),
            Column("Deltagare" if facts.plan.cost_model == "ANVANDARE" else "Delar", "right", 30),
            Column("Kronor per år", "right", 40),
        ),
        rows=tuple(rows),
        caption="Kostnaden per kommun",
        row_heading="strong",
        sum_row=True,
        wide=True,
        key="sharing",
    )


def _weights(facts: PlanFacts) -> dict[str, int]:
    model = facts.plan.cost_model
    if model == "LIKA":
        return dict.fromkeys(facts.municipalities, 1)
    if model != "ANVANDARE":
        return {}
    heads = {code: [facts.people(audience, code) for audience in facts.audiences] for code in facts.municipalities}
    return {code: sum(number or 0 for number in numbers) for code, numbers in heads.items()}


def _kronor(amount: int | None) -> str:
    return kronor_figure(amount, whole=True) if amount is not None else ""
