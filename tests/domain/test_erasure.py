"""What goes when personal data does, derived from the descriptions; and that no field is too short to say so."""

from uuid import UUID

import pytest

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.erasure import (
    ERASED,
    NAMELESS,
    about_people,
    has_erased,
    nameless,
    person_field,
    texts_of_person,
    without,
)
from itadmin.domain.fields import LongText, Text
from itadmin.domain.registers import REGISTERS

NOBODY = UUID(int=0)


def test_a_person_is_left_with_capacity_and_place_but_no_name() -> None:
    assert texts_of_person() == ("name", "email", "phone", "note")
    assert nameless("2026-11-22") == {
        "name": NAMELESS,
        "email": None,
        "phone": None,
        "note": None,
        "anonymised_on": "2026-11-22",
    }


def test_what_is_about_a_person_is_known_by_having_to_name_one() -> None:
    assert about_people() == {
        "training_participations": ("rating_note", "note"),
        "audience_members": ("note",),
        "competences": ("note",),
    }
    assert person_field(REGISTERS["competences"]) == "person"
    assert person_field(REGISTERS["access_decisions"]) == ""


def test_every_field_that_may_be_emptied_has_room_for_saying_so() -> None:
    fields = [("people", name) for name in texts_of_person()]
    fields += [(register, name) for register, names in about_people().items() for name in names]
    for register, name in fields:
        field = REGISTERS[register].fields[name]
        assert isinstance(field, (Text, LongText))
        assert field.max_length >= len(ERASED)


@pytest.mark.parametrize(
    ("values", "left"),
    [
        (None, None),
        ({}, {}),
        ({"name": "Anna", "title": "Chef"}, {"name": ERASED, "title": "Chef"}),
        ({"name": None, "note": ""}, {"name": None, "note": ""}),
        ({"name": NAMELESS}, {"name": NAMELESS}),
        ({"name": ERASED}, {"name": ERASED}),
    ],
)
def test_only_what_says_something_is_taken_away(values: dict[str, str] | None, left: dict[str, str] | None) -> None:
    assert without(values, frozenset(("name", "note"))) == left


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"name": ERASED}, {"name": "Anna"}, True),
        (None, {"name": ERASED}, True),
        ({"name": ERASED}, None, True),
        ({"name": "Anna"}, {"name": "Bo", "members": []}, False),
    ],
)
def test_a_step_that_lacks_something_is_known(
    before: dict[str, str] | None, after: dict[str, str] | None, expected: bool
) -> None:
    assert has_erased(ChangeSet("", (Change("people", NOBODY, before, after),))) is expected
