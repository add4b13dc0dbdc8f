"""The heat map: columns, orders, the kommun that is chosen, names left out, and every cell in words."""

from uuid import UUID

import pytest

from itadmin.services.competence.ground import ground_of
from itadmin.services.competence.heat_map import Asked, Columns, HeatMap, Order, heat_map
from itadmin.services.workspace import Workspace

Region = dict[str, UUID]


def made(workspace: Workspace, asked: Asked) -> HeatMap:
    reading = workspace.reading()
    return heat_map(reading, ground_of(reading), asked)


@pytest.mark.parametrize(
    ("columns", "names"),
    [
        (Columns.AREAS, ["Server", "Nät"]),
        (Columns.SYSTEMS, ["Kvarnen"]),
        (Columns.BOTH, ["Server", "Nät", "Kvarnen"]),
    ],
)
def test_columns_are_areas_or_systems_or_both(
    workspace: Workspace, region: Region, columns: Columns, names: list[str]
) -> None:
    assert region
    shown = made(workspace, Asked(columns))
    assert [column.topic.name for column in shown.columns] == names
    assert all(len(row.cells) == len(names) for row in shown.rows)


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order.NAME, ["Anna Ek", "Bo Åberg", "Cia Öst"]),
        (Order.GAP, ["Bo Åberg", "Cia Öst", "Anna Ek"]),
        (Order.KOMMUN, ["Anna Ek", "Bo Åberg", "Cia Öst"]),
    ],
)
def test_people_stand_in_the_order_asked_for(
    workspace: Workspace, region: Region, order: Order, names: list[str]
) -> None:
    assert region
    assert [row.name for row in made(workspace, Asked(order=order)).rows] == names


def test_one_kommun_is_chosen_and_depth_is_still_of_all(workspace: Workspace, region: Region) -> None:
    assert region
    shown = made(workspace, Asked(kommun="Bengtsfors kommun"))
    assert [row.name for row in shown.rows] == ["Anna Ek", "Bo Åberg"]
    assert [column.able for column in shown.columns] == [0, 2]
    assert shown.title == "Kompetenskarta, Bengtsfors kommun"
    assert shown.kommuner == ("Bengtsfors kommun", "Melleruds kommun")


def test_every_cell_is_told_in_words(workspace: Workspace, region: Region) -> None:
    assert region
    shown = made(workspace, Asked())
    assert shown.cell_words(0, 0) == "Anna Ek (Bengtsfors kommun), Server: inte bedömd."
    assert shown.cell_words(1, 1) == (
        "Bo Åberg (Bengtsfors kommun), Nät: nivå 1 Känner till, önskad 3 Behärskar, gap 2."
    )
    assert shown.columns[0].words == "Server: 0 behärskar, sårbart."
    assert shown.columns[1].words == "Nät: 2 behärskar."
    assert shown.sentence == "3 personer, 2 områden. 1 är sårbart: färre än två i regionen behärskar Server."


def test_without_names_nothing_tells_who_it_is(workspace: Workspace, region: Region) -> None:
    shown = made(workspace, Asked(kommun="Bengtsfors kommun", names=False))
    assert [row.name for row in shown.rows] == ["Person 1", "Person 2", "Person 3"]
    assert [row.person for row in shown.rows] == [region["Cia Öst"], region["Anna Ek"], region["Bo Åberg"]]
    words = [shown.cell_words(row, column) for row in range(3) for column in range(2)]
    assert not [word for word in (*words, shown.title, shown.sentence) if "kommun" in word or "Anna" in word]
    assert shown.kommuner == ()


def test_an_empty_register_says_so(workspace: Workspace) -> None:
    assert made(workspace, Asked()).sentence == "Ingen kompetens är bedömd."
