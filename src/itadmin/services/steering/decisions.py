"""The decisions on a styrande dokument: how far the kommuner have come, and which decisions are yet to be noted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.adoption import Adoption, adoption, few_named
from itadmin.domain.registers.steering_decisions import SteeringDecision
from itadmin.domain.registers.steering_documents import REGISTER, SteeringDocument
from itadmin.domain.steering_defaults import usual_decisions
from itadmin.services.reading import Read, Reading

_OUT_OF_USE = ("inaktuell", "ersatt")


def decisions_on(reading: Reading, document_id: UUID) -> list[SteeringDecision]:
    """The decisions that are noted on a document, whoever notes them."""
    reads = reading.referring("steering_decisions", "document", document_id)
    return [read.record for read in reads if isinstance(read.record, SteeringDecision)]


def adoption_of(reading: Reading, document: SteeringDocument) -> Adoption:
    """How far the kommuner of a document have come; without any, the organisation whose file it is."""
    asked = document.municipalities or (reading.organisation_id,)
    return adoption(asked, decisions_on(reading, document.id))


def is_proposal(reading: Reading, document: SteeringDocument) -> bool:
    """Whether a document is still proposed where the register is kept: it holds there only when that is decided.

    What is noted as decided, or past, is none. In a file of several kommuner the first of them to decide is enough.
    """
    if REGISTER.lock is not None and REGISTER.lock.holds(document):
        return False
    found = adoption_of(reading, document)
    return reading.organisation_id in found.waiting or not found.adopted


def adoption_sentence(found: Adoption, names: Mapping[UUID, str]) -> str:
    """Fastställt i x av y, and whom it waits for. `names` are what the kommuner are called."""
    told = f"Fastställt i {len(found.adopted)} av {found.asked}"
    if not found.waiting:
        return f"{told}."
    waiting = few_named([names.get(key, "okänd kommun") for key in found.waiting])
    return f"{told} – väntar på {waiting}."


def proposed_decisions(reading: Reading, read: Read) -> tuple[dict[str, Any], ...]:
    """Plain values of decisions that are usual for a document and not noted, one for each kommun and instans.

    A kommun where another instans decides has its own way, and nothing is proposed there; nor for what is out of use.
    """
    document = read.record
    if not isinstance(document, SteeringDocument) or document.status in _OUT_OF_USE:
        return ()
    usual = {each.body: each for each in usual_decisions(document.kind, document.template)}
    noted: dict[UUID | None, set[str]] = defaultdict(set)
    for decision in decisions_on(reading, document.id):
        noted[decision.municipality].add(decision.body)
    asked = document.municipalities or (reading.organisation_id,)
    return tuple(
        {
            "document": str(document.id),
            "municipality": str(municipality),
            "body": body,
            "part": each.part or None,
            "status": "vantar",
        }
        for municipality in asked
        if noted[municipality] <= usual.keys()
        for body, each in usual.items()
        if body not in noted[municipality]
    )
