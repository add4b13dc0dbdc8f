"""How fast what a neighbour shares is shown and taken in: a usual file, and one of 72,000 records.

The floor of the large one is the same merge as plain SQL: the staging database attached to a copy of the same file,
what is gone deleted and all else inserted or updated by id. It compares nothing and indexes no words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import UUID

from benchmarks.runner import Figures, Run, compared, in_turns
from benchmarks.shares import Kommun, new_register
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.words import BUILT_IN
from itadmin.services.creation import other_municipalities
from itadmin.services.receiving.parcels import Parcel
from itadmin.services.receiving.preview import Preview
from itadmin.services.receiving.taking import put_in
from itadmin.services.sample_values import addition
from itadmin.storage.connection import connect
from itadmin.storage.engine import RegisterFile, open_register
from itadmin.storage.sharing.placing import Placement, place
from itadmin.storage.sharing.reader import read_share
from itadmin.storage.sharing.staging import Staging
from itadmin.storage.tables import TABLES, RegisterTables
from itadmin.storage.unit_of_work import StepNote

_SENDER, _RECEIVER = "1438", "1460"
_SYSTEMS, _AGREEMENTS = 200, 600
_MANY_SYSTEMS, _MANY_AGREEMENTS = 12_000, 60_000
_CHANGED, _GONE = 10, 50
"""Of the many, one in so many is another one the second time, and one in so many is gone."""


def measure(run: Run) -> Figures:
    """Preview and receipt of a usual file in milliseconds, and two receipts of 72,000 records against the floor."""
    empty = new_register(_RECEIVER)
    content = _usual_file()
    first, second = _many(0), _many(1)
    with TemporaryDirectory() as name:
        sides = {
            "usual": lambda: _usual(Path(name), empty, content),
            "ours": lambda: _ours(Path(name), empty, first, second),
            "floor": lambda: _floor(Path(name), empty, first, second),
        }
        found = in_turns(run, sides)
    times = {side: [[part * 1000 for part in parts] for parts in rounds] for side, rounds in found.items()}
    return {
        "preview_800_ms": median(parts[0] for parts in times["usual"]),
        "apply_800_ms": median(parts[1] for parts in times["usual"]),
        "first_72000": compared([parts[0] for parts in times["ours"]], [parts[0] for parts in times["floor"]]),
        "again_72000": compared([parts[1] for parts in times["ours"]], [parts[1] for parts in times["floor"]]),
    }


# A usual file


def _usual_file() -> bytes:
    kommun = Kommun(_SENDER, new_register(_SENDER), "usual")
    systems = [kommun.around.new_id() for _ in range(_SYSTEMS)]
    records = [addition("systems", system, _system(number)) for number, system in enumerate(systems)]
    for number in range(_AGREEMENTS):
        values = {**_agreement(number), "systems": [str(systems[number % _SYSTEMS])]}
        records.append(addition("agreements", kommun.around.new_id(), values))
    kommun.write(*records)
    content = kommun.share()
    kommun.close()
    return content


def _usual(folder: Path, empty: bytes, content: bytes) -> tuple[float, float]:
    """Seconds to read and preview, the reader's process included, and to take in."""
    with closing(_open(folder, empty)) as file:
        moments = [perf_counter()]
        with closing(file.copy()) as copy:
            found = Parcel("x.itdelning", read_share(content))
            Preview(copy, found).close()
        moments.append(perf_counter())
        around = Kommun(_RECEIVER, empty, "usual").around
        put_in(file, around, [found])
        moments.append(perf_counter())
    return moments[1] - moments[0], moments[2] - moments[1]


# Very many records


def _many(turn: int) -> bytes:
    """A staging database of very many records; the second time some are gone and some say something else."""
    staging = Staging(municipality_id(_SENDER))
    for name, number in (("systems", _MANY_SYSTEMS), ("agreements", _MANY_AGREEMENTS)):
        records = list(_staged(REGISTERS[name], number, turn))
        staging.add(REGISTERS[name], records[0][2].keys(), records)
    return staging.content()


