"""By what number a file made here is known, when it comes back.

The number stands in the file's own data, which a signature leaves alone; a file that was written anew may still show
it on its pages. A scanned picture has neither. PDFium may be used by one thread at a time.
"""

import re

import pypdfium2

from itadmin.documents.pdf.xmp import NUMBER_ENTRY

_PAGES_READ = 3
_NUMBER = re.compile(r"\d{4}-\d{4,9}")
_PRINTED = re.compile(rf"\bHandling\s({_NUMBER.pattern})\b")


def number_in(content: bytes) -> str:
    """The number ("2026-0007") of the paper that a PDF holds; "" when it has none or is no PDF that can be read."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return ""
    with document:
        kept = _kept(document)
        return kept if _NUMBER.fullmatch(kept) else _printed(document)


def _kept(document: pypdfium2.PdfDocument) -> str:
    """What the file's data says its number is."""
    try:
        return str(document.get_metadata_value(NUMBER_ENTRY))
    except UnicodeDecodeError:
        return ""


def _printed(document: pypdfium2.PdfDocument) -> str:
    """The number as it is printed on the first pages."""
    texts = (_text(document, number) for number in range(min(len(document), _PAGES_READ)))
    return next((found[1] for text in texts if (found := _PRINTED.search(text))), "")


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return ""
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()
