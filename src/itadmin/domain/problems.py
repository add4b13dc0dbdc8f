"""The three kinds of trouble: Problem (data), KnownError (the world), and everything else (a bug).

A Problem belongs to a field and says in Swedish what would be right. A KnownError is one sentence for the user with
what to do; it is raised, shown in one place, and never a traceback.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["fel", "anmarkning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a record that is not right: `fel` stops saving, `anmarkning` does not.

    `field` is the identifier, "" when the record as a whole is meant.
    """

    field: str
    text: str
    severity: Severity = "fel"


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stop saving."""
    return tuple(problem for problem in problems if problem.severity == "fel")


class KnownError(Exception):
    """The world does not co-operate: one Swedish sentence that says what to do, and details for the curious."""

    def __init__(self, sentence: str, *, details: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.details = details


class InvalidRecordError(KnownError):
    """A change was refused because its data has errors; carries the problems by field."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.text for problem in errors(self.problems)))


class StaleRecordError(KnownError):
    """Somebody changed the record after it was read."""


class NotFoundError(KnownError):
    """No such record, or more than one where one was meant."""


class ReadOnlyError(KnownError):
    """The file, or the record, may not be changed from here."""
