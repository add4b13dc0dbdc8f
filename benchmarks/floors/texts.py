"""Texts of a paper as ReportLab's paragraphs, in the papers' own faces and sizes, and the tables' common look.

Faces are registered under the names that the papers' styles call them by. Knows no block.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from itadmin.documents.content import Footnote, Inline, Link, Missing, Run, Strong
from itadmin.documents.pdf.style import TextStyle

INK, MUTED, HAIR = "#17212B", "#4A5863", "#CBD4DA"


def reportlab_style(look: TextStyle, **settings: Any) -> Any:
    """A text style of the papers as one of ReportLab's."""
    fonts = {"fontName": look.face, "fontSize": look.size, "leading": look.leading, "textColor": INK}
    bullets = {"bulletFontName": look.face, "bulletFontSize": look.size}
    spaces = {"spaceBefore": look.before, "spaceAfter": look.after, "allowWidows": 0, "allowOrphans": 0}
    return ParagraphStyle(f"{look.face} {look.size}", **{**fonts, **bullets, **spaces, **settings})


class Texts:
    """Makes the paragraphs of one paper; `references` says how its keys are referred to."""

    def __init__(self, references: Mapping[str, str]) -> None:
        self._references = references

    def paragraph(self, text: Inline, look: Any, **settings: Any) -> Any:
        """A text in a style; `settings` are Paragraph's own."""
        return Paragraph("".join(map(self._markup, runs(text))), look, **settings)

    def _markup(self, run: Run) -> str:
        match run:
            case Strong(text=text):
                return f'<font name="semibold">{escape(text)}</font>'
            case Missing(label=label):
                return escape(f"[Uppgift saknas: {label}]")
            case Link(target=target, text=text):
                return escape(text or self._references.get(target, ""))
            case Footnote(text=text):
                return escape(f" ({text})")
        return escape(run).replace("\n", "<br/>")


def runs(text: Inline) -> tuple[Run, ...]:
    """The runs of a text."""
    return (text,) if isinstance(text, str) else text
