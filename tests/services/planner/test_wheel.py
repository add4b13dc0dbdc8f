"""Årshjulet of a year: what is chosen of it, what each day is drawn as, and what is said."""

from datetime import date
from typing import Any

import pytest

from itadmin.domain.calculations.year_ring import Sign
from itadmin.services.planner.activities import REGISTER, make_own
from itadmin.services.planner.wheel import Asked, Group, wheel_of
from itadmin.services.workspace import Workspace

RENEWING = {"starts_on": "2024-06-01", "first_term_months": 36, "renewal_months": 12, "notice_months": 3}


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """An agreement to be given notice of 2027-02-28, a system whose support ends in 2027-03, and a meeting."""
    add = workspace.records.add
    add("agreements", {"title": "Support", "kind": "supportavtal", "status": "gallande", **RENEWING})
    add("systems", {"name": "Lifecare", "lifecycle": "i_drift", "support_ends": "2027-03"})
    meeting = {"name": "IT-chefsgruppen", "kind": "mote", "starts_on": "2026-03-10", "repeats": "ar"}
    add(REGISTER, {**meeting, "responsible": "Samordnare"})
    return workspace


def drawn(workspace: Workspace, asked: Asked) -> list[tuple[str, Sign, int, bool]]:
    ring = wheel_of(workspace.reading(), asked).picture.ring
    return [(one.name, one.sign, one.level, one.is_period) for one in ring.happenings]


def test_each_sort_has_its_sign_and_periods_their_level(filled: Workspace) -> None:
    found = drawn(filled, Asked(2027))
    assert ("Support", Sign.DIAMOND, 0, False) in found
    assert ("IT-chefsgruppen", Sign.DISC, 0, False) in found
    assert ("Lifecare", Sign.SQUARE, 0, False) in found
    assert ("Större satsningar till budget", Sign.TRIANGLE, 1, True) in found


@pytest.mark.parametrize(
    ("group", "name"),
    [(Group.AGREEMENTS, "Support"), (Group.SYSTEMS, "Lifecare"), (Group.MEETINGS, "IT-chefsgruppen")],
)
def test_only_what_is_asked_for_is_there(filled: Workspace, group: Group, name: str) -> None:
    named = {one[0] for one in drawn(filled, Asked(2027, frozenset({group})))}
    assert named - {"IT-rådet prioriterar"} == {name}


def test_only_one_persons_days_but_everyone_to_choose_from(filled: Workspace) -> None:
    wheel = wheel_of(filled.reading(), Asked(2027, responsible="Samordnare"))
    assert [row.title for row in wheel.rows] == ["IT-chefsgruppen"]
    assert {"Samordnare", "IT-chef", "Systemägare"} <= set(wheel.responsible)


def test_rows_and_what_is_drawn_go_together_in_the_order_of_the_year(filled: Workspace) -> None:
    wheel = wheel_of(filled.reading(), Asked(2027))
    happenings = wheel.picture.ring.happenings
    assert [row.title for row in wheel.rows] == [one.name for one in happenings]
    assert [one.first for one in happenings] == sorted(one.first for one in happenings)


def test_an_approximate_day_of_a_system_is_drawn_on_the_last_it_can_be(filled: Workspace) -> None:
    happenings = wheel_of(filled.reading(), Asked(2027)).picture.ring.happenings
    system = next(one for one in happenings if one.name == "Lifecare")
    assert (system.first, system.cells[0]) == (date(2027, 3, 31), "2027-03-01 – 03-31")


