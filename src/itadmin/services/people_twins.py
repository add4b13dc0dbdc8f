"""People who may be the same person twice: finding them, saying that they are not, and making one of two.

What has been said of a pair is kept as a mark on the first of them. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from uuid import UUID

from itadmin.domain.calculations.attention import HANDLED
from itadmin.domain.calculations.person_similarity import PERSON_WAYS, likely_people
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.record import to_plain
from itadmin.domain.registers.attention_marks import AttentionMark
from itadmin.services.attention.marking import MARKS, handled_occasion
from itadmin.services.duplicates import MOST, Candidates
from itadmin.services.people_moving import moved_people
from itadmin.services.progress import Progress
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.records import Records
from itadmin.storage.queries import duplicates

REGISTER = "people"


def people_candidates(reading: Reading, most: int = MOST, progress: Progress | None = None) -> Candidates:
    """The pairs of own people that may be one person, at most so many, the surest first.

    May run beside the window. Raises CancelledError when `progress` is told to stop.
    """
    with reading.file.reading() as connection:
        people = duplicates.known_people(connection)
    told = progress or Progress()
    told.begin(len(people) * len(PERSON_WAYS))
    apart = frozenset(_told_apart(reading))
    likely = (
        pair
        for pair in likely_people(people, passed=told.advance)
        if not {(str(pair.one), _occasion(pair.other)), (str(pair.other), _occasion(pair.one))} & apart
    )
    found = tuple(islice(likely, most + 1))
    return Candidates(found[:most], more=len(found) > most)


def not_the_same_person(records: Records, reading: Reading, one: UUID, other: UUID) -> ChangeSet:
    """The step that says of two people that they are not the same."""
    names = reading.labels(REGISTER, [one, other])
    title = f"{names[one]} och {names[other]} är inte samma"
    return ChangeSet(
        title, (records.addition(MARKS, handled_occasion(duplicates.NOT_THE_SAME, REGISTER, one, _occasion(other))),)
    )


def merge_people(records: Records, reading: Reading, keeper: UUID, other: UUID, taken: Collection[str]) -> ChangeSet:
    """The step that makes one of two people; `taken` are the fields whose value comes from `other`.

    Everything that refers to `other` goes along. Raises KnownError when one of them is not to be changed here.
    """
    reads = reading.many(REGISTER, [keeper, other])
    if keeper == other or any(key not in reads or reads[key].record.deleted for key in (keeper, other)):
        raise KnownError("En av personerna finns inte längre. Läs om listan.")
    values = {name: value for name, value in to_plain(reads[other].record).items() if name in taken}
    changes, refused = records.changes_of_save(REGISTER, [keeper], values)
    if refused:
        raise KnownError(refused[0].reason)
    references = moved_people(reading, keeper, other)
    binned = Change(REGISTER, other, {"deleted": False}, {"deleted": True})
    title = f"Slog ihop {reads[other].label} med {reads[keeper].label}"
    return ChangeSet(title, (*changes.get(keeper, ()), *references, binned))


def _told_apart(reading: Reading) -> Iterator[tuple[str, str]]:
    """The pairs that are said not to be the same: whose mark it is, and of whom it tells."""
    asked = ListQuery(where={"kind": [duplicates.NOT_THE_SAME], "register": [REGISTER], "verdict": [HANDLED]})
    for read in reading.many(MARKS, reading.keys(MARKS, asked)).values():
        if isinstance(read.record, AttentionMark):
            yield read.record.record, read.record.occasion


def _occasion(person: UUID) -> str:
    return person.hex[-duplicates.OCCASION :]
