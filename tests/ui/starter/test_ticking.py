"""What is ticked before anything is written."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.services.starter import Function, NewPerson, Present, Registered, Tick
from itadmin.services.starter_list import Area, SystemKind, starter_list
from itadmin.ui.starter.ticking import Ticking

STARTER = starter_list()
KINDS = {kind.key: kind for kind in STARTER.kinds}
AREAS = {area.key: area for area in STARTER.areas}
CARE = KINDS["omsorg.verksamhetssystem"]
LEARNING, SCHEDULE = KINDS["skola.larplattform"], KINDS["skola.schema"]
EVA = UUID(int=7)
NOTHING = Registered({}, {}, frozenset())


def people(words: str, most: int) -> list[tuple[UUID, str]]:
    return [(EVA, "Eva Lind")][:most] if words.casefold() in "eva lind" else []


@pytest.fixture
def ticking() -> Ticking:
    return Ticking(STARTER, NOTHING, people)


@pytest.fixture
def having() -> Callable[[SystemKind, str], Ticking]:
    def make(kind: SystemKind, name: str) -> Ticking:
        there = {kind.key: Present(UUID(int=9), name)}
        return Ticking(STARTER, Registered(there, {}, frozenset({name.casefold()})), people)

    return make


def kinds(ticking: Ticking) -> list[str]:
    return [line.key for line in ticking.lines() if isinstance(line, SystemKind)]


def test_every_area_stands_before_its_kinds(ticking: Ticking) -> None:
    lines = ticking.lines()
    assert len(lines) == len(STARTER.kinds) + len(STARTER.areas)
    area: Any = None
    for line in lines:
        if isinstance(line, Area):
            area = line
        else:
            assert line.area == area


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("vklass", ["skola.larplattform"]),
        ("LÄRPLATT", ["skola.larplattform"]),
        ("larplatt hem", ["skola.larplattform"]),
        ("finns inte alls", []),
    ],
)
def test_the_filter_looks_at_kinds_products_and_purposes(ticking: Ticking, words: str, found: list[str]) -> None:
    ticking.words = words
    assert kinds(ticking) == found
    assert len(ticking.lines()) == 2 * len(found)


def test_what_is_ticked_can_be_shown_alone(ticking: Ticking) -> None:
    ticking.only_ticked = True
    assert ticking.lines() == []
    ticking.tick(SCHEDULE, ticked=True)
    assert ticking.lines() == [SCHEDULE.area, SCHEDULE]


def test_what_somebody_wrote_is_found(ticking: Ticking) -> None:
    ticking.set_text(CARE, "Gamla Viola")
    ticking.words = "viola"
    assert kinds(ticking) == [CARE.key]


def test_writing_ticks_and_a_product_is_written_as_its_supplier_does(ticking: Ticking) -> None:
    ticking.set_text(LEARNING, "  vklass ")
    assert ticking.ticks() == [Tick(LEARNING, "Vklass", None)]
    ticking.set_text(LEARNING, "")
    assert ticking.ticks() == [Tick(LEARNING, "", None)]


def test_leaving_a_line_empty_ticks_nothing(ticking: Ticking) -> None:
    ticking.set_text(LEARNING, " ")
    ticking.set_owner(LEARNING, None)
    assert ticking.ticks() == []


def test_ticking_what_was_searched_for_by_its_product_names_it(ticking: Ticking) -> None:
    ticking.words = "vkla"
    ticking.tick(LEARNING, ticked=True)
    ticking.words = "s"
    ticking.tick(SCHEDULE, ticked=True)
    assert [tick.text for tick in ticking.ticks()] == ["Vklass", "Skola24"]
    ticking.words = "lärplattform"
    ticking.tick(CARE, ticked=True)
    assert ticking.text(CARE) == ""


def test_an_areas_owner_holds_for_what_is_ticked_in_it(ticking: Ticking) -> None:
    ticking.set_owner(AREAS["skola"], Function("Skolchef"))
    ticking.tick(LEARNING, ticked=True)
    ticking.set_owner(SCHEDULE, EVA)
    ticking.tick(CARE, ticked=True)
    assert {tick.kind.key: tick.owner for tick in ticking.ticks()} == {
        LEARNING.key: Function("Skolchef"), SCHEDULE.key: EVA, CARE.key: None,
    }  # fmt: skip
    assert ticking.owner(KINDS["skola.elevhalsa"]) is None
    ticking.set_owner(SCHEDULE, None)
    assert ticking.owner(SCHEDULE) == Function("Skolchef")
    ticking.set_owner(AREAS["skola"], None)
    assert ticking.owner(LEARNING) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("eva  LIND", EVA),
        ("socialchef", Function("Socialchef")),
        ("Anna Berg", NewPerson("Anna Berg")),
        ("Bildningschefen", Function("Bildningschefen")),
        ("  ", None),
    ],
)
def test_whom_a_name_means(ticking: Ticking, text: str, meant: Any) -> None:
    assert ticking.meant(text) == meant


def test_owners_are_offered_with_the_usual_one_first(ticking: Ticking) -> None:
    assert ticking.owner_offers(CARE, "")[0] == ("Socialchef", Function("Socialchef"))
    assert ticking.owner_offers(CARE, "lind") == [("Eva Lind", EVA)]
    ticking.set_owner(CARE, NewPerson("Anna Berg"))
    assert ("Anna Berg", NewPerson("Anna Berg")) in ticking.owner_offers(SCHEDULE, "berg")
    assert ticking.owner_name(EVA) == "Eva Lind"


def test_two_people_of_one_name_are_both_offered() -> None:
    both = [(UUID(int=1), "Eva Lind"), (UUID(int=2), "Eva Lind")]
    found = Ticking(STARTER, NOTHING, lambda _words, _most: both).owner_offers(CARE, "eva")
    assert found == [(name, person) for person, name in both]


def test_products_of_the_kind_are_offered_first_and_others_once_something_is_typed(ticking: Ticking) -> None:
    own = [product.name for product in LEARNING.products]
    assert [product.name for product in ticking.product_offers(LEARNING, "")] == own
    found = [product.name for product in ticking.product_offers(LEARNING, "s")]
    assert found[0] == "Vklass"
    assert len(found) == len(set(found)) == 12
    assert "Raindance" in [product.name for product in ticking.product_offers(LEARNING, "raind")]


def test_what_the_register_has_is_ticked_and_stays(having: Callable[[SystemKind, str], Ticking]) -> None:
    ticking = having(LEARNING, "Vklass")
    assert ticking.is_ticked(LEARNING)
    ticking.tick(LEARNING, ticked=False)
    ticking.tick(LEARNING, ticked=True)
    assert ticking.is_ticked(LEARNING)
    assert ticking.ticks() == []
    assert ticking.count(LEARNING.area)[0] == 1


def test_what_has_come_into_the_register_is_no_longer_to_be_added(ticking: Ticking) -> None:
    ticking.set_text(LEARNING, "Vklass")
    ticking.set_text(CARE, "Lifecare")
    ticking.read_again(Registered({LEARNING.key: Present(UUID(int=9), "Vklass")}, {}, frozenset({"vklass"})))
    assert [tick.kind for tick in ticking.ticks()] == [CARE]
    ticking.read_again(NOTHING)
    assert not ticking.is_ticked(LEARNING)


def test_names_that_clash_are_told_apart(having: Callable[[SystemKind, str], Ticking]) -> None:
    ticking = having(LEARNING, "Skola24")
    ticking.set_text(SCHEDULE, "Skola24")
    assert ticking.names() == {SCHEDULE.key: f"Skola24 – {SCHEDULE.name}"}
