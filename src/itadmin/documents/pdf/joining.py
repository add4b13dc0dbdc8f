"""Several papers as one file, PDF/A-2a and PDF/UA-1 as each of them is: pages after each other, one structure.

Papers are taken as finished files and written on at once, so that a thousand need no more room than one. Each is a part
of the document and has a bookmark of its own; its page numbers are its own as well.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from itadmin.documents.pdf.copying import Copy, renumbered, take_apart
from itadmin.documents.pdf.file import MOST_OBJECTS, ObjectWriter, PdfFile, stream, text_string
from itadmin.documents.pdf.fonts import font_set
from itadmin.documents.pdf.text import Cleaner
from itadmin.documents.pdf.xmp import Metadata, write_information, write_packet

_KEY = re.compile(rb"(/StructParents?) (\d+)")
_KEYS = re.compile(rb"(\d+) (\d+ 0 R)")
_LED_TO = re.compile(rb"/(?:Pages|StructTreeRoot|Metadata|Outlines) \d+ 0 R")
_NAME, _IDENTITY = b"<FEFF", b"/ID<FEFF"
_ROOM = 10_000
"""Objects that the joined file itself needs, more or less, beside those of its papers."""


class TooLargeError(Exception):
    """There is no room for another paper in one file."""


class Joiner:
    """Writes papers into one file, in the order they are added; `finish` makes it whole."""

    def __init__(self, target: BinaryIO) -> None:
        self._file = ObjectWriter(target)
        self._pages, self._root, self._document, self._outline = (self._file.reserve() for _ in range(4))
        self._parts: list[_Part] = []
        self._line = Cleaner(font_set().sans.glyphs).line
        self._catalog = b""
        self._page_count = 0
        self._keys = 0

    def add(self, content: bytes, title: str) -> None:
        """Add a paper that `render` has made, under this title among the bookmarks.

        Raises TooLargeError, and then the papers before it can still be finished.
        """
        copy = take_apart(content)
        if self._file.count + copy.count > MOST_OBJECTS - _ROOM:
            raise TooLargeError
        copied = _Copying(self._file, copy, first=not self._parts)
        self._catalog = self._catalog or copied.catalog()
        self._page_count += copied.page_count
        self._parts.append(copied.write(self._pages, self._document, self._keys, len(self._parts), self._line(title)))
        self._keys += copied.key_count

    def finish(self, title: str, author: str, created: datetime) -> None:
        """Write what ties the papers together; at least one must have been added. `created` carries a time zone."""
        parts, file = self._parts, self._file
        file.set(
            self._pages, _entries("Pages", Kids=_array(part.pages for part in parts), Count=b"%d" % self._page_count)
        )
        elements = _array(part.element for part in parts)
        file.set(self._document, _entries("StructElem", S=b"/Document", P=_to(self._root), K=elements))
        tree = _entries("", Kids=_array(part.keys for part in parts))
        names = [part.names for part in parts if part.names]
        identities = {"IDTree": _to(file.add(_entries("", Kids=_array(names))))} if names else {}
        more = {"ParentTree": _to(file.add(tree)), "ParentTreeNextKey": b"%d" % self._keys, **identities}
        file.set(self._root, _entries("StructTreeRoot", K=_to(self._document), **more))
        self._write_outline()
        told = self._line(title)
        self._write_frame(Metadata(told, self._line(author), told, "", "sv-SE", created))

    def _write_outline(self) -> None:
        """A bookmark for each paper, with its own bookmarks below it."""
        marks = [part.bookmark for part in self._parts]
        ends = {"First": _to(marks[0]), "Last": _to(marks[-1]), "Count": b"%d" % len(marks)}
        self._file.set(self._outline, _entries("Outlines", **ends))
        for place, part in enumerate(self._parts):
            links = {"Parent": _to(self._outline)}
            if place:
                links["Prev"] = _to(marks[place - 1])
            if place + 1 < len(marks):
                links["Next"] = _to(marks[place + 1])
            self._file.set(part.bookmark, _entries("", **part.shown, **links))

    def _write_frame(self, metadata: Metadata) -> None:
        """The catalogue, which is the first paper's but for what it leads to, and what the file says of itself."""
        told = PdfFile()
        information, packet = write_information(told, metadata), write_packet(told, metadata)
        copy = take_apart(told.to_bytes(information, information))
        number = self._file.reserve()
        self._file.set_stream(number, stream(copy.streams[packet].data, copy.streams[packet].entries))
        places = {"Pages": self._pages, "StructTreeRoot": self._root, "Metadata": number, "Outlines": self._outline}
        catalog = _LED_TO.sub(b"", self._catalog).removesuffix(b">>").replace(b"/PageMode/UseOutlines", b"")
        leads = b"".join(b"/%b %b" % (name.encode("ascii"), _to(place)) for name, place in places.items())
        whole = self._file.add(catalog + leads + b"/PageMode/UseOutlines>>")
        self._file.finish(whole, self._file.add(copy.plain[information]))


@dataclass(frozen=True, slots=True)
class _Part:
    """A paper within the file, by the numbers of what it is tied together by; `names` is 0 when it has no notes."""

    pages: int
    element: int
    keys: int
    names: int
    bookmark: int
    shown: dict[str, bytes]


