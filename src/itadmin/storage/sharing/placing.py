"""Slices put in the place of what is here of their owners: one or several, in one step, kept whole or not at all.

What the step is – receiving, taking back, doing again – who calls says. Nothing of the file's own is touched, and
nothing is written in the journal but that there was a step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.words import Words
from itadmin.storage import wording
from itadmin.storage.engine import RegisterFile
from itadmin.storage.records import RecordReader
from itadmin.storage.sharing import applying, comparing, placeholders, slices
from itadmin.storage.sharing.comparing import GONE, NEW, TOUCHED, Beside
from itadmin.storage.unit_of_work import StepNote
from itadmin.storage.unit_of_work import apply as write_step

MOST_AT_ONCE = 8
"""Slices in one step: each stands beside the register meanwhile, and SQLite takes ten databases."""
_MOST_TOLD = 100


@dataclass(frozen=True)
class Placement:
    """A slice that is to stand in the file: a staging database, b"" to have nothing of its owner stand there.

    `words` are those that its records are called by, None without any. `note` is called with the number of the step,
    when the slice is in its place.
    """

    owner: UUID
    database: bytes
    words: Words | None
    note: Callable[[Connection, int], None]


def place(
    file: RegisterFile,
    title: str,
    step: StepNote,
    placements: Sequence[Placement],
    always: Mapping[UUID, Plain],
    *,
    before: Callable[[], None] = lambda: None,
) -> ChangeSet:
    """Put slices in their places; returns what was touched, without values and no more than a hundred of a kind.

    `always` are organisations that stand in the file as names at least. `before` is asked when nothing can change any
    more, and may raise. Raises RefusedError when a slice has what another organisation owns.
    """
    with _beside(file, placements) as names, file.writing() as connection:
        before()
        words = wording.words(connection)
        number = write_step(connection, RecordReader(connection, date.min), ChangeSet(title, ()), step, UUID(int=0))
        staged = [_put(connection, name, item, number) for name, item in zip(names, placements, strict=True)]
        senders = {owner: {"name": name} for owner, name in slices.owners(connection).items()}
        placeholders.settle(connection, {**senders, **always}, [applying.gone_from(each) for each in staged])
        now = wording.words(connection)
        if any(each not in (None, now) for each in (words, *(item.words for item in placements))):
            wording.relabel(connection)
        return ChangeSet(title, tuple(change for each in staged for change in _touched(connection, each)))


@contextmanager
def _beside(file: RegisterFile, placements: Sequence[Placement]) -> Iterator[list[str]]:
    with ExitStack() as stack:
        names = []
        for number, placement in enumerate(placements):
            name = f"slice_{number}"
            file.set_beside(name, placement.database)
            stack.callback(file.take_away, name)
            names.append(name)
        yield names


def _put(connection: Connection, name: str, placement: Placement, number: int) -> Beside:
    staged = comparing.beside(connection, name, placement.owner)
    comparing.compare(connection, staged)
    applying.apply(connection, staged)
    placement.note(connection, number)
    return staged


def _touched(connection: Connection, staged: Beside) -> Iterator[Change]:
    """What a slice did, for those who show records: some that have come, changed and gone of each register."""
    numbered = f"row_number() OVER (PARTITION BY register, deed) AS number FROM {staged.table(TOUCHED)}"
    query = f"SELECT register, id, deed FROM (SELECT register, id, deed, {numbered}) WHERE number <= ?"
    for register, record, deed in connection.exec_driver_sql(query, (_MOST_TOLD,)).all():
        before, after = _DEEDS.get(deed, ({"deleted": False}, {"deleted": False}))
        yield Change(register, UUID(bytes=record), before, after)


_DEEDS: Mapping[str, tuple[Plain | None, Plain | None]] = {NEW: (None, {}), GONE: ({}, None)}
