"""Names where somebody has written them: as whole words, in records and their rows, in the bin too."""

import pytest

from itadmin.services.workspace import Workspace
from itadmin.storage.queries.mentions import mentions


def test_a_name_is_found_wherever_it_is_written(workspace: Workspace) -> None:
    add = workspace.records.add
    contact = {"party": "systemagare", "task": "avtalsansvarig"}
    contacts = [{**contact, "name": name} for name in ("anna  ek", "Bo")]
    agreement = add("agreements", {"title": "Avtal", "contacts": contacts})
    session = add("training_sessions", {"title": "Kurs", "teacher_name": "Anna Ek, Ale", "note": "Ring ANNA EK"})
    binned = add("systems", {"name": "S", "reviewed_by": "Anna Ek"})
    workspace.records.delete("systems", [binned])
    add("systems", {"name": "T", "reviewed_by": "Hanna Ekström"})
    left_out = add("people", {"name": "Anna Ek"})
    with workspace.file.reading() as connection:
        found = mentions(connection, ["Anna Ek"], {left_out})
    assert {(item.record_id, item.field, item.in_bin) for item in found} == {
        (agreement, "contacts", False),
        (session, "teacher_name", False),
        (session, "note", False),
        (binned, "reviewed_by", True),
    }


@pytest.mark.parametrize("names", [[], [""]])
def test_nobody_is_named_nowhere(workspace: Workspace, names: list[str]) -> None:
    with workspace.file.reading() as connection:
        assert mentions(connection, names, ()) == []
