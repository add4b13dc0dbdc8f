"""What of the starter list a register has, and what would be added."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.registers.systems import System
from itadmin.domain.text import fold
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.starter import Tick, names_of, product_named, proposals, registered
from itadmin.services.starter_list import SystemKind, starter_list
from itadmin.services.workspace import Workspace

STARTER = starter_list()
KINDS = {kind.key: kind for kind in STARTER.kinds}
CARE = KINDS["omsorg.verksamhetssystem"]
FAMILY = KINDS["ifo.verksamhetssystem"]
LEARNING = KINDS["skola.larplattform"]


def record(workspace: Workspace, record_id: UUID) -> System:
    found = workspace.reading().one("systems", record_id).record
    assert isinstance(found, System)
    return found


# What is in the register


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"name": "Något", "starter_key": LEARNING.key}, LEARNING.key),
        ({"name": "VKLASS"}, LEARNING.key),
        ({"name": "Lärplattformen", "product": "Vklass"}, LEARNING.key),
        ({"name": "lärplattform"}, LEARNING.key),
        ({"name": "Skola24", "area": "Förskola och skola"}, "skola.schema"),
        ({"name": "Stratsys", "area": "ledning och styrning"}, "ledning.verksamhetsstyrning"),
        ({"name": "Vklass", "starter_key": "okand.nyckel"}, None),
        ({"name": "Något annat"}, None),
    ],
)
def test_a_system_is_known_by_its_key_its_name_or_its_product(
    workspace: Workspace, values: dict[str, str], key: str | None
) -> None:
    record_id = workspace.records.add("systems", values)
    found = registered(workspace.reading(), STARTER).systems
    assert {name: system.id for name, system in found.items() if name in KINDS} == ({key: record_id} if key else {})


def test_one_system_is_of_one_kind(workspace: Workspace) -> None:
    first = workspace.records.add("systems", {"name": "Skola24"})
    second = workspace.records.add("systems", {"name": "Skola24"})
    found = registered(workspace.reading(), STARTER).systems
    assert {system.id for system in found.values()} == {first, second}
    assert set(found) == {"skola.schema", "skola.franvaro"}


@pytest.mark.parametrize("exact", ["Lärplattform", "Vklass"])
def test_a_system_of_that_name_goes_before_one_with_such_a_product(workspace: Workspace, exact: str) -> None:
    workspace.records.add("systems", {"name": "Alla barns", "product": "Vklass"})
    named = workspace.records.add("systems", {"name": exact})
    assert registered(workspace.reading(), STARTER).systems[LEARNING.key].id == named


def test_a_system_called_as_its_kind_goes_before_one_called_as_a_product(workspace: Workspace) -> None:
    workspace.records.add("systems", {"name": "Vklass", "area": LEARNING.area.name})
    named = workspace.records.add("systems", {"name": LEARNING.name, "area": "Något annat"})
    assert registered(workspace.reading(), STARTER).systems[LEARNING.key].id == named


def test_what_lies_in_the_bin_is_not_there(workspace: Workspace) -> None:
    workspace.records.delete("systems", [workspace.records.add("systems", {"name": "Vklass"})])
    assert registered(workspace.reading(), STARTER).systems == {}


# Proposals


@pytest.fixture
def proposed(tmp_path: Path, around: Surroundings) -> Iterator[Workspace]:
    opened = Workspace(create(tmp_path / "f.itadmin", "1460", "", around, starter=True), around)
    yield opened
    opened.close()


def test_a_new_file_may_begin_with_every_kind_as_a_proposal(proposed: Workspace) -> None:
    there = registered(proposed.reading(), STARTER)
    assert set(there.proposals) == set(KINDS)
    assert (dict(there.systems), there.names) == ({}, frozenset())
    assert proposed.undo.state().undo == ""
    care = record(proposed, there.proposals[CARE.key])
    assert (care.name, care.suggestion, care.lifecycle, care.classified_on) == (CARE.name, True, "", None)


def test_every_proposal_is_an_acceptable_record() -> None:
    assert len(list(proposals(STARTER))) == len(KINDS)


# Names


def test_a_name_that_is_taken_gets_its_kind_after_it() -> None:
    ticks = [Tick(CARE, "Lifecare"), Tick(FAMILY, "lifecare"), Tick(LEARNING)]
    assert names_of(ticks, ()) == ["Lifecare", f"lifecare – {FAMILY.name}", LEARNING.name]
    assert names_of(ticks[:1], [fold("Lifecare"), fold(f"Lifecare – {CARE.name}")]) == [f"Lifecare – {CARE.name} 2"]


@given(
    st.lists(st.tuples(st.sampled_from(STARTER.kinds), st.sampled_from(["", "Lifecare", "LIFECARE", "Å", "a"]))),
    st.sets(st.sampled_from([fold("Lifecare"), "a", fold(CARE.name)])),
)
def test_names_differ_from_each_other_and_from_those_taken(
    wanted: list[tuple[SystemKind, str]], taken: set[str]
) -> None:
    folded = [fold(name) for name in names_of([Tick(kind, text) for kind, text in wanted], taken)]
    assert len(set(folded)) == len(wanted)
    assert not taken & set(folded)


def test_a_product_is_looked_for_in_its_kind_first() -> None:
    found = product_named(STARTER, " open  eplatform", KINDS["etjanst.plattform"])
    assert found is not None
    assert (found.name, found.supplier) == ("Open ePlatform", "Nordic Peak")
    assert product_named(STARTER, "") is None
    assert product_named(STARTER, "finns inte") is None
