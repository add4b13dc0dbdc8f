"""What leaves under which profile."""

from dataclasses import dataclass, replace
from typing import Annotated

import pytest

from itadmin.domain.fields import GROUP, LOCAL, LOCAL_PERSONAL, OPEN, PERSONAL, REGION, Computed, Exposure, Rows, Text
from itadmin.domain.record import Record, described_fields
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import NEIGHBOURS, PROFILES, Profile, reach, shared_columns, shared_fields, withheld
from itadmin.domain.values import LISTS

WITHOUT_PERSONS, GROUP_ONLY = PROFILES["grannar_utan_personer"], PROFILES["itchefsgruppen"]


@dataclass(frozen=True, kw_only=True)
class Line:
    open: Annotated[str, Text("Öppen", OPEN)] = ""
    personal: Annotated[str, Text("Person", PERSONAL)] = ""
    local: Annotated[str, Text("Lokal", LOCAL)] = ""


@dataclass(frozen=True, kw_only=True)
class Inner:
    secret: Annotated[str, Text("Hemlig", LOCAL)] = ""


@dataclass(frozen=True, kw_only=True)
class Thing(Record):
    name: Annotated[str, Text("Namn", OPEN)] = ""
    region: Annotated[str, Text("Region", REGION)] = ""
    group: Annotated[str, Text("Grupp", GROUP)] = ""
    local: Annotated[str, Text("Lokal", LOCAL)] = ""
    personal: Annotated[str, Text("Person", PERSONAL)] = ""
    told: Annotated[str, Computed("Räknat", OPEN)] = ""
    lines: Annotated[tuple[Line, ...], Rows("Rader", REGION, row=Line)] = ()
    kept: Annotated[tuple[Line, ...], Rows("Hemma", LOCAL, row=Line)] = ()
    inner: Annotated[tuple[Inner, ...], Rows("Tomma", REGION, row=Inner)] = ()


def register(*titles: str) -> Register:
    return Register("things", Thing, "sak", "Saker", "Ny sak", "copy", titles or ("name",), (), (), ())


@pytest.mark.parametrize(
    ("profile", "fields", "columns"),
    [
        (NEIGHBOURS, ["name", "region", "personal", "lines"], ["open", "personal"]),
        (WITHOUT_PERSONS, ["name", "region", "lines"], ["open"]),
        (GROUP_ONLY, ["name", "region", "group", "personal", "lines"], ["open", "personal"]),
        (replace(NEIGHBOURS, left_out=frozenset({("things", "lines")})), ["name", "region", "personal"], None),
        (replace(NEIGHBOURS, left_out=frozenset({("things", "lines.open")})), None, ["personal"]),
        (
            replace(WITHOUT_PERSONS, left_out=frozenset({("things", "lines.open")})),
            ["name", "region"],
            [],
        ),
        (replace(NEIGHBOURS, left_out=frozenset({("others", "name")})), ["name", "region", "personal", "lines"], None),
        (replace(NEIGHBOURS, left_out=frozenset({("things", "")})), [], None),
        (replace(NEIGHBOURS, left_out=frozenset({("things", "name")})), [], None),
    ],
)
def test_fields_go_out_as_they_are_exposed(
    profile: Profile, fields: list[str] | None, columns: list[str] | None
) -> None:
    if fields is not None:
        assert list(shared_fields(profile, register())) == fields
    if columns is not None:
        assert list(shared_columns(profile, register(), "lines")) == columns


@pytest.mark.parametrize(
    ("title", "profiles"),
    [
        ("region", {"grannar", "grannar_utan_personer", "itchefsgruppen"}),
        ("personal", {"grannar", "itchefsgruppen"}),
        ("group", {"itchefsgruppen"}),
        ("local", set()),
    ],
)
def test_a_register_goes_out_with_the_name_of_its_records(title: str, profiles: set[str]) -> None:
    out = {key for key, profile in PROFILES.items() if shared_fields(profile, register(title, "name"))}
    assert out == profiles


def test_the_columns_of_what_is_no_rows_are_none() -> None:
    assert shared_columns(NEIGHBOURS, register(), "name") == {}


@pytest.mark.parametrize("exposure", [LOCAL, LOCAL_PERSONAL])
def test_no_profile_can_be_made_that_lets_out_what_is_local(exposure: Exposure) -> None:
    widest = Profile("allt", "Allt", frozenset({"lokal", "grupp", "region"}))
    assert not widest.allows(exposure)


def test_reach_names_columns_too_and_tells_what_is_withheld() -> None:
    assert reach(NEIGHBOURS, register()) == {"name", "region", "personal", "lines", "lines.open", "lines.personal"}
    assert withheld(NEIGHBOURS, WITHOUT_PERSONS, register()) == {"personal", "lines.personal"}
    assert withheld(WITHOUT_PERSONS, NEIGHBOURS, register()) == frozenset()


def test_profiles_are_called_as_their_value_list_says() -> None:
    assert {key: profile.name for key, profile in PROFILES.items()} == LISTS["delningsprofil"]
    assert next(iter(PROFILES)) == NEIGHBOURS.key == "grannar"


@pytest.mark.parametrize("name", REGISTERS)
def test_no_register_lets_out_a_local_field(name: str) -> None:
    described = REGISTERS[name]
    for profile in PROFILES.values():
        for field in reach(profile, described):
            outer, _, inner = field.partition(".")
            owner = described.fields[outer]
            exposures = [owner.exposure]
            if inner and isinstance(owner, Rows):
                exposures.append(described_fields(owner.row)[inner].exposure)
            assert all(exposure.share in profile.levels for exposure in exposures)
            assert profile.personal or not any(exposure.personal for exposure in exposures)
