"""Samverkanstrappan as plain values: the five steps with what they are called and the systems that stand on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from itadmin.domain.calculations.cooperation import LEVELS
from itadmin.domain.keys import Key
from itadmin.domain.text import without_digit
from itadmin.domain.words import Words
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.services.samverkan.words import HIGHEST_JOINT
from itadmin.ui.samverkan.cell_look import LEVELS as LEVEL_WORDS
from itadmin.ui.samverkan.cell_look import Shown
from itadmin.ui.told_rows import Told

HEADINGS = ("Nivå", "Benämning", "Antal", "System")
_PROPOSED = " (benämning ej fastställd)"
_TITLES = {Shown.NOW: "Samverkanstrappan", Shown.TARGET: "Samverkanstrappan – målen"}
_HOW = {
    Shown.NOW: f"Ett system står på {HIGHEST_JOINT}.",
    Shown.TARGET: "Ett system står på det högsta mål som någon kommun har.",
}
_BELOW = {Shown.NOW: "har inte nått någon nivå", Shown.TARGET: "saknar mål"}


class Standing(NamedTuple):
    """A system on a step."""

    key: Key
    name: str


class Step(NamedTuple):
    """A step, with what it is called; `is_proposed` when nobody has adopted the name."""

    level: int
    name: str
    is_proposed: bool
    systems: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps from the lowest, and how many systems have not come to the first; `how` says where a system stands."""

    title: str
    how: str
    steps: tuple[Step, ...]
    below: int

    @property
    def has_proposed(self) -> bool:
        """Whether any name is but a proposal."""
        return any(step.is_proposed for step in self.steps)

    @property
    def sentence(self) -> str:
        """What the picture shows, in words."""
        steps = (f"nivå {step.level} {step.name}: {len(step.systems)}" for step in self.steps)
        return f"Antal system på varje steg: {', '.join(steps)}. {self.how}"


def ladder_of(matrix: Matrix, words: Words, shown: Shown) -> Ladder:
    """The ladder of the rows of a matrix: where they have come, or are to come."""
    steps = []
    for level in LEVELS:
        code = str(level)
        name, is_proposed = without_digit(words.label_of(LEVEL_WORDS, code)), words.is_proposed(LEVEL_WORDS, code)
        found = tuple(Standing(row.key, row.name) for row in _by_name(matrix) if _level(row, shown) == level)
        steps.append(Step(level, name, is_proposed, found))
    below = sum(not _level(row, shown) for row in matrix.rows)
    how = f"{_HOW[shown]} {below} {_BELOW[shown]}." if below else _HOW[shown]
    return Ladder(_TITLES[shown], how, tuple(steps), below)


def told_steps(ladder: Ladder) -> list[Told]:
    """The same as rows of a table, the highest step first."""
    return [_told(step) for step in reversed(ladder.steps)]


def _told(step: Step) -> Told:
    names = ", ".join(system.name for system in step.systems)
    label = f"{step.name}{_PROPOSED if step.is_proposed else ''}"
    sentence = f"Nivå {step.level} {label}, {len(step.systems)} system: {names or 'inget'}."
    return Told((str(step.level), label, str(len(step.systems)), names), sentence)


def _by_name(matrix: Matrix) -> list[Row]:
    return sorted(matrix.rows, key=lambda row: row.sort_key)


def _level(row: Row, shown: Shown) -> int:
    return row.level if shown is Shown.NOW else row.target
