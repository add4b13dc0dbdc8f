"""Handlingar as they are asked for: those about a record, those that are out to be signed, and the one of a number."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.problems import NotFoundError
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.reading import ListQuery, Reading

REGISTER = "papers"
FINISHED = "fardig"
"""The state of a handling that nobody is to sign."""
UNSIGNED = ("for_underskrift", "skickat")
"""The states of a handling that may still come back signed."""


def papers_about(reading: Reading, register: str, record_id: UUID | None, paper_type: str = "") -> list[IssuedPaper]:
    """The handlingar of a record, or (None) of the whole file, the newest first; only those of a type if it is told."""
    where: dict[str, list[Any]] = {
        "about_register": [register or None],
        "about": [str(record_id) if record_id else None],
    }
    if paper_type:
        where["paper_type"] = [paper_type]
    return _newest_first(reading, where)


def unsigned_papers(reading: Reading) -> list[IssuedPaper]:
    """The handlingar that may still come back signed, the newest first."""
    return _newest_first(reading, {"status": list(UNSIGNED)})


def papers_numbered(reading: Reading, number: str) -> list[IssuedPaper]:
    """The handlingar of a number: one, but for registers that have been put together."""
    return _newest_first(reading, {"number": [number]})


def paper_of(reading: Reading, paper_id: UUID) -> IssuedPaper:
    """One handling. Raises NotFoundError."""
    paper = reading.one(REGISTER, paper_id).record
    if not isinstance(paper, IssuedPaper):
        raise NotFoundError("Det finns ingen sådan handling i filen.")
    return paper


def about_of(paper: IssuedPaper) -> UUID | None:
    """The record a paper is about; None for one about the whole file, or when what is noted is no id."""
    try:
        return UUID(paper.about)
    except ValueError:
        return None


def _newest_first(reading: Reading, where: dict[str, list[Any]]) -> list[IssuedPaper]:
    reads = reading.many(REGISTER, reading.keys(REGISTER, ListQuery(where=where))).values()
    papers = [read.record for read in reads if isinstance(read.record, IssuedPaper)]
    return sorted(papers, key=lambda paper: (paper.made_on or date.min, paper.number), reverse=True)
