"""What is done about a change of the platform, each as one step: who is told, that they have been, what they answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.problems import ReadOnlyError
from itadmin.domain.record import to_plain
from itadmin.services.platform.standing import CHANGES, NOTICES, Unit, standing_of
from itadmin.services.reading import Reading
from itadmin.services.records import Records


@dataclass(frozen=True, slots=True)
class Answer:
    """What a förvaltning answers: a code of `forvarningssvar`, the day, and a comment or "".

    `costs` are plain rows of its cost by year, all of them; None leaves those that are noted.
    """

    code: str
    on: date
    comment: str = ""
    costs: Sequence[Plain] | None = None


def add_systems(records: Records, reading: Reading, change_id: UUID, systems: Iterable[UUID]) -> ChangeSet:
    """Let a change touch some systems more. Raises KnownError."""
    known = standing_of(reading, change_id).change.systems
    wanted = [str(system) for system in dict.fromkeys((*known, *systems))]
    return records.save(CHANGES, change_id, {"systems": wanted})


def make_notices(records: Records, reading: Reading, change_id: UUID, units: Sequence[Unit]) -> ChangeSet:
    """Note that some organisations are to be told of a change. Raises KnownError when it is not one's own."""
    standing = standing_of(reading, change_id)
    if standing.change.owner != reading.organisation_id:
        raise ReadOnlyError("Förvarningen hör till en annan organisation och kan bara ändras av den.")
    told = {notice.record.organisation for notice in standing.notices}
    changes = tuple(records.addition(NOTICES, _notice(change_id, unit)) for unit in units if unit.id not in told)
    step = ChangeSet(f"La till {_counted(len(changes))} att förvarna: {standing.change.title}", changes)
    return _written(records, step)


def inform(records: Records, reading: Reading, notice_ids: Sequence[UUID], on: date) -> ChangeSet:
    """Note that förvaltningar have been told on a day. Raises KnownError."""
    return _written(records, informing(records, reading, notice_ids, on))


def informing(records: Records, reading: Reading, notice_ids: Sequence[UUID], on: date) -> ChangeSet:
    """The step that notes that förvaltningar have been told on a day; nothing is written.

    Those that had been told before keep their day, and the change is announced that day if it was not before. Raises
    KnownError.
    """
    reads = reading.many(NOTICES, notice_ids)
    wanted = [key for key, read in reads.items() if not getattr(read.record, "informed_on", None)]
    changes = list(_saved(records, NOTICES, wanted, {"informed_on": on.isoformat()}))
    announced = {getattr(reads[key].record, "change", None) for key in wanted}
    for change in reading.many(CHANGES, [key for key in announced if key]).values():
        if getattr(change.record, "announced_on", None) is None:
            changes += _saved(records, CHANGES, [change.record.id], {"announced_on": on.isoformat()})
    return ChangeSet(f"Förvarnade {_counted(len(wanted))}", tuple(changes))


def answer(records: Records, reading: Reading, notice_id: UUID, given: Answer) -> ChangeSet:
    """Note what a förvaltning answers; one that was never noted as told was told that day at the latest.

    Raises KnownError.
    """
    record = reading.one(NOTICES, notice_id).record
    before = to_plain(record)
    values: dict[str, Any] = {"answer": given.code, "answered_on": given.on.isoformat()}
    if not before["informed_on"]:
        values["informed_on"] = given.on.isoformat()
    if given.costs is not None:
        values["consequences"] = list(given.costs)
    if given.comment:
        values["note"] = "\n".join(part for part in (before["note"], given.comment) if part)
    return records.save(NOTICES, notice_id, values)


def note_costs(records: Records, notice_id: UUID, costs: Sequence[Plain]) -> ChangeSet:
    """Note what a change costs a förvaltning by year, as plain rows, in place of what was noted. Raises KnownError."""
    return records.save(NOTICES, notice_id, {"consequences": list(costs)})


def answered_on(records: Records, reading: Reading, notice_id: UUID, on: date) -> tuple[Change, ...]:
    """The changes that note the day of an answer that is yet to be read; none where one is noted, or cannot be."""
    read = reading.many(NOTICES, [notice_id]).get(notice_id)
    if read is None or getattr(read.record, "answered_on", None):
        return ()
    changes, _refused = records.changes_of_save(NOTICES, [notice_id], {"answered_on": on.isoformat()})
    return changes.get(notice_id, ())


def reminded(records: Records, reading: Reading, notice_ids: Sequence[UUID], on: date) -> ChangeSet:
    """Note in the comment of each that a förvaltning has been reminded. Raises KnownError."""
    changes: list[Change] = []
    for key, read in reading.many(NOTICES, notice_ids).items():
        note = to_plain(read.record)["note"]
        told = f"Påmind {on.isoformat()}."
        if told not in (note or ""):
            changes += _saved(records, NOTICES, [key], {"note": "\n".join(part for part in (note, told) if part)})
    return _written(records, ChangeSet(f"Påminde {_counted(len(changes))}", tuple(changes)))


def _notice(change_id: UUID, unit: Unit) -> Plain:
    return {
        "change": str(change_id),
        "organisation": str(unit.id),
        "recipient": str(unit.person) if unit.person else None,
        "recipient_function": unit.function or None,
    }


def _saved(records: Records, register: str, ids: Sequence[UUID], values: Plain) -> Iterable[Change]:
    """The changes of saving the same in some records. Raises ReadOnlyError for the first that is refused."""
    found, refused = records.changes_of_save(register, ids, values)
    if refused:
        raise ReadOnlyError(refused[0].reason)
    return [change for key in ids for change in found.get(key, ())]


def _written(records: Records, step: ChangeSet) -> ChangeSet:
    if step.changes:
        records.apply(step)
    return step


def _counted(number: int) -> str:
    return "1 förvaltning" if number == 1 else f"{number} förvaltningar"
