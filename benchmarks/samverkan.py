"""How fast the region is laid out: 2,000 systems by ten kommuner, each with a record and a word of its own of each.

The floor is the same rows read as plain SQL, and no more. Both begin with an open file, and nothing is kept in between.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from benchmarks.agreements import varied_terms
from benchmarks.material import agreement_values, filled_register
from benchmarks.runner import Figures, Run, compared, in_turns, seconds
from itadmin.domain.changes import Change
from itadmin.domain.identifiers import municipality_id
from itadmin.services.clock import Surroundings
from itadmin.services.reading import Reading
from itadmin.services.sample_values import SAMPLE_DAY, addition
from itadmin.services.samverkan.matrix import matrix_of
from itadmin.services.samverkan.openings import openings
from itadmin.services.samverkan.planner import plan_of
from itadmin.services.samverkan.trend import trend_of
from itadmin.services.workspace import open_reading

ROWS, KOMMUNER, AGREEMENTS = 2000, 10, 6000
_OWN = "1460"
_CODES = (_OWN, *(str(1700 + number) for number in range(1, KOMMUNER)))
_AREAS = 12
_MS = 1000
_FLOOR = (
    "SELECT id, owner, label, sort_key, area, lifecycle, user_count, annual_cost FROM systems WHERE deleted = 0",
    "SELECT system, municipality, owner, level, target_level, starts_on, ends_on, id FROM cooperation_levels",
    "SELECT id, owner, label, starts_on, first_term_months, renewal_months, notice_months FROM agreements",
)
_GIVEN_AWAY = (
    "UPDATE cooperation_levels SET owner = municipality",
    "UPDATE systems SET owner = (SELECT owner FROM cooperation_levels WHERE system = systems.id)",
    """
    UPDATE agreements SET owner =
        (SELECT systems.owner FROM agreements_systems JOIN systems ON systems.id = target WHERE record = agreements.id)
    """,
)
"""How records become those of the kommuner that they are about, as if they had been received."""


def measure(run: Run) -> Figures:
    """Milliseconds for the matrix, the openings in order, the plan of one system, and the trend of them all."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "region.itadmin"
        run.tell(f"gör ett register med {ROWS} system i {KOMMUNER} kommuner")
        make_region(path)
        reading = open_reading(path, SAMPLE_DAY)
        matrix = matrix_of(reading)
        sides = {
            "floor": lambda: _floor(reading),
            "matrix": lambda: matrix_of(reading),
            "openings": lambda: openings(reading, matrix_of(reading)),
            "plan": lambda: plan_of(reading, matrix, matrix.rows[0]),
            "trend": lambda: trend_of(reading, matrix),
        }
        times = in_turns(run, {name: _timed(work) for name, work in sides.items()})
        reading.close()
    return {
        "matrix_2000x10": compared(times["matrix"], times["floor"]),
        "opportunities_2000x10": compared(times["openings"], times["floor"]),
        "alignment_ms": median(times["plan"]),
        "trend_2000x10_ms": median(times["trend"]),
        "cells": sum(len(row.cells) for row in matrix.rows),
    }


def make_region(path: Path) -> None:
    """Make a file in which every kommun has each system, and says how far it has come with it."""
    filled_register(path, _changes)
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in _GIVEN_AWAY:
            connection.execute(statement)


def _timed(work: Any) -> Any:
    return lambda: seconds(work) * _MS


def _floor(reading: Reading) -> object:
    with reading.file.reading() as connection:
        return [connection.exec_driver_sql(query).all() for query in _FLOOR]


def _changes(around: Surroundings, _own: UUID) -> Iterator[Change]:
    kommuner = [str(municipality_id(code)) for code in _CODES]
    for code, kommun in zip(_CODES[1:], kommuner[1:], strict=True):
        values = {"name": f"Kommun {code}", "kind": "kommun", "municipality_code": code}
        yield addition("organisations", UUID(kommun), values)
    yield addition("regions", around.new_id(), {"name": "Mätning", "members": kommuner})
    supplier = around.new_id()
    values = {"name": "Leverantör AB", "kind": "leverantor", "organisation_number": "5560360793"}
    yield addition("organisations", supplier, values)
    systems = []
    for number in range(ROWS):
        for place, kommun in enumerate(kommuner):
            system = around.new_id()
            systems.append(system)
            yield addition("systems", system, {**_system(number, place), "supplier": str(supplier)})
            about = {"system": str(system), "municipality": kommun}
            yield addition("cooperation_levels", around.new_id(), {**about, **_level(number, place)})
    for number, terms in enumerate(varied_terms(AGREEMENTS)):
        values = {**agreement_values(number, terms, systems[number * 7 % len(systems)]), "kind": "supportavtal"}
        yield addition("agreements", around.new_id(), values)


def _system(number: int, place: int) -> dict[str, Any]:
    return {
        "name": f"System {number:04}",
        "product": f"Produkt {number}",
        "area": f"Område {number % _AREAS}",
        "lifecycle": "i_drift",
        "user_count": number % 300,
        "annual_cost": number * 1000,
        "function_rating": "daligt" if (number + place) % 17 == 0 else "bra",
        "competence_rating": "sarbar" if (number + place) % 13 == 0 else "god",
    }


def _level(number: int, place: int) -> dict[str, Any]:
    level = (number + place) % 6
    return {
        "level": str(level),
        "target_level": str(min(level + 1, 5)),
        "starts_on": f"{2010 + number % 15}-01-01",
    }
