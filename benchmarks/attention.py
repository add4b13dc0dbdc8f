"""How fast the start page has what it shows: the work list and the figures of 2,000 systems and 6,000 agreements."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.material import make_register
from benchmarks.runner import Figures, Run, in_turns, seconds
from itadmin.services.attention import overview
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.workspace import open_reading

_SYSTEMS, _AGREEMENTS = 2000, 6000


def measure(run: Run) -> Figures:
    """Milliseconds to work out the list from an open file, with its number of lines."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bevakning.itadmin"
        make_register(path, _SYSTEMS, _AGREEMENTS)
        reading = open_reading(path, SAMPLE_DAY)
        times = in_turns(run, {"work_list": lambda: seconds(lambda: overview(reading))})
        lines = len(overview(reading)[0].lines)
        reading.close()
    return {"work_list_ms": median(times["work_list"]) * 1000, "work_list_lines": lines}
