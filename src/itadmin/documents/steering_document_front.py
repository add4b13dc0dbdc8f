"""What stands before the first chapter of a styrande dokument: cover, facts about it, what it lacks, contents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from itadmin.documents.content import (
    Block,
    Column,
    Contents,
    Cover,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Inline,
    Missing,
    Paragraph,
)
from itadmin.documents.gathering import shown
from itadmin.documents.phrases import paragraph_number
from itadmin.documents.prepared import MissingValue
from itadmin.documents.proposals import PROPOSAL_STATUS
from itadmin.documents.steering_document_facts import SteeringFacts
from itadmin.documents.templates import joined
from itadmin.domain.calculations.adoption import MADE
from itadmin.domain.money import NBSP
from itadmin.domain.registers.steering_decisions import SteeringDecision

LABELS: Mapping[str, str] = {
    "kind": "dokumenttyp",
    "version": "version",
    "valid_from": "första giltighetsdag",
    "valid_until": "sista giltighetsdag",
    "revise_by": "när dokumentet senast ska revideras",
    "responsible_function": "dokumentansvarig funktion",
}
"""What the document cannot be decided without, by what it is called where it is missing."""

_STATES = "planstatus"
_PAST = ("inaktuell", "ersatt")
_SAMPLE_NOTE = "Övningsdata. Uppgifterna i dokumentet är påhittade."


def cover(facts: SteeringFacts, *, is_sample: bool) -> Cover:
    """The first page."""
    return Cover(
        facts=(
            Field("Dokumenttyp", _kind(facts)),
            Field("Gäller", _validity(facts)),
            Field("Version", _version(facts)),
            Field("Status", _status(facts)),
        ),
        note=_SAMPLE_NOTE if is_sample else "",
    )


def front(facts: SteeringFacts, told: tuple[Block, ...] = ()) -> tuple[Block, ...]:
    """Dokumentuppgifter, what a draft is `told` to lack, and contents."""
    rows = tuple(Field(label, value) for label, value in _rows(facts) if value)
    return (Heading("Dokumentuppgifter", numbered=False), FieldTable(rows), *told, Contents())


def gaps_told(lacking: Sequence[MissingValue]) -> tuple[Block, ...]:
    """What a draft lacks and where; nothing when nothing is missing."""
    if not lacking:
        return ()
    rows = tuple((value.label, value.where) for value in lacking)
    is_one = len(rows) == 1
    how_many = "en uppgift. Den är utmärkt" if is_one else f"{len(rows)} uppgifter. De är utmärkta"
    return (
        Heading("Uppgifter som saknas", numbered=False),
        Paragraph(
            f"Utkastet saknar {how_many} i texten med [Uppgift saknas: …]. "
            f"Dokumentet kan inte fastställas förrän {'den är ifylld' if is_one else 'de är ifyllda'}."
        ),
        DataTable((Column("Uppgift", weight=100), Column("Avsnitt", weight=60)), rows, wide=True),
    )


def _rows(facts: SteeringFacts) -> Iterator[tuple[str, Inline]]:
    document = facts.document
    made = [decision for decision in facts.decisions if decision.status == MADE]
    yield "Dokumenttyp", _kind(facts)
    yield "Gäller för", document.applies_to or facts.own.name
    yield "Status", _status(facts)
    yield "Beslutad av", "\n".join(_decided(facts, decision) for decision in made)
    yield "Beslutas av", "\n".join(_undecided(facts, decision) for decision in facts.decisions if decision not in made)
    yield "Diarienummer", document.registry_number
    yield "Version", _version(facts)
    yield "Gäller", _validity(facts)
    yield "Revideras senast", _revised(facts)
    yield "Dokumentansvarig", joined(facts.responsible or Missing(LABELS["responsible_function"]))
    yield "För revidering ansvarar", document.revision_responsible
    yield "För uppföljning ansvarar", document.follow_up_responsible
    yield "Ersätter", facts.replaces
    yield "Publiceras", document.publication


def _kind(facts: SteeringFacts) -> Inline:
    return joined(shown(facts.document, "kind", facts.words) or Missing(LABELS["kind"]))


def _version(facts: SteeringFacts) -> Inline:
    return joined(facts.document.version or Missing(LABELS["version"]))


def _revised(facts: SteeringFacts) -> Inline:
    day = facts.document.revise_by
    return joined(day.isoformat() if day else Missing(LABELS["revise_by"]))


def _validity(facts: SteeringFacts) -> Inline:
    first, last = facts.document.valid_from, facts.document.valid_until
    if first is None:
        return (Missing(LABELS["valid_from"]),)
    if facts.document.open_ended:
        return f"Från {first.isoformat()} tills vidare"
    if last is None:
        return (f"Från {first.isoformat()} till ", Missing(LABELS["valid_until"]))
    return f"{first.isoformat()}–{last.isoformat()}"


def _status(facts: SteeringFacts) -> str:
    """Proposed, or how what is decided stands."""
    if facts.is_proposal:
        return PROPOSAL_STATUS
    return facts.words.label_of(_STATES, facts.document.status if facts.document.status in _PAST else MADE)


def _undecided(facts: SteeringFacts, decision: SteeringDecision) -> str:
    """Who is to decide, and how far that has come."""
    state = facts.words.label_of("beslutslage", decision.status or "vantar")
    body = _body(facts, decision)
    return f"{body}, {state.lower()}" if body else state


def _body(facts: SteeringFacts, decision: SteeringDecision) -> str:
    return facts.words.label_of("beslutsinstans", decision.body) if decision.body else ""


def _decided(facts: SteeringFacts, decision: SteeringDecision) -> str:
    """Who has decided, when and where it is written."""
    body = _body(facts, decision)
    day = decision.decided_on.isoformat() if decision.decided_on else ""
    number = f"dnr{NBSP}{decision.registry_number}" if decision.registry_number else ""
    written = " ".join(part for part in (body, day, paragraph_number(decision.paragraph)) if part)
    part = f"({decision.part})" if decision.part else ""
    return ", ".join(piece for piece in (written, number, part) if piece)
