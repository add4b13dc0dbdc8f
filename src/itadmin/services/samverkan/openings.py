"""Openings to cooperate: rows of the matrix that something speaks for, the strongest first, and what is said of them.

What the own kommun has put aside stands by itself until its day has passed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from itadmin.domain.calculations.opportunities import is_open, order
from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.keys import Key
from itadmin.domain.record import to_plain
from itadmin.domain.registers.opportunity_notes import OpportunityNote
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.records import Records
from itadmin.services.samverkan.cells import Matrix, Row

REGISTER = "opportunity_notes"
PUT_ASIDE, BEGUN = "inte_aktuell", "arende"
"""What is noted of an opening that nobody looks at for a while, and of one that a case has been begun of."""


class Opening(NamedTuple):
    """A row with what has been noted of it: the own note, None without any, and the newest of each neighbour."""

    row: Row
    note: OpportunityNote | None = None
    others: tuple[OpportunityNote, ...] = ()

    def is_aside(self, day: date) -> bool:
        """Whether it is put aside on a day."""
        note = self.note
        return note is not None and note.status == PUT_ASIDE and (note.until is None or day <= note.until)


@dataclass(frozen=True, slots=True)
class Openings:
    """Those that are looked at, the strongest first, and those put aside."""

    found: tuple[Opening, ...]
    aside: tuple[Opening, ...]


def openings(reading: Reading, matrix: Matrix) -> Openings:
    """The openings among the rows of a matrix."""
    notes = _notes(reading, matrix)
    candidates = [row for row in matrix.rows if row.reasons and is_open(row.level, row.target)]
    candidates.sort(key=lambda row: order(row.rank))
    told = [_opening(reading, row, notes.get(row.key, ())) for row in candidates]
    return Openings(
        tuple(opening for opening in told if not opening.is_aside(matrix.day)),
        tuple(opening for opening in told if opening.is_aside(matrix.day)),
    )


def put_aside(reading: Reading, matrix: Matrix) -> Mapping[Key, OpportunityNote]:
    """What is noted of the rows that are put aside on the day of a matrix, by the keys of the rows."""
    told = (_opening(reading, row, notes) for row, notes in _noted_rows(reading, matrix))
    return {each.row.key: each.note for each in told if each.note and each.is_aside(matrix.day)}


def opening_of(reading: Reading, matrix: Matrix, row: Row) -> Opening:
    """A row with what has been noted of it, whether it is an opening or not."""
    return _opening(reading, row, _notes(reading, matrix).get(row.key, ()))


def note_opening(records: Records, reading: Reading, matrix: Matrix, row: Row, values: Plain) -> ChangeSet:
    """Say something of a row, as one step: `status`, and of `until`, `note` and `case` what is given, as plain values.

    What was noted before is changed. Raises InvalidRecordError.
    """
    step = ChangeSet(f"Bedömde samverkan om {row.name}", (noting(records, reading, matrix, row, values),))
    records.apply(step)
    return step


def noting(records: Records, reading: Reading, matrix: Matrix, row: Row, values: Plain) -> Change:
    """The change that says something of a row, for a step that does more than that. Raises InvalidRecordError."""
    before = opening_of(reading, matrix, row).note
    if before is None:
        return records.addition(REGISTER, {"system": str(row.id), **values})
    plain = to_plain(before)
    return Change(REGISTER, before.id, {name: plain[name] for name in values}, dict(values))


def _notes(reading: Reading, matrix: Matrix) -> dict[bytes, list[OpportunityNote]]:
    """All notes by the key of the row that they are about."""
    found: dict[bytes, list[OpportunityNote]] = defaultdict(list)
    for read in reading.many(REGISTER, reading.keys(REGISTER, ListQuery(all_owners=True))).values():
        note = read.record
        if isinstance(note, OpportunityNote) and note.system is not None:
            row = matrix.row_of(note.system)
            if row is not None:
                found[row.key].append(note)
    return found


def _noted_rows(reading: Reading, matrix: Matrix) -> list[tuple[Row, Sequence[OpportunityNote]]]:
    notes = _notes(reading, matrix)
    return [(row, notes[row.key]) for row in matrix.rows if row.key in notes]


def _opening(reading: Reading, row: Row, notes: Sequence[OpportunityNote]) -> Opening:
    newest = _newest_of_each(notes)
    own = newest.pop(reading.organisation_id, None)
    return Opening(row, own, tuple(newest[owner] for owner in sorted(newest)))


def _newest_of_each(notes: Iterable[OpportunityNote]) -> dict[UUID, OpportunityNote]:
    return {note.owner: note for note in sorted(notes, key=lambda note: note.id)}
