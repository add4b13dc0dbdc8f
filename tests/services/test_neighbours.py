from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.record import stored_fields
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import PROFILES, reach
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.neighbours import Neighbour, neighbour, neighbours, not_shared
from itadmin.services.receiving.parcels import read_parcel
from itadmin.services.receiving.taking import take_in
from itadmin.services.sharing.outgoing import outgoing
from itadmin.services.sharing.sending import Sending
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register

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


def test_what_a_neighbours_file_has_no_place_for_is_not_shared(
    workspace: Workspace, tmp_path: Path, around: Surroundings
) -> None:
    path = tmp_path / "granne.itadmin"
    create(path, "1439", "", around).close()
    theirs = Workspace(open_register(path, "test"), around)
    theirs.records.add("systems", {"name": "Lifecare"})
    shared = tmp_path / "granne.itdelning"
    Sending(theirs.file, around).make(shared, outgoing(theirs.reading(), PROFILES["grannar"]))
    theirs.close()
    take_in(workspace, [read_parcel(shared)])
    reading, systems = workspace.reading(), REGISTERS["systems"]
    withheld = not_shared(reading, municipality_id("1439"), systems)
    assert withheld == stored_fields(systems.record).keys() - reach(PROFILES["grannar"], systems)
    assert {"confidentiality", "note"} <= withheld
    assert not_shared(reading, municipality_id("1460"), systems) == frozenset()
