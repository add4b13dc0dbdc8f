"""What a description demands of a value, and that rules are asked whenever they can be."""

from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

import pytest

from itadmin.domain.fields import (
    LOCAL,
    Choice,
    Held,
    LongText,
    Money,
    Percent,
    References,
    Rows,
    Text,
    Whole,
    YesNo,
)
from itadmin.domain.money import LARGEST_ORE, LARGEST_PERCENT
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.validation import check


@dataclass(frozen=True, kw_only=True)
class Line:
    what: Annotated[str, Text("Vad", LOCAL, required=True)] = ""
    many: Annotated[int | None, Whole("Antal", LOCAL, minimum=1, maximum=9)] = None


@dataclass(frozen=True, kw_only=True)
class Thing(Record):
    name: Annotated[str, Text("Namn", LOCAL, required=True, max_length=20)] = ""
    email: Annotated[str, Text("E-post", LOCAL, form="email", expected=True)] = ""
    note: Annotated[str, LongText("Anteckning", LOCAL, max_length=100_000, expected=True)] = ""
    many: Annotated[int | None, Whole("Antal", LOCAL, unit="st", minimum=1, maximum=1000, expected=True)] = None
    price: Annotated[int | None, Money("Pris", LOCAL)] = None
    share: Annotated[int | None, Percent("Andel", LOCAL)] = None
    cycle: Annotated[str, Choice("Läge", LOCAL, values="livscykel")] = ""
    known: Annotated[bool | None, YesNo("Känd", LOCAL, expected=True)] = None
    others: Annotated[tuple[UUID, ...], References("Andra", LOCAL, to="things", expected=True)] = ()
    keeper: Annotated[UUID | None, Held("Hos", LOCAL, expected=True)] = None
    lines: Annotated[tuple[Line, ...], Rows("Rader", LOCAL, row=Line)] = ()


RULE = Problem("cycle", "Regeln säger nej.")

THINGS = Register(
    name="things",
    record=Thing,
    singular="sak",
    plural="Saker",
    new_label="Ny sak",
    icon="",
    title_fields=("name",),
    sections=(),
    columns=(),
    search=(),
    rules=(lambda record: [RULE] if record.cycle == "avvecklad" else [],),
)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"name": ""}, "name", "Namn måste fyllas i."),
        ({"name": "x" * 21}, "name", "Namn har 21 tecken men får ha högst 20. Korta texten."),
        (
            {"note": "x" * 100_001},
            "note",
            "Anteckning har 100\u00a0001 tecken men får ha högst 100\u00a0000. Korta texten.",
        ),
        ({"many": 0}, "many", "Antal är 0\u00a0st men ska vara mellan 1 och 1\u00a0000."),
        ({"many": 1001}, "many", "Antal är 1\u00a0001\u00a0st men ska vara mellan 1 och 1\u00a0000."),
        ({"price": LARGEST_ORE + 1}, "price", "Pris är orimligt stort. Kontrollera beloppet."),
        ({"price": -LARGEST_ORE - 1}, "price", "Pris är orimligt stort. Kontrollera beloppet."),
        ({"share": -1}, "share", "Andel är ingen rimlig procentsats. Skriv till exempel 99,5 %."),
        ({"share": LARGEST_PERCENT + 1}, "share", "Andel är ingen rimlig procentsats. Skriv till exempel 99,5 %."),
        ({"cycle": "kanske"}, "cycle", "Läge har ett okänt värde: kanske. Välj ett ur listan."),
        ({"lines": (Line(what="a"), Line())}, "lines", "Rader, rad 2: Vad måste fyllas i."),
        ({"lines": (Line(what="a", many=10),)}, "lines", "Rader, rad 1: Antal är 10 men ska vara mellan 1 och 9."),
    ],
)
def test_what_a_field_cannot_hold_is_an_error_at_it(values: dict[str, Any], field: str, sentence: str) -> None:
    record = Thing(**{"name": "sak", **values})
    assert check(THINGS, record) == (Problem(field, sentence),)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"name": "x" * 20},
        {"note": "<b>&amp;</b> 🙂\n" * 6000},
        {"many": 1},
        {"many": 1000},
        {"price": -LARGEST_ORE},
        {"share": LARGEST_PERCENT},
        {"known": False},
        {"lines": (Line(what="a", many=9),)},
    ],
)
def test_what_a_field_can_hold_is_no_problem(values: dict[str, Any]) -> None:
    assert check(THINGS, Thing(**{"name": "sak", **values})) == ()


def test_a_doubtful_address_is_a_remark() -> None:
    (problem,) = check(THINGS, Thing(name="sak", email="inte en adress"))
    assert (problem.field, problem.severity) == ("email", "anmarkning")


def test_rules_are_asked_although_there_are_remarks() -> None:
    problems = check(THINGS, Thing(name="sak", email="inte en adress", cycle="avvecklad"))
    assert [problem.field for problem in problems] == ["email", "cycle"]


def test_rules_are_not_asked_of_what_is_wrong_in_itself() -> None:
    assert RULE not in check(THINGS, Thing(cycle="avvecklad"))


def test_a_long_unknown_code_is_cut() -> None:
    (problem,) = check(THINGS, Thing(name="sak", cycle="x" * 100_000))
    assert len(problem.text) < 200


# The rules of the registers


@pytest.mark.parametrize(
    ("register", "values", "found"),
    [
        ("organisations", {"name": "a", "organisation_number": "2120001844"}, [("organisation_number", "fel")]),
        ("organisations", {"name": "a", "organisation_number": "2120001843"}, []),
        (
            "organisations",
            {"name": "a", "organisation_number": "2120001843", "organisation_number_unconfirmed": True},
            [("organisation_number", "anmarkning")],
        ),
        ("organisations", {"name": "a", "municipality_code": "146"}, [("municipality_code", "fel")]),
        (
            "organisations",
            {"name": "a", "phone": "x", "municipality_code": "146"},
            [
                ("phone", "anmarkning"),
                ("municipality_code", "fel"),
            ],
        ),
        (
            "systems",
            {"name": "a", "in_operation_since": "2020", "planned_retirement": "2019-12-31"},
            [("planned_retirement", "fel")],
        ),
        ("systems", {"name": "a", "in_operation_since": "2020-05", "planned_retirement": "2020"}, []),
        ("systems", {"name": "a", "personal_data": True, "hosting": "saas"}, []),
        ("systems", {"name": "a", "personal_data": True, "hosting": "saas", "dpa_status": "ja"}, []),
        ("systems", {"name": "a", "personal_data": True, "hosting": "egen_drift"}, []),
    ],
)
def test_rules_of_registers(register: str, values: dict[str, Any], found: list[tuple[str, str]]) -> None:
    description = REGISTERS[register]
    problems = check(description, description.record(**values))
    assert [(problem.field, problem.severity) for problem in problems] == found
