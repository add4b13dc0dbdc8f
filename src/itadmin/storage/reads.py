"""What reading a register asks and gives: a list's query, a record as read, who holds its roles. Plain values.

Apart from the readers so that the first page of a list can be shown before the database library is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from itadmin.domain.record import Record


@dataclass(frozen=True)
class ListQuery:
    """What a list shows: words to match, allowed plain values by identifier, sort field ("" is by name).

    One of a field's values must hold; None among them means no value, and no values at all that nothing is shown.
    """

    words: str = ""
    where: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False
    deleted: bool = False
    all_owners: bool = False


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a role on a day: the role record, the person if it is one, and what to call them."""

    role_id: UUID
    person_id: UUID | None
    label: str


@dataclass(frozen=True, slots=True)
class Read:
    """A record as read: itself, what it is called, the names of what it refers to, and who holds its roles."""

    record: Record
    label: str
    labels: Mapping[UUID, str]
    holders: Mapping[str, Holder]
    placeholder: bool
