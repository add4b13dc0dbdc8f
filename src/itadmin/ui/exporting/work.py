"""What is done with a list that leaves the window: the file is made of a private copy, on the worker thread. No Qt.

Papers and workbooks are made by modules that are slow to load, so whoever asks first loads them, on that thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib import import_module
from uuid import UUID

from itadmin.documents.register_list import ListOnPaper
from itadmin.domain.columns import OWNER
from itadmin.domain.register import Register
from itadmin.domain.text import file_name
from itadmin.services.exporting.files import make_file
from itadmin.services.exporting.records import Selection, all_fields
from itadmin.services.exporting.sheet import Written
from itadmin.services.progress import Progress
from itadmin.services.reading import ListQuery, Reading

PAPER = ".pdf"
_MAKING = "itadmin.documents.making"


@dataclass(frozen=True)
class Listed:
    """What a list shows: of which register, which records, which fields, and how it reads as a sentence.

    `number` is how many rows there are; `selected` are those that are chosen, in their order.
    """

    register: Register
    query: ListQuery
    columns: tuple[str, ...]
    selected: tuple[UUID, ...]
    sentence: str
    number: int

    def file_name(self, ending: str, day: str) -> str:
        """The name to propose for its file."""
        return file_name(f"{self.register.plural}_{day}{ending}")


@dataclass(frozen=True)
class Wish:
    """What is to become of it: the kind of file by its ending, the chosen rows or all, the shown columns or all."""

    ending: str
    only_selected: bool = False
    every_field: bool = False

    def fields(self, listed: Listed) -> tuple[str, ...]:
        """The fields that the file will have; a paper has the columns that are shown."""
        return all_fields(listed.register) if self.every_field and self.ending != PAPER else listed.columns


def make(reading: Reading, listed: Listed, wish: Wish, progress: Progress) -> Written:
    """The file that is wished for, and close the reading. Raises KnownError."""
    with closing(reading):
        ids: Sequence[UUID] = (
            listed.selected if wish.only_selected else reading.keys(listed.register.name, listed.query)
        )
        fields = wish.fields(listed)
        if wish.ending == PAPER:
            shown = ListOnPaper(listed.register, ids, fields, listed.register.plural, listed.sentence)
            return Written(import_module(_MAKING).make_list(reading, shown))
        described = tuple(name for name in fields if name != OWNER)
        selection = Selection(listed.register, ids, described, owners=listed.query.all_owners)
        return make_file(reading, selection, wish.ending, progress)
