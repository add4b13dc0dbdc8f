"""Samverkansärenden: whose word counts, how one begins, what is filled in, and the agreement that comes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError, ReadOnlyError
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.allocations import Allocation
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.services.acting import step_of
from itadmin.services.allocations.adopting import adopted
from itadmin.services.allocations.making import of_agreement, of_case
from itadmin.services.cooperation_cases.agreement import agreement_made, agreement_of, case_of_agreement
from itadmin.services.cooperation_cases.filling import told_filling
from itadmin.services.cooperation_cases.making import Start, begun, filled
from itadmin.services.cooperation_cases.standing import Standing, standings_of
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]
BENGTSFORS, DALS_ED, MELLERUD = (municipality_id(code) for code in ("1460", "1438", "1461"))
TODAY = date(2026, 11, 22)


@pytest.fixture
def case(workspace: Workspace, add: Add) -> UUID:
    system = add("systems", name="Lifecare")
    start = Start("Gemensam drift", [system], [DALS_ED, MELLERUD], {"fungerar_daligt": "Det är långsamt."}, "4")
    key, step = begun(workspace.reading(), workspace.records, start)
    workspace.records.apply(step)
    return key


def record(workspace: Workspace, register: str, key: UUID) -> Any:
    return workspace.reading().one(register, key).record


def standings(workspace: Workspace, case: UUID) -> tuple[Standing, ...]:
    found = record(workspace, "cooperation_cases", case)
    assert isinstance(found, CooperationCase)
    return standings_of(workspace.reading(), found)


def test_a_case_begins_with_all_that_is_usual_as_one_step(workspace: Workspace, case: UUID) -> None:
    found = record(workspace, "cooperation_cases", case)
    assert (found.host, found.participants, found.started_on) == (BENGTSFORS, (BENGTSFORS, DALS_ED, MELLERUD), TODAY)
    assert (found.status, found.goal_level, found.reasons[0].trigger) == ("forslag", "4", "fungerar_daligt")
    assert [row.text for row in found.proposals][:2] == [
        "Bengtsfors, Dals-Ed och Mellerud samverkar om Lifecare med Bengtsfors som värdkommun",
        "den gemensamma kostnaden fördelas efter modellen befolkning",
    ]
    assert [each.code for each in standings(workspace, case)] == ["ej_svarat"] * 3
    workspace.undo.undo()
    assert workspace.reading().keys("cooperation_cases") == workspace.reading().keys("cooperation_stances") == []


@pytest.mark.parametrize(
    ("level", "first", "signs"),
    [
        ("1", "Bengtsfors och Dals-Ed utbyter erfarenheter om Lifecare", False),
        ("2", "Bengtsfors och Dals-Ed upphandlar Lifecare gemensamt med Bengtsfors som värdkommun", False),
        ("3", "Bengtsfors och Dals-Ed samverkar om Lifecare med Bengtsfors som värdkommun", True),
        ("5", "Bengtsfors och Dals-Ed samverkar om Lifecare med Bengtsfors som värdkommun", True),
        ("", "Bengtsfors och Dals-Ed samverkar om Lifecare med Bengtsfors som värdkommun", True),
    ],
)
def test_a_cost_is_shared_and_an_agreement_signed_only_where_something_is_held_in_common(
    workspace: Workspace, add: Add, level: str, first: str, signs: bool
) -> None:
    start = Start("Ärende", [add("systems", name="Lifecare")], [DALS_ED], goal_level=level)
    key, step = begun(workspace.reading(), workspace.records, start)
    workspace.records.apply(step)
    found = record(workspace, "cooperation_cases", key)
    said = [row.text for row in found.proposals]
    assert said[0] == first
    for word in ("fördelas", "samverkansavtal godkänns", "underteckna"):
        assert any(word in sentence for sentence in said) is signs
    assert any("undertecknat" in row.step for row in found.timetable) is signs


def test_two_cases_of_one_name_are_told_apart(workspace: Workspace, case: UUID) -> None:
    for told in ("Gemensam drift (2)", "Gemensam drift (3)"):
        key, step = begun(workspace.reading(), workspace.records, Start("Gemensam drift"))
        workspace.records.apply(step)
        assert (record(workspace, "cooperation_cases", key).title, step.title.endswith(told)) == (told, True)
    key, step = begun(workspace.reading(), workspace.records, Start("Ä" * 300))
    workspace.records.apply(step)
    _key, step = begun(workspace.reading(), workspace.records, Start("Ä" * 300))
    workspace.records.apply(step)
    assert step.title.endswith(f"{'Ä' * 296} (2)")


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "2 ställningstaganden, 4 att-satser och 5 steg i tidplanen"),
        ({"proposals": [{"text": "vänta"}]}, "2 ställningstaganden och 5 steg i tidplanen"),
        ({"participants": [], "goal_level": "1"}, "2 att-satser och 3 steg i tidplanen"),
    ],
)
def test_what_is_filled_in_is_told_first(workspace: Workspace, add: Add, values: dict[str, Any], told: str) -> None:
    usual = {"title": "Ärende", "participants": [BENGTSFORS, DALS_ED]}
    bare = add("cooperation_cases", **{**usual, **values})
    step = filled(workspace.reading(), workspace.records, bare)
    assert told_filling(step) == told
    workspace.records.apply(step)
    assert told_filling(filled(workspace.reading(), workspace.records, bare)) == ""


def test_what_is_there_already_is_not_filled_in_again(workspace: Workspace, case: UUID, add: Add) -> None:
    assert filled(workspace.reading(), workspace.records, case).changes == ()
    bare = add("cooperation_cases", title="Ärende", participants=[BENGTSFORS, DALS_ED], proposals=[{"text": "vänta"}])
    add("cooperation_stances", stance="med", case=bare, municipality=DALS_ED)
    workspace.records.apply(filled(workspace.reading(), workspace.records, bare))
    assert [row.text for row in record(workspace, "cooperation_cases", bare).proposals] == ["vänta"]
    assert len(record(workspace, "cooperation_cases", bare).timetable) == 5
    assert {each.municipality: each.code for each in standings(workspace, bare)} == {
        BENGTSFORS: "ej_svarat",
        DALS_ED: "med",
    }


def test_of_two_words_the_newest_counts(workspace: Workspace, add: Add) -> None:
    case = add("cooperation_cases", title="Ärende", participants=[DALS_ED])
    for stance, day in (("avstar", "2026-10-02"), ("med", "2026-10-01")):
        add("cooperation_stances", stance=stance, case=case, municipality=DALS_ED, decided_on=day)
    (found,) = standings(workspace, case)
    assert (found.code, found.is_of_other, found.is_in) == ("avstar", True, False)


def test_a_kommun_that_nobody_asked_stands_last_and_what_is_in_the_bin_nowhere(workspace: Workspace, add: Add) -> None:
    case = add("cooperation_cases", title="Ärende", participants=[DALS_ED])
    add("cooperation_stances", stance="med", case=case, municipality=MELLERUD)
    gone = add("cooperation_stances", stance="med", case=case, municipality=BENGTSFORS)
    workspace.records.delete("cooperation_stances", [gone])
    assert [each.municipality for each in standings(workspace, case)] == [DALS_ED, MELLERUD]


def test_the_cost_of_a_case_is_shared_by_those_who_have_not_said_no(workspace: Workspace, case: UUID) -> None:
    workspace.records.save("cooperation_cases", case, {"annual_cost": 500, "cost_model": "LIKA"})
    said = {each.municipality: each.read for each in standings(workspace, case)}
    for key, values in ((DALS_ED, {"stance": "avstar"}), (MELLERUD, {"participates_from": "2027-07-01"})):
        read = said[key]
        assert read is not None
        workspace.records.save("cooperation_stances", read.record.id, values)
    made = _made(workspace, of_case(workspace.reading(), case))
    assert [(row.municipality, row.starts_on) for row in made.participants] == [
        ("1460", None),
        ("1461", date(2027, 7, 1)),
    ]
    assert (made.amount, made.model, made.case) == (500, "LIKA", case)
    assert (made.period_starts, made.period_ends) == (date(2027, 1, 1), date(2027, 12, 31))


def test_the_cost_of_an_agreement_is_shared_as_it_says(workspace: Workspace, add: Add) -> None:
    connected = [BENGTSFORS, MELLERUD]
    agreed = {"allocation_model": "BEFOLKNING", "annual_price": 700, "population_day": "2024-12-31"}
    key = add("agreements", title="Driftavtal", registry_number="KS 1", connected_municipalities=connected, **agreed)
    made = _made(workspace, of_agreement(workspace.reading(), key))
    assert (made.amount, made.model, made.agreement, made.basis_reference) == (700, "BEFOLKNING", key, "KS 1")
    assert (made.reference, made.counted_on) == ("fast_dag", date(2024, 12, 31))
    assert [row.municipality for row in made.participants] == ["1460", "1461"]


def _made(workspace: Workspace, plan: Any) -> Allocation:
    step = step_of(workspace.records, plan)
    workspace.records.apply(step)
    found = record(workspace, "allocations", step.changes[0].record_id)
    assert isinstance(found, Allocation)
    return found


def test_an_agreement_is_made_of_a_case_and_tied_to_its_cost(workspace: Workspace, case: UUID) -> None:
    drafted = _made(workspace, of_case(workspace.reading(), case))
    key, step = agreement_made(workspace.reading(), workspace.records, case)
    workspace.records.apply(step)
    agreement = record(workspace, "agreements", key)
    assert isinstance(agreement, Agreement)
    assert (agreement.kind, agreement.status) == ("samverkansavtal", "utkast")
    assert agreement.connected_municipalities == (BENGTSFORS, DALS_ED, MELLERUD)
    assert record(workspace, "allocations", drafted.id).agreement == key
    assert agreement_of(workspace.reading(), case) == key
    assert case_of_agreement(workspace.reading(), key) == case
    with pytest.raises(KnownError, match="redan avtalet"):
        agreement_made(workspace.reading(), workspace.records, case)


def test_an_agreement_in_the_bin_makes_room_for_another(workspace: Workspace, case: UUID) -> None:
    first, step = agreement_made(workspace.reading(), workspace.records, case)
    workspace.records.apply(step)
    workspace.records.delete("agreements", [first])
    assert agreement_of(workspace.reading(), case) is None
    second, step = agreement_made(workspace.reading(), workspace.records, case)
    workspace.records.apply(step)
    assert agreement_of(workspace.reading(), case) == second
    assert [record(workspace, "allocations", key).agreement for key in workspace.reading().keys("allocations")] == [
        second
    ]
    workspace.records.delete("cooperation_cases", [case])
    assert case_of_agreement(workspace.reading(), second) is None


def test_what_is_adopted_stays_with_its_agreement_also_in_the_bin(workspace: Workspace, case: UUID) -> None:
    drafted = _made(workspace, of_case(workspace.reading(), case))
    workspace.records.save("allocations", drafted.id, {"amount": 100_00, "model": "LIKA"})
    workspace.records.apply(step_of(workspace.records, adopted(workspace.reading(), drafted.id, TODAY)))
    key, step = agreement_made(workspace.reading(), workspace.records, case)
    workspace.records.apply(step)
    workspace.records.delete("agreements", [key])
    with pytest.raises(KnownError, match="Samverkansavtal Gemensam drift, som ligger i papperskorgen"):
        agreement_made(workspace.reading(), workspace.records, case)


def test_where_no_cost_is_shared_yet_the_agreement_brings_a_draft_of_it(workspace: Workspace, case: UUID) -> None:
    key, step = agreement_made(workspace.reading(), workspace.records, case)
    workspace.records.apply(step)
    (made,) = workspace.reading().keys("allocations")
    assert (record(workspace, "allocations", made).case, record(workspace, "allocations", made).agreement) == (
        case,
        key,
    )
    assert case_of_agreement(workspace.reading(), UUID(int=1)) is None


def test_what_is_adopted_for_the_case_is_what_the_agreement_says(workspace: Workspace, case: UUID) -> None:
    workspace.records.save("cooperation_cases", case, {"annual_cost": 100, "cost_model": "BEFOLKNING"})
    drafted = _made(workspace, of_case(workspace.reading(), case))
    period = {"period_starts": "2027-07-01", "period_ends": "2030-06-30"}
    workspace.records.save("allocations", drafted.id, {**period, "amount": 569_500_50, "model": "LIKA"})
    workspace.records.apply(step_of(workspace.records, adopted(workspace.reading(), drafted.id, TODAY)))
    key, step = agreement_made(workspace.reading(), workspace.records, case)
    workspace.records.apply(step)
    agreement = record(workspace, "agreements", key)
    assert (agreement.annual_price, agreement.allocation_model) == (189_833_50, "LIKA")
    assert agreement.starts_on == date(2027, 7, 1)
    assert workspace.reading().keys("allocations") == [drafted.id]
    assert record(workspace, "allocations", drafted.id).agreement == key
    other = workspace.records.add("agreements", {"title": "Ett annat"})
    with pytest.raises(ReadOnlyError):
        workspace.records.save("allocations", drafted.id, {"agreement": str(other)})
    workspace.undo.undo()
    workspace.undo.undo()
    assert record(workspace, "allocations", drafted.id).agreement is None


@pytest.mark.parametrize(
    ("goal", "starts_on"), [("2028-02-01", date(2028, 2, 1)), ("2028-02", None), ("2028", None), (None, None)]
)
def test_an_agreement_begins_on_the_day_of_the_goal(
    workspace: Workspace, case: UUID, goal: str | None, starts_on: date | None
) -> None:
    workspace.records.save("cooperation_cases", case, {"goal_on": goal})
    key, step = agreement_made(workspace.reading(), workspace.records, case)
    workspace.records.apply(step)
    assert record(workspace, "agreements", key).starts_on == starts_on


def test_adopting_the_cost_of_a_case_tells_who_has_not_answered(workspace: Workspace, case: UUID) -> None:
    workspace.records.save("cooperation_cases", case, {"annual_cost": 100_000_00})
    step = step_of(workspace.records, of_case(workspace.reading(), case))
    workspace.records.apply(step)

    def remarks() -> tuple[str, ...]:
        return adopted(workspace.reading(), step.changes[0].record_id, TODAY).remarks

    assert "Bengtsfors, Dals-Ed och Mellerud har inte svarat i ärendet." in remarks()
    for read in workspace.reading().referring("cooperation_stances", "case", case):
        workspace.records.save("cooperation_stances", read.record.id, {"stance": "med"})
    assert not any("svarat" in remark for remark in remarks())
