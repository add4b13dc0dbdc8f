"""What the register says of a point of a checklist: that it is there, lacking, not needed, or that it cannot tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.implementations import Implementation
from itadmin.domain.registers.systems import System
from itadmin.services.reading import Read, Reading


class Verdict(StrEnum):
    """How the register judges a point; the values are permanent codes."""

    FOUND = "finns"
    LACKING = "saknas"
    UNNEEDED = "behovs_inte"
    UNKNOWN = "okant"


_LEADS = {
    Verdict.FOUND: "Finns i registret",
    Verdict.LACKING: "Saknas i registret",
    Verdict.UNNEEDED: "Behövs inte enligt registret",
}
_UNKNOWN = "Registret kan inte svara på det. Kontrollera och notera själv."


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and why, in words that follow a colon."""

    verdict: Verdict
    why: str = ""

    @property
    def sentence(self) -> str:
        """The verdict as it is read."""
        return f"{_LEADS[self.verdict]}: {self.why}." if self.verdict in _LEADS else _UNKNOWN


UNKNOWN = Judgement(Verdict.UNKNOWN)


def found(why: str) -> Judgement:
    """That the register has it."""
    return Judgement(Verdict.FOUND, why)


def lacking(why: str) -> Judgement:
    """That the register does not have it."""
    return Judgement(Verdict.LACKING, why)


def unneeded(why: str) -> Judgement:
    """That it is not needed, by what the register says."""
    return Judgement(Verdict.UNNEEDED, why)


class Ground:
    """What points are judged by: a plan, its system, and what refers to that, read when it is first asked for."""

    def __init__(self, reading: Reading, plan: Implementation, system: Read) -> None:
        if not isinstance(system.record, System):
            raise TypeError(f"systems holds a {type(system.record).__name__}")
        self.reading = reading
        self.plan = plan
        self.read = system
        self.system: System = system.record

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements about the system that have not ended or been replaced."""
        reads = self.reading.referring("agreements", "systems", self.system.id)
        records = [read.record for read in reads]
        return tuple(
            record for record in records if isinstance(record, Agreement) and record.status not in ("upphort", "ersatt")
        )

    def holder(self, field: str) -> str:
        """Who holds a role of the system; "" when nobody does."""
        holder = self.read.holders.get(field)
        return holder.label if holder else ""

    def word(self, value_list: str, code: str) -> str:
        """The kommun's word for a code, as it stands within a sentence."""
        word = self.read.words.label_of(value_list, code)
        return word[:1].lower() + word[1:]


Rule = Callable[[Ground], Judgement]
