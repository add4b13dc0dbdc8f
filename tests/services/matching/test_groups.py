"""Which systems of the region are tied: by product, by what has been said, and never against an answer."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import update

from itadmin.services.matching import groups
from itadmin.services.workspace import Workspace
from itadmin.storage.tables import TABLES

Add = Callable[..., UUID]


def tied(workspace: Workspace, *systems: UUID) -> list[list[int]]:
    """The groups that some systems make, each as the places of its members."""
    found = groups(workspace.reading())
    keys = [system.bytes for system in systems]
    made = {tuple(sorted(map(keys.index, found.members(key)))) for key in keys}
    return sorted(map(list, made))


def test_the_same_product_ties_by_itself(workspace: Workspace, system: Add, supplier: Add) -> None:
    ours, theirs = supplier("Tietoevry AB", "556001-0000"), supplier("Tieto Evry", "556001-0000", "1438")
    other = supplier("CGI", "556001-0018", "1439")
    systems = (
        system("Vård", product="Lifecare", supplier=ours),
        system("Lifecare", "1438", product="LifeCare", supplier=theirs),
        system("Lifecare", "1439", product="Lifecare", supplier=other),
        system("Lifecare", "1440", product="Lifecare"),
        system("Lifecare", "1440", supplier=theirs),
    )
    assert tied(workspace, *systems) == [[0, 1], [2], [3], [4]]


def test_a_supplier_without_a_number_is_whoever_of_that_name_has_one(
    workspace: Workspace, system: Add, supplier: Add
) -> None:
    named, numbered = supplier("Tietoevry"), supplier("Tietoevry AB", "556001-0000", "1438")
    systems = (
        system("Ett", product="Lifecare", supplier=named),
        system("Två", "1438", product="Lifecare", supplier=numbered),
    )
    assert tied(workspace, *systems) == [[0, 1]]
    second = supplier("Tietoevry", "556001-0026", "1439")
    systems = (*systems, system("Tre", "1439", product="Lifecare", supplier=second))
    assert tied(workspace, *systems) == [[0], [1], [2]]


def test_a_kind_of_the_starter_list_ties_with_the_product_only(workspace: Workspace, system: Add) -> None:
    kind = "omsorg.verksamhetssystem"
    systems = (
        system("Vårdsystemet", starter_key=kind, product="Lifecare"),
        system("Lifecare", "1438", starter_key=kind, product="Lifecare"),
        system("Treserva", "1439", starter_key=kind, product="Treserva"),
        system("Verksamhetssystem", "1440", starter_key=kind),
        system("Verksamhetssystem", "1441", starter_key=kind),
    )
    assert tied(workspace, *systems) == [[0, 1], [2], [3], [4]]


def test_answers_tie_and_keep_apart(workspace: Workspace, system: Add, supplier: Add, verdict: Add) -> None:
    maker = supplier("CGI", "556001-0018")
    ours, theirs, third = (
        system("Alfa", product="Alfa", supplier=maker),
        system("Alfa", "1438", product="Alfa", supplier=maker),
        system("Beta", "1439"),
    )
    assert tied(workspace, ours, theirs, third) == [[0, 1], [2]]
    verdict(ours, theirs, "inte_samma")
    verdict(theirs, third)
    assert tied(workspace, ours, theirs, third) == [[0], [1, 2]]


def test_our_verdict_goes_before_that_of_others_and_the_newest_of_theirs_before_older(
    workspace: Workspace, system: Add, verdict: Add
) -> None:
    ours, theirs = system("Alfa"), system("Beta", "1438")
    verdict(ours, theirs, "samma", "1438")
    assert tied(workspace, ours, theirs) == [[0, 1]]
    verdict(theirs, ours, "inte_samma", "1439")
    assert tied(workspace, ours, theirs) == [[0], [1]]
    mine = verdict(ours, theirs)
    verdict(theirs, ours, "inte_samma", "1440")
    assert tied(workspace, ours, theirs) == [[0, 1]]
    workspace.records.delete("matches", [mine])
    assert tied(workspace, ours, theirs) == [[0], [1]]


def test_systems_hang_together_through_one_that_is_not_here(workspace: Workspace, system: Add, verdict: Add) -> None:
    ours, away, theirs = system("Alfa"), system("Beta", "1438"), system("Gamma", "1439")
    verdict(ours, away)
    verdict(away, theirs)
    main = TABLES["systems"].main
    with workspace.file.writing() as connection:
        connection.execute(update(main).where(main.c.id == away).values(placeholder=True))
    found = groups(workspace.reading())
    assert set(found.members(ours.bytes)) == {ours.bytes, theirs.bytes}
    assert away.bytes not in found.owners
    assert set(found.owners) == {ours.bytes, theirs.bytes}


@pytest.mark.parametrize("hidden", ["bin", "proposal"])
def test_proposals_and_the_bin_are_in_no_group(workspace: Workspace, system: Add, hidden: str) -> None:
    ours = system("Alfa", suggestion=hidden == "proposal" or None)
    if hidden == "bin":
        workspace.records.delete("systems", [ours])
    assert groups(workspace.reading()).owners == {}


def test_what_might_as_well_be_tied_otherwise_is_unclear_until_somebody_says(
    workspace: Workspace, system: Add, supplier: Add, verdict: Add
) -> None:
    maker = supplier("CGI", "556001-0018")
    one, other = (system(name, product="Alfa", supplier=maker) for name in ("Alfa", "Alfa test"))
    theirs = system("Alfa", "1438", product="Alfa", supplier=maker)
    assert groups(workspace.reading()).unclear == []
    verdict(one, other, "inte_samma")
    found = groups(workspace.reading())
    assert found.group(one.bytes) == found.group(theirs.bytes)
    assert (other.bytes, theirs.bytes) in found.unclear
    assert not found.answered.is_settled(other.bytes, theirs.bytes)
    verdict(other, theirs)
    found = groups(workspace.reading())
    assert found.group(other.bytes) == found.group(theirs.bytes)
    assert found.answered.is_settled(one.bytes, theirs.bytes)
    assert found.contradictions == []
