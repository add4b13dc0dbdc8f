"""How many pages files have: what speeds are told in."""

from __future__ import annotations

from collections.abc import Iterable

from pypdfium2 import PdfDocument


def page_count(pdf: bytes) -> int:
    """How many pages a file has."""
    with PdfDocument(pdf) as document:
        return len(document)


def page_counts(pdfs: Iterable[bytes]) -> int:
    """How many pages files have together."""
    return sum(map(page_count, pdfs))
