"""Införandeplan or avvecklingsplan: why, who, when and what, and the checklist that is approved by signing.

The facts stand in `implementation_plan_facts.py`, the tables in `implementation_plan_tables.py`, the prose in the
template.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from itadmin.documents import implementation_plan_tables as tables
from itadmin.documents.content import (
    Block,
    BulletList,
    Cover,
    Field,
    FieldTable,
    Heading,
    Inline,
    Missing,
    Paper,
    Paragraph,
    Signatory,
    SignatureBlock,
    SignatureParty,
    Strong,
    Timeline,
)
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.gantt import gantt_block
from itadmin.documents.implementation_plan_facts import REGISTER, ImplementationFacts, gather
from itadmin.documents.phrases import counted, day_in_words, in_sentence, listed_names, lowered
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.documents.steering_document_front import gaps_told
from itadmin.documents.templates import Words, joined, shipped_template
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import file_name, listed
from itadmin.services.reading import Reading

__all__ = ["NAME", "REGISTER", "TYPE", "prepare"]

TYPE = "implementation_plan"
NAME = "Införande- eller avvecklingsplan"

_LONGEST_NAME_PART = 60
_LABELS: Mapping[str, str] = {
    "system": "system",
    "kind": "vad planen gäller",
    "status": "planens läge",
    "go_live_on": "dagen för driftstart",
    "responsible_function": "ansvarig funktion",
    "purpose": "syfte och mål",
    "phases": "faser",
    "checklist": tables.NO_REASON,
}
"""What the plan is not whole without, by what it is called where it is missing."""
_NO_POINTS, _NO_LAST_DAY = "punkter i checklistan", "systemets sista dag"
_SAMPLE_NOTE = "Övningsdata. Uppgifterna i planen är påhittade."


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of one plan as things are on the day of the reading. Raises KnownError when there is none."""
    facts = gather(reading, record_id)
    paper = _paper(reading, facts, draft=draft)
    targets = {label: Target(REGISTER, facts.plan.id, field) for field, label in _LABELS.items()}
    targets[_NO_POINTS] = Target(REGISTER, facts.plan.id, "checklist")
    targets[_NO_LAST_DAY] = Target(REGISTER, facts.plan.id, "go_live_on")
    lacking = missing_values(paper, targets)
    if draft:
        paper = replace(paper, front=gaps_told(lacking))
    name = f"{facts.plan.title[:_LONGEST_NAME_PART]}_{reading.day.isoformat()}.pdf"
    return Prepared(paper, lacking, file_name(name))


def _paper(reading: Reading, facts: ImplementationFacts, *, draft: bool) -> Paper:
    plan = facts.plan
    plain = dated_paper(reading, plan.title, tuple(_body(facts, _picture(reading, facts))), internal=False)
    return replace(
        plain,
        subtitle=facts.own.name,
        header_right=plan.title,
        footer_left=f"{plan.title} · {reading.day.isoformat()}",
        draft=draft,
        cover=Cover(
            facts=(
                Field("System", _system(facts)),
                Field(_last_day(facts), _go_live(facts)),
                Field("Läge", _status(facts)),
                Field("Ansvarig", _responsible(facts)),
            ),
            note=_SAMPLE_NOTE if reading.is_sample else "",
        ),
    )


def _body(facts: ImplementationFacts, picture: Timeline | None) -> Iterator[Block]:
    yield Heading("Om planen", numbered=False)
    yield FieldTable(tuple(Field(label, value) for label, value in _rows(facts) if value))
    yield Heading(_heading("purpose"))
    yield Paragraph(facts.plan.purpose or (Missing(_LABELS["purpose"]),))
    yield from _organisation(facts)
    yield from _phases(facts)
    if picture is not None:
        yield Heading(_heading("time"))
        yield picture
    yield from _activities(facts)
    yield from _checklist(facts)
    yield from _approval(facts)


def _rows(facts: ImplementationFacts) -> Iterator[tuple[str, Inline]]:
    plan = facts.plan
    kind = facts.words.label_of("inforandeslag", plan.kind)
    yield "Gäller", kind or (Missing(_LABELS["kind"]),)
    yield "System", _system(facts)
    yield "Ersätter", facts.old_system
    yield "Läge", _status(facts)
    yield _last_day(facts), _go_live(facts)
    yield "Kommuner", listed(facts.municipalities) or facts.own.name
    yield "Ansvarig", _responsible(facts)
    yield "Styrgrupp", plan.steering_group
    yield "Diarienummer", plan.registry_number


