"""The systems that an IT-policy proposes to try cooperation for, by the circumstances that anybody may know of.

How well a system works and whether its competence is vulnerable are judged among the IT managers; the policy is public
and tells neither, nor counts them.
"""

from __future__ import annotations

from dataclasses import dataclass

from itadmin.documents.content import Block, Cell, Column, DataTable, Paragraph, Row
from itadmin.documents.it_policy_systems import PolicySystem
from itadmin.documents.phrases import counted
from itadmin.domain.calculations.opportunities import Reason, is_open
from itadmin.domain.text import swedish_key

_MOST_SHOWN = 12

_HEADS = {
    Reason.ENDING: "Avtal på väg ut",
    Reason.SEVERAL: "Flera har samma",
}
_AIMED = "Mål kvar"
_NOTE = (
    "Avtal på väg ut: ett avtal tar slut eller kan sägas upp inom två år. Mål kvar: systemet har inte nått sin målnivå."
)
_NONE = (
    "Inget system i registret har i dag ett avtal som tar slut eller kan sägas upp inom två år, "
    "eller en produkt som flera kommuner har."
)
_NOT_TOLD = "Hur väl systemen fungerar och hur sårbar kompetensen är bedöms i IT-chefsgruppen och står inte här."


@dataclass(frozen=True)
class Candidate:
    """A system with what speaks for trying cooperation."""

    found: PolicySystem

    @property
    def is_aimed_higher(self) -> bool:
        """Whether it has not come as far as it is meant to."""
        return self.found.level < self.found.target

    @property
    def score(self) -> int:
        """How much speaks for it: each reason, and a target that is not reached."""
        return len(self.found.reasons) + self.is_aimed_higher


def candidates(systems: tuple[PolicySystem, ...]) -> tuple[Candidate, ...]:
    """Systems that there is something left to try with and a reason to, those with most reasons first."""
    found = (Candidate(system) for system in systems if system.reasons and is_open(system.level, system.target))
    return tuple(sorted(found, key=lambda item: (-item.score, swedish_key(item.found.system.name))))


def candidate_blocks(systems: tuple[PolicySystem, ...], source: str) -> tuple[Block, ...]:
    """The systems to try, or that there are none; of many, those with most reasons and how many more there are.

    `source` is said below them.
    """
    found = candidates(systems)
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
        f"{_NOTE} {_NOT_TOLD}{told} {source}",
        row_heading="strong",
        wide=True,
    )
    return (table,)


def _row(candidate: Candidate) -> Row:
    speaks = (*(reason in candidate.found.reasons for reason in _HEADS), candidate.is_aimed_higher)
    marks = (Cell("Ja", level=2) if mark else "" for mark in speaks)
    return (candidate.found.system.name, *marks, str(candidate.score))
