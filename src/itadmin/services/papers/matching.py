"""Which handling a file is that has come back: told by the number on its pages or in its name, else nobody can tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers.about import UNSIGNED, papers_numbered, unsigned_papers
from itadmin.services.papers.numbers import numbers_in_name
from itadmin.services.reading import Reading

_WORD = re.compile(r"\w{4,}")
_ALIKE = 0.5
_FEW = 20


@dataclass(frozen=True, slots=True)
class Match:
    """What a file seems to be: the handling if it can be told, those to choose among, and what to think of.

    `remark` is a Swedish sentence, "" when there is nothing to say.
    """

    paper: IssuedPaper | None
    choices: tuple[IssuedPaper, ...]
    remark: str = ""


def match(reading: Reading, file_name: str, number: str) -> Match:
    """Which handling a file of this name is; `number` is what it says itself, "" when that cannot be read."""
    choices = tuple(unsigned_papers(reading))
    if number:
        return _of_number(reading, number, choices)
    named = [paper for paper in choices if paper.number in numbers_in_name(file_name)]
    if len(named) == 1:
        return Match(named[0], choices)
    return Match(None, choices)


def is_unlike(text: str, of_paper: str) -> bool:
    """Whether the text of a file cannot be that of a paper: less than half the paper's words are in it.

    Nothing is said of a file or paper with next to no text, as most that are scanned.
    """
    ours, theirs = (set(_WORD.findall(words.lower())) for words in (of_paper, text))
    if len(ours) < _FEW or len(theirs) < _FEW:
        return False
    return len(ours & theirs) < _ALIKE * len(ours)


def _of_number(reading: Reading, number: str, choices: tuple[IssuedPaper, ...]) -> Match:
    told = f"I filen står Handling {number}"
    found = papers_numbered(reading, number)
    waiting = [paper for paper in found if paper.status in UNSIGNED]
    if len(waiting) == 1:
        return Match(waiting[0], choices)
    if waiting:
        return Match(None, choices, f"{told}, som flera handlingar heter. Välj vilken av dem det är.")
    if found:
        state = reading.words.label_of("handlingslage", found[0].status)
        return Match(None, choices, f"{told}, som har läget {state}. Välj handling bara om filen ändå hör till den.")
    return Match(None, choices, f"{told}, som inte finns i registret. Kontrollera att filen hör hit.")
