"""A paper made ready, with what it lacks and where each lack is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from itadmin.documents.content import Paper
from itadmin.documents.numbering import missing
from itadmin.documents.phrases import raised
from itadmin.domain.text import listed

Begun: TypeAlias = tuple[tuple[str, str], ...]
"""The first values of a record that is still to be made, as (field, plain value)."""


@dataclass(frozen=True, slots=True)
class Target:
    """The field in which a missing value is filled in.

    `begun` is for a value that has no record yet: what such a record begins with, as (field, plain value).
    """

    register: str
    record_id: UUID | None
    field: str
    begun: Begun = ()


@dataclass(frozen=True, slots=True)
class MissingValue:
    """An obligatory value that is missing: what it is, in which places of the paper, and the field it belongs in."""

    label: str
    where: str
    register: str
    record_id: UUID | None
    field: str
    begun: Begun = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paper and what it lacks; the file name is the one to propose for it.

    What is `untold` is not known either, but the paper says so in its place and may be made without it. `values` are
    those that stand in its text, by name, also those that no record says. `remarks` are sentences to whoever makes it:
    what it holds back since anybody may ask for it, what it tells all the same, and what is written on it by hand.
    """

    paper: Paper
    missing: tuple[MissingValue, ...]
    file_name: str
    untold: tuple[MissingValue, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()


def missing_values(paper: Paper, targets: Mapping[str, Target]) -> tuple[MissingValue, ...]:
    """Each value that a paper lacks once, in reading order, with all the places where it lacks it."""
    places: dict[str, list[str]] = {}
    for gap in missing(paper):
        found = places.setdefault(gap.label, [])
        if gap.place not in found:
            found.append(gap.place)
    return tuple(
        MissingValue(raised(label), listed(where), target.register, target.record_id, target.field, target.begun)
        for label, where in places.items()
        for target in (targets[label],)
    )
