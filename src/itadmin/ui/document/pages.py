"""The pages of a PDF as pictures, painted one at a time when they are asked for.

The painter beneath may only be used by one thread; here that is the window's.
"""

from __future__ import annotations

import pypdfium2
from PySide6.QtGui import QImage

from itadmin.ui.widgets.page_layout import PageSize

_AFTER_NUMBER = "  "


class PdfPages:
    """An open PDF. `close` it when other pages take its place."""

    def __init__(self, content: bytes) -> None:
        self._document = pypdfium2.PdfDocument(content)
        self.sizes = tuple(PageSize(*self._document.get_page_size(page)) for page in range(len(self._document)))

    def image(self, page: int, width: int) -> QImage:
        """The picture of a page, `width` device pixels wide; a null picture once the PDF is closed."""
        if not self.sizes or width <= 0:
            return QImage()
        sheet = self._document[page]
        try:
            bitmap = sheet.render(scale=width / self.sizes[page].width, prefer_bgrx=True, rev_byteorder=False)
            picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
            return picture.copy()
        finally:
            sheet.close()

    def page_of(self, heading: str) -> int | None:
        """The page of a section of the paper by its heading, without its number; None when there is none."""
        for entry in self._document.get_toc() if self.sizes else ():
            title, place = entry.get_title(), entry.get_dest()
            if place is not None and (title == heading or title.partition(_AFTER_NUMBER)[2] == heading):
                return int(place.get_index())
        return None

    def close(self) -> None:
        """Let go of the PDF."""
        self.sizes = ()
        self._document.close()
