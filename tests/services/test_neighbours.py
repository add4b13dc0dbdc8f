from collections.abc import Callable
from datetime import date
from uuid import UUID

from itadmin.domain.identifiers import municipality_id
from itadmin.services.neighbours import Neighbour, neighbour, neighbours
from itadmin.services.workspace import Workspace

MADE_ON = date(2026, 3, 2)


def test_those_whose_slices_are_here_stand_in_name_order(workspace: Workspace, received: Callable[..., UUID]) -> None:
    assert neighbours(workspace.reading()) == ()
    for code in ("1461", "1439"):
        received("systems", workspace.records.add("systems", {"name": code}), code=code)
    mellerud, fargelanda = municipality_id("1461"), municipality_id("1439")
    assert neighbours(workspace.reading()) == (
        Neighbour(fargelanda, "Färgelanda kommun", MADE_ON, 1),
        Neighbour(mellerud, "Melleruds kommun", MADE_ON, 1),
    )
    assert neighbour(workspace.reading(), mellerud) == Neighbour(mellerud, "Melleruds kommun", MADE_ON, 1)
    assert neighbour(workspace.reading(), municipality_id("1460")) is None


def test_an_earlier_slice_that_is_only_kept_is_not_here(workspace: Workspace, received: Callable[..., UUID]) -> None:
    received("systems", workspace.records.add("systems", {"name": "S"}))
    with workspace.file.writing() as connection:
        connection.exec_driver_sql("UPDATE received SET current = 0")
    assert neighbours(workspace.reading()) == ()