@pytest.mark.parametrize(
    ("name", "cells", "sentence"),
    [
        (
            "Support",
            ("2027-02-28", "Säg upp senast", "Support", ""),
            "Den 28 februari 2027. Säg upp senast: Support. Sista dag att säga upp; annars fortsätter avtalet {}.",
        ),
        (
            "Klassning och riskanalys",
            ("2027-05-01 – 05-31", "Genomgång (förslag)", "Klassning och riskanalys", "Systemägare"),
            "Den 1 maj 2027 till den 31 maj 2027. Genomgång: Klassning och riskanalys. Ansvarig: Systemägare.",
        ),
        (
            "IT-chefsgruppen",
            ("2027-03-10", "Möte", "IT-chefsgruppen", "Samordnare"),
            "Den 10 mars 2027. Möte: IT-chefsgruppen. Ansvarig: Samordnare.",
        ),
    ],
)
def test_what_is_told_of_a_day(filled: Workspace, name: str, cells: tuple[str, ...], sentence: str) -> None:
    happenings = wheel_of(filled.reading(), Asked(2027)).picture.ring.happenings
    found = next(one for one in happenings if one.name == name)
    assert (found.cells, found.sentence) == (cells, sentence.format("efter 2027-05-31"))


def test_days_over_the_new_year_are_told_whole(workspace: Workspace) -> None:
    workspace.records.add(REGISTER, {"name": "Stängt", "starts_on": "2026-12-24", "ends_on": "2027-01-06"})
    for year in (2026, 2027):
        cells = [one.cells[0] for one in wheel_of(workspace.reading(), Asked(year)).picture.ring.happenings]
        assert "2026-12-24 – 2027-01-06" in cells


def test_the_whole_in_words(filled: Workspace) -> None:
    picture = wheel_of(filled.reading(), Asked(2027)).picture
    assert (picture.title, picture.sentence) == (
        "Årshjul 2027",
        "Årshjul 2027: 1 dag för avtal, 2 möten, 1 dag för system och 11 aktiviteter.",
    )
    nothing = wheel_of(filled.reading(), Asked(2027, frozenset())).picture
    assert (nothing.sentence, nothing.legend) == ("Årshjul 2027: inget att visa.", ())


def test_what_finds_no_lane_is_told(workspace: Workspace) -> None:
    for number in range(6):
        values: dict[str, Any] = {"name": f"Projekt {number}", "starts_on": "2026-07-01", "ends_on": "2026-07-31"}
        workspace.records.add(REGISTER, values)
    told = wheel_of(workspace.reading(), Asked(2026)).picture.sentence
    assert told.endswith(" 2 av dem ryms inte i ringen och står bara i listan.")


def test_the_middle_tells_the_day_or_another_year(workspace: Workspace) -> None:
    assert wheel_of(workspace.reading(), Asked(2026)).picture.middle == ("22 nov", "vecka 47")
    assert wheel_of(workspace.reading(), Asked(2030)).picture.middle == ("2030", "")


def test_the_legend_has_what_is_seen(filled: Workspace) -> None:
    legend = wheel_of(filled.reading(), Asked(2027)).picture.legend
    assert legend == (
        (Sign.DIAMOND, "Avtal"),
        (Sign.DISC, "Möten"),
        (Sign.SQUARE, "System"),
        (1, "Budget"),
        (2, "Uppföljning"),
        (3, "Plan"),
        (4, "Genomgång"),
        (0, "Annat"),
    )


@pytest.mark.parametrize("year", [1900, 2000, 9999])
def test_the_ends_of_the_calendar_have_a_ring(filled: Workspace, year: int) -> None:
    filled.records.add("systems", {"name": "Sent", "lifecycle": "i_drift", "reviewed_on": "9999-06-01"})
    assert wheel_of(filled.reading(), Asked(year)).picture.ring.year == year


def test_one_proposal_is_made_the_kommuns_own(workspace: Workspace) -> None:
    step = make_own(workspace.reading(), workspace.records, "it_rad")
    assert step is not None
    workspace.records.apply(step)
    wheel = wheel_of(workspace.reading(), Asked(2027, frozenset({Group.MEETINGS})))
    assert [(one.cells[1], one.name) for one in wheel.picture.ring.happenings] == [("Möte", "IT-rådet prioriterar")]
    assert make_own(workspace.reading(), workspace.records, "it_rad") is None
