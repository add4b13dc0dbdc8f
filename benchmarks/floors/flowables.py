"""A paper's blocks as ReportLab's own building blocks: the same texts, sizes and widths, without tags or links.

Knows nothing of headers, footers or the faces' files.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import NextPageTemplate, PageBreak, Spacer
from reportlab.platypus.tableofcontents import TableOfContents

from benchmarks.floors.tables import Tables
from benchmarks.floors.texts import MUTED, Texts, reportlab_style, runs
from itadmin.documents import content
from itadmin.documents.numbering import Placed, references, walk
from itadmin.documents.pdf import style

PORTRAIT, LANDSCAPE = "portrait", "landscape"

_PARAGRAPHS = {"normal": style.BODY, "lead": style.LEAD, "note": style.NOTE}
_COVER_NAME = style.TextStyle("semibold", 13, 16)
_CLOSE_ROWS = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
_ABOVE_TITLE, _ABOVE_PARTIES = 190, 90


def flowables(paper: content.Paper) -> list[Any]:
    """All of a paper, cover first. A flowable that is listed in the contents has it as `entry`: level and text."""
    return _Flowables(paper).all()


class _Flowables:
    """The making of one paper's flowables."""

    def __init__(self, paper: content.Paper) -> None:
        self._paper = paper
        self._texts = Texts(references(paper))
        self._tables = Tables(self._texts, paper.profile.accent)
        self._area = style.plain_area(style.PORTRAIT)
        indent = {"leftIndent": style.NUMBER_COLUMN, "rightIndent": style.TEXT_SHORT_OF_TABLES}
        self._clause = reportlab_style(style.BODY, **indent)
        self._sections = [reportlab_style(look, keepWithNext=1, **indent) for look in (style.SECTION, style.SUBSECTION)]
        self._heading = reportlab_style(style.UNNUMBERED_SECTION, keepWithNext=1)
        self._appendix_label = reportlab_style(style.APPENDIX_LABEL, keepWithNext=1)
        self._appendix_title = reportlab_style(style.APPENDIX_TITLE, keepWithNext=1)
        self._prose = {name: reportlab_style(look) for name, look in _PARAGRAPHS.items()}

    def all(self) -> list[Any]:
        """The body and each appendix begin on a new page."""
        cover = self._paper.cover
        made = self._title() if cover is None else self._cover(cover)
        region = "front"
        for placed in walk(self._paper):
            if placed.region == "body" and region == "front":
                made += [PageBreak()] if cover else []
                self._area = style.body_area()
            region = placed.region
            made += self._block(placed)
        return made

    def _title(self) -> list[Any]:
        paper, write = self._paper, self._texts.paragraph
        return [
            write(paper.title, reportlab_style(style.TITLE)),
            write(paper.subtitle, reportlab_style(style.SUBTITLE, textColor=MUTED)),
        ]

    def _cover(self, cover: content.Cover) -> list[Any]:
        """The texts of the cover below each other."""
        paper, write, body = self._paper, self._texts.paragraph, reportlab_style(style.BODY)
        made = [
            write(paper.profile.organisation, reportlab_style(_COVER_NAME)),
            write(paper.profile.unit, body),
            *(write(mark, body) for mark in paper.marks),
            Spacer(0, _ABOVE_TITLE),
            write(paper.title, reportlab_style(style.COVER_TITLE)),
            write(paper.subtitle, reportlab_style(style.COVER_SUBTITLE, textColor=MUTED)),
            Spacer(0, _ABOVE_PARTIES),
        ]
        made += [write(text, body) for party in cover.parties for text in (party.role, party.name, party.unit) if text]
        made += [write((f"{fact.label} ", *runs(fact.value)), body) for fact in cover.facts]
        made.append(write(cover.note, reportlab_style(style.SMALL, textColor=MUTED)))
        return [*made, NextPageTemplate(PORTRAIT), PageBreak()]

    def _block(self, placed: Placed) -> list[Any]:
        block, number = placed.block, placed.number
        made: list[Any] = []
        match block:
            case content.Heading():
                made = [self._headed(block, number)]
            case content.Clause():
                made = [self._numbered(block, number)]
            case content.Paragraph():
                made = [self._texts.paragraph(block.text, self._prose[block.style])]
            case content.BulletList():
                made = self._points(block.items, 0)
            case content.FieldTable():
                made = self._tables.fields(block, number, self._area)
            case content.DataTable():
                made = self._tables.data(block, number, self._area)
            case content.BarChart():
                made = self._bars(block, number)
            case content.SignatureBlock():
                made = [self._tables.signatures(block)]
            case content.Contents():
                made = self._contents(block)
            case content.Appendix():
                made = self._appendix(block)
            case content.PageBreak():
                made = [PageBreak()]
        return made

    def _headed(self, block: content.Heading, number: str) -> Any:
        if not number:
            return self._texts.paragraph(block.text, self._heading)
        made = self._texts.paragraph(block.text, self._sections[block.level - 1], bulletText=number)
        made.entry = (block.level - 1, f"{number} {block.text}")
        return made

    def _numbered(self, block: content.Clause, number: str) -> Any:
        title = (content.Strong(f"{block.title.rstrip('.')}."), " ") if block.title else ()
        return self._texts.paragraph((*title, *runs(block.text)), self._clause, bulletText=number)

    def _points(self, items: Sequence[content.Inline | content.Item], depth: int) -> list[Any]:
        start = self._area.text_x - style.LEFT + style.BULLET_INDENT * depth
        look = reportlab_style(style.ITEM, leftIndent=start + style.BULLET_INDENT, bulletIndent=start)
        made: list[Any] = []
        for item in items:
            point = item if isinstance(item, content.Item) else content.Item(item)
            made += [self._texts.paragraph(point.text, look, bulletText="–"), *self._points(point.items, depth + 1)]
        return made

    def _bars(self, block: content.BarChart, number: str) -> list[Any]:
        look = self._prose["normal"]
        texts = (f"Figur {number} {block.caption}", *(f"{bar.label} {bar.shown}" for bar in block.bars))
        return [self._texts.paragraph(text, look) for text in texts]

    def _contents(self, block: content.Contents) -> list[Any]:
        """The contents, set close: on a page of its own it would move all others, and a third layout would follow."""
        look = reportlab_style(style.CONTENTS)
        contents = TableOfContents(levelStyles=[look, look], tableStyle=_CLOSE_ROWS)
        return [self._texts.paragraph(block.title, self._heading), contents]

    def _appendix(self, block: content.Appendix) -> list[Any]:
        self._area = style.plain_area(style.LANDSCAPE if block.landscape else style.PORTRAIT)
        title = self._texts.paragraph(block.title, self._appendix_title)
        title.entry = (0, f"{block.label} {block.title}")
        label = self._texts.paragraph(block.label, self._appendix_label)
        return [NextPageTemplate(LANDSCAPE if block.landscape else PORTRAIT), PageBreak(), label, title]
