"""What a kostnadsfördelning comes to: parts, what is lacking, another model beside it, and how it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.allocation_comparison import Change
from itadmin.domain.registers.allocation_rows import KeyRow, ParticipantRow, ShareRow
from itadmin.domain.registers.allocations import Allocation
from itadmin.services.allocations import Outcome, outcome_of, simulation_of, told
from itadmin.services.allocations.counting import Counting, Wanted, figures_known, wanted_newer
from itadmin.services.allocations.tables import allocation_overview, columns, rows, total, year_columns, year_rows
from itadmin.services.allocations.words import model_words, old_when_adopted, remarks, sources_words
from itadmin.services.workspace import Workspace

FIVE = ("1438", "1439", "1460", "1461", "1492")
REFERENCE = {"1438": 11_229_764, "1439": 15_545_153, "1460": 22_127_950, "1461": 22_069_436, "1492": 29_027_697}
YEAR_END = date(2024, 12, 31)


def drafted(**values: Any) -> Allocation:
    participants = tuple(ParticipantRow(municipality=code) for code in FIVE)
    return replace(Allocation(amount=100_000_000, model="BEFOLKNING", participants=participants), **values)


def row(code: str = "1460", **numbers: Any) -> ParticipantRow:
    return ParticipantRow(municipality=code, **numbers)


@pytest.fixture
def outcome(workspace: Workspace) -> Callable[[Allocation], Outcome]:
    return lambda allocation: outcome_of(workspace.reading(), allocation)


def test_the_reference_figures_hold(outcome: Any) -> None:
    found = outcome(drafted())
    assert found.amounts == REFERENCE
    assert (found.basis, found.counted_on) == (41_016, YEAR_END)
    assert [part.name for part in found.parts] == ["Dals-Ed", "Färgelanda", "Bengtsfors", "Mellerud", "Åmål"]
    assert [part.percent for part in found.parts] == [11_23, 15_55, 22_13, 22_07, 29_03]


def test_a_fixed_part_of_its_own_size(outcome: Any) -> None:
    assert outcome(drafted(model="FAST_RORLIG")).amounts["1460"] == 21_702_360
    assert set(outcome(drafted(model="FAST_RORLIG", fixed_percent=100)).amounts.values()) == {20_000_000}


def test_who_comes_in_july_carries_half_a_year_by_months(outcome: Any) -> None:
    period = {"period_starts": date(2027, 1, 1), "period_ends": date(2027, 12, 31), "prorated": "manader"}
    late = (row("1438"), row("1460", starts_on=date(2027, 7, 1)))
    found = outcome(drafted(model="LIKA", participants=late, **period))
    assert found.amounts == {"1438": 75_000_000, "1460": 25_000_000}


def test_a_period_to_come_rests_on_what_is_known_today_and_an_earlier_one_on_what_was(outcome: Any) -> None:
    early = (row("1438"), row("1460"))
    then = drafted(participants=early, period_starts=date(2018, 1, 1), reference="sista_juni")
    assert outcome(then).counted_on == date(2017, 6, 30)
    assert outcome(drafted(period_starts=date(2030, 1, 1))).counted_on == YEAR_END


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"amount": None}, "Ange beloppet"),
        ({"model": ""}, "Välj efter vilken modell"),
        ({"participants": ()}, "Ange vilka kommuner"),
        ({"model": "ANVANDARE"}, "Ange antalet användare för Dals-Ed, Färgelanda, Bengtsfors, Mellerud och Åmål."),
        ({"model": "ENHETER", "participants": (row(units=1), row("1461"))}, "Ange antalet enheter för Mellerud."),
        ({"model": "HISTORISK", "participants": (row(),)}, "Ange den tidigare delen för Bengtsfors."),
        ({"model": "DIREKT", "participants": (row(),)}, "Ange kostnaden som fast belopp för Bengtsfors."),
        ({"model": "VIKTAD"}, "Ange nycklarna"),
        ({"model": "VIKTAD", "keys": (KeyRow(key="ANVANDARE", weight=1),)}, "Ange antalet användare"),
        ({"participants": (row(), row("1785"))}, "Folkmängd per 2024-12-31 saknas för Säffle. Skriv in den"),
        ({"reference": "fast_dag"}, "Ingen dag med folkmängd finns för Dals-Ed,"),
        ({"participants": (row("0180"), row())}, "saknas för 0180."),
        ({"model": "FAST_BELOPP", "participants": (row(fixed_amount=10**12),)}, "större än kostnaden"),
    ],
)
def test_what_is_lacking_is_said(outcome: Any, values: dict[str, Any], sentence: str) -> None:
    found = outcome(drafted(**values))
    assert found.parts == ()
    assert sentence in found.problem


def test_a_newer_day_that_only_some_have_says_why_it_does_not_count(
    workspace: Workspace, add: Callable[..., UUID]
) -> None:
    def noted(code: str, day: str) -> None:
        add("populations", municipality_code=code, counted_on=day, number=9_900, source="SCB")

    noted("1765", "2025-12-31")
    three = drafted(participants=(row("1438"), row("1460"), row("1765")))
    found = outcome_of(workspace.reading(), three)
    sentence = "Tal per 2025-12-31 räknas först när alla som deltar har ett; det saknas för Dals-Ed och Bengtsfors."
    assert found.problem.startswith("Folkmängd per 2024-12-31 saknas för Årjäng. ")
    assert found.problem.endswith(sentence)
    assert found.wanted == Wanted(YEAR_END, ("1765",))
    noted("1765", "2024-12-31")
    reading = workspace.reading()
    found = outcome_of(reading, three)
    assert found.counted_on == found.counting.day == YEAR_END
    (remark,) = remarks(found, three, reading.day)
    assert remark.startswith("Folkmängden är 22 månader gammal, och gränsen är 18. ")
    assert remark.endswith(f"{sentence} Skriv in det under Befolkningstal.")
    assert next(remarks(found, three, date(2026, 1, 1))).startswith("Tal per 2025-12-31 räknas först")
    assert wanted_newer(found.counting, three, reading.day) == Wanted(date(2025, 12, 31), ("1438", "1460"))
    assert not any(
        "2025" in told for told in remarks(outcome_of(reading, replace(three, model="LIKA")), three, YEAR_END)
    )
    noted("1438", "2025-12-31")
    noted("1460", "2025-12-31")
    reading = workspace.reading()
    assert outcome_of(reading, three).counting.day == date(2025, 12, 31)
    own = [figure.is_own for figure in figures_known(reading, three) if figure.code == "1460"]
    assert (own[0], set(own[1:])) == (True, {False})


@pytest.mark.parametrize(
    ("today", "starts", "asked"),
    [
        ("2026-11-23", "2027-01-01", "2025-12-31"),
        ("2026-12-31", None, "2026-12-31"),
        ("2026-01-01", "0001-05-01", "0001-12-31"),
    ],
)
def test_the_newest_year_end_is_what_is_asked_for(today: str, starts: str | None, asked: str) -> None:
    allocation = drafted(period_starts=date.fromisoformat(starts) if starts else None)
    found = wanted_newer(Counting(YEAR_END), allocation, date.fromisoformat(today))
    assert found == Wanted(date.fromisoformat(asked), FIVE)


def test_two_models_beside_each_other_and_the_years_between(workspace: Workspace) -> None:
    reading = workspace.reading()
    allocation = drafted(compared_model="LIKA", phase_in_years=4, period_starts=date(2027, 1, 1))
    then = outcome_of(reading, allocation)
    found = simulation_of(reading, allocation, then)
    assert found is not None
    assert found.changes["1438"] == Change(20_000_000, 11_229_764)
    assert sum(change.difference for change in found.changes.values()) == 0
    assert (len(found.years), found.years[-1]) == (4, REFERENCE)
    told_years, sums = year_rows(then, found)
    assert told_years[0][:3] == ("Dals-Ed", 20_000_000, 17_807_441)
    assert sums == ("Summa", *(100_000_000,) * 5)
    names = [column.title for column in columns(then, found)]
    assert names[-3:] == ["Jämförs med", "Skillnad", "Skillnad i %"]
    assert rows(then, found)[0][-3:] == (20_000_000, -8_770_236, -43_85)
    assert total(then, found)[1:4] == (41_016, 100_00, 100_000_000)
    assert [sheet.name for sheet in allocation_overview("X", allocation, then, found, reading.words).tables] == [
        "Infasning",
        "Fördelning",
    ]


def test_the_years_of_a_longer_period_share_what_a_year_costs(workspace: Workspace) -> None:
    reading = workspace.reading()
    period = {"period_starts": date(2027, 7, 1), "period_ends": date(2030, 6, 30)}
    allocation = drafted(amount=569_500_50, compared_model="LIKA", phase_in_years=3, **period)
    then = outcome_of(reading, allocation)
    found = simulation_of(reading, allocation, then)
    assert found is not None
    sums = year_rows(then, found)[1]
    assert (sums, sum(then.amounts.values())) == (("Summa", *(189_833_50,) * 4), 569_500_50)
    titles = [column.title for column in year_columns(allocation, found)]
    assert titles == ["Kommun", "Jämförelse", "Från 2027-07-01", "Från 2028-07-01", "Från 2029-07-01"]
    above = [
        line.replace("\u00a0", " ")
        for line in allocation_overview("X", allocation, then, found, reading.words).tables[0].above
    ]
    assert above[:3] == ["X", "569 500,50 kr utan moms för perioden 2027-07-01 – 2030-06-30", "Modell: Befolkning"]
    assert above[-2] == "Jämförs med: Lika delar"
    assert above[-1].startswith("Beloppet gäller hela perioden; infasningen räknar med 189 833,50 kr per år. ")


def test_whose_figure_comes_from_where_is_told(workspace: Workspace, add: Callable[..., UUID]) -> None:
    add("populations", municipality_code="1460", counted_on="2024-12-31", number=9_500, source="Egen prognos")
    assert sources_words(outcome_of(workspace.reading(), drafted())).startswith("Egen prognos (Bengtsfors); SCB")
    one = outcome_of(workspace.reading(), drafted(participants=(row(),)))
    assert sources_words(one) == "Egen prognos"


def test_without_another_model_there_is_nothing_beside(workspace: Workspace) -> None:
    reading, allocation = workspace.reading(), drafted()
    then = outcome_of(reading, allocation)
    assert simulation_of(reading, allocation, then) is None
    assert "Skillnad" not in [column.title for column in columns(then, None)]
    lacking = simulation_of(reading, replace(allocation, compared_model="HISTORISK"), then)
    assert lacking is not None
    assert (lacking.changes, lacking.now.problem[:20]) == ({}, "Ange den tidigare de")


@pytest.mark.parametrize(
    ("values", "words", "sentence"),
    [
        ({}, "Befolkning", "Varje kommun bär 1 000 000 kr × invånare ÷ 41 016."),
        ({"model": "LIKA"}, "Lika delar", "1 000 000 kr delas lika av 5 kommuner."),
        ({"model": "FAST_RORLIG", "fixed_percent": 30}, "30 % lika, resten efter befolkning", "30 procent av 1 000"),
        (
            {"model": "VIKTAD", "keys": (KeyRow(key="LIKA", weight=40_00), KeyRow(key="BEFOLKNING", weight=60_00))},
            "Viktade nycklar: lika delar 40 % och befolkning 60 %",
            "1 000 000 kr fördelas så: viktade nycklar: lika delar 40 %",
        ),
        ({"model": "FAST_BELOPP", "rest_model": "LIKA"}, "Fasta belopp, resten efter lika delar", "1 000 000 kr förd"),
    ],
)
def test_a_model_is_told_in_words(workspace: Workspace, values: dict[str, Any], words: str, sentence: str) -> None:
    reading, allocation = workspace.reading(), drafted(**values)
    plain = told(outcome_of(reading, allocation), allocation, reading.words).replace("\u00a0", " ")
    assert sentence in plain
    assert model_words(allocation.model, allocation, reading.words).replace("\u00a0", " ") == words


def test_time_is_told_where_somebody_takes_part_in_some_of_it(workspace: Workspace) -> None:
    reading = workspace.reading()
    some = drafted(participants=(row(starts_on=date(2027, 3, 1)),), prorated="manader")
    assert "påbörjad månad" in told(outcome_of(reading, some), some, reading.words)


@pytest.mark.parametrize(
    ("values", "told_of"),
    [
        ({}, ["Folkmängden är 22 månader gammal, och gränsen är 18."]),
        ({"period_starts": date(2026, 6, 30)}, []),
        ({"period_starts": date(2026, 7, 1)}, ["Folkmängden är 18 månader gammal"]),
        ({"model": "LIKA"}, ["Modellen är inte befolkning."]),
        ({"model": "LIKA", "basis_reference": "KS § 4"}, []),
        ({"model": "LIKA", "basis_reference": "KS § 4", "internal_costs": True}, ["Kostnader inom en kommun"]),
        ({"reference": "sista_juni", "period_starts": date(2016, 1, 1)}, ["Folkmängden är uppskattad"]),
    ],
)
def test_what_to_think_of_first(workspace: Workspace, values: dict[str, Any], told_of: list[str]) -> None:
    reading, allocation = workspace.reading(), drafted(**values)
    found = list(remarks(outcome_of(reading, allocation), allocation, reading.day))
    assert len(found) == len(told_of)
    assert all(sentence.startswith(start) for sentence, start in zip(found, told_of, strict=True))


@pytest.mark.parametrize(("on", "is_told"), [(date(2026, 6, 30), False), (date(2026, 7, 1), True), (None, False)])
def test_figures_that_were_old_when_it_was_adopted_are_told_afterwards(
    workspace: Workspace, on: date | None, is_told: bool
) -> None:
    figures = tuple(ShareRow(municipality=code, basis=1, amount=1, counted_on=YEAR_END, source="SCB") for code in FIVE)
    allocation = drafted(status="faststalld", snapshot=figures, locked_on=on)
    found = old_when_adopted(outcome_of(workspace.reading(), allocation), allocation)
    assert found == ("Folkmängden var 18 månader gammal när fördelningen fastställdes" if is_told else "")


def test_a_preliminary_figure_is_told(workspace: Workspace, add: Callable[..., UUID]) -> None:
    add("populations", municipality_code="1460", counted_on="2026-06-30", number=8_900, preliminary=True)
    reading = workspace.reading()
    allocation = drafted(participants=(row(),), reference="sista_juni")
    assert list(remarks(outcome_of(reading, allocation), allocation, reading.day)) == [
        "Folkmängden är preliminär för någon kommun."
    ]
