"""What an IT-policy must say before it may be put forward: the marks for what is missing, and the field behind each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from itadmin.documents.content import Missing
from itadmin.documents.it_policy_facts import REGISTER, Kommun, PolicyFacts
from itadmin.documents.phrases import in_sentence, lowered
from itadmin.documents.prepared import Target
from itadmin.domain.registers.goals import Goal
from itadmin.domain.registers.steering_decisions import SteeringDecision

DOCUMENT_LABELS: Mapping[str, str] = {
    "valid_from": "första giltighetsdag",
    "valid_until": "sista giltighetsdag",
    "version": "version",
    "municipalities": "kommuner",
    "revise_by": "när policyn senast ska revideras",
    "responsible_function": "dokumentansvarig funktion",
}
"""Obligatory fields of the document itself, by what they are called in a mark."""

DECISION_LABELS: Mapping[str, str] = {
    "body": "beslutsinstans",
    "decided_on": "beslutsdag",
    "paragraph": "paragraf",
    "registry_number": "diarienummer",
}
"""Obligatory fields of a decision: the instans always, the others when it has been taken."""

GOAL_LABELS: Mapping[str, str] = {"area": "område", "year": "målår", "status": "läge"}
"""Obligatory fields of a goal beside its wording."""

NO_GOALS = "mål för perioden"
NO_CHAPTERS = "kapitel"
_LONGEST_WORDING = 60


def field_mark(field: str) -> Missing:
    """The mark of an obligatory field of the document."""
    return Missing(DOCUMENT_LABELS[field])


def decision_mark(facts: PolicyFacts, kommun: Kommun, decision: SteeringDecision, field: str) -> Missing:
    """The mark of an obligatory field of a decision."""
    body = facts.words.label_of("beslutsinstans", decision.body) if decision.body else "beslut"
    return Missing(f"{DECISION_LABELS[field]}, {lowered(in_sentence(body))} i {kommun.town}")


def undecided_mark(kommun: Kommun) -> Missing:
    """The mark of a kommun of which nobody has said who is to decide."""
    return Missing(f"beslut i {kommun.town}")


def goal_mark(goal: Goal, field: str) -> Missing:
    """The mark of an obligatory field of a goal."""
    wording = in_sentence(goal.wording)
    shortened = wording if len(wording) <= _LONGEST_WORDING else f"{wording[:_LONGEST_WORDING].rstrip()} …"
    return Missing(f"{GOAL_LABELS[field]} för ”{shortened}”")


def targets(facts: PolicyFacts) -> dict[str, Target]:
    """The field behind every mark that the facts can give, by the mark's label."""
    return dict(_targets(facts))


def _targets(facts: PolicyFacts) -> Iterator[tuple[str, Target]]:
    document = str(facts.document.id)
    for field, label in DOCUMENT_LABELS.items():
        yield label, Target(REGISTER, facts.document.id, field)
    yield NO_GOALS, Target("goals", None, "wording", (("document", document),))
    yield NO_CHAPTERS, Target("steering_chapters", None, "heading", (("document", document), ("manner", "ersatter")))
    for goal in facts.goals:
        for field in GOAL_LABELS:
            yield goal_mark(goal, field).label, Target("goals", goal.id, field)
    for kommun in facts.kommuner:
        begun = (("document", document), ("municipality", str(kommun.id)), ("status", "vantar"))
        yield undecided_mark(kommun).label, Target("steering_decisions", None, "body", begun)
        for decision in kommun.decisions:
            for field in DECISION_LABELS:
                mark = decision_mark(facts, kommun, decision, field)
                yield mark.label, Target("steering_decisions", decision.id, field)
