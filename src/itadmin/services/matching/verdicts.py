"""Saying of two systems that they are the same, or are not: a record of one's own, whatever others have said."""

from __future__ import annotations

from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.registers import OWNERS
from itadmin.services.reading import Reading
from itadmin.services.records import Records
from itadmin.storage.queries.ties import own_verdicts

SAME, NOT_THE_SAME = "samma", "inte_samma"
_SAID = {SAME: "är samma", NOT_THE_SAME: "är inte samma"}


def verdict_step(records: Records, reading: Reading, one: UUID, other: UUID, *, same: bool) -> ChangeSet:
    """The step that says it; what we have said of the two before goes in the bin, so that the newest counts everywhere.

    Nothing is written. The step is empty when we have said just that already.
    """
    verdict = SAME if same else NOT_THE_SAME
    title = f"{_named(reading, one, other)} {_SAID[verdict]}"
    with reading.file.reading() as connection:
        before = own_verdicts(connection, one, other)
    if [said for _match, said in before] == [verdict]:
        return ChangeSet(title, ())
    gone = (Change("matches", match, {"deleted": False}, {"deleted": True}) for match, _said in before)
    added = records.addition("matches", {"verdict": verdict, "one": str(one), "other": str(other)})
    return ChangeSet(title, (*gone, added))


def _named(reading: Reading, one: UUID, other: UUID) -> str:
    """What the two are called, with whose they are when that is not the same."""
    names, reads = reading.labels("systems", [one, other]), reading.many("systems", [one, other])
    owners = {record_id: read.record.owner for record_id, read in reads.items()}
    if len(set(owners.values())) > 1:
        whose = reading.labels(OWNERS.name, owners.values())
        names = {**names, **{each: f"{names[each]} i {whose[owner]}" for each, owner in owners.items()}}
    return f"{names[one]} och {names[other]}"
