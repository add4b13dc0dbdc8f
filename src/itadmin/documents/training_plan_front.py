"""What an utbildningsplan says of itself – cover, facts, how it stands – and what it cannot be adopted without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from itadmin.documents.content import Block, Cover, Field, FieldTable, Heading, Inline, Missing
from itadmin.documents.gathering import shown
from itadmin.documents.phrases import lowered
from itadmin.documents.prepared import Target
from itadmin.documents.templates import joined
from itadmin.documents.training_plan_facts import REGISTER, PlanFacts
from itadmin.documents.training_plan_tables import untold
from itadmin.domain.text import listed

NO_AUDIENCES, NO_MODULES, NO_DEMANDS = "målgrupper", "utbildningsmoment", "vilka som ska gå momenten"
LABELS: Mapping[str, str] = {
    "version": "version",
    "purpose": "syfte och mål",
    "valid_from": "första giltighetsdag",
    "revise_by": "när planen senast ska revideras",
    "responsible_function": "ansvarig funktion",
    "audiences": NO_AUDIENCES,
    "kind": "vad planen gäller",
    "system": "system",
}
"""What the plan cannot be adopted without, by what it is called where it is missing."""

_SAMPLE_NOTE = "Övningsdata. Uppgifterna i planen är påhittade."


def cover(facts: PlanFacts, *, is_sample: bool) -> Cover:
    """The first page."""
    return Cover(
        facts=(
            Field("Gäller", _validity(facts)),
            Field("Version", said(facts, "version")),
            Field("Läge", _status(facts, by=False)),
            Field("Ansvarig", joined(facts.responsible or Missing(LABELS["responsible_function"]))),
        ),
        note=_SAMPLE_NOTE if is_sample else "",
    )


def about(facts: PlanFacts) -> Iterator[Block]:
    """What the plan is about, how it stands and for how long."""
    yield Heading("Om planen", numbered=False)
    yield FieldTable(tuple(Field(label, value) for label, value in _rows(facts) if value))


def _rows(facts: PlanFacts) -> Iterator[tuple[str, Inline]]:
    plan = facts.plan
    yield "Avser", _about_what(facts)
    yield "Gäller för", listed(facts.concerned) or facts.own.name
    yield "Läge", _status(facts, by=True)
    yield "Diarienummer", plan.registry_number
    yield "Version", said(facts, "version")
    yield "Gäller", _validity(facts)
    yield "Revideras senast", said(facts, "revise_by")
    yield "Ansvarig", joined(facts.responsible or Missing(LABELS["responsible_function"]))
    yield "Systemets version", plan.system_version or (facts.system.version if facts.system else "")
    yield "Ersätter", facts.replaces


def _about_what(facts: PlanFacts) -> Inline:
    """The system, or which other kind of plan it is."""
    if facts.system:
        return facts.system.name
    return (Missing(LABELS["system"]),) if facts.plan.kind == "system" else said(facts, "kind")


def said(facts: PlanFacts, name: str) -> Inline:
    """A value of the plan that it cannot be without, marked where it is missing."""
    return joined(shown(facts.plan, name, facts.words) or Missing(LABELS[name]))


def _status(facts: PlanFacts, *, by: bool) -> str:
    """How the plan stands and since when; `by` whom when there is room for it."""
    plan = facts.plan
    word = facts.words.label_of("planstatus", plan.status or "utkast")
    if not facts.is_adopted or plan.adopted_on is None:
        return word if facts.is_adopted else "Fastställs genom underskrift"
    whom = f" av {lowered(plan.adopted_function)}" if by and plan.adopted_function else ""
    return f"{word} {plan.adopted_on.isoformat()}{whom}"


def _validity(facts: PlanFacts) -> Inline:
    first, last = facts.plan.valid_from, facts.plan.valid_until
    if first is None:
        return (Missing(LABELS["valid_from"]),)
    return f"{first.isoformat()}–{last.isoformat()}" if last else f"Från {first.isoformat()} tills vidare"


def targets(facts: PlanFacts) -> dict[str, Target]:
    """Where what may be missing is filled in, by what it is called in the paper."""
    plan = facts.plan
    found = {label: Target(REGISTER, plan.id, field) for field, label in LABELS.items()}
    found[NO_MODULES] = Target("training_modules", None, "title", (("plan", str(plan.id)),))
    for module in facts.modules:
        for what, field in (("form", "form"), ("tid", "minutes")):
            found[untold(module, what)] = Target("training_modules", module.id, field)
        found[NO_DEMANDS] = Target("training_modules", module.id, "demands")
    return found
