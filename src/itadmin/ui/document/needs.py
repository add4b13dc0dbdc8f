"""What a paper needs, as plain values: each with its words, or missing, and the field it is filled in. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Need:
    """One value that a paper needs. `text` is "" when it is missing; `plain` is what an editor starts from.

    `where` tells the places in the paper that lack it. `record_id` is None when there is no record to fill it in; one
    can be made where `begun` has its first values, as (field, plain value).
    """

    label: str
    text: str
    plain: Any
    where: str
    register: str
    record_id: UUID | None
    field: str
    begun: tuple[tuple[str, str], ...] = ()

    @property
    def is_missing(self) -> bool:
        """Whether the paper lacks it."""
        return not self.text


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """Needs that belong together, under a heading."""

    title: str
    needs: tuple[Need, ...]

    @property
    def missing(self) -> int:
        """How many are missing."""
        return sum(need.is_missing for need in self.needs)


def count_missing(groups: tuple[NeedGroup, ...]) -> int:
    """How many values a paper lacks."""
    return sum(group.missing for group in groups)
