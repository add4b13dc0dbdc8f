import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.fields import Choice, Computed, Field, Reference, Text
from itadmin.domain.registers import REGISTERS
from itadmin.domain.values import LISTS

TARGETS = {
    "systems": "Ale",
    "organisations": "1460",
    "people": "Åsa Öberg",
    "steering_documents": "Riktlinje för prov",
    "training_plans": "Utbildningsplan för prov",
    "implementations": "Införande för prov",
    "platform_changes": "Plattform för prov",
    "cooperation_cases": "Ärende för prov",
}
"""A record of each register that others cannot do without, by its name."""

EXPECTED = {
    "roles": {"kind": "systemagare"},
    "access_decisions": {"function": "Handläggare", "decided_by_function": "Socialchef"},
}
"""What else some registers remark on."""

MADE_BY_PROGRAM = [name for name, register in REGISTERS.items() if register.made_by_program]


def is_link(field: Field) -> bool:
    return isinstance(field, Reference) and field.required


def record(done: Any, register: str, path: Path, wanted: str) -> Any:
    return done("show", register, path, wanted, "--format", "json").json


def test_add_gives_the_new_id(done: Any, register: Path) -> None:
    identifier = UUID(done("add", "systems", register, "name=Lifecare").out.strip())
    assert record(done, "systems", register, str(identifier))["name"] == "Lifecare"


