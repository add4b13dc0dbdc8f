"""What is asked about, in which order, and what is never asked."""

from collections.abc import Callable
from uuid import UUID

import pytest

from itadmin.domain.text import swedish_key
from itadmin.services.matching import groups, similar_groups
from itadmin.services.matching.proposing import proposals
from itadmin.services.matching.questions import Question
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]
KIND = "omsorg.verksamhetssystem"


def asked(workspace: Workspace) -> tuple[Question, ...]:
    return tuple(proposals(workspace.reading()).questions)


def pairs(workspace: Workspace) -> list[set[UUID]]:
    return [{UUID(bytes=question.one), UUID(bytes=question.other)} for question in asked(workspace)]


def test_the_surest_comes_first_and_own_systems_before_those_of_others(
    workspace: Workspace, system: Add, supplier: Add
) -> None:
    maker = supplier("Tietoevry", "556001-0000")
    nearly, named, other = system("Tresreva"), system("Ciceron"), system("Vårdportalen", aliases="Procapita, Pro")
    part = system("Lifecare", supplier=maker)
    theirs = {
        "part": system("Lifecare HSL", "1438", supplier=maker),
        "nearly": system("Treserva", "1438"),
        "named": system("CICERON", "1438"),
        "other": system("Procapita", "1438"),
    }
    ninth, tenth = system("Geosecma", "1438", product="Geosecma"), system("Geosecma", "1439", product="Geosecma")
    assert pairs(workspace) == [
        {named, theirs["named"]},
        {other, theirs["other"]},
        {part, theirs["part"]},
        {nearly, theirs["nearly"]},
        {ninth, tenth},
    ]
    assert [question.own for question in asked(workspace)] == [True] * 4 + [False]
    assert [question.signs for question in asked(workspace)] == [
        ("namn",),
        ("andra_namn",),
        ("del_av_namn", "leverantor"),
        ("stavning",),
        ("produkt",),
    ]


def test_who_there_are_agreements_with_tells_of_the_supplier(workspace: Workspace, system: Add, supplier: Add) -> None:
    maker = supplier("Tietoevry", "556001-0000")
    ours = system("Vården")
    theirs = system("Vården digitalt", "1438", supplier=maker)
    assert asked(workspace) == ()
    workspace.records.add("agreements", {"title": "Avtal", "systems": [str(ours)], "supplier": str(maker)})
    assert [question.signs for question in asked(workspace)] == [("del_av_namn", "leverantor")]
    assert pairs(workspace) == [{ours, theirs}]


def test_one_kind_by_one_maker_is_asked_about_whatever_it_is_called(
    workspace: Workspace, system: Add, supplier: Add
) -> None:
    maker, other = supplier("Tietoevry", "556001-0000"), supplier("CGI", "556001-0018")
    ours = system("Vården", starter_key=KIND, supplier=maker)
    theirs = system("Omsorg", "1438", starter_key=KIND, supplier=maker)
    system("Treserva", "1439", starter_key=KIND, supplier=other)
    assert pairs(workspace) == [{ours, theirs}]


def test_what_is_tied_answered_or_of_one_kommun_is_not_asked_about(
    workspace: Workspace, system: Add, supplier: Add, verdict: Add
) -> None:
    maker = supplier("Tietoevry", "556001-0000")
    system("Lifecare", product="Lifecare", supplier=maker)
    system("Lifecare", "1438", product="Lifecare", supplier=maker)
    system("Ciceron")
    system("Ciceron")
    one, other = system("Treserva"), system("Treserva", "1438")
    verdict(one, other, "inte_samma", "1439")
    system("Platina", lifecycle="avvecklad")
    system("Platina", "1438")
    assert asked(workspace) == ()


def test_groups_are_asked_about_once(workspace: Workspace, system: Add, verdict: Add) -> None:
    ours, theirs, third = system("Ciceron"), system("Ciceron", "1438"), system("Ciceron", "1439")
    assert len(asked(workspace)) == 3
    verdict(theirs, third)
    assert len(asked(workspace)) == 1
    assert ours in pairs(workspace)[0]
    verdict(ours, third, "inte_samma")
    assert asked(workspace) == ()


def test_of_two_groups_the_pair_that_says_most_is_asked_about(workspace: Workspace, system: Add, verdict: Add) -> None:
    nearly, exact = system("Treservan", "1438"), system("Treserva", "1439")
    ours = system("Treserva")
    verdict(nearly, exact)
    assert pairs(workspace) == [{ours, exact}]
    verdict(system("Tresreva", "1440"), nearly)
    assert pairs(workspace) == [{ours, exact}]


def test_that_a_kommun_would_have_two_makes_it_less_sure(workspace: Workspace, system: Add, verdict: Add) -> None:
    ours, theirs = system("Ciceron"), system("Ciceron", "1438")
    system("Ciceron", "1439")
    verdict(ours, system("Diariet", "1439"))
    found = {UUID(bytes=question.other): question for question in asked(workspace) if question.own}
    assert found[theirs].signs == ("namn",)
    assert [question.signs for key, question in found.items() if key != theirs] == [("namn", "flera_har")]


def test_answers_that_contradict_each_other_come_first_with_what_was_answered(
    workspace: Workspace, system: Add, verdict: Add
) -> None:
    ours, theirs, third = system("Alfa"), system("Beta", "1438"), system("Gamma", "1439")
    system("Ciceron")
    system("Ciceron", "1438")
    verdict(ours, theirs)
    verdict(theirs, third, "samma", "1438")
    verdict(ours, third, "inte_samma", "1439")
    found = asked(workspace)
    assert [question.why for question in found] == ["motsagelse"] * 3 + ["liknar"]
    assert [question.was for question in found] == [True, True, False, None]
    assert [question.by_us for question in found] == [False, True, False, False]
    assert pairs(workspace)[0] == {theirs, third}


def test_what_one_product_leaves_unclear_is_asked_about_until_it_is_answered(
    workspace: Workspace, system: Add, supplier: Add, verdict: Add
) -> None:
    maker = supplier("CGI", "556001-0018")
    one, other = (system(name, product="Alfa", supplier=maker) for name in ("Alfa", "Alfa test"))
    theirs = system("Alfa", "1438", product="Alfa", supplier=maker)
    verdict(one, other, "inte_samma")
    assert [(question.why, question.signs) for question in asked(workspace)] == [("oklar", ("produkt", "leverantor"))]
    assert pairs(workspace) == [{other, theirs}]
    verdict(other, theirs, "inte_samma")
    assert asked(workspace) == ()


def test_it_is_told_when_there_is_more_and_can_be_stopped(workspace: Workspace, system: Add) -> None:
    for number in range(3):
        system(f"System {number}x")
        system(f"System {number}x", "1438")
    found = proposals(workspace.reading(), most=2)
    assert (len(found.questions), found.more) == (2, True)
    assert not proposals(workspace.reading(), most=3).more
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        proposals(workspace.reading(), progress)


def test_groups_of_one_name_are_similar_until_somebody_says(workspace: Workspace, system: Add, verdict: Add) -> None:
    names = {system("Ciceron"): "Ciceron", system("CICERON", "1438"): "CICERON", system("Platina", "1439"): "Platina"}
    ours, theirs, _third = names
    named = [(key.bytes, swedish_key(name)) for key, name in names.items()]
    reading = workspace.reading()
    found = similar_groups(groups(reading), named)
    assert found == {ours.bytes: {theirs.bytes}, theirs.bytes: {ours.bytes}}
    verdict(ours, theirs, "inte_samma")
    assert similar_groups(groups(reading), named) == {}
