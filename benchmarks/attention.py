"""How fast what 2,000 systems and 6,000 agreements ask for is there: the work list and its figures, pictures of time.

The calendar and the roadmap are measured with the lanes that are seen at first, the work list with its first lines put
in words. It is made as the window makes it of a file of this size: beside the window, where nothing is collected until
the work is done.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.material import make_register
from benchmarks.runner import Figures, Run, in_turns, seconds
from itadmin.services.attention import overview
from itadmin.services.collecting import nothing_collected
from itadmin.services.planner.wheel import Asked, wheel_of
from itadmin.services.reading import Reading
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.timeline import Shown, View, chart_of
from itadmin.services.workspace import open_reading

_SYSTEMS, _AGREEMENTS = 2000, 6000
_SEEN = 40


def measure(run: Run) -> Figures:
    """Milliseconds to work out the list from an open file, with its number of lines."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bevakning.itadmin"
        make_register(path, _SYSTEMS, _AGREEMENTS)
        reading = open_reading(path, SAMPLE_DAY)
        times = in_turns(
            run,
            {
                "work_list": lambda: _beside_the_window(lambda: _first_lines(reading)),
                "calendar": lambda: seconds(lambda: _first_lanes(reading, View.CALENDAR)),
                "roadmap": lambda: seconds(lambda: _first_lanes(reading, View.ROADMAP)),
                "wheel": lambda: seconds(lambda: wheel_of(reading, Asked(SAMPLE_DAY.year + 1))),
            },
        )
        lines = len(overview(reading)[0].lines)
        reading.close()
    return {
        "work_list_ms": median(times["work_list"]) * 1000,
        "work_list_lines": lines,
        "calendar_ms": median(times["calendar"]) * 1000,
        "roadmap_ms": median(times["roadmap"]) * 1000,
        "wheel_ms": median(times["wheel"]) * 1000,
    }


def _beside_the_window(work: Callable[[], object]) -> float:
    with nothing_collected():
        return seconds(work)


def _first_lines(reading: Reading) -> list[str]:
    work, _figures = overview(reading)
    return [line.reason for line in work.lines[:_SEEN]]


def _first_lanes(reading: Reading, view: View) -> None:
    chart = chart_of(reading, Shown(view)).chart
    for place in range(_SEEN):
        chart.lane(place)
