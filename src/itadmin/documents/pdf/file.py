"""Writes the objects of a PDF 1.7 file: numbering, compression, cross-references.

Objects that are not streams are packed into object streams, which makes a tagged file half as large. Every stream
ends in CR LF before `endstream`: a lone LF would make the stated length wrong for data that happens to end in CR.
Nothing here depends on the clock, so equal objects give equal bytes. Knows nothing of what the objects mean.
"""

from hashlib import sha256
from zlib import compress

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_OBJECTS_A_STREAM = 200
_FREE, _PLAIN, _PACKED = 0, 1, 2


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
        self._streams[number] = _stream(data, entries, compressed=compressed)
        return number

    def to_bytes(self, catalog: int, info: int) -> bytes:
        """The whole file. `catalog` and `info` are the numbers of those objects."""
        places = self._pack_plain_objects()
        output = bytearray(_HEADER)
        for number, body in sorted(self._streams.items()):
            places[number] = (_PLAIN, len(output), 0)
            output += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        table_number = self.reserve()
        start = len(output)
        places[table_number] = (_PLAIN, start, 0)
        identity = sha256(output).hexdigest()[:32]
        entries = (
            f"/Type/XRef/Size {self._count + 1}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R"
            f"/ID[<{identity}><{identity}>]"
        )
        table = _stream(self._cross_references(places), entries, compressed=True)
        output += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table_number, table, start)
        return bytes(output)

    def _pack_plain_objects(self) -> dict[int, tuple[int, int, int]]:
        """Moves the plain objects into object streams; returns the place of each."""
        numbers = sorted(self._plain)
        places: dict[int, tuple[int, int, int]] = {}
        for first in range(0, len(numbers), _OBJECTS_A_STREAM):
            batch = numbers[first : first + _OBJECTS_A_STREAM]
            index, offset = [], 0
            for number in batch:
                index.append(b"%d %d" % (number, offset))
                offset += len(self._plain[number]) + 1
            head = b" ".join(index) + b"\n"
            data = head + b"\n".join(self._plain[number] for number in batch)
            holder = self.add_stream(data, f"/Type/ObjStm/N {len(batch)}/First {len(head)}")
            for position, number in enumerate(batch):
                places[number] = (_PACKED, holder, position)
        return places

    def _cross_references(self, places: dict[int, tuple[int, int, int]]) -> bytes:
        rows = bytearray((_FREE).to_bytes(1) + (0).to_bytes(4) + (0xFFFF).to_bytes(2))
        for number in range(1, self._count + 1):
            kind, where, position = places[number]
            rows += kind.to_bytes(1) + where.to_bytes(4) + position.to_bytes(2)
        return bytes(rows)


def _stream(data: bytes, entries: str, *, compressed: bool) -> bytes:
    if compressed:
        data = compress(data)
        entries += "/Filter/FlateDecode"
    return b"<<%b/Length %d>>\nstream\n%b\r\nendstream" % (entries.encode("ascii"), len(data), data)
