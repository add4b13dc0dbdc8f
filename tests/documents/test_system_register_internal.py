"""The list of systems for one's own use."""

from dataclasses import replace
from typing import Any

import pytest

from itadmin.documents.catalogue import prepare


def internal_register(example: Any, *, draft: bool = False) -> Any:
    return prepare("system_register_internal", example.reading, None, draft=draft)


def in_force(example: Any) -> Any:
    return example.agreed(status="gallande").adding(
        "agreements",
        {
            "id": 81,
            "title": "Licens",
            "kind": "licensavtal",
            "status": "uppsagt",
            "open_ended": True,
            "systems": [str(example.system)],
        },
        {"id": 82, "title": "Gammalt", "kind": "supportavtal", "status": "upphort", "systems": [str(example.system)]},
    )


def test_the_paper_as_text(example: Any, text_of: Any, matches_expected: Any) -> None:
    made = internal_register(in_force(example))
    assert (made.missing, made.paper.landscape, made.paper.draft) == ((), True, False)
    assert made.file_name == "Systemforteckning_intern_Melleruds-kommun_2026-11-22.pdf"
    matches_expected("system_register_internal.txt", text_of(made.paper))


def test_it_says_on_every_page_that_it_is_internal(example: Any) -> None:
    assert internal_register(example.read_as(is_sample=True), draft=True).paper.marks == ("ÖVNINGSDATA", "INTERNT")
    assert "INTERNT" not in prepare("system_register", example.reading, None, draft=False).paper.marks


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"shared": False}, True),
        ({"lifecycle": "under_avveckling"}, True),
        ({"lifecycle": "avvecklad"}, False),
        ({"security_protection": True}, False),
    ],
)
def test_which_systems_it_tells_of(example: Any, text_of: Any, values: dict[str, Any], told: bool) -> None:
    held = example.reading.records["systems"]
    systems = {example.system: replace(held[example.system], **values)}
    changed = example.read_as(records={**example.reading.records, "systems": systems})
    text = text_of(internal_register(changed).paper)
    assert ("Kvarnen" in text) is told
    assert ("Inga system är i drift." in text) is not told


@pytest.mark.parametrize(
    ("department", "told"),
    [("economy", "Kvarnen | Ekonomichef | "), ("their_it", "Kvarnen | Ekonomichef, Ekonomienheten | ")],
)
def test_the_department_of_the_heading_is_not_said_again(
    example: Any, text_of: Any, department: str, told: str
) -> None:
    owner = next(key for key, role in example.reading.records["roles"].items() if role.kind == "systemagare")
    held = example.change("roles", owner, function="Ekonomichef, Ekonomienheten")
    known = held.with_system(department=str(example.ids[department]))
    assert told in text_of(internal_register(known).paper)


def test_a_system_without_agreements_has_none(example: Any, text_of: Any) -> None:
    text = text_of(internal_register(example).paper)
    assert "| – | –\n" in text
