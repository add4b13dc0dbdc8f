"""From a paper to the bytes of its file.

Composes all parts, places them on pages, draws the pages once every place is known, and writes what ties the file
together: fonts, structure, bookmarks, metadata, colour profile. Equal papers give equal bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from itadmin.assets import asset
from itadmin.documents.content import Appendix, Clause, Cover, Heading, Paper
from itadmin.documents.numbering import Placed, references, walk
from itadmin.documents.pdf.canvas import Canvas, Destination, Drawing
from itadmin.documents.pdf.colours import palette
from itadmin.documents.pdf.compose import Composer, title_strips
from itadmin.documents.pdf.cover import draw_cover
from itadmin.documents.pdf.file import PdfFile, text_string
from itadmin.documents.pdf.flow import Put, Strip, paginate
from itadmin.documents.pdf.fonts import font_set
from itadmin.documents.pdf.navigation import entries, write_outline
from itadmin.documents.pdf.page import Furniture
from itadmin.documents.pdf.scene import Scene
from itadmin.documents.pdf.style import FRAME_TOP, LANDSCAPE, PORTRAIT, Area, Sheet, body_area, plain_area, sheet_of
from itadmin.documents.pdf.tagged import Element, HeadingLevels, Structure
from itadmin.documents.pdf.text import Cleaner
from itadmin.documents.pdf.typesetter import Typesetter
from itadmin.documents.pdf.xmp import Metadata, write_information, write_packet

_ABOVE_DESTINATION = 8


def render(paper: Paper) -> bytes:
    """The paper as one PDF file, PDF/A-2a and PDF/UA-1.

    Raises ValueError when the profile's accent is no colour or its logotype cannot be read; never for a text.
    """
    return _Rendering(paper).to_bytes()


@dataclass(frozen=True, slots=True)
class _Page:
    """A sheet and what is put on it; a `bare` one has no header or footer."""

    sheet: Sheet
    puts: Sequence[Put]
    bare: bool = False


class _Rendering:
    """The making of one file."""

    def __init__(self, paper: Paper) -> None:
        fonts = font_set()
        self._paper = paper
        self._placed = list(walk(paper))
        self._entries = entries(self._placed)
        self._setter = Typesetter(fonts, palette(paper.profile.accent), _cleaner(), references(paper))
        self._structure = Structure()
        headings = HeadingLevels(0 if paper.cover is None else 1)
        self._scene = Scene(self._setter, self._structure.document, self._entries, paper.draft, headings)
        self._number: Element | None = None

    def to_bytes(self) -> bytes:
        """Everything, in order."""
        pages = self._pages()
        file = PdfFile()
        drawing = Drawing(file, self._structure, [file.reserve() for _ in pages], _destinations(pages))
        self._structure.begin_pages(len(pages))
        tree, resources = file.reserve(), file.reserve()
        furniture = Furniture(self._setter, self._paper, self._number)
        for number, page in enumerate(pages):
            canvas = Canvas(drawing, number, page.sheet)
            self._draw(canvas, page, furniture)
            canvas.finish(tree, resources)
        kids = " ".join(f"{page} 0 R" for page in drawing.pages)
        self._setter.notes.settle()
        file.set(tree, f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>")
        file.set(resources, drawing.resources())
        metadata = self._metadata()
        catalog = self._write_catalog(drawing, tree, metadata)
        return file.to_bytes(catalog, write_information(file, metadata))

    def _pages(self) -> list[_Page]:
        placed, paper = self._placed, self._paper
        front = [each for each in placed if each.region == "front"]
        body = [each for each in placed if each.region == "body"]
        sheet = sheet_of(landscape=paper.landscape, large=paper.large)
        pages: list[_Page] = []
        strips: list[Strip] = []
        if paper.cover is not None:
            pages.append(_Page(PORTRAIT, [Put(self._cover_strip(paper.cover), 0)], bare=True))
        else:
            strips += title_strips(self._scene, paper.title, paper.subtitle, plain_area(sheet))
        if paper.number:
            self._number = Element("P", self._structure.document)
        strips += Composer(self._scene, sheet, plain_area(sheet)).compose(front, 0)
        area = plain_area(sheet) if paper.landscape else _area_of_body(body)
        body_strips = Composer(self._scene, sheet, area).compose(body, len(front))
        if paper.cover is not None and body_strips:
            body_strips[0].fresh = True
        strips += body_strips
        pages += _placed_on(sheet, strips)
        first = len(front) + len(body)
        while first < len(placed):
            first = self._add_appendix(pages, first)
        return pages

    def _cover_strip(self, cover: Cover) -> Strip:
        element = Element("Sect", self._structure.document)

        def draw(canvas: Canvas, _top: float) -> None:
            draw_cover(canvas, self._setter, self._paper, cover, element)

        return Strip(0, draw)

    def _add_appendix(self, pages: list[_Page], first: int) -> int:
        """Adds the pages of the appendix that begins as number `first`; returns where the next one begins."""
        after = (i for i in range(first + 1, len(self._placed)) if isinstance(self._placed[i].block, Appendix))
        end = next(after, len(self._placed))
        appendix = self._placed[first].block
        sheet = LANDSCAPE if isinstance(appendix, Appendix) and appendix.landscape else PORTRAIT
        strips = Composer(self._scene, sheet, plain_area(sheet)).compose(self._placed[first:end], first)
        pages += _placed_on(sheet, strips)
        return end

    def _draw(self, canvas: Canvas, page: _Page, furniture: Furniture) -> None:
        furniture.draw_watermark(canvas)
        if page.bare:
            furniture.draw_cover(canvas)
        else:
            furniture.draw(canvas)
        top = page.sheet.height - FRAME_TOP
        for put in page.puts:
            put.strip.draw(canvas, top - put.depth)

    def _metadata(self) -> Metadata:
        paper, line = self._paper, self._setter.cleaner.line
        return Metadata(
            title=line(" – ".join(filter(None, (paper.title, paper.subtitle)))),
            author=line(paper.profile.organisation),
            subject=line(paper.subject),
            keywords=line(", ".join(paper.keywords)),
            language=line(paper.language),
            created=paper.created,
            number=line(paper.number),
        )

    def _write_catalog(self, drawing: Drawing, pages: int, metadata: Metadata) -> int:
        file = drawing.file
        profile = file.add_stream(asset("resources", "colour", "sRGB2014.icc").read_bytes(), "/N 3")
        intent = (
            "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
            f"/DestOutputProfile {profile} 0 R>>"
        )
        bookmarks = [
            (entry, self._setter.cleaner.line(f"{entry.number}  {entry.title}").strip()) for entry in self._entries
        ]
        outline = write_outline(drawing, bookmarks)
        shown = f"/Outlines {outline} 0 R/PageMode/UseOutlines" if outline is not None else ""
        return file.add(
            f"<</Type/Catalog/Pages {pages} 0 R/Lang{text_string(metadata.language)}/MarkInfo<</Marked true>>"
            f"/StructTreeRoot {self._structure.write(file, drawing.pages)} 0 R"
            f"/Metadata {write_packet(file, metadata)} 0 R/OutputIntents[{intent}]"
            f"/ViewerPreferences<</DisplayDocTitle true>>{shown}>>"
        )


@cache
def _cleaner() -> Cleaner:
    """What makes texts printable with the faces, worked out once for all papers (some 1 ms)."""
    return Cleaner(font_set().sans.glyphs)


def _area_of_body(body: Sequence[Placed]) -> Area:
    """Numbered text has a column for its numbers."""
    numbered = any(each.number and isinstance(each.block, Heading | Clause) for each in body)
    return body_area() if numbered else plain_area(PORTRAIT)


def _placed_on(sheet: Sheet, strips: Sequence[Strip]) -> list[_Page]:
    return [_Page(sheet, puts) for puts in paginate(strips, sheet.frame_height)]


def _destinations(pages: Sequence[_Page]) -> dict[str, Destination]:
    """Where each key stands, a little above its text."""
    return {
        key: Destination(number, page.sheet.height - FRAME_TOP - put.depth + _ABOVE_DESTINATION)
        for number, page in enumerate(pages)
        for put in page.puts
        for key in put.strip.keys
    }
