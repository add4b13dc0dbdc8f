from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itadmin.domain.identifiers import seeded_id_source
from itadmin.domain.problems import NotFoundError, ReadOnlyError
from itadmin.domain.registers import REGISTERS
from itadmin.services.changes_between import Between, ChangesBetween
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.digest import digest
from itadmin.services.reading import ListQuery
from itadmin.services.record_history import record_history
from itadmin.services.time_machine import end_of_day, past_workspace, reading_of, start_of_day
from itadmin.services.undo import UndoState
from itadmin.services.workspace import Workspace, open_workspace

START = datetime(2026, 3, 25, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time

    def next_day(self) -> None:
        self.time += timedelta(days=1)


def workspace(path: Path, clock: Clock) -> Workspace:
    ids = seeded_id_source("prov", int(START.timestamp() * 1000))
    around = Surroundings(clock, ids.new, "Prov", "dator")
    create(path, "1460", "", around).close()
    return open_workspace(path, around)


DEEDS = ("add", "change", "delete", "restore", "link", "undo", "redo", "next day")


def act(found: Workspace, deed: str, number: int) -> None:
    """One thing a user might do, to one of the systems there are."""
    systems = [key for deleted in (False, True) for key in found.reading().keys("systems", ListQuery(deleted=deleted))]
    chosen = systems[number % len(systems)] if systems else None
    if deed == "add" or (deed in ("change", "link", "delete", "restore") and chosen is None):
        found.records.add("systems", {"name": f"System {number}"})
    elif deed == "change" and chosen:
        found.records.save("systems", chosen, {"note": f"Anteckning {number}", "version": "2"})
    elif deed == "link":
        found.records.add("agreements", {"title": "Avtal", "systems": [str(chosen)], "prices": [{"item": "Drift"}]})
    elif deed in ("delete", "restore"):
        getattr(found.records, deed)("systems", [chosen])
    else:
        with suppress(NotFoundError):
            getattr(found.undo, deed)()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 9)), max_size=25))
def test_every_day_can_be_read_again_as_it_ended(deeds: list[tuple[str, int]]) -> None:
    clock = Clock()
    ended: dict[date, tuple[str, list[UUID]]] = {}
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.itadmin")
        with closing(workspace(path, clock)) as found:
            for deed, number in (*deeds, ("next day", 0)):
                if deed != "next day":
                    act(found, deed, number)
                    continue
                hits = found.reading().keys("systems", ListQuery(words="system"))
                ended[clock().astimezone().date()] = digest(found.reading()), hits
                clock.next_day()
        content = path.read_bytes()
        for day, (whole, hits) in ended.items():
            with reading_of(path, day, as_of=day) as reading:
                assert digest(reading) == whole
                assert reading.keys("systems", ListQuery(words="system")) == hits
        assert path.read_bytes() == content


