"""Saying how well somebody knows an area or a system, now and as wanted: one step, a new judgement or a changed one."""

from __future__ import annotations

from uuid import UUID

from itadmin.domain.changes import ChangeSet, Plain
from itadmin.domain.problems import ReadOnlyError
from itadmin.domain.record import Record
from itadmin.services.competence.ground import COMPETENCES, SYSTEMS, Topic
from itadmin.services.reading import Reading
from itadmin.services.records import Records

_STEP = "Satte kompetensnivå"
_THEIRS = "Bedömningen hör till en annan kommun och kan bara ändras av den."


def set_levels(records: Records, reading: Reading, person: UUID, topic: Topic, values: Plain) -> None:
    """Let a person be judged so in a topic from the day of the reading, as one step.

    `values` are plain values of those of `level`, `wanted_level` and `priority` that are set. Raises KnownError: what
    a neighbour has judged is the neighbour's to change.
    """
    before = judgement_of(reading, person, topic)
    dated = {**values, "assessed_on": reading.day.isoformat()} if "level" in values else dict(values)
    if before is None:
        about = "system" if topic.register == SYSTEMS else "area"
        begun = {"person": str(person), about: str(topic.record_id), **dated}
        records.apply(ChangeSet(_STEP, (records.addition(COMPETENCES, begun),)))
    elif before.owner == reading.organisation_id:
        records.save(COMPETENCES, before.id, dated)
    else:
        raise ReadOnlyError(_THEIRS)


def judgement_of(reading: Reading, person: UUID, topic: Topic) -> Record | None:
    """The record that says what a person knows of a topic, the own one first; None when there is none."""
    field = "system" if topic.register == SYSTEMS else "area"
    records = (read.record for read in reading.referring(COMPETENCES, "person", person))
    found = [record for record in records if not record.deleted and getattr(record, field) in topic.ids]
    return min(found, key=lambda record: record.owner != reading.organisation_id, default=None)
