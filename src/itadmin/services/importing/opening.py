"""A file as what an import begins with: its best sheet under its headings, and which column is which field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from itadmin.domain.identity import keys_of
from itadmin.domain.problems import KnownError
from itadmin.domain.register import Register
from itadmin.domain.text import clean_line
from itadmin.services.importing.headings import ID, Columns, Headed, find_sheet, importable, propose
from itadmin.services.importing.name_parts import name_parts
from itadmin.services.reviewing.answers import ANSWER
from itadmin.services.tables.reading import read_table

_MOST_SHOWN = 20
_LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Proposal:
    """A file read for a register. `sheets` are the names of its sheets that hold something."""

    register: Register
    file_name: str
    sheets: tuple[str, ...]
    table: Headed
    columns: Columns

    @property
    def not_taken(self) -> tuple[str, ...]:
        """The headings of the columns that are no field; not of what files of the program's own hold beside those."""
        kept = importable(self.register)
        own = {field.label for name, field in self.register.fields.items() if name not in kept}
        found = ((column, heading.strip()) for column, heading in enumerate(self.table.headings))
        exported = ID in self.columns.values()
        taken = {*self.columns, *name_parts(self.register, self.table.headings, self.columns).values()}
        return tuple(
            heading
            for column, heading in found
            if heading and column not in taken and not (exported and (heading in own or heading == ANSWER))
        )


def open_for(register: Register, path: Path) -> Proposal:
    """Read a file and propose what its columns are. Raises KnownError when there is nothing that can be taken in."""
    table = read_table(path)
    found = find_sheet(register, table)
    columns = propose(register, found.headings)
    proposal = Proposal(register, path.name, tuple(sheet.name for sheet in table.sheets if sheet.rows), found, columns)
    require_key(register, columns, found, path.name)
    return proposal


def require_key(register: Register, columns: Columns, table: Headed, file_name: str) -> None:
    """Refuse columns by which no record can be recognised, and a table without rows. Raises KnownError."""
    if not table.rows:
        raise KnownError(f"{file_name} har inga rader under rubrikerna. Välj en annan fil eller ett annat blad.")
    wanted = [key.fields[0] for key in keys_of(register)]
    if not {ID, *wanted} & set(columns.values()):
        labels = " eller ".join(
            register.fields[name].label for name in reversed(wanted) if name in importable(register)
        )
        raise KnownError(
            f"{file_name} har ingen kolumn för {labels}. Ge kolumnen den rubriken. Rubrikerna som hittades på rad "
            f"{table.number}: {_listed(table.headings)}."
        )


def _listed(headings: Iterable[str]) -> str:
    """Headings in a sentence: as many and as much of each as it can bear."""
    shown = [clean_line(heading) for heading in headings if heading.strip()]
    parts = [heading if len(heading) <= _LONGEST_SHOWN else f"{heading[:_LONGEST_SHOWN]}…" for heading in shown]
    return ", ".join(parts[:_MOST_SHOWN]) + (" …" if len(parts) > _MOST_SHOWN else "")
