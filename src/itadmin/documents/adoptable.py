"""Which styrande dokument may be adopted here, and as which kind of paper they are kept. Makes no paper."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from itadmin.documents import it_policy, steering_document
from itadmin.domain.calculations.adoption import MADE
from itadmin.domain.calendar import spoken_day
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.services.reading import Reading
from itadmin.services.steering import adoption_of, decisions_on

REGISTER = "steering_documents"
PAPERS: Mapping[str, str] = {
    "it_policy": it_policy.TYPE,
    "egen_text": steering_document.TYPE,
    **dict.fromkeys(steering_document.INSTRUCTIONS, steering_document.INSTRUCTION_TYPE),
}
"""The kind of paper by the template of a document; one that is written elsewhere has none."""


class UndecidedError(KnownError):
    """The decision of one's own organisation is not noted as made yet."""


def adoptable(reading: Reading, document_id: UUID) -> SteeringDocument:
    """The document, when it may be adopted here.

    Raises KnownError that says what is to be done first, UndecidedError when that is to note a decision.
    """
    document = reading.one(REGISTER, document_id).record
    if not isinstance(document, SteeringDocument):
        raise TypeError(f"{REGISTER} holds a {type(document).__name__}")
    lock = reading.lock_of(REGISTER, document)
    if lock is not None:
        raise KnownError(lock.sentence)
    if reading.organisation_id in adoption_of(reading, document).waiting:
        raise UndecidedError("Anteckna först det egna beslutet: instans, dag, paragraf och läget Fastställd.")
    _refuse_to_come(reading, document)
    return document


def _refuse_to_come(reading: Reading, document: SteeringDocument) -> None:
    """Raise KnownError when the own decision is noted as made on a day that is still to come."""
    own = (each for each in decisions_on(reading, document.id) if each.municipality == reading.organisation_id)
    days = [each.decided_on for each in own if each.status == MADE and each.decided_on]
    last = max(days, default=reading.day)
    if last > reading.day:
        day = spoken_day(last, reading.day)
        raise KnownError(
            f"Det egna beslutet har dagen {day}, som inte har varit än. Rätta dagen, eller vänta till dess."
        )
