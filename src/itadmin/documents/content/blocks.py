"""Blocks of words, lines to sign on, and every kind of block there is."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from itadmin.documents.content.figures import BarChart, Diagram, KeyFacts, Ladder, Timeline, YearRing
from itadmin.documents.content.running_text import Inline
from itadmin.documents.content.tables import DataTable, FieldTable


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. In the body level 1 is numbered 1, 2 … and level 2 1.1, 1.2 … unless `numbered` is off.

    Level 3, and headings of front matter and appendices, are never numbered. Numbered ones stand in the table of
    contents.
    """

    text: str
    level: Literal[1, 2, 3] = 1
    numbered: bool = True
    key: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph with a number of its own (8.1), for agreements; `title` opens it in heavier type."""

    text: Inline
    title: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without a number: `lead` opens a paper, `note` is small and grey."""

    text: Inline
    style: Literal["normal", "lead", "note"] = "normal"


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list, with points of its own below it, which may be `numbered`."""

    text: Inline
    items: "tuple[Inline | Item, ...]" = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points introduced by a dash; they belong to the clause or paragraph before them."""

    items: tuple[Inline | Item, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Points numbered 1, 2 … from `start`; below numbered points stand a, b …, and i, ii … below those."""

    items: tuple[Inline | Item, ...]
    start: int = 1

    def __post_init__(self) -> None:
        if self.start < 0:
            raise ValueError("a list cannot begin below zero")


@dataclass(frozen=True, slots=True)
class Signatory:
    """Someone who signs: never a name, only befattning and by what right (delegation, punkt)."""

    title: Inline
    authority: Inline = ""


@dataclass(frozen=True, slots=True)
class SignatureParty:
    """A party that signs: its role in the agreement ("Systemägaren"), its name, nämnd and organisation number."""

    role: str
    name: Inline
    details: Inline = ""
    signatories: tuple[Signatory, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Lines to sign on, one column a party. Stays with the clause and heading before it."""

    parties: tuple[SignatureParty, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, with page numbers and links."""

    title: str = "Innehåll"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block: TypeAlias = (
    Heading
    | Clause
    | Paragraph
    | BulletList
    | NumberedList
    | FieldTable
    | DataTable
    | BarChart
    | Diagram
    | KeyFacts
    | Ladder
    | Timeline
    | YearRing
    | SignatureBlock
    | Contents
    | PageBreak
)
