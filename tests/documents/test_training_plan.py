"""The utbildningsplan on paper: what it says, what it cannot be adopted without, and how money is shared."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.making import make
from itadmin.domain.fields import LongText, Text
from itadmin.domain.problems import KnownError
from itadmin.domain.record import stored_fields
from itadmin.domain.registers import REGISTERS

TYPE = "training_plan"
PLAN = UUID(int=40)
HOSTILE = ("<b>x</b> & {{9*9}} %s \\n \U0001f600 漢字 \u202e\x00\x07 **| # - " * 40)[:300]
MODULES = (
    {
        "id": 41,
        "title": "Grundkurs",
        "code": "KV-1",
        "place": 10,
        "content": "Logga in, registrera och söka.",
        "form": "lararledd",
        "minutes": 180,
        "demands": [
            {"audience": "slutanvandare", "demand": "fore_behorighet"},
            {"audience": "chef_attestant", "demand": "frivillig"},
        ],
    },
    {
        "id": 42,
        "title": "Attestera fakturor",
        "code": "KV-2",
        "place": 20,
        "form": "e_larande",
        "minutes": 45,
        "valid_months": 24,
        "prerequisites": [str(UUID(int=41))],
        "demands": [{"audience": "chef_attestant", "demand": "obligatorisk"}],
    },
)


@pytest.fixture
def planned(example: Any) -> Any:
    """The example with a plan that lacks nothing, its moment, and two sessions of them."""
    plan = {
        "id": 40,
        "title": "Utbildningsplan Kvarnen",
        "kind": "system",
        "system": str(example.system),
        "municipalities": [str(key) for key in example.reading.records["organisations"]][:2],
        "version": "2.0",
        "status": "utkast",
        "valid_from": "2027-01-01",
        "revise_by": "2027-12-31",
        "responsible_function": "Systemansvarig",
        "adopted_function": "Systemägare",
        "system_version": "12.4",
        "purpose": "Alla som bokför ska kunna göra det rätt.",
        "target_percent": 9500,
        "audiences": [
            {"audience": "slutanvandare", "level": "2", "note": None},
            {"audience": "chef_attestant", "level": "1", "note": None},
        ],
        "head_counts": [
            {"audience": "slutanvandare", "municipality": "1461", "people": 120},
            {"audience": "slutanvandare", "municipality": "1492", "people": 90},
            {"audience": "chef_attestant", "municipality": "1461", "people": 30},
        ],
        "material": [
            {"title": "Lathund", "address": "https://exempel.se", "version": "3", "responsible": "Systemansvarig"}
        ],
        "duties": [{"task": "Håller kursen", "function": "Systemansvarig"}],
        "budget": [
            {"item": "kurs", "amount": 100_000_00, "note": None},
            {"item": "vikarie", "amount": 20_000_00, "note": "Två dagar"},
        ],
        "cost_model": "ANVANDARE",
        "follow_up": "Följs upp i december.",
    }
    sessions = (
        {
            "id": 43,
            "title": "Grundkurs i mars",
            "modules": [str(UUID(int=41))],
            "status": "oppet",
            "starts_on": "2027-03-02",
            "starts_at": "09:00",
            "ends_at": "12:00",
            "venue": "Kommunhuset",
            "seats": 12,
        },
        {
            "id": 44,
            "title": "Förra kursen",
            "modules": [str(UUID(int=41))],
            "status": "genomfort",
            "starts_on": "2026-05-04",
        },
        {
            "id": 45,
            "title": "Inställd",
            "modules": [str(UUID(int=41))],
            "status": "installt",
            "starts_on": "2027-04-04",
        },
    )
    parts = (
        {"id": 46, "status": "anmald", "person": str(UUID(int=16)), "session": str(UUID(int=43))},
        {"id": 47, "status": "genomford", "person": str(UUID(int=16)), "session": str(UUID(int=44)), "rating": 4},
    )
    modules = tuple({**module, "plan": str(PLAN)} for module in MODULES)
    return (
        example.adding("training_plans", plan)
        .adding("training_modules", *modules)
        .adding("training_sessions", *sessions)
        .adding("training_participations", *parts)
    )


@pytest.fixture
def said(words_of: Any) -> Any:
    """What the paper of the plan says."""
    return lambda example: words_of(TYPE, example.reading, PLAN)


def test_the_plan_as_text(planned: Any, text_of: Any, matches_expected: Any) -> None:
    made = prepare(TYPE, planned.reading, PLAN, draft=False)
    assert made.missing == ()
    assert made.file_name == "Utbildningsplan-Kvarnen_2026-11-22_v2.0.pdf"
    matches_expected("training_plan.txt", text_of(made.paper))


def test_it_is_valid_and_the_same_each_time(planned: Any, faults: Any) -> None:
    content = make(TYPE, planned.reading, PLAN, draft=False)
    assert faults(content) == []
    assert content == make(TYPE, planned.reading, PLAN, draft=False)


def test_what_it_cannot_be_adopted_without(example: Any, faults: Any, lacks: Any) -> None:
    empty = example.adding("training_plans", {"id": 40, "title": "Utbildningsplan"})
    assert lacks(TYPE, empty.reading, PLAN) == {
        "Första giltighetsdag": ("training_plans", PLAN, "valid_from"),
        "Version": ("training_plans", PLAN, "version"),
        "Ansvarig funktion": ("training_plans", PLAN, "responsible_function"),
        "När planen senast ska revideras": ("training_plans", PLAN, "revise_by"),
        "Syfte och mål": ("training_plans", PLAN, "purpose"),
        "Målgrupper": ("training_plans", PLAN, "audiences"),
        "Vad planen gäller": ("training_plans", PLAN, "kind"),
        "Utbildningsmoment": ("training_modules", None, "title"),
    }
    with pytest.raises(IncompleteError):
        make(TYPE, empty.reading, PLAN, draft=False)
    assert faults(make(TYPE, empty.reading, PLAN, draft=True)) == []


def test_what_a_moment_cannot_be_without_is_told_with_its_code(planned: Any, lacks: Any) -> None:
    first = UUID(int=41)
    bare = planned.change("training_modules", first, form=None, minutes=None)
    assert lacks(TYPE, bare.reading, PLAN) == {
        "Form för KV-1": ("training_modules", first, "form"),
        "Tid för KV-1": ("training_modules", first, "minutes"),
    }
    free = planned.change("training_modules", first, demands=[]).change("training_modules", UUID(int=42), demands=[])
    assert list(lacks(TYPE, free.reading, PLAN)) == ["Vilka som ska gå momenten"]


def test_a_plan_of_a_system_says_which(planned: Any, lacks: Any) -> None:
    assert list(lacks(TYPE, planned.change("training_plans", PLAN, system=None).reading, PLAN)) == ["System"]


def test_a_draft_tells_what_it_lacks_first(planned: Any, text_of: Any) -> None:
    draft = prepare(TYPE, planned.change("training_plans", PLAN, purpose=None).reading, PLAN, draft=True)
    assert "Uppgifter som saknas" in text_of(draft.paper)


def test_what_is_adopted_says_by_whom_and_has_no_lines_to_sign(planned: Any, said: Any) -> None:
    assert "Fastställs genom underskrift" in said(planned)
    adopted = said(planned.change("training_plans", PLAN, status="faststalld", adopted_on="2026-12-03"))
    assert "Fastställd 2026-12-03 av systemägare" in adopted
    assert "underskrift" not in adopted.lower()


def test_the_budget_is_shared_by_the_number_of_people_to_the_ore(planned: Any, said: Any) -> None:
    told = said(planned)
    assert "Kostnaden delas mellan kommunerna efter antalet deltagare." in told
    assert "Melleruds kommun | 150 | 75 000,00" in told
    assert "Åmåls kommun | 90 | 45 000,00" in told


@pytest.mark.parametrize(
    "change",
    [{"cost_model": "BEFOLKNING"}, {"head_counts": []}, {"budget": [{"item": "kurs", "amount": None, "note": None}]}],
)
def test_what_cannot_be_shared_for_certain_is_not(planned: Any, said: Any, change: dict[str, Any]) -> None:
    assert "Kostnaden per kommun" not in said(planned.change("training_plans", PLAN, **change))


def test_a_plan_is_for_the_kommuner_that_it_counts_when_it_names_none(planned: Any, said: Any) -> None:
    told = said(planned.change("training_plans", PLAN, municipalities=[]))
    assert "Gäller för: Melleruds kommun och Åmåls kommun" in told
    alone = said(planned.change("training_plans", PLAN, municipalities=[], head_counts=[]))
    assert "Gäller för: Melleruds kommun\n" in alone


def test_a_session_that_is_called_off_is_not_told(planned: Any, said: Any) -> None:
    told = said(planned)
    assert "Grundkurs i mars" in told
    assert "Inställd" not in told


def test_who_has_done_an_earlier_version_of_a_moment_counts(planned: Any, said: Any) -> None:
    later = planned.change("training_sessions", UUID(int=44), modules=[str(UUID(int=99))])
    assert "1 deltagande genomförts" not in said(later)
    assert "1 deltagande genomförts" in said(later.change("training_modules", UUID(int=41), same_as=str(UUID(int=99))))


def test_who_has_done_a_version_between_counts_too(planned: Any, said: Any) -> None:
    """Of three versions the paper is of the last, and the session gave the second."""
    first = str(UUID(int=97))
    between = {"id": 98, "title": "Grundkurs", "same_as": first}
    last = planned.adding("training_modules", {"id": 97, "title": "Grundkurs"}).adding("training_modules", between)
    last = last.change("training_sessions", UUID(int=44), modules=[str(UUID(int=98))])
    assert "1 deltagande genomförts" in said(last.change("training_modules", UUID(int=41), same_as=first))


def test_people_are_counted_once_however_they_learnt_it(planned: Any, said: Any) -> None:
    told = said(planned)
    assert "KV-1 Grundkurs | 1 | 210 | 0" in told
    assert "KV-2 Attestera fakturor | 0 | 30 | 0" in told
    alone = {"id": 48, "status": "genomford", "module": str(UUID(int=41)), "completed_on": "2026-06-01"}
    assert "KV-1 Grundkurs | 1 | 210" in said(
        planned.adding("training_participations", {**alone, "person": str(UUID(int=16))})
    )
    assert "KV-1 Grundkurs | 2 | 210" in said(
        planned.adding("training_participations", {**alone, "person": str(UUID(int=17))})
    )


def test_hostile_text_in_every_field_is_only_text(planned: Any, faults: Any) -> None:
    hostile = planned
    for register in ("training_plans", "training_modules", "training_sessions"):
        fields = stored_fields(REGISTERS[register].record)
        values = {
            name: HOSTILE[: getattr(f, "max_length", 300)] for name, f in fields.items() if type(f) in (Text, LongText)
        }
        for key in hostile.reading.records[register]:
            hostile = hostile.change(register, key, **values)
    assert faults(make(TYPE, hostile.reading, PLAN, draft=True)) == []


@pytest.mark.parametrize("record", [None, UUID(int=11)])
def test_it_is_made_of_a_plan_only(planned: Any, record: UUID | None) -> None:
    with pytest.raises(KnownError):
        prepare(TYPE, planned.reading, record, draft=False)
