"""Taking apart a file that `PdfFile` has written: its objects as they stand, and what they are called from.

Only for our own files, whose form is known to the byte: objects that are no streams lie in object streams, and texts
are written so that no reference can stand in them. Knows nothing of what the objects mean.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from zlib import decompress

_STREAM = re.compile(rb"(\d+) 0 obj\n<<(.*?)/Length (\d+)>>\nstream\n", re.DOTALL)
_FIRST_OBJECT = re.compile(rb"^\d+ 0 obj", re.MULTILINE)
_PACK = re.compile(rb"/Type/ObjStm/N (\d+)/First (\d+)")
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_AFTER_DATA = len(b"\r\nendstream\nendobj\n")


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: the entries of its dictionary but its length, and its data as they stand in the file."""

    entries: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Copy:
    """The objects of a file by number; `count` is the highest one, `catalog` and `information` two of them."""

    plain: dict[int, bytes]
    streams: dict[int, Stream]
    count: int
    catalog: int
    information: int

    def entry(self, number: int, name: str) -> int | None:
        """The object that an entry of a plain object refers to; None without such an entry."""
        found = re.search(rb"/%b (\d+) 0 R" % name.encode("ascii"), self.plain[number])
        return int(found[1]) if found else None

    def needed(self, number: int, name: str) -> int:
        """The object that an entry of a plain object refers to. Raises ValueError without such an entry."""
        found = self.entry(number, name)
        if found is None:
            raise ValueError(f"the file has no {name}")
        return found


def take_apart(content: bytes) -> Copy:
    """The objects of one of our own files. Raises ValueError for any other."""
    plain: dict[int, bytes] = {}
    streams: dict[int, Stream] = {}
    for number, stream in _streams(content):
        pack = _PACK.search(stream.entries)
        if pack:
            plain |= _unpacked(decompress(stream.data), int(pack[1]), int(pack[2]))
        elif b"/Type/XRef" in stream.entries:
            found = re.search(rb"/Root (\d+) 0 R/Info (\d+) 0 R", stream.entries)
            if found:
                return Copy(plain, streams, number, int(found[1]), int(found[2]))
        else:
            streams[number] = stream
    raise ValueError("the file has no table of its objects")


def _streams(content: bytes) -> Iterator[tuple[int, Stream]]:
    first = _FIRST_OBJECT.search(content)
    place = first.start() if first else len(content)
    while found := _STREAM.match(content, place):
        end = found.end() + int(found[3])
        yield int(found[1]), Stream(found[2], content[found.end() : end])
        place = end + _AFTER_DATA


def _unpacked(data: bytes, number: int, first: int) -> dict[int, bytes]:
    index = [int(word) for word in data[:first].split()]
    starts = [*(first + start for start in index[1 : 2 * number : 2]), len(data) + 1]
    return {index[2 * place]: data[start : end - 1] for place, (start, end) in enumerate(pairwise(starts))}


def renumbered(body: bytes, number_of: Callable[[int], int]) -> bytes:
    """The body of an object with its references changed."""
    return _REFERENCE.sub(lambda found: b"%d 0 R" % number_of(int(found[1])), body)
