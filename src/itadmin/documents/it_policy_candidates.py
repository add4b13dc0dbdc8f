"""The systems that an IT-policy proposes to try cooperation for, by the circumstances that anybody may know of.

How well a system works and whether its competence is vulnerable are judged among the IT managers; the policy is public
and tells neither, nor counts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from itadmin.documents.content import Block, Cell, Column, DataTable, Paragraph, Row
from itadmin.documents.it_policy_systems import PolicySystem
from itadmin.documents.phrases import counted
from itadmin.domain.calculations.cooperation import COMMON_OPERATION, SAME_PRODUCT, Reason
from itadmin.domain.calendar import add_months
from itadmin.domain.text import swedish_key

ENDING_MONTHS = 24
_SUPPLY = frozenset(
    {"supportavtal", "underhallsavtal", "licensavtal", "leverantorsavtal", "molntjanstavtal", "ramavtal"}
)
"""Kinds of agreement by which one has a system from a supplier."""
_SEVERAL = 2
_MOST_SHOWN = 12

_HEADS = {
    Reason.ENDING: "Avtalet tar slut",
    Reason.SEVERAL: "Flera har samma",
}
_AIMED = "Mål kvar"
_AIMED_NOTE = "Mål kvar: systemet har inte nått sin målnivå."
_NONE = "Inget system i registret har i dag ett avtal som tar slut inom två år eller en produkt som flera kommuner har."
_NOT_TOLD = "Hur väl systemen fungerar och hur sårbar kompetensen är bedöms i IT-chefsgruppen och står inte här."


@dataclass(frozen=True)
class Candidate:
    """A system with what speaks for trying cooperation."""

    found: PolicySystem
    reasons: frozenset[Reason]

    @property
    def is_aimed_higher(self) -> bool:
        """Whether it has not come as far as it is meant to."""
        return self.found.level < self.found.target

    @property
    def score(self) -> int:
        """How much speaks for it: each reason, and a target that is not reached."""
        return len(self.reasons) + self.is_aimed_higher


def candidates(systems: tuple[PolicySystem, ...], day: date) -> tuple[Candidate, ...]:
    """Systems that are not operated together and have a reason to be, those with most reasons first."""
    found = (
        Candidate(system, frozenset(_reasons(system, day))) for system in systems if system.level < COMMON_OPERATION
    )
    with_reason = (candidate for candidate in found if candidate.reasons)
    return tuple(sorted(with_reason, key=lambda item: (-item.score, swedish_key(item.found.system.name))))


def _reasons(found: PolicySystem, day: date) -> Iterator[Reason]:
    soon = add_months(day, ENDING_MONTHS)
    if any(item.kind in _SUPPLY and item.ends_on is not None and item.ends_on <= soon for item in found.agreements):
        yield Reason.ENDING
    if len(found.users) >= _SEVERAL or found.level >= SAME_PRODUCT:
        yield Reason.SEVERAL


def candidate_blocks(systems: tuple[PolicySystem, ...], day: date, source: str) -> tuple[Block, ...]:
    """The systems to try, or that there are none; of many, those with most reasons and how many more there are.

    `source` is said below them.
    """
    found = candidates(systems, day)
    if not found:
        return (Paragraph(_NONE),)
    shown, more = found[:_MOST_SHOWN], len(found) - _MOST_SHOWN
    told = f" De med flest skäl visas. Ytterligare {counted(more, 'system', 'system')} har skäl." if more > 0 else ""
    columns = (
        Column("System", weight=44),
        *(Column(head, "center", 21) for head in (*_HEADS.values(), _AIMED)),
        Column("Skäl", "right", 11),
    )
    rows = tuple(_row(candidate) for candidate in shown)
    table = DataTable(
        columns,
        rows,
        "System att pröva för samverkan",
        f"{_AIMED_NOTE} {_NOT_TOLD}{told} {source}",
        row_heading="strong",
        wide=True,
    )
    return (table,)


def _row(candidate: Candidate) -> Row:
    speaks = (*(reason in candidate.reasons for reason in _HEADS), candidate.is_aimed_higher)
    marks = (Cell("Ja", level=2) if mark else "" for mark in speaks)
    return (candidate.found.system.name, *marks, str(candidate.score))
