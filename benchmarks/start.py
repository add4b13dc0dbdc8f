"""How fast the program starts: from the process to the window, to its first page, and to a list that answers keys.

Every measurement is a fresh process, started as the program is; the floor is the barest window that PySide6 can
paint. The first turn of each side lets Python keep its compiled modules and the program its first backup of the file.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.material import make_register
from benchmarks.processes import Told, run_child
from benchmarks.runner import Figure, Figures, Run, compared, in_turns

SYSTEMS = 1000

_MOMENTS = ("first_paint", "list_painted", "usable_list")
_START_PAGE = "start_page"
_MEMORY = "memory_bytes"
_BYTES_PER_MB = 1_000_000


def measure(run: Run) -> Figures:
    """Times to the first paint, to the start page and to a list of 1,000 systems, and the memory that is then held."""
    with TemporaryDirectory(prefix="itadmin-") as temporary:
        file, settings, other = (Path(temporary) / name for name in ("matning.itadmin", "lista.ini", "start.ini"))
        make_register(file, SYSTEMS)

        def program() -> Told:
            return run_child("benchmarks.children.program_window", str(file), str(settings), str(SYSTEMS))

        def start_page() -> Told:
            return run_child("benchmarks.children.program_start", str(file), str(other))

        def bare() -> Told:
            return run_child("benchmarks.floors.bare_window")

        told = in_turns(run, {"program": program, _START_PAGE: start_page, "floor": bare})
    floor = [each.ms("first_paint") for each in told["floor"]]
    figures: dict[str, Figure] = {}
    for name in _MOMENTS:
        figures[name] = compared([each.ms(name) for each in told["program"]], floor)
    figures[_START_PAGE] = compared([each.ms(_START_PAGE) for each in told[_START_PAGE]], floor)
    memory = [each.values[_MEMORY] for each in told["program"] if _MEMORY in each.values]
    if memory:
        figures["memory_mb"] = median(memory) / _BYTES_PER_MB
    return figures
