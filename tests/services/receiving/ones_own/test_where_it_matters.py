"""Records that change an answer when they are one's own change nothing when a neighbour has kept the same.

That the answer changes by one's own is what shows that the neighbour's is left out, and not merely without weight.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.attention import work_list
from itadmin.services.costs import costs_of
from itadmin.services.reading import Reading
from itadmin.services.training.plans import modules_of
from itadmin.services.workspace import Workspace
from itadmin.storage.queries import findings
from itadmin.storage.queries.training import training_facts

TODAY = date(2026, 11, 22)
Ids = Mapping[str, UUID]
Scene = tuple[str, Callable[[Ids], Mapping[str, Any]], Callable[[Reading, Ids], Any]]


@pytest.fixture
def ids(workspace: Workspace, server_change: dict[str, UUID]) -> Ids:
    """A system with somebody who answers for it and is to learn it, a full course, and a change that is told of."""
    add = workspace.records.add
    anna, bo = (add("people", {"name": name}) for name in ("Anna Ek", "Bo Al"))
    system = add("systems", {"name": "Lifecare", "lifecycle": "i_drift", "hosting": "egen_drift"})
    add("roles", {"kind": "systemansvarig", "system": str(system), "person": str(anna), "starts_on": "2026-01-01"})
    add("audience_members", {"audience": "slutanvandare", "person": str(anna), "system": str(system)})
    plan = add("training_plans", {"title": "Plan", "kind": "system", "system": str(system)})
    module = add("training_modules", _module(plan, "Grund"))
    session = add("training_sessions", {"title": "Kurs", "starts_on": "2026-11-23", "seats": 1, "status": "oppet"})
    seat = {"session": str(session), "status": "anmald"}
    add("training_participations", {**seat, "person": str(anna)})
    about = {"change": str(server_change["change"]), "organisation": str(server_change["Socialförvaltningen"])}
    add("platform_notices", {**about, "informed_on": "2026-11-01"})
    return {**server_change, "system": system, "plan": plan, "module": module, "session": session, "bo": bo}


def _module(plan: UUID, title: str) -> Mapping[str, Any]:
    demands = [{"audience": "slutanvandare", "demand": "obligatorisk"}]
    return {"title": title, "plan": str(plan), "demands": demands}


def _work_of(name: str) -> Callable[[Reading, Ids], Any]:
    def asked(reading: Reading, ids: Ids) -> Any:
        lines = [line for line in work_list(reading).lines if line.record_id == ids[name]]
        return [(line.kind, line.reason, line.responsible) for line in lines]

    return asked


def _found(register: str, name: str) -> Callable[[Reading, Ids], Any]:
    def asked(reading: Reading, ids: Ids) -> Any:
        with reading.file.reading() as connection:
            one = findings.found(connection, REGISTERS[register], ids[name], reading.day)
            every = findings.found_in_all(connection, REGISTERS[register], reading.day)
        assert every.get(ids[name].bytes, ()) == tuple(one)
        return one

    return asked


def _demanded(reading: Reading, _ids: Ids) -> Any:
    """The moments that are asked of everybody who is to learn, as all are read at once."""
    with reading.file.reading() as connection:
        return training_facts(connection, reading.day).modules


SCENES: Mapping[str, Scene] = {
    "who answers for a system": (
        "roles",
        lambda ids: {
            "kind": "systemansvarig", "system": str(ids["system"]), "person": str(ids["bo"]), "starts_on": "2026-06-01",
        },
        _work_of("system"),
    ),
    "until when a role is held": (
        "roles",
        lambda ids: {
            "kind": "systemagare", "system": str(ids["system"]), "person": str(ids["bo"]), "ends_on": "2026-12-01",
        },
        _work_of("system"),
    ),
    "who is told of a change": (
        "platform_notices",
        lambda ids: {"change": str(ids["change"]), "organisation": str(ids["Bildningsförvaltningen"])},
        _work_of("change"),
    ),
    "who takes a seat": (
        "training_participations",
        lambda ids: {"session": str(ids["session"]), "person": str(ids["bo"]), "status": "anmald"},
        _found("training_sessions", "session"),
    ),
    "how many use a system, in costs": (
        "system_uses",
        lambda ids: {"system": str(ids["system"]), "organisation": str(ids["Socialförvaltningen"]), "user_count": 40},
        lambda reading, ids: costs_of(reading).users.get(ids["system"].bytes),
    ),
    "what a plan teaches": (
        "training_modules",
        lambda ids: _module(ids["plan"], "Fördjupning"),
        lambda reading, ids: modules_of(reading, ids["plan"]),
    ),
    "what a plan demands": ("training_modules", lambda ids: _module(ids["plan"], "Fördjupning"), _demanded),
    "which agreement a system has": (
        "agreements",
        lambda ids: {
            "title": "Drift", "kind": "driftavtal", "status": "gallande", "systems": [str(ids["system"])],
        },
        _found("systems", "system"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("scene", SCENES)
def test_what_a_neighbour_keeps_changes_nothing(
    workspace: Workspace, ids: Ids, received: Callable[..., UUID], scene: str
) -> None:
    register, values, ask = SCENES[scene]
    before = ask(workspace.reading(TODAY), ids)
    kept = workspace.records.add(register, dict(values(ids)))
    assert ask(workspace.reading(TODAY), ids) != before
    received(register, kept)
    assert ask(workspace.reading(TODAY), ids) == before