def _staged(register: Register, number: int, turn: int) -> Iterator[tuple[bytes, str, dict[str, object]]]:
    for each in range(number):
        if turn and each % _GONE == 0:
            continue
        plain = _system(each) if register.name == "systems" else _agreement(each)
        plain["note"] = "Ändrad" if turn and each % _CHANGED == 1 else None
        if register.name == "agreements":
            system = (each % (_MANY_SYSTEMS // _GONE)) * _GONE + 1
            plain["systems"] = [str(UUID(bytes=_id("systems", system)))]
        yield _id(register.name, each), str(plain[register.title_fields[0]]), plain


def _id(register: str, number: int) -> bytes:
    return (1 if register == "systems" else 2).to_bytes(8, "big") + number.to_bytes(8, "big")


def _ours(folder: Path, empty: bytes, first: bytes, second: bytes) -> tuple[float, float]:
    """Seconds of the two receipts."""
    always = other_municipalities(municipality_id(_RECEIVER))
    moments = []
    with closing(_open(folder, empty)) as file:
        for number, database in enumerate((first, second)):
            step = StepNote(UUID(int=number + 1), "2026-11-22T12:00:00.000+00:00", "Mätning")
            placement = Placement(municipality_id(_SENDER), database, BUILT_IN, lambda _connection, _step: None)
            before = perf_counter()
            place(file, "Tog emot", step, [placement], always)
            moments.append(perf_counter() - before)
    return moments[0], moments[1]


def _floor(folder: Path, empty: bytes, first: bytes, second: bytes) -> tuple[float, float]:
    path = folder / "golv.itadmin"
    path.write_bytes(empty)
    moments = []
    with closing(connect(path)) as raw:
        for database in (first, second):
            before = perf_counter()
            raw.execute("ATTACH ':memory:' AS s")
            raw.deserialize(database, name="s")
            raw.execute("BEGIN IMMEDIATE")
            for name in ("systems", "agreements"):
                _merge(raw, TABLES[name])
            raw.execute("COMMIT")
            raw.execute("DETACH s")
            moments.append(perf_counter() - before)
    return moments[0], moments[1]


def _merge(raw: sqlite3.Connection, tables: RegisterTables) -> None:
    main = tables.main.name
    names = ["owner", "revision", "deleted", "shared", "placeholder", "label", "sort_key", *tables.columns]
    listed = ", ".join(f'"{name}"' for name in names)
    sets = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
    owner = municipality_id(_SENDER).bytes
    raw.execute(f"DELETE FROM main.{main} WHERE owner = ? AND id NOT IN (SELECT id FROM s.{main})", (owner,))
    raw.execute(
        f"INSERT INTO main.{main} (id, {listed}) SELECT id, {listed} FROM s.{main} WHERE true "
        f"ON CONFLICT (id) DO UPDATE SET {sets}"
    )
    for side in (*tables.links.values(), *tables.rows.values()):
        raw.execute(f"DELETE FROM main.{side.name} WHERE record IN (SELECT id FROM s.{main})")
        columns = ", ".join(f'"{column.name}"' for column in side.c)
        raw.execute(f"INSERT INTO main.{side.name} ({columns}) SELECT {columns} FROM s.{side.name}")


def _open(folder: Path, content: bytes) -> RegisterFile:
    path = folder / "mottagare.itadmin"
    path.write_bytes(content)
    return open_register(path, "Mätning")


def _system(number: int) -> dict[str, object]:
    return {
        "name": f"System {number:05}",
        "purpose": "Stöd för handläggning. Används dagligen av handläggare och chefer.",
        "area": "Omsorg",
        "category": "verksamhetssystem",
        "lifecycle": "i_drift",
        "product": f"Produkt {number % 97}",
        "user_count": number % 400,
        "annual_cost": (number % 300) * 100_000,
    }


def _agreement(number: int) -> dict[str, object]:
    return {
        "title": f"Avtal {number:05}",
        "number": f"A-{number}",
        "kind": "supportavtal",
        "status": "gallande",
        "annual_price": (number % 300) * 100_000,
        "starts_on": f"20{10 + number % 15}-01-01",
        "first_term_months": 36,
        "notice_months": 6,
    }
