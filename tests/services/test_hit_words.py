"""What is said beside the name of a hit tells records of one name apart, and says where the hit is."""

from collections.abc import Callable
from uuid import UUID

import pytest

from itadmin.services.hit_words import words_beside
from itadmin.services.workspace import Workspace


def told(workspace: Workspace, words: str) -> list[tuple[str, str]]:
    """Names of what is found, and what is said beside each."""
    reading = workspace.reading()
    hits = reading.find(words)
    return list(zip([hit.label for hit in hits], words_beside(reading, hits), strict=True))


@pytest.fixture
def systems(workspace: Workspace) -> list[UUID]:
    return [
        workspace.records.add("systems", {"name": "Lifecare", "product": "Lifecare", "area": "Vård"}),
        workspace.records.add("systems", {"name": "Raindance", "area": "Skatt", "note": "Nyckeln ligger i skåpet."}),
    ]


def test_roles_of_one_name_are_told_apart_by_their_system(workspace: Workspace, systems: list[UUID]) -> None:
    for system in systems:
        values = {"system": str(system), "kind": "systemagare", "function": "Ekonomichef", "note": "Tills vidare"}
        workspace.records.add("roles", values)
    assert told(workspace, "ekonomi") == [
        ("Ekonomichef", "Systemägare · Lifecare"),
        ("Ekonomichef", "Systemägare · Raindance"),
    ]
    assert told(workspace, "tills") == [
        ("Ekonomichef", "Systemägare · Lifecare · Tills vidare"),
        ("Ekonomichef", "Systemägare · Raindance · Tills vidare"),
    ]


def test_a_neighbours_record_says_from_whom_it_is(
    workspace: Workspace, systems: list[UUID], received: Callable[..., UUID]
) -> None:
    received("systems", systems[0])
    assert told(workspace, "vård") == [("Lifecare", "från Färgelanda kommun · Lifecare · Vård")]
    assert not told(workspace, "raindance")[0][1].startswith("från")


def test_a_role_that_is_named_by_its_kind_says_who_has_it_and_not_its_kind_again(
    workspace: Workspace, systems: list[UUID]
) -> None:
    person = workspace.records.add("people", {"name": "Anna Ek"})
    workspace.records.add("roles", {"system": str(systems[0]), "kind": "systemagare", "person": str(person)})
    assert told(workspace, "systemägare") == [("Systemägare", "Lifecare · Anna Ek")]


def test_a_decision_says_whose_and_where(workspace: Workspace, systems: list[UUID]) -> None:
    person = workspace.records.add("people", {"name": "Bo Åberg"})
    values = {"access_right": "Handläggare", "system": str(systems[0]), "person": str(person), "function": "Assistent"}
    workspace.records.add("access_decisions", values)
    assert told(workspace, "handl") == [("Handläggare", "Bo Åberg · Assistent · Lifecare")]
    assert told(workspace, "assistent") == [("Handläggare", "Bo Åberg · Lifecare · Assistent")]


@pytest.mark.usefixtures("systems")
def test_a_system_says_where_it_is_hit_and_does_not_repeat_its_name(workspace: Workspace) -> None:
    assert told(workspace, "life") == [("Lifecare", "Vård")]
    assert told(workspace, "nyckel") == [("Raindance", "Skatt · Nyckeln ligger i skåpet.")]
    assert told(workspace, "raindance") == [("Raindance", "Skatt")]
    workspace.records.add("systems", {"name": "Castor", "note": "Nås av jouren."})
    assert told(workspace, "castor") == [("Castor", "Nås av jouren.")]
