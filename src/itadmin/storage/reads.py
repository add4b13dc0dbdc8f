"""What reading a register asks and gives: a list's query, a record as read, who holds its roles. Plain values.

Apart from the readers so that the first page of a list can be shown before the database library is loaded.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from itadmin.domain.filters import Condition
from itadmin.domain.record import Record
from itadmin.domain.words import BUILT_IN, Words


@dataclass(frozen=True)
class ListQuery:
    """What a list shows: words to match, allowed plain values by identifier, sort field ("" is by name).

    One of a field's values must hold; None among them means no value, and no values at all that nothing is shown.
    All `conditions` must hold, and all `findings` – keys of what is wrong with a record – be true of it.
    Records that are only proposed (a register's `proposal`) are left out unless `proposals` asks for them alone.
    One's own are listed, with `all_owners` everybody's, or those of one `owner`.
    """

    words: str = ""
    where: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    conditions: tuple[Condition, ...] = ()
    findings: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    deleted: bool = False
    all_owners: bool = False
    owner: UUID | None = None
    proposals: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a list that is made: the places of its next records, maybe none, and how much was looked at for it."""

    places: array[int]
    looked_at: int


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a role on a day: the role record, the person if it is one, and what to call them."""

    role_id: UUID
    person_id: UUID | None
    label: str


@dataclass(frozen=True, slots=True)
class Read:
    """A record as read: itself, what it is called, names of what it refers to and whose it is, holders, and the words.

    `words` are those of the file's value lists.
    """

    record: Record
    label: str
    labels: Mapping[UUID, str]
    holders: Mapping[str, Holder]
    placeholder: bool
    words: Words = BUILT_IN
