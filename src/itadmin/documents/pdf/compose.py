"""From blocks to strips: calls the maker of each kind and says what must stay with what.

A heading never parts from its text, a clause stays with the table, list or signatures it brings, successive clauses
are one list. Knows every kind of block, but not how any is drawn.
"""

from collections.abc import Sequence

from itadmin.documents.content import (
    Appendix,
    BarChart,
    Block,
    BulletList,
    Clause,
    Contents,
    DataTable,
    Diagram,
    FieldTable,
    Heading,
    KeyFacts,
    Ladder,
    NumberedList,
    PageBreak,
    Paragraph,
    SignatureBlock,
    Timeline,
    YearRing,
)
from itadmin.documents.numbering import Placed
from itadmin.documents.pdf.colours import MUTED
from itadmin.documents.pdf.contents import contents_strips
from itadmin.documents.pdf.diagrams import diagram
from itadmin.documents.pdf.figures import bar_chart
from itadmin.documents.pdf.flow import Hold, Strip, hold_together, total_height
from itadmin.documents.pdf.footnotes import set_feet
from itadmin.documents.pdf.key_facts import key_facts
from itadmin.documents.pdf.ladders import ladder
from itadmin.documents.pdf.lines import Span, break_lines
from itadmin.documents.pdf.navigation import own_key
from itadmin.documents.pdf.points import points
from itadmin.documents.pdf.prose import (
    clause,
    clause_area,
    heading,
    numbered_heading,
    paragraph,
    text_strips,
)
from itadmin.documents.pdf.scene import Scene
from itadmin.documents.pdf.signature import signature_block
from itadmin.documents.pdf.style import (
    APPENDIX_LABEL,
    APPENDIX_TITLE,
    PORTRAIT,
    SECTION,
    SMALL_HEADING,
    SUBSECTION,
    SUBTITLE,
    TITLE,
    UNNUMBERED_SECTION,
    Area,
    Sheet,
)
from itadmin.documents.pdf.tables import TableFrame, data_table, field_table
from itadmin.documents.pdf.tagged import Element, list_element
from itadmin.documents.pdf.timelines import timeline
from itadmin.documents.pdf.year_rings import year_ring

_LINES_UNDER_HEADING = 3
_LINES_KEPT_WITH_TABLE = 6
_CONTENTS_SHARE = 0.9
_HEADINGS = {1: SECTION, 2: SUBSECTION, 3: SMALL_HEADING}


