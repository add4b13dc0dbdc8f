"""Records that refer to each other are found from any of them, also when they go round in a ring."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import select

from itadmin.services.families import family
from itadmin.services.workspace import Workspace
from itadmin.storage.queries.families import in_ring
from itadmin.storage.tables import TABLES

FIELD = "main_agreement"


@pytest.fixture
def add(workspace: Workspace) -> Callable[..., UUID]:
    def adding(title: str, above: UUID | None = None) -> UUID:
        values = {"title": title, FIELD: str(above) if above else None}
        return workspace.records.add("agreements", values)

    return adding


@pytest.fixture
def told(workspace: Workspace) -> Callable[[UUID], list[str]]:
    def telling(record_id: UUID) -> list[str]:
        reading = workspace.reading()
        places = family(reading, "agreements", FIELD, record_id)
        return ["·" * place.depth + reading.label("agreements", place.record_id) for place in places]

    return telling


@pytest.fixture
def rings(workspace: Workspace) -> Callable[[], set[str]]:
    def found() -> set[str]:
        main = TABLES["agreements"].main
        with workspace.reading().file.reading() as connection:
            return {label for (label,) in connection.execute(select(main.c.label).where(in_ring(main, FIELD)))}

    return found


def test_the_whole_family_is_found_from_each_of_its_members(
    add: Callable[..., UUID], told: Callable[[UUID], list[str]], rings: Callable[[], set[str]]
) -> None:
    first = add("Ramavtal")
    second = add("Östra avropet", first)
    members = [first, second, add("Avrop", first), add("Bilaga", second)]
    add("Ett annat avtal")
    for member in members:
        assert told(member) == ["Ramavtal", "·Avrop", "·Östra avropet", "··Bilaga"]
    assert rings() == set()


def test_one_that_belongs_to_nothing_is_alone(add: Callable[..., UUID], told: Callable[[UUID], list[str]]) -> None:
    assert told(add("Ensamt")) == ["Ensamt"]


def test_what_lies_in_the_bin_is_no_part_of_the_family(
    add: Callable[..., UUID], told: Callable[[UUID], list[str]], workspace: Workspace
) -> None:
    first = add("Ramavtal")
    second = add("Avrop", first)
    third = add("Bilaga", second)
    workspace.records.delete("agreements", [second])
    assert told(first) == ["Ramavtal"]
    assert told(third) == ["Bilaga"]


@pytest.mark.parametrize("length", [1, 2, 4])
def test_a_ring_is_told_of_its_members_only_and_ends(
    add: Callable[..., UUID],
    told: Callable[[UUID], list[str]],
    rings: Callable[[], set[str]],
    workspace: Workspace,
    length: int,
) -> None:
    first = last = add("Avtal 0")
    for number in range(1, length):
        last = add(f"Avtal {number}", last)
    workspace.records.save("agreements", first, {FIELD: str(last)})
    outside = add("Utanför", last)
    names = [f"Avtal {number}" for number in range(length)]
    assert rings() == set(names)
    assert [name.strip("·") for name in told(first) if "Utanför" not in name] == names
    assert "Utanför" in [name.strip("·") for name in told(outside)]