def test_history_then_knew_nothing_of_what_came_after(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "a.itadmin"
    found = workspace(path, clock)
    key = found.records.add("systems", {"name": "Lifecare"})
    day = clock().astimezone().date()
    clock.next_day()
    found.records.save("systems", key, {"name": "Lifecare 2"})
    found.close()
    with reading_of(path, day, as_of=day) as reading:
        assert reading.one("systems", key).label == "Lifecare"
        assert [entry.step.title for entry in reading.history(key)] == ["La till Lifecare"]
        assert reading.named("systems", "lifecare") == key
    with reading_of(path, day) as reading:
        assert reading.one("systems", key).label == "Lifecare 2"


def test_who_held_a_role_follows_both_the_data_and_the_day(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "a.itadmin"
    found = workspace(path, clock)
    first, second = (found.records.add("people", {"name": name}) for name in ("Eva Ek", "Bo Ask"))
    key = found.records.add("systems", {"name": "Lifecare", "system_owner": str(first)})
    day = clock().astimezone().date()
    clock.next_day()
    found.records.save("systems", key, {"system_owner": str(second)})
    found.close()
    for on, as_of, label in ((day, None, "Eva Ek"), (day + timedelta(1), None, "Bo Ask"),
                             (day + timedelta(1), day, "Eva Ek")):  # fmt: skip
        with reading_of(path, on, as_of) as reading:
            assert reading.one("systems", key).holders["system_owner"].label == label


def test_before_the_file_there_was_nothing(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "a.itadmin"
    found = workspace(path, clock)
    found.records.add("systems", {"name": "Lifecare"})
    found.close()
    with reading_of(path, START.date(), as_of=START.date() - timedelta(days=1)) as reading:
        assert reading.keys("systems") == reading.keys("organisations", ListQuery(all_owners=True)) == []
        assert reading.find("lifecare") == []


@pytest.mark.parametrize("day", [date.min, date(1900, 1, 1), date(2026, 3, 29), date.max])
def test_every_day_has_an_end(day: date) -> None:
    assert end_of_day(day).endswith("+00:00")
    assert len(end_of_day(day)) == len("2026-03-29T21:59:59.999+00:00")


def test_a_day_ends_by_the_clock_on_the_wall() -> None:
    day = date(2026, 3, 25)
    assert datetime.fromisoformat(end_of_day(day)).astimezone().date() == day
    later = datetime.fromisoformat(end_of_day(day)) + timedelta(milliseconds=1)
    assert later.astimezone().date() == day + timedelta(days=1)


@pytest.mark.parametrize("day", [date.min, date(2026, 3, 29), date(2026, 10, 25), date.max - timedelta(days=1)])
def test_a_day_begins_when_the_one_before_has_ended(day: date) -> None:
    assert start_of_day(day) <= end_of_day(day)
    if day not in (date.min, date.max - timedelta(days=1)):
        ended = datetime.fromisoformat(end_of_day(day - timedelta(days=1)))
        assert datetime.fromisoformat(start_of_day(day)) == ended + timedelta(milliseconds=1)


def test_an_earlier_day_is_a_register_of_its_own_that_cannot_be_changed(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "a.itadmin"
    with closing(workspace(path, clock)) as found:
        key = found.records.add("systems", {"name": "Lifecare"})
        day = clock().astimezone().date()
        clock.next_day()
        found.records.save("systems", key, {"name": "Lifecare 2"})
        content = found.file.content()
        with closing(past_workspace(path, content, day, found.around)) as past:
            assert past.around.today() == past.reading().day == day
            assert past.reading().label("systems", key) == "Lifecare"
            assert not past.writable
            assert past.undo.state() == UndoState("La till Lifecare", "")
            with pytest.raises(ReadOnlyError):
                past.records.save("systems", key, {"name": "Lifecare 3"})
            with closing(past.snapshot()) as copy:
                assert copy.label("systems", key) == "Lifecare"
        assert found.reading().label("systems", key) == "Lifecare 2"
        assert found.file.content() == content


def test_there_is_no_register_before_it_was_made(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "a.itadmin"
    with closing(workspace(path, clock)) as found, pytest.raises(NotFoundError, match="från och med 2026-03-25"):
        past_workspace(path, found.file.content(), date(2026, 3, 24), found.around)


RELEASED = sorted((Path(__file__).parent.parent / "files").glob("*.itadmin"))


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_a_file_of_every_format_can_be_seen_as_it_was(path: Path) -> None:
    """What has been added to records since is empty in what the journal says of before."""
    days = date(2026, 11, 22), date(2026, 12, 22)
    said = []
    for day in days:
        with reading_of(path, day, as_of=day) as reading:
            system = reading.named("systems", "Lifecare")
            said.append(digest(reading))
            assert [event.step.at[:10] for event in record_history(reading, REGISTERS["systems"], system)]
            changes = ChangesBetween(reading, Between())
            assert len(changes.lines(0, len(changes))) == len(changes)
    with reading_of(path, days[1]) as reading:
        assert digest(reading) == said[1] != said[0]
