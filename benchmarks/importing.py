"""How fast a table is taken in: an Excel file of 5,000 systems, from its bytes to a preview and to records.

The floor writes the same values, as text, into one bare table of a database file with plain sqlite3: no reading of
Excel, no keys, people, rules, history or search.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date
from itertools import count, pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.floors.inserting import insert_rows
from benchmarks.runner import Figures, Run, compared, in_turns
from itadmin.domain.registers import REGISTERS
from itadmin.services.clock import Surroundings, real_surroundings
from itadmin.services.creation import create
from itadmin.services.exporting.sheet import Column, Row, Sheet
from itadmin.services.exporting.workbook import write_workbook
from itadmin.services.importing.applying import write_plan
from itadmin.services.importing.opening import open_for
from itadmin.services.importing.planning import plan
from itadmin.services.progress import Progress
from itadmin.services.workspace import open_workspace

_ROWS = 5000
_DAY = date(2026, 11, 22)
_STEPS = ("read", "plan", "write")
_HEADINGS = (
    "Systemnamn", "Förvaltn.", "Ägare", "Systemansvarig", "Lev.", "Produkt", "Version", "Antal anv", "Driftsatt",
    "Kostnad/år", "K", "R", "T", "Status", "Personuppgifter",
)  # fmt: skip
_STATES = ("Drift", "I drift", "Under införande", "Avvecklad")


def measure(run: Run) -> Figures:
    """Rows a second from file to records, the parts of it in milliseconds, and the whole against the floor."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        around = real_surroundings()
        table, empty = folder / "lista.xlsx", folder / "tomt.itadmin"
        rows = _rows()
        table.write_bytes(write_workbook([_sheet(rows)], "Mätning", _DAY).content)
        create(empty, "1460", "", around).close()
        numbers = count()

        def ours() -> dict[str, float]:
            place = folder / str(next(numbers))
            place.mkdir()
            shutil.copy(empty, place / "register.itadmin")
            return _taken_in(place / "register.itadmin", table, around)

        def floor() -> dict[str, float]:
            return {"write": insert_rows(folder / f"{next(numbers)}.sqlite", _HEADINGS, rows)}

        found = in_turns(run, {"ours": ours, "floor": floor})
    whole = [sum(times.values()) * 1000 for times in found["ours"]]
    floors = [times["write"] * 1000 for times in found["floor"]]
    return {
        "rows_per_s": _ROWS / median(whole) * 1000,
        "floor_rows_per_s": _ROWS / median(floors) * 1000,
        "take_in_5000": compared(whole, floors),
        **{f"{step}_ms": median(times[step] for times in found["ours"]) * 1000 for step in _STEPS},
    }


def _taken_in(register: Path, table: Path, around: Surroundings) -> dict[str, float]:
    """Seconds to read and propose, to plan, and to write with its backup."""
    systems = REGISTERS["systems"]
    with closing(open_workspace(register, around)) as workspace:
        moments = [perf_counter()]
        proposal = open_for(systems, table)
        moments.append(perf_counter())
        with closing(workspace.snapshot()) as reading:
            found = plan(reading, systems, proposal.table, proposal.columns, around.new_id, Progress())
        moments.append(perf_counter())
        write_plan(workspace, found)
        moments.append(perf_counter())
    if found.count("ny") != _ROWS or found.problems:
        raise RuntimeError("the table was not taken in as it should")
    return dict(zip(_STEPS, (after - before for before, after in pairwise(moments)), strict=True))


def _sheet(rows: list[Row]) -> Sheet:
    return Sheet("System", tuple(Column(heading) for heading in _HEADINGS), rows)


def _rows() -> list[Row]:
    return [_row(number) for number in range(_ROWS)]


def _row(number: int) -> Row:
    person = f"Anna{chr(ord('a') + number % 26)} Ek"
    return (
        f"System {number:05}",
        f"Förvaltning {number % 9}",
        "Socialchef" if number % 3 else "Ekonomichef",
        f"{person} <{person.replace(' ', '.').lower()}@kommun.example>",
        f"Leverantör {number % 300} AB",
        f"Produkt {number % 97}",
        str(number % 20),
        str(number * 7 % 500),
        str(2004 + number % 20),
        f"{5 + number % 400} tkr",
        *(str((number + place) % 4) for place in range(3)),
        _STATES[number % len(_STATES)],
        "Ja" if number % 2 else "Nej",
    )
