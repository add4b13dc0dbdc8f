"""When the work list is read: at once while it is seen, after a pause otherwise, on another day."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from itadmin.ui.attention import gathering as module
from itadmin.ui.attention.gathering import NAME, Gathered, Gathering, gather
from itadmin.ui.session import Session


@pytest.fixture
def found() -> list[Gathered]:
    return []


@pytest.fixture
def gathering(session: Session, found: list[Gathered], monkeypatch: pytest.MonkeyPatch) -> Iterator[Gathering]:
    monkeypatch.setattr(module, "_PAUSE", 40)
    gathering = Gathering(session, gather, NAME)
    gathering.gathered.connect(found.append)
    yield gathering
    gathering.close()
    gathering.deleteLater()


def add(session: Session) -> None:
    session.workspace.records.add("systems", {"name": "Castor", "lifecycle": "i_drift"})


def test_what_is_not_seen_is_read_after_a_pause(
    session: Session, gathering: Gathering, found: list[Gathered], qtbot: QtBot
) -> None:
    add(session)
    assert found == []
    qtbot.waitUntil(lambda: len(found) == 1)
    assert found[0].work.lines
    gathering.set_seen(seen=True)
    assert len(found) == 1


def test_several_changes_at_once_are_read_once(
    session: Session, gathering: Gathering, found: list[Gathered], qtbot: QtBot
) -> None:
    gathering.set_seen(seen=True)
    assert len(found) == 1
    add(session)
    add(session)
    qtbot.waitUntil(lambda: len(found) > 1)
    assert len(found) == 2


def test_another_day_is_read_anew(
    session: Session, gathering: Gathering, found: list[Gathered], clock: Any, qtbot: QtBot
) -> None:
    gathering.set_seen(seen=True)
    gathering.see_day()
    clock.move(days=1)
    gathering.see_day()
    qtbot.waitUntil(lambda: len(found) == 2)
    assert (found[1].day - found[0].day).days == 1


def test_a_very_large_register_is_read_only_when_asked_for(
    session: Session, gathering: Gathering, found: list[Gathered], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(module, "_VERY_LARGE", 0)
    gathering._later.stop()
    add(session)
    assert not gathering._later.isActive()
    with qtbot.waitSignal(gathering.awaited):
        gathering.set_seen(seen=True)
    assert found == []
    gathering.read()
    assert len(found) == 1
    with qtbot.waitSignal(gathering.awaited):
        add(session)
    assert len(found) == 1


def test_a_large_one_is_read_from_a_copy_beside_the_window(
    session: Session, gathering: Gathering, found: list[Gathered], monkeypatch: pytest.MonkeyPatch
) -> None:
    add(session)
    gathering.read()
    monkeypatch.setattr(module, "_LARGE", 0)
    gathering.read()
    assert found[0] == found[1]


def test_nothing_is_read_after_the_end(session: Session, found: list[Gathered]) -> None:
    gathering = Gathering(session, gather, NAME)
    gathering.gathered.connect(found.append)
    gathering.close()
    add(session)
    gathering.set_seen(seen=True)
    assert found == []


def test_what_was_asked_for_first_is_not_told_last(
    session: Session, gathering: Gathering, found: list[Gathered], monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[Any] = []

    def hold(_name: str, work: Any, then: Any, _failed: Any) -> None:
        waiting.append((work, then))

    monkeypatch.setattr(session.background, "run", hold)
    monkeypatch.setattr(module, "_LARGE", 0)
    gathering.read()
    add(session)
    gathering.read()
    (first, tell_first), (second, tell_second) = waiting
    tell_second(second())
    tell_first(first())
    assert len(found) == 1
    assert found[0].figures.systems == 1
