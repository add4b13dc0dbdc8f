"""The systems that anybody may be told of, and groups of them."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.open_systems import LEFT_OUT, countable_systems, grouped, open_systems

TECHNICAL = {"category": "infrastruktur", "scope": ""}


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
        ({"category": "infrastruktur", "scope": "verksamhetsspecifikt"}, False),
        ({"category": "iot", "scope": ""}, False),
        ({"category": "infrastruktur", "scope": "kommungemensamt"}, True),
        ({"category": "iot", "scope": "kommungemensamt", "shared": False}, False),
    ],
)
def test_only_what_is_in_use_and_may_be_known(example: Any, values: dict[str, Any], is_told: bool) -> None:
    found = [read.label for read, _system in open_systems(others(example, Ekot=values).reading)]
    assert ("Ekot" in found) is is_told


def test_the_technical_is_told_of_once_kommuner_have_begun_to_cooperate(example: Any) -> None:
    known = example.with_system(category="infrastruktur", scope="")
    assert list(open_systems(known.reading)) == []
    level = {"id": 91, "system": str(example.system), "level": "1", "starts_on": "2026-01-01"}
    assert len(list(open_systems(known.adding("cooperation_levels", level).reading))) == 1


def test_what_is_not_named_may_be_counted(example: Any) -> None:
    known = others(example, Ekot=TECHNICAL, Tyst={"shared": False})
    assert {system.name for _read, system in countable_systems(known.reading)} == {"Kvarnen", "Ekot"}


@pytest.mark.parametrize("paper", ["system_register", "records_description"])
def test_every_open_paper_leaves_out_the_same_and_says_so(example: Any, text_of: Any, paper: str) -> None:
    known = others(example, Ekot={}, Brandmuren=TECHNICAL, Larmet={**TECHNICAL, "category": "iot"})
    text = text_of(prepare(paper, known.reading, None, draft=False).paper)
    assert ("Ekot" in text, "Brandmuren" in text, "Larmet" in text) == (True, False, False)
    assert LEFT_OUT in text


def test_registerforteckningen_has_every_behandling_that_may_be_told(example: Any, text_of: Any) -> None:
    known = others(example, Kameror={**TECHNICAL, "category": "iot"}, Tyst={"shared": False})
    text = text_of(prepare("processing_register", known.reading, None, draft=False).paper)
    assert ("Kameror" in text, "Tyst" in text) == (True, False)


def test_more_can_be_asked_of_them(example: Any) -> None:
    known = others(example, Ekot={"personal_data": False})
    assert [system.name for _read, system in open_systems(known.reading, personal_data=[True])] == ["Kvarnen"]


def test_groups_stand_in_swedish_order_and_those_without_one_last() -> None:
    names = ["Åsa", "", "Arkiv", "Ö", "arkiv", "Ädel"]
    assert list(grouped(names, lambda name: name.capitalize())) == ["Arkiv", "Åsa", "Ädel", "Ö", ""]
    assert grouped(names, str.capitalize)["Arkiv"] == ["Arkiv", "arkiv"]
