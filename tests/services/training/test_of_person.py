"""The trainings of a person: what is lacked, to come, held and past, in that order."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.services.training.of_person import Standing, Training, trainings_of
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]


def trainings(workspace: Workspace, person: UUID) -> list[Training]:
    reading = workspace.reading()
    return trainings_of(reading, person, reading.referring("training_participations", "person", person))


def test_what_is_lacked_is_told_with_why(workspace: Workspace, demanded: Any) -> None:
    assert [(each.standing, each.title, each.state) for each in trainings(workspace, demanded.anna)] == [
        (Standing.LACKED, "Fördjupning", "Aldrig genomfört (obligatoriskt)"),
        (Standing.LACKED, "Grund", "Aldrig genomfört (obligatoriskt)"),
    ]


def test_what_was_done_holds_until_a_day(workspace: Workspace, demanded: Any, add: Add) -> None:
    session = add("training_sessions", title="Kurs", starts_on="2026-11-10", modules=[demanded.basic])
    add("training_participations", person=demanded.anna, session=session, status="genomford")
    (held,) = (each for each in trainings(workspace, demanded.anna) if each.standing is Standing.HELD)
    assert (held.register, held.record_id, held.about) == ("training_sessions", session, "Lifecare")
    assert (held.title, held.day, held.until) == ("Kurs", date(2026, 11, 10), date(2028, 11, 10))


def test_what_has_gone_out_is_past_and_lacked_again(workspace: Workspace, demanded: Any, add: Add) -> None:
    part = add(
        "training_participations",
        person=demanded.anna,
        module=demanded.basic,
        status="genomford",
        completed_on="2024-11-01",
    )
    told = {each.standing: each for each in trainings(workspace, demanded.anna) if each.title == "Grund"}
    assert set(told) == {Standing.LACKED, Standing.PAST}
    assert told[Standing.LACKED].until == date(2026, 11, 1)
    assert (told[Standing.PAST].register, told[Standing.PAST].record_id) == ("training_participations", part)


def test_what_is_noted_too_soon_is_still_to_come(workspace: Workspace, demanded: Any, add: Add) -> None:
    session = add("training_sessions", title="Kurs", starts_on="2026-11-10", modules=[demanded.basic])
    add("training_participations", person=demanded.anna, session=session, status="genomford")
    workspace.records.save("training_sessions", session, {"starts_on": "2026-12-10"})
    (coming,) = (each for each in trainings(workspace, demanded.anna) if each.title == "Kurs")
    assert (coming.standing, coming.until) == (Standing.COMING, None)


def test_what_is_to_come_stands_before_what_was_missed(workspace: Workspace, add: Add) -> None:
    anna = add("people", name="Anna")
    for status, day in (("uteblev", "2026-10-01"), ("reserv", "2026-12-01"), ("anmald", "2026-12-02")):
        session = add("training_sessions", title=status, starts_on=day)
        add("training_participations", person=anna, session=session, status=status)
    assert [(each.standing, each.state) for each in trainings(workspace, anna)] == [
        (Standing.COMING, "Anmäld"),
        (Standing.COMING, "Reserv"),
        (Standing.PAST, "Uteblev"),
    ]