class _Copying:
    """The copying of one paper's objects under new numbers."""

    def __init__(self, file: ObjectWriter, copy: Copy, *, first: bool) -> None:
        """Of the `first` paper the colour profile is kept, which is the same for all."""
        self._file, self._copy = file, copy
        self._tree, self._root = copy.needed(copy.catalog, "Pages"), copy.needed(copy.catalog, "StructTreeRoot")
        self._keys, self._element = copy.needed(self._root, "ParentTree"), copy.needed(self._root, "K")
        self._names, self._outline = copy.entry(self._root, "IDTree"), copy.entry(copy.catalog, "Outlines")
        left = {copy.catalog, copy.information, self._root, copy.needed(copy.catalog, "Metadata")}
        if not first:
            left.add(copy.needed(copy.catalog, "DestOutputProfile"))
        self._left = left
        kept = [number for number in (*copy.plain, *copy.streams) if number not in left]
        start = file.reserve(len(kept))
        self._numbers = {number: start + place for place, number in enumerate(kept)}
        self.page_count = int(_found(rb"/Count (\d+)", copy.plain[self._tree]))
        self.key_count = int(_found(rb"/ParentTreeNextKey (\d+)", copy.plain[self._root]))

    def catalog(self) -> bytes:
        """The paper's catalogue, with what it leads to under its new numbers."""
        return renumbered(_LED_TO.sub(b"", self._copy.plain[self._copy.catalog]), self._numbers.__getitem__)

    def write(self, pages: int, document: int, keys: int, place: int, title: str) -> _Part:
        """Copy everything below the tree of `pages` and the element `document`.

        `keys` are those of the papers before it, `place` counts these.
        """
        copy, special = self._copy, self._special(pages, document, keys, place)
        for number, each in copy.streams.items():
            if number not in self._left:
                entries = self._moved(each.entries, keys)
                self._file.set_stream(self._numbers[number], stream(each.data, entries))
        for number, body in copy.plain.items():
            if number not in self._left and number != self._outline:
                self._file.set(self._numbers[number], special.get(number) or self._moved(body, keys, place))
        return _Part(
            pages=self._numbers[self._tree],
            element=self._numbers[self._element],
            keys=self._numbers[self._keys],
            names=self._numbers[self._names] if self._names else 0,
            bookmark=self._numbers[self._outline] if self._outline else self._file.reserve(),
            shown=self._shown(title),
        )

    def _moved(self, body: bytes, keys: int, place: int = 0) -> bytes:
        """A body with its references, its keys among the structure's parents and its notes' identities made new."""
        moved = _KEY.sub(lambda found: b"%b %d" % (found[1], int(found[2]) + keys), body)
        named = moved.replace(_IDENTITY, _IDENTITY + _prefix(place))
        return renumbered(named, self._numbers.__getitem__)

    def _special(self, pages: int, document: int, keys: int, place: int) -> dict[int, bytes]:
        """The objects that are tied to the whole file, by their old numbers."""
        plain, number_of = self._copy.plain, self._numbers.__getitem__
        tree = renumbered(plain[self._tree], number_of)
        part = plain[self._element].replace(b"/S/Document/P %b" % _to(self._root), b"/S/Part", 1)
        element = renumbered(part, number_of)
        shifted = _KEYS.sub(lambda found: b"%d %b" % (int(found[1]) + keys, found[2]), plain[self._keys])
        limits = b"<</Limits[%d %d]" % (keys, keys + self.key_count - 1)
        found = {
            self._tree: tree.replace(b"<</Type/Pages", b"<</Type/Pages/Parent %b" % _to(pages), 1),
            self._element: element.removesuffix(b">>") + b"/P %b>>" % _to(document),
            self._keys: renumbered(shifted.replace(b"<<", limits, 1), number_of),
        }
        if self._names:
            names = plain[self._names].replace(_NAME, _NAME + _prefix(place))
            known = re.findall(rb"<FEFF[0-9A-F]*>", names)
            ends = b"<</Limits[%b %b]" % (known[0], known[-1])
            found[self._names] = renumbered(names.replace(b"<<", ends, 1), number_of)
        return found

    def _shown(self, title: str) -> dict[str, bytes]:
        """What its bookmark shows, and the bookmarks below it, which are closed."""
        page = int(_found(rb"/Kids\[(\d+)", self._copy.plain[self._tree]))
        shown = {
            "Title": text_string(title).encode("ascii"),
            "Dest": b"[%b/XYZ null null null]" % _to(self._numbers[page]),
        }
        if self._outline:
            below = self._copy.plain[self._outline]
            for end in ("First", "Last"):
                shown[end] = _to(self._numbers[self._copy.needed(self._outline, end)])
            shown["Count"] = b"-" + _found(rb"/Count (\d+)", below)
        return shown


def _prefix(place: int) -> bytes:
    """What goes before the identities of a paper's notes, so that no two papers have the same."""
    return f"{place:06}-".encode("utf-16-be").hex().upper().encode("ascii")


def _found(pattern: bytes, body: bytes) -> bytes:
    """What a pattern's first group finds. Raises ValueError when it finds nothing."""
    found = re.search(pattern, body)
    if found is None:
        raise ValueError("the file is not one of ours")
    return found[1]


def _to(number: int) -> bytes:
    return b"%d 0 R" % number


def _array(numbers: Iterable[int]) -> bytes:
    return b"[%b]" % b" ".join(map(_to, numbers))


def _entries(kind: str, **entries: bytes) -> bytes:
    """A dictionary, of a `kind` if it has one."""
    head = f"/Type/{kind}" if kind else ""
    return b"<<%b%b>>" % (
        head.encode("ascii"),
        b"".join(b"/%b %b" % (k.encode("ascii"), v) for k, v in entries.items()),
    )
