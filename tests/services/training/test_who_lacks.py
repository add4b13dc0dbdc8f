"""Who lacks what as tables: narrowed, summed, in a sentence, and as a file."""

from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.training.lacking import Tally, Total
from itadmin.services.training.who_lacks import (
    Asked,
    By,
    about_record,
    person_rows,
    told,
    total_row,
    totals,
    who_lacks_overview,
    whole_row,
)
from itadmin.services.workspace import Workspace

OTHER = municipality_id("1438")


def done(add: Any, person: UUID, module: UUID, day: str) -> None:
    add("training_participations", person=person, module=module, status="genomford", completed_on=day)


def test_figures_and_people_of_all(workspace: Workspace, demanded: Any, add: Any) -> None:
    done(add, demanded.anna, demanded.basic, "2026-11-01")
    reading = workspace.reading()
    found = Asked().of(reading)
    assert told(found).replace("\N{NO-BREAK SPACE}", " ") == (
        "2 av 2 personer saknar något. Av 4 moment som ska vara genomförda är 1 det (25 %), 3 saknas."
    )
    assert [total_row(total) for total in totals(found, By.MODULE)] == [
        ("Fördjupning", 2, 0, 0, 2, 0, 2),
        ("Grund", 2, 1, 5000, 1, 0, 1),
    ]
    assert whole_row(found) == ("Alla", 4, 1, 2500, 3, 0, 2)
    rows = person_rows(reading, found, with_soon=False)
    assert rows[0][:4] == ("Anna Ek", "Bengtsfors kommun", "Lifecare", "Fördjupning")
    assert rows[0][4:] == ("Slutanvändare", "Obligatoriskt", "Aldrig genomfört", None)
    assert [row[0] for row in rows[1:]] == ["Bo Lind", "Bo Lind"]


def test_plans_in_whose_groups_nobody_is_known_are_told_of(workspace: Workspace, demanded: Any, add: Any) -> None:
    del demanded
    assert "räknas inte" not in told(Asked().of(workspace.reading()))
    for number, ending in (
        (1, " 1 plan räknas inte, för ingen är registrerad i dess målgrupper."),
        (2, " 2 planer räknas inte, för ingen är registrerad i deras målgrupper."),
    ):
        audiences = [{"audience": "superanvandare", "level": "2"}]
        about = {"system": add("systems", name=f"System {number}"), "audiences": audiences, "kind": "system"}
        plan = add("training_plans", title=f"Plan {number}", **about)
        demands = [{"audience": "superanvandare", "demand": "fore_behorighet"}]
        add("training_modules", plan=plan, title=f"Moment {number}", demands=demands)
        workspace.records.save("training_plans", plan, {"status": "faststalld", "adopted_on": "2026-11-01"})
        assert told(Asked().of(workspace.reading())).endswith(ending)


def test_what_soon_goes_out_is_told_with_its_day_when_asked_for(workspace: Workspace, demanded: Any, add: Any) -> None:
    done(add, demanded.anna, demanded.basic, "2024-12-10")
    reading = workspace.reading()
    found = Asked(module=demanded.basic).of(reading)
    assert [row[0] for row in person_rows(reading, found, with_soon=False)] == ["Bo Lind"]
    (soon, _never) = person_rows(reading, found, with_soon=True)
    assert (soon[0], soon[6], str(soon[7])) == ("Anna Ek", "Går snart ut", "2026-12-10")
    assert told(found).endswith(" 1 går snart ut.")


@pytest.mark.parametrize(
    ("by", "names"),
    [
        (By.SYSTEM, ["Lifecare"]),
        (By.MODULE, ["Fördjupning", "Grund"]),
        (By.AUDIENCE, ["Slutanvändare"]),
        (By.MUNICIPALITY, ["Bengtsfors kommun", "Dals-Eds kommun"]),
    ],
)
def test_each_part_can_be_asked_about_by_itself(workspace: Workspace, demanded: Any, by: By, names: list[str]) -> None:
    del demanded
    reading = workspace.reading()
    parts = totals(Asked().of(reading), by)
    assert [part.name for part in parts] == names
    for part in parts:
        assert Asked().narrowed(part).of(reading).whole == part.tally


def test_a_kommun_that_is_not_known_narrows_nothing() -> None:
    assert Asked(audience="vikarie").narrowed(Total("organisations", None, "", "", Tally())) == Asked(
        audience="vikarie"
    )


def test_when_all_have_what_they_must_it_says_so(workspace: Workspace, demanded: Any, add: Any) -> None:
    for person in (demanded.anna, demanded.bo):
        for module in (demanded.basic, demanded.advanced):
            done(add, person, module, "2026-11-01")
    assert told(Asked().of(workspace.reading())) == "Alla 2 personer har det de ska ha."


def test_without_plans_nothing_is_demanded(workspace: Workspace) -> None:
    assert told(Asked().of(workspace.reading())) == "Ingen fastställd utbildningsplan kräver något av någon."


def test_the_overview_says_what_it_is_about(workspace: Workspace, demanded: Any) -> None:
    reading = workspace.reading()
    found = Asked(municipality=OTHER).of(reading)
    overview = who_lacks_overview(found, By.SYSTEM, person_rows(reading, found, with_soon=False), "Dals-Eds kommun")
    assert overview.title == "Vem saknar vad, Dals-Eds kommun"
    figures, people = overview.tables
    assert [row[0] for row in figures.rows] == ["Lifecare"]
    assert [row[0] for row in people.rows] == ["Bo Lind", "Bo Lind"]
    assert demanded.bo is not None


def test_one_asks_about_what_one_stands_on(workspace: Workspace, demanded: Any, add: Any) -> None:
    reading = workspace.reading()
    (plan,) = reading.keys("training_plans")
    assert about_record(reading, "systems", demanded.system) == (By.SYSTEM, Asked(system=demanded.system))
    assert about_record(reading, "training_plans", plan) == (By.SYSTEM, Asked(system=demanded.system))
    assert about_record(reading, "training_modules", demanded.basic) == (By.MODULE, Asked(module=demanded.basic))
    assert about_record(reading, "organisations", OTHER) == (By.MUNICIPALITY, Asked(municipality=OTHER))
    assert about_record(reading, "people", demanded.anna) is None
    general = add("training_plans", title="Alla", kind="allman")
    assert about_record(workspace.reading(), "training_plans", general) == (By.SYSTEM, Asked(plan=general))
