"""A paper's tables and signatures as ReportLab's tables, a Paragraph in each cell."""

from __future__ import annotations

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import HRFlowable, KeepTogether, Spacer, Table

from benchmarks.floors.texts import HAIR, INK, MUTED, Texts, reportlab_style
from itadmin.documents.content import Cell, DataTable, FieldTable, SignatureBlock, SignatureParty, Strong
from itadmin.documents.pdf import style
from itadmin.documents.pdf.colours import palette

_ALIGNMENTS = {"left": 0, "center": 1, "right": 2}
_SIGNING_LINES = ((9, "Ort och datum"), (12, "Underskrift"), (8, "Namnförtydligande"))
_ALL = ((0, 0), (-1, -1))
_LOOK = (
    ("LEFTPADDING", *_ALL, style.CELL_SIDE),
    ("RIGHTPADDING", *_ALL, style.CELL_SIDE),
    ("TOPPADDING", *_ALL, style.CELL_TOP),
    ("BOTTOMPADDING", *_ALL, style.CELL_BOTTOM),
    ("VALIGN", *_ALL, "TOP"),
    ("FONT", *_ALL, "sans"),
    ("LINEABOVE", (0, 0), (-1, 0), style.HEAVY_RULE, INK),
    ("LINEBELOW", *_ALL, style.HAIRLINE, HAIR),
    ("LINEBELOW", (0, -1), (-1, -1), style.HEAVY_RULE, INK),
)


class Tables:
    """Makes the tables of one paper."""

    def __init__(self, texts: Texts, accent: str) -> None:
        self._texts = texts
        self._fills = [fill.colour for fill in palette(accent).levels]
        self._caption = reportlab_style(style.CAPTION, keepWithNext=1)
        self._field = reportlab_style(style.FIELD)
        self._cells = {name: reportlab_style(style.CELL, alignment=side) for name, side in _ALIGNMENTS.items()}
        self._heads = {name: reportlab_style(style.HEAD, alignment=side) for name, side in _ALIGNMENTS.items()}
        self._note = reportlab_style(style.NOTE, textColor=MUTED)
        self._small = reportlab_style(style.SMALL, textColor=MUTED)

    def fields(self, block: FieldTable, number: str, area: style.Area) -> list[Any]:
        """Labels and values."""
        first = block.label_width * style.MM
        rows = [[self._texts.paragraph(text, self._field) for text in (f.label, f.value)] for f in block.fields]
        widths = [first, area.table_width - first]
        table = Table(rows, colWidths=widths, style=_LOOK, hAlign="RIGHT", spaceAfter=style.AFTER_TABLE)
        return self._captioned(table, block.caption, number, area, len(rows))

    def data(self, block: DataTable, number: str, area: style.Area) -> list[Any]:
        """Rows under a head that is repeated."""
        looks: list[tuple[object, ...]] = list(_LOOK)
        rows = [[self._texts.paragraph(c.title, self._heads[c.align]) for c in block.columns]]
        for line, row in enumerate(block.rows, start=1):
            cells = [item if isinstance(item, Cell) else Cell(item) for item in row]
            looks += [
                ("BACKGROUND", (place, line), (place, line), self._fills[cell.level - 1])
                for place, cell in enumerate(cells)
                if cell.level
            ]
            aligned = zip(cells, block.columns, strict=True)
            rows.append([self._texts.paragraph(cell.text or "–", self._cells[c.align]) for cell, c in aligned])
        full = area.full_width if block.wide else area.table_width
        whole = sum(column.weight for column in block.columns)
        table = Table(
            rows,
            colWidths=[full * column.weight / whole for column in block.columns],
            style=looks,
            repeatRows=1,
            hAlign="RIGHT",
            spaceAfter=style.AFTER_TABLE,
        )
        made = self._captioned(table, block.caption, number, area, len(rows))
        return [*made, self._texts.paragraph(block.note, self._note)] if block.note else made

    def _captioned(self, table: Any, caption: str, number: str, area: style.Area, rows: int) -> list[Any]:
        """A table below its caption; a short one is not parted by a page break."""
        if not caption:
            return [table]
        look = ParagraphStyle("caption", parent=self._caption, leftIndent=area.table_x - style.LEFT)
        made = [self._texts.paragraph((Strong(f"Tabell {number}"), f" {caption}"), look), table]
        return [KeepTogether(made)] if rows <= style.TABLE_KEPT_WHOLE_ROWS else made

    def signatures(self, block: SignatureBlock) -> Any:
        """Lines to sign on, one column a party, kept on one page."""
        columns = [self._party(party) for party in block.parties]
        width = style.PORTRAIT.frame_width / len(columns)
        table = Table([columns], colWidths=[width] * len(columns), style=[("VALIGN", *_ALL, "TOP")])
        return KeepTogether([table])

    def _party(self, party: SignatureParty) -> list[Any]:
        said = (f"För {party.role}", party.name, party.details)
        made = [self._texts.paragraph(text, self._field) for text in said if text]
        for signatory in party.signatories:
            for space, label in _SIGNING_LINES:
                made += [Spacer(0, space * style.MM), HRFlowable(width="100%", color=INK)]
                made.append(self._texts.paragraph(label, self._small))
            printed = (signatory.title, signatory.authority)
            made += [self._texts.paragraph(text, self._field) for text in printed if text]
        return made
