"""Numbers of sections, clauses, tables and figures, and what follows from them: references, contents, gaps.

One walk through a paper in reading order serves the renderer, the table of contents and the list of missing values,
so they can never disagree. Knows only the blocks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from itadmin.documents.content import (
    Appendix,
    BarChart,
    Block,
    BulletList,
    Cell,
    CellContent,
    Clause,
    Cover,
    DataTable,
    Diagram,
    FieldTable,
    Heading,
    Inline,
    Item,
    KeyFacts,
    Ladder,
    Missing,
    NumberedList,
    Paper,
    Paragraph,
    SignatureBlock,
    Timeline,
    YearRing,
)
from itadmin.domain.money import NBSP

Region: TypeAlias = Literal["front", "body", "appendix"]

COVER_PLACE = "Framsida"
SMALLEST_HEADING = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its number ("" when it has none) and its place: the clause, section or appendix it stands in."""

    block: Block | Appendix
    number: str
    region: Region
    place: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A missing value and where it is missing: "Framsida", "8.1", "Bilaga 1" or the heading it stands under."""

    place: str
    label: str


class _Counters:
    """The running numbers of one paper."""

    def __init__(self) -> None:
        self.section = 0
        self.clause = 0
        self.tables = 0
        self.figures = 0

    def next_section(self) -> str:
        self.section += 1
        self.clause = 0
        return str(self.section)

    def next_clause(self, region: Region) -> str:
        self.clause += 1
        return f"{self.section}.{self.clause}" if region == "body" and self.section else str(self.clause)

    def number(self, block: Block, region: Region) -> str:
        match block:
            case Heading(level=1 | 2 as level, numbered=True) if region == "body":
                return self.next_section() if level == 1 else self.next_clause(region)
            case Clause():
                return self.next_clause(region)
            case DataTable(caption=caption) | FieldTable(caption=caption) if caption:
                self.tables += 1
                return str(self.tables)
            case BarChart() | Diagram() | Ladder() | Timeline() | YearRing():
                self.figures += 1
                return str(self.figures)
        return ""


def walk(paper: Paper) -> Iterator[Placed]:
    """All blocks in reading order; an appendix comes before its own blocks."""
    counters = _Counters()
    yield from _walk_blocks(paper.front, "front", "", counters)
    yield from _walk_blocks(paper.body, "body", "", counters)
    for appendix in paper.appendices:
        counters.clause = 0
        yield Placed(appendix, appendix.label, "appendix", appendix.label)
        yield from _walk_blocks(appendix.blocks, "appendix", appendix.label, counters)


def _walk_blocks(blocks: tuple[Block, ...], region: Region, place: str, counters: _Counters) -> Iterator[Placed]:
    for block in blocks:
        number = counters.number(block, region)
        if region != "appendix":
            place = number if number and isinstance(block, Heading | Clause) else _unnumbered_place(block, place)
        yield Placed(block, number, region, place)


def _unnumbered_place(block: Block, place: str) -> str:
    """The place after a block without a number: a heading's own text, but a small heading lies within its section."""
    return block.text if isinstance(block, Heading) and (block.level < SMALLEST_HEADING or not place) else place


def references(paper: Paper) -> dict[str, str]:
    """How every block with a key is referred to in running text: key -> "avsnitt 8", "tabell 4", "bilaga 2"."""
    found: dict[str, str] = {}
    for placed in walk(paper):
        key = getattr(placed.block, "key", "")
        if key:
            found[key] = _reference(placed)
    return found


def _reference(placed: Placed) -> str:
    match placed.block:
        case Appendix(label=label):
            return (label[:1].lower() + label[1:]).replace(" ", NBSP)
        case Heading(text=text):
            return f"avsnitt{NBSP}{placed.number}" if placed.number else text
        case Clause():
            return f"punkt{NBSP}{placed.number}"
        case BarChart() | Diagram() | Ladder() | Timeline() | YearRing():
            return f"figur{NBSP}{placed.number}"
        case DataTable() | FieldTable():
            return f"tabell{NBSP}{placed.number}" if placed.number else ""
    return ""


def missing(paper: Paper) -> list[Gap]:
    """Every missing value in reading order, the cover's first; what stands under no heading is in the paper itself."""
    found = [Gap(COVER_PLACE, label) for label in _cover_gaps(paper.cover)]
    for placed in walk(paper):
        if not isinstance(placed.block, Appendix):
            place = placed.place or paper.title
            found += [Gap(place, label) for text in _texts(placed.block) for label in _labels(text)]
    return found


def _cover_gaps(cover: Cover | None) -> Iterator[str]:
    if cover is None:
        return
    for party in cover.parties:
        yield from _labels(party.name)
        yield from _labels(party.unit)
    for fact in cover.facts:
        yield from _labels(fact.value)


def _labels(text: Inline) -> Iterator[str]:
    if not isinstance(text, str):
        yield from (run.label for run in text if isinstance(run, Missing))


def _texts(block: Block) -> Iterator[Inline]:
    match block:
        case Clause(text=text) | Paragraph(text=text):
            yield text
        case BulletList(items=items) | NumberedList(items=items):
            yield from _item_texts(items)
        case FieldTable(fields=fields):
            yield from (field.value for field in fields)
        case KeyFacts(facts=facts):
            yield from (text for fact in facts for text in (fact.value, fact.note))
        case DataTable(rows=rows):
            yield from (_cell_text(cell) for row in rows for cell in row)
        case SignatureBlock(parties=parties):
            for party in parties:
                yield from (party.name, party.details)
                for signatory in party.signatories:
                    yield from (signatory.title, signatory.authority)


def _item_texts(items: tuple[Inline | Item, ...]) -> Iterator[Inline]:
    for item in items:
        if isinstance(item, Item):
            yield item.text
            yield from _item_texts(item.items)
        else:
            yield item


def _cell_text(cell: CellContent) -> Inline:
    return cell.text if isinstance(cell, Cell) else cell
