"""Who takes part in a session, as those say who know: whose the session is, whose the person is, and oneself."""

from __future__ import annotations

from uuid import UUID

from itadmin.domain.registers.training_participations import TrainingParticipation
from itadmin.services.reading import Reading
from itadmin.storage.queries.session_people import participations

_PARTS = "training_participations"


def parts_of(reading: Reading, session_id: UUID) -> list[TrainingParticipation]:
    """The participations of a session, in name order."""
    with reading.file.reading() as connection:
        ids = participations(connection, session_id)
    reads = reading.many(_PARTS, ids).values()
    return [read.record for read in reads if isinstance(read.record, TrainingParticipation)]
