"""A paper's text in the few parts that any typesetter knows: headings, texts, grids and where a page begins.

What is measured beside ReportLab sets these. Nothing is left out that we print, but header and footer, which each
typesetter makes its own way. Knows no typesetter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from benchmarks.floors.texts import runs
from itadmin.documents import content
from itadmin.documents.numbering import Placed, references, walk

_SIGNING_LINES = ("Ort och datum", "Underskrift", "Namnförtydligande")

Rich: TypeAlias = tuple[tuple[str, bool], ...]
"""A text as stretches, each with whether it is strong."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A heading of level 1 or 2; `listed` ones stand in the contents."""

    text: str
    level: int
    listed: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, with the number or dash that stands before it."""

    text: Rich
    label: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells; `widths` are shares, and a `headed` one repeats its first row on every page."""

    rows: tuple[tuple[Rich, ...], ...]
    widths: tuple[float, ...]
    headed: bool


@dataclass(frozen=True, slots=True)
class NewPage:
    """Here a page begins, lying or standing."""

    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """Here the contents stand, with page numbers where the typesetter knows them."""

    title: str


Part: TypeAlias = Headline | Text | Grid | NewPage | Outline


def parts(paper: content.Paper) -> Iterator[Part]:
    """All of a paper, cover first, in reading order."""
    return _Parts(paper).all()


def wholly(text: str, *, strong: bool = False) -> Rich:
    """A text of one kind."""
    return ((text, strong),)


class _Parts:
    """The taking apart of one paper."""

    def __init__(self, paper: content.Paper) -> None:
        self._paper = paper
        self._references = references(paper)

    def all(self) -> Iterator[Part]:
        """The cover or title, then each block."""
        paper, region = self._paper, "front"
        yield Text(wholly(paper.title, strong=True))
        yield Text(wholly(paper.subtitle))
        if paper.cover is not None:
            yield from self._cover(paper.cover)
        for placed in walk(paper):
            if paper.cover is not None and placed.region == "body" and region == "front":
                yield NewPage()
            region = placed.region
            yield from self._block(placed)

    def _cover(self, cover: content.Cover) -> Iterator[Part]:
        profile = self._paper.profile
        told = (profile.organisation, profile.unit, *self._paper.marks)
        parties = (text for party in cover.parties for text in (party.role, party.name, party.unit))
        yield from (Text(self._rich(text)) for text in (*told, *parties) if text)
        yield from (Text(self._rich((f"{fact.label} ", *runs(fact.value)))) for fact in cover.facts)
        yield Text(self._rich(cover.note))
        yield NewPage()

    def _block(self, placed: Placed) -> Iterator[Part]:
        block, number = placed.block, placed.number
        match block:
            case content.Heading():
                yield Headline(f"{number} {block.text}".strip(), block.level, bool(number))
            case content.Clause():
                title = (content.Strong(f"{block.title.rstrip('.')}."), " ") if block.title else ()
                yield Text(self._rich((*title, *runs(block.text))), number)
            case content.Paragraph():
                yield Text(self._rich(block.text))
            case content.BulletList():
                yield from self._points(block.items, 0)
            case content.FieldTable():
                yield from self._captioned("Tabell", number, block.caption)
                yield Grid(tuple((wholly(f.label), self._rich(f.value)) for f in block.fields), (1, 2), headed=False)
            case content.DataTable():
                yield from self._captioned("Tabell", number, block.caption)
                yield self._data(block)
                yield from [Text(self._rich(block.note))] if block.note else []
            case content.BarChart():
                yield from self._captioned("Figur", number, block.caption)
                yield from (Text(wholly(f"{bar.label} {bar.shown}")) for bar in block.bars)
            case content.SignatureBlock():
                cells = tuple(self._party(party) for party in block.parties)
                yield Grid((cells,), (1,) * len(cells), headed=False)
            case content.Contents():
                yield Outline(block.title)
            case content.Appendix():
                yield NewPage(block.landscape)
                yield Headline(f"{block.label} {block.title}", 1, listed=True)
            case content.PageBreak():
                yield NewPage()

    def _captioned(self, kind: str, number: str, caption: str) -> Iterator[Text]:
        if caption:
            yield Text(((f"{kind} {number}", True), (f" {caption}", False)))

    def _points(self, items: Sequence[content.Inline | content.Item], depth: int) -> Iterator[Text]:
        for item in items:
            point = item if isinstance(item, content.Item) else content.Item(item)
            yield Text(self._rich(point.text), "–", depth)
            yield from self._points(point.items, depth + 1)

    def _data(self, block: content.DataTable) -> Grid:
        head = tuple(wholly(column.title, strong=True) for column in block.columns)
        cells = ([item if isinstance(item, content.Cell) else content.Cell(item) for item in row] for row in block.rows)
        rows = (tuple(self._rich(cell.text or "–") for cell in row) for row in cells)
        return Grid((head, *rows), tuple(column.weight for column in block.columns), headed=True)

    def _party(self, party: content.SignatureParty) -> Rich:
        said: list[content.Inline] = [f"För {party.role}", party.name, party.details]
        for signatory in party.signatories:
            said += [*_SIGNING_LINES, signatory.title, signatory.authority]
        return tuple(chain.from_iterable((*self._rich(text), ("\n", False)) for text in said if text))

    def _rich(self, text: content.Inline) -> Rich:
        return tuple(self._stretch(run) for run in runs(text))

    def _stretch(self, run: content.Run) -> tuple[str, bool]:
        match run:
            case content.Strong(text=text):
                return text, True
            case content.Missing(label=label):
                return f"[Uppgift saknas: {label}]", False
            case content.Link(target=target, text=text):
                return text or self._references.get(target, ""), False
            case content.Footnote(text=text):
                return f" ({text})", False
        return run, False
