"""The starter list where a system is named."""

import pytest

from itadmin.domain.text import fold
from itadmin.services.first_values import first_values
from itadmin.services.starter import Tick
from itadmin.services.starter_list import starter_list
from itadmin.services.starter_names import keys_by_name, offers, products_named, values_named
from itadmin.services.starter_step import single_step
from itadmin.services.workspace import Workspace

STARTER = starter_list()
KINDS = {kind.key: kind for kind in STARTER.kinds}
LEARNING = KINDS["skola.larplattform"]


def test_products_that_begin_with_the_words_come_first_and_kinds_last() -> None:
    found = offers(STARTER, "skola", 100)
    words = [tick.text or tick.kind.name for tick in found]
    assert words.index("Skola24") < words.index("IST Förskola") < words.index("Kulturskola")
    assert all("skola" in word.casefold() for word in words)
    assert len(offers(STARTER, "s", 5)) == 5
    assert offers(STARTER, "  ", 5) == []


def test_a_product_is_offered_once_for_each_kind_it_is_used_for() -> None:
    found = [tick for tick in offers(STARTER, "skola24", 20) if tick.text == "Skola24"]
    assert {tick.kind.key for tick in found} == {"skola.schema", "skola.franvaro"}


def test_products_are_offered_each_once() -> None:
    found = [product.name for product in products_named(STARTER, "stratsys", 10)]
    assert found == ["Stratsys"]
    assert [product.name for product in products_named(STARTER, "skola24", 2)] == ["Skola24"]
    assert products_named(STARTER, " ", 5) == []


@pytest.mark.parametrize("name", ["vklass", "Lärplattform"])
def test_a_name_that_means_one_kind_tells_what_goes_with_it(name: str) -> None:
    values = values_named(STARTER, name)
    assert (values["starter_key"], values["area"], values["purpose"]) == (
        LEARNING.key, LEARNING.area.name, LEARNING.purpose,
    )  # fmt: skip
    assert not {"confidentiality", "integrity", "availability"} & set(values)


def test_a_product_of_several_kinds_tells_only_itself() -> None:
    assert values_named(STARTER, "skola24") == {"product": "Skola24"}
    assert values_named(STARTER, "Något eget") == {}


def test_the_keys_of_many_names_are_those_of_each() -> None:
    starter = starter_list()
    names = [name for kind in starter.kinds for name in (kind.name, *(product.name for product in kind.products))]
    keys = keys_by_name(starter)
    assert {name: keys.get(fold(name)) for name in names} == {
        name: values_named(starter, name).get("starter_key") for name in names
    }


def test_a_system_named_in_passing_begins_with_what_goes_with_its_name(workspace: Workspace) -> None:
    assert first_values(workspace.reading(), "agreements", "systems", "Vklass")["starter_key"] == LEARNING.key
    assert first_values(workspace.reading(), "people", "organisation", "Vklass").get("starter_key") is None


def test_one_system_is_added_also_where_there_is_one_of_its_kind(workspace: Workspace) -> None:
    for name in ("Vklass", f"Vklass – {LEARNING.name}"):
        system, changes = single_step(workspace.reading(), STARTER, Tick(LEARNING, "Vklass"), workspace.records)
        workspace.records.apply(changes)
        assert changes.title == f"La till {name}"
        read = workspace.reading().one("systems", system)
        assert (read.label, getattr(read.record, "lifecycle", None)) == (name, "")
