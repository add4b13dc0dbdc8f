"""What a share file would hold."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from itadmin.domain.sharing import NEIGHBOURS, PROFILES
from itadmin.services.digest import digest
from itadmin.services.sharing.less import told_lost
from itadmin.services.sharing.outgoing import Outgoing
from itadmin.services.sharing.profiles import profile_named
from itadmin.services.sharing.sending import Made
from itadmin.services.workspace import Workspace
from itadmin.storage.sharing.sent import SentFile, note

Out, Send = Callable[..., Outgoing], Callable[..., Made]


def test_it_says_how_much_of_what(workspace: Workspace, out: Out) -> None:
    for name in ("Treserva", "Evolution"):
        workspace.records.add("systems", {"name": name})
    assert dict(out().counts) == {"systems": 2, "organisations": 1}
    assert out().digest == digest(workspace.reading(), None, NEIGHBOURS)
    assert (out().last, out().unchanged_since, out().taken_away) == (None, None, {})


def test_nothing_new_is_said_with_the_day_it_was_new(workspace: Workspace, out: Out, send: Send, clock: Any) -> None:
    first = clock.moment
    send()
    clock.move(days=3)
    assert out().unchanged_since == first
    send()
    clock.move(days=3)
    assert out().unchanged_since == first
    assert out().last.number == 2
    system = workspace.records.add("systems", {"name": "Treserva"})
    assert out().unchanged_since is None
    workspace.records.delete("systems", [system])
    assert out().unchanged_since == first


def test_another_profile_is_something_new(out: Out, send: Send) -> None:
    send()
    assert out(PROFILES["itchefsgruppen"]).unchanged_since is None
    send(PROFILES["itchefsgruppen"])
    assert out().unchanged_since is None


@pytest.fixture
def with_a_role(workspace: Workspace) -> None:
    """A person who has a role in a system."""
    add = workspace.records.add
    person, system = add("people", {"name": "Eva Ek"}), add("systems", {"name": "Treserva"})
    add("roles", {"kind": "systemagare", "system": str(system), "person": str(person)})


@pytest.mark.usefixtures("with_a_role")
def test_a_narrower_profile_tells_what_it_takes_away(out: Out, send: Send) -> None:
    send(PROFILES["grannar_utan_personer"])
    assert out().taken_away == {}
    send()
    taken = out(PROFILES["grannar_utan_personer"]).taken_away
    assert taken == {"people": frozenset(), "roles": {"person"}}
    assert told_lost(taken, "Hos mottagarna") == (
        "Hos mottagarna försvinner alla personer. Dessutom töms fält: roller – person."
    )


def test_of_a_register_without_records_nothing_is_taken_away(workspace: Workspace, out: Out, send: Send) -> None:
    gone = workspace.records.add("people", {"name": "Eva Ek"})
    send()
    assert out(PROFILES["grannar_utan_personer"]).taken_away == {"people": frozenset()}
    workspace.records.delete("people", [gone])
    assert out(PROFILES["grannar_utan_personer"]).taken_away == {}


@pytest.mark.usefixtures("with_a_role")
def test_a_profile_of_ones_own_is_held_against_what_it_was(
    workspace: Workspace, out: Out, send: Send, clock: Any
) -> None:
    key = workspace.records.add("share_profiles", {"name": "Egen", "base": "grannar"})
    send(profile_named(workspace.reading(), "Egen"))
    assert out(profile_named(workspace.reading(), "Egen")).taken_away == {}
    clock.move(days=1)
    workspace.records.save("share_profiles", key, {"left_out": [{"register": "systems", "field": "user_count"}]})
    narrower = profile_named(workspace.reading(), "Egen")
    assert out(narrower).taken_away == {"systems": frozenset({"user_count"})}
    send(narrower)
    assert out(narrower).taken_away == {}
    assert out().taken_away == {}
    workspace.records.delete("share_profiles", [key])
    assert out(PROFILES["grannar_utan_personer"]).taken_away["roles"] == {"person"}


@pytest.mark.parametrize("key", ["en_senare_profil", "0190f3a4-0000-7000-8000-000000000000"])
def test_a_profile_that_nobody_knows_here_takes_nothing_away(key: str, workspace: Workspace, out: Out) -> None:
    at = workspace.around.stamp()
    with workspace.file.writing() as connection:
        note(connection, SentFile(at, "", 1, 5, "ab" * 32, key, "Senare", "x", made_here=False))
    assert out().taken_away == {}
    assert out().last.profile_name == "Senare"


def test_the_day_is_that_of_here(out: Out, send: Send) -> None:
    send()
    assert isinstance(out().unchanged_since, datetime)
    assert out().unchanged_since.utcoffset() is not None
