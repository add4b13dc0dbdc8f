"""What one paper uses of a face, and the font objects that carry it.

Texts are written as two-byte numbers given in order of first use; a map takes them to the glyphs of the subset and
another back to characters. So a space and a no-break space stay apart though they share a glyph.
"""

from hashlib import sha256

from itadmin.documents.pdf.file import PdfFile
from itadmin.documents.pdf.fonts import REPLACEMENT, Face

_SYMBOLIC = 4
_MAPPINGS_A_BLOCK = 100
_TAG_LETTERS = str.maketrans("0123456789abcdef", "ABCDEFGHIJKLMNOP")


class _Numbers(dict[int, str]):
    """Character code -> the four hexadecimal digits it is written as."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self.characters: list[str] = []

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character not in self._face.glyphs:
            stand_in = REPLACEMENT if REPLACEMENT in self._face.glyphs else "?"
            written = self[ord(stand_in)]
        else:
            self.characters.append(character)
            written = f"{len(self.characters):04X}"
        self[code] = written
        return written


class FontUse:
    """A face as one paper uses it, under the resource name `name`."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._numbers = _Numbers(face)

    def encode(self, text: str) -> str:
        """`text` as the hexadecimal digits of a string to show."""
        return text.translate(self._numbers)

    def write(self, file: PdfFile) -> int:
        """Writes the font's objects; returns the number of the font."""
        face, characters = self.face, self._numbers.characters
        distinct = {face.glyphs[character]: character for character in reversed(characters)}
        order = sorted(distinct, key=lambda glyph: characters.index(distinct[glyph]))
        subset = face.subset([distinct[glyph] for glyph in order])
        positions = {glyph: position for position, glyph in enumerate(order, 1)}
        glyph_map = b"\0\0" + b"".join(positions[face.glyphs[c]].to_bytes(2) for c in characters)
        tag = sha256(" ".join(map(str, order)).encode()).hexdigest()[:6].translate(_TAG_LETTERS)
        name = f"/{tag}+{face.name}"
        data = file.add_stream(subset, f"/Length1 {len(subset)}")
        descriptor = file.add(
            f"<</Type/FontDescriptor/FontName{name}/Flags {_SYMBOLIC}/FontBBox[{' '.join(map(str, face.box))}]"
            f"/ItalicAngle 0/Ascent {face.ascent}/Descent {face.descent}/CapHeight {face.cap_height}"
            f"/StemV {face.stem}/FontFile2 {data} 0 R>>"
        )
        widths = " ".join(str(face.advances[character]) for character in characters)
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/W[1[{widths}]]/CIDToGIDMap {file.add_stream(glyph_map)} 0 R>>"
        )
        unicode_map = file.add_stream(_unicode_map(characters))
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode_map} 0 R>>"
        )


def _unicode_map(characters: list[str]) -> bytes:
    entries = [f"<{i:04X}> <{c.encode('utf-16-be').hex().upper()}>" for i, c in enumerate(characters, 1)]
    blocks = [entries[i : i + _MAPPINGS_A_BLOCK] for i in range(0, len(entries), _MAPPINGS_A_BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end", ""]
    return "\n".join(lines).encode("ascii")
