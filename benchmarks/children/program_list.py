"""The program's own list in a process of its own: how long each act takes until its first page is painted.

    python -m benchmarks.children.program_list FILE

What a large list prepares after it has been opened is waited for first, as it is done before one has read a line.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter_ns

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.acts import FILTERS, PAGE, SORTS, keystrokes, nanoseconds, tell
from benchmarks.children.witness import Witness
from itadmin.domain.identifiers import seeded_id_source
from itadmin.domain.registers import REGISTERS
from itadmin.services.clock import Surroundings
from itadmin.services.orders import Orders
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.sample_values import SAMPLE_MOMENT
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.register.list_pane import ListPane
from itadmin.ui.register.table_model import RegisterModel

_HEIGHT = 880
_TALLEST = 5000
_TURNS_TO_REST = 5
_OPENINGS = 10
_SCROLLS = 120
_RECORDS = 20


class Trial:
    """A list in a window, and what is done to it."""

    def __init__(self, application: QApplication, file: Path) -> None:
        ids = seeded_id_source("benchmarks", int(SAMPLE_MOMENT.timestamp() * 1000))
        around = Surroundings(lambda: SAMPLE_MOMENT, ids.new, "Mätning", "itadmin")
        self._application = application
        self._file = open_register(file, "Mätning")
        self._workspace = Workspace(self._file, around)
        self.model = RegisterModel(REGISTERS["systems"], self._workspace.reading)
        look = Look(application, Scheme.LIGHT, 1.0)
        self.pane = ListPane(look, self.model)
        self.pane.show_state(empty=False, filtered=False)
        self.pane.resize(look.metrics.list_max, _HEIGHT)
        self.pane.show()
        self._answered_at = 0
        Witness(self.pane, QRect(0, 0, 1, _TALLEST), self._on_painted).show()
        application.processEvents()

    @property
    def reading(self) -> Reading:
        """The register that is listed."""
        return self._workspace.reading()

    def answer(self, query: ListQuery) -> int:
        """How long a list takes until its first page is painted; the rest comes after that."""
        self._answered_at = 0
        started = perf_counter_ns()
        self.model.load(query)
        self.wait(lambda: self._answered_at or not self.model.pending)
        self.pane.table.viewport().update()  # what has come below the rows that are seen is painted by nobody
        self.wait(lambda: self._answered_at and not self.model.pending)
        for _ in range(_TURNS_TO_REST):
            self._application.processEvents()
        return self._answered_at - started

    def _on_painted(self) -> None:
        """The list has been painted: it has answered when that is a full page, or all there is."""
        is_answer = self.model.begun and (not self.model.pending or self.model.rowCount() >= PAGE)
        if is_answer and not self._answered_at:
            self._answered_at = perf_counter_ns()

    def open_anew(self) -> int:
        """The same for a file of which nothing is known yet."""
        fresh = Reading(self._file, self.reading.day, Orders(self._file))
        self.model.read_from(lambda: fresh)
        taken = self.answer(ListQuery())
        self.model.read_from(self._workspace.reading)
        return taken

    def scroll(self, part: float) -> int:
        """How long it takes to show another part of the list."""
        bar = self.pane.table.verticalScrollBar()

        def act() -> None:
            bar.setValue(round(bar.maximum() * part))
            self.pane.table.viewport().repaint()

        return nanoseconds(act)

    def prepare(self) -> None:
        """Let the list prepare what is a click away."""
        self.answer(ListQuery())
        timers = self.model.findChildren(QTimer)
        self.wait(lambda: not any(timer.isActive() for timer in timers))

    def wait(self, done: Callable[[], object]) -> None:
        """Let the window go on until something is done."""
        while not done():
            self._application.processEvents()

    def open_record(self, row: int) -> int:
        """How long it takes to read a record with all that refers to it."""
        record_id, reading = self.model.id_at(row), self.reading
        return nanoseconds(lambda: (reading.one("systems", record_id), reading.related("systems", record_id)))


def main(arguments: Sequence[str]) -> int:
    """Do everything and tell how long it takes."""
    (file,) = arguments
    trial = Trial(QApplication(sys.argv[:1]), Path(file))
    trial.answer(ListQuery())
    gc.freeze()  # as the program does when it is loaded
    opened = [trial.open_anew() for _ in range(_OPENINGS)]
    trial.prepare()
    scrolled = [trial.scroll((step * 37 % _SCROLLS) / _SCROLLS) for step in range(_SCROLLS)]
    number = trial.model.rowCount()
    records = [trial.open_record(number * step // _RECORDS) for step in range(_RECORDS)]
    filtered = [trial.answer(ListQuery(conditions=(item,))) for item in FILTERS]
    filtered += [trial.answer(ListQuery("om", conditions=(item,))) for item in FILTERS]
    ordered = [
        trial.answer(ListQuery(sort=name, descending=descending)) for name in SORTS for descending in (False, True)
    ]
    searched = [trial.answer(ListQuery(typed)) for typed in keystrokes()]
    found = [nanoseconds(partial(trial.reading.find, typed, PAGE)) for typed in keystrokes()]
    tell(
        {
            "open": opened,
            "scroll": scrolled,
            "filter": filtered,
            "sort": ordered,
            "search": searched,
            "find": found,
            "open_record": records,
        }
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
