"""The mark of a styrande dokument that is not decided yet: on every page, and in words where its status is told."""

from __future__ import annotations

PROPOSAL = "FÖRSLAG"
"""The boxed word in the head of every page."""

PROPOSAL_STATUS = "Förslag till beslut"


def marked_as(marks: tuple[str, ...], *, is_proposal: bool) -> tuple[str, ...]:
    """The marks of a paper, and that it is a proposal where it is."""
    return (*marks, PROPOSAL) if is_proposal else marks
