"""Which sessions a calendar shows, by day, kommun and system, and how full they are."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from itadmin.domain.calendar import Interval
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import NotFoundError
from itadmin.services.sessions import Asked, occasion, occasions
from itadmin.services.workspace import Workspace

MARCH = Interval(date(2027, 3, 1), date(2027, 3, 31))
OWN, OTHER = municipality_id("1460"), municipality_id("1438")
Add = Callable[..., UUID]


def titles(workspace: Workspace, asked: Asked) -> list[str]:
    return [each.title for each in occasions(workspace.reading(), asked)]


@pytest.mark.parametrize(
    ("first", "last", "is_shown"),
    [
        ("2027-02-28", None, False),
        ("2027-02-27", "2027-03-01", True),
        ("2027-03-31", "2027-04-02", True),
        ("2027-04-01", None, False),
        ("2027-02-01", "2027-04-30", True),
    ],
)
def test_a_session_is_shown_that_has_a_day_in_the_month(
    workspace: Workspace, add: Add, first: str, last: str | None, is_shown: bool
) -> None:
    add("training_sessions", title="Kurs", starts_on=first, ends_on=last)
    assert titles(workspace, Asked(MARCH)) == (["Kurs"] if is_shown else [])


def test_they_come_by_day_and_time_and_those_without_a_time_last_on_their_day(workspace: Workspace, add: Add) -> None:
    for title, day, time in (("c", "2027-03-02", None), ("b", "2027-03-02", "13:00"), ("a", "2027-03-02", "09:00")):
        add("training_sessions", title=title, starts_on=day, starts_at=time)
    add("training_sessions", title="först", starts_on="2027-03-01")
    assert titles(workspace, Asked(MARCH)) == ["först", "a", "b", "c"]


def test_what_is_in_the_bin_and_what_has_no_day_is_not_shown(workspace: Workspace, add: Add) -> None:
    add("training_sessions", title="Utan dag")
    workspace.records.delete("training_sessions", [add("training_sessions", title="Borta", starts_on="2027-03-02")])
    assert titles(workspace, Asked(MARCH)) == []


def test_one_session_is_told_of_alone(workspace: Workspace, add: Add) -> None:
    one, _other = (add("training_sessions", title=title, starts_on="2027-03-02") for title in ("Ett", "Annat"))
    found = occasion(workspace.reading(), one)
    assert found is not None
    assert found.title == "Ett"
    assert occasion(workspace.reading(), add("training_sessions", title="Utan dag")) is None
    workspace.records.delete("training_sessions", [one])
    assert occasion(workspace.reading(), one) is None
    with pytest.raises(NotFoundError):
        occasion(workspace.reading(), OWN)


def test_a_kommun_sees_its_own_and_those_for_all(workspace: Workspace, add: Add) -> None:
    add("training_sessions", title="Alla", starts_on="2027-03-01")
    add("training_sessions", title="Vår", starts_on="2027-03-02", municipalities=[OWN])
    add("training_sessions", title="Deras", starts_on="2027-03-03", municipalities=[OTHER])
    add("training_sessions", title="Båda", starts_on="2027-03-04", municipalities=[OTHER, OWN])
    assert titles(workspace, Asked(MARCH, municipality=OWN)) == ["Alla", "Vår", "Båda"]


def test_a_system_is_that_of_the_plans_of_the_moment(workspace: Workspace, add: Add) -> None:
    system, other = add("systems", name="Lifecare"), add("systems", name="Raindance")
    plan = add("training_plans", title="Plan", system=system)
    modules = [add("training_modules", title=title, plan=plan) for title in ("Grund", "Fördjupning")]
    add("training_sessions", title="Lifecare", starts_on="2027-03-01", modules=modules)
    add("training_sessions", title="Utan moment", starts_on="2027-03-02")
    assert titles(workspace, Asked(MARCH, system=system)) == ["Lifecare"]
    assert titles(workspace, Asked(MARCH, system=other)) == []


def test_who_waits_or_has_left_takes_no_seat(workspace: Workspace, add: Add, taking_part: Callable[..., UUID]) -> None:
    session = add("training_sessions", title="Kurs", starts_on="2026-03-02", seats=4)
    for name, status in zip("abcde", ("anmald", "genomford", "uteblev", "reserv", "avanmald"), strict=True):
        taking_part(session, name, status)
    (found,) = occasions(workspace.reading(), Asked(Interval(date(2026, 3, 1), date(2026, 3, 31))))
    assert (found.taken, found.waiting, found.left) == (3, 1, 1)


def test_times_teacher_and_place_are_told(workspace: Workspace, add: Add) -> None:
    teacher = add("people", name="Anna Ek")
    values = {"starts_on": "2027-03-01", "starts_at": "9", "ends_at": "12.30", "venue": "Sal 2"}
    add("training_sessions", title="Kurs", teacher=teacher, host=OWN, **values)
    (found,) = occasions(workspace.reading(), Asked(MARCH))
    assert (found.begins, found.ends, found.venue, found.teacher) == (540, 750, "Sal 2", "Anna Ek")
    assert (found.first, found.last, found.host) == (date(2027, 3, 1), date(2027, 3, 1), "Bengtsfors kommun")


def test_sessions_that_want_the_same_at_the_same_time_collide(
    workspace: Workspace, add: Add, taking_part: Callable[..., UUID]
) -> None:
    anna = add("people", name="Anna Ek")
    day = {"starts_on": "2027-03-02", "starts_at": "09:00", "ends_at": "12:00", "teacher": anna}
    add("training_sessions", title="Ett", venue="Sal 2", **day)
    add("training_sessions", title="Två", venue="Sal 3", **{**day, "starts_at": "11:00"})
    add("training_sessions", title="Tre", venue="sal 2", **{**day, "starts_at": "08:00", "ends_at": "09:30"})
    add("training_sessions", title="Fyra", starts_on="2027-03-02", starts_at="09:00", ends_at="10:00")
    taking_part(add("training_sessions", title="Fem", starts_on="2027-03-03"), "Bo")
    teacher = "Läraren har ett annat tillfälle samma tid."
    room = "Lokalen används av ett annat tillfälle samma tid."
    told = {found.title: found.collides for found in occasions(workspace.reading(), Asked(MARCH))}
    assert told == {"Ett": (teacher, room), "Två": (teacher,), "Tre": (teacher, room), "Fyra": (), "Fem": ()}
