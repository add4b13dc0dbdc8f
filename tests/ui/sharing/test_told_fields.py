"""What goes out and what stays is told of every field, as the profile itself decides it."""

import pytest

from itadmin.domain.fields import Rows
from itadmin.domain.record import stored_fields
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import PROFILES, Profile, reach
from itadmin.services.sharing.field_names import named_fields
from itadmin.ui.sharing.told_fields import ToldField, told_fields

NEIGHBOURS, WITHOUT_PEOPLE, GROUP = PROFILES.values()


def told(profile: Profile, register: str, label: str) -> ToldField:
    (found,) = told_fields(profile, [REGISTERS[register]])
    return next(field for field in found.fields if field.label == label)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.key)
def test_every_stored_field_is_told_once_as_the_profile_has_it(profile: Profile) -> None:
    for told_register in told_fields(profile, REGISTERS.values()):
        register = told_register.register
        names = named_fields(register)
        assert len(told_register.fields) == len(names)
        plain = {name for name, field in stored_fields(register.record).items() if not isinstance(field, Rows)}
        assert plain <= names.keys()
        out = {name for name, field in zip(names, told_register.fields, strict=True) if field.goes_out}
        assert out == reach(profile, register) & names.keys()
        assert all(field.why for field in told_register.fields)


@pytest.mark.parametrize(
    ("profile", "register", "label", "goes_out", "why"),
    [
        (NEIGHBOURS, "systems", "Namn", True, "till grannar"),
        (NEIGHBOURS, "systems", "Konfidentialitet", False, "bara till IT-chefsgruppen"),
        (GROUP, "systems", "Konfidentialitet", True, "bara till IT-chefsgruppen"),
        (NEIGHBOURS, "people", "E-post", True, "till grannar, personuppgift"),
        (WITHOUT_PEOPLE, "people", "E-post", False, "personuppgift"),
        (GROUP, "share_profiles", "Profil", False, "delas aldrig"),
    ],
)
def test_why_is_said_in_a_few_words(profile: Profile, register: str, label: str, goes_out: bool, why: str) -> None:
    found = told(profile, register, label)
    assert (found.goes_out, found.why) == (goes_out, why)


def test_what_an_own_profile_leaves_out_is_told_so() -> None:
    own = Profile("egen", "Egen", left_out=frozenset({("systems", "version"), ("agreements", "")}))
    assert told(own, "systems", "Version").why == "undantaget i profilen"
    assert told(own, "agreements", "Benämning").why == "undantaget i profilen"
    assert told(own, "systems", "Namn").goes_out


def test_what_would_go_out_in_a_register_that_stays_follows_it() -> None:
    people = REGISTERS["people"]
    (found,) = told_fields(WITHOUT_PEOPLE, [people])
    assert not found.going_out(out=True)
    assert {field.why for field in found.fields} <= {"personuppgift", "delas aldrig", "följer registret"}
