"""Who lacks what a session gives, and which sessions give what is lacked."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.services.sessions.lacking_of import lacking_of, sessions_that_give
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]


def test_who_has_no_seat_and_does_not_wait_can_be_signed_up(workspace: Workspace, demanded: Any, add: Add) -> None:
    session = add("training_sessions", title="Kurs", modules=[demanded.basic], seats=1, starts_on="2026-12-01")
    assert [row.name for row in lacking_of(workspace.reading(), session).rows] == ["Anna Ek", "Bo Lind"]
    part = add("training_participations", person=demanded.anna, session=session, status="anmald")
    found = lacking_of(workspace.reading(), session)
    assert ([row.name for row in found.rows], found.free) == (["Bo Lind"], 0)
    workspace.records.save("training_participations", part, {"status": "avanmald"})
    again = lacking_of(workspace.reading(), session)
    assert ([row.name for row in again.rows], again.free) == (["Anna Ek", "Bo Lind"], 1)


def test_somebody_who_lacks_two_of_its_moment_stands_once(workspace: Workspace, demanded: Any, add: Add) -> None:
    session = add("training_sessions", title="Kurs", modules=[demanded.basic, demanded.advanced])
    found = lacking_of(workspace.reading(), session)
    assert [row.name for row in found.rows] == ["Anna Ek", "Bo Lind"]
    assert [row[3] for row in found.told] == ["Grund", "Grund"]
    assert found.free is None


def test_who_never_did_it_comes_before_who_did_it_long_ago(workspace: Workspace, demanded: Any, add: Add) -> None:
    old = {"status": "genomford", "completed_on": "2024-01-01", "module": demanded.basic}
    add("training_participations", person=demanded.anna, **old)
    session = add("training_sessions", title="Kurs", modules=[demanded.basic])
    assert [row.name for row in lacking_of(workspace.reading(), session).rows] == ["Bo Lind", "Anna Ek"]


@pytest.mark.parametrize(
    ("values", "is_offered"),
    [
        ({"starts_on": "2026-11-22"}, True),
        ({"starts_on": "2026-12-24", "status": "oppet"}, True),
        ({"starts_on": "2026-11-20", "ends_on": "2026-11-23"}, True),
        ({"starts_on": "2026-11-21"}, False),
        ({"starts_on": "2026-12-24", "status": "installt"}, False),
        ({"starts_on": "2026-12-24", "status": "genomfort"}, False),
        ({}, False),
    ],
)
def test_a_session_to_come_gives_what_is_lacked(
    workspace: Workspace, demanded: Any, add: Add, values: dict[str, str], is_offered: bool
) -> None:
    add("training_sessions", title="Kurs", modules=[demanded.basic], **values)
    assert bool(sessions_that_give(workspace.reading(), [demanded.basic])) is is_offered
    assert sessions_that_give(workspace.reading(), [demanded.advanced]) == []


def test_any_version_of_the_moment_will_do(workspace: Workspace, demanded: Any, add: Add) -> None:
    plan = add("training_plans", title="Nästa", status="utkast")
    later = add("training_modules", title="Grund 2", plan=plan, same_as=demanded.basic)
    add("training_sessions", title="Kurs", modules=[later], starts_on="2026-12-01")
    assert [each.title for each in sessions_that_give(workspace.reading(), [demanded.basic])] == ["Kurs"]
