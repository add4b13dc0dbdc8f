"""The införandeplan on paper: phases, numbered activities, the checklist with its waivers, and what it needs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.making import make
from itadmin.documents.templates import places, shipped_template
from itadmin.domain.fields import LongText, Text
from itadmin.domain.problems import KnownError
from itadmin.domain.record import stored_fields
from itadmin.domain.registers import REGISTERS

TYPE = "implementation_plan"
PLAN, FIRST, SECOND, LOOSE = (UUID(int=number) for number in (40, 41, 42, 43))
REGISTER = "implementations"
HOSTILE = ("<b>x</b> & {{9*9}} %s \\n \U0001f600 漢字 \u202e\x00\x07 **| # - " * 40)[:300]
POINTS = (
    {"point": "klassning", "state": "klart", "noted_on": "2026-11-02", "noted_by": "Systemansvarig", "reason": None},
    {"point": "riskanalys", "state": "avstatt", "noted_by": "Systemägare", "reason": "Görs tillsammans i mars."},
    {"point": "avvecklingsplan", "state": "ej_aktuellt", "noted_by": None, "reason": "Inget ersätts."},
    {"point": "utbildningsplan", "state": "kvar", "noted_by": None, "reason": None},
)


@pytest.fixture
def planned(example: Any) -> Any:
    """The example with a plan that lacks nothing, and three activities."""
    plan = {
        "id": 40,
        "title": "Införande av Kvarnen",
        "kind": "inforande",
        "system": str(example.system),
        "municipalities": [str(key) for key in example.reading.records["organisations"]][:2],
        "status": "pagar",
        "go_live_on": "2027-02-01",
        "responsible_function": "Projektledare",
        "steering_group": "Systemägare, IT-chef",
        "registry_number": "KS 2026/77",
        "purpose": "Bokföringen ska gå fortare.",
        "phases": [
            {
                "phase": "planering",
                "starts_on": "2026-11-02",
                "ends_on": "2026-11-20",
                "decision": "BP1 Tidplanen är godkänd",
                "decided_on": "2026-11-20",
                "criteria": "Alla har tid avsatt.",
                "responsible": "Projektledare",
            },
            {
                "phase": "driftstart",
                "starts_on": "2027-02-01",
                "ends_on": "2027-02-12",
                "decision": "BP2 Driftstarten är genomförd",
                "decided_on": None,
                "criteria": "Verksamheten arbetar i systemet.",
                "responsible": "Systemansvarig",
            },
        ],
        "checklist": [dict(point) for point in POINTS],
    }
    belongs = {"plan": str(PLAN), "status": "ej_paborjad"}
    activities = (
        {
            **belongs,
            "id": 41,
            "title": "Boka tider",
            "phase": "planering",
            "place": 10,
            "starts_on": "2026-11-02",
            "ends_on": "2026-11-06",
            "responsible_function": "Projektledare",
            "status": "klar",
        },
        {
            **belongs,
            "id": 42,
            "title": "Öppna systemet",
            "phase": "driftstart",
            "place": 10,
            "starts_on": "2027-02-01",
            "ends_on": "2027-02-01",
            "responsible_function": "IT-enheten",
            "waits_for": [str(FIRST)],
        },
        {**belongs, "id": 43, "title": "Fira", "responsible": str(UUID(int=16)), "waits_for": [str(SECOND)]},
    )
    return example.adding(REGISTER, plan).adding("implementation_activities", *activities)


@pytest.fixture
def said(words_of: Any) -> Any:
    """What the paper of the plan says."""
    return lambda example: words_of(TYPE, example.reading, PLAN)


def test_the_plan_as_text(planned: Any, text_of: Any, matches_expected: Any) -> None:
    made = prepare(TYPE, planned.reading, PLAN, draft=False)
    assert made.missing == ()
    assert made.file_name == "Inforande-av-Kvarnen_2026-11-22.pdf"
    matches_expected("implementation_plan.txt", text_of(made.paper))


def test_it_is_valid_and_the_same_each_time(planned: Any, faults: Any) -> None:
    content = make(TYPE, planned.reading, PLAN, draft=False)
    assert faults(content) == []
    assert content == make(TYPE, planned.reading, PLAN, draft=False)


def test_an_avveckling_lacks_its_last_day(example: Any, lacks: Any) -> None:
    empty = example.adding(REGISTER, {"id": 40, "title": "Avveckling", "kind": "avveckling"})
    assert ("Systemets sista dag", (REGISTER, PLAN, "go_live_on")) in lacks(TYPE, empty.reading, PLAN).items()


def test_what_it_cannot_be_whole_without(example: Any, faults: Any, lacks: Any) -> None:
    empty = example.adding(REGISTER, {"id": 40, "title": "Införande"})
    assert lacks(TYPE, empty.reading, PLAN) == {
        label: (REGISTER, PLAN, field)
        for label, field in (
            ("System", "system"),
            ("Dagen för driftstart", "go_live_on"),
            ("Planens läge", "status"),
            ("Ansvarig funktion", "responsible_function"),
            ("Vad planen gäller", "kind"),
            ("Syfte och mål", "purpose"),
            ("Faser", "phases"),
            ("Punkter i checklistan", "checklist"),
        )
    }
    with pytest.raises(IncompleteError):
        make(TYPE, empty.reading, PLAN, draft=False)
    assert faults(make(TYPE, empty.reading, PLAN, draft=True)) == []


def test_waivers_stand_by_themselves_with_their_reasons(planned: Any, said: Any) -> None:
    assert "Riskanalys är gjord: Görs tillsammans i mars." in said(planned)
    none = planned.change(REGISTER, PLAN, checklist=[dict(POINTS[0])])
    assert "Inga avsteg är gjorda." in said(none)


def test_what_is_approved_says_when_and_by_whom(planned: Any, said: Any) -> None:
    assert "1 punkt i checklistan är kvar." in said(planned)
    values = {"status": "godkand", "approved_on": "2027-01-29", "approved_by": "Ekonomichef"}
    told = said(planned.change(REGISTER, PLAN, **values, checklist=[dict(point) for point in POINTS[:3]]))
    assert "Godkänt den 29 januari 2027 av ekonomichef." in told
    assert "Godkänd 2027-01-29" in told
    assert "är kvar" not in told


def test_a_system_that_leaves_is_told_of_as_such(planned: Any, said: Any) -> None:
    told = said(planned.change(REGISTER, PLAN, kind="avveckling", title="Avveckling av Kvarnen"))
    assert "Sista dag" in told
    assert "Checklista för avveckling" in told
    assert "är avvecklat enligt checklistan" in told
    assert "Driftstart: 2027-02-01" not in told


def test_people_are_told_of_by_function(planned: Any, said: Any) -> None:
    told = said(planned)
    assert "Kim Exempel" not in told
    assert "3.1 | Fira" in told


@pytest.mark.parametrize("register", [REGISTER, "implementation_activities"])
def test_any_text_can_stand_in_it(planned: Any, register: str, faults: Any) -> None:
    key = PLAN if register == REGISTER else FIRST
    fields = stored_fields(REGISTERS[register].record).items()
    hostile = {name: HOSTILE[:40] for name, field in fields if isinstance(field, (Text, LongText))}
    content = make(TYPE, planned.change(register, key, **hostile).reading, PLAN, draft=False)
    assert faults(content) == []


def test_a_plan_must_be_chosen(example: Any) -> None:
    with pytest.raises(KnownError, match="Välj vilken"):
        prepare(TYPE, example.reading, None, draft=False)


def test_the_template_asks_only_for_words_that_are_explained() -> None:
    template = shipped_template(TYPE)
    asked = {place for passage in template.passages.values() for place in places(passage.text)}
    assert asked == {"ansvarig", "styrgrupp", "antal", "system", "dag", "funktion"}
