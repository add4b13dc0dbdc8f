"""A page of help as text to read: Markdown dressed in the fonts, colours and distances of the look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property

_HEADINGS = {1: TextStyle.PAGE_TITLE, 2: TextStyle.SECTION, 3: TextStyle.SIDE_HEADING}
_LINE_HEIGHT = 135.0
_TEXT_WIDTH = 700
_NORMAL, _NAME, _BOLD = 400, 550, 600


class PageText(QTextBrowser):
    """Shows a page in lines that are short enough to read, however wide it is."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Hjälptext")
        set_property(self, "ground", "surface")
        set_property(self, "ring", "true")

    def show_markdown(self, markdown: str) -> None:
        """Show a page from its beginning."""
        dress(self.document(), markdown, self._look)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room that the lines do not need empty."""
        spare = max(self.width() - self._look.metrics.px(_TEXT_WIDTH), 0)
        if self.viewportMargins().right() != spare:
            self.setViewportMargins(0, 0, spare, 0)
        super().resizeEvent(event)


def dress(document: QTextDocument, markdown: str, look: Look) -> None:
    """Fill a document with a page."""
    document.setDefaultFont(look.fonts.font(TextStyle.TEXT))
    document.setDocumentMargin(look.metrics.margin)
    document.setIndentWidth(look.metrics.margin)
    document.setMarkdown(markdown)
    block = document.begin()
    while block.isValid():
        _dress_block(block, look)
        block = block.next()


def _dress_block(block: QTextBlock, look: Look) -> None:
    metrics, tokens = look.metrics, look.tokens
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    distances = QTextBlockFormat()
    distances.setLineHeight(_LINE_HEIGHT, int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value))
    if level:
        distances.setTopMargin(0 if level == 1 else metrics.section_gap)
        distances.setBottomMargin(metrics.gap if level == 1 else metrics.tight)
    elif block.textList() is not None:
        distances.setTopMargin(0)
        distances.setBottomMargin(metrics.tight)
    else:
        distances.setTopMargin(0)
        distances.setBottomMargin(metrics.gap)
    cursor.mergeBlockFormat(distances)
    for start, length, weight, link in _runs(block):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        look_of_run = QTextCharFormat()
        if level:
            look_of_run.setFont(look.fonts.font(_HEADINGS.get(level, TextStyle.SIDE_HEADING)))
        else:
            look_of_run.setFontWeight(weight)
            look_of_run.setFontItalic(False)
        look_of_run.setForeground(QColor(tokens.accent if link else tokens.text))
        cursor.mergeCharFormat(look_of_run)


def _runs(block: QTextBlock) -> list[tuple[int, int, int, bool]]:
    """The stretches of a block that look alike: start, length, weight, and whether it is a link.

    What the text emphasises – words that stand on the screen – is a little heavier instead of slanted.
    """
    runs = []
    part = block.begin()
    while not part.atEnd():
        piece = part.fragment()
        style = piece.charFormat()
        weight = _BOLD if style.fontWeight() > _NORMAL else _NAME if style.fontItalic() else _NORMAL
        runs.append((piece.position(), piece.length(), weight, style.isAnchor()))
        part += 1
    return runs
