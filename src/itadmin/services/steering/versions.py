"""Versions of a styrande dokument: a new one begun from an old one, and which there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.version_numbers import next_version
from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.record import to_plain
from itadmin.domain.registers.goals import Goal
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.domain.states import OVER
from itadmin.services.reading import Read, Reading
from itadmin.services.records import Records

REGISTER = "steering_documents"

_OF_THE_OLD_ALONE = ("registry_number", "valid_from", "valid_until", "revise_by", "publication")
_ROWS_OF_THE_OLD_ALONE = ("attachments", "links")


def versions_of(reading: Reading, document_id: UUID) -> list[Read]:
    """The document, what it replaces in turn, and what replaces it, newest first."""
    chain = [reading.one(REGISTER, document_id)]
    while (later := _other(reading.referring(REGISTER, "replaces", chain[0].record.id), chain)) is not None:
        chain.insert(0, later)
    while (earlier := _other(_replaced(reading, chain[-1]), chain)) is not None:
        chain.append(earlier)
    return chain


def new_version(reading: Reading, records: Records, document_id: UUID) -> tuple[UUID, ChangeSet]:
    """A draft of the next version, with the text and the goals that are not reached, as one step; nothing is written.

    Gives the new document's id. Raises KnownError when a later version is begun already.
    """
    read = reading.one(REGISTER, document_id)
    document = read.record
    if not isinstance(document, SteeringDocument):
        raise TypeError(f"{REGISTER} holds a {type(document).__name__}")
    later = reading.referring(REGISTER, "replaces", document_id)
    if later:
        raise KnownError(f"Det finns redan en nyare version av {read.label}. Öppna den i stället.")
    values = {
        **to_plain(document),
        **dict.fromkeys(_OF_THE_OLD_ALONE),
        **{name: [] for name in _ROWS_OF_THE_OLD_ALONE},
        "version": next_version(document.version) or None,
        "status": "utkast",
        "replaces": str(document_id),
    }
    begun = records.addition(REGISTER, values)
    belongs = {"document": str(begun.record_id)}
    copies = (
        records.addition(register, {**_own_values(each), **belongs})
        for register in ("steering_chapters", "goals")
        for each in reading.referring(register, "document", document_id)
        if not (isinstance(each.record, Goal) and each.record.status in OVER)
    )
    return begun.record_id, ChangeSet(f"Påbörjade en ny version av {read.label}", (begun, *copies))


def _own_values(read: Read) -> dict[str, Any]:
    return dict(to_plain(read.record))


def _replaced(reading: Reading, read: Read) -> list[Read]:
    earlier = read.record.replaces if isinstance(read.record, SteeringDocument) else None
    return list(reading.many(REGISTER, [earlier]).values()) if earlier else []


def _other(found: Iterable[Read], chain: Iterable[Read]) -> Read | None:
    """The first that is not in the chain already."""
    known = {read.record.id for read in chain}
    return next((read for read in found if read.record.id not in known), None)
