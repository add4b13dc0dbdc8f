"""Handlingar in words: what one is called, how it stands and since when."""

from __future__ import annotations

from datetime import date

from itadmin.domain.registers.papers import IssuedPaper
from itadmin.domain.words import Words

STATES = "handlingslage"


def name_of(paper: IssuedPaper) -> str:
    """A handling among others: "2026-0007 · Driftavtal för Lifecare"."""
    return " · ".join(part for part in (paper.number, paper.title) if part)


def state_of(paper: IssuedPaper, words: Words) -> str:
    """How it stands: "Skickat"; "" when that is not said."""
    return words.label_of(STATES, paper.status) if paper.status else ""


def day_of(paper: IssuedPaper) -> date | None:
    """The day it came to stand as it does, as far as that is noted."""
    return {"skickat": paper.sent_on, "paskrivet": paper.signed_on}.get(paper.status) or paper.made_on


def day_words(paper: IssuedPaper) -> str:
    """The day it came to stand as it does, as text."""
    day = day_of(paper)
    return day.isoformat() if day else ""
