"""Writes the objects of a PDF 1.7 file: numbering, compression, cross-references.

Objects that are not streams are packed into object streams, which makes a tagged file half as large. Every stream
ends in CR LF before `endstream`: a lone LF would make the stated length wrong for data that happens to end in CR.
Nothing here depends on the clock, so equal objects give equal bytes. Knows nothing of what the objects mean.
"""

from hashlib import sha256
from io import BytesIO
from typing import BinaryIO
from zlib import compress

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_OBJECTS_A_STREAM = 200
_FREE, _PLAIN, _PACKED = 0, 1, 2
_ROW = 7
MOST_OBJECTS = 8_388_607
"""PDF/A allows no more in one file."""


def text_string(text: str) -> str:
    """A text string object, written so that no character can end it early."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class PdfFile:
    """The objects of one file; a number given is a promise that its object will be set."""

    def __init__(self) -> None:
        self._plain: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}
        self._count = 0

    def reserve(self) -> int:
        """A number for an object that is set later."""
        self._count += 1
        return self._count

    def set(self, number: int, body: str) -> None:
        """Gives the object `number` its body, any object but a stream."""
        self._plain[number] = body.encode("ascii")

    def add(self, body: str) -> int:
        """A new object; returns its number."""
        number = self.reserve()
        self.set(number, body)
        return number

    def add_stream(self, data: bytes, entries: str = "", *, compressed: bool = True) -> int:
        """A new stream with `entries` in its dictionary; returns its number."""
        number = self.reserve()
        body, filtered = (compress(data), "/Filter/FlateDecode") if compressed else (data, "")
        self._streams[number] = stream(body, f"{entries}{filtered}".encode("ascii"))
        return number

    def to_bytes(self, catalog: int, info: int) -> bytes:
        """The whole file. `catalog` and `info` are the numbers of those objects."""
        target = BytesIO()
        writer = ObjectWriter(target, self._count)
        for number, body in sorted(self._streams.items()):
            writer.set_stream(number, body)
        for number, plain in sorted(self._plain.items()):
            writer.set(number, plain)
        writer.finish(catalog, info)
        return target.getvalue()


class ObjectWriter:
    """Writes objects to a file as they come; what they refer to may come later."""

    def __init__(self, target: BinaryIO, count: int = 0) -> None:
        """`count` numbers are promised already."""
        self.count = count
        self._target = target
        self._place = 0
        self._identity = sha256()
        self._rows = bytearray()
        self._waiting: list[tuple[int, bytes]] = []
        self._note(0, _FREE, 0, 0xFFFF)
        self._put(_HEADER)

    def reserve(self, number: int = 1) -> int:
        """The first of so many new numbers, for objects that are set later."""
        self.count += number
        return self.count - number + 1

    def set(self, number: int, body: bytes) -> None:
        """Gives the object `number` its body, any object but a stream."""
        self._waiting.append((number, body))
        if len(self._waiting) == _OBJECTS_A_STREAM:
            self._pack()

    def add(self, body: bytes) -> int:
        """A new object; returns its number."""
        number = self.reserve()
        self.set(number, body)
        return number

    def set_stream(self, number: int, body: bytes) -> None:
        """Gives the object `number` its body, a stream that `stream` has made."""
        self._note(number, _PLAIN, self._place, 0)
        self._put(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def finish(self, catalog: int, info: int) -> None:
        """Writes what is left, and the table of all objects. `catalog` and `info` are the numbers of those."""
        self._pack()
        number, start = self.reserve(), self._place
        self._note(number, _PLAIN, start, 0)
        identity = self._identity.hexdigest()[:32]
        entries = (
            f"/Type/XRef/Size {self.count + 1}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R/ID[<{identity}><{identity}>]"
        )
        table = stream(compress(self._rows), f"{entries}/Filter/FlateDecode".encode("ascii"))
        self._put(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, table, start))

    def _pack(self) -> None:
        """Writes the objects that wait as one object stream."""
        if not self._waiting:
            return
        holder, offset = self.reserve(), 0
        index = []
        for position, (number, body) in enumerate(self._waiting):
            self._note(number, _PACKED, holder, position)
            index.append(b"%d %d" % (number, offset))
            offset += len(body) + 1
        head = b" ".join(index) + b"\n"
        data = compress(head + b"\n".join(body for _, body in self._waiting))
        entries = f"/Type/ObjStm/N {len(index)}/First {len(head)}/Filter/FlateDecode"
        self._waiting.clear()
        self.set_stream(holder, stream(data, entries.encode("ascii")))

    def _note(self, number: int, kind: int, where: int, position: int) -> None:
        """Keeps the place of an object for the table."""
        end = (number + 1) * _ROW
        if len(self._rows) < end:
            self._rows.extend(bytes(end - len(self._rows)))
        self._rows[end - _ROW : end] = kind.to_bytes(1) + where.to_bytes(4) + position.to_bytes(2)

    def _put(self, data: bytes) -> None:
        self._target.write(data)
        self._identity.update(data)
        self._place += len(data)


def stream(data: bytes, entries: bytes) -> bytes:
    """The body of a stream object of these data, as they are to stand in the file."""
    return b"<<%b/Length %d>>\nstream\n%b\r\nendstream" % (entries, len(data), data)
