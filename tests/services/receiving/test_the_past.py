"""A register of an earlier day, when what others have shared refers to what was not there yet."""

from collections.abc import Callable
from contextlib import closing
from typing import Any
from uuid import UUID

from itadmin.domain.identifiers import municipality_id
from itadmin.services.receiving.parcels import Parcel
from itadmin.services.receiving.taking import take_in
from itadmin.services.workspace import Workspace
from itadmin.storage.past import open_as_of

Read = Callable[[bytes], Parcel]


def test_what_others_refer_to_is_a_name_before_it_was_there(
    load: Callable[[str], Any], kommun: Callable[[str], Any], parcel: Read, workspace: Workspace, clock: Any
) -> None:
    before = workspace.around.stamp()
    clock.move(hours=1)
    system = workspace.records.add("systems", {"name": "Eget"})
    friend = kommun("1439")
    with closing(load("shares").Kommun("1460", workspace.file.content(), "tests")) as own:
        friend.receive(parcel(own.share()))
    level = friend.add("cooperation_levels", system=str(system), municipality=str(municipality_id("1439")), level="3")
    take_in(workspace, [parcel(friend.share())])
    with closing(open_as_of(workspace.path, workspace.file.content(), before)) as past, past.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        (placeholder,) = connection.exec_driver_sql("SELECT id, label, placeholder FROM systems").all()
        assert (UUID(bytes=placeholder[0]), *placeholder[1:]) == (system, "Eget", 1)
        found = connection.exec_driver_sql("SELECT id FROM cooperation_levels WHERE system = ?", (system.bytes,))
        assert UUID(bytes=found.scalar_one()) == level
