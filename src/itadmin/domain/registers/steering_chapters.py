"""Kapitel i styrande dokument: text that stands instead of a shipped chapter, comes after it, or is all of its own.

A chapter without a kommun is common to all; one with a kommun holds for that kommun only. The text is written with
simple marks (headings, lists, tables, `{{values}}`) and nothing in it is ever executed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import OPEN, Choice, LongText, Reference, Text, Whole
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Lock, Register, Section


@dataclass(frozen=True, kw_only=True)
class SteeringChapter(Record):
    """One chapter's text. `key` names the shipped chapter it concerns, "" one of its own; `place` is its order."""

    heading: Annotated[str, Text("Rubrik", OPEN, required=True)] = ""
    document: Annotated[UUID | None, Reference("Dokument", OPEN, to="steering_documents", required=True)] = None
    place: Annotated[int | None, Whole("Plats", OPEN, maximum=10_000)] = None
    key: Annotated[str, Text("Medföljande kapitel", OPEN, max_length=60)] = ""
    municipality: Annotated[
        UUID | None, Reference("Kommun", OPEN, to="organisations", help="Lämnas tom: då är texten gemensam.")
    ] = None
    manner: Annotated[str, Choice("Gör så här", OPEN, values="kapitelsatt", expected=True)] = ""
    text: Annotated[str, LongText("Text", OPEN)] = ""


def check_manner(chapter: SteeringChapter) -> Iterable[Problem]:
    """Only a shipped or common chapter can be left out or added to."""
    if chapter.manner in ("tillagg", "utelamnas") and not chapter.key:
        yield Problem(
            "manner", "Ett eget kapitel har inget att lägga till eller utelämna. Välj Ersätter.", "anmarkning"
        )


REGISTER = Register(
    name="steering_chapters",
    record=SteeringChapter,
    singular="kapitel",
    plural="Kapitel",
    new_label="Nytt kapitel",
    icon="edit",
    title_fields=("heading",),
    sections=(Section("oversikt", "Översikt", ("document", "place", "key", "municipality", "manner", "text")),),
    columns=("heading", "document", "place", "municipality", "manner"),
    search=("heading", "text"),
    subtitle=("document", "municipality"),
    rules=(check_manner,),
    lock=Lock("Dokumentet är beslutat och dess text kan inte ändras. Gör en ny version av det.", through="document"),
    begun_with=("heading", "document", "place", "manner"),
)
