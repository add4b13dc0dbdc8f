"""What receiving would do, before it is done: counts, fields, and what is asked about first."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Any

import pytest

from itadmin.domain.changes import Change
from itadmin.services.receiving.parcels import Parcel, RefusedShareError
from itadmin.services.receiving.preview import CHANGED, GONE, NEW, Preview
from itadmin.services.receiving.standing import Standing, Trust

Read = Callable[[bytes], Parcel]


@contextmanager
def preview(kommun: Any, file: Parcel) -> Iterator[Preview]:
    """A file held against a copy of a register, which is as it was afterwards."""
    with closing(kommun.file.copy()) as copy:
        before = copy.content()
        with closing(Preview(copy, file)) as found:
            yield found
        assert copy.content() == before


def counts(found: Preview) -> tuple[int, int, int, int]:
    return found.count(NEW), found.count(CHANGED), found.unchanged, found.count(GONE)


def test_what_is_new_changed_unchanged_and_gone_is_told_by_register_and_field(
    kommun: Callable[[str], Any], parcel: Read
) -> None:
    sender, receiver = kommun("1438"), kommun("1460")
    kept = sender.add("systems", name="Treserva", user_count=7)
    gone = sender.add("systems", name="Evolution")
    agreement = sender.add("agreements", title="Driftavtal", systems=[str(kept)])
    first = parcel(sender.share())
    with preview(receiver, first) as found:
        assert counts(found) == (4, 0, 0, 0)
        assert (found.position.standing, found.position.trust) == (Standing.NEWER, Trust.NEW)
        assert found.asks == ()
    receiver.receive(first)
    sender.write(
        Change("systems", kept, {"user_count": 7}, {"user_count": 9}),
        Change("systems", gone, {"deleted": False}, {"deleted": True}),
        Change("agreements", agreement, {"systems": [str(kept)]}, {"systems": []}),
    )
    new = sender.add("systems", name="Lifecare")
    with preview(receiver, parcel(sender.share())) as found:
        assert counts(found) == (1, 2, 1, 1)
        assert found.position.trust is Trust.UNCONFIRMED
        assert found.count(CHANGED, "systems") == 1
        changed = {entry.label: entry.change for entry in found.entries(CHANGED)}
        assert changed["Treserva"] == Change("systems", kept, {"user_count": 7}, {"user_count": 9})
        assert changed["Driftavtal"] == Change("agreements", agreement, {"systems": [str(kept)]}, {"systems": []})
        ((added,), (removed,)) = found.entries(NEW), found.entries(GONE)
        assert (added.label, added.change.record_id, added.change.before) == ("Lifecare", new, None)
        assert (removed.label, removed.change.record_id, removed.change.after) == ("Evolution", gone, None)
        assert removed.change.before is not None


def test_entries_come_in_parts(kommun: Callable[[str], Any], parcel: Read) -> None:
    sender = kommun("1438")
    for number in range(5):
        sender.add("systems", name=f"System {number}")
    with preview(kommun("1460"), parcel(sender.share())) as found:
        whole, parts = found.entries(NEW), []
        while part := found.entries(NEW, parts[-1] if parts else None, limit=2):
            parts += part
        assert parts == whole
        assert len(whole) == 6


def test_a_name_that_stands_for_a_record_is_no_record_before_it_comes(
    kommun: Callable[[str], Any], parcel: Read
) -> None:
    sender, receiver = kommun("1438"), kommun("1460")
    with preview(receiver, parcel(sender.share())) as found:
        (entry,) = found.entries(NEW)
        assert entry.change.before is None


@pytest.mark.parametrize(("turn", "standing", "unchanged"), [(0, Standing.OLDER, 0), (1, Standing.SAME, 2)])
def test_older_and_same_files_say_so_and_change_nothing(
    kommun: Callable[[str], Any], parcel: Read, turn: int, standing: Standing, unchanged: int
) -> None:
    sender, receiver = kommun("1438"), kommun("1460")
    files = [parcel(sender.share())]
    sender.add("systems", name="Treserva")
    files.append(parcel(sender.share()))
    receiver.receive(files[1])
    with preview(receiver, files[turn]) as found:
        assert found.position.standing is standing
        assert counts(found) == (0, 0, unchanged, 0)
        assert (found.entries(NEW), found.asks) == ([], ())


def test_ones_own_file_says_so(kommun: Callable[[str], Any], parcel: Read) -> None:
    own = kommun("1460")
    with preview(own, parcel(own.share())) as found:
        assert found.position.standing is Standing.OWN


@pytest.mark.parametrize(
    ("records", "gone", "asked"), [(10, 2, False), (10, 3, True), (300, 50, False), (300, 51, True)]
)
def test_large_removals_are_asked_about(
    kommun: Callable[[str], Any], parcel: Read, load: Callable[[str], Any], records: int, gone: int, asked: bool
) -> None:
    sender, receiver = kommun("1438"), kommun("1460")
    addition = load("shares").addition
    ids = [sender.around.new_id() for _ in range(records)]
    sender.write(*(addition("systems", record, {"name": f"System {place}"}) for place, record in enumerate(ids)))
    receiver.receive(parcel(sender.share()))
    sender.write(*(Change("systems", record, {"deleted": False}, {"deleted": True}) for record in ids[:gone]))
    with preview(receiver, parcel(sender.share())) as found:
        told = f"{gone} av {records + 1} uppgifter från Kommun 1438 tas bort. Stämmer det?"
        assert found.asks == ((told,) if asked else ())


def test_a_narrower_profile_is_asked_about_before_it_takes_fields_away(
    kommun: Callable[[str], Any], parcel: Read
) -> None:
    sender, receiver = kommun("1438"), kommun("1460")
    person, system = sender.add("people", name="Åsa Öberg"), sender.add("systems", name="Treserva")
    sender.add("roles", kind="systemagare", system=str(system), person=str(person))
    receiver.receive(parcel(sender.share("grannar")))
    with preview(receiver, parcel(sender.share("itchefsgruppen"))) as found:
        assert found.asks == ()
    with preview(receiver, parcel(sender.share("grannar_utan_personer"))) as found:
        assert found.lost == {"people": frozenset(), "roles": {"person"}}
        assert found.asks[-1] == (
            "Kommun 1438 delar mindre än förra gången. Här försvinner alla personer. "
            "Dessutom töms fält: roller – person. Stämmer det?"
        )


def test_what_is_real_is_asked_about_before_it_stands_among_what_is_invented(
    kommun: Callable[[str], Any], parcel: Read
) -> None:
    sender, receiver = kommun("1438"), kommun("1460")
    real = parcel(sender.share())
    with closing(receiver.file.copy()) as copy:
        copy.info = replace(copy.info, sample=True)
        with closing(Preview(copy, real)) as found:
            (asked,) = found.asks
            assert asked.startswith("Filen från Kommun 1438 har verkliga uppgifter, men det här är ett övningsregister")
    receiver.receive(real)
    sender.add("systems", name="Treserva")
    with closing(receiver.file.copy()) as copy:
        copy.info = replace(copy.info, sample=True)
        with closing(Preview(copy, parcel(sender.share()))) as found:
            assert found.asks == ()  # once is enough


def test_what_another_owns_is_refused_already_here(kommun: Callable[[str], Any], parcel: Read) -> None:
    thief, receiver = kommun("1438"), kommun("1460")
    own = receiver.add("systems", name="Eget")
    thief.add("systems", name="Stulet")
    with thief.file.writing() as connection:
        connection.exec_driver_sql("UPDATE systems SET id = ? WHERE name = 'Stulet'", (own.bytes,))
    file = parcel(thief.share())
    with closing(receiver.file.copy()) as copy:
        for _ in range(2):
            with pytest.raises(RefusedShareError):
                Preview(copy, file)
