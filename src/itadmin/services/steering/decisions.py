"""The decisions on a styrande dokument: how far the kommuner have come, and which decisions are yet to be noted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.adoption import Adoption, adoption, few_named
from itadmin.domain.registers.steering_decisions import SteeringDecision
from itadmin.domain.registers.steering_documents import REGISTER, SteeringDocument
from itadmin.domain.steering_defaults import usual_decisions
from itadmin.services.reading import Read, Reading

_OUT_OF_USE = ("inaktuell", "ersatt")


def decisions_on(reading: Reading, document_id: UUID) -> list[SteeringDecision]:
    """The decisions that are noted on a document; a kommun's own note of its decisions goes before others'."""
    reads = reading.referring("steering_decisions", "document", document_id, everybody=True)
    noted = [read.record for read in reads if isinstance(read.record, SteeringDecision)]
    said = {each.municipality for each in noted if each.owner == each.municipality}
    own = reading.organisation_id
    return [each for each in noted if each.owner == (each.municipality if each.municipality in said else own)]


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

    Usual is who decided on the version before in that kommun, if that was alike, else who mostly does. A kommun where
    another instans decides has its own way, and nothing is proposed there; nor for what is out of use.
    """
    document = read.record
    if not isinstance(document, SteeringDocument) or document.status in _OUT_OF_USE:
        return ()
    noted = _by_kommun(decisions_on(reading, document.id))
    before = _by_kommun(_on_version_before(reading, document))
    mostly = {each.body: each.part for each in usual_decisions(document.kind, document.template)}
    return tuple(
        {
            "document": str(document.id),
            "municipality": str(municipality),
            "body": body,
            "part": part or None,
            "status": "vantar",
        }
        for municipality in document.municipalities or (reading.organisation_id,)
        for body, part in _left(before.get(municipality) or mostly, noted.get(municipality, {}))
    )


def _on_version_before(reading: Reading, document: SteeringDocument) -> list[SteeringDecision]:
    """The decisions on what a document replaces, if that was of the same kind and text."""
    found = reading.many("steering_documents", [document.replaces]).values() if document.replaces else ()
    return [
        decision
        for read in found
        if isinstance(read.record, SteeringDocument)
        and (read.record.kind, read.record.template) == (document.kind, document.template)
        for decision in decisions_on(reading, read.record.id)
    ]


def _by_kommun(decisions: Iterable[SteeringDecision]) -> dict[UUID | None, dict[str, str]]:
    """Which instans has decided in each kommun, and what about."""
    found: dict[UUID | None, dict[str, str]] = defaultdict(dict)
    for decision in decisions:
        found[decision.municipality][decision.body] = decision.part
    return found


def _left(usual: Mapping[str, str], noted: Mapping[str, str]) -> list[tuple[str, str]]:
    """What is usual and not noted; nothing where something is noted that is not usual."""
    return [(body, part) for body, part in usual.items() if body not in noted] if noted.keys() <= usual.keys() else []