class Composer:
    """Composes one run of blocks on one kind of sheet."""

    def __init__(self, scene: Scene, sheet: Sheet, area: Area) -> None:
        self._scene = scene
        self._setter = scene.setter
        self._frame = TableFrame(scene.setter, sheet, area, scene.document)
        self._sheet = sheet
        self._area = area
        self._list: Element | None = None
        self._item: Element | None = None
        self._strips: list[Strip] = []
        self._section: int | None = None
        self._latest = 0

    def compose(self, blocks: Sequence[Placed], first_index: int) -> list[Strip]:
        """The strips of `blocks`, the first of which is number `first_index` in reading order."""
        fresh = False
        after_heading = False
        for position, placed in enumerate(blocks):
            block = placed.block
            if isinstance(block, PageBreak):
                fresh = True
                continue
            following = blocks[position + 1].block if position + 1 < len(blocks) else None
            strips = self._make(placed)
            if not strips:
                continue
            if after_heading:
                hold_together(strips[:-1][: _LINES_UNDER_HEADING - 1], Hold.STRONG)
            self._keep_with_following(block, strips, following)
            keys = (own_key(first_index + position), getattr(block, "key", ""))
            strips[0].keys = tuple(key for key in keys if key)
            strips[0].fresh = fresh
            set_feet(self._setter, strips, self._area)
            fresh = False
            after_heading = isinstance(block, Heading)
            if isinstance(block, Heading):
                self._section = len(self._strips)
            if isinstance(block, SignatureBlock):
                self._bind(strips)
            self._latest = len(self._strips)
            self._strips += strips
        return self._strips

    def _make(self, placed: Placed) -> list[Strip]:
        block, number = placed.block, placed.number
        if isinstance(block, Clause):
            return self._clause(block, number)
        if isinstance(block, BulletList | NumberedList):
            return self._points(block)
        self._list = self._item = None
        strips: list[Strip] = []
        match block:
            case Heading():
                strips = self._heading(block, placed)
            case Paragraph():
                strips = paragraph(self._setter, block, self._area, self._scene.document)
            case FieldTable():
                strips = field_table(self._frame, block, number)
            case DataTable():
                strips = data_table(self._frame, block, number)
            case BarChart() | Diagram() | KeyFacts() | Ladder() | Timeline() | YearRing():
                strips = self._drawn(block, number)
            case SignatureBlock():
                strips = signature_block(self._scene, block, self._area)
            case Contents():
                strips = self._contents(block)
            case Appendix():
                strips = self._appendix(block)
        return strips

    def _drawn(self, block: BarChart | Diagram | KeyFacts | Ladder | Timeline | YearRing, number: str) -> list[Strip]:
        match block:
            case BarChart():
                return bar_chart(self._frame, block, number)
            case Diagram():
                return diagram(self._frame, block, number)
            case Ladder():
                return ladder(self._frame, block, number)
            case Timeline():
                return timeline(self._frame, block, number)
            case YearRing():
                return year_ring(self._frame, block, number)
            case KeyFacts():
                return key_facts(self._frame, block)

    def _clause(self, block: Clause, number: str) -> list[Strip]:
        if self._list is None:
            self._list = list_element(self._scene.document, "Decimal")
        area = clause_area(self._area)
        strips, self._item = clause(self._setter, block, number, area, self._list)
        return strips

    def _points(self, block: BulletList | NumberedList) -> list[Strip]:
        if self._item is not None:
            return points(self._setter, block, clause_area(self._area), self._item)
        return points(self._setter, block, self._area, self._scene.document)

    def _heading(self, block: Heading, placed: Placed) -> list[Strip]:
        depth = block.level + (2 if placed.region == "appendix" else 1)
        element = self._scene.headings.element(self._scene.document, depth)
        style = _HEADINGS[block.level] if block.level > 1 or placed.number else UNNUMBERED_SECTION
        if placed.number:
            return numbered_heading(self._setter, block, placed.number, style, self._area, element)
        return heading(self._setter, block.text, style, self._area, element)

    def _appendix(self, block: Appendix) -> list[Strip]:
        element = self._scene.headings.element(self._scene.document, 2)
        spans = [Span(f"{self._setter.line(block.label)} ", self._setter.fonts.semibold)]
        lines = break_lines(spans, APPENDIX_LABEL.size, self._area.text_width)
        label = text_strips(lines, APPENDIX_LABEL, self._area.text_x, element, self._setter.palette.accent)
        hold_together(label, Hold.STRONG)
        return label + heading(self._setter, block.title, APPENDIX_TITLE, self._area, element)

    def _contents(self, block: Contents) -> list[Strip]:
        document = self._scene.document
        element = self._scene.headings.element(document, 2)
        strips = heading(self._setter, block.title, UNNUMBERED_SECTION, self._area, element)
        tallest = self._sheet.frame_height * _CONTENTS_SHARE
        return strips + contents_strips(self._setter, self._scene.entries, PORTRAIT.frame_width, tallest, document)

    def _bind(self, signatures: Sequence[Strip]) -> None:
        """Binds signatures to all that stands between their heading and them, if a page has room for it.

        Without a heading they are bound to the last lines of the block before alone. They are not parted themselves
        where a page has room for them and those lines.
        """
        section = self._strips[self._section or 0 :]
        if self._section is None or not self._has_room([*section, *signatures]):
            section = self._strips[self._latest :][-_LINES_KEPT_WITH_TABLE:]
        hold_together(section, Hold.NEVER)
        if self._has_room([*section, *signatures]):
            hold_together(signatures[:-1], Hold.NEVER)

    def _has_room(self, strips: Sequence[Strip]) -> bool:
        """Whether a page has room for these."""
        return total_height(strips) <= self._sheet.frame_height

    def _keep_with_following(self, block: Block | Appendix, strips: list[Strip], following: object) -> None:
        """Holds what brings a table, a list or signatures to what it brings."""
        match following:
            case SignatureBlock() if not isinstance(block, DataTable | FieldTable):
                hold_together(strips, Hold.STRONG)
            case BulletList() | NumberedList() if isinstance(block, Clause | Paragraph):
                hold_together(strips[-1:], Hold.STRONG)
            case DataTable() | FieldTable() | BarChart() | Diagram() | Ladder() | Timeline() if isinstance(
                block, Clause | Paragraph | BulletList | NumberedList
            ):
                few = len(strips) <= _LINES_KEPT_WITH_TABLE
                hold_together(strips if few else strips[-1:], Hold.AVOID)


def title_strips(scene: Scene, title: str, subtitle: str, area: Area) -> list[Strip]:
    """What a paper without a cover opens with."""
    setter = scene.setter
    strips = heading(setter, title, TITLE, area, scene.headings.element(scene.document, 1))
    if subtitle:
        lines = setter.lines(setter.line(subtitle), SUBTITLE, area.text_width)
        strips += text_strips(lines, SUBTITLE, area.text_x, Element("P", scene.document), MUTED)
    else:
        strips[-1].after = SUBTITLE.after
    return strips