def _organisation(facts: ImplementationFacts) -> Iterator[Block]:
    yield Heading(_heading("organisation"))
    steered = [lowered(in_sentence(part)) for part in facts.plan.steering_group.split(",")]
    words: Words = {"ansvarig": _responsible(facts), "styrgrupp": listed_names(steered)}
    has_duties = bool(facts.duties())
    passages = ("led", *(("steered",) if any(steered) else ()), *(("functions",) if has_duties else ()))
    yield _prose(words, *(f"organisation.{passage}" for passage in passages))
    if has_duties:
        yield tables.functions(facts)


def _phases(facts: ImplementationFacts) -> Iterator[Block]:
    yield Heading(_heading("phases"))
    if not facts.plan.phases:
        yield Paragraph((Missing(_LABELS["phases"]),))
        return
    yield _prose({"antal": counted(len(facts.plan.phases), "fas", "faser")}, "phases.intro")
    yield tables.phases(facts)


def _activities(facts: ImplementationFacts) -> Iterator[Block]:
    yield Heading(_heading("activities"))
    if not facts.activities:
        yield _prose({}, "activities.none")
        return
    yield _prose({"antal": counted(len(facts.activities), "aktivitet", "aktiviteter")}, "activities.intro")
    yield tables.activities(facts)


def _checklist(facts: ImplementationFacts) -> Iterator[Block]:
    section = "retirement" if facts.is_away else "checklist"
    yield Heading(_heading(section))
    yield _prose({}, f"{section}.intro")
    if not facts.plan.checklist:
        yield Paragraph((Missing(_NO_POINTS),))
        return
    yield tables.checklist(facts)
    yield Heading(_heading("waived"), 2)
    if not facts.waived:
        yield _prose({}, "waived.none")
        return
    yield _prose({}, "waived.intro")
    yield BulletList(
        tuple(
            (Strong(facts.words.label_of("grindpunkt", row.point)), ": ", row.reason or Missing(tables.NO_REASON))
            for row in facts.waived
        )
    )


def _approval(facts: ImplementationFacts) -> Iterator[Block]:
    plan = facts.plan
    yield Heading("Godkännande" if facts.is_away else _heading("approval"))
    if facts.is_approved and plan.approved_on:
        day, by = day_in_words(plan.approved_on), lowered(plan.approved_by) or "systemägaren"
        yield _prose({"dag": (Strong(day),), "funktion": by}, "approval.given")
    system: Inline = facts.system or (Missing(_LABELS["system"]),)
    yield _prose({"system": system}, "approval.retirement" if facts.is_away else "approval.operation")
    if facts.left:
        yield _prose({"antal": counted(facts.left, "punkt", "punkter")}, "approval.left")
    title = plan.approved_by or "Systemägare"
    yield SignatureBlock((SignatureParty("den som godkänner", facts.own.name, "", (Signatory(title),)),))


def _picture(reading: Reading, facts: ImplementationFacts) -> Timeline | None:
    """The plan on an axis of time, where any of it says when."""
    spans = (*(stage.span for stage in facts.parts.stages), *(task.span for task in facts.parts.tasks))
    return gantt_block(reading, facts.plan.id) if any(day for span in spans for day in span) else None


def _system(facts: ImplementationFacts) -> Inline:
    return facts.system or (Missing(_LABELS["system"]),)


def _responsible(facts: ImplementationFacts) -> Inline:
    return joined(facts.responsible or Missing(_LABELS["responsible_function"]))


def _last_day(facts: ImplementationFacts) -> str:
    return REGISTERS[REGISTER].label_of(facts.plan, "go_live_on")


def _go_live(facts: ImplementationFacts) -> Inline:
    day = facts.plan.go_live_on
    return day.isoformat() if day else (Missing(_NO_LAST_DAY if facts.is_away else _LABELS["go_live_on"]),)


def _status(facts: ImplementationFacts) -> Inline:
    plan = facts.plan
    word = facts.words.label_of("inforandelage", plan.status)
    if not word:
        return (Missing(_LABELS["status"]),)
    return f"{word} {plan.approved_on.isoformat()}" if plan.status == "godkand" and plan.approved_on else word


def _heading(section: str) -> str:
    return shipped_template(TYPE).heading(section)


def _prose(words: Words, *passages: str) -> Paragraph:
    return Paragraph(shipped_template(TYPE).text(words, *passages))