def test_values_are_written_as_people_write_them(done: Any, filled: Path) -> None:
    done(
        "set", "systems", filled, "Ale", "lifecycle=Under avveckling", "annual_cost=−12,50 kr", "user_count=1 200",
        "classified_on=22 november 2026", "in_operation_since=mars 2019", "personal_data=ja", "supplier=556036-0793",
        "department=socialförvaltningen", "purpose=  två\r\nrader ",
    )  # fmt: skip
    row = record(done, "systems", filled, "Ale")
    expected = {
        "lifecycle": "under_avveckling", "annual_cost": -1250, "user_count": 1200, "classified_on": "2026-11-22",
        "in_operation_since": "2019-03", "personal_data": True, "supplier": "Ömse Data AB",
        "department": "Socialförvaltningen", "purpose": "två\nrader",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_an_empty_value_empties_the_field(done: Any, filled: Path) -> None:
    done("set", "systems", filled, "Lifecare", "supplier=", "annual_cost=", "lifecycle=", "system_owner=")
    row = record(done, "systems", filled, "Lifecare")
    assert [row[name] for name in ("supplier_id", "annual_cost", "lifecycle", "system_owner")] == [None] * 4
    done("set", "agreements", filled, "Driftavtal Lifecare", "systems=", "signatories=")
    row = record(done, "agreements", filled, "Driftavtal Lifecare")
    assert (row["systems"], row["systems_id"], row["signatories"]) == ([], [], [])


def test_set_says_what_it_did(done: Any, filled: Path) -> None:
    assert done("set", "systems", filled, "Ale", "note=Ny").out == "Ändrade Ale: Anteckning.\n"
    before = filled.read_bytes()
    assert done("set", "systems", filled, "Ale", "note=Ny").out == "Inget ändrades; det stod redan så.\n"
    assert filled.read_bytes() == before


def test_several_references_are_parted_by_commas_which_names_may_hold(done: Any, filled: Path) -> None:
    done("add", "systems", filled, "name=Ale, gamla")
    done("set", "agreements", filled, "Driftavtal Lifecare", "systems=Ale, Lifecare,Ale")
    assert record(done, "agreements", filled, "Driftavtal Lifecare")["systems"] == ["Ale", "Lifecare"]
    done("set", "agreements", filled, "Driftavtal Lifecare", "systems=Ale, gamla")
    assert record(done, "agreements", filled, "Driftavtal Lifecare")["systems"] == ["Ale, gamla"]


def test_a_role_changes_hands_and_history_keeps_it(done: Any, filled: Path) -> None:
    done("add", "people", filled, "name=Bo Ek", "title=Chef", "email=bo@kommun.example")
    done("set", "systems", filled, "Lifecare", "system_owner=Bo Ek")
    assert record(done, "systems", filled, "Lifecare")["system_owner"] == "Bo Ek"
    done("undo", filled)
    assert record(done, "systems", filled, "Lifecare")["system_owner"] == "Åsa Öberg"


def test_what_is_shown_can_be_given_back(done: Any, filled: Path) -> None:
    """Rows as `show` writes them, labels and all, mean what they meant."""
    done(
        "set", "agreements", filled, "Driftavtal Lifecare",
        'prices=[{"item": "Drift", "amount": "148 000 kr"}, {"item": "Stöd", "amount": 250}]',
        'environment_levels=[{"name": "Produktion", "availability_percent": "99,5", "rto_hours": 4}]',
        "renewal_months=", 'options=[{"months": "12", "decision_day": "1 maj 2026", "taken": false}]',
    )  # fmt: skip
    row = record(done, "agreements", filled, "Driftavtal Lifecare")
    assert [price["amount"] for price in row["prices"]] == [14_800_000, 250]
    assert row["environment_levels"][0]["availability_percent"] == 9950
    assert row["options"] == [{"months": 12, "decision_day": "2026-05-01", "taken": False}]
    for name in ("prices", "environment_levels", "options", "signatories"):
        given = f"{name}={json.dumps(row[name])}"
        assert done("set", "agreements", filled, "Driftavtal Lifecare", given).out.startswith("Inget")


def test_delete_and_undo(done: Any, cli: Any, filled: Path) -> None:
    whole = done("digest", filled).out
    assert done("delete", "systems", filled, "Ale").out == "La i papperskorgen: Ale.\n"
    assert cli("delete", "systems", filled, "Ale").status == 3
    assert done("digest", filled).out != whole
    assert done("undo", filled).out == "Ångrade: La i papperskorgen: Ale.\n"
    assert done("digest", filled).out == whole


def test_everything_can_be_undone_and_then_nothing(done: Any, cli: Any, register: Path) -> None:
    empty = done("digest", register).out
    done("add", "systems", register, "name=Lifecare")
    done("set", "systems", register, "Lifecare", "note=x")
    assert done("undo", register).out == "Ångrade: Ändrade Lifecare: Anteckning.\n"
    assert done("undo", register).out == "Ångrade: La till Lifecare.\n"
    assert done("digest", register).out == empty
    answer = cli("undo", register)
    assert (answer.status, answer.raw, answer.error) == (3, b"", "Det finns inget att ångra.\n")


def test_a_record_in_the_bin_stays_there(done: Any, filled: Path) -> None:
    identifier = record(done, "systems", filled, "Ale")["id"]
    done("delete", "systems", filled, identifier)
    assert done("delete", "systems", filled, identifier).out == "Posten låg redan i papperskorgen.\n"


def test_remarks_go_to_the_person_and_stop_nothing(cli: Any, filled: Path) -> None:
    answer = cli("add", "people", filled, "name=Eva Ek", "email=eva")
    assert answer.status == 0
    assert UUID(answer.out.strip())
    assert answer.error == "E-post: Det ser inte ut som en e-postadress, till exempel namn@kommun.se.\n"
    answer = cli("set", "organisations", filled, "1460", "note=Hej")
    assert (answer.status, answer.error) == (0, "")


@pytest.mark.parametrize(
    ("values", "status", "sentence"),
    [
        (["colour=blå"], 2, "Fältet colour finns inte i systems. Fälten är: name,"),
        (["id=7"], 2, "Fältet id finns inte i systems."),
        (["Lifecare"], 2, "Skriv FÄLT=VÄRDE i stället för Lifecare"),
        (["name=A", "name=B"], 2, "Fältet name står mer än en gång."),
        (["note=utan namn"], 3, "Namn måste fyllas i.\n"),
        (["name=A", "user_count=många"], 3, "Antal användare: Skriv ett helt tal"),
        (["name=A", "user_count=-5"], 3, "Antal användare"),
        (["name=A", "lifecycle=borta"], 3, "Läge: ”borta” finns inte att välja. Välj något av: Behov, Planerad"),
        (["name=A", "annual_cost=mycket"], 3, "Kostnad: Det går inte att läsa som ett belopp."),
        (["name=A", "classified_on=2026-02-30"], 3, "Klassad: "),
        (["name=A", "personal_data=kanske"], 3, "Behandlar personuppgifter: Skriv ja eller nej."),
        (["name=A", "supplier=Ingen AB"], 3, "Det finns inget med namnet ”Ingen AB” bland organisationer."),
        (["name=A", "system_owner=Ingen"], 3, "Det finns inget med namnet ”Ingen” bland personer."),
    ],
)
def test_what_cannot_be_entered_changes_nothing(
    values: list[str], status: int, sentence: str, cli: Any, filled: Path
) -> None:
    before = filled.read_bytes()
    answer = cli("add", "systems", filled, *values)
    assert (answer.status, answer.raw) == (status, b"")
    assert answer.error.startswith(sentence)
    assert answer.error.count("\n") == 1
    assert filled.read_bytes() == before


@pytest.mark.parametrize(
    ("value", "status", "sentence"),
    [
        ("options=x", 3, "Optioner: Skriv rader som en JSON-lista"),
        ('options={"months": 1}', 3, "Optioner: Skriv rader som en JSON-lista"),
        ("options=[1]", 3, "Optioner: Skriv rader som en JSON-lista"),
        ("options=" + "[" * 100_000, 3, "Optioner: Skriv rader som en JSON-lista"),
        ('options=[{"month": 12}]', 2, "Fältet month finns inte i rad 1. Fälten är: months, decision_day, taken."),
        ('options=[{"months": 12}, {"months": "x"}]', 3, "Optioner: rad 2, Månader: Skriv ett helt tal"),
        ('options=[{"months": 1.5}]', 3, "Optioner: rad 1, Månader: Skriv värdet som text."),
        ('options=[{"months": [12]}]', 3, "Optioner: rad 1, Månader: Skriv värdet som text."),
        ('options=[{"months": true}]', 3, "Optioner: rad 1, Månader: Skriv ett helt tal"),
        ('options=[{"taken": true}]', 3, "Optioner, rad 1: Månader måste fyllas i."),
        ('environment_levels=[{"name": "P", "availability_percent": 99999999999999999999}]', 3, "Nivåer per miljö"),
        ('prices=[{"item": "P", "amount": 99999999999999999999}]', 3, "Prisrader, rad 1: Belopp"),
        ("last_notice_day=2026-01-01", 2, "Fältet last_notice_day räknas fram av programmet"),
    ],
)
def test_rows_that_cannot_be_entered_change_nothing(
    value: str, status: int, sentence: str, cli: Any, filled: Path
) -> None:
    before = filled.read_bytes()
    answer = cli("set", "agreements", filled, "Driftavtal Lifecare", value)
    assert (answer.status, answer.raw) == (status, b"")
    assert answer.error.startswith(sentence), answer.error
    assert answer.error.count("\n") == 1
    assert filled.read_bytes() == before


def test_two_mistakes_are_both_told(cli: Any, filled: Path) -> None:
    answer = cli("add", "systems", filled, "name=A", "user_count=x", "annual_cost=y")
    assert answer.status == 3
    assert "Antal användare: " in answer.error
    assert "Kostnad: " in answer.error


def test_another_organisations_record_may_not_be_changed(cli: Any, filled: Path) -> None:
    before = filled.read_bytes()
    answer = cli("set", "organisations", filled, "1438", "note=Hej")
    assert answer.status == 3
    assert "hör till en annan organisation" in answer.error
    assert filled.read_bytes() == before


@pytest.mark.parametrize("name", MADE_BY_PROGRAM)
def test_what_the_program_makes_is_not_added_by_hand(name: str, cli: Any, filled: Path) -> None:
    before = filled.read_bytes()
    answer = cli("add", name, filled, f"{REGISTERS[name].title_fields[0]}=x")
    assert answer.status == 2
    assert REGISTERS[name].made_by_program in answer.error
    assert filled.read_bytes() == before


def _naming(field: Field) -> str:
    if isinstance(field, Text):
        return "1765" if field.form == "municipality_code" else "Östra & <b>x</b> 🙂"
    return next(iter(LISTS[field.values])) if isinstance(field, Choice) else ""


@pytest.mark.parametrize("name", [name for name in REGISTERS if name not in MADE_BY_PROGRAM])
def test_every_register_takes_and_gives_its_naming_field(name: str, cli: Any, done: Any, filled: Path) -> None:
    description = REGISTERS[name]
    field = description.title_fields[0]
    item = description.fields[field]
    value = _naming(item)
    done("add", "steering_documents", filled, "title=Riktlinje för prov")
    done("add", "training_plans", filled, "title=Utbildningsplan för prov")
    done("add", "implementations", filled, "title=Införande för prov")
    done("add", "platform_changes", filled, "title=Plattform för prov")
    done("add", "cooperation_cases", filled, "title=Ärende för prov")
    needed = {key: TARGETS[item.to] for key, item in description.fields.items() if is_link(item)}
    needed |= EXPECTED.get(name, {})
    more = [f"{key}={target}" for key, target in needed.items()]
    identifier = cli("add", name, filled, f"{field}={value}", *more).out.strip()
    row = record(done, name, filled, identifier)
    assert row[field] == value
    assert not any(row[key] for key, item in description.fields.items() if isinstance(item, Computed) and key == "x")


def test_a_gate_that_is_shut_says_which_plan_and_what_to_do(cli: Any, done: Any, filled: Path) -> None:
    done("set", "systems", filled, "Ale", "lifecycle=Under införande")
    plan = ("title=Införande av Ale", "kind=Införande", "system=Ale", "status=Pågår")
    done("add", "implementations", filled, *plan)
    before = filled.read_bytes()
    answer = cli("set", "systems", filled, "Ale", "lifecycle=I drift")
    assert answer.status == 3
    assert answer.error.startswith("Systemet kan inte sättas i drift förrän ”Införande av Ale” är driftgodkänd.")
    assert filled.read_bytes() == before
