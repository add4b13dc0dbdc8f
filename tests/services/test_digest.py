import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from itadmin.domain.identifiers import municipality_id, seeded_id_source
from itadmin.domain.record import to_plain
from itadmin.domain.sharing import PROFILES
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.digest import digest
from itadmin.services.workspace import Workspace, open_workspace

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def made(path: Path) -> Workspace:
    around = Surroundings(lambda: NOW, seeded_id_source("prov", 1_700_000_000_000).new, "Prov", "dator")
    create(path, "1460", "", around).close()
    return open_workspace(path, around)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    found = made(tmp_path / "a.itadmin")
    yield found
    found.close()


def test_equal_records_give_equal_digests_however_they_came_about(workspace: Workspace, tmp_path: Path) -> None:
    other = made(tmp_path / "b.itadmin")
    first = workspace.records.add("systems", {"name": "Lifecare"})
    same = other.records.add("systems", {"name": "Life"})
    assert first == same
    other.records.save("systems", same, {"name": "Lifecare", "note": "bort"})
    other.records.save("systems", same, {"note": None})
    assert digest(other.reading()) == digest(workspace.reading())
    assert other.reading().one("systems", same).record.revision == 3
    other.close()


def test_it_is_a_sha256_and_survives_a_copy(workspace: Workspace, tmp_path: Path) -> None:
    workspace.records.add("systems", {"name": "Åmål"})
    copied = Path(shutil.copy(workspace.path, tmp_path / "kopia"))
    whole = digest(workspace.reading())
    assert len(bytes.fromhex(whole)) == 32
    workspace.close()
    again = open_workspace(copied, workspace.around)
    assert digest(again.reading()) == whole
    again.close()


@pytest.mark.parametrize(
    "values",
    [
        {"name": "B"}, {"note": "x"}, {"personal_data": False}, {"user_count": 0}, {"deleted": True}, {"shared": False},
    ],
)  # fmt: skip
def test_every_change_of_content_is_seen(values: dict[str, object], workspace: Workspace) -> None:
    key = workspace.records.add("systems", {"name": "A"})
    before = digest(workspace.reading())
    workspace.records.save("systems", key, values)
    assert digest(workspace.reading()) != before
    workspace.undo.undo()
    assert digest(workspace.reading()) == before


def test_rows_and_links_count_in_their_order(workspace: Workspace) -> None:
    systems = [str(workspace.records.add("systems", {"name": name})) for name in "AB"]
    values = {"title": "Avtal", "systems": systems, "prices": [{"item": "a"}, {"item": "b"}]}
    key = workspace.records.add("agreements", values)
    found = {digest(workspace.reading())}
    workspace.records.save("agreements", key, {"systems": systems[::-1]})
    found.add(digest(workspace.reading()))
    workspace.records.save("agreements", key, {"prices": [{"item": "b"}, {"item": "a"}]})
    found.add(digest(workspace.reading()))
    assert len(found) == 3


def test_what_lies_in_the_bin_counts(workspace: Workspace) -> None:
    key = workspace.records.add("systems", {"name": "A"})
    workspace.records.delete("systems", [key])
    before = digest(workspace.reading())
    workspace.records.save("systems", key, {"note": "x"})
    assert digest(workspace.reading()) != before


def test_a_field_that_came_later_and_is_empty_does_not_count(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.records.add("agreements", {"title": "Avtal", "prices": [{"item": "Drift"}]})
    before = digest(workspace.reading())
    monkeypatch.setattr("itadmin.services.digest.to_plain", lambda record: {**to_plain(record), "a": None, "b": []})
    assert digest(workspace.reading()) == before


def test_one_owners_records_and_never_placeholders(workspace: Workspace) -> None:
    reading = workspace.reading()
    assert digest(reading, municipality_id("1460")) == digest(reading)
    assert digest(reading, municipality_id("1438")) == digest(reading, municipality_id("1439"))


@pytest.mark.parametrize("key", PROFILES)
def test_what_a_profile_shares_counts_alone(key: str, workspace: Workspace) -> None:
    own = workspace.file.info.organisation
    system = workspace.records.add("systems", {"name": "Treserva"})

    def shared() -> str:
        return digest(workspace.reading(), own, PROFILES[key])

    before = shared()
    workspace.records.save("systems", system, {"links": [{"title": "hemligt", "address": "https://exempel.example"}]})
    hidden = workspace.records.add("systems", {"name": "Hemligt", "shared": False})
    assert shared() == before
    workspace.records.save("systems", hidden, {"shared": True})
    assert shared() != before


def test_the_sender_and_who_has_received_it_have_the_same(workspace: Workspace) -> None:
    own = workspace.file.info.organisation
    system = workspace.records.add("systems", {"name": "Treserva", "personal_data": True, "user_count": 0})
    person = workspace.records.add("people", {"name": "Eva Lind"})
    workspace.records.add("roles", {"kind": "systemagare", "system": str(system), "person": str(person)})
    contact = {"party": "driftenhet", "task": "driftansvarig", "name": "Eva Lind"}
    workspace.records.add("agreements", {"title": "Avtal", "systems": [str(system)], "contacts": [contact]})
    reading = workspace.reading()
    assert digest(reading, own, PROFILES["itchefsgruppen"]) == digest(reading, own)
    assert digest(reading, own, PROFILES["grannar_utan_personer"]) != digest(reading, own)


def test_the_profile_of_nobody_named_is_of_the_files_own_records(workspace: Workspace) -> None:
    reading, profile = workspace.reading(), PROFILES["grannar"]
    assert digest(reading, None, profile) == digest(reading, workspace.file.info.organisation, profile)
