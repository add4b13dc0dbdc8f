"""Rounds of the yearly review: whose each system is, who has answered, and what an answer writes."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.problems import KnownError
from itadmin.services.reviewing.overview import review_overview
from itadmin.services.reviewing.rounds import NOBODY, Item, Share, confirm, shares
from itadmin.services.workspace import Workspace

SINCE = date(2026, 1, 1)
DAY = date(2026, 11, 22)


@pytest.fixture
def anna(workspace: Workspace) -> UUID:
    return workspace.records.add("people", {"name": "Anna Ek"})


def add(workspace: Workspace, name: str, **values: Any) -> UUID:
    return workspace.records.add("systems", {"name": name, **values})


def told(workspace: Workspace, since: date = SINCE) -> list[tuple[str, int, int]]:
    return [(share.name, len(share.items), len(share.left)) for share in shares(workspace.reading(), since)]


def test_each_has_what_is_theirs_and_nobodys_is_last(workspace: Workspace, anna: UUID) -> None:
    add(workspace, "Ale", system_manager=str(anna), reviewed_on="2026-03-01", reviewed_by="Anna")
    add(workspace, "Lifecare", system_manager=str(anna), system_owner={"function": "Socialchef"})
    add(workspace, "Ekot", system_owner={"function": "Ekonomichef"})
    add(workspace, "Ingens")
    add(workspace, "Gamla", lifecycle="avvecklad")
    add(workspace, "Kanske", suggestion=True)
    add(workspace, "Hemliga", security_protection=True, system_manager=str(anna))
    assert told(workspace) == [("Anna Ek", 3, 2), ("Ekonomichef", 1, 1), (NOBODY, 1, 1)]
    first = shares(workspace.reading(), SINCE)[0]
    assert first.person_id == anna
    assert [item.name for item in first.items] == ["Ale", "Hemliga", "Lifecare"]
    assert first.items[0].next_review_on == date(2027, 3, 1)


def test_more_than_one_piece_of_a_list_is_read(workspace: Workspace) -> None:
    for number in range(140):
        add(workspace, f"System {number:03}")
    (share,) = shares(workspace.reading(), SINCE)
    assert [item.name for item in share.items] == [f"System {number:03}" for number in range(140)]


@pytest.mark.parametrize(
    ("reviewed", "left"),
    [("2025-12-31", 1), ("2026-01-01", 0), ("2026-11-22", 0), (None, 1)],
)
def test_an_answer_counts_from_the_first_day_of_the_round(
    workspace: Workspace, reviewed: str | None, left: int
) -> None:
    add(workspace, "Ale", reviewed_on=reviewed)
    assert told(workspace) == [(NOBODY, 1, left)]


@given(st.lists(st.none() | st.integers(-400, 400), min_size=1, max_size=12))
def test_somebody_is_done_when_nothing_is_left_and_on_the_last_day(days: list[int | None]) -> None:
    items = tuple(
        Item(uuid4(), str(number), None if day is None else SINCE + timedelta(days=day), "")
        for number, day in enumerate(days)
    )
    share = Share("Anna", None, SINCE, items)
    assert share.done + len(share.left) == len(items)
    assert (share.completed_on is None) == bool(share.left)
    if share.completed_on is not None:
        assert share.completed_on == max(item.reviewed_on for item in items if item.reviewed_on)


def test_an_answer_is_one_step_with_what_was_corrected(workspace: Workspace, anna: UUID) -> None:
    key = add(workspace, "Ale", user_count=5)
    read = workspace.reading().one("systems", key)
    person, also = workspace.records.new_named("people", "Bo Berg")
    values = {"user_count": 7, "system_manager": str(person)}
    step = confirm(workspace.records, read, values, (also,), day=DAY, who="Kim Berg")
    assert step.title == "Granskade Ale"
    assert workspace.undo.state().undo == "Granskade Ale"
    now = workspace.reading().one("systems", key)
    record: Any = now.record
    assert (record.user_count, record.reviewed_on, record.reviewed_by) == (7, DAY, "Kim Berg")
    assert now.holders["system_manager"].label == "Bo Berg"
    workspace.undo.undo()
    record = workspace.reading().one("systems", key).record
    assert (record.user_count, record.reviewed_on) == (5, None)
    assert workspace.reading().count("people") == 1


def test_the_same_answer_again_makes_no_step(workspace: Workspace) -> None:
    key = add(workspace, "Ale")
    confirm(workspace.records, workspace.reading().one("systems", key), {}, day=DAY, who="Kim")
    again = confirm(workspace.records, workspace.reading().one("systems", key), {}, day=DAY, who="Kim")
    assert again.changes == ()


def test_what_contradicts_itself_is_refused_and_nothing_is_written(workspace: Workspace) -> None:
    key = add(workspace, "Ale", in_operation_since="2024")
    read = workspace.reading().one("systems", key)
    with pytest.raises(KnownError, match="Avvecklingen ligger före driftstarten"):
        confirm(workspace.records, read, {"planned_retirement": "2020"}, day=DAY, who="Kim")
    record: Any = workspace.reading().one("systems", key).record
    assert record.reviewed_on is None


def test_the_overview_tells_who_has_answered_and_who_has_not(workspace: Workspace, anna: UUID) -> None:
    add(workspace, "Ale", system_manager=str(anna), reviewed_on="2026-03-01", reviewed_by="Anna")
    add(workspace, "Ekot")
    made = review_overview(shares(workspace.reading(), SINCE), SINCE)
    assert made.told == "Granskat från och med 2026-01-01: 1 av 2 system, 1 av 2 ansvariga är klara."
    people, systems = (list(table.rows) for table in made.tables)
    assert people == [("Anna Ek", 1, 1, 0, date(2026, 3, 1)), (NOBODY, 1, 0, 1, None)]
    assert systems == [
        ("Anna Ek", "Ale", "Granskat", date(2026, 3, 1), "Anna", date(2027, 3, 1)),
        (NOBODY, "Ekot", "Kvar", None, "", None),
    ]
