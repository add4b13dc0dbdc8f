"""What is worked out of one's own – lists, sums, charts, papers – is as before the neighbour said the same of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calendar import Interval
from itadmin.domain.problems import KnownError
from itadmin.services import (
    access,
    agreements,
    demand,
    dependencies,
    duplicates,
    families,
    handover,
    incidents,
    people_twins,
    starter,
)
from itadmin.services.acting.case import case_of
from itadmin.services.attention import overview
from itadmin.services.audit_pack import audit_pack
from itadmin.services.costs.gathering import costs_around, costs_of
from itadmin.services.costs.year import year_of
from itadmin.services.gantt.charts import gantt_of, gantt_of_all
from itadmin.services.goals import measures, shown
from itadmin.services.implementation.parts import parts_of as plan_parts
from itadmin.services.implementation.parts import plans_of
from itadmin.services.papers import about, numbers
from itadmin.services.planner import activities, days
from itadmin.services.platform.proposals import proposed_systems
from itadmin.services.platform.standing import standing_of
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading
from itadmin.services.retention import erasure
from itadmin.services.reviewing import rounds, sheets
from itadmin.services.sessions import sign_up
from itadmin.services.sessions.parts import parts_of
from itadmin.services.starter_list import starter_list
from itadmin.services.steering import versions as steering_versions
from itadmin.services.training import coverage, plans, versions
from itadmin.services.training.head_counts import head_counts_of
from itadmin.services.training.of_person import trainings_of
from itadmin.storage.queries.timeline import timeline_facts

TODAY = date(2026, 11, 22)
SPAN = Interval(date(2026, 1, 1), date(2028, 12, 31))
Ask = Callable[[Reading], Any]


def _each(register: str, ask: Callable[[Reading, UUID], Any]) -> Ask:
    """What is asked of every own record of a register; a sentence that refuses counts as an answer."""

    def asked(reading: Reading) -> dict[UUID, Any]:
        return {key: _answer(partial(ask, reading, key)) for key in reading.keys(register)}

    return asked


def _answer(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except KnownError as error:
        return str(error)


def _carried(reading: Reading, system: UUID) -> Any:
    carried = dependencies.dependencies(reading, system).carried
    return [(flow, [read.record for read in reads]) for flow, reads in carried.items()]


def _timeline(reading: Reading) -> Any:
    with reading.file.reading() as connection:
        return timeline_facts(connection, reading.day)


def _subject(register: str) -> Callable[[Reading, UUID], Any]:
    def gathered(reading: Reading, key: UUID) -> Any:
        subject = incidents.subject_of(reading, register, key)
        return subject and incidents.gather(reading, subject)

    return gathered


def _trainings(reading: Reading, person: UUID) -> Any:
    return trainings_of(reading, person, reading.referring("training_participations", "person", person))


ASKED: dict[str, Ask] = {
    "attention": overview,
    "duplicates": duplicates.candidates,
    "people twins": people_twins.people_candidates,
    "next number of an agreement": lambda reading: agreements.propose_number(reading, TODAY),
    "operations agreement": _each(
        "systems", lambda reading, key: agreements.operations_agreement_draft(reading, key, TODAY)
    ),
    "goals of a document": _each("steering_documents", shown.goals_of),
    "goals": measures.counted,
    "costs": lambda reading: [year_of(reading, costs_of(reading), year) for year in (2026, 2027)],
    "costs of a system": _each(
        "systems", lambda reading, key: year_of(reading, costs_around(reading, "systems", key), 2026)
    ),
    "costs of an agreement": _each(
        "agreements", lambda reading, key: year_of(reading, costs_around(reading, "agreements", key), 2026)
    ),
    "timeline": _timeline,
    "wheel": lambda reading: (days.days_of(reading, SPAN), activities.happening(reading, SPAN)),
    "gantt": lambda reading: gantt_of_all(reading).rows,
    "gantt of a plan": _each("implementations", lambda reading, key: gantt_of(reading, key).rows),
    "coverage": coverage.coverage,
    "head counts": head_counts_of,
    "plan of a system": _each("systems", plans.plan_of_system),
    "plan": _each(
        "training_plans", lambda reading, key: (plans.modules_of(reading, key), versions.versions_of(reading, key))
    ),
    "trainings of a person": _each("people", _trainings),
    "platform": _each("platform_changes", standing_of),
    "platform proposals": lambda reading: proposed_systems(reading, "server", "Prov"),
    "implementation": _each("implementations", plan_parts),
    "implementations of a system": _each("systems", plans_of),
    "what is written of a person": _each("people", erasure.written_about),
    "erasure": _each("people", lambda reading, key: erasure.erasure_of(reading, [key])),
    "review": lambda reading: (
        rounds.shares(reading, TODAY),
        [read.record for read in rounds.to_review(reading)],
        sheets.reviewers(reading),
    ),
    "document": _each("steering_documents", steering_versions.versions_of),
    "agreement and what it leads to": _each("agreements", case_of),
    "handlingar": lambda reading: (about.unsigned_papers(reading), numbers.next_number(reading)),
    "participants": _each("training_sessions", parts_of),
    "evaluation": _each(
        "training_sessions",
        lambda reading, key: (sign_up.evaluation_of(reading, key), sign_up.obstacles_at(reading, key)),
    ),
    "dependencies": _each("systems", _carried),
    "family": _each("agreements", lambda reading, key: families.family(reading, "agreements", "main_agreement", key)),
    "handover": _each("people", handover.current_roles),
    "access": _each("systems", lambda reading, key: access.grants(reading, system=key)),
    "incident of a system": _each("systems", _subject("systems")),
    "incident of a supplier": _each("organisations", _subject("organisations")),
    "starter list": lambda reading: starter.registered(reading, starter_list()),
    "demand": lambda reading: [
        demand.held_by_systems(reading, read.record)
        for read in reading.many("agreements", reading.keys("agreements")).values()
    ],
    "audit pack": lambda reading: audit_pack(reading, b"", Progress()),
}


@pytest.mark.parametrize("asked", ASKED)
def test_what_is_worked_out_is_as_it_was(both: Any, asked: str) -> None:
    before = ASKED[asked](both.before)
    assert before
    assert repr(ASKED[asked](both.after)) == repr(before)
