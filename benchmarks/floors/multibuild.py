"""The peer of the papers: ReportLab's own way to a table of contents and "Sida x av y".

`multiBuild` lays the paper out once to learn its pages and once more to print it. The file is plain: no tags, no
archive standard, no links or bookmarks. So it does less than the program's own papers do.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from benchmarks.floors.flowables import LANDSCAPE, PORTRAIT, flowables
from benchmarks.floors.texts import HAIR, INK, MUTED
from itadmin.assets import asset
from itadmin.documents.content import Paper
from itadmin.documents.pdf import style

_FACES = {
    "sans": ("source-sans-3", "SourceSans3-Regular.ttf"),
    "semibold": ("source-sans-3", "SourceSans3-Semibold.ttf"),
    "heading": ("source-serif-4", "SourceSerif4Subhead-Semibold.ttf"),
    "display": ("source-serif-4", "SourceSerif4Display-Semibold.ttf"),
}
_SHEETS = {PORTRAIT: style.PORTRAIT, LANDSCAPE: style.LANDSCAPE}


class Peer:
    """Sets papers with multiBuild. The faces are read once, as the program reads its own once."""

    def __init__(self) -> None:
        for name, parts in _FACES.items():
            registerFont(TTFont(name, str(asset("resources", "fonts", *parts))))

    def build(self, paper: Paper) -> bytes:
        """The paper as a plain PDF file."""
        file = BytesIO()
        _document(file, paper).multiBuild(flowables(paper))
        return file.getvalue()


def _document(file: BytesIO, paper: Paper) -> Any:
    furniture = _Furniture(paper)
    document = BaseDocTemplate(file, title=paper.title, author=paper.profile.organisation, initialFontName="sans")
    pages = [_template(name, sheet, furniture.draw) for name, sheet in _SHEETS.items()]
    cover = [] if paper.cover is None else [_template("cover", style.PORTRAIT, _draw_nothing)]
    document.addPageTemplates([*cover, *pages])

    def list_in_contents(flowable: Any) -> None:
        entry = getattr(flowable, "entry", None)
        if entry is not None:
            level, text = entry
            document.notify("TOCEntry", (level, escape(text), document.page))

    document.afterFlowable = list_in_contents
    return document


def _template(name: str, sheet: style.Sheet, draw: Any) -> Any:
    frame = Frame(style.LEFT, style.FRAME_BOTTOM, sheet.frame_width, sheet.frame_height, 0, 0, 0, 0)
    return PageTemplate(name, [frame], onPage=draw, pagesize=(sheet.width, sheet.height))


def _draw_nothing(_canvas: Any, _document: Any) -> None:
    """The cover has neither header nor footer."""


class _Furniture:
    """Header and footer. The number of pages is the one of the layout before, which the last one agrees with."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._pages = 1

    def draw(self, canvas: Any, document: Any) -> None:
        """Draw on a page that is begun."""
        paper, sheet = self._paper, _SHEETS[document.pageTemplate.id]
        right, top = sheet.width - style.RIGHT, sheet.height - style.HEADER_BASELINE
        self._pages = max(self._pages, document.page)
        canvas.setFillColor(INK)
        canvas.setFont("semibold", style.FURNITURE.size)
        canvas.drawString(style.LEFT, top, paper.profile.organisation)
        canvas.setFillColor(MUTED)
        canvas.setFont("sans", style.FURNITURE.size)
        canvas.drawRightString(right, top, " ".join((paper.header_right, *paper.marks)))
        canvas.setStrokeColor(HAIR)
        canvas.line(style.LEFT, sheet.height - style.HEADER_RULE, right, sheet.height - style.HEADER_RULE)
        canvas.drawString(style.LEFT, style.FOOTER_BASELINE, paper.footer_left)
        canvas.drawRightString(right, style.FOOTER_BASELINE, f"Sida {document.page} av {self._pages}")
