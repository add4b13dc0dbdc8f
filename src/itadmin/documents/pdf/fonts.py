"""The four faces of the papers: their widths, their characters and their subsets.

The one module that knows ReportLab, which parses the TrueType files. The faces are read once, on first use, and are
the same for all papers; what one paper uses of them is `embedding`'s affair.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

from reportlab.pdfbase.ttfonts import TTFontFile

from itadmin.assets import asset
from itadmin.documents.pdf.style import FaceName

REPLACEMENT = "□"
"""Stands for what no face can draw."""


class Advances(dict[str, int]):
    """Advance widths in thousandths of the size; a character the face lacks is as wide as a space."""

    def __missing__(self, character: str) -> int:
        return self[" "]


class Face:
    """One TrueType face, with measures in thousandths of the size."""

    def __init__(self, path: Path) -> None:
        source = TTFontFile(str(path))
        self._source = source
        self._turn = Lock()
        self.name = path.stem
        self.glyphs: dict[str, int] = {chr(code): int(glyph) for code, glyph in source.charToGlyph.items() if glyph}
        self.advances = Advances(
            (chr(code), round(width)) for code, width in source.charWidths.items() if chr(code) in self.glyphs
        )
        self.box: tuple[int, ...] = tuple(round(side) for side in source.bbox)
        self.ascent = round(source.ascent)
        self.descent = round(source.descent)
        self.cap_height = round(source.capHeight)
        self.stem = round(source.stemV)

    def width(self, text: str, size: float) -> float:
        """How wide `text` is at `size`, in points."""
        return sum(map(self.advances.__getitem__, text)) * size / 1000

    def can_set(self, text: str) -> bool:
        """Whether the face has every character of `text`."""
        return self.glyphs.keys() >= set(text)

    def subset(self, characters: Sequence[str]) -> bytes:
        """A TrueType file with the glyphs of `characters` numbered from 1.

        Characters must be in the face and have a glyph each of their own.
        """
        with self._turn:  # the parser keeps a reading position
            return bytes(self._source.makeSubset([ord(character) for character in characters]))


@dataclass(frozen=True, slots=True)
class FontSet:
    """The faces by their use."""

    sans: Face
    semibold: Face
    heading: Face
    display: Face

    def face(self, name: FaceName, text: str = "") -> Face:
        """The face of that name, or the semibold sans when it lacks a character of `text`."""
        face: Face = getattr(self, name)
        return face if face.can_set(text.replace("\n", "")) else self.semibold


@cache
def font_set() -> FontSet:
    """The faces, read on the first call (some 30 ms)."""
    sans = asset("resources", "fonts", "source-sans-3")
    serif = asset("resources", "fonts", "source-serif-4")
    return FontSet(
        sans=Face(sans / "SourceSans3-Regular.ttf"),
        semibold=Face(sans / "SourceSans3-Semibold.ttf"),
        heading=Face(serif / "SourceSerif4Subhead-Semibold.ttf"),
        display=Face(serif / "SourceSerif4Display-Semibold.ttf"),
    )
