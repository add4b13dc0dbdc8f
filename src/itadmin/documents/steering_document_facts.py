"""What a styrande dokument is made of: its record, whose it is, what is decided about it, its chapters and values.

Builds no blocks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from itadmin.documents.chapters import Chapter, chapters_of
from itadmin.documents.variables import Value, used_values, values_of
from itadmin.domain.money import NBSP
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.steering_decisions import SteeringDecision
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.domain.words import Words
from itadmin.services.reading import Reading
from itadmin.services.steering import decisions_on, is_proposal

REGISTER = "steering_documents"
INSTRUCTIONS = ("it_instruktion_anvandare", "it_instruktion_forvaltning", "it_instruktion_drift")
OWN_TEXT = "egen_text"

_MUNICIPALITY = "kommun"


@dataclass(frozen=True)
class SteeringFacts:
    """The facts of one document; `municipality_id` is the kommun whose own texts it is printed with, if any."""

    document: SteeringDocument
    own: Organisation
    municipality_id: UUID | None
    responsible: str
    replaces: str
    is_proposal: bool
    decisions: tuple[SteeringDecision, ...]
    chapters: tuple[Chapter, ...]
    values: Mapping[str, Value]
    words: Words

    @property
    def used(self) -> tuple[Value, ...]:
        """The values that the chapters ask for."""
        return used_values((chapter.text for chapter in self.chapters), self.values)


def gather(reading: Reading, record_id: UUID | None) -> SteeringFacts:
    """What the paper is made of. Raises KnownError when there is no such document, or its text is not written here."""
    if record_id is None:
        raise KnownError("Välj vilket styrande dokument handlingen ska göras av.")
    document, own = reading.one(REGISTER, record_id).record, reading.organisation().record
    if not isinstance(document, SteeringDocument) or not isinstance(own, Organisation):
        raise KnownError("Handlingen kan bara göras av ett styrande dokument.")
    if document.template not in (*INSTRUCTIONS, OWN_TEXT):
        raise KnownError("Dokumentet har ingen text av det slaget i programmet. Välj text på dokumentets sida.")
    municipality = own_municipality(reading)
    return SteeringFacts(
        document=document,
        own=own,
        municipality_id=municipality,
        responsible=document.responsible_function or title_of(reading, document.responsible),
        replaces=replaced(reading, document.replaces),
        is_proposal=is_proposal(reading, document),
        decisions=_decisions(reading, record_id, own),
        chapters=chapters_of(reading, record_id, municipality),
        values=values_of(reading, municipality),
        words=reading.words,
    )


def own_municipality(reading: Reading) -> UUID | None:
    """The kommun whose file it is; None for a file of several, such as a kommunalförbund's."""
    own = reading.organisation().record
    return own.id if isinstance(own, Organisation) and own.kind == _MUNICIPALITY else None


def title_of(reading: Reading, person_id: UUID | None) -> str:
    """The position of a person; "" when there is none."""
    found = reading.many("people", [person_id]).values() if person_id else ()
    return next((read.record.title for read in found if isinstance(read.record, Person)), "")


def replaced(reading: Reading, document_id: UUID | None) -> str:
    """The document that another replaces, with its version; "" when there is none."""
    found = reading.many(REGISTER, [document_id]).values() if document_id else ()
    for read in found:
        if isinstance(read.record, SteeringDocument):
            version = read.record.version
            return f"{read.label}, version{NBSP}{version}" if version else read.label
    return ""


def _decisions(reading: Reading, document_id: UUID, own: Organisation) -> tuple[SteeringDecision, ...]:
    """The decisions of the kommun whose file it is, or of all of them, the first day first."""
    found = decisions_on(reading, document_id)
    wanted = [decision for decision in found if own.kind != _MUNICIPALITY or decision.municipality == own.id]
    return tuple(sorted(wanted, key=lambda decision: (decision.decided_on is None, decision.decided_on, decision.id)))
