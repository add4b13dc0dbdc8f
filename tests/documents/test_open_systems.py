"""The systems that anybody may be told of, and groups of them."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.open_systems import grouped, open_systems


def others(example: Any, **systems: dict[str, Any]) -> Any:
    held = example.reading.records["systems"]
    more = {
        UUID(int=number): replace(held[example.system], id=UUID(int=number), name=name, **values)
        for number, (name, values) in enumerate(systems.items(), start=1)
    }
    return example.read_as(records={**example.reading.records, "systems": {**held, **more}})


@pytest.mark.parametrize(
    ("values", "is_told"),
    [
        ({}, True),
        ({"lifecycle": "under_avveckling"}, True),
        ({"lifecycle": "planerad"}, False),
        ({"lifecycle": "avvecklad"}, False),
        ({"security_protection": True}, False),
        ({"security_protection": False}, True),
        ({"shared": False}, False),
    ],
)
def test_only_what_is_in_use_and_may_be_known(example: Any, values: dict[str, Any], is_told: bool) -> None:
    found = [read.label for read, _system in open_systems(others(example, Ekot=values).reading)]
    assert ("Ekot" in found) is is_told


def test_more_can_be_asked_of_them(example: Any) -> None:
    known = others(example, Ekot={"personal_data": False})
    assert [system.name for _read, system in open_systems(known.reading, personal_data=[True])] == ["Kvarnen"]


def test_groups_stand_in_swedish_order_and_those_without_one_last() -> None:
    names = ["Åsa", "", "Arkiv", "Ö", "arkiv", "Ädel"]
    assert list(grouped(names, lambda name: name.capitalize())) == ["Arkiv", "Åsa", "Ädel", "Ö", ""]
    assert grouped(names, str.capitalize)["Arkiv"] == ["Arkiv", "arkiv"]
