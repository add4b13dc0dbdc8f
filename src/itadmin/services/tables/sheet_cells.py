"""The cells of one sheet as its part is read: values, formulas as their text, days by their number and format.

Where a cell lies follows from its reference, or from the one before it where it has none.
"""

from __future__ import annotations

import re

from itadmin.services.tables.cell_values import WorkbookFacts, cell_value
from itadmin.services.tables.container import Attributes, Handler, damaged
from itadmin.services.tables.limits import LONGEST_GAP, LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS, too_large
from itadmin.services.tables.table import Cell, Formula, Row

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_LETTERS = 26
_AFTER_MERGED = frozenset({"conditionalFormatting", "dataValidations", "hyperlinks", "pageMargins"})
"""What comes after the cells that are merged, if there are any."""
_MOST_TOLD = 5
_MERGED = (
    "Cellerna {} är sammanfogade över flera rader, och det som står där läses bara på den första av dem. Dela upp "
    "cellerna i Excel och fyll i varje rad, om det gäller alla."
)


class SheetCells(Handler):
    """Gathers the rows of a sheet. `room` is how many cells may still be read; `count` how many were."""

    def __init__(self, facts: WorkbookFacts, file_name: str, room: int) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.count = 0
        self.remarks: tuple[str, ...] = ()
        self._facts = facts
        self._file_name = file_name
        self._room = room
        self._row = 0
        self._column = -1
        self._cells: dict[int, Cell] = {}
        self._type = ""
        self._style = ""
        self._formula: str | None = None
        self._shared: dict[str, str] = {}
        self._shared_key = ""
        self._pieces: list[str] | None = None
        self._length = 0
        self._value = ""
        self._in_aid = False
        self._are_read = False
        self._merged: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin a row, a cell, or what stands in one; after the rows, note what is merged."""
        if self._are_read:
            self._note_merged(name, attributes)
        elif name == "c":
            self._begin_cell(attributes)
        elif name in ("v", "t"):
            self._pieces = None if self._in_aid else []
        elif name == "row":
            self._begin_row(attributes)
        elif name == "f":
            self._pieces = []
            self._shared_key = attributes.get("si", "") if attributes.get("t") == "shared" else ""
        elif name == "rPh":
            self._in_aid = True

    def text(self, text: str) -> None:
        """Keep what stands in a cell."""
        if self._pieces is None:
            return
        self._pieces.append(text)
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise too_large(self._file_name)

    def end(self, name: str) -> None:
        """End a cell, a row, or the rows."""
        if self._are_read:
            self.stop = self.stop or name == "mergeCells"
        elif name == "c":
            self._end_cell()
        elif name in ("v", "t"):
            self._value += self._taken()
        elif name == "f":
            self._end_formula()
        elif name == "row":
            self._end_row()
        elif name == "rPh":
            self._in_aid = False
        elif name == "sheetData":
            self._pieces = None
            self._are_read = True

    def _note_merged(self, name: str, attributes: Attributes) -> None:
        """Tell of the first cells that are merged over several rows, since their value is read on one of them."""
        self.stop = self.stop or name in _AFTER_MERGED
        if name != "mergeCell" or len(self._merged) == _MOST_TOLD:
            return
        ends = [end for end in map(_REFERENCE.fullmatch, attributes.get("ref", "").split(":")) if end]
        if len({end[2] for end in ends}) > 1:
            self._merged.append("–".join(f"{end[1]}{end[2]}" for end in ends))
            self.remarks = (_MERGED.format(", ".join(self._merged)),)

    def _begin_row(self, attributes: Attributes) -> None:
        number = attributes.get("r", "")
        self._row = int(number) if number.isdecimal() else self._row + 1
        self._column = -1
        last = self.rows[-1].number if self.rows else 0
        if self._row - last > LONGEST_GAP and self.rows:
            self.remarks = (f"Det som kan stå under rad {last} efter hundratusen tomma rader är inte läst.",)
            self.stop = True
        if self._row > MOST_ROWS:
            raise too_large(self._file_name)

    def _end_row(self) -> None:
        if self._cells:
            width = max(self._cells) + 1
            self.rows.append(Row(self._row, tuple(self._cells.get(column) for column in range(width))))
            self._cells = {}

    def _begin_cell(self, attributes: Attributes) -> None:
        reference = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = _column(reference[1]) if reference else self._column + 1
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._formula = None
        self._value = ""
        self._length = 0

    def _end_cell(self) -> None:
        value = self._cell()
        if value is None or self.stop:
            return
        self.count += 1
        if self._column >= MOST_COLUMNS or self.count > self._room:
            raise too_large(self._file_name)
        self._cells[self._column] = value

    def _end_formula(self) -> None:
        text = self._taken()
        if self._shared_key:
            text = self._shared.setdefault(self._shared_key, text)
        self._formula = f"={text}"

    def _taken(self) -> str:
        text = "".join(self._pieces or ())
        self._pieces = None
        return text

    def _cell(self) -> Cell:
        if self._formula is not None:
            return Formula(self._formula)
        if not self._value:
            return None
        try:
            return cell_value(self._facts, self._type, self._style, self._value)
        except (ValueError, IndexError) as error:
            raise damaged(self._file_name, f"row {self._row}: {error}") from error


def _column(letters: str) -> int:
    """The number of a column from 0: "A" is 0, "AA" is 26."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1
