"""Pictures of pages, asked for when they are needed and kept while there is room. Knows no PDF."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtGui import QImage

PageImage = Callable[[int, int], QImage]
"""Gives the picture of page number i (from 0) at a width in device pixels; a null picture where there is none."""

_MOST_BYTES = 48 * 1024 * 1024


class PageImages:
    """Keeps the pictures used last, at most about `most_bytes` of them, but always the newest."""

    def __init__(self, image: PageImage, most_bytes: int = _MOST_BYTES) -> None:
        self._image = image
        self._most_bytes = most_bytes
        self._kept: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._bytes = 0

    def get(self, page: int, width: int) -> QImage:
        """Give the picture of `page` at `width` device pixels."""
        key = (page, width)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        picture = self._image(page, width)
        self._kept[key] = picture
        self._bytes += picture.sizeInBytes()
        while self._bytes > self._most_bytes and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= dropped.sizeInBytes()
        return picture
