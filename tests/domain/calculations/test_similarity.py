"""What is taken for the same thing twice, and what is not."""

from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.similarity import Known, Pair, likely_pairs

ONE, OTHER, THIRD = (UUID(int=number) for number in (1, 2, 3))


def reasons(one: Known, other: Known) -> list[str]:
    return [pair.reason for pair in likely_pairs([one, other])]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Lifecare", "Lifecare", "namn"),
        ("Lifecare", "LIFECARE", "namn"),
        ("Café", "Cafe", "namn"),
        ("Modul 02", "Modul 2", "namn"),
        ("Pro Capita", "Procapita", "andra_namn"),
        ("Heroma AB", "Heroma", "andra_namn"),
        ("Systemet Treserva", "Treserva", "andra_namn"),
        ("Åtgärd", "Atgard", "andra_namn"),
        ("Lifecare", "Lifcare", "stavning"),
        ("Lifecare", "Liffecare", "stavning"),
        ("Lifecare", "Lifecaer", "stavning"),
        ("Lifecare", "Lifecore", "stavning"),
        ("Tieto Lifecare", "Lifecare Tieto", "stavning"),
        ("Öppna data", "Öppn data", "stavning"),
        ("Raindance", "Raindans", "stavning"),
        ("Phoniro", "Foniro", "stavning"),
        ("Tieto Procapita", "Procapita", "stavning"),
        ("Heroma", "CGI Heroma", "stavning"),
    ],
)
def test_names_that_are_taken_for_the_same(one: str, other: str, reason: str) -> None:
    assert reasons(Known(ONE, one), Known(OTHER, other)) == [reason]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lifecare", "Procapita"),
        ("Modul 1", "Modul 2"),
        ("Skola 2019", "Skola 2020"),
        ("Ecos", "Eros"),
        ("Lifecare", "Lifecare omsorg"),
        ("IST Administration", "Tieto Administration"),
        ("Visma Lön", "Lön"),
        ("Tieto Modul 1", "Modul 2"),
        ("Система", "Портал"),
        ("!", "???"),
    ],
)
def test_names_that_are_not(one: str, other: str) -> None:
    assert reasons(Known(ONE, one), Known(OTHER, other)) == []


@pytest.mark.parametrize(
    ("others", "reason"), [("Procapita", "andra_namn"), ("PC, Procapita IFO", "andra_namn"), ("Combine", "")]
)
def test_other_names_are_names(others: str, reason: str) -> None:
    things = Known(ONE, "Treserva", "Procapita, Procapita IFO"), Known(OTHER, "Lifecare", others)
    assert reasons(*things) == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("supplier", "product", "found"),
    [("a", "Edlevo", True), ("b", "Edlevo", False), ("", "Edlevo", False), ("a", "", False), ("a", "Unikum", False)],
)
def test_one_supplier_s_product_is_one_thing(supplier: str, product: str, found: bool) -> None:
    one = Known(ONE, "Skolsystem", supplier="a", product="Edlevo")
    assert reasons(one, Known(OTHER, "Förskola", "", supplier, product)) == (["produkt"] if found else [])


def test_no_supplier_and_no_product_are_nothing_in_common() -> None:
    assert reasons(Known(ONE, "Skolsystem"), Known(OTHER, "Förskola")) == []


def test_the_same_product_is_surer_than_names_that_are_nearly_the_same() -> None:
    one, other = (Known(key, name, "", "a", "Edlevo") for key, name in ((ONE, "Ål"), (OTHER, "Al")))
    assert reasons(one, other) == ["produkt"]


def test_each_pair_comes_once_the_surest_first_and_in_the_order_given() -> None:
    things = [
        Known(ONE, "Lifecore", supplier="a", product="P"),
        Known(OTHER, "Lifecare", supplier="a", product="P"),
        Known(THIRD, "lifecare"),
    ]
    assert list(likely_pairs(things)) == [
        Pair(OTHER, THIRD, "namn"),
        Pair(ONE, OTHER, "produkt"),
        Pair(ONE, THIRD, "stavning"),
    ]


def test_pairs_known_to_be_apart_are_left_out() -> None:
    things = [Known(ONE, "Lifecare"), Known(OTHER, "Lifecare"), Known(THIRD, "Lifecare")]
    found = likely_pairs(things, {frozenset((THIRD, ONE))})
    assert [{pair.one, pair.other} for pair in found] == [{ONE, OTHER}, {OTHER, THIRD}]


@given(st.lists(st.text(alphabet="abå 12", max_size=8), max_size=8), st.data())
def test_any_names_give_each_pair_at_most_once_and_all_equal_ones(names: list[str], data: st.DataObject) -> None:
    things = [Known(UUID(int=number), name) for number, name in enumerate(names)]
    couples = [frozenset((one.id, other.id)) for one, other in combinations(things, 2)]
    apart = set(data.draw(st.lists(st.sampled_from(couples)))) if couples else set()
    found = [frozenset((pair.one, pair.other)) for pair in likely_pairs(things, apart)]
    assert len(set(found)) == len(found)
    assert not apart & set(found)
    equal = {
        frozenset((one.id, other.id))
        for one, other in combinations(things, 2)
        if one.name.split() == other.name.split()
    }
    assert equal - apart <= set(found)


@given(st.text(alphabet="abcdefgh", min_size=6, max_size=12), st.data())
def test_one_letter_left_out_is_always_found(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 1))
    assert reasons(Known(ONE, name), Known(OTHER, name[:place] + name[place + 1 :])) != []
