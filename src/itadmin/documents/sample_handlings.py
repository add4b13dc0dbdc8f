"""The handlingar that adopted documents of the sample region have become, as if they had been adopted here.

Loads the PDF renderer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from itadmin.documents.adoptable import PAPERS, REGISTER
from itadmin.documents.issuing import make_numbered
from itadmin.domain.calculations.adoption import MADE
from itadmin.domain.registers.steering_decisions import SteeringDecision
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.services.papers import issue, next_number
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.workspace import Workspace


def keep_adopted(workspace: Workspace) -> None:
    """Number and keep the paper of each document that is adopted and written here, as of the last day of decision."""
    for day, document_id, kind in sorted(_adopted(workspace.reading())):
        reading = workspace.reading(day)
        issue(workspace, make_numbered(reading, kind, document_id, next_number(reading)))


def _adopted(reading: Reading) -> Iterator[tuple[date, UUID, str]]:
    """The last day that any kommun decided, the id and the kind of paper of each."""
    adopted = reading.many(REGISTER, reading.keys(REGISTER, ListQuery(where={"status": [MADE]})))
    for document in (read.record for read in adopted.values()):
        if isinstance(document, SteeringDocument) and document.template in PAPERS:
            yield _decided_on(reading, document.id), document.id, PAPERS[document.template]


def _decided_on(reading: Reading, document_id: UUID) -> date:
    decisions = (read.record for read in reading.referring("steering_decisions", "document", document_id))
    days = (decision.decided_on for decision in decisions if isinstance(decision, SteeringDecision))
    return max((day for day in days if day), default=reading.day)
