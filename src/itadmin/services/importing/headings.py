"""Which row of a sheet has the headings, and which column is which field: by label, identifier and habit.

Only proposes. What people call their columns stands in `resources/import/headings.toml`.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile

from itadmin.assets import asset
from itadmin.domain.fields import Computed, Rows
from itadmin.domain.register import Register
from itadmin.services.tables.table import Row, Sheet, Table, cell_text

ID = "id"
"""The column of record ids, which an export has and no field is called."""

Columns = Mapping[int, str]
"""Which column, counted from 0, is which field, or `ID`; a column that is not taken in is left out."""

_LOOKED_AT = 40
_LONGEST_HEADING = 200
_SHORTEST_BEGINNING = 4
_PARENTHESIS = re.compile(r"\s*[(\[].*?[)\]]\s*")
_SIGNS = re.compile(r"[.:*?!\s\u00a0]+")


@dataclass(frozen=True, slots=True)
class Headed:
    """A sheet under its headings. `number` is the row of the headings, 0 where none is taken for them."""

    sheet: str
    number: int
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()


def importable(register: Register) -> tuple[str, ...]:
    """The fields that one may choose for a column, in order of definition; not what is computed or rows of its own."""
    return tuple(name for name, field in register.fields.items() if not isinstance(field, (Computed, Rows)))


def rows_of(register: Register) -> tuple[str, ...]:
    """The fields of rows of their own: taken in from a column that bears the identifier, as JSON."""
    return tuple(name for name, field in register.fields.items() if isinstance(field, Rows))


def headed(sheet: Sheet, number: int) -> Headed:
    """A sheet under the headings of a row; rows that repeat them, as between printed pages, are left out."""
    row = next(each for each in sheet.rows if each.number == number)
    headings = tuple(cell_text(cell) for cell in row.cells)
    rows = tuple(each for each in sheet.rows if each.number > number and each.cells != row.cells)
    return Headed(sheet.name, number, headings, rows, sheet.remarks)


def find_headings(register: Register, sheet: Sheet) -> Headed:
    """A sheet under the row that says most of the register's fields, among the first; else under its first row.

    Raises ValueError for a sheet without rows.
    """
    if not sheet.rows:
        raise ValueError("an empty sheet has no headings")
    first = sheet.rows[:_LOOKED_AT]
    best = max(first, key=lambda row: (_hits(register, row), -row.number))
    if not _hits(register, best):
        best = next((row for row in first if len([cell for cell in row.cells if cell]) > 1), first[0])
    return headed(sheet, best.number)


def find_sheet(register: Register, table: Table) -> Headed:
    """The sheet whose headings say most of the register's fields; the first of equals."""
    found = [find_headings(register, sheet) for sheet in table.sheets if sheet.rows]
    return max(found, key=lambda each: len(propose(register, each.headings)))


def _hits(register: Register, row: Row) -> int:
    """How many of a row's cells are fields; the naming field counts for two more, ties going to what names records."""
    headings = [cell if isinstance(cell, str) else "" for cell in row.cells]
    proposed = propose(register, headings)
    return len(proposed) + (2 if register.title_fields[0] in proposed.values() else 0)


def propose(register: Register, headings: Sequence[str]) -> dict[int, str]:
    """Which column probably is which field: no field twice, and nothing where nothing is known.

    A file with a column of ids is an export of the program's own, and takes headings at their word: what it calls by
    the label of a computed field is that and nothing else.
    """
    wanted = [normal_heading(heading) for heading in headings]
    exported = ID in wanted
    found: dict[int, str] = {}
    for test in (_exact(register, with_computed=exported), {} if exported else _usual(register)):
        for column, heading in enumerate(wanted):
            names = test.get(heading, ()) if heading and column not in found else ()
            free = next((name for name in names if name not in found.values()), None)
            if free is not None:
                found[column] = free
    if not exported:
        found |= _beginnings(register, wanted, found)
    kept, rows = {ID, *importable(register)}, rows_of(register)
    return {
        column: name
        for column, name in sorted(found.items())
        if name in kept or (name in rows and wanted[column] == normal_heading(name))
    }


def _exact(register: Register, *, with_computed: bool) -> dict[str, list[str]]:
    """Fields by label and by identifier."""
    names: dict[str, list[str]] = {ID: [ID]}
    for name, field in register.fields.items():
        if with_computed or not isinstance(field, (Computed, Rows)):
            names.setdefault(normal_heading(field.label), []).append(name)
    for name in (*importable(register), *rows_of(register)):
        names.setdefault(normal_heading(name), []).append(name)
    return names


def _usual(register: Register) -> dict[str, list[str]]:
    """Fields by what their columns are usually called."""
    return {normal_heading(word): [name] for name, words in habits().get(register.name, {}).items() for word in words}


def _beginnings(register: Register, wanted: Sequence[str], found: Mapping[int, str]) -> dict[int, str]:
    """Columns whose heading is the beginning of one field's label or usual word, and of no other's: "Leverant."."""
    more: dict[int, str] = {}
    words = [(normal_heading(register.fields[name].label), name) for name in importable(register)]
    words += [(normal_heading(word), name) for name, each in habits().get(register.name, {}).items() for word in each]
    words.sort()
    for column, heading in enumerate(wanted):
        if column in found or len(heading) < _SHORTEST_BEGINNING:
            continue
        names = _beginning_with(words, heading)
        names -= {*found.values(), *more.values()} if names else set()
        if len(names) == 1:
            more[column] = names.pop()
    return more


def _beginning_with(words: Sequence[tuple[str, str]], heading: str) -> set[str]:
    """The fields of those words, in order, that begin with a heading."""
    after = islice(words, bisect_left(words, (heading, "")), None)
    return {name for _word, name in takewhile(lambda each: each[0].startswith(heading), after)}


@lru_cache(maxsize=1)
def habits() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """What columns are usually called, by register and field."""
    found: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads(
        asset("resources", "import", "headings.toml").read_text(encoding="utf-8")
    )
    return found


def normal_heading(heading: str) -> str:
    """A heading as it is compared: small letters, no parentheses, no full stops, single spaces; a text is none."""
    if len(heading) > _LONGEST_HEADING:
        return ""
    whole = _PARENTHESIS.sub(" ", heading)
    return _SIGNS.sub(" ", (whole if whole.strip() else heading).casefold().replace("_", " ")).strip()


def likely_register(registers: Iterable[Register], table: Table, preferred: Register) -> Register:
    """The register whose fields most of a table's columns are, of equals the one whose list shows more of them.

    `preferred` is taken where that does not part them.
    """
    found = []
    for register in registers:
        names = propose(register, find_sheet(register, table).headings).values()
        in_list = sum(name in register.columns for name in names)
        found.append((len(names), in_list, register is preferred, register))
    return max(found, key=lambda item: item[:3])[3]
