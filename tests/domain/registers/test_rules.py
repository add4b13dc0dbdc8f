"""The rules of the registers around systems: what stops saving, and what is only remarked on."""

from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calendar import parse_day
from itadmin.domain.entry import filled_in
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.access_decisions import AccessDecision, state
from itadmin.domain.validation import check

A, B = str(UUID(int=1)), str(UUID(int=2))
USE = {"system": A, "organisation": B}
LEVEL = {"system": A, "municipality": B, "level": "2"}
FLOW = {"name": "Löner"}
DECIDED = {"access_right": "Läsa", "person": A, "decided_by": B}


@pytest.mark.parametrize(
    ("register", "values", "found"),
    [
        ("system_uses", {}, [("system", "fel"), ("organisation", "fel")]),
        ("system_uses", {**USE, "since": "2020", "until": "2019"}, [("until", "fel")]),
        ("system_uses", {**USE, "since": "2020-05", "until": "2020"}, []),
        ("system_uses", {**USE, "user_count": 11, "licence_count": 10}, [("licence_count", "anmarkning")]),
        ("system_uses", {**USE, "user_count": 10, "licence_count": 10}, []),
        ("cooperation_levels", {**LEVEL, "starts_on": "2026-01-02", "ends_on": "2026-01-01"}, [("ends_on", "fel")]),
        ("cooperation_levels", {**LEVEL, "level": "3", "target_level": "2"}, [("target_level", "anmarkning")]),
        ("cooperation_levels", {**LEVEL, "level": "3", "target_level": "4"}, []),
        ("cooperation_levels", {**LEVEL, "level": "", "target_level": "4"}, []),
        ("cooperation_levels", {**LEVEL, "level": ""}, [("level", "fel")]),
        ("integrations", {**FLOW, "source": A, "target": A}, [("target", "fel")]),
        ("integrations", {**FLOW, "source": A}, [("target", "anmarkning")]),
        ("integrations", {**FLOW, "source": A, "external_party": "Skatteverket"}, []),
        ("integrations", {**FLOW, "source": A, "target": B}, []),
        ("access_decisions", {**DECIDED, "starts_on": "2026-02-01", "ends_on": "2026-01-31"}, [("ends_on", "fel")]),
        ("access_decisions", {"access_right": "Läsa"}, [("person", "anmarkning"), ("decided_by", "anmarkning")]),
        ("access_decisions", {**DECIDED, "person": None, "function": "Handläggare"}, []),
        ("matches", {"verdict": "samma", "one": A, "other": A}, [("other", "fel")]),
        ("matches", {"verdict": "samma", "one": A, "other": B}, []),
        ("value_words", {"name": "x", "value_list": "okand"}, [("value_list", "fel")]),
        ("value_words", {"name": "x", "value_list": "kontaktroll"}, [("value_list", "fel")]),
        ("value_words", {"name": "x", "value_list": "roll", "code": "min"}, [("code", "fel")]),
        ("value_words", {"name": "x", "value_list": "livscykel", "code": "1460.min"}, [("code", "fel")]),
        ("value_words", {"name": "x", "value_list": "roll", "code": "1460.min"}, []),
        ("value_words", {"name": "x", "value_list": "roll", "code": "systemagare"}, []),
    ],
)
def test_what_is_told(register: str, values: dict[str, Any], found: list[tuple[str, str]]) -> None:
    description = REGISTERS[register]
    problems = check(description, filled_in(description.record(), values))
    assert [(problem.field, problem.severity) for problem in problems] == found


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, "ej_beslutad"),
        ({"decided_on": "2026-01-01"}, "galler"),
        ({"decided_on": "2026-01-01", "starts_on": "2026-11-22"}, "galler"),
        ({"decided_on": "2026-01-01", "starts_on": "2026-11-23"}, "kommande"),
        ({"decided_on": "2026-01-01", "ends_on": "2026-11-22"}, "galler"),
        ({"decided_on": "2026-01-01", "ends_on": "2026-11-21"}, "upphord"),
        ({"decided_on": "2026-01-01", "withdrawn_on": "2026-11-22"}, "aterkallad"),
        ({"decided_on": "2026-01-01", "withdrawn_on": "2026-11-23"}, "galler"),
        ({"withdrawn_on": "2026-11-01", "ends_on": "2026-10-01"}, "aterkallad"),
    ],
)
def test_how_a_decision_stands_on_a_day(values: dict[str, str], code: str) -> None:
    days = {name: parse_day(text) for name, text in values.items()}
    assert state(AccessDecision(access_right="Läsa", **days), parse_day("2026-11-22")) == code
