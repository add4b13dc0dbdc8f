"""An overview: what a window tells as tables, to be saved as a file or printed. Names no register."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from itadmin.services.exporting.separated import write_separated
from itadmin.services.exporting.sheet import Sheet, Written
from itadmin.services.reading import Reading

ENDINGS = (".xlsx", ".csv")
_WORKBOOK = "itadmin.services.exporting.workbook"


@dataclass(frozen=True, slots=True)
class Overview:
    """What it is called, a sentence about what is in it, and its tables, the one with most detail last.

    The rows of the tables can be read more than once.
    """

    title: str
    told: str
    tables: tuple[Sheet, ...]


def overview_file(reading: Reading, overview: Overview, ending: str) -> Written:
    """The overview as a file of the kind that `ending` says, one of `ENDINGS`; a .csv has the last table only."""
    if ending == ENDINGS[0]:
        written: Written = import_module(_WORKBOOK).write_workbook(list(overview.tables), overview.title, reading.day)
        return written
    return write_separated(overview.tables[-1])
