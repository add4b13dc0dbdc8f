"""When agreements are told of, as what and by which day, each of them once."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import Act, AttentionLine, Band
from itadmin.domain.changes import ChangeSet
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.attention import leads, work_list
from itadmin.services.workspace import Workspace

Lines = Callable[..., list[AttentionLine]]
Add = Callable[..., UUID]

NOTICE, LATE, SOON, AHEAD, LATER = "sista_uppsagningsdag", Band.FORSENAT, Band.INOM_30_DAGAR, *list(Band)[2:]
FIXED: dict[str, Any] = {"renewal_months": None}
OPTION = {**FIXED, "options": [{"months": 12, "decision_day": "2026-12-31"}]}
NOTICED = {"notice_given_on": "2026-10-01", "status": "uppsagt"}
OPEN_ENDED: dict[str, Any] = {"renewal_months": None, "open_ended": True}

CASES: list[tuple[dict[str, Any], str, tuple[str, str | None, Band, Act] | None]] = [
    ({}, "2026-08-30", None),
    ({}, "2026-08-31", (NOTICE, "2027-02-28", AHEAD, Act.RENEW)),
    ({}, "2027-02-28", (NOTICE, "2027-02-28", SOON, Act.RENEW)),
    ({}, "2027-03-01", (NOTICE, "2027-02-28", LATE, Act.OPEN)),
    ({}, "2027-03-30", (NOTICE, "2027-02-28", LATE, Act.OPEN)),
    ({}, "2027-03-31", (NOTICE, "2028-02-29", LATER, Act.OPEN)),
    ({}, "2027-05-31", (NOTICE, "2028-02-29", LATER, Act.OPEN)),
    ({}, "2027-06-01", None),
    ({}, "2027-08-31", (NOTICE, "2028-02-29", AHEAD, Act.RENEW)),
    (FIXED, "2026-11-29", None),
    (FIXED, "2026-11-30", ("avtal_loper_ut", "2027-05-31", LATER, Act.RENEW)),
    (FIXED, "2026-12-01", ("avtal_loper_ut", "2027-05-31", AHEAD, Act.RENEW)),
    (FIXED, "2027-05-31", ("avtal_loper_ut", "2027-05-31", SOON, Act.RENEW)),
    (FIXED, "2027-06-01", ("avtal_har_lopt_ut", "2027-05-31", LATE, Act.RENEW)),
    (OPTION, "2026-06-29", None),
    (OPTION, "2026-06-30", ("option_beslutas", "2026-12-31", LATER, Act.RENEW)),
    (OPTION, "2026-12-31", ("option_beslutas", "2026-12-31", SOON, Act.RENEW)),
    (OPTION, "2027-01-01", ("option_beslutas", "2026-12-31", LATE, Act.RENEW)),
    (NOTICED, "2026-11-29", None),
    ({"notice_given_on": "2026-10-01"}, "2027-05-01", ("uppsagt_avtal_upphor", "2027-05-31", SOON, Act.RENEW)),
    (NOTICED, "2027-06-01", ("avtal_har_lopt_ut", "2027-05-31", LATE, Act.RENEW)),
    ({"status": "uppsagt"}, "2025-01-01", ("uppsagning_utan_dag", None, SOON, Act.FILL_IN)),
    ({**OPEN_ENDED, "first_term_months": None}, "2026-11-22", None),
    (OPEN_ENDED, "2026-08-31", (NOTICE, "2027-02-28", AHEAD, Act.RENEW)),
    (OPEN_ENDED, "2027-03-01", ("blir_tillsvidare", "2027-05-31", AHEAD, Act.RENEW)),
    (OPEN_ENDED, "2027-06-01", None),
    ({"notice_months": None}, "2024-07-01", ("uppsagningstid_saknas", None, AHEAD, Act.FILL_IN)),
    ({"starts_on": None}, "2024-07-01", ("avtalstid_oklar", None, AHEAD, Act.FILL_IN)),
    ({"status": "upphort"}, "2027-02-01", None),
    ({"status": "ersatt"}, "2027-02-01", None),
    ({"reminders": [{"days": 14}]}, "2027-02-13", None),
    ({"reminders": [{"days": 14}]}, "2027-02-14", (NOTICE, "2027-02-28", SOON, Act.RENEW)),
    ({"reminders": [{"months": None, "days": None}]}, "2026-08-31", (NOTICE, "2027-02-28", AHEAD, Act.RENEW)),
    ({"service_class": "2"}, "2025-08-31", (NOTICE, "2027-02-28", LATER, Act.RENEW)),
    ({"service_class": "3"}, "2025-08-31", None),
    ({"procurement_months": 12}, "2025-08-30", None),
    ({"procurement_months": 12}, "2025-08-31", (NOTICE, "2027-02-28", LATER, Act.RENEW)),
    ({"starts_on": "9997-01-01"}, "9999-09-30", (NOTICE, "9999-09-30", SOON, Act.RENEW)),
]  # fmt: skip


@pytest.mark.parametrize(("values", "day", "expected"), CASES)
def test_what_an_agreement_is_told_as(
    agreement: Add, lines: Lines, values: dict[str, Any], day: str, expected: tuple[str, str | None, Band, Act] | None
) -> None:
    record = agreement(**values)
    found = [line for line in lines(date.fromisoformat(day), record) if line.kind != "saknar_uppgifter"]
    told = [(line.kind, line.day and line.day.isoformat(), line.band, line.act) for line in found]
    assert told == ([expected] if expected else [])
    assert all(line.reason.endswith(".") for line in found)


@pytest.mark.parametrize(
    ("values", "first"),
    [
        ({"criticality": "kritisk"}, "2025-08-31"),
        ({"societally_critical": True}, "2025-08-31"),
        ({"confidentiality": "4", "integrity": "1", "availability": "1"}, "2025-08-31"),
        ({"criticality": "hog"}, "2026-08-31"),
    ],
)
def test_what_the_kommun_cannot_be_without_is_told_of_earlier(
    agreement: Add, system: Add, lines: Lines, values: dict[str, Any], first: str
) -> None:
    record, day = agreement(systems=[str(system(**values))]), date.fromisoformat(first)
    assert not lines(day - timedelta(days=1), record, NOTICE)
    assert lines(day, record, NOTICE)


def test_a_kind_may_have_lead_times_of_its_own_and_an_agreement_before_them(
    workspace: Workspace, agreement: Add, lines: Lines
) -> None:
    workspace.records.add("lead_times", {"kind": "supportavtal", "reminders": [{"months": 9}, {"days": 10}]})
    as_its_kind, as_itself = agreement(), agreement(reminders=[{"months": 1}])
    assert not lines(date(2026, 5, 30), as_its_kind, NOTICE)
    (line,) = lines(date(2026, 5, 31), as_its_kind, NOTICE)
    assert line.next_step == date(2027, 2, 18)
    assert not lines(date(2027, 1, 30), as_itself, NOTICE)
    (line,) = lines(date(2027, 1, 31), as_itself, NOTICE)
    assert line.next_step is None


def test_a_lead_time_before_the_last_chance_was_about_that_one(agreement: Add, lines: Lines) -> None:
    """Else what is renewed each year would be told of all the time when it is to be seen eighteen months ahead."""
    record = agreement(service_class="1")
    occasions = {
        day: [(line.day, line.occasion) for line in lines(day, record, NOTICE)]
        for day in (date(2027, 2, 28), date(2027, 4, 15), date(2027, 6, 1), date(2027, 8, 31))
    }
    passed, coming = date(2027, 2, 28), date(2028, 2, 29)
    assert occasions == {
        date(2027, 2, 28): [(passed, "2027-02-28")],
        date(2027, 4, 15): [(coming, "2027-02-28")],
        date(2027, 6, 1): [],
        date(2027, 8, 31): [(coming, "2028-02-29")],
    }


def test_the_sentence_says_when_and_for_how_much(agreement: Add, system: Add, lines: Lines) -> None:
    record = agreement(systems=[str(system())], annual_price=41_200_000)
    (line,) = lines(date(2026, 12, 6), record, NOTICE)
    assert line.reason.startswith("Supportavtalet för Lifecare förlängs 12 månader om det inte sägs upp senast")
    assert line.reason.endswith("— 84 dagar kvar, 412\u00a0000\u00a0kr om året.")


def test_what_has_ended_is_told_of_once(agreement: Add, lines: Lines) -> None:
    record = agreement(first_term_months=None, first_term_ends_on="2026-05-31", **FIXED)
    assert [line.kind for line in lines(date(2026, 11, 22), record)] == ["avtal_har_lopt_ut", "saknar_uppgifter"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [("gallande", []), ("invantar_underskrift", ["avtal_loper_ut"]), ("utkast", ["avtal_loper_ut"])],
)
@pytest.mark.parametrize("is_noticed", [False, True])
def test_what_is_followed_by_a_signed_agreement_may_end(
    agreement: Add, lines: Lines, status: str, expected: list[str], *, is_noticed: bool
) -> None:
    record = agreement(**FIXED, notice_given_on="2026-10-01" if is_noticed else None)
    agreement(title="Nytt supportavtal", starts_on="2027-06-01", status=status, replaces=str(record))
    kinds = [line.kind for line in lines(date(2027, 5, 1), record) if line.kind != "saknar_uppgifter"]
    assert kinds == (["uppsagt_avtal_upphor"] if is_noticed and expected else expected)
    assert lines(date(2027, 6, 1), record, "avtal_har_lopt_ut")


@pytest.mark.parametrize("status", ["gallande", "utkast"])
def test_what_renews_itself_does_so_whatever_follows_it(agreement: Add, lines: Lines, status: str) -> None:
    record = agreement()
    agreement(title="Nytt supportavtal", starts_on="2027-06-01", status=status, replaces=str(record))
    assert lines(date(2027, 2, 1), record, NOTICE)


def varied(number: int) -> dict[str, Any]:
    """An agreement of one of many shapes."""
    start = date(2015, 1, 31) + timedelta(days=number * 41)
    shapes: list[dict[str, Any]] = [
        {"renewal_months": 12},
        {"renewal_months": 6, "notice_months": None, "notice_days": 45},
        {"renewal_months": 12, "notice_months": 14},
        {"renewal_months": None},
        {"renewal_months": None, "open_ended": True},
        {"renewal_months": None, "options": [{"months": 12, "taken": True}, {"months": 24}]},
        {"renewal_months": 12, "notice_given_on": (start + timedelta(days=900)).isoformat()},
        {"renewal_months": 12, "procurement_months": 18},
        {"renewal_months": 24, "service_class": "1"},
        {"renewal_months": 12, "reminders": [{"months": 24}, {"days": 3}]},
    ]
    shape = shapes[number % len(shapes)]
    return {
        "title": f"Avtal {number}",
        "status": "gallande",
        "starts_on": start.isoformat(),
        "first_term_months": 36,
        "notice_months": 3,
        **shape,
    }


@pytest.fixture
def many(workspace: Workspace) -> Workspace:
    changes = tuple(workspace.records.addition("agreements", varied(number)) for number in range(150))
    workspace.records.apply(ChangeSet("La in avtal", changes))
    return workspace


MANY_DAYS = [date(2017, 3, 31), date(2024, 2, 29), date(2026, 11, 22), date(2031, 1, 1)]


@pytest.mark.parametrize("day", MANY_DAYS)
def test_nothing_near_is_let_go(many: Workspace, monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """What is let go of since it is far off would not have been told."""
    quick = work_list(many.reading(day)).lines
    monkeypatch.setattr(leads, "_longest", lambda *_: timedelta.max)
    assert work_list(many.reading(day)).lines == quick


@pytest.mark.parametrize("day", MANY_DAYS)
def test_the_days_are_those_of_the_agreements_and_none_that_is_near_is_missed(many: Workspace, day: date) -> None:
    reading = many.reading(day)
    lines = {line.record_id: line for line in work_list(reading).lines if line.kind != "saknar_uppgifter"}
    for record_id, read in reading.many("agreements", reading.keys("agreements")).items():
        record, line = read.record, lines.get(record_id)
        assert isinstance(record, Agreement)
        decisive = {record.next_notice_day, record.last_notice_day, record.term_ends_on}
        assert line is None or line.day in {*decisive, None} or line.kind == "uppsagt_avtal_upphor"
        days = [record.next_notice_day] if record.renewal_months and not record.notice_given_on else []
        days += (
            [record.term_ends_on]
            if record.state == "lopande" and not (record.renewal_months or record.open_ended)
            else []
        )
        if any(near and day <= near <= day + timedelta(days=3) for near in days):
            assert line is not None, read.label


def test_what_is_said_of_a_time_is_put_in_words_when_it_is_read(agreement: Add, lines: Lines) -> None:
    (line,) = lines(date(2027, 2, 1), agreement(), NOTICE)
    assert not isinstance(line.said, str)
    assert line.reason == f"{line.said.in_words()}"
    assert line.reason.startswith("Supportavtal Lifecare förlängs 12 månader om det inte sägs upp senast")
    assert line == lines(date(2027, 2, 1), kind=NOTICE)[0]
