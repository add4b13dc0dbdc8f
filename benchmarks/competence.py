"""How fast kompetenskartan is there: 100 people by 40 areas, read from an open file, and drawn with all its cells.

The floor of drawing is the same cells as bare rectangles with their digits, and no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from uuid import UUID

from benchmarks.material import filled_register
from benchmarks.processes import run_child
from benchmarks.runner import Figures, Run, compared, in_turns, seconds
from itadmin.domain.changes import Change
from itadmin.services.clock import Surroundings
from itadmin.services.competence.ground import ground_of
from itadmin.services.competence.heat_map import Asked, heat_map
from itadmin.services.reading import Reading
from itadmin.services.sample_values import SAMPLE_DAY, addition
from itadmin.services.workspace import open_reading

PEOPLE, AREAS = 100, 40
_CHILD = "benchmarks.children.competence_map"
_LEVELS = 5
_MS, _NS_PER_MS = 1000, 1_000_000


def measure(run: Run) -> Figures:
    """Milliseconds until the map is read, and until all of it is painted in a window: first, and again."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kompetens.itadmin"
        run.tell(f"gör ett register med {PEOPLE} personer och {AREAS} områden")
        filled_register(path, _changes)
        reading = open_reading(path, SAMPLE_DAY)
        times = in_turns(run, {"read": lambda: seconds(lambda: _read(reading)) * _MS})
        reading.close()
        told = run_child(_CHILD, str(path), str(run.rounds))
    rounds = range(run.rounds)
    own, floor = ([told.value(f"{side}_{number}") / _NS_PER_MS for number in rounds] for side in ("own", "floor"))
    return {
        "map_read_ms": median(times["read"]),
        "map_first_ms": told.value("first") / _NS_PER_MS,
        "map_drawn": compared(own, floor),
    }


def _read(reading: Reading) -> object:
    return heat_map(reading, ground_of(reading), Asked())


def _changes(around: Surroundings, own: UUID) -> Iterator[Change]:
    unit = around.new_id()
    yield addition("organisations", unit, {"name": "IT-enheten", "kind": "it_enhet", "parent": str(own)})
    areas = [around.new_id() for _ in range(AREAS)]
    for number, area in enumerate(areas):
        yield addition("networks", area, {"name": f"Område {number:02}", "place": number})
    for number in range(PEOPLE):
        person = around.new_id()
        yield addition("people", person, {"name": f"Person {number:03}", "organisation": str(unit)})
        for place, area in enumerate(areas):
            level, wanted = (number + place) % _LEVELS, (number * place) % _LEVELS
            values = {"person": str(person), "area": str(area), "level": str(level), "wanted_level": str(wanted)}
            yield addition("competences", around.new_id(), values)
