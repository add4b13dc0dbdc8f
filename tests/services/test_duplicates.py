"""Pairs to decide about, and the verdict that sticks."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from itadmin.domain.identifiers import municipality_id
from itadmin.services import duplicates
from itadmin.services.findings import of_record
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.workspace import Workspace
from itadmin.storage.tables import TABLES


@pytest.fixture
def system(workspace: Workspace) -> Callable[..., UUID]:
    def add(name: str, **values: Any) -> UUID:
        return workspace.records.add("systems", {"name": name, **values})

    return add


def found(workspace: Workspace, most: int = 500) -> list[tuple[set[str], str]]:
    pairs = duplicates.candidates(workspace.reading(), most).pairs
    labels = workspace.reading().labels("systems", [key for pair in pairs for key in (pair.one, pair.other)])
    return [({labels[pair.one], labels[pair.other]}, pair.reason) for pair in pairs]


def test_pairs_are_found_by_names_products_and_spelling(workspace: Workspace, system: Callable[..., UUID]) -> None:
    supplier = str(workspace.records.add("organisations", {"name": "Tieto"}))
    system("Lifecare")
    system("Lifcare")
    system("Treserva", short_name="TSV")
    system("Verksamhetssystem IFO", aliases="Treserva")
    system("Edlevo skola", supplier=supplier, product="Edlevo")
    system("Förskoleportalen", supplier=supplier, product="Edlevo")
    system("Ensam")
    assert found(workspace) == [
        ({"Edlevo skola", "Förskoleportalen"}, "produkt"),
        ({"Treserva", "Verksamhetssystem IFO"}, "andra_namn"),
        ({"Lifecare", "Lifcare"}, "stavning"),
    ]


def test_only_own_confirmed_systems_outside_the_bin_are_compared(
    workspace: Workspace, system: Callable[..., UUID]
) -> None:
    system("Lifecare")
    system("Lifecare", suggestion=True)
    binned, received = system("Lifecare"), system("Lifecare")
    workspace.records.delete("systems", [binned])
    main = TABLES["systems"].main
    with workspace.file.writing() as connection:
        connection.execute(update(main).where(main.c.id == received).values(owner=municipality_id("1438")))
    assert found(workspace) == []


def test_what_is_said_not_to_be_the_same_is_never_asked_again(
    workspace: Workspace, system: Callable[..., UUID]
) -> None:
    one, other, third = (system("Lifecare") for _ in range(3))
    changes = duplicates.not_the_same(workspace.records, workspace.reading(), one, other)
    assert changes.title == "Lifecare och Lifecare är inte samma"
    workspace.records.apply(changes)
    left = [{pair.one, pair.other} for pair in duplicates.candidates(workspace.reading()).pairs]
    assert left == [{one, third}, {other, third}]
    workspace.undo.undo()
    assert len(found(workspace)) == 3
    workspace.undo.redo()
    assert len(found(workspace)) == 2


def test_what_is_said_to_be_the_same_comes_first_though_nothing_is_alike(
    workspace: Workspace, system: Callable[..., UUID]
) -> None:
    system("Alfa")
    system("Alfa")
    one, other = system("Treserva"), system("Lifecare")
    workspace.records.add("matches", {"verdict": "samma", "one": str(one), "other": str(other)})
    assert found(workspace) == [({"Treserva", "Lifecare"}, "sagt"), ({"Alfa"}, "namn")]
    workspace.records.apply(duplicates.not_the_same(workspace.records, workspace.reading(), other, one))
    [match] = workspace.reading().keys("matches")
    assert workspace.reading().one("matches", match).label == "Inte samma"
    assert found(workspace) == [({"Alfa"}, "namn")]
    workspace.records.save("matches", match, {"verdict": "samma"})
    workspace.records.delete("systems", [one])
    assert found(workspace) == [({"Alfa"}, "namn")]


def test_a_pair_comes_once_whatever_is_said_and_no_weighs_more_than_yes(
    workspace: Workspace, system: Callable[..., UUID]
) -> None:
    one, other = system("Alfa"), system("Alfa")
    workspace.records.add("matches", {"verdict": "samma", "one": str(one), "other": str(other)})
    assert found(workspace) == [({"Alfa"}, "sagt")]
    workspace.records.add("matches", {"verdict": "inte_samma", "one": str(other), "other": str(one)})
    assert found(workspace) == []


def test_many_are_cut_and_it_is_said(workspace: Workspace, system: Callable[..., UUID]) -> None:
    for _ in range(4):
        system("Lifecare")
    whole, part = (duplicates.candidates(workspace.reading(), most) for most in (6, 5))
    assert (len(whole.pairs), whole.more) == (6, False)
    assert (len(part.pairs), part.more) == (5, True)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Ål", "ål", "Al", "al", "ÄL", "Lifecare", "LIFECARE", "Lifcare", "System 1", "System 01"]),
            st.sampled_from(["Tieto", "IST", ""]),
            st.sampled_from(["Edlevo", "edlevo", ""]),
        ),
        max_size=6,
    ),
    st.data(),
)
def test_the_finding_and_the_pairs_agree_where_equality_tells(
    workspace: Workspace, given_systems: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    records = workspace.records
    old = workspace.reading().keys("systems")
    records.delete("systems", old)
    suppliers = {name: str(records.add("organisations", {"name": name})) for name in ("Tieto", "IST")} | {"": None}
    ids = [
        records.add("systems", {"name": name, "supplier": suppliers[supplier], "product": product or None})
        for name, supplier, product in given_systems
    ]
    couples = [(one, other) for one in ids for other in ids if one != other]
    for one, other in data.draw(st.lists(st.sampled_from(couples))) if couples else ():
        records.add("matches", {"verdict": "inte_samma", "one": str(one), "other": str(other)})
    reading = workspace.reading()
    pairs = [pair for pair in duplicates.candidates(reading).pairs if pair.reason in ("namn", "produkt")]
    told = {key for key in ids for item in of_record(reading, "systems", key) if item.key == "mojlig_dubblett"}
    assert told == {key for pair in pairs for key in (pair.one, pair.other)}


def test_how_far_the_search_has_come_is_told_and_it_can_be_stopped(
    workspace: Workspace, system: Callable[..., UUID]
) -> None:
    for name in "AB":
        system(name)
    progress = Progress()
    duplicates.candidates(workspace.reading(), progress=progress)
    assert progress.done == progress.total > 0
    progress.cancel()
    with pytest.raises(CancelledError):
        duplicates.candidates(workspace.reading(), progress=progress)
