"""A selection of records as the bytes of a file, of the kind that its ending says."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib import import_module

from itadmin.services.exchange_form import ExchangeForm
from itadmin.services.exporting.records import RecordSheets, Selection
from itadmin.services.exporting.separated import write_separated
from itadmin.services.exporting.sheet import Written
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading

_WORKBOOK = "itadmin.services.exporting.workbook"

Make = Callable[[Reading, Selection, Progress], Written]


def make_file(reading: Reading, selection: Selection, ending: str, progress: Progress) -> Written:
    """The file of a selection; equal records and day give equal bytes.

    Raises KnownError, among them CancelledError when `progress` is told to stop.
    """
    return _MAKERS[ending](reading, selection, progress)


def _workbook(reading: Reading, selection: Selection, progress: Progress) -> Written:
    sheets = RecordSheets(reading, selection, progress).apart()
    title = f"{selection.register.plural} – {reading.organisation().label}"
    written: Written = import_module(_WORKBOOK).write_workbook(sheets, title, reading.day)
    return written


def _separated(reading: Reading, selection: Selection, progress: Progress) -> Written:
    return write_separated(RecordSheets(reading, selection, progress).together())


def _objects(reading: Reading, selection: Selection, progress: Progress) -> Written:
    """Whole records, whichever fields are chosen: those who read it expect every key."""
    form = ExchangeForm(reading)
    reads = RecordSheets(reading, selection, progress).reads()
    texts = (json.dumps(form.record(selection.register, read), ensure_ascii=False, indent=2) for read in reads)
    listed = ",\n".join(f"  {text}".replace("\n", "\n  ") for text in texts)
    return Written((f"[\n{listed}\n]\n" if listed else "[]\n").encode("utf-8"))


_MAKERS: Mapping[str, Make] = {".xlsx": _workbook, ".csv": _separated, ".json": _objects}
ENDINGS = tuple(_MAKERS)
"""The endings that can be written, the usual one first."""
