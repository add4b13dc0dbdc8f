"""Who takes part in a session, as those say who know: whose the session is, whose the person is, and oneself."""

from __future__ import annotations

from uuid import UUID

from itadmin.domain.registers.training_participations import TrainingParticipation
from itadmin.services.reading import Reading

_PARTS, _PEOPLE, _SESSIONS = "training_participations", "people", "training_sessions"


def parts_of(reading: Reading, session_id: UUID) -> list[TrainingParticipation]:
    """The participations of a session, in name order. Raises NotFoundError."""
    reads = reading.referring(_PARTS, "session", session_id, everybody=True)
    parts = [read.record for read in reads if isinstance(read.record, TrainingParticipation)]
    here = {reading.organisation_id, reading.one(_SESSIONS, session_id).record.owner}
    people = reading.many(_PEOPLE, {part.person for part in parts if part.person})
    whose = {key: read.record.owner for key, read in people.items()}
    return [part for part in parts if part.owner in here or (part.person and part.owner == whose.get(part.person))]
