"""How fast it is told who lacks what: 5,000 people held to 200 moment each, of which a third has been done.

The floor is the same rows read as plain SQL, and no more. Both begin with an open file, and nothing is kept in between.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from benchmarks.material import filled_register
from benchmarks.runner import Figures, Run, compared, in_turns, seconds
from itadmin.domain.changes import Change
from itadmin.services.clock import Surroundings
from itadmin.services.reading import Reading
from itadmin.services.sample_values import SAMPLE_DAY, addition
from itadmin.services.training.lacking import lacking
from itadmin.services.workspace import open_reading

_PEOPLE, _MODULES, _PLANS = 5000, 200, 20
_DEPARTMENTS = 40
_SESSIONS_OF_PERSON = 33
_SEATS = 25
_SEEN = 40
_MS = 1000
_PARTICIPATIONS = """
SELECT person, session, module, completed_on FROM training_participations
WHERE status = 'genomford' AND deleted = 0 AND placeholder = 0
"""
_FIRST_DAY = SAMPLE_DAY - timedelta(days=850)


def measure(run: Run) -> Figures:
    """Milliseconds until figures of all parts and the first rows are there, and how many lines there are."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "utbildning.itadmin"
        run.tell(f"gör ett register med {_PEOPLE} personer och {_MODULES} moment")
        filled_register(path, _changes)
        reading = open_reading(path, SAMPLE_DAY)
        times = in_turns(
            run,
            {
                "own": lambda: seconds(lambda: _answer(reading)) * _MS,
                "floor": lambda: seconds(lambda: _rows(reading)) * _MS,
            },
        )
        rows = len(lacking(reading).rows)
        reading.close()
    return {"lacking_5000": compared(times["own"], times["floor"]), "lacking_rows": rows}


def _answer(reading: Reading) -> object:
    answer = lacking(reading)
    totals = (answer.whole, answer.by_system, answer.by_audience, answer.by_municipality, answer.by_module)
    return totals, answer.rows[:_SEEN]


def _rows(reading: Reading) -> object:
    with reading.file.reading() as connection:
        return connection.exec_driver_sql(_PARTICIPATIONS).all()


def _changes(around: Surroundings, own: UUID) -> Iterator[Change]:
    departments = [around.new_id() for _ in range(_DEPARTMENTS)]
    for number, department in enumerate(departments, start=1):
        values = {"name": f"Förvaltning {number}", "kind": "forvaltning", "parent": str(own)}
        yield addition("organisations", department, values)
    people = [around.new_id() for _ in range(_PEOPLE)]
    for number, person in enumerate(people):
        values = {"name": f"Person {number:04}", "organisation": str(departments[number % _DEPARTMENTS])}
        yield addition("people", person, values)
    modules = [around.new_id() for _ in range(_MODULES)]
    yield from _plans(around, people, modules)
    yield from _done(around, people, modules)


def _plans(around: Surroundings, people: list[UUID], modules: list[UUID]) -> Iterator[Change]:
    each = len(modules) // _PLANS
    for number in range(_PLANS):
        system, plan = around.new_id(), around.new_id()
        yield addition("systems", system, {"name": f"System {number:02}", "lifecycle": "i_drift"})
        about = {"title": f"Utbildningsplan {number:02}", "kind": "system", "system": str(system), "all_staff": True}
        adopted = {"status": "faststalld", "adopted_on": "2026-01-15", "version": "1.0"}
        yield addition("training_plans", plan, {**about, **adopted})
        for place, module in enumerate(modules[number * each : (number + 1) * each]):
            yield addition("training_modules", module, _module(plan, number, place))
        for person in people[number::_PLANS]:
            values = {"audience": "superanvandare", "person": str(person), "system": str(system)}
            yield addition("audience_members", around.new_id(), values)


def _module(plan: UUID, number: int, place: int) -> dict[str, Any]:
    held = (("slutanvandare", "obligatorisk"), ("superanvandare", "fore_behorighet"))
    return {
        "title": f"Moment {number:02}-{place}",
        "plan": str(plan),
        "place": place,
        "valid_months": 24 if place % 2 else None,
        "demands": [{"audience": audience, "demand": demand} for audience, demand in held],
    }


def _done(around: Surroundings, people: list[UUID], modules: list[UUID]) -> Iterator[Change]:
    """Sessions of two moment each, and those who were there: every third of them, whoever one is."""
    pairs = list(zip(modules[::2], modules[1::2], strict=True))
    for number in range(_SESSIONS_OF_PERSON):
        for first in range(0, len(people), _SEATS):
            seated = people[first : first + _SEATS]
            session = around.new_id()
            yield addition(
                "training_sessions", session, _session(number, pairs[(first // _SEATS + 3 * number) % len(pairs)])
            )
            for person in seated:
                values = {"status": "genomford", "person": str(person), "session": str(session)}
                yield addition("training_participations", around.new_id(), values)


def _session(number: int, modules: tuple[UUID, UUID]) -> dict[str, Any]:
    day = _FIRST_DAY + timedelta(days=number * 25)
    return {
        "title": f"Tillfälle {number + 1}",
        "modules": [str(module) for module in modules],
        "status": "genomfort",
        "starts_on": day.isoformat(),
    }
