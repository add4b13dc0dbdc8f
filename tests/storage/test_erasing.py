"""The journal with values taken out of it: other fields, other records and other people's names are left."""

from uuid import UUID

from itadmin.domain.erasure import ERASED
from itadmin.services.workspace import Workspace
from itadmin.storage import erasing, journal


def erased(workspace: Workspace, person: UUID, *names: str) -> int:
    with workspace.file.writing() as connection:
        return erasing.erase(connection, {person: frozenset({"name", "phone"})}, {person: names})


def test_only_some_fields_of_some_records(workspace: Workspace) -> None:
    anna, bo = (workspace.records.add("people", {"name": name, "title": "Chef"}) for name in ("Anna", "Bo"))
    workspace.records.save("people", anna, {"title": "Rektor"})
    assert erased(workspace, anna) == 1
    with workspace.file.reading() as connection:
        whole = [entry.change.after for entry in journal.history(connection, anna)]
        other = [entry.change.after for entry in journal.history(connection, bo)]
    assert whole[0] == {"title": "Rektor"}
    assert whole[1] is not None
    assert (whole[1]["name"], whole[1]["title"], whole[1]["phone"]) == (ERASED, "Chef", None)
    assert other[0] is not None
    assert other[0]["name"] == "Bo"
    assert erased(workspace, anna) == 0


def test_what_has_been_said_is_known_until_it_is_taken_away(workspace: Workspace) -> None:
    anna = workspace.records.add("people", {"name": "Anna Ek"})
    for name in ("Anna Berg", "Anna Ek"):
        workspace.records.save("people", anna, {"name": name})
    with workspace.file.reading() as connection:
        assert erasing.said_before(connection, anna, "name") == ["Anna Ek", "Anna Berg"]
    erased(workspace, anna)
    with workspace.file.reading() as connection:
        assert erasing.said_before(connection, anna, "name") == []


def test_titles_lose_the_name_only_where_it_is_hers(workspace: Workspace) -> None:
    anna = workspace.records.add("people", {"name": "Anna Ek"})
    workspace.records.add("people", {"name": "Anna Ek"})
    workspace.records.add("people", {"name": "Hanna Ekström"})
    system = workspace.records.add("systems", {"name": "JoAnna Ek och Anna Ek-systemet"})
    workspace.records.save("systems", system, {"system_owner": str(anna)})
    erased(workspace, anna, "Anna Ek", "Anna")
    with workspace.file.reading() as connection:
        titles = [journal.step(connection, number).title for number in range(1, 6)]
    assert titles == [
        "La till Person som har slutat",
        "La till Anna Ek",
        "La till Hanna Ekström",
        "La till JoAnna Ek och Anna Ek-systemet",
        "Ändrade JoAnna Ek och Person som har slutat-systemet: Systemägare",
    ]


def test_a_file_written_anew_holds_nothing_that_was_deleted(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Kanariefågeln", "purpose": "Kanariefågel " * 500})
    with workspace.file.writing() as connection:
        connection.exec_driver_sql("PRAGMA secure_delete=OFF")
        for table in ("journal", "steps", "search_index", "systems"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    assert "Kanariefågel".encode() in workspace.path.read_bytes()
    workspace.file.compact()
    assert "Kanariefågel".encode() not in workspace.path.read_bytes()
    assert not workspace.reading().many("systems", [system])
    assert workspace.records.add("systems", {"name": "Nytt"})
