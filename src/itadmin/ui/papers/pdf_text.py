"""The words of a PDF from outside, to see which handling it is. Loads the page painter: used by the window's thread."""

from __future__ import annotations

import pypdfium2

_MOST_PAGES = 6
_MOST_LETTERS = 60_000


def text_of(content: bytes) -> str:
    """The text of the first pages; "" for a file without any, as most that are scanned, or one that cannot be read."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return ""
    try:
        return "\n".join(_of_page(document, page) for page in range(min(len(document), _MOST_PAGES)))[:_MOST_LETTERS]
    finally:
        document.close()


def _of_page(document: pypdfium2.PdfDocument, number: int) -> str:
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return ""
    words = page.get_textpage()
    try:
        return str(words.get_text_bounded())
    finally:
        words.close()
        page.close()
