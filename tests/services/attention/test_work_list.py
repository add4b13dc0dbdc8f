"""The list as a whole: it says what the records' own pages say, of own records alone, and marks keep it quiet."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from itadmin.domain.calculations.attention import Act, AttentionLine, Band
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers import REGISTERS
from itadmin.services.attention import MARKS, handled, overview, resting, work_list
from itadmin.services.findings import of_record
from itadmin.services.reading import Reading
from itadmin.services.sample import make_sample_region
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.training.plans import plan_in
from itadmin.services.workspace import Workspace, open_reading
from itadmin.storage.tables import TABLES

Lines = Callable[..., list[AttentionLine]]
Add = Callable[..., UUID]

TODAY = date(2026, 11, 22)
NOTICE = "sista_uppsagningsdag"
SAID_OTHERWISE = {
    "i_drift_utan_driftavtal": "annan_kommun_utan_driftavtal",
    "gallande_efter_avtalstid": "avtal_har_lopt_ut",
}
"""Findings that another line says more of."""


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample_region(tmp_path_factory.mktemp("region")).files[0]


def _is_said_at_agreement(reading: Reading, system: UUID, told: dict[UUID, set[str]]) -> bool:
    agreements = reading.referring("agreements", "systems", system)
    return any("lovar_mindre_an_behov" in told.get(read.record.id, set()) for read in agreements)


def _is_said_at_system(reading: Reading, plan: UUID, told: dict[UUID, set[str]]) -> bool:
    system = plan_in(reading.one("training_plans", plan)).system
    return system is not None and "utbildningsplan_inaktuell" in told.get(system, set())


def test_every_finding_of_a_records_page_is_a_line(sample: Path) -> None:
    reading = open_reading(sample, SAMPLE_DAY)
    told: dict[UUID, set[str]] = {}
    for line in work_list(reading).lines:
        told.setdefault(line.record_id, set()).add(line.kind)
    number = 0
    for register in (item for item in REGISTERS.values() if item.findings):
        for record in reading.keys(register.name):
            for finding in of_record(reading, register.name, record):
                number += 1
                said_there = finding.key == "avtal_lovar_for_lite" and _is_said_at_agreement(reading, record, told)
                said_there |= finding.key == "plan_ska_revideras" and _is_said_at_system(reading, record, told)
                said = told.get(record, set()) & {finding.key, SAID_OTHERWISE.get(finding.key, "")}
                assert said or said_there, (finding.key, record)
    assert number > 100
    reading.close()


def test_the_sample_is_told_in_order_each_thing_once(sample: Path) -> None:
    reading = open_reading(sample, SAMPLE_DAY)
    work, figures = overview(reading)
    keys = [(line.kind, line.register, line.record_id) for line in work.lines]
    assert len(keys) == len(set(keys))
    bands = [list(Band).index(line.band) for line in work.lines]
    assert bands == sorted(bands)
    assert {line.band for line in work.lines} == set(Band)
    assert all(line.record and line.reason.endswith(".") and "  " not in line.reason for line in work.lines)
    times = [line.record_id for line in work.lines if line.kind in (NOTICE, "option_beslutas", "avtal_loper_ut")]
    assert len(times) == len(set(times))
    assert figures.systems > figures.in_operation > 0
    assert figures.agreements_in_force > figures.agreements_ending > 0
    reading.close()


def test_own_confirmed_records_outside_the_bin_are_told_of(
    workspace: Workspace, system: Add, agreement: Add, lines: Lines
) -> None:
    bare: dict[str, Any] = {"system_owner": None, "purpose": None}
    binned, received, proposed = system(**bare), system(**bare), system(suggestion=True, **bare)
    theirs, gone = agreement(), agreement()
    workspace.records.delete("systems", [binned])
    workspace.records.delete("agreements", [gone])
    with workspace.file.writing() as connection:
        for register, record in (("systems", received), ("agreements", theirs)):
            main = TABLES[register].main
            connection.execute(update(main).where(main.c.id == record).values(owner=municipality_id("1438")))
    assert lines(date(2027, 2, 1)) == []
    workspace.records.save("systems", proposed, {"suggestion": None})
    assert {line.record_id for line in lines(date(2027, 2, 1))} == {proposed}


def test_what_another_finding_says_more_of_is_not_told(system: Add, lines: Lines) -> None:
    record = system(lifecycle="i_drift", hosting="annan_kommun")
    kinds = {line.kind for line in lines(TODAY, record)}
    assert "annan_kommun_utan_driftavtal" in kinds
    assert "i_drift_utan_driftavtal" not in kinds


def test_a_promise_too_small_is_told_of_once_at_the_agreement(
    workspace: Workspace, system: Add, agreement: Add
) -> None:
    record = system(rto_hours=4)
    promise = agreement(kind="driftavtal", systems=[str(record)], rto_hours=24)
    assert of_record(workspace.reading(), "systems", record)
    kinds = {(line.record_id, line.kind) for line in work_list(workspace.reading()).lines}
    assert (promise, "lovar_mindre_an_behov") in kinds
    assert (record, "avtal_lovar_for_lite") not in kinds


def test_what_is_done_depends_on_whose_finding_it_is(workspace: Workspace, system: Add, lines: Lines) -> None:
    """A behörighet and a system are both reviewed, but not in the same way."""
    record = system(reviewed_on="2025-01-01")
    right = {"access_right": "Läsa", "system": str(record), "function": "Läsare", "decided_by_function": "Socialchef"}
    decided = workspace.records.add("access_decisions", {**right, "decided_on": "2025-01-01"})
    told = {line.record_id: line.act for line in lines(TODAY, kind="granskning_forsenad")}
    assert told == {record: Act.REVIEW, decided: Act.FILL_IN}


# What is expected


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("supportavtal", "Saknar avtalsnummer och system."),
        ("pub_avtal", "Saknar avtalsnummer och system."),
        ("leasing", "Saknar avtalsnummer."),
        ("ramavtal", "Saknar avtalsnummer."),
        ("sekretessavtal", "Saknar avtalsnummer."),
        ("samverkansavtal", "Saknar avtalsnummer."),
        ("konsultavtal", "Saknar avtalsnummer."),
    ],
)
def test_agreements_that_need_be_about_no_system_do_not_lack_one(
    agreement: Add, lines: Lines, kind: str, reason: str
) -> None:
    (line,) = lines(TODAY, agreement(number=None, kind=kind), "saknar_uppgifter")
    assert line.reason == reason


def test_what_is_expected_and_missing_is_one_line(system: Add, agreement: Add, lines: Lines) -> None:
    (line,) = lines(TODAY, system(purpose=None, hosting=None, category=None))
    assert line.reason == "Saknar syfte, kategori och driftform."
    assert (line.band, line.day, line.field) == (Band.SENARE, None, "purpose")
    (other,) = lines(TODAY, agreement(number=None, systems=[str(system(name="Ecos"))]), "saknar_uppgifter")
    assert other.reason == "Saknar avtalsnummer."


def test_what_another_line_asks_for_is_not_asked_for_twice(workspace: Workspace, agreement: Add, lines: Lines) -> None:
    record = workspace.records.add("systems", {"name": "Ecos"})
    told = {line.kind: line for line in lines(TODAY, record)}
    assert {"utan_systemagare", "utan_systemansvarig", "utan_klassning", "personuppgifter_okant"} <= told.keys()
    assert told["saknar_uppgifter"].reason == "Saknar syfte, kategori, omfattning, läge och driftform."
    unclear = {line.kind: line for line in lines(TODAY, agreement(starts_on=None))}
    assert unclear["avtalstid_oklar"].field == "starts_on"
    assert unclear["saknar_uppgifter"].reason == "Saknar system."


@pytest.mark.parametrize(
    ("register", "values"),
    [("systems", {"name": "Ecos", "lifecycle": "avvecklad"}), ("agreements", {"title": "Ecos", "status": "upphort"})],
)
def test_nothing_is_expected_of_what_is_over(
    workspace: Workspace, lines: Lines, register: str, values: dict[str, Any]
) -> None:
    assert lines(TODAY, workspace.records.add(register, values), "saknar_uppgifter") == []


def test_what_belongs_to_a_system_is_called_after_it(workspace: Workspace, system: Add, lines: Lines) -> None:
    record, other = system(), system(name="Ecos")
    cost = workspace.records.add("cost_lines", {"kind": "licens", "system": str(record)})
    integration = {"name": "Ecos till Lifecare", "source": str(other), "target": str(record)}
    workspace.records.add("integrations", integration)
    workspace.records.add("cost_lines", {"kind": "support"})
    told = {line.record: (line.reason, line.responsible) for line in lines(TODAY, kind="saknar_uppgifter")}
    assert told == {
        "Lifecare – Licens": ("Saknar år.", "Systemförvaltare"),
        "Ecos till Lifecare": ("Saknar slag.", "Systemförvaltare"),
        "Support": ("Saknar år.", ""),
    }
    assert [line.record_id for line in lines(TODAY) if line.record == "Lifecare – Licens"] == [cost]


# Who answers


def test_an_agreement_is_its_managers_else_its_first_systems(workspace: Workspace, system: Add, agreement: Add) -> None:
    kim = workspace.records.add("people", {"name": "Kim Berg", "email": "kim@kommun.example"})
    unowned, owned = system(name="Ale", system_owner=None, system_manager=None), system(name="Ecos")
    asked = system(name="Treserva", system_manager=None)
    expected = {
        agreement(manager=str(kim), systems=[str(owned)]): ("Kim Berg", kim),
        agreement(systems=[str(owned), str(asked)]): ("Systemförvaltare", None),
        agreement(systems=[str(asked)]): ("Socialchef", None),
        agreement(systems=[str(unowned), str(owned)]): ("", None),
        agreement(systems=[]): ("", None),
    }
    told = {
        line.record_id: line for line in work_list(workspace.reading(date(2027, 2, 1))).lines if line.kind == NOTICE
    }
    assert {key: (line.responsible, line.responsible_id) for key, line in told.items()} == expected


def test_who_came_to_a_role_last_answers(workspace: Workspace, system: Add, lines: Lines) -> None:
    record = system(system_manager=None, purpose=None)
    role = {"system": str(record), "kind": "systemansvarig"}
    workspace.records.add("roles", {**role, "function": "Nyare", "starts_on": "2026-01-01"})
    workspace.records.add("roles", {**role, "function": "Äldre", "starts_on": "2020-01-01"})
    workspace.records.add("roles", {**role, "function": "Kommande", "starts_on": "2027-01-01"})
    workspace.records.add("roles", {**role, "function": "Tidigare", "starts_on": "2026-02-01", "ends_on": "2026-03-01"})
    (line,) = lines(TODAY, record, "saknar_uppgifter")
    assert line.responsible == "Nyare"


def test_a_right_is_the_owners_to_decide(workspace: Workspace, system: Add, lines: Lines) -> None:
    right = {"access_right": "Läsa", "system": str(system()), "function": "Läsare", "decided_by_function": "Socialchef"}
    dates = {"starts_on": "2026-01-01", "decided_on": "2026-01-01", "reason": "Behövs."}
    ends = workspace.records.add("access_decisions", {**right, **dates, "ends_on": "2026-12-22"})
    workspace.records.add("access_decisions", {**right, **dates, "ends_on": "2026-12-23"})
    workspace.records.add("access_decisions", {**right, **dates, "ends_on": "2026-12-01", "withdrawn_on": "2026-11-01"})
    (line,) = lines(TODAY, kind="behorighet_upphor")
    assert (line.record_id, line.responsible, line.day) == (ends, "Socialchef", date(2026, 12, 22))


# Marks


def test_what_is_handled_stays_quiet_until_another_occasion(workspace: Workspace, agreement: Add, lines: Lines) -> None:
    record = agreement()
    (line,) = lines(date(2027, 2, 1), record, NOTICE)
    workspace.records.add(MARKS, handled(line, "Får förlängas."))
    for day in (date(2026, 9, 1), date(2027, 2, 28), date(2027, 3, 1), date(2027, 5, 31)):
        assert lines(day, record, NOTICE) == []
    ((hidden, mark),) = work_list(workspace.reading(date(2027, 2, 1))).handled
    assert (hidden, mark.note) == (line, "Får förlängas.")
    (again,) = lines(date(2027, 9, 1), record, NOTICE)
    assert again.occasion == "2028-02-29"


def test_what_rests_is_back_on_its_day(workspace: Workspace, agreement: Add, lines: Lines) -> None:
    record, until = agreement(), date(2027, 2, 10)
    (line,) = lines(date(2027, 2, 1), record, NOTICE)
    workspace.records.add(MARKS, resting(line, until))
    assert lines(until - timedelta(days=1), record, NOTICE) == []
    ((hidden, mark),) = work_list(workspace.reading(until - timedelta(days=1))).resting
    assert (hidden.record_id, mark.until) == (record, until)
    assert len(lines(until, record, NOTICE)) == 1


def test_the_newest_mark_holds_and_undoing_it_brings_the_line_back(
    workspace: Workspace, system: Add, lines: Lines
) -> None:
    record = system(system_owner=None)
    (line,) = lines(TODAY, record)
    workspace.records.add(MARKS, handled(line))
    workspace.records.add(MARKS, resting(line, TODAY))
    assert len(lines(TODAY, record)) == 1
    workspace.undo.undo()
    assert lines(TODAY, record) == []
    workspace.undo.undo()
    assert len(lines(TODAY, record)) == 1


def test_a_mark_is_about_one_rule_and_one_record(workspace: Workspace, system: Add, lines: Lines) -> None:
    record, other = system(system_owner=None, purpose=None), system(name="Ecos", system_owner=None)
    (line,) = lines(TODAY, record, "utan_systemagare")
    workspace.records.add(MARKS, handled(line))
    assert [line.kind for line in lines(TODAY, record)] == ["saknar_uppgifter"]
    assert [line.kind for line in lines(TODAY, other)] == ["utan_systemagare"]


def test_a_mark_of_what_is_gone_or_of_nothing_does_no_harm(workspace: Workspace, system: Add, lines: Lines) -> None:
    record = system(system_owner=None)
    (line,) = lines(TODAY, record)
    workspace.records.add(MARKS, handled(line))
    workspace.records.add(MARKS, {"verdict": "hanterad"})
    workspace.records.delete("systems", [record])
    work = work_list(workspace.reading(TODAY))
    assert (work.lines, work.resting, work.handled) == ((), (), ())


# Figures


def test_the_figures(workspace: Workspace, system: Add, agreement: Add) -> None:
    empty = overview(workspace.reading(TODAY))[1]
    assert (empty.systems, empty.agreements_in_force, empty.complete_percent, empty.yearly_cost) == (0, 0, None, 0)
    key = [str(system(lifecycle="i_drift"))]
    system(name="Ecos", purpose=None)
    system(name="Ale", suggestion=True)
    agreement(systems=key, annual_price=100_00)
    agreement(systems=key, renewal_months=None, annual_price=20_00)
    agreement(systems=key, status="upphort", annual_price=3_00)
    agreement(systems=key, first_term_months=1, renewal_months=None, annual_price=4_00)
    found = overview(workspace.reading(TODAY))[1]
    assert (found.systems, found.in_operation) == (2, 1)
    assert (found.agreements_in_force, found.agreements_ending) == (2, 1)
    assert found.complete_percent == 100 * 5 // 6
    assert found.yearly_cost == 120_00
