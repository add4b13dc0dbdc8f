"""The blocks a paper is built of: what is said and what it means, never where it lands on a sheet.

A document type gathers its facts and returns one `Paper`; `numbering` gives sections, clauses and tables their
numbers; `pdf` draws it. All texts here are raw: they are cleaned and escaped by the renderer alone, so anything a
user has typed may stand in any of them. Knows nothing of PDF, of registers or of the clock.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

Align: TypeAlias = Literal["left", "right", "center"]

LEVELS = range(6)
"""Fills of cells: 0 is none, 1 the lightest, 5 the accent itself."""


# Text within a block ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Strong:
    """A stretch of text that is printed heavier."""

    text: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A value the paper needs and does not have; printed as a marked `[Uppgift saknas: RTO]`."""

    label: str


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to the block, section or appendix whose `key` is `target`.

    Without `text` it prints how the target is numbered: "avsnitt 8", "punkt 8.1", "tabell 4", "figur 1" or
    "bilaga 2". A target that is not in the paper prints `text` alone.
    """

    target: str
    text: str = ""


Run: TypeAlias = str | Strong | Missing | Link
Inline: TypeAlias = str | tuple[Run, ...]
"""Running text: one plain string, or several runs. A line feed is a line break."""


# Blocks -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. In the body level 1 is numbered 1, 2 … and level 2 1.1, 1.2 … unless `numbered` is off.

    Headings of front matter and appendices are never numbered. Numbered ones stand in the table of contents.
    """

    text: str
    level: Literal[1, 2] = 1
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
    """One point of a list, with points of its own below it."""

    text: Inline
    items: "tuple[Inline | Item, ...]" = ()


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points introduced by a dash; they belong to the clause or paragraph before them."""

    items: tuple[Inline | Item, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value, in a field table or on the cover."""

    label: str
    value: Inline


@dataclass(frozen=True, slots=True)
class FieldTable:
    """Facts as label and value, without a head. `label_width` in millimetres."""

    fields: tuple[Field, ...]
    caption: str = ""
    label_width: float = 48
    key: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: numbers are right-aligned, single letters centred. `weight` is its share of the table's width.

    A weight may be thought of as millimetres; only the proportions count. U+00AD in a title says where it may break.
    """

    title: str
    align: Align = "left"
    weight: float = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is more than its text: `level` 1–5 fills it (0 is no fill), `strong` sets it heavier."""

    text: Inline
    level: int = 0
    strong: bool = False

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise ValueError(f"level must be 0-5, not {self.level}")


CellContent: TypeAlias = Inline | Cell
Row: TypeAlias = tuple[CellContent, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows under a head that is repeated on every page.

    The first column is the row's heading: `strong`, `label` (grey) or `plain`. `sum_row` says that the last row is a
    sum. `grid` separates the cells by white lines, for matrices of filled cells. `wide` lets the table begin at the
    left margin where it else would begin at the text. An empty cell prints "–".
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    note: str = ""
    row_heading: Literal["strong", "label", "plain"] = "plain"
    sum_row: bool = False
    grid: bool = False
    wide: bool = False
    key: str = ""

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a table needs at least one column")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row must have one cell per column")
        if any(column.weight <= 0 for column in self.columns):
            raise ValueError("a column's weight must be greater than zero")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `value` from zero and up decides its length, `shown` is what is written at its end."""

    label: str
    value: float
    shown: str

    def __post_init__(self) -> None:
        if not 0 <= self.value < float("inf"):
            raise ValueError("a bar's value must be zero or more")


@dataclass(frozen=True, slots=True)
class BarChart:
    """A figure of horizontal bars. `alt` says in words what the figure shows; all values are added to it."""

    bars: tuple[Bar, ...]
    caption: str
    alt: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class KeyFact:
    """Something to be read from afar: a small label, the value in large type, and small print below it."""

    label: str
    value: Inline
    note: Inline = ""


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """What matters most, in large type: at most `across` facts beside each other."""

    facts: tuple[KeyFact, ...]
    across: int = 3

    def __post_init__(self) -> None:
        if self.across < 1:
            raise ValueError("at least one fact must stand in a row")


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a diagram, in a layer counted from left to right; `note` is a second, smaller text.

    `weight` is how it stands out: `own` is what the figure is about, `strong` has a heavy edge, `loose` a broken one.
    """

    key: str
    text: str
    layer: int
    note: str = ""
    weight: Literal["own", "plain", "strong", "loose"] = "plain"


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow between two boxes of a diagram, by their keys; `both` gives it two heads."""

    start: str
    end: str
    both: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """A figure of boxes in layers with arrows between them. `alt` says in words all that the figure shows."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    caption: str
    alt: str
    key: str = ""

    def __post_init__(self) -> None:
        keys = {node.key for node in self.nodes}
        if len(keys) < len(self.nodes):
            raise ValueError("two boxes of a diagram may not have the same key")
        if any(end not in keys for arrow in self.arrows for end in (arrow.start, arrow.end)):
            raise ValueError("an arrow must go between boxes of the diagram")


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
    | FieldTable
    | DataTable
    | BarChart
    | Diagram
    | KeyFacts
    | SignatureBlock
    | Contents
    | PageBreak
)


# The whole ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix on pages of its own. `label` is "Bilaga 1"; `landscape` only for tables that need the width."""

    label: str
    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled outline of a logotype: `path` in the letters of SVG (M L H V C Z, absolute), `fill` as #RRGGBB."""

    path: str
    fill: str


@dataclass(frozen=True, slots=True)
class Logotype:
    """Arms or logotype as outlines on a drawing of `width` × `height` units, y downwards. `alt` names what it is."""

    alt: str
    width: float
    height: float
    shapes: tuple[Shape, ...]

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a logotype must have a text alternative")
        if self.width <= 0 or self.height <= 0:
            raise ValueError("a logotype must have a size")


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose paper it is and their colour. An accent too light to read on white is darkened by the renderer."""

    organisation: str
    unit: str = ""
    accent: str = "#0F4C5C"
    logotype: Logotype | None = None


@dataclass(frozen=True, slots=True)
class CoverParty:
    """A party on the cover: "Systemägare", "Melleruds kommun", "Kommunstyrelsen"."""

    role: str
    name: Inline
    unit: Inline = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: parties side by side and up to four facts at the foot; `note` is small print below them."""

    parties: tuple[CoverParty, ...] = ()
    facts: tuple[Field, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole document.

    `created` is printed nowhere; it dates the file's metadata, so equal papers give equal files. It must carry a
    time zone. `draft` adds the watermark and the box UTKAST; `marks` are other boxes ("ÖVNINGSDATA"). `header_right`
    and `footer_left` stand on every page but the cover. Without a cover the title opens the first page and the body
    follows it directly. `landscape` lays front and body on their side, without a column for numbers: for lists.
    """

    title: str
    created: datetime
    profile: Profile
    body: tuple[Block, ...]
    subtitle: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    header_right: str = ""
    footer_left: str = ""
    marks: tuple[str, ...] = ()
    draft: bool = False
    landscape: bool = False
    cover: Cover | None = None
    front: tuple[Block, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    language: str = "sv-SE"

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a paper must have a title")
        if self.created.tzinfo is None:
            raise ValueError("created must carry a time zone")
