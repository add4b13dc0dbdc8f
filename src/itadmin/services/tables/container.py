"""The package around an Excel workbook: a ZIP of XML parts, opened with care and read as streams.

Nothing is unpacked to disk and no part is named by anything but the package's own relations. A declared size is the
most that is ever unpacked of a part. A document type, the door to entities that grow, is refused wherever it stands.
"""

from __future__ import annotations

import lzma
import posixpath
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from itadmin.domain.problems import KnownError
from itadmin.services.tables.limits import LARGEST_PART, LARGEST_SHEET, MOST_ELEMENTS, MOST_PARTS, too_large

Attributes = Mapping[str, str]

_ENCRYPTED_FLAG = 0x1
_PART_IN_DIRECTORY = b"PK\x01\x02"
_AT_A_TIME = 2**18
_LONGEST_TOKEN = 4 * 2**20
"""Bytes of one tag or comment: the parser begins anew with an unfinished one for every piece it is fed."""

_DEEPEST = 100
_AND_NO_MORE = True
_ROOT = "_rels/.rels"
_USUAL_WORKBOOK = "xl/workbook.xml"


_BROKEN = (
    *(BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError),
    *(expat.ExpatError, LookupError, ValueError),
)
"""What a broken ZIP, and XML that is none or in an encoding that nobody has, may raise – also out of a handler."""


class Handler:
    """What is told of a part as it is read: elements by their name without namespace, and the text in between.

    `stop` set to true ends the reading.
    """

    def __init__(self) -> None:
        self.stop = False

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text within the innermost element, perhaps only a piece of it."""


class Package:
    """The parts of a workbook file. `name` is what to call the file in messages. Every method may raise KnownError."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        self._bytes_left = LARGEST_SHEET
        self._elements_left = MOST_ELEMENTS
        if content.count(_PART_IN_DIRECTORY) > MOST_PARTS:
            raise too_large(name)
        with self._telling():
            self._zip = ZipFile(BytesIO(content))
        self._parts: dict[str, ZipInfo] = {}
        for info in self._zip.infolist():
            self._parts.setdefault(_comparable(info.filename), info)

    def __contains__(self, part: str) -> bool:
        """Whether there is such a part; names are compared as the format says, without regard to case."""
        return _comparable(part) in self._parts

    def workbook(self) -> str:
        """The name of the part that is the workbook."""
        for kind, target in self.relations("").values():
            if kind == "officeDocument" and target in self:
                return target
        return _USUAL_WORKBOOK

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to ("" is the package itself): kind and name of the other part, by id."""
        folder, file = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{file}.rels") if part else _ROOT
        if relations not in self:
            return {}
        handler = _Relations(folder)
        self.read(relations, handler)
        return handler.found

    def read(self, part: str, handler: Handler, *, is_sheet: bool = False) -> None:
        """Tell a handler of a part."""
        info = self._parts.get(_comparable(part))
        if info is None:
            raise damaged(self.name, f"the part {part} is missing")
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise locked(self.name)
        self._bytes_left -= info.file_size
        if self._bytes_left < 0 or (info.file_size > LARGEST_PART and not is_sheet):
            raise too_large(self.name)
        parser = self._parser(handler)
        fed = 0
        with self._telling(), self._zip.open(info) as stream:
            while not handler.stop and (piece := stream.read(_AT_A_TIME)):
                parser.Parse(piece)
                fed += len(piece)
                if fed - parser.CurrentByteIndex > _LONGEST_TOKEN:
                    raise damaged(self.name, "a tag or a comment without end")
            if not handler.stop:
                parser.Parse(b"", _AND_NO_MORE)

    def _parser(self, handler: Handler) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        within: list[str] = []

        def start(name: str, attributes: Attributes) -> None:
            within.append(_local(name))
            if len(within) > _DEEPEST:
                raise damaged(self.name, "elements within elements without end")
            self._elements_left -= 1
            if self._elements_left < 0:
                raise too_large(self.name)
            handler.start(within[-1], attributes)

        parser.StartElementHandler = start
        parser.EndElementHandler = lambda _name: handler.end(within.pop())
        parser.CharacterDataHandler = handler.text
        parser.StartDoctypeDeclHandler = self._refuse_document_type
        return parser

    def _refuse_document_type(self, *_told: object) -> None:
        raise damaged(self.name, "a part declares a document type")

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except _BROKEN as error:
            raise damaged(self.name, str(error)) from error


class _Relations(Handler):
    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        """Note a relation to another part of the package."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            absolute = target[1:] if target.startswith("/") else posixpath.join(self._folder, target)
            kind = attributes.get("Type", "").rsplit("/", 1)[-1]
            self.found[attributes.get("Id", "")] = kind, posixpath.normpath(absolute)


def attribute(attributes: Attributes, name: str) -> str:
    """An attribute by its name without namespace; "" when there is none."""
    return next((value for key, value in attributes.items() if _local(key) == name), "")


def damaged(name: str, details: str) -> KnownError:
    """The refusal of a workbook that does not hold together."""
    return KnownError(
        f"{name} är skadad eller ofullständig. Öppna filen i Excel, spara den på nytt och försök igen.", details=details
    )


def locked(name: str) -> KnownError:
    """The refusal of a workbook with a password."""
    return KnownError(f"{name} är skyddad med lösenord. Ta bort lösenordet i Excel och försök igen.")


def _comparable(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").casefold()


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
