"""The marks of a chapter's text in colours: headings heavier, marks quieter, values in the accent, unknown in red."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from itadmin.documents.markup import values_in
from itadmin.ui.look.look import Look

_HEADING = re.compile(r"(#{1,6})[ \t]+.*")
_POINT = re.compile(r"[ \t]*([-*+]|[0-9]{1,9}[.)])(?=[ \t])")
_STRONG = re.compile(r"(\*\*)(.+?)(\*\*)")
_CELLS = re.compile(r"\|")
_VALUE = re.compile(r"\{\{[^{}|\n]{1,90}\}\}")


class MarkHighlighter(QSyntaxHighlighter):
    """Colours one document. Which names stand for something is said by `set_known`."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._look = look
        self._known: frozenset[str] = frozenset()
        look.changed.connect(self.rehighlight)

    def set_known(self, names: Iterable[str]) -> None:
        """Say which names of values stand for something."""
        known = frozenset(names)
        if known != self._known:
            self._known = known
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour a line."""
        heading = _HEADING.fullmatch(text)
        if heading:
            self._colour(0, len(text), weight=QFont.Weight.DemiBold)
            self._colour(*heading.span(1), ink=self._look.tokens.text3)
        point = _POINT.match(text)
        if point:
            self._colour(*point.span(1), ink=self._look.tokens.accent, weight=QFont.Weight.DemiBold)
        for strong in _STRONG.finditer(text):
            self._colour(*strong.span(2), weight=QFont.Weight.DemiBold)
            for mark in (1, 3):
                self._colour(*strong.span(mark), ink=self._look.tokens.text3)
        if text.lstrip().startswith("|"):
            for cell in _CELLS.finditer(text):
                self._colour(*cell.span(), ink=self._look.tokens.text3)
        for value in _VALUE.finditer(text):
            self._value(*value.span(), value[0])

    def _value(self, start: int, end: int, written: str) -> None:
        is_known = all(name in self._known or name.lower() in self._known for name in values_in(written))
        tokens = self._look.tokens
        look = QTextCharFormat()
        look.setForeground(QColor(tokens.accent if is_known else tokens.red.ink))
        if not is_known:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        self.setFormat(start, end - start, look)

    def _colour(self, start: int, end: int, *, ink: str = "", weight: QFont.Weight | None = None) -> None:
        look = self.format(start)
        if ink:
            look.setForeground(QColor(ink))
        if weight is not None:
            look.setFontWeight(weight)
        self.setFormat(start, end - start, look)
