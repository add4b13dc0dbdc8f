"""An Excel workbook as a table: its sheets in order, with their strings and styles. Runs no macro, follows no link.

Written against ECMA-376 on the standard library's parser, so that a hostile file meets limits of our own at every
step, and a file that another program wrote with styles of its own still reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from itadmin.services.tables.cell_values import WorkbookFacts
from itadmin.services.tables.container import Attributes, Handler, Package, attribute, damaged
from itadmin.services.tables.limits import MOST_CELLS, MOST_SHEETS, too_large
from itadmin.services.tables.number_formats import Meaning, meaning_of
from itadmin.services.tables.sheet_cells import SheetCells
from itadmin.services.tables.table import Sheet

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NUMBER = re.compile("[0-9]{1,9}")


def read_workbook(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook that hold cells, hidden ones too. Raises KnownError."""
    package = Package(content, name)
    part = package.workbook()
    if part not in package:
        raise damaged(name, "no workbook in the package")
    parts = _Sheets()
    package.read(part, parts)
    relations = package.relations(part)
    facts = _facts(package, relations.values(), epoch_1904=parts.epoch_1904)
    room = MOST_CELLS
    sheets = []
    for title, relation in parts.found[:MOST_SHEETS]:
        kind, target = relations.get(relation, ("", ""))
        if kind == "worksheet" and target in package:
            cells = SheetCells(facts, name, room)
            package.read(target, cells, is_sheet=True)
            room -= cells.count
            sheets.append(Sheet(title, tuple(cells.rows), cells.remarks))
    if not sheets:
        raise damaged(name, "no worksheet in the workbook")
    return tuple(sheets)


def _facts(package: Package, relations: Iterable[tuple[str, str]], *, epoch_1904: bool) -> WorkbookFacts:
    strings, styles = _Strings(package.name), _Styles()
    for kind, target in relations:
        if target in package and kind == "sharedStrings":
            package.read(target, strings)
        elif target in package and kind == "styles":
            package.read(target, styles)
    return WorkbookFacts(strings.found, styles.meanings(), epoch_1904)


class _Sheets(Handler):
    """The names of the sheets and the ids of their relations."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.epoch_1904 = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Note a sheet, or from which day days are counted."""
        if name == "sheet":
            self.found.append((attributes.get("name", ""), attribute(attributes, "id")))
        elif name == "workbookPr":
            self.epoch_1904 = attributes.get("date1904", "") in ("1", "true")


class _Strings(Handler):
    """The strings that cells share, without the reading aids of Japanese."""

    def __init__(self, file_name: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._file_name = file_name
        self._pieces: list[str] = []
        self._inside = False
        self._aid = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin a string, or a piece of one."""
        del attributes
        if name == "rPh":
            self._aid = True
        elif name == "t":
            self._inside = not self._aid

    def text(self, text: str) -> None:
        """Keep a piece of a string."""
        if self._inside:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        """End a piece, an aid, or the string."""
        if name == "t":
            self._inside = False
        elif name == "rPh":
            self._aid = False
        elif name == "si":
            self.found.append(unescaped("".join(self._pieces)))
            self._pieces.clear()
            if len(self.found) > MOST_CELLS:
                raise too_large(self._file_name)


class _Styles(Handler):
    """Which style of a cell means what for its number."""

    def __init__(self) -> None:
        super().__init__()
        self._codes: dict[str, str] = {}
        self._formats: list[str] = []
        self._in_cell_styles = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Note a format code, or the format of a style."""
        if name == "numFmt":
            self._codes.setdefault(attributes.get("numFmtId", ""), attributes.get("formatCode", ""))
        elif name == "cellXfs":
            self._in_cell_styles = True
        elif name == "xf" and self._in_cell_styles:
            self._formats.append(attributes.get("numFmtId", "0"))

    def end(self, name: str) -> None:
        """See that only the styles of cells count."""
        if name == "cellXfs":
            self._in_cell_styles = False

    def meanings(self) -> list[Meaning]:
        """What each style means, in the order that cells number them."""
        return [
            meaning_of(int(number) if _NUMBER.fullmatch(number) else 0, self._codes.get(number, ""))
            for number in self._formats
        ]


def unescaped(text: str) -> str:
    """Text without the escapes that Excel writes for signs that XML cannot hold."""
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
