"""What is asked for when papers are made of many records, and how it is done, on a private copy. No Qt.

What makes papers is slow to load, so whoever asks first loads it, on that thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from itadmin.documents.catalogue import TYPES, DocumentType
from itadmin.documents.suitable import suitable
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading
from itadmin.ui.exporting.work import Listed

if TYPE_CHECKING:
    from itadmin.documents.batch import Outcome

_BATCH = "itadmin.documents.batch"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which kind of paper, of the chosen rows or all, as drafts or not, in one file or each in its own."""

    type_name: str
    only_selected: bool = False
    draft: bool = False
    one_file: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it; `passed_over` are the records of the list that the kind is not for."""

    outcome: Outcome
    passed_over: int


def kinds_of(register: str) -> tuple[DocumentType, ...]:
    """The kinds of paper that are made of a register's records."""
    return tuple(kind for kind in TYPES.values() if kind.register == register)


def carry_out(reading: Reading, listed: Listed, asked: Asked, place: Path, progress: Progress) -> Result:
    """Make the papers in a folder or file, and close the reading. Raises KnownError."""
    batch = import_module(_BATCH)
    with closing(reading):
        name, kind = listed.register.name, TYPES[asked.type_name]
        rows: Sequence[UUID] = listed.selected if asked.only_selected else reading.keys(name, listed.query)
        fitting = frozenset(reading.keys(name, suitable(kind)))
        ids = tuple(record_id for record_id in rows if record_id in fitting)
        order = batch.Order(kind.type, ids, asked.draft)
        into = batch.into_file if asked.one_file else batch.into_folder
        outcome: Outcome = into(reading, order, place, progress)
        return Result(outcome, len(rows) - len(ids))
