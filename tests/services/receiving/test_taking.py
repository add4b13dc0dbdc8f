"""What receiving does to a register: records, names, references, words and search, in any order of files."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import Change
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.digest import digest
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.receiving.parcels import Parcel, RefusedShareError
from itadmin.services.receiving.preview import Preview
from itadmin.services.receiving.standing import ChangedKeyError
from itadmin.services.receiving.taking import chosen, confirm, put_in, take_in
from itadmin.services.workspace import Workspace
from itadmin.storage.sharing import slices

Read = Callable[[bytes], Parcel]
DAY = date(2026, 11, 22)
DALS_ED, FARGELANDA, BENGTSFORS = (municipality_id(code) for code in ("1438", "1439", "1460"))


def reading(kommun: Any) -> Reading:
    return Reading(kommun.file, DAY)


def names(kommun: Any, register: str = "systems") -> list[str]:
    """The names of all records there are of a register, in order; those that stand for others are not records."""
    found = reading(kommun)
    return [read.label for read in found.many(register, found.keys(register, ListQuery(all_owners=True))).values()]


def placeholders(kommun: Any, register: str) -> dict[UUID, str]:
    with kommun.file.reading() as connection:
        rows = connection.exec_driver_sql(f"SELECT id, label FROM {register} WHERE placeholder = 1").all()
    return {UUID(bytes=row[0]): row[1] for row in rows}


def found(kommun: Any, words: str) -> list[str]:
    return [hit.label for hit in reading(kommun).find(words)]


def whole(kommun: Any) -> None:
    """Nothing refers to nothing, and every record but the names can be found by what it says."""
    with kommun.file.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        connection.exec_driver_sql("SELECT 1")
        for name in REGISTERS:
            unfound = (
                f"SELECT count(*) FROM {name} AS m JOIN search_registers AS r ON r.register = '{name}' "
                "WHERE m.placeholder = 0 AND m.deleted = 0 AND NOT EXISTS "
                "(SELECT 1 FROM search_index AS i WHERE i.rowid = (r.pk << 40) + m.pk AND i.title = m.label)"
            )
            assert connection.exec_driver_sql(unfound).scalar_one() == 0, name


def test_what_is_received_is_what_was_shared(kommun: Callable[[str], Any], parcel: Read) -> None:
    sender, receiver = kommun("1438"), kommun("1460")
    system = sender.add("systems", name="Treserva", user_count=7, note="hemligt", aliases="Omsorg Öst")
    sender.add("agreements", title="Driftavtal", systems=[str(system)], options=[{"months": 12, "taken": True}])
    file = parcel(sender.share())
    taken = put_in(receiver.file, receiver.around, [file])
    assert taken.parcels == (file,)
    assert taken.changes.title == "Tog emot från Kommun 1438"
    assert {change.register for change in taken.changes.changes} == {"systems", "agreements", "organisations"}
    assert digest(reading(receiver), DALS_ED) == file.version.digest
    read = reading(receiver).one("systems", system)
    assert (read.record.owner, read.record.shared, read.placeholder) == (DALS_ED, True, False)
    assert found(receiver, "omsorg öst") == ["Treserva"]
    assert names(receiver, "agreements") == ["Driftavtal"]
    whole(receiver)


def test_a_newer_file_takes_the_place_of_what_came_before(kommun: Callable[[str], Any], parcel: Read) -> None:
    sender, receiver = kommun("1438"), kommun("1460")
    kept, gone = sender.add("systems", name="Treserva"), sender.add("systems", name="Evolution")
    receiver.receive(parcel(sender.share()))
    pk = reading(receiver).place("systems", kept)
    sender.write(_change(kept, {"name": "Treserva"}, {"name": "Combine"}))
    sender.write(_change(gone, {"deleted": False}, {"deleted": True}))
    sender.add("systems", name="Lifecare")
    receiver.receive(parcel(sender.share()))
    assert names(receiver) == ["Combine", "Lifecare"]
    assert reading(receiver).place("systems", kept) == pk
    assert found(receiver, "treserva") == []
    assert found(receiver, "combine") == ["Combine"]
    assert placeholders(receiver, "systems") == {}
    whole(receiver)


def test_an_older_or_the_same_file_does_nothing(kommun: Callable[[str], Any], parcel: Read) -> None:
    sender, receiver = kommun("1438"), kommun("1460")
    first = parcel(sender.share())
    sender.add("systems", name="Treserva")
    second = parcel(sender.share())
    receiver.receive(second)
    before = receiver.content()
    for files in ([first], [second], [second, first, second]):
        assert put_in(receiver.file, receiver.around, files).parcels == ()
    assert receiver.content() == before


def test_of_several_files_the_newest_of_each_sender_is_taken(kommun: Callable[[str], Any], parcel: Read) -> None:
    one, two, receiver = kommun("1438"), kommun("1439"), kommun("1460")
    old = parcel(one.share())
    one.add("systems", name="Treserva")
    new, other = parcel(one.share()), parcel(two.share())
    assert chosen(receiver.file, [new, other, old]) == (new, other)
    taken = put_in(receiver.file, receiver.around, [old, other, new])
    assert taken.changes.title == "Tog emot från Kommun 1438 och Kommun 1439"
    assert names(receiver) == ["Treserva"]


@pytest.mark.parametrize("turn", [1, -1])
def test_of_two_files_of_one_moment_the_same_wins_in_any_order(
    kommun: Callable[[str], Any], parcel: Read, turn: int
) -> None:
    """Such come about when a backup is gone back to and the clock has stood still."""
    sender, receiver = kommun("1438"), kommun("1460")
    before, files = sender.content(), []
    for name in ("Treserva", "Evolution", "Lifecare"):
        sender.restore(before)
        sender.add("systems", name=name)
        files.append(parcel(sender.share()))
    assert len({file.version.clock for file in files}) == 1
    for file in files[::turn]:
        receiver.receive(file)
    newest = max(files, key=lambda file: file.version.digest)
    assert digest(reading(receiver), DALS_ED) == newest.version.digest


@pytest.mark.parametrize("owner_first", [True, False])
def test_a_reference_to_what_has_not_come_is_a_name_until_it_comes(
    kommun: Callable[[str], Any], parcel: Read, owner_first: bool
) -> None:
    owner, friend, receiver = kommun("1438"), kommun("1439"), kommun("1460")
    system = owner.add("systems", name="Treserva")
    friend.receive(owned := parcel(owner.share()))
    friend.add("cooperation_levels", system=str(system), municipality=str(FARGELANDA), level="3")
    of_friend = parcel(friend.share())
    if not owner_first:
        receiver.receive(of_friend)
        assert placeholders(receiver, "systems") == {system: "Treserva"}
        assert (names(receiver), found(receiver, "treserva")) == ([], [])
    receiver.receive(owned)
    receiver.receive(of_friend)
    assert placeholders(receiver, "systems") == {}
    assert names(receiver) == ["Treserva"]
    whole(receiver)


def test_what_goes_and_is_still_referred_to_stays_as_a_name(kommun: Callable[[str], Any], parcel: Read) -> None:
    owner, friend, receiver = kommun("1438"), kommun("1439"), kommun("1460")
    system, mine = owner.add("systems", name="Treserva"), owner.add("systems", name="Evolution")
    for each in (friend, receiver):
        each.receive(parcel(owner.share()))
    friend.add("matches", verdict="samma", one=str(system), other=str(system))
    level = receiver.add("cooperation_levels", system=str(mine), municipality=str(DALS_ED), level="2")
    receiver.receive(parcel(friend.share()))
    for record in (system, mine):
        owner.write(_change(record, {"shared": True}, {"shared": False}))
    receiver.receive(parcel(owner.share()))
    assert placeholders(receiver, "systems") == {system: "Treserva", mine: "Evolution"}
    assert names(receiver) == []
    assert reading(receiver).one("cooperation_levels", level).labels[mine] == "Evolution"
    whole(receiver)


def test_a_name_that_nothing_refers_to_any_more_goes(kommun: Callable[[str], Any], parcel: Read) -> None:
    owner, friend, receiver = kommun("1438"), kommun("1439"), kommun("1460")
    system = owner.add("systems", name="Treserva")
    friend.receive(parcel(owner.share()))
    match = friend.add("matches", verdict="samma", one=str(system))
    receiver.receive(parcel(friend.share()))
    assert placeholders(receiver, "systems") == {system: "Treserva"}
    friend.write(Change("matches", match, {"deleted": False}, {"deleted": True}))
    receiver.receive(parcel(friend.share()))
    assert placeholders(receiver, "systems") == {}
    whole(receiver)


def test_a_name_is_the_newest_that_refers_to_it_whatever_came_last(kommun: Callable[[str], Any], parcel: Read) -> None:
    owner, one, two = kommun("1438"), kommun("1439"), kommun("1461")
    system = owner.add("systems", name="Treserva")
    one.receive(parcel(owner.share()))
    one.add("matches", verdict="samma", one=str(system))
    old = parcel(one.share())
    owner.write(_change(system, {"name": "Treserva"}, {"name": "Combine"}))
    two.wait(60)
    two.receive(parcel(owner.share()))
    two.add("matches", verdict="samma", one=str(system))
    new = parcel(two.share())
    receiver = kommun("1460")
    before = receiver.content()
    for order in ([old, new], [new, old]):
        for file in order:
            receiver.receive(file)
        assert placeholders(receiver, "systems") == {system: "Combine"}
        receiver.restore(before)


def test_kommuner_that_every_file_knows_stay(kommun: Callable[[str], Any], parcel: Read) -> None:
    sender, receiver = kommun("1438"), kommun("1460")
    known = placeholders(receiver, "organisations")
    receiver.receive(parcel(sender.share()))
    assert placeholders(receiver, "organisations") == {key: name for key, name in known.items() if key != DALS_ED}


def test_a_word_that_comes_names_what_uses_it_and_relabels_nothing_of_ours(
    kommun: Callable[[str], Any], parcel: Read
) -> None:
    sender, receiver = kommun("1438"), kommun("1460")
    system = sender.add("systems", name="Treserva", category="stodsystem")
    sender.add("value_words", name="Rådgivare", value_list="roll", code="1438.rad")
    sender.add("value_words", name="Ägare av allt", value_list="roll", code="systemagare", hidden=True)
    for kind in ("1438.rad", "systemagare"):
        sender.add("roles", system=str(system), kind=kind)
    receiver.receive(parcel(sender.share()))
    assert names(receiver, "roles") == ["Rådgivare", "Systemägare"]
    assert "systemagare" in reading(receiver).words.offered("roll")
    whole(receiver)


@pytest.mark.parametrize("turn", [1, -1])
def test_of_two_words_for_a_code_the_newest_senders_holds_in_any_order(
    kommun: Callable[[str], Any], parcel: Read, turn: int
) -> None:
    one, two, receiver = kommun("1438"), kommun("1439"), kommun("1460")
    one.add("roles", system=str(one.add("systems", name="Treserva")), kind="1439.rad")
    one.add("value_words", name="Rådgivare", value_list="roll", code="1439.rad")
    two.add("value_words", name="Rådgivande", value_list="roll", code="1439.rad")
    two.wait(60)
    for file in [parcel(one.share()), parcel(two.share())][::turn]:
        receiver.receive(file)
    assert names(receiver, "roles") == ["Rådgivande"]
    assert reading(receiver).words.label_of("roll", "1439.rad") == "Rådgivande"
    whole(receiver)


def test_words_that_came_after_a_file_was_read_name_its_records(kommun: Callable[[str], Any], parcel: Read) -> None:
    sender, friend, receiver = kommun("1438"), kommun("1439"), kommun("1460")
    sender.add("roles", system=str(sender.add("systems", name="Treserva")), kind="1439.rad")
    friend.add("value_words", name="Rådgivare", value_list="roll", code="1439.rad")
    read_before = parcel(sender.share())
    receiver.receive(parcel(friend.share()))
    receiver.receive(read_before)
    assert names(receiver, "roles") == ["Rådgivare"]


def test_ones_own_records_are_as_they_were(kommun: Callable[[str], Any], parcel: Read) -> None:
    sender, receiver = kommun("1438"), kommun("1460")
    receiver.add("systems", name="Eget")
    before = digest(reading(receiver), BENGTSFORS)
    for _ in range(2):
        sender.add("systems", name="Treserva")
        receiver.receive(parcel(sender.share()))
        assert digest(reading(receiver), BENGTSFORS) == before


def test_what_another_owns_is_taken_from_nobody(kommun: Callable[[str], Any], parcel: Read) -> None:
    thief, receiver = kommun("1438"), kommun("1460")
    own = receiver.add("systems", name="Eget")
    thief.add("systems", name="Stulet")
    with thief.file.writing() as connection:
        connection.exec_driver_sql("UPDATE systems SET id = ? WHERE name = 'Stulet'", (own.bytes,))
    before = receiver.content()
    with pytest.raises(RefusedShareError, match="en annan organisation äger"):
        receiver.receive(parcel(thief.share()))
    assert receiver.content() == before


def test_ones_own_file_from_elsewhere_only_makes_the_next_one_newer(kommun: Callable[[str], Any], parcel: Read) -> None:
    own = kommun("1460")
    before = own.content()
    own.wait(90_000)
    own.add("systems", name="Framtida")
    stray = parcel(own.share())
    own.restore(before)
    own.wait(-90_000)
    own.receive(stray)
    assert names(own) == []
    assert parcel(own.share()).version.clock > stray.version.clock
    again = own.content()
    own.receive(stray)
    assert own.content() == again


def test_a_changed_key_is_a_red_stop(kommun: Callable[[str], Any], parcel: Read, workspace: Workspace) -> None:
    sender = kommun("1438")
    first = parcel(sender.share())
    take_in(workspace, [first])
    sender.key = bytes(32)
    changed = parcel(sender.share())
    before = workspace.file.content()
    with pytest.raises(ChangedKeyError, match=changed.fingerprint):
        take_in(workspace, [changed])
    with pytest.raises(ChangedKeyError):
        take_in(workspace, [changed], trusted=first.fingerprint)
    assert workspace.file.content() == before
    take_in(workspace, [changed], trusted=changed.fingerprint.replace(" ", ""))
    with workspace.file.reading() as connection:
        known = slices.sender(connection, DALS_ED)
    assert known is not None
    assert (known.public_key, known.is_confirmed) == (changed.manifest.public_key, False)


def test_a_file_in_our_own_name_with_another_key_is_refused(
    kommun: Callable[[str], Any], parcel: Read, workspace: Workspace
) -> None:
    from_us = kommun("1460")
    with workspace.file.writing() as connection:
        connection.exec_driver_sql("INSERT INTO signing_key VALUES (1, ?, '')", (b"k" * 32,))
    with pytest.raises(ChangedKeyError, match="egen organisation"):
        take_in(workspace, [parcel(from_us.share())])


def test_who_has_read_the_fingerprint_aloud_is_confirmed(
    kommun: Callable[[str], Any], parcel: Read, workspace: Workspace
) -> None:
    take_in(workspace, [parcel(kommun("1438").share())])
    take_in(workspace, [parcel(kommun("1439").share())], confirmed=[FARGELANDA])

    def confirmed() -> dict[UUID, bool]:
        with workspace.file.reading() as connection:
            known = (slices.sender(connection, each) for each in (DALS_ED, FARGELANDA))
            return {each.organisation: each.is_confirmed for each in known if each}

    assert confirmed() == {DALS_ED: False, FARGELANDA: True}
    confirm(workspace, DALS_ED)
    assert confirmed() == {DALS_ED: True, FARGELANDA: True}


def test_a_backup_is_taken_before_and_none_when_nothing_is_taken_in(
    kommun: Callable[[str], Any], parcel: Read, workspace: Workspace
) -> None:
    file, before = parcel(kommun("1438").share()), workspace.file.content()
    taken = take_in(workspace, [file])
    assert taken.backup is not None
    assert taken.backup.read_bytes() == before
    assert take_in(workspace, [file]).backup is None


def test_too_many_senders_at_once_are_told_so(
    kommun: Callable[[str], Any], parcel: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("itadmin.services.receiving.taking.MOST_SENDERS", 1)
    receiver = kommun("1460")
    with pytest.raises(KnownError, match="högst 1"):
        receiver.receive(*(parcel(kommun(code).share()) for code in ("1438", "1439")))


def test_lists_that_are_known_are_read_anew_after_receiving(
    kommun: Callable[[str], Any], parcel: Read, workspace: Workspace
) -> None:
    query = ListQuery(all_owners=True)
    workspace.records.add("systems", {"name": "Eget"})

    def listed() -> int:
        listing = workspace.reading().listing("systems", query)
        while listing.more() is not None:
            pass
        return listing.total or 0

    assert listed() == 1
    sender = kommun("1438")
    sender.add("systems", name="Treserva")
    take_in(workspace, [parcel(sender.share())])
    workspace.records.add("systems", {"name": "Eget till"})
    assert listed() == 3


def _change(record: UUID, before: dict[str, Any], after: dict[str, Any]) -> Change:
    return Change("systems", record, before, after)


def test_what_is_invented_is_not_let_into_a_register_of_what_is_real(
    workspace: Workspace, kommun: Callable[[str], Any], parcel: Read
) -> None:
    sender = kommun("1438")
    sender.add("systems", name="Påhittat")
    real = parcel(sender.share())
    invented = replace(real, staged=replace(real.staged, manifest=replace(real.manifest, sample=True)))
    with pytest.raises(RefusedShareError, match="allt i den är påhittat"):
        take_in(workspace, [invented])
    with closing(workspace.file.copy()) as copy, pytest.raises(RefusedShareError, match="Be Kommun 1438 om en fil"):
        Preview(copy, invented)
    assert take_in(workspace, [real]).parcels == (real,)
