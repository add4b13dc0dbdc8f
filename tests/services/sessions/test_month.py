"""A month as a picture: its sentence, and the rows that say the same as the bars."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from itadmin.domain.calculations.month_grid import shown_days
from itadmin.services.sessions import Asked, occasions
from itadmin.services.sessions.choices import municipalities_of_sessions, systems_of_sessions
from itadmin.services.sessions.month import HEADINGS, NAMES, MonthPicture, month_overview, month_picture
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]


def march(workspace: Workspace) -> MonthPicture:
    reading = workspace.reading()
    found = occasions(reading, Asked(shown_days(2027, 3)))
    return month_picture(2027, 3, found, reading.words, reading.day)


def test_an_empty_month_says_so(workspace: Workspace) -> None:
    assert march(workspace).sentence == "Utbildningskalender mars 2027: inga tillfällen."


def test_seats_of_what_is_given_are_added_up(workspace: Workspace, add: Add) -> None:
    for day, seats, status in (("02", 12, "oppet"), ("03", 4, "installt"), ("04", None, "planerat")):
        add("training_sessions", title="Kurs", starts_on=f"2027-03-{day}", seats=seats, status=status)
    assert march(workspace).sentence == "Utbildningskalender mars 2027: 2 tillfällen, 12 platser kvar."


def test_a_row_says_all_that_the_bar_shows(workspace: Workspace, add: Add) -> None:
    values = {"starts_on": "2027-03-02", "starts_at": "09:00", "ends_at": "12:00", "venue": "Sal 2", "seats": 12}
    add("training_sessions", title="Kurs", teacher_name="Ulla Berg", status="oppet", **values)
    (shown,) = march(workspace).sessions
    assert (shown.time, shown.title, shown.seats) == ("09:00", "Kurs", "12 platser kvar")
    assert dict(zip(HEADINGS, shown.cells, strict=True)) == {
        "Dag": "2027-03-02",
        "Tid": "09:00–12:00",
        "Tillfälle": "Kurs",
        "Platser": "0 av 12, 12 platser kvar",
        "Lokal": "Sal 2",
        "Lärare": "Ulla Berg",
        "Läge": "Öppet för anmälan",
        "Krockar": "",
    }
    assert HEADINGS[NAMES] == "Tillfälle"
    overview = month_overview(march(workspace))
    assert (overview.title, [row[NAMES] for row in overview.tables[0].rows]) == (
        "Utbildningskalender mars 2027",
        ["Kurs"],
    )


def test_days_around_the_month_are_in_it(workspace: Workspace, add: Add) -> None:
    add("training_sessions", title="Före", starts_on="2027-02-28")
    add("training_sessions", title="April", starts_on="2027-04-04")
    assert [shown.title for shown in march(workspace).sessions] == ["April"]
    told = "Utbildningskalender mars 2027: inga tillfällen, 1 till dagarna före och efter."
    assert march(workspace).sentence == told
    assert march(workspace).grid.numbers_on(date(2027, 4, 4)) == [0]


def test_one_chooses_among_kommuner_and_systems_that_have_sessions(workspace: Workspace, add: Add) -> None:
    assert [name for _key, name in municipalities_of_sessions(workspace.reading())] == ["Bengtsfors kommun"]
    assert systems_of_sessions(workspace.reading()) == []
    system, _without = add("systems", name="Ärendet"), add("systems", name="Utan")
    plan = add("training_plans", title="Plan", system=system)
    module = add("training_modules", title="Grund", plan=plan)
    add("training_sessions", title="Kurs", modules=[module])
    assert systems_of_sessions(workspace.reading()) == [(system, "Ärendet")]
