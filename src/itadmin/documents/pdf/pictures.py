"""Reading a logotype from the file that somebody chose: a PNG or JPEG picture, or an SVG drawing.

Everything is looked at before anything is decoded whole: what kind it is, how large it says it is, how its colours are
kept. The one module that loads Pillow.
"""

import struct
from collections.abc import Callable
from io import BytesIO
from zlib import compress

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from itadmin.documents.content import Logotype, Pixels
from itadmin.documents.pdf.drawings import drawing
from itadmin.documents.pdf.unusable import UnusablePictureError

MOST_BYTES = 10_000_000
MOST_PIXELS = 25_000_000
_FLATTEST = 20
_ROOM = (1400, 500)
"""Pixels enough to be sharp at the size it is printed."""
_MANY = 1_000_000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_SVG_WITHIN = 4096
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error, MemoryError)
_NO_PICTURE = "är ingen bild av slaget PNG, JPEG eller SVG"


def read_logotype(content: bytes, alt: str) -> Logotype:
    """The logotype that a file holds. Raises UnusablePictureError."""
    if len(content) > MOST_BYTES:
        raise UnusablePictureError(f"är större än {MOST_BYTES // _MANY} MB")
    if content.startswith(_PNG):
        return _picture(PngImageFile, content, alt)
    if content.startswith(_JPEG):
        return _picture(JpegImageFile, content, alt)
    if b"<svg" in content[:_SVG_WITHIN]:
        return drawing(content, alt)
    raise UnusablePictureError(_NO_PICTURE)


def _picture(kind: Callable[[BytesIO], Image.Image], content: bytes, alt: str) -> Logotype:
    try:
        with kind(BytesIO(content)) as found:
            _refuse_unprintable(found)
            on_paper = _on_white(found)
    except _BROKEN as error:
        raise UnusablePictureError("är skadad eller avbruten och går inte att läsa") from error
    on_paper.thumbnail(_ROOM, Image.Resampling.LANCZOS)
    width, height = on_paper.size
    return Logotype(alt, width, height, pixels=Pixels(width, height, compress(on_paper.tobytes())))


def _refuse_unprintable(found: Image.Image) -> None:
    """What the file says of itself, before its pixels are read."""
    width, height = found.size
    if width * height > MOST_PIXELS:
        said = f"{width * height / _MANY:.0f}"
        raise UnusablePictureError(
            f"är på {said} miljoner bildpunkter, fler än de {MOST_PIXELS // _MANY} som kan läsas"
        )
    if not (width > 0 and height > 0 and 1 / _FLATTEST <= width / height <= _FLATTEST):
        raise UnusablePictureError("är för smal för att kunna stå i en handling")
    if found.mode == "CMYK":
        raise UnusablePictureError("har tryckfärger (CMYK) och behöver vara sparad med skärmfärger (RGB)")
    if getattr(found, "is_animated", False):
        raise UnusablePictureError("är rörlig")


def _on_white(found: Image.Image) -> Image.Image:
    """The picture in red, green and blue; what could be seen through is white as the paper."""
    with_alpha = found.convert("RGBA")
    paper = Image.new("RGBA", with_alpha.size, "white")
    paper.alpha_composite(with_alpha)
    return paper.convert("RGB")
