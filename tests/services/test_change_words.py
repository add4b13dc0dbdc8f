"""Changes in the words of people: names, labels, money, rows and lists."""

from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import Change
from itadmin.services.change_words import Deed, Teller, ToldField
from itadmin.services.workspace import Workspace

KEY = UUID(int=7)


def told(workspace: Workspace, before: dict[str, Any], after: dict[str, Any], register: str) -> list[tuple[str, ...]]:
    (change,) = Teller(workspace.reading()).tell([Change(register, KEY, before, after)])
    return [(field.label, field.old, field.new) for field in change.fields]


@pytest.mark.parametrize(
    ("register", "name", "old", "new", "words"),
    [
        ("systems", "lifecycle", "i_drift", "avvecklad", ("Läge", "I drift", "Avvecklad")),
        ("systems", "annual_cost", None, 41_000_00, ("Kostnad", "", "41\u00a0000\u00a0kr per år")),
        ("systems", "user_count", 0, None, ("Antal användare", "0", "")),
        ("systems", "personal_data", False, True, ("Behandlar personuppgifter", "Nej", "Ja")),
        ("systems", "shared", True, False, ("Får delas", "Ja", "Nej")),
        ("agreements", "signed_on", "2026-01-31", None, ("Undertecknat", "2026-01-31", "")),
        ("systems", "supplier", str(KEY), None, ("Leverantör", "borttagen post", "")),
    ],
)
def test_values_are_told_as_they_are_read(
    workspace: Workspace, register: str, name: str, old: Any, new: Any, words: tuple[str, str, str]
) -> None:
    assert told(workspace, {name: old}, {name: new}, register) == [words]


def test_what_is_empty_before_and_after_is_not_told(workspace: Workspace) -> None:
    assert told(workspace, {"note": None, "gone_field": 1}, {"note": "", "gone_field": 2}, "systems") == []


@pytest.mark.parametrize(("before", "after"), [(None, {"shared": True}), ({"shared": True}, None)])
def test_of_a_record_that_comes_or_goes_it_is_not_told_that_it_is_shared(
    workspace: Workspace, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> None:
    (change,) = Teller(workspace.reading()).tell([Change("systems", KEY, before, after)])
    assert change.fields == ()


def test_references_go_by_name(workspace: Workspace) -> None:
    supplier = workspace.records.add("organisations", {"name": "Exempelbolaget AB"})
    assert told(workspace, {"supplier": None}, {"supplier": str(supplier)}, "systems") == [
        ("Leverantör", "", "Exempelbolaget AB")
    ]


def test_of_a_list_what_came_and_went_is_told(workspace: Workspace) -> None:
    names = ("Lifecare", "Procapita", "Treserva")
    ids = [str(workspace.records.add("systems", {"name": name})) for name in names]
    change = Change("agreements", KEY, {"systems": ids[:2]}, {"systems": [ids[2], ids[0]]})
    (field,) = Teller(workspace.reading()).tell([change])[0].fields
    assert (field.old, field.new) == ("Lifecare, Procapita", "Treserva, Lifecare")
    assert field.lines == ("Tillkom: Treserva", "Togs bort: Procapita")


def test_rows_are_told_one_by_one(workspace: Workspace) -> None:
    before = [{"party": "systemagare", "position": "Socialchef", "authority": None}]
    after = [
        {"party": "systemagare", "position": "Förvaltningschef", "authority": "3.2"},
        {"party": "driftenhet", "position": "IT-chef", "authority": None},
    ]
    change = Change("agreements", KEY, {"signatories": before}, {"signatories": after})
    (field,) = Teller(workspace.reading()).tell([change])[0].fields
    assert field.lines == (
        "rad 1 ändrad: Befattning: Socialchef → Förvaltningschef; Behörighet: tomt → 3.2",
        "rad 2 ny: Driftenheten · IT-chef",
    )
    assert field.before == before


def test_rows_in_another_order_are_said_to_be_that(workspace: Workspace) -> None:
    rows = [{"party": "driftenhet", "position": name} for name in ("IT-chef", "Driftchef")]
    change = Change("agreements", KEY, {"signatories": rows}, {"signatories": rows[::-1]})
    (field,) = Teller(workspace.reading()).tell([change])[0].fields
    assert field.lines == ("Raderna står i en annan ordning.",)


@pytest.mark.parametrize(
    ("before", "after", "deed"),
    [
        (None, {"name": "Ny"}, Deed.NEW),
        ({"name": "Ny"}, None, Deed.UNMADE),
        ({"name": "Ny"}, {"name": "Nyare"}, Deed.CHANGED),
        ({"deleted": False}, {"deleted": True}, Deed.BINNED),
        ({"deleted": True}, {"deleted": False}, Deed.BROUGHT_BACK),
        (None, {"name": "Ny", "deleted": False}, Deed.NEW),
        (None, {"name": "Ny", "deleted": True}, Deed.BINNED),
        (None, None, Deed.UNCHANGED),
    ],
)
def test_what_was_done_to_the_record_is_told(
    workspace: Workspace, before: dict[str, Any] | None, after: dict[str, Any] | None, deed: Deed
) -> None:
    (change,) = Teller(workspace.reading()).tell([Change("systems", KEY, before, after)])
    assert change.deed is deed
    assert change.is_new is (before is None)


def test_what_a_step_is_about_to_add_is_known_by_name(workspace: Workspace) -> None:
    new = Change("organisations", UUID(int=8), None, {"name": "Nya bolaget AB"})
    change = Change("systems", KEY, {"supplier": None}, {"supplier": str(new.record_id)})
    first, second = Teller(workspace.reading(), [new, change]).tell([new, change])
    assert first.label == "Nya bolaget AB"
    assert first.fields == (ToldField("name", "Namn", "", "Nya bolaget AB"),)
    assert second.fields[0].new == "Nya bolaget AB"


def test_what_has_no_name_of_its_own_says_what_it_is_about(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Lifecare", "system_owner": {"function": "Socialchef"}})
    (role,) = workspace.reading().keys("roles")
    there = Change("roles", role, {"phone": None}, {"phone": "0531-52 60 00"})
    new = Change("roles", KEY, None, {"kind": "systemansvarig", "system": str(system)})
    anna = workspace.records.add("people", {"name": "Anna Ek"})
    hers = Change("roles", UUID(int=9), None, {"kind": "ersattare", "system": str(system), "person": str(anna)})
    told = Teller(workspace.reading()).tell([there, new, hers])
    assert [change.label for change in told] == [
        "Socialchef · Lifecare",
        "Systemansvarig · Lifecare",
        "Ersättare för systemansvarig · Lifecare, Anna Ek",
    ]
